# Times
incidents-law-step-take-up = Tietosuojavastaava otti käsittelyyn
incidents-law-step-delay = Viivästyksen syyt kirjattu
incidents-law-time-processor-aware = Tuli käsittelijän tietoon
incidents-law-time-processor-told = Käsittelijä ilmoitti meille
incidents-law-time-triaged = Tietosuojavastaava otti käsittelyyn
incidents-law-time-people = Rekisteröidyille ilmoitettiin
incidents-law-time-contained = Saatiin rajattua
incidents-law-when-month = { $month } { $year }
incidents-law-when-between = { $from } – { $until }
incidents-law-when-since = alkoi: { $from }, jatkui vielä kirjattaessa
incidents-law-gap-earlier = { $span } ennen sitä
incidents-law-ask-part-hint = Niin tarkasti kuin on tiedossa: 2026-10-31, 2026-10 tai 2026. Siihen ei lisätä mitään.
incidents-law-ask-until = Mihin asti, jos se kesti jonkin aikaa
incidents-law-ask-ongoing = Se jatkuu yhä
incidents-law-ask-contained = Saatiin rajattua, päivä ja kellonaika
incidents-law-ask-contained-hint = Milloin siitä ei voinut enää aiheutua lisää haittaa: viesti peruttiin, tieto poistettiin, laite lukittiin tai löydettiin.
incidents-law-ask-part = Tai vain päivä, kuukausi tai vuosi
incidents-law-ask-processor-title = Jos se tapahtui käsittelijällä
incidents-law-ask-processor-aware = Tuli käsittelijän tietoon
incidents-law-ask-processor-told = Käsittelijä ilmoitti meille
incidents-law-ask-processor-told-hint = Asia on rekisterinpitäjän tiedossa, kun käsittelijä on ilmoittanut siitä, vaikka riskiä ei olisi vielä arvioitu.
incidents-law-ask-processor-page = Milloin toimittaja sai tiedon ja ilmoitti meille, on kirjattu omalle sivulleen:

# Faults
incidents-law-fault-part = Kirjoita se muodossa 2026-10-31, 2026-10 tai 2026.
incidents-law-fault-range = Se ei ole voinut päättyä, ennen kuin se alkoi.
incidents-law-fault-ongoing = Joko se on päättynyt tai se jatkuu yhä.
incidents-law-fault-start = Kerro, milloin se alkoi, niin tarkasti kuin on tiedossa.
incidents-law-fault-aware-noticed = Asia ei ole voinut tulla rekisterinpitäjän tietoon, ennen kuin kukaan oli huomannut sitä.
incidents-law-fault-aware-told = Henkilötietojen käsittelijä oli jo ilmoittanut meille. Siitä hetkestä asia on rekisterinpitäjän tiedossa.
incidents-law-fault-contained = Sitä ei ole voitu rajata, ennen kuin se alkoi.
incidents-law-fault-processor = Asia ei ole voinut tulla käsittelijän tietoon, ennen kuin se tapahtui.
incidents-law-fault-told = Käsittelijä ei ole voinut ilmoittaa, ennen kuin asia oli sen tiedossa.

