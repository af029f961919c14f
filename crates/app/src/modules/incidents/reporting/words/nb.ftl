# The public report page
incidents-reporting-title = Har noe gått galt? Si fra
incidents-reporting-lead = Det tar ett minutt. Du trenger ingen konto, og du trenger ikke si hvem du er.
incidents-reporting-what-hint = Skriv med egne ord. Utelat navn og fødselsnummer hvis du kan.
incidents-reporting-noticed-unknown = Jeg vet ikke
incidents-reporting-noticed-on = En annen dag
incidents-reporting-file-hint = Et bilde (JPEG, PNG), et dokument (PDF, DOCX, XLSX, PPTX, ODT, ODS, ODP) eller ren tekst, høyst { $size }. Vi fjerner sted, tid, forfatter og filnavn. Det bildet eller teksten selv viser, blir værende.
incidents-reporting-extra = Hvis du vil si mer
incidents-reporting-board = Hvilken del av kommunen gjelder det?
incidents-reporting-board-hint = La feltet stå tomt hvis du ikke vet det, eller hvis få arbeider der.
incidents-reporting-ask-contact = Kan vi kontakte deg? Hvordan?
incidents-reporting-contact-hint = Et telefonnummer eller en e-postadresse. La feltet stå tomt hvis du vil være ukjent: Du kan lese svaret vårt med kvitteringen.
incidents-reporting-not-kept = Vi lagrer ikke hvem du er, hvor du skriver fra, eller hva klokken er. Vi lagrer dagen og det du skriver.
incidents-reporting-honest-title = Hva vi ikke kan love
incidents-reporting-honest-network = Den som driver nettet du bruker, kan se at siden er besøkt. På jobb er det arbeidsgiveren din. Bruk et annet nett hvis det bekymrer deg.
incidents-reporting-honest-story = En fortelling kan avsløre hvem som forteller. Utelat det bare du kan vite, hvis du vil være ukjent.
incidents-reporting-honest-few = På et sted der tre personer arbeider, er ingen anonym.
incidents-reporting-honest-file = Et bilde eller dokument kan vise mer enn du tror: et ansikt, et vindu, en måte å skrive på.
incidents-reporting-honest-record = Det som lagres her, kan være omfattet av innsynsretten. Derfor lagrer vi ikke hvem du er.
incidents-reporting-to-talk = Les svaret på en melding
incidents-reporting-to-tell = Si fra om noe
incidents-reporting-to-about = Hva siden er til, og hva den ikke er
incidents-reporting-without-name = Meld fra uten navnet ditt
incidents-reporting-without-name-note = Siden ligger på en annen adresse, der du ikke er innlogget. Kontoen din knyttes ikke til det du skriver der.

# The receipt
incidents-reporting-now-received = Hvis noe kom til deg ved en feil: Ikke gi det videre, ikke bruk det, og ta vare på det til vi svarer.
incidents-reporting-receipt-title = Kvitteringen din
incidents-reporting-receipt-once = Disse elleve ordene vises bare nå. Skriv dem ned, kopier eller skriv dem ut. Den som har dem, kan lese svaret vårt; uten dem kan ingen, og vi kan ikke finne dem igjen.
incidents-reporting-receipt-copy = Ordene på én linje
incidents-reporting-copy = Kopier
incidents-reporting-copied = Kopiert
incidents-reporting-print = Skriv ut
incidents-reporting-receipt-use = Vi leser meldingen din og svarer her. Kom tilbake med kvitteringen din om noen dager.
incidents-reporting-receipt-hand = Les ordene opp for den som ringer, eller skriv dem ut. Med dem kan vedkommende lese svaret her:
incidents-reporting-another = Skriv ned en melding til

# The talk
incidents-reporting-talk-title = Meldingen din
incidents-reporting-talk-lead = Med kvitteringen din leser du svaret vårt og kan fortelle mer.
incidents-reporting-code = De elleve ordene på kvitteringen din
incidents-reporting-code-hint = Store bokstaver, mellomrom og linjeskift har ingen betydning.
incidents-reporting-open = Åpne
incidents-reporting-talk-you = Du skrev
incidents-reporting-talk-officer = Personvernombudet
incidents-reporting-no-answer = Det er ikke noe svar ennå. Kom tilbake om noen dager.
incidents-reporting-added = Takk. Meldingen er mottatt.
incidents-reporting-closed = Denne meldingen er håndtert.
incidents-reporting-talk-again = Ingenting på denne enheten husker kvitteringen din. Lukk siden når du er ferdig.

# The poster
incidents-reporting-poster-title = Plakat med adressen
incidents-reporting-poster-alt = Rutekode som fører til { $address }
incidents-reporting-due = { $count } i postkassen
incidents-reporting-due-detail = Meldinger og beskjeder uten konto

# By an operator
incidents-reporting-operator-title = Melding for en annen
incidents-reporting-operator-lead = Noen forteller deg det på telefon eller ved skranken; du skriver. Vedkommende får en kvittering og trenger ikke si hvem det er. Heller ikke navnet ditt lagres.

