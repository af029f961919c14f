incidents-tally-title = Tell en nestenhendelse
incidents-tally-lead = For små ting som skjer ofte og ble oppdaget i tide, før noe nådde uvedkommende. Nådde det likevel noen, eller er du usikker, skriver du en melding.
incidents-tally-about = Hva slags nestenhendelse var det?
incidents-tally-number = Hvor mange?
incidents-tally-number-hint = Fra 1 til 50.
incidents-tally-fault-number = Skriv et tall fra 1 til 50.
incidents-tally-nobody = Ingens navn lagres, og ingen spør deg om det senere. Tallet viser hvor det er lett å gjøre feil.
incidents-tally-send = Tell
incidents-tally-thanks-title = Takk, den er talt
incidents-tally-thanks-lead = Det som oppdages i tide, er like mye verdt som det som meldes etterpå.
incidents-tally-again = Tell en til
incidents-tally-link = Oppdaget i tide, og ingenting skjedde? Tell den
incidents-tally-list-title = Talte nestenhendelser
incidents-tally-list-lead = Talt av ansatte uten melding: dato, enhet, type og antall. Ingen navngis. Det som er talt ved en feil, strykes og teller ikke lenger med.
incidents-tally-none = Ingenting er talt ennå.
incidents-tally-count = { $count ->
    [one] Én oppføring
   *[other] { $count } oppføringer
 }
incidents-tally-day = Dato
incidents-tally-col-number = Antall
incidents-tally-col-strike = Feilføring
incidents-tally-strike = Stryk
incidents-tally-struck = strøket
incidents-tally-row = { $about }: { $count ->
    [one] én nestenhendelse
   *[other] { $count } nestenhendelser
 }