# Clocks
incidents-law-clocks-title = Tapauksen { $number } määräajat
incidents-law-limits-title = Määräajat
incidents-law-limits-none = Mikään määräaika ei kulu. 72 tuntia alkaa, kun henkilötietojen tietoturvaloukkaus tulee rekisterinpitäjän tietoon.
incidents-law-investigation = Lyhyt selvitys ennen asian tuloa rekisterinpitäjän tietoon: { $span } ilmoituksesta. Sitä ei lasketa määräaikaan.
incidents-law-rule-notify = Ilmoitus valvontaviranomaiselle
incidents-law-rule-early-warning = Ensi-ilmoitus (NIS2)
incidents-law-rule-incident-notification = Jatkoilmoitus (NIS2)
incidents-law-rule-final-report = Loppuraportti (NIS2)
incidents-law-rule-receipt = Vahvistus ilmoittajalle ilmoituksen vastaanottamisesta
incidents-law-rule-feedback = Palaute ilmoittajalle
incidents-law-stand-off = ei enää tarpeen
incidents-law-stand-running = kuluu
incidents-law-stand-near = yli puolet on kulunut
incidents-law-stand-passed = ylitetty
incidents-law-stand-met = tehty ajoissa
incidents-law-stand-met-late = tehty myöhässä
incidents-law-clock-from = Alkoi
incidents-law-clock-by = Päättyy
incidents-law-clock-left = Jäljellä
incidents-law-clock-over = Ylitetty
incidents-law-clock-met = Tehty
incidents-law-clock-unmoved = Viimeinen päivä ennen siirtoa työpäivään
incidents-law-clock-formal = Muodollinen päättyminen, asetus 1182/71
incidents-law-clock-source = Säädös
incidents-law-note-formal = Muodollinen päättyminen on vain tiedoksi. Määräaika on edellä mainittu: viikonloput ja pyhäpäivät lasketaan mukaan.
incidents-law-note-moved = Viikonlopulle tai pyhäpäivälle osuva viimeinen päivä siirtyy seuraavaan työpäivään. Kansallisen lain laskutapa voi olla toinen: pyri aikaisempaan päivään.
incidents-law-note-national = Aika on direktiivin mukainen. Tarkista kansallisen lain sanamuoto.
incidents-law-missing = Myöhässä, syyt puuttuvat
incidents-law-missing-hint = Nykyisten tietojen mukaan 72 tuntia on ylittynyt. Ilmoituksessa on kerrottava viivästyksen syyt (tietosuoja-asetuksen 33 artiklan 1 kohta).
incidents-law-missing-ask-hint = Kirjoita niin kuin viranomainen sen lukee.
incidents-law-do-delay = Tallenna syyt
incidents-law-take-up-hint = Kukaan ei ole ottanut tapausta käsittelyyn. Käsittelyyn otettua tapausta selvitetään, vaikka sitä ei olisi vielä arvioitu.
incidents-law-do-take-up = Ota tapaus käsittelyyn
incidents-law-reminders-title = Muistutukset
incidents-law-reminders-hint = Kukin lähetetään kerran: ensin päättäjille, sitten myös lautakunnan sihteerille ja tietoturvapäällikölle.
incidents-law-reminder-when = Muistutus
incidents-law-reminder-rule = Määräaika
incidents-law-reminder-due = Ajankohta
incidents-law-reminder-told = Lähetetty
incidents-law-reminder-waits = tulossa
incidents-law-reminder-late = lähetetty myöhässä
incidents-law-reminder-sent = { $at }, vastaanottajia: { $count }
incidents-law-level-half = Puolet ajasta on kulunut
incidents-law-level-twelve = 12 tuntia jäljellä
incidents-law-level-two = 2 tuntia jäljellä
incidents-law-level-passed = Määräaika on ylitetty
incidents-law-deadline-title = Tapauksen { $number } määräaika
incidents-law-deadline-lead = Jonkun on tehtävä päätös ennen määräajan päättymistä. Varmista, että joku heistä tietää siitä.
incidents-law-deadline-people = Kuka voi päättää
incidents-law-deadline-nobody = Tietosuojavastaavan tehtävällä ei ole tänään hoitajaa
incidents-law-deadline-none = Mikään määräaika ei enää kulu.
incidents-law-to-clocks = Määräajat ja ajat
incidents-law-to-case = Tapaukseen
incidents-law-to-severity = Arvioi vakavuus
incidents-law-to-like = EDPB:n vastaavat tapaukset
incidents-law-to-nis2 = Merkittävä poikkeama (NIS2)
incidents-law-panel-title = Määräajat ja arviointi
incidents-law-panel-warning = Viivästys
incidents-law-panel-risk = Arvioitu riski ja pisteet
incidents-law-panel-like = Lähinnä
incidents-law-task-reasons = Kirjaa viivästyksen syyt
incidents-law-task-nis2 = Ilmoita merkittävä poikkeama (NIS2)
incidents-law-refused-taken-up = Tapaus on jo otettu käsittelyyn.
incidents-law-refused-not-late = Myöhässä ei ole mitään, mistä syyt puuttuisivat.