# What this channel is not
incidents-reporting-about-title = Hva siden er til
incidents-reporting-about-lead = Her sier du fra når opplysninger om mennesker kan ha havnet feil, eller kunne gjøre det.
incidents-reporting-about-mishap = Et brev eller en melding til feil person, noe mistet, noe som andre kunne se.
incidents-reporting-about-risk = En risiko du oppdaget, eller noe som nesten gikk galt. Det teller som godt arbeid.
incidents-reporting-about-mistake = Også din egen feil. De fleste gjøres av folk som arbeider godt.
incidents-reporting-not-title = Det er ikke varslingskanalen
incidents-reporting-not-whistle = Vil du varsle om lovbrudd i kommunen, for eksempel korrupsjon, misbruk av penger eller fare for helse, bruk varslingskanalen etter direktiv (EU) 2019/1937 eller landets egen lov om varsling.
incidents-reporting-not-protection = Der beskytter loven deg mot gjengjeldelse. Her har du løftet vårt, ikke den beskyttelsen.
incidents-reporting-not-way = Spør kommunen hvor varslingskanalen dens er.
incidents-reporting-to-whistle = Til varslingskanalen
incidents-reporting-times-receipt = Der bekreftes varselet ditt innen
incidents-reporting-times-answer = og besvares innen
incidents-reporting-times-days =
    { $count ->
        [one] { $count } dag
       *[other] { $count } dager
    }
incidents-reporting-times-months =
    { $count ->
        [one] { $count } måned etter det
       *[other] { $count } måneder etter det
    }
incidents-reporting-times-source = Direktiv (EU) 2019/1937, artikkel 9 nr. 1 bokstav b og f, anvendt siden { $day }.
incidents-reporting-not-title-2 = Den er heller ikke til dette
incidents-reporting-not-urgent = Fare for liv eller en pågående forbrytelse: ring politiet på 112.
incidents-reporting-not-rights = Å se eller rette opplysninger om deg selv: be den delen av kommunen som har dem.

# The letterbox, for the data protection officer
incidents-reporting-menu = Postkasse
incidents-reporting-letterbox-title = Postkasse
incidents-reporting-letterbox-lead = Meldinger og beskjeder uten konto. Den åpnes klokken { $hours }, slik at ikke noe tidspunkt avslører hvem som skrev. Det du ikke tar opp, føres inn i registeret når dagen er over.
incidents-reporting-letterbox-none = Postkassen er tom.
incidents-reporting-take = Ta opp i registeret
incidents-reporting-take-all = Ta opp alle i registeret
incidents-reporting-files =
    { $count ->
        [one] { $count } fil
       *[other] { $count } filer
    }
incidents-reporting-panel-title = Hvordan den kom inn
incidents-reporting-way = Vei inn
incidents-reporting-way-anonymous = anonym
incidents-reporting-way-public = åpen side, med kontakt
incidents-reporting-way-operator = fortalt på telefon eller ved skranken
incidents-reporting-way-mail = på e-post
incidents-reporting-contact = Hvordan en når den som meldte fra
incidents-reporting-contact-note = Det lagres bare for å kunne svare og slettes av seg selv 30 dager etter at saken er lukket.
incidents-reporting-contact-erase = Slett kontaktopplysningen
incidents-reporting-waiting =
    { $count ->
        [one] { $count } beskjed venter
       *[other] { $count } beskjeder venter
    }
incidents-reporting-to-letterbox = Til postkassen
incidents-notice-letterbox = Noe i postkassen
incidents-notice-letterbox-subject = Noe i postkassen
incidents-notice-letterbox-text = En melding eller beskjed uten konto venter på deg: { $href }
incidents-notice-question = Spørsmål om meldingen din
incidents-notice-question-subject = Spørsmål om meldingen din { $number }
incidents-notice-question-text = Personvernombudet spør deg om noe: { $href }

# Asking the reporter
incidents-step-ask = Spurt den som meldte fra
incidents-do-ask = Spør den som meldte fra
incidents-ask-note = Den som meldte fra, ser spørsmålet og kan svare som tillegg til meldingen. Spør hvordan det kunne skje, ikke hvem som gjorde det.
incidents-ask-question = Spørsmålet ditt
incidents-fault-question = Skriv spørsmålet ditt.

# More to choose in a report
incidents-about-risk = Jeg oppdaget en risiko; ingenting har skjedd
incidents-about-near-miss = Det gikk nesten galt
incidents-now-risk = Takk for at du så etter. Du trenger ikke gjøre mer nå. Er risikoen nær og du kan fjerne den trygt, så gjør det.
incidents-now-near-miss = Bra at det gikk godt. Noter mens du husker det, hva som gjorde det lett å gjøre feil; andre møter det samme.
incidents-reporting-mail-empty = (E-posten har ingen tekst. Den er lagret i sin helhet som en fil.)

# Faults
incidents-reporting-fault-before = Den dagen er før organisasjonens begynnelse.
incidents-reporting-fault-file = Filen kan ikke renses for det som kan avsløre hvem som har laget den, så den ble ikke tatt imot. Teksten din er her fortsatt. Send et bilde som JPEG eller PNG, et dokument som PDF, DOCX, XLSX, PPTX, ODT, ODS eller ODP uten passord og makroer, eller skriv hva som står i den.
incidents-reporting-fault-code = Ingen melding har denne kvitteringen. Se på de elleve ordene igjen: Hvert har fire bokstaver.
incidents-reporting-refused-unit = Det finnes ennå ikke noe styre og ingen enhet som kan ta imot meldingen.
incidents-reporting-refused-order = Ta først opp meldingen som beskjeden hører til.
incidents-reporting-poster-pdf = Plakaten som PDF
