# Times
incidents-law-step-take-up = Tietosuojavastaava otti käsittelyyn
incidents-law-step-delay = Viivästyksen syyt kirjattu
incidents-law-time-processor-aware = Tuli käsittelijän tietoon
incidents-law-time-processor-told = Käsittelijä kertoi meille
incidents-law-time-triaged = Tietosuojavastaava otti käsittelyyn
incidents-law-time-people = Rekisteröidyille ilmoitettiin
incidents-law-time-contained = Saatiin rajattua
incidents-law-when-month = { $month } { $year }
incidents-law-when-between = { $from } – { $until }
incidents-law-when-since = alkoi { $from }, jatkui vielä kirjattaessa
incidents-law-gap-earlier = { $span } ennen sitä
incidents-law-ask-part-hint = Niin tarkasti kuin on tiedossa: 2026-10-31, 2026-10 tai 2026. Siihen ei lisätä mitään.
incidents-law-ask-until = Mihin asti, jos se kesti jonkin aikaa
incidents-law-ask-ongoing = Se jatkuu yhä
incidents-law-ask-contained = Saatiin rajattua, päivä ja kellonaika
incidents-law-ask-contained-hint = Milloin siitä ei voinut enää seurata lisää haittaa: peruttu, poistettu, lukittu, löydetty.
incidents-law-ask-part = Tai vain päivä, kuukausi tai vuosi
incidents-law-ask-processor-title = Jos se tapahtui käsittelijällä
incidents-law-ask-processor-aware = Tuli käsittelijän tietoon
incidents-law-ask-processor-told = Käsittelijä kertoi meille
incidents-law-ask-processor-told-hint = Asia on rekisterinpitäjän tiedossa, kun käsittelijä on kertonut siitä, vaikka riskiä ei olisi vielä arvioitu.

# Faults
incidents-law-fault-part = Kirjoita se muodossa 2026-10-31, 2026-10 tai 2026.
incidents-law-fault-range = Se ei ole voinut päättyä ennen kuin se alkoi.
incidents-law-fault-ongoing = Joko se on päättynyt tai se jatkuu yhä.
incidents-law-fault-start = Kerro, milloin se alkoi, niin tarkasti kuin on tiedossa.
incidents-law-fault-aware-noticed = Asia ei ole voinut tulla rekisterinpitäjän tietoon ennen kuin kukaan huomasi sitä.
incidents-law-fault-contained = Sitä ei ole voitu rajata ennen kuin se alkoi.
incidents-law-fault-processor = Asia ei ole voinut tulla käsittelijän tietoon ennen kuin se tapahtui.
incidents-law-fault-told = Käsittelijä ei ole voinut kertoa ennen kuin asia oli sen tiedossa.