# Reminders
incidents-law-notice-half = Muistutus määräajasta
incidents-law-notice-half-subject = { $late ->
    [yes] Tapaus { $number } · { $rule } · { $by }: yli puolet ajasta on kulunut (muistutus myöhässä)
   *[no] Tapaus { $number } · { $rule } · { $by }: puolet ajasta on kulunut
}
incidents-law-notice-half-text = { $late ->
    [yes] Tämä muistutus lähetetään myöhässä: määräaika kirjattiin tai ohjelma käynnistyi vasta muistutuksen ajan jälkeen. Yli puolet ajasta on kulunut. Määräaika: { $rule }, { $by }. Tapaus { $number }: { $href }
   *[no] Puolet ajasta on kulunut. Määräaika: { $rule }, { $by }. Tapaus { $number }: { $href }
}
incidents-law-notice-twelve = Muistutus määräajasta
incidents-law-notice-twelve-subject = { $late ->
    [yes] Tapaus { $number } · { $rule } · { $by }: alle 12 tuntia jäljellä (muistutus myöhässä)
   *[no] Tapaus { $number } · { $rule } · { $by }: 12 tuntia jäljellä
}
incidents-law-notice-twelve-text = { $late ->
    [yes] Tämä muistutus lähetetään myöhässä: määräaika kirjattiin tai ohjelma käynnistyi vasta muistutuksen ajan jälkeen. Alle 12 tuntia jäljellä. Määräaika: { $rule }, { $by }. Tapaus { $number }: { $href }
   *[no] 12 tuntia jäljellä. Määräaika: { $rule }, { $by }. Tapaus { $number }: { $href }
}
incidents-law-notice-two = Muistutus määräajasta
incidents-law-notice-two-subject = { $late ->
    [yes] Tapaus { $number } · { $rule } · { $by }: alle 2 tuntia jäljellä (muistutus myöhässä)
   *[no] Tapaus { $number } · { $rule } · { $by }: 2 tuntia jäljellä
}
incidents-law-notice-two-text = { $late ->
    [yes] Tämä muistutus lähetetään myöhässä: määräaika kirjattiin tai ohjelma käynnistyi vasta muistutuksen ajan jälkeen. Alle 2 tuntia jäljellä. Määräaika: { $rule }, { $by }. Tapaus { $number }: { $href }
   *[no] 2 tuntia jäljellä. Määräaika: { $rule }, { $by }. Tapaus { $number }: { $href }
}
incidents-law-notice-passed = Määräaika on ylitetty
incidents-law-notice-passed-subject = { $late ->
    [yes] Tapaus { $number } · { $rule } · { $by }: määräaika on ylitetty (muistutus myöhässä)
   *[no] Tapaus { $number } · { $rule } · { $by }: määräaika on ylitetty
}
incidents-law-notice-passed-text = { $late ->
    [yes] Tämä muistutus lähetetään myöhässä: määräaika kirjattiin tai ohjelma käynnistyi vasta muistutuksen ajan jälkeen. Määräaika on ylitetty. Määräaika: { $rule }, { $by }. Toimi nyt ja kirjaa viivästyksen syyt. Tapaus { $number }: { $href }
   *[no] Määräaika on ylitetty. Määräaika: { $rule }, { $by }. Toimi nyt ja kirjaa viivästyksen syyt. Tapaus { $number }: { $href }
}

