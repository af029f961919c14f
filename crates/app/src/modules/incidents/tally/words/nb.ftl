incidents-tally-title = Tell en nestenhendelse
incidents-tally-lead = For små ting som skjer ofte og ble oppdaget i tide, før noe nådde noen. Hvis noe nådde noen, eller du er usikker, skriv en melding.
incidents-tally-about = Hvordan var den?
incidents-tally-number = Hvor mange?
incidents-tally-number-hint = Fra 1 til 50.
incidents-tally-fault-number = Skriv et tall fra 1 til 50.
incidents-tally-nobody = Ingens navn lagres, og ingen spør deg om det senere. Tallet viser hvor det er lett å gjøre feil.
incidents-tally-send = Tell
incidents-tally-thanks-title = Takk, den er talt
incidents-tally-thanks-lead = Det som oppdages i tide, er like mye verdt som det som meldes etterpå.
incidents-tally-again = Tell en til
incidents-tally-link = Oppdaget i tide og ingenting skjedde? Tell den
incidents-tally-list-title = Talte nestenhendelser
incidents-tally-list-lead = Talt av ansatte uten melding: dag, enhet, type og antall. Ingen nevnes. Det som er talt ved en feil, strykes og teller ikke lenger.
incidents-tally-none = Ingenting er talt ennå.
incidents-tally-count = { $count ->
    [one] En oppføring
   *[other] { $count } oppføringer
 }
incidents-tally-day = Dag
incidents-tally-col-number = Antall
incidents-tally-col-strike = Feil
incidents-tally-strike = Stryk
incidents-tally-struck = strøket
incidents-tally-row = { $about }: { $count ->
    [one] en nestenhendelse
   *[other] { $count } nestenhendelser
 }
