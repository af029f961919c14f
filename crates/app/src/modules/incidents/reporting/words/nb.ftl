# The public report page
incidents-reporting-title = Har noe gått galt? Si fra
incidents-reporting-lead = Det tar ett minutt. Du trenger ingen konto, og du trenger ikke si hvem du er.
incidents-reporting-what-hint = Skriv med egne ord. Utelat navn og fødselsnumre hvis du kan.
incidents-reporting-noticed-unknown = Jeg vet ikke
incidents-reporting-noticed-on = En annen dag
incidents-reporting-file-hint = Et bilde (JPEG, PNG), et dokument (PDF, DOCX, XLSX, PPTX, ODT, ODS, ODP) eller ren tekst, høyst { $size }. Vi fjerner sted, tid, forfatter og filnavn. Det bildet eller teksten selv viser, blir værende.
incidents-reporting-extra = Hvis du vil si mer
incidents-reporting-board = Hvilken del av kommunen gjelder det?
incidents-reporting-board-hint = La feltet stå tomt hvis du ikke vet det, eller hvis det er få som arbeider der.
incidents-reporting-ask-contact = Kan vi kontakte deg? Hvordan?
incidents-reporting-contact-hint = Et telefonnummer eller en e-postadresse. La feltet stå tomt hvis du vil være ukjent. Da kan du lese svaret vårt med kvitteringen.
incidents-reporting-not-kept = Vi lagrer ikke hvor du skriver fra, eller når på dagen du skriver. Vi lagrer datoen og det du skriver. Hvem du er, lagrer vi bare hvis du skriver det selv. Et telefonnummer eller en e-postadresse du oppgir, kan bare personvernombudet se, og opplysningen slettes 30 dager etter at saken er avsluttet.
incidents-reporting-honest-title = Dette kan vi ikke love
incidents-reporting-honest-network = Den som driver nettet du bruker, kan se at siden er besøkt. På jobb er det arbeidsgiveren din. Bruk et annet nett hvis det bekymrer deg.
incidents-reporting-honest-device = Nettleseren kan lagre denne siden og det du skriver. Hvis andre bruker enheten, åpne siden i et privat vindu og lukk vinduet når du er ferdig.
incidents-reporting-honest-story = En fortelling kan avsløre hvem som forteller. Utelat det bare du kan vite, hvis du vil være ukjent.
incidents-reporting-honest-few = På et sted der tre personer arbeider, er ingen anonym.
incidents-reporting-honest-file = Et bilde eller dokument kan vise mer enn du tror: et ansikt, et vindu, en måte å skrive på.
incidents-reporting-honest-record = Det som lagres her, kan være omfattet av innsynsretten, og andre kan be om å få se det. Derfor lagrer vi ikke hvem du er.
incidents-reporting-to-talk = Les svaret på en melding
incidents-reporting-to-tell = Si fra om noe
incidents-reporting-to-about = Hva siden er til for, og hva den ikke er
incidents-reporting-without-name = Meld fra uten å oppgi navn
incidents-reporting-without-name-note = Siden ligger på en annen adresse, der du ikke er innlogget. Kontoen din knyttes ikke til det du skriver der.

# The receipt
incidents-reporting-now-received = Har du fått noe ved en feil: Ikke gi det videre, ikke bruk det, og ta vare på det til vi svarer.
incidents-reporting-receipt-title = Kvitteringen din
incidents-reporting-receipt-once = Disse elleve ordene vises bare nå. Skriv dem ned, kopier dem eller skriv dem ut. Den som har ordene, kan lese svaret vårt. Uten dem kan ingen lese det, og vi kan ikke finne dem igjen.
incidents-reporting-receipt-copy = Ordene på én linje
incidents-reporting-copy = Kopier
incidents-reporting-copied = Kopiert
incidents-reporting-print = Skriv ut
incidents-reporting-receipt-use = Vi leser meldingen din og svarer her. Kom tilbake om noen dager med kvitteringen din.
incidents-reporting-receipt-hand = Les ordene opp for den som ringer, eller skriv dem ut. Med dem kan vedkommende lese svaret her:
incidents-reporting-another = Skriv ned en melding til

