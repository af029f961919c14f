# What waits
incidents-menu-queue = Työjono
incidents-queue-title = Odottavat tapaukset
incidents-queue-lead = Kaikki avoimet tapaukset vanhimmasta alkaen ja se, mitä niistä vielä puuttuu.
incidents-queue-none = Mikään tapaus ei odota.
incidents-queue-count =
    { $count ->
        [one] { $count } avoin tapaus
       *[other] { $count } avointa tapausta
    }
incidents-to-queue = Odottavat tapaukset
incidents-col-age = Ilmoituksesta kulunut
incidents-col-missing = Puuttuu
incidents-missing-nothing = Ei mitään. Tapauksen voi päättää.
incidents-missing-assessment = arviointi
incidents-missing-awareness = milloin asia tuli rekisterinpitäjän tietoon
incidents-missing-decision = päätös ilmoituksesta viranomaiselle
incidents-missing-late-reasons = viivästyksen syyt
incidents-missing-people = päätös rekisteröidyille ilmoittamisesta
incidents-missing-answer = vastaus ilmoittajalle
incidents-missing-measure-owner = toimenpiteen vastuuhenkilö

# Together
incidents-panel-links =
    { $count ->
        [one] Kuuluu yhteen: { $count } tapaus
       *[other] Kuuluu yhteen: { $count } tapausta
    }
incidents-do-merge = Yhdistä toiseen tapaukseen
incidents-do-split = Erota omaksi tapaukseksi
incidents-do-link = Liitä toiseen tapaukseen
incidents-do-bundle = Päätä yhdessä samanlaisten tapausten kanssa
incidents-do-false-alarm = Se oli väärä hälytys
incidents-do-untie = Poista liitos
incidents-merge-note = Molemmissa on kyse samasta tapahtumasta. Tämä tapaus päätetään ja linkitetään toiseen, ja sen ilmoittaja saa saman vastauksen kuin toinen ilmoittaja.
incidents-split-note = Yhdessä ilmoituksessa kerrottiin kahdesta tapahtumasta. Toisesta tulee oma tapaus, jossa on samat havainto- ja ilmoitusajat.
incidents-link-note = Tapaukset pysyvät erillisinä. Jos tapahtuma toistui, toimiviksi luullut toimenpiteet avataan uudelleen ja niiden vastuuhenkilöille kerrotaan.
incidents-bundle-note = Useista samanlaisista pienistä loukkauksista, joilla on sama syy, voi ilmoittaa ja päättää yhdessä. Tästä tapauksesta tehty päätös koskee silloin niitä kaikkia.
incidents-false-alarm-note = Väärä hälytys on hyvä lopputulos. Tapaus arvioidaan, ilmoittajaa kiitetään ja tapaus päätetään samalla kertaa.
incidents-false-alarm-thanks = Kiitos, että kerroit. Selvitimme asian, eikä kenellekään aiheutunut haittaa. Kerro meille seuraavallakin kerralla, jos olet epävarma.
incidents-bundle-none = Rekisterinpitäjällä ei ole muuta arvioitua loukkausta, josta ei vielä ole päätetty.
incidents-ask-tie = Miten ne kuuluvat yhteen?
incidents-ask-other = Toisen tapauksen numero
incidents-ask-other-hint = Esimerkiksi 2026-0012. Voit myös valita luettelosta.
incidents-ask-likely = Saman yksikön tai samaa asiaa koskevat tapaukset
incidents-ask-members = Mistä tapauksista päätetään yhdessä tämän kanssa?
incidents-ask-members-hint = Vain arvioidut loukkaukset, joista ei vielä ole päätetty.
incidents-ask-split = Mikä on toinen tapahtuma?
incidents-ask-split-hint = Omin sanoin, ilman nimiä.
incidents-ties-title = Liitokset, jotka voi poistaa
incidents-tie-merged = Jatkuu tapauksessa
incidents-tie-merged-back = Yhdistetty tähän
incidents-tie-split = Erotettu tapauksesta
incidents-tie-split-back = Erotettu omaksi tapaukseksi
incidents-tie-bundled = Päätetään yhdessä tapauksen kanssa
incidents-tie-bundled-back = Päätetään tämän kanssa
incidents-tie-cause = Sama syy
incidents-tie-recurrence = Toistui tapauksen jälkeen
incidents-tie-recurrence-back = Toistui tapauksessa
incidents-tie-supplier = Sama tapahtuma toimittajalla
incidents-tie-nis2 = Sama tapahtuma kyberturvallisuuslain mukaan
incidents-step-merge = Yhdistetty toiseen tapaukseen
incidents-step-import = Tuotu aiempana tapauksena, ei arvioitu täällä
incidents-step-dispose = Henkilötiedot poistettu päätöksellä