# Significant incidents
incidents-law-nis2-title = Merkittävä poikkeama tapauksen { $number } rinnalla
incidents-law-nis2-lead = NIS2-sääntelyn mukainen merkittävä poikkeama ja henkilötietojen tietoturvaloukkaus ovat kaksi tapausta, joilla on omat määräaikansa. Ne on linkitetty tässä toisiinsa.
incidents-law-nis2-where = Ilmoitetaan: { $authority }.
incidents-law-nis2-no-limit = Ohjelmassa ei ole tälle maalle tarkistettua määräaikaa. Tapaus voidaan kirjata, mutta mikään määräaika ei kulu.
incidents-law-nis2-link = Kuuluu tapaukseen
incidents-law-nis2-next = Seuraava vaihe
incidents-law-scope-covered = Laki koskee täällä kuntia sellaisenaan.
incidents-law-scope-partly = Laki ei koske kuntaa sellaisenaan, mutta se voi koskea joitakin sen palveluja, esimerkiksi vettä, jätteitä, energiaa ja satamia.
incidents-law-scope-unverified = Ei ole tarkistettu, koskeeko laki täällä kuntia. Kysy viranomaiselta.
incidents-law-ask-service = Palvelu, jota asia koskee
incidents-law-ask-service-hint = Velvollisuus koskee vain lain piirissä olevia palveluja.
incidents-law-ask-significant = Miksi palvelu kuuluu lain piiriin ja poikkeama on merkittävä
incidents-law-ask-significant-hint = Se on aiheuttanut tai voi aiheuttaa vakavan häiriön tai taloudellisia tappioita tai huomattavaa vahinkoa muille. Ei henkilötietoja.
incidents-law-ask-nis2-aware = Merkittävä poikkeama tuli tietoon
incidents-law-ask-nis2-aware-hint = 24 ja 72 tuntia alkavat tästä. Aika voi olla eri kuin henkilötietojen tietoturvaloukkauksessa.
incidents-law-ask-malicious = Epäilläänkö lainvastaista tai vihamielistä tekoa?
incidents-law-ask-cross-border = Voiko sillä olla rajat ylittäviä vaikutuksia?
incidents-law-suspected-yes = Kyllä
incidents-law-suspected-no = Ei
incidents-law-suspected-unknown = Ei vielä tiedossa
incidents-law-do-nis2 = Avaa tapaus ja käynnistä määräajat
incidents-law-ask-deed = Mitä tehtiin
incidents-law-deed-intermediate = Väliraportti
incidents-law-deed-withdraw = Se ei ollut merkittävä
incidents-law-ask-submitted = Lähetetty, päivä ja kellonaika
incidents-law-ask-deed-words = Asianumero tai syyt
incidents-law-ask-deed-words-hint = Syyt tarvitaan, jos ilmoitus on myöhässä tai poikkeama ei ollut merkittävä.
incidents-law-fault-service = Nimeä palvelu.
incidents-law-fault-aware = Kerro, milloin merkittävä poikkeama tuli tietoon.
incidents-law-fault-deed = Valitse, mitä tehtiin.
incidents-law-fault-submitted = Kerro, milloin se lähetettiin.
incidents-law-fault-before-aware = Sitä ei ole voitu lähettää, ennen kuin poikkeama tuli tietoon.
incidents-law-fault-late = Kirjoita syyt.
incidents-law-refused-nis2 = Tämän tapauksen rinnalla on jo merkittävä poikkeama.
incidents-law-refused-withdrawn = On päätetty, ettei poikkeama ollut merkittävä.
incidents-law-refused-done = Tämä on jo tehty.
incidents-law-refused-final = Loppuraportti tulee jatkoilmoituksen jälkeen.