# The talk
incidents-reporting-talk-title = Meldingen din
incidents-reporting-talk-lead = Med kvitteringen kan du lese svaret vårt og fortelle mer.
incidents-reporting-code = De elleve ordene på kvitteringen din
incidents-reporting-code-hint = Store bokstaver, mellomrom og linjeskift har ingen betydning.
incidents-reporting-open = Åpne
incidents-reporting-talk-you = Du skrev
incidents-reporting-talk-officer = Personvernombudet
incidents-reporting-no-answer = Det er ikke kommet noe svar ennå. Kom tilbake om noen dager.
incidents-reporting-learned = Vi har lært noe av meldingen din. Du kan lese det nedenfor.
incidents-reporting-added = Takk. Meldingen er mottatt.
incidents-reporting-again = Denne meldingen hadde vi allerede fått. Det nye er lagt til.
incidents-reporting-again-same = Denne meldingen hadde vi allerede fått. Den teller én gang, og kvitteringen er den samme.
incidents-reporting-again-less = Denne meldingen hadde vi allerede fått, og det er ikke noe nytt i den. Den teller én gang.
incidents-reporting-again-yours = Kvitteringen din er den du fikk da du sendte meldingen. Den vises ikke igjen. Hvis du aldri fikk den, gå tilbake og send den første teksten uendret.
incidents-reporting-again-other = Vil du si fra om noe annet?
incidents-reporting-again-fresh = Åpne et nytt skjema
incidents-reporting-again-more = Jeg har lagt til en fil eller hvordan dere kan nå meg.
incidents-reporting-closed = Denne meldingen er håndtert.
incidents-reporting-talk-again = Ingenting på denne enheten husker kvitteringen din. Lukk siden når du er ferdig.

# The poster
incidents-reporting-poster-title = Plakat med adressen
incidents-reporting-poster-alt = QR-kode som fører til { $address }
incidents-reporting-due = { $count } i postkassen
incidents-reporting-due-detail = Meldinger og beskjeder uten konto

# By an operator
incidents-reporting-operator-title = Melding for en annen
incidents-reporting-operator-lead = Noen forteller deg det på telefon eller i skranken, og du skriver. Vedkommende får en kvittering og trenger ikke si hvem det er. Navnet ditt lagres heller ikke.

# What this channel is not
incidents-reporting-about-title = Hva siden er til for
incidents-reporting-about-lead = Her sier du fra når opplysninger om mennesker kan ha kommet på avveie, eller kunne ha gjort det.
incidents-reporting-about-mishap = Et brev eller en melding til feil person, noe som er mistet, eller noe som andre kunne se.
incidents-reporting-about-risk = En risiko du har oppdaget, eller noe som nesten gikk galt. Å si fra om det er godt arbeid.
incidents-reporting-about-mistake = Også dine egne feil. De fleste feil gjøres av folk som gjør en god jobb.
incidents-reporting-not-title = Dette er ikke varslingskanalen
incidents-reporting-not-whistle = Vil du varsle om lovbrudd i kommunen, for eksempel korrupsjon, misbruk av penger eller fare for helse, bruker du varslingskanalen etter direktiv (EU) 2019/1937.
incidents-reporting-not-whistle-national = Vil du varsle om lovbrudd i kommunen, for eksempel korrupsjon, misbruk av penger eller fare for helse, bruker du kommunens varslingskanal.
incidents-reporting-not-act = Nasjonal lov: { $act }.
incidents-reporting-not-protection = Der beskytter loven deg mot gjengjeldelse. Her har du løftet vårt, men ikke den beskyttelsen.
incidents-reporting-not-way = Spør kommunen hvor du finner varslingskanalen.
incidents-reporting-to-whistle = Til varslingskanalen
incidents-reporting-times-receipt = Der bekreftes varselet ditt innen
incidents-reporting-times-answer = og du får svar innen
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
incidents-reporting-times-source = Direktiv (EU) 2019/1937, artikkel 9 nr. 1 bokstav b og f, gjelder fra { $day }. Nasjonal lov kan ha flere regler.
incidents-reporting-not-title-2 = Den er heller ikke ment for dette
incidents-reporting-not-urgent = Fare for liv eller et pågående lovbrudd: Ring { $number }.
incidents-reporting-not-urgent-three = Fare for liv eller et pågående lovbrudd: Ring { $ambulance } til ambulansen, { $police } til politiet og { $fire } til brannvesenet.
incidents-reporting-not-rights = Innsyn i eller retting av opplysninger om deg selv: Henvend deg til den delen av kommunen som har dem.

