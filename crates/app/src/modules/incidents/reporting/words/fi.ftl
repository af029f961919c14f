# The public report page
incidents-reporting-title = Menikö jokin pieleen? Kerro meille
incidents-reporting-lead = Se vie minuutin. Et tarvitse käyttäjätunnusta, eikä sinun tarvitse kertoa, kuka olet.
incidents-reporting-what-hint = Kerro omin sanoin. Jätä nimet ja henkilötunnukset pois, jos voit.
incidents-reporting-noticed-unknown = En tiedä
incidents-reporting-noticed-on = Muuna päivänä
incidents-reporting-file-hint = Kuva (JPEG, PNG), asiakirja (PDF, DOCX, XLSX, PPTX, ODT, ODS, ODP) tai pelkkä teksti, enintään { $size }. Poistamme paikan, ajan, tekijän ja tiedoston nimen. Se, mitä kuvassa tai tekstissä itsessään näkyy, jää.
incidents-reporting-extra = Jos haluat kertoa lisää
incidents-reporting-board = Mitä kunnan toimialaa tai yhtiötä asia koskee?
incidents-reporting-board-hint = Jätä tyhjäksi, jos et tiedä tai jos siellä työskentelee vain muutama ihminen.
incidents-reporting-ask-contact = Saammeko ottaa sinuun yhteyttä? Miten?
incidents-reporting-contact-hint = Puhelinnumero tai sähköpostiosoite. Jätä tyhjäksi, jos haluat pysyä tuntemattomana: voit lukea vastauksemme kuitin avulla.
incidents-reporting-not-kept = Emme tallenna, mistä kirjoitat tai mihin kellonaikaan. Tallennamme päivän ja sen, mitä kirjoitat. Tieto siitä, kuka olet, jää meille vain, jos kirjoitat sen itse. Antamasi puhelinnumeron tai sähköpostiosoitteen näkee vain tietosuojavastaava, ja se poistetaan 30 päivän kuluttua tapauksen päättämisestä.
incidents-reporting-honest-title = Mitä emme voi luvata
incidents-reporting-honest-network = Käyttämäsi verkon ylläpitäjä voi nähdä, että tällä sivulla on käyty. Työpaikalla ylläpitäjä on työnantajasi. Jos se huolettaa sinua, käytä toista verkkoa.
incidents-reporting-honest-device = Selain voi säilyttää tämän sivun ja sen, mitä kirjoitat. Jos laitetta käyttävät muutkin, avaa sivu yksityisessä ikkunassa ja sulje ikkuna lopuksi.
incidents-reporting-honest-story = Kertomus voi paljastaa kertojan. Jos haluat pysyä tuntemattomana, jätä pois se, minkä vain sinä voit tietää.
incidents-reporting-honest-few = Jos työpaikalla on kolme ihmistä, kukaan heistä ei ole nimetön.
incidents-reporting-honest-file = Kuva tai asiakirja voi näyttää enemmän kuin luulet: kasvot, ikkunan, kirjoitustavan.
incidents-reporting-honest-record = Se, mitä tänne tallennetaan, voi olla julkinen asiakirja, jota muut voivat pyytää nähtäväksi. Siksi emme tallenna, kuka olet.
incidents-reporting-to-talk = Lue vastaus ilmoitukseen
incidents-reporting-to-tell = Tee ilmoitus
incidents-reporting-to-about = Mitä varten tämä sivu on ja mitä varten se ei ole
incidents-reporting-without-name = Ilmoita nimettömästi
incidents-reporting-without-name-note = Sivu on toisessa osoitteessa, jossa et ole kirjautuneena. Käyttäjätunnustasi ei yhdistetä siihen, mitä kirjoitat siellä.

# The receipt
incidents-reporting-now-received = Jos sait jotakin vahingossa: älä anna sitä eteenpäin, älä käytä sitä ja säilytä se, kunnes vastaamme.
incidents-reporting-receipt-title = Kuittisi
incidents-reporting-receipt-once = Nämä yksitoista sanaa näytetään vain nyt. Kirjoita ne muistiin, kopioi tai tulosta ne. Vastauksemme voi lukea vain se, jolla sanat ovat. Emme voi hakea niitä uudelleen.
incidents-reporting-receipt-copy = Sanat yhdellä rivillä
incidents-reporting-copy = Kopioi
incidents-reporting-copied = Kopioitu
incidents-reporting-print = Tulosta
incidents-reporting-receipt-use = Luemme ilmoituksesi ja vastaamme täällä. Palaa kuittisi kanssa muutaman päivän kuluttua.
incidents-reporting-receipt-hand = Lue sanat soittajalle tai tulosta ne. Niiden avulla hän voi lukea vastauksen täällä:
incidents-reporting-another = Kirjaa toinen ilmoitus

