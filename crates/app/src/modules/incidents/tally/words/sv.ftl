incidents-tally-title = Räkna ett tillbud
incidents-tally-lead = För små saker som händer ofta och som märktes i tid, innan något nådde någon. Om något nådde någon, eller om du är osäker: skriv en rapport.
incidents-tally-about = Vad slags tillbud var det?
incidents-tally-number = Hur många?
incidents-tally-number-hint = Från 1 till 50.
incidents-tally-fault-number = Skriv ett tal från 1 till 50.
incidents-tally-nobody = Ingens namn sparas och ingen frågar dig om saken senare. Antalet visar var det är lätt att göra fel.
incidents-tally-send = Räkna
incidents-tally-thanks-title = Tack, det är räknat
incidents-tally-thanks-lead = Det som märks i tid är lika mycket värt som det som rapporteras efteråt.
incidents-tally-again = Räkna ett till
incidents-tally-link = Märktes det i tid och inget hände? Räkna det
incidents-tally-list-title = Räknade tillbud
incidents-tally-list-lead = Räknade av anställda utan rapport: dag, enhet, slag och antal. Ingen nämns vid namn. Det som har förts in av misstag stryks och räknas inte längre.
incidents-tally-none = Inget har räknats ännu.
incidents-tally-count = { $count ->
    [one] En anteckning
   *[other] { $count } anteckningar
 }
incidents-tally-day = Dag
incidents-tally-col-number = Antal
incidents-tally-col-strike = Misstag
incidents-tally-strike = Stryk
incidents-tally-struck = struken
incidents-tally-row = { $about }: { $count ->
    [one] ett tillbud
   *[other] { $count } tillbud
 }