# The letterbox, for the data protection officer
incidents-reporting-menu = Postkasse
incidents-reporting-letterbox-title = Postkasse
incidents-reporting-letterbox-lead = Meldinger og beskjeder uten konto. Postkassen åpnes klokken { $hours }, slik at ikke noe tidspunkt avslører hvem som skrev. Det du ikke fører inn i registeret, føres inn når dagen er over.
incidents-reporting-letterbox-none = Postkassen er tom.
incidents-reporting-take = Før inn i registeret
incidents-reporting-take-all = Før alle inn i registeret
incidents-reporting-files =
    { $count ->
        [one] { $count } fil
       *[other] { $count } filer
    }
incidents-reporting-panel-title = Hvordan meldingen kom inn
incidents-reporting-way = Innkommet
incidents-reporting-way-anonymous = anonymt
incidents-reporting-way-public = på den åpne siden, med kontaktopplysning
incidents-reporting-way-operator = fortalt på telefon eller i skranken
incidents-reporting-way-mail = på e-post
incidents-reporting-contact = Hvordan melderen kan nås
incidents-reporting-contact-note = Opplysningen lagres bare for å kunne svare. Den slettes automatisk 30 dager etter at saken er avsluttet.
incidents-reporting-contact-erase = Slett kontaktopplysningen
incidents-reporting-waiting =
    { $count ->
        [one] { $count } beskjed venter
       *[other] { $count } beskjeder venter
    }
incidents-reporting-to-letterbox = Til postkassen
incidents-notice-letterbox = Noe i postkassen
incidents-notice-letterbox-subject = Noe i postkassen
incidents-notice-letterbox-text = En melding eller beskjed uten konto venter på deg. Åpne postkassen her: { $href }
incidents-notice-question = Spørsmål om meldingen din
incidents-notice-question-subject = Spørsmål om meldingen din { $number }
incidents-notice-question-text = Personvernombudet har et spørsmål til deg. Les og svar her: { $href }

# Asking the reporter
incidents-step-ask = Spørsmål stilt til melderen
incidents-do-ask = Spør melderen
incidents-ask-note = Melderen ser spørsmålet og kan svare som tillegg til meldingen. Spør hvordan det kunne skje, ikke hvem som gjorde det.
incidents-ask-question = Spørsmålet ditt
incidents-fault-question = Skriv spørsmålet ditt.

# More to choose in a report
incidents-about-risk = Jeg oppdaget en risiko, men ingenting har skjedd
incidents-about-near-miss = Det gikk nesten galt
incidents-now-risk = Takk for at du fulgte med. Du trenger ikke gjøre mer nå. Er faren nær og du trygt kan fjerne den, så gjør det.
incidents-now-near-miss = Bra at det gikk godt. Noter hva som gjorde det lett å gjøre feil, mens du husker det. Andre kan møte det samme.
incidents-reporting-mail-empty = (E-posten har ingen tekst. Hele e-posten er lagret som en fil.)

# Faults
incidents-reporting-fault-before = Datoen er før organisasjonen ble opprettet.
incidents-reporting-fault-file = Filen kan ikke renses for det som kan avsløre hvem som har laget den, og er derfor ikke tatt imot. Teksten din er her fortsatt. Send et bilde som JPEG eller PNG, et dokument som PDF, DOCX, XLSX, PPTX, ODT, ODS eller ODP uten passord og makroer, eller skriv hva som står i den.
incidents-reporting-fault-code = Ingen melding har denne kvitteringen. Se på de elleve ordene igjen: Hvert har fire bokstaver.
incidents-reporting-refused-unit = Det finnes ennå ikke noe utvalg og ingen enhet som kan ta imot meldingen.
incidents-reporting-refused-order = Før først inn meldingen som beskjeden hører til.
incidents-reporting-poster-pdf = Plakaten som PDF
