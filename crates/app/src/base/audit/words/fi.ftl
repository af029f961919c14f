audit-menu = Lokikirja
audit-title = Lokikirja
audit-lead = Jokaisesta toimenpiteestä jää tänne merkintä. Merkinnät on ketjutettu, joten myöhempi muutos näkyy.
audit-head = Lokikirjan viimeinen merkintä
audit-head-number = Merkintä { $seq }
audit-key = Allekirjoitusavaimen sormenjälki
audit-verify = Tarkista lokikirja
audit-verb = Toimenpide
audit-subject = Kohde
audit-day = Päivä
audit-filter = Näytä
audit-none = Ei merkintöjä.
audit-count = { $count ->
    [one] { $count } merkintä
   *[other] { $count } merkintää
 }
audit-number = Nro
audit-when = Milloin
audit-who = Kuka
audit-who-program = Ohjelma: { $task }
audit-who-console = Komentorivi
audit-who-nobody = Ei kirjautunut
audit-who-person = Henkilö
audit-back = Takaisin lokikirjaan
audit-verify-title = Lokikirjan tarkistus
audit-verify-good = Kaikki täsmää: merkinnät seuraavat toisiaan, ja jokainen rivi on lokikirjan mukainen.
audit-verify-bad = { $count ->
    [one] { $count } kohta ei täsmää.
   *[other] { $count } kohtaa ei täsmää.
 }
audit-verify-sum = Merkintöjä: { $entries }. Rivejä: { $rows }. Muualla säilytettyjä tiivisteitä: { $heads }.
audit-verify-erased = Poistettu säännöllä { $rule }: { $count }
audit-verify-list = { $count ->
    [one] Löytynyt virhe
   *[other] Ensimmäiset { $count } löytynyttä virhettä
 }
audit-verify-what = Mikä ei täsmää
audit-verify-place = Missä
audit-fault-gap = Tätä ennen puuttuu merkintä
audit-fault-follows = Merkintä ei jatka edellistä
audit-fault-changed-entry = Merkintää on muutettu
audit-fault-unknown-row = Riviä ei ole lokikirjassa
audit-fault-changed-row = Riviä on muutettu ohjelman ulkopuolella
audit-fault-missing-row = Rivi puuttuu, eikä mikään sääntö ole poistanut sitä
audit-fault-returned = Rivi poistettiin, mutta se on taas olemassa
audit-fault-rewritten = Ketju on kirjoitettu uudelleen: muualla säilytetty tiiviste on toinen
audit-fault-cut = Lokikirjan loppu on poistettu: muualla säilytetty tiiviste on myöhempi
audit-fault-signature = Tiivisteessä ei ole tämän asennuksen allekirjoitusta
audit-fault-heads-file = Tiivisteiden tiedostoa ei voi lukea
audit-fault-content = Liitteen sisältö puuttuu tai sitä on muutettu
audit-mail-subject = Lokikirjan tiiviste { $day }
audit-mail-text = Säilytä tämä viesti. Se osoittaa myöhemmin, ettei lokikirjaa ole kirjoitettu uudelleen. Allekirjoitusavaimen sormenjälki: { $key }