# The talk
incidents-reporting-talk-title = Ilmoituksesi
incidents-reporting-talk-lead = Kuittisi avulla luet vastauksemme ja voit kertoa lisää.
incidents-reporting-code = Kuittisi yksitoista sanaa
incidents-reporting-code-hint = Isoilla kirjaimilla, väleillä ja rivinvaihdoilla ei ole merkitystä.
incidents-reporting-open = Avaa
incidents-reporting-talk-you = Kirjoitit
incidents-reporting-talk-officer = Tietosuojavastaava
incidents-reporting-no-answer = Vastausta ei ole vielä. Palaa muutaman päivän kuluttua.
incidents-reporting-learned = Opimme ilmoituksestasi. Voit lukea alta, mitä opimme.
incidents-reporting-added = Kiitos. Viestisi on vastaanotettu.
incidents-reporting-again = Tämä ilmoitus oli jo tullut meille. Uudet tiedot on lisätty siihen.
incidents-reporting-again-same = Tämä ilmoitus oli jo tullut meille. Se lasketaan yhdeksi ilmoitukseksi, ja kuitti on sama kuin ennen.
incidents-reporting-again-less = Tämä ilmoitus oli jo tullut meille, eikä siinä ole uutta. Se lasketaan yhdeksi ilmoitukseksi.
incidents-reporting-again-yours = Kuittisi on se, jonka sait ilmoituksen lähettäessäsi. Sitä ei näytetä uudelleen. Jos et saanut kuittia, palaa takaisin ja lähetä ensimmäinen tekstisi muuttamattomana.
incidents-reporting-again-other = Haluatko kertoa jostain muusta?
incidents-reporting-again-fresh = Avaa uusi lomake
incidents-reporting-again-more = Lisäsin tiedoston tai yhteystiedon.
incidents-reporting-closed = Tämä ilmoitus on käsitelty.
incidents-reporting-talk-again = Tälle laitteelle ei jää tietoa kuitistasi. Sulje sivu, kun olet valmis.

# The poster
incidents-reporting-poster-title = Juliste, jossa on osoite
incidents-reporting-poster-alt = Ruutukoodi, joka johtaa osoitteeseen { $address }
incidents-reporting-due = Postilaatikossa { $count }
incidents-reporting-due-detail = Ilman kirjautumista lähetetyt ilmoitukset ja viestit

# By an operator
incidents-reporting-operator-title = Ilmoitus toisen puolesta
incidents-reporting-operator-lead = Joku kertoo sinulle asiasta puhelimessa tai palvelupisteessä, ja sinä kirjoitat. Hän saa kuitin, eikä hänen tarvitse kertoa, kuka hän on. Sinunkaan nimeäsi ei tallenneta.

# What this channel is not
incidents-reporting-about-title = Mitä varten tämä sivu on
incidents-reporting-about-lead = Kerro täällä, jos ihmisten tietoja on voinut joutua vääriin käsiin tai voisi joutua.
incidents-reporting-about-mishap = Kirje tai viesti väärälle henkilölle, jotakin kadonnut, jotakin muiden nähtävillä.
incidents-reporting-about-risk = Riski, jonka huomasit, tai jokin, mikä oli mennä pieleen. Siitä ilmoittaminen on hyvää työtä.
incidents-reporting-about-mistake = Myös oma virheesi. Useimmiten virheen tekee ihminen, joka tekee työnsä hyvin.
incidents-reporting-not-title = Tämä ei ole ilmoittajansuojelun ilmoituskanava
incidents-reporting-not-whistle = Jos haluat ilmoittaa lain rikkomisesta kunnassa, esimerkiksi korruptiosta, varojen väärinkäytöstä tai terveyden vaarantamisesta, käytä direktiivin (EU) 2019/1937 mukaista ilmoituskanavaa.
incidents-reporting-not-whistle-national = Jos haluat ilmoittaa lain rikkomisesta kunnassa, esimerkiksi korruptiosta, varojen väärinkäytöstä tai terveyden vaarantamisesta, käytä kunnan väärinkäytöksistä ilmoittamisen kanavaa.
incidents-reporting-not-act = Kansallinen laki: { $act }.
incidents-reporting-not-protection = Siellä laki suojelee sinua vastatoimilta. Täällä saat lupauksemme, mutta et lain antamaa suojaa.
incidents-reporting-not-way = Kysy kunnaltasi, missä sen ilmoituskanava on.
incidents-reporting-to-whistle = Siirry ilmoittajansuojelun ilmoituskanavaan
incidents-reporting-times-receipt = Siellä ilmoituksesi vahvistetaan vastaanotetuksi
incidents-reporting-times-answer = ja siihen vastataan
incidents-reporting-times-days =
    { $count ->
        [one] { $count } päivässä
       *[other] { $count } päivässä
    }
incidents-reporting-times-months =
    { $count ->
        [one] { $count } kuukaudessa siitä
       *[other] { $count } kuukaudessa siitä
    }