# Severity
incidents-law-severity-title = Tapauksen { $number } vakavuus
incidents-law-severity-lead = ENISAn menetelmä kolmena kysymyksenä. Pisteet neuvovat; ihminen päättää ja kirjaa perustelun.
incidents-law-kept-title = Tähänastiset arviot
incidents-law-ask-data = 1. Millaisia tietoja?
incidents-law-ask-data-hint = Vastaa jokaisesta lajista, jota asia koskee. Korkein ratkaisee.
incidents-law-data-simple = Tavalliset tiedot
incidents-law-data-simple-hint = Nimi, yhteystiedot, koulutus, perhe-elämä, työ.
incidents-law-data-behavioural = Käyttäytymistiedot
incidents-law-data-behavioural-hint = Sijainti, viestinnän välitystiedot, mieltymykset, tavat.
incidents-law-data-financial = Taloudelliset tiedot
incidents-law-data-financial-hint = Tulot, tilitapahtumat, laskut, kortit, sosiaalietuudet.
incidents-law-data-sensitive = Arkaluonteiset tiedot
incidents-law-data-sensitive-hint = Terveys, poliittiset mielipiteet, seksuaalinen käyttäytyminen ja muut erityiset henkilötietoryhmät.
incidents-law-simple-1 = Mikään ei pahenna asiaa
incidents-law-simple-2 = Mahdollistaa profiilin tai oletuksia sosiaalisesta tai taloudellisesta asemasta
incidents-law-simple-3 = Johtaa oletuksiin terveydestä, seksuaalisuudesta, politiikasta tai uskonnosta
incidents-law-simple-4 = Ratkaisevaa näiden ihmisten turvallisuudelle tai terveydelle: he ovat haavoittuvassa asemassa tai alaikäisiä
incidents-law-behavioural-1 = Ei todellista käsitystä henkilöstä, tai tiedot löytyvät helposti julkisista lähteistä
incidents-law-behavioural-2 = Mikään ei pahenna eikä lievennä asiaa
incidents-law-behavioural-3 = Arjesta voidaan muodostaa profiili
incidents-law-behavioural-4 = Profiili voidaan muodostaa arkaluonteisista tiedoista
incidents-law-financial-1 = Ei todellista käsitystä henkilön taloudesta
incidents-law-financial-2 = Joitakin tietoja, ei merkittävää käsitystä
incidents-law-financial-3 = Mikään ei pahenna eikä lievennä asiaa
incidents-law-financial-4 = Riittää petokseen tai tarkkaan sosiaaliseen tai taloudelliseen profiiliin
incidents-law-sensitive-1 = Ei todellista käsitystä henkilöstä, tai tiedot ovat muutenkin julkisia
incidents-law-sensitive-2 = Johtaa vain yleisiin oletuksiin
incidents-law-sensitive-3 = Johtaa oletuksiin arkaluonteisista asioista
incidents-law-sensitive-4 = Itse arkaluonteinen tieto
incidents-law-ask-protected = Joukossa on henkilö, jolla on turvakielto tai suojattu henkilöllisyys
incidents-law-ask-ease = 2. Kuinka helposti henkilö on tunnistettavissa?
incidents-law-ask-ease-legend = Kaiken paljastuneen perusteella yhdessä
incidents-law-ask-ease-hint = Henkilötunnus yhdessä nimen kanssa on helpoimmin tunnistettava: rekisterit ovat saatavilla.
incidents-law-ease-1 = Tuskin: esimerkiksi koko maassa yleinen nimi tai numero ilman rekisteriä
incidents-law-ease-2 = Vaivannäöllä: esimerkiksi harvinainen nimi tai osoite pienellä paikkakunnalla
incidents-law-ease-3 = Helposti: esimerkiksi harvinainen nimi pienessä kunnassa, selvä kuva tai sähköpostiosoitteesta löytyvä profiili
incidents-law-ease-4 = Heti: esimerkiksi nimi ja lisäksi syntymäaika, sähköpostiosoite tai henkilötunnus
incidents-law-ask-circumstances = 3. Mitä tiedoille tapahtui?
incidents-law-circ-confidentiality = Luottamuksellisuus
incidents-law-circ-integrity = Eheys
incidents-law-circ-availability = Saatavuus
incidents-law-confidentiality-0 = Alttiina, ei merkkejä käytöstä
incidents-law-confidentiality-1 = Paljastui tiedossa oleville vastaanottajille
incidents-law-confidentiality-2 = Paljastui tuntemattomalle määrälle vastaanottajia
incidents-law-integrity-0 = Muuttui, väärinkäyttöä ei havaittu
incidents-law-integrity-1 = Muuttui ja on ehkä käytetty väärin, korjattavissa
incidents-law-integrity-2 = Muuttui ja on ehkä käytetty väärin, ei korjattavissa
incidents-law-availability-0 = Palautettiin vaivatta
incidents-law-availability-1 = Poissa käytöstä jonkin aikaa
incidents-law-availability-2 = Menetetty pysyvästi
incidents-law-ask-deliberate = Joku teki sen tahallaan
incidents-law-flag-many = Koskee yli 100 henkilöä
incidents-law-flag-unintelligible = Vastaanottaja ei voi ymmärtää tietoja: ne on salattu ja avain on turvassa
incidents-law-do-count = Näytä pisteet
incidents-law-result-title = Pisteet rivi riviltä
incidents-law-col-part = Osa
incidents-law-col-why = Miksi
incidents-law-col-points = Pisteet
incidents-law-line-context = Tietojen laji
incidents-law-line-ease = Tunnistettavuus
incidents-law-line-intent = Tahallisuus
incidents-law-line-total = Vakavuus
incidents-law-intent-yes = Tahallaan
incidents-law-intent-no = Erehdys
incidents-law-band-low = Matala
incidents-law-band-medium = Keskitaso
incidents-law-band-high = Korkea
incidents-law-band-very-high = Erittäin korkea
incidents-law-means-low = Asia ei vaikuta ihmisiin, tai siitä on vähäistä haittaa, josta he selviävät ongelmitta.
incidents-law-means-medium = Ihmisille aiheutuu merkittävää haittaa, josta he selviävät joistakin vaikeuksista huolimatta.
incidents-law-means-high = Ihmisille aiheutuu merkittäviä seurauksia, joista he selviävät vain suurin vaikeuksin.
incidents-law-means-very-high = Ihmisille aiheutuu merkittäviä tai peruuttamattomia seurauksia, joista he eivät ehkä selviä.
incidents-law-advice-document = Pisteiden perusteella: dokumentoi.
incidents-law-advice-authority = Pisteiden perusteella: ilmoita valvontaviranomaiselle.
incidents-law-advice-both = Pisteiden perusteella: ilmoita valvontaviranomaiselle ja rekisteröidyille.
incidents-law-advice-only = Pisteet ovat neuvo. Kolmessa EDPB:n kahdeksastatoista tapauksesta ne ovat liian matalat. Lain mukaan ratkaisee ihmisiin kohdistuva riski.
incidents-law-ask-risk = Arviosi ihmisiin kohdistuvasta riskistä
incidents-law-ask-risk-hint = Arvio voi poiketa pisteistä. Se ei vielä ratkaise, ilmoitetaanko loukkauksesta: siitä päätetään erikseen.
incidents-law-risk-unlikely = Riski on epätodennäköinen
incidents-law-risk-risk = Riski
incidents-law-risk-high = Korkea riski
incidents-law-ask-why = Miksi
incidents-law-ask-why-hint = Perustelut niin kuin viranomainen ne lukee rekisteristä (tietosuoja-asetuksen 33 artiklan 5 kohta).
incidents-law-do-judge = Tallenna arvio
incidents-law-fault-data = Valitse ainakin yksi tietojen laji.
incidents-law-fault-ease = Valitse, kuinka helposti henkilö on tunnistettavissa.
incidents-law-fault-risk = Valitse, miten arvioit riskin.

