incidents-tally-title = Tæl en nærved-hændelse
incidents-tally-lead = Til små ting, der sker ofte, og som blev opdaget, før noget nåede nogen. Hvis noget nåede nogen, eller du er i tvivl, så skriv en indberetning.
incidents-tally-about = Hvad handlede den om?
incidents-tally-number = Hvor mange?
incidents-tally-number-hint = Fra 1 til 50.
incidents-tally-fault-number = Skriv et tal fra 1 til 50.
incidents-tally-nobody = Ingen navne gemmes, og ingen spørger dig om det senere. Tallet viser, hvor det er let at begå fejl.
incidents-tally-send = Tæl
incidents-tally-thanks-title = Tak, den er talt med
incidents-tally-thanks-lead = Det, der opdages i tide, er lige så meget værd som det, der indberettes bagefter.
incidents-tally-again = Tæl en til
incidents-tally-link = Opdaget i tide, og intet skete? Tæl den
incidents-tally-list-title = Talte nærved-hændelser
incidents-tally-list-lead = Talt af medarbejdere uden indberetning: dag, enhed, art og antal. Ingen nævnes. Det, der er talt ved en fejl, overstreges og tæller ikke med.
incidents-tally-none = Der er ikke talt noget endnu.
incidents-tally-count = { $count ->
    [one] Én post
   *[other] { $count } poster
 }
incidents-tally-day = Dag
incidents-tally-col-number = Antal
incidents-tally-col-strike = Fejl
incidents-tally-strike = Overstreg
incidents-tally-struck = overstreget
incidents-tally-row = { $about }: { $count ->
    [one] én nærved-hændelse
   *[other] { $count } nærved-hændelser
 }