incidents-reporting-times-source = Direktiivi (EU) 2019/1937, 9 artiklan 1 kohdan b ja f alakohta, sovellettu { $day } alkaen. Kansallisessa laissa voi olla tarkempia säännöksiä.
incidents-reporting-not-title-2 = Sivu ei ole tarkoitettu myöskään näihin asioihin
incidents-reporting-not-urgent = Hengenvaara tai käynnissä oleva rikos: soita { $number }.
incidents-reporting-not-urgent-three = Hengenvaara tai käynnissä oleva rikos: soita ambulanssi numerosta { $ambulance }, poliisi numerosta { $police } ja palokunta numerosta { $fire }.
incidents-reporting-not-rights = Omien tietojen tarkastaminen tai oikaiseminen: tee pyyntö sille kunnan yksikölle, jolla tiedot ovat.

# The letterbox, for the data protection officer
incidents-reporting-menu = Postilaatikko
incidents-reporting-letterbox-title = Postilaatikko
incidents-reporting-letterbox-lead = Ilman kirjautumista lähetetyt ilmoitukset ja viestit. Postilaatikko avataan kello { $hours }, jotta saapumisaika ei paljasta kirjoittajaa. Se, mitä et ota käsittelyyn, siirtyy rekisteriin päivän päätyttyä.
incidents-reporting-letterbox-none = Postilaatikko on tyhjä.
incidents-reporting-take = Ota rekisteriin
incidents-reporting-take-all = Ota kaikki rekisteriin
incidents-reporting-files =
    { $count ->
        [one] { $count } tiedosto
       *[other] { $count } tiedostoa
    }
incidents-reporting-panel-title = Miten ilmoitus tuli
incidents-reporting-way = Saapumistapa
incidents-reporting-way-anonymous = nimetön
incidents-reporting-way-public = julkinen sivu, yhteystieto annettu
incidents-reporting-way-operator = kerrottu puhelimessa tai palvelupisteessä
incidents-reporting-way-mail = sähköpostilla
incidents-reporting-contact = Miten ilmoittajaan saa yhteyden
incidents-reporting-contact-note = Tietoa säilytetään vain vastaamista varten. Se poistuu automaattisesti 30 päivän kuluttua asian päättämisestä.
incidents-reporting-contact-erase = Poista yhteystieto
incidents-reporting-waiting =
    { $count ->
        [one] { $count } viesti odottaa
       *[other] { $count } viestiä odottaa
    }
incidents-reporting-to-letterbox = Postilaatikkoon
incidents-notice-letterbox = Postilaatikossa on jotakin
incidents-notice-letterbox-subject = Postilaatikossa on jotakin
incidents-notice-letterbox-text = Ilman kirjautumista lähetetty ilmoitus tai viesti odottaa sinua: { $href }
incidents-notice-question = Kysymys ilmoituksestasi
incidents-notice-question-subject = Kysymys ilmoituksestasi { $number }
incidents-notice-question-text = Tietosuojavastaava kysyy sinulta jotakin: { $href }

# Asking the reporter
incidents-step-ask = Ilmoittajalta kysytty
incidents-do-ask = Kysy ilmoittajalta
incidents-ask-note = Ilmoittaja näkee kysymyksesi ja voi vastata siihen lisäyksenä ilmoitukseen. Kysy, miten näin pääsi käymään, älä sitä, kuka sen teki.
incidents-ask-question = Kysymyksesi
incidents-fault-question = Kirjoita kysymyksesi.

# More to choose in a report
incidents-about-risk = Huomasin riskin; mitään ei ole tapahtunut
incidents-about-near-miss = Läheltä piti
incidents-now-risk = Kiitos, että huomasit. Sinun ei tarvitse tehdä nyt muuta. Jos voit poistaa riskin heti ja turvallisesti, poista se.
incidents-now-near-miss = Hyvä, ettei mitään sattunut. Kirjaa vielä tuoreeltaan muistiin, mikä teki virheestä helpon. Muille voi käydä samoin.
incidents-reporting-mail-empty = (Viestissä ei ole tekstiä. Se on tallennettu kokonaan tiedostona.)

# Faults
incidents-reporting-fault-before = Päivä on ennen organisaation perustamista.
incidents-reporting-fault-file = Tiedostosta ei voida poistaa tietoja, jotka voivat paljastaa sen tekijän. Siksi tiedostoa ei otettu vastaan. Tekstisi on yhä tässä. Lähetä kuva JPEG- tai PNG-muodossa ja asiakirja PDF-, DOCX-, XLSX-, PPTX-, ODT-, ODS- tai ODP-muodossa ilman salasanaa ja makroja, tai kirjoita, mitä tiedostossa on.
incidents-reporting-fault-code = Tällä kuitilla ei löydy ilmoitusta. Tarkista yksitoista sanaa: jokaisessa on neljä kirjainta.
incidents-reporting-refused-unit = Vielä ei ole lautakuntaa eikä yksikköä, joka voisi ottaa ilmoituksen vastaan.
incidents-reporting-refused-order = Ota ensin käsittelyyn ilmoitus, johon tämä viesti kuuluu.
incidents-reporting-poster-pdf = Juliste PDF-tiedostona