# The EDPB's cases
incidents-law-like-title = EDPB:n tapaukset tapauksen { $number } rinnalla
incidents-law-like-lead = EDPB:n ohjeiden 18 esimerkistä samankaltaisimmat. Ne neuvovat; ihminen päättää ja kirjaa perustelun.
incidents-law-like-none = Ei vielä vertailtavaa. Arvioi tapaus tai valitse alta, mitä siitä tiedetään.
incidents-law-like-case = EDPB:n tapaus { $number }
incidents-law-like-both = Yhteistä
incidents-law-like-ours = Vain tässä tapauksessa
incidents-law-like-theirs = Vain esimerkissä
incidents-law-like-ask = Mitä tästä tapauksesta tiedetään
incidents-law-like-ask-hint = Valmiiksi on valittu, mitä ilmoitus, arviointi ja pisteet kertovat. Muuta ja vertaa uudelleen; mitään ei tallenneta.
incidents-law-do-compare = Vertaa
incidents-law-like-source = EDPB:n ohjeet 01/2021, versio 2.0, 14.12.2021, omin sanoin kerrottuna. Prosentti kertoo, kuinka suuri painotettu osuus piirteistä on yhteisiä.
incidents-law-edpb-authority-yes = Valvontaviranomainen: ilmoitetaan
incidents-law-edpb-authority-no = Valvontaviranomainen: ei ilmoitusta, dokumentoidaan
incidents-law-edpb-people-yes = Rekisteröidyt: ilmoitetaan
incidents-law-edpb-people-no = Rekisteröidyt: ei velvollisuutta ilmoittaa
incidents-law-edpb-undercalls = Huomaa: pisteet olisivat tässä esimerkissä liian matalat.
incidents-law-edpb-borderline = Huomaa: pisteet ovat tässä esimerkissä rajalla.
incidents-law-trait-ransomware = Kiristysohjelma
incidents-law-trait-exfiltration = Ulkopuolinen hyökkäys, jossa vietiin tietoja
incidents-law-trait-internal = Joku organisaation sisältä
incidents-law-trait-lost = Kadonnut tai varastettu
incidents-law-trait-mispostal = Lähetetty tai näytetty väärälle
incidents-law-trait-social = Jotakuta huijattiin
incidents-law-trait-deliberate = Tahallaan
incidents-law-trait-mistake = Erehdyksessä
incidents-law-trait-unintelligible = Tiedot eivät ole muiden ymmärrettävissä, avain on turvassa
incidents-law-trait-backup = Toimiva varmuuskopio
incidents-law-trait-no-backup = Ei varmuuskopiota
incidents-law-trait-copied-out = Joku vei tiedot pahassa tarkoituksessa
incidents-law-trait-known-recipient = Vastaanottajat tiedossa
incidents-law-trait-trusted-recipient = Luotettu vastaanottaja, esimerkiksi salassapitovelvollinen
incidents-law-trait-contained = Rajattu: poistettu, peruttu tai tyhjennetty
incidents-law-trait-credentials = Salasanoja tai muita tunnuksia
incidents-law-trait-identity-number = Henkilötunnuksia
incidents-law-trait-vulnerable = Haavoittuvassa asemassa olevia: lapsia, potilaita, turvakiellossa olevia
incidents-law-trait-one-person = Yksi henkilö
incidents-law-trait-few-people = 2–99 henkilöä
incidents-law-trait-many-people = 100 henkilöä tai enemmän
incidents-law-trait-long = Jatkui viikkoja, ennen kuin se löydettiin
incidents-law-trait-supplier = Toimittajalla
incidents-law-trait-paper = Paperilla
incidents-law-case-1 = Haittaohjelma salaa pienen valmistajan tiedostot. Ne oli jo valmiiksi salattu, avain on turvassa, mitään ei viety, ja varmuuskopio palautetaan muutamassa tunnissa.
incidents-law-why-1 = Riskin poistaa se, että tiedot eivät ole muiden ymmärrettävissä ja varmuuskopio toimii.
incidents-law-case-2 = Maatalousyrityksen yksi tietokone salataan. Mitään ei viety, sähköistä varmuuskopiota ei ole, ja tiedot kootaan paperilta viidessä työpäivässä.
incidents-law-why-2 = Puuttuva varmuuskopio aiheuttaa riskin, mutta ei korkeaa.
incidents-law-case-3 = Suuri osa sairaalan potilas- ja henkilöstötiedoista salataan; palautus kestää kaksi päivää, ja leikkauksia perutaan.
incidents-law-why-3 = Se, että terveystietoihin ei päästä, on jo sinänsä korkea riski.
incidents-law-case-4 = Joukkoliikenneyhtiön tiedot salataan ja viedään, ja varmuuskopiokin salataan. Tiedoissa on asiakkaiden ja henkilöstön henkilöllisyys- ja maksukorttitietoja.
incidents-law-why-4 = Sekä luottamuksellisuus että saatavuus on menetetty.
incidents-law-case-5 = Työnvälitysyrityksen verkkosivun haittaohjelma pystyi kuukauden ajan lukemaan 213 työhakemusta ja poistamaan jälkensä. Hakemuksissa ei ollut erityisiä henkilötietoryhmiä.
incidents-law-why-5 = Hakemukset kertovat paljon ilman erityisiä henkilötietoryhmiäkin.
incidents-law-case-6 = Ruokasivustolta viedään 1 200 nimimerkillä esiintyvän käyttäjän vahvasti tiivistetyt salasanat.
incidents-law-why-6 = Määrä ei ratkaise: tiedot eivät ole muiden ymmärrettävissä, eikä niistä selviä, keitä käyttäjät ovat.
incidents-law-case-7 = Yhtä helppoa salasanaa kokeillaan pankin kaikkiin asiakasnumeroihin. Noin 100 000 asiakkaan tiedot vuotavat, ja noin 2 000 tilille päästään.
incidents-law-why-7 = Muillekaan aiheutuvaa haittaa ei voi sulkea pois.
incidents-law-case-8 = Irtisanoutunut työntekijä kopioi asiakkaiden yhteystiedot ja käyttää niitä kuukausia myöhemmin omassa yrityksessään.
incidents-law-why-8 = Vain yhteystietoja, mutta ne on viety tahallaan, eikä niitä saada takaisin hallintaan.
incidents-law-case-9 = Vakuutusasiamies näkee taulukossa parikymmentä muiden asiakasta; hän on salassapitovelvollinen, ilmoittaa asiasta ja vahvistaa poiston kirjallisesti.
incidents-law-why-9 = Yksi luotettu, tunnettu vastaanottaja ja kirjallinen poisto.
incidents-law-case-10 = Päiväkodista varastetaan kaksi salattua, sammutettua taulutietokonetta. Salasana on vahva, varmuuskopio on olemassa, ja laitteet tyhjennetään etänä.
incidents-law-why-10 = Lasten tietoja, mutta ne eivät ole muiden ymmärrettävissä eivätkä ole kadonneet.
incidents-law-case-11 = Palveluntarjoajan työntekijän salaamaton kannettava tietokone varastetaan. Siinä on yli 100 000 asiakkaan nimet, osoitteet ja syntymäajat.
incidents-law-why-11 = Tavallisia tietoja, mutta määrä ja identiteettivarkauden mahdollisuus tekevät riskistä korkean.
incidents-law-case-12 = Päihdekuntoutuslaitoksen lukitsemattomasta huoneesta varastetaan paperinen päiväkirja; potilaiden henkilö- ja terveystietoja, ei kopiota.
incidents-law-why-12 = Erityisiä henkilötietoryhmiä, haavoittuvassa asemassa olevia ihmisiä, eikä paperista ole kopiota.
incidents-law-case-13 = Kaupan kaksi kenkälähetystä ja niiden lähetysluettelot menevät ristiin. Molemmat pyydetään takaisin ja lähetetään uudelleen.
incidents-law-why-13 = Vähäpätöinen sisältö, rajattu heti.
incidents-law-case-14 = Työvoimatoimisto lähettää kurssitarjouksen ja liittää mukaan luettelon yli 60 000 työnhakijasta henkilötunnuksineen.
incidents-law-why-14 = Poistopyyntö vastaanottajille ei kumoa tapahtunutta. Lähimpänä kunnan arkea.
incidents-law-case-15 = Kurssin osallistujaluettelo lähetetään hotellin sijasta 15 aiemmalle osallistujalle. Virhe huomataan heti, ja luettelo pyydetään poistamaan.
incidents-law-why-15 = Pieni, rajattu, ei turvakieltoja.
incidents-law-case-16 = Kuorituskone laittaa kaksi autovakuutuskirjettä samaan kuoreen: nimi, osoite, maksut, syntymäaika.
incidents-law-why-16 = Yksi henkilö eikä erityisiä henkilötietoryhmiä, mutta väärinkäyttöä ei voi sulkea pois.
incidents-law-case-17 = Soittaja läpäisee puhelinyhtiön tunnistuskysymykset ja saa asiakkaan laskutuksen sähköpostiosoitteen vaihdetuksi. Asia havaitaan kuukauden kuluttua.
incidents-law-why-17 = Yksi henkilö, korkea riski. Tunnistamisen tapa on muutettava.
incidents-law-case-18 = Kauppaketjun postilaatikoihin asetetut edelleenlähetyssäännöt keräävät maksuviestejä kolmen kuukauden ajan. Viesteissä on 99 työntekijän palkkatiedot.
incidents-law-why-18 = Rekisterinpitäjä ilmoitti vain kymmenelle: kaikille 99:lle on ilmoitettava.
incidents-law-nis2-country = Sovellettava laki: { $country }.