# Faults of the desk
incidents-fault-other = Anna sellaisen tapauksen numero, jonka saat nähdä.
incidents-fault-tie = Valitse, miten ne kuuluvat yhteen.
incidents-fault-members = Valitse vähintään yksi tapaus.
incidents-refused-same = Tapausta ei voi liittää itseensä.
incidents-refused-tied = Tapaukset on jo liitetty näin.
incidents-refused-merge-notified = Tästä tapauksesta on ilmoitettu viranomaiselle. Yhdistä toinen tapaus tähän.
incidents-refused-merge-closed = Toinen tapaus on päätetty. Avaa se ensin uudelleen.
incidents-refused-bundle-decided = Yhdestä tapauksesta on jo päätetty.
incidents-refused-bundle-lead = Yksi tapauksista edustaa jo muita.

# The register on paper and as data
incidents-stage-history = Historiallinen, ei arvioitu
incidents-register-more = Yli { $count } tapausta. Näet muut rajaamalla hakua.
incidents-register-window = Sanat esiintyvät hyvin monessa tapauksessa, joten haussa käytiin läpi vain uusimmat, yhteensä { $count }. Valitse vuosi tai lisää harvinaisempi sana.
incidents-to-pdf = Tallenna PDF-tiedostona
incidents-to-json = Tallenna JSON-tiedostona
incidents-to-breaches = Pelkkien tietoturvaloukkausten rekisteri tietosuoja-asetuksen 33 artiklan 5 kohdan mukaan (PDF)
incidents-desk-title = Tietosuojavastaavan työpöytä
incidents-paper-title = Henkilötietojen tietoturvaloukkausten rekisteri
incidents-paper-lead = Seikat, vaikutukset ja korjaavat toimet tietosuoja-asetuksen 33 artiklan 5 kohdan mukaan sekä päätökset perusteluineen.
incidents-paper-all-title = Tapahtumien rekisteri
incidents-paper-all-lead = Tietoturvaloukkaukset, läheltä piti -tilanteet, havainnot riskeistä, väärät hälytykset ja vielä arvioimattomat tapaukset sivun rajausten mukaan: seikat, vaikutukset ja korjaavat toimet sekä päätökset perusteluineen.
incidents-paper-judged = Riski arvioitiin
incidents-paper-first = Tapauksia on enemmän. Tässä ovat vain uusimmat, yhteensä { $count }. Kaikki ovat datatiedostossa.
incidents-paper-as-of = Tilanne { $at }
incidents-paper-decisions = Päätökset ja perustelut

