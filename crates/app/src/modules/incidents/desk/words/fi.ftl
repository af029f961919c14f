# What waits
incidents-menu-queue = Työjono
incidents-queue-title = Odottavat tapaukset
incidents-queue-lead = Kaikki avoimet tapaukset, vanhin ensin, ja mitä niistä vielä puuttuu.
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
incidents-missing-awareness = milloin rekisterinpitäjä sai tiedon
incidents-missing-decision = päätös ilmoituksesta viranomaiselle
incidents-missing-late-reasons = viivästymisen syyt
incidents-missing-people = päätös rekisteröidyille kertomisesta
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
incidents-do-bundle = Päätä yhdessä samanlaisten kanssa
incidents-do-false-alarm = Se oli väärä hälytys
incidents-do-untie = Poista liitos
incidents-merge-note = Molemmat kertovat samasta tapahtumasta. Tämä tapaus päättyy linkkiin, ja sen ilmoittaja saa saman vastauksen kuin toinen ilmoittaja.
incidents-split-note = Yksi ilmoitus kertoi kahdesta tapahtumasta. Toisesta tulee oma tapaus, jolla on samat havainto- ja ilmoitusajat.
incidents-link-note = Tapaukset pysyvät erillisinä. Jos tapahtuma toistui, toimiviksi luullut toimenpiteet avataan uudelleen ja niiden vastuuhenkilöille kerrotaan.
incidents-bundle-note = Useista samanlaisista pienistä loukkauksista, joilla on sama syy, voi ilmoittaa ja päättää yhdessä. Tästä tapauksesta tehty päätös koskee silloin niitä kaikkia.
incidents-false-alarm-note = Väärä hälytys on hyvä loppu. Tapaus arvioidaan, ilmoittajaa kiitetään ja tapaus päätetään samalla kertaa.
incidents-false-alarm-thanks = Kiitos, että kerroit. Selvitimme asian, eikä kenellekään aiheutunut haittaa. Kerro meille myös seuraavalla kerralla, kun olet epävarma.
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
incidents-step-import = Tuotu historiana, ei arvioitu täällä
incidents-step-dispose = Henkilötiedot poistettu päätöksellä

# Faults of the desk
incidents-fault-other = Anna sellaisen tapauksen numero, jonka näet.
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
incidents-register-window = Sanat esiintyvät hyvin monessa tapauksessa, joten haku kävi läpi vain uusimmat { $count }. Valitse vuosi tai lisää harvinaisempi sana.
incidents-to-pdf = Tallenna PDF-tiedostona
incidents-to-json = Tallenna JSON-tiedostona
incidents-desk-title = Tietosuojavastaavan työpöytä
incidents-paper-title = Henkilötietojen tietoturvaloukkausten rekisteri
incidents-paper-lead = Tosiasiat, vaikutukset ja korjaavat toimet tietosuoja-asetuksen 33 artiklan 5 kohdan mukaan sekä päätökset perusteluineen.
incidents-paper-first = Tapauksia on enemmän. Tässä on vain uusimmat { $count }; kaikki ovat datatiedostossa.
incidents-paper-as-of = Tilanne { $at }
incidents-paper-page = Sivu
incidents-paper-decisions = Päätökset ja perustelut
