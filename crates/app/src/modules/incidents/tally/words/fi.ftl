incidents-tally-title = Merkitse läheltä piti -tilanne
incidents-tally-lead = Tässä merkitään pieniä asioita, joita sattuu usein ja jotka huomattiin ajoissa, ennen kuin mitään päätyi kenellekään. Jos jotakin päätyi jollekulle tai jos et ole varma, tee ilmoitus.
incidents-tally-about = Millainen se oli?
incidents-tally-number = Montako?
incidents-tally-number-hint = 1–50.
incidents-tally-fault-number = Kirjoita luku väliltä 1–50.
incidents-tally-nobody = Kenenkään nimeä ei tallenneta, eikä sinulta kysytä asiasta myöhemmin. Luku näyttää, missä virhe sattuu helposti.
incidents-tally-send = Merkitse
incidents-tally-thanks-title = Kiitos, tilanne on merkitty
incidents-tally-thanks-lead = Ajoissa huomattu on yhtä arvokas kuin jälkikäteen ilmoitettu.
incidents-tally-again = Merkitse vielä yksi
incidents-tally-link = Huomattiin ajoissa eikä mitään sattunut? Merkitse se
incidents-tally-list-title = Pikalaskuriin merkityt läheltä piti -tilanteet
incidents-tally-list-lead = Työntekijöiden ilman ilmoitusta tekemät merkinnät: päivä, yksikkö, laji ja määrä. Ketään ei nimetä. Vahingossa tehty merkintä mitätöidään, eikä sitä enää lasketa.
incidents-tally-none = Mitään ei ole vielä merkitty.
incidents-tally-count = { $count ->
    [one] Yksi merkintä
   *[other] { $count } merkintää
 }
incidents-tally-day = Päivä
incidents-tally-col-number = Määrä
incidents-tally-col-strike = Vahinko
incidents-tally-strike = Mitätöi
incidents-tally-struck = mitätöity
incidents-tally-row = { $about }: { $count ->
    [one] yksi läheltä piti -tilanne
   *[other] { $count } läheltä piti -tilannetta
 }