# Root cause, lessons, lists
incidents-step-cause = Juurisyy kirjattu
incidents-do-cause = Kirjaa juurisyy
incidents-do-about = Muuta, mistä on kyse
incidents-about-note = Tämä ratkaisee tapauksen tarkistuslistan ja neuvot, jotka ilmoittaja näkee.
incidents-do-lesson = Julkaise oppi
incidents-ask-cause = Miksi näin pääsi käymään?
incidents-ask-cause-hint = Mikä teki virheestä helpon, ei se, kuka sen teki.
incidents-ask-owner = Kuka sen tekee?
incidents-ask-owner-hint = Nimi tai henkilöstönumero. Jos sopivia on useita, saat valita heistä.
incidents-ask-owner-which = Kuka heistä?
incidents-fault-owner-none = Tällä nimellä tai numerolla ei löydy ketään.
incidents-fault-owner-several = Sopivia on useita. Valitse yksi.
incidents-lessons-title = Mitä olemme oppineet
incidents-lessons-lead = Nämä opit ovat työtovereiden ilmoitusten ansiota. Niissä ei mainita ketään.
incidents-lessons-none = Oppeja ei vielä ole.
incidents-lesson-note = Jokainen työntekijä voi lukea opin. Myös ilmoittaja näkee sen, vaikka hänellä ei olisi käyttäjätunnusta. Kirjoita, mitä muut voivat tehdä toisin; jätä pois henkilöt, paikat ja pienet luvut.
incidents-ask-lang = Tekstin kieli
incidents-ask-lesson-title = Otsikko
incidents-ask-lesson = Oppi
incidents-ask-lesson-hint = Mitä yleisesti tapahtui ja mikä auttaa.
incidents-lesson-publish = Julkaise työntekijöille
incidents-lesson-withdraw = Poista oppi näkyvistä
incidents-fault-lesson-names = Opissa ei mainita ketään: poista ilmoittajan nimi, henkilötunnukset ja tapauksen numero.
incidents-panel-work = Tarkistuslista: { $done } / { $count } tehty
incidents-list-title = Tarkistuslista
incidents-list-legend = Merkitse, mikä on tehty
incidents-list-left = Vielä tehtävä
incidents-lists-title = Tarkistuslistojen omat kohdat
incidents-lists-lead = Ohjelmassa on lista joka tapahtumalajille. Lisää tähän, mitä organisaationne haluaa lisäksi tarkistaa.
incidents-lists-none = Omia kohtia ei vielä ole.
incidents-lists-add = Lisää kohta
incidents-lists-text = Mitä tarkistetaan
incidents-lists-about-hint = Jätä tyhjäksi, jos kohta koskee kaikkia lajeja.
incidents-lists-every = kaikki lajit
incidents-lists-end = Poista

# History from other systems
incidents-to-veris = Tallenna VERIS-muodossa
incidents-import-title = Tuo aiempia tapauksia
incidents-import-lead = Toisen järjestelmän tiedosto: VERIS-tietueita (JSON) tai taulukko (CSV, XLSX). Näet vaikutukset, ennen kuin mitään tallennetaan.
incidents-import-note = Aiemmat tapaukset merkitään historiallisiksi ja arvioimattomiksi. Niistä ei ala määräaikaa eikä synny tehtäviä. Niiden teksteissä voi olla henkilötietoja.
incidents-import-file = Tiedosto
incidents-import-file-hint = JSON, CSV tai XLSX, enintään { $limit }.
incidents-import-source = Mistä se on peräisin
incidents-import-source-hint = Toisen järjestelmän nimi. Yhdessä tapauksen tunnuksen kanssa se on yksilöivä: sama tiedosto ei toisella kerralla muuta mitään.
incidents-import-unit = Yksikkö, johon tapaukset kuuluvat
incidents-import-unit-hint = Yksikkö määrää lautakunnan tai yhtiön.
incidents-import-columns-title = Mitä sarakkeita taulukossa voi olla
incidents-import-columns = Jokaisella tapauksella on oltava numero tai viite. Lisäksi: päivä, kuvaus, tyyppi, loukkauksen laji, luonne, henkilöt, toimittaja. Otsikot voivat olla millä tahansa viidestä kielestä.
incidents-import-show = Näytä vaikutukset
incidents-import-preview = Mitä tiedosto tekisi
incidents-import-done = Tapaukset on tuotu
incidents-import-records = Tietueita tiedostossa
incidents-import-new = Uusia
incidents-import-known = Jo rekisterissä
incidents-import-rejected = Hylätty
incidents-import-place = Kohta tiedostossa
incidents-import-left = Lisäksi vielä { $count }.
incidents-import-sample = Ensimmäiset tietueet
incidents-import-name = Tunnus siellä
incidents-import-apply = Tuo uudet
incidents-import-other = Toinen tiedosto
incidents-import-see = Näytä aiemmat tapaukset
incidents-import-no-file = Valitse tiedosto.
incidents-import-empty = Tiedostossa ei ole tietueita.
incidents-import-many = Tiedostossa on yli 50 000 tietuetta. Jaa se.
incidents-import-no-json = Tiedosto ei ole luettelo VERIS-tietueita.
incidents-import-no-workbook = Työkirjaa ei voi lukea. Tallenna se CSV-muotoon ja yritä uudelleen.
incidents-import-too-large = Työkirja on purettuna liian suuri.
incidents-import-no-name = Saraketta tapauksen numerolle tai viitteelle ei ole.
incidents-import-why-no-record = Tämä ei ole tietue.
incidents-import-why-no-name = Sillä ei ole numeroa eikä viitettä.
incidents-import-why-long-name = Sen numero tai viite on yli 200 merkkiä.
incidents-import-why-twice = Sama numero oli jo tässä tiedostossa.
incidents-import-why-version = Sen VERIS-versiota ohjelma ei tunne.
incidents-import-why-date = Sen päivää ei voi lukea.
incidents-import-why-future = Sen päivä on tulevaisuudessa.
incidents-import-why-outcome = Sen tyyppi ei ole mikään tunnetuista.
incidents-import-why-unit = Siinä on yksikkö, jota ei ole tai joka kuuluu toiselle rekisterinpitäjälle.
incidents-import-why-broken = Rivillä on eri määrä soluja kuin otsikossa tai solu on liian pitkä.

# Retention and disposal
incidents-retention-title = Säilytys ja hävittäminen
incidents-retention-lead = Henkilötiedot poistetaan vain tänne kirjatulla päätöksellä. Rekisterin seikat ja lokikirja säilyvät.
incidents-retention-period =
    { $years ->
        [one] Säilytetään { $years } vuosi tapauksen päättämisestä. Lähde: { $source }
       *[other] Säilytetään { $years } vuotta tapauksen päättämisestä. Lähde: { $source }
    }
incidents-retention-none = Säilytysaikaa ei ole asetettu, joten mitään ei voi hävittää.
incidents-retention-set = Aseta säilytysaika
incidents-retention-years = Vuotta
incidents-retention-years-hint = Lasketaan tapauksen päättämisestä.
incidents-retention-source = Mihin se perustuu
incidents-retention-source-hint = Tiedonohjaussuunnitelma tai päätös, numero ja päivä.
incidents-retention-count =
    { $count ->
        [one] { $count } tapaus on hävitettävissä
       *[other] { $count } tapausta on hävitettävissä
    }
incidents-retention-ripe = Päätetty ennen { $day }.
incidents-retention-note = Valittujen tapausten kertomukset, seikat, perustelut, vastaukset, tiedostot ja keskustelut poistetaan lopullisesti, myös palautetuista varmuuskopioista.
incidents-retention-cases = Tapaukset
incidents-retention-body = Päättänyt toimielin
incidents-retention-day = Päätöspäivä
incidents-retention-paragraph = Pykälä
incidents-retention-sure = Päätös on tehty ja se koskee näitä tapauksia
incidents-retention-dispose = Hävitä tällä päätöksellä
incidents-retention-decisions = Päätökset
incidents-retention-decided =
    { $count ->
        [one] { $body }, { $day }, { $paragraph }: { $count } tapaus
       *[other] { $body }, { $day }, { $paragraph }: { $count } tapausta
    }
incidents-fault-sure = Merkitse, että päätös on tehty.
incidents-refused-no-period = Aseta ensin rekisterinpitäjän säilytysaika.
incidents-refused-not-ripe = Yksi tapauksista on avoin tai sen säilytysaika ei ole päättynyt.
