# The public report page
incidents-reporting-title = Er noget gået galt? Fortæl os det
incidents-reporting-lead = Det tager et minut. Du behøver ingen konto, og du behøver ikke sige, hvem du er.
incidents-reporting-what-hint = Skriv med dine egne ord. Udelad navne og CPR-numre, hvis du kan.
incidents-reporting-noticed-unknown = Det ved jeg ikke
incidents-reporting-noticed-on = En anden dag
incidents-reporting-file-hint = Et billede (JPEG, PNG), et dokument (PDF, DOCX, XLSX, PPTX, ODT, ODS, ODP) eller ren tekst, højst { $size }. Vi fjerner sted, tid, forfatter og filnavn. Det, som selve billedet eller teksten viser, bliver stående.
incidents-reporting-extra = Hvis du vil fortælle mere
incidents-reporting-board = Hvilken del af kommunen handler det om?
incidents-reporting-board-hint = Lad feltet være tomt, hvis du ikke ved det, eller hvis få arbejder der.
incidents-reporting-ask-contact = Må vi kontakte dig? Hvordan?
incidents-reporting-contact-hint = Et telefonnummer eller en e-mailadresse. Lad feltet være tomt, hvis du ikke vil give dig til kende. Du kan læse vores svar med kvitteringen.
incidents-reporting-not-kept = Vi gemmer ikke, hvor du skriver fra, eller hvad klokken er. Vi gemmer dagen og det, du skriver. Hvem du er, gemmer vi kun, hvis du selv skriver det. Et telefonnummer eller en e-mailadresse, som du oplyser, kan kun databeskyttelsesrådgiveren se, og oplysningen slettes 30 dage efter, at sagen er afsluttet.
incidents-reporting-honest-title = Hvad vi ikke kan love
incidents-reporting-honest-network = Den, der driver det netværk, du bruger, kan se, at siden er besøgt. På arbejdet er det din arbejdsgiver. Brug et andet netværk, hvis det bekymrer dig.
incidents-reporting-honest-device = Browseren kan gemme denne side og det, du skriver. Bruger andre også enheden, så åbn siden i et privat vindue, og luk vinduet, når du er færdig.
incidents-reporting-honest-story = Det, du fortæller, kan afsløre, hvem du er. Udelad det, som kun du kan vide, hvis du ikke vil give dig til kende.
incidents-reporting-honest-few = På et sted, hvor der arbejder tre mennesker, er ingen anonym.
incidents-reporting-honest-file = Et billede eller dokument kan vise mere, end du tror: et ansigt, et vindue, en måde at skrive på.
incidents-reporting-honest-record = Det, der gemmes her, kan være omfattet af aktindsigt, og andre kan bede om at se det. Derfor gemmer vi ikke, hvem du er.
incidents-reporting-to-talk = Læs svaret på en indberetning
incidents-reporting-to-tell = Fortæl os om noget
incidents-reporting-to-about = Hvad siden er til, og hvad den ikke er til
incidents-reporting-without-name = Indberet uden dit navn
incidents-reporting-without-name-note = Siden ligger på en anden adresse, hvor du ikke er logget ind. Din konto knyttes ikke til det, du skriver der.

# The receipt
incidents-reporting-now-received = Hvis noget er havnet hos dig ved en fejl: Giv det ikke videre, brug det ikke, og behold det, til vi svarer.
incidents-reporting-receipt-title = Din kvittering
incidents-reporting-receipt-once = Disse elleve ord vises kun nu. Skriv dem ned, kopiér dem, eller udskriv dem. Den, der har ordene, kan læse vores svar. Uden dem kan ingen læse det, og vi kan ikke finde dem igen.
incidents-reporting-receipt-copy = Ordene på én linje
incidents-reporting-copy = Kopiér
incidents-reporting-copied = Kopieret
incidents-reporting-print = Udskriv
incidents-reporting-receipt-use = Vi læser din indberetning og svarer her. Kom tilbage med din kvittering om nogle dage.
incidents-reporting-receipt-hand = Læs ordene op for den, der ringer, eller udskriv dem. Med dem kan vedkommende læse svaret her:
incidents-reporting-another = Skriv endnu en indberetning

# The talk
incidents-reporting-talk-title = Din indberetning
incidents-reporting-talk-lead = Med kvitteringen kan du læse vores svar og fortælle mere.
incidents-reporting-code = De elleve ord på din kvittering
incidents-reporting-code-hint = Store bogstaver, mellemrum og linjeskift er uden betydning.
incidents-reporting-open = Åbn
incidents-reporting-talk-you = Du skrev
incidents-reporting-talk-officer = Databeskyttelsesrådgiveren
incidents-reporting-no-answer = Der er endnu ikke noget svar. Kom tilbage om nogle dage.
incidents-reporting-learned = Vi har lært noget af din indberetning. Du kan læse det nedenfor.
incidents-reporting-added = Tak. Din besked er modtaget.
incidents-reporting-again = Denne indberetning havde vi allerede modtaget. Det nye er føjet til.
incidents-reporting-again-same = Denne indberetning havde vi allerede modtaget. Den tæller én gang, og kvitteringen er den samme.
incidents-reporting-again-less = Denne indberetning havde vi allerede modtaget, og der er intet nyt i den. Den tæller én gang.
incidents-reporting-again-yours = Din kvittering er den, du fik, da du sendte indberetningen. Den vises ikke igen. Hvis du aldrig fik den, så gå tilbage, og send din første tekst uændret.
incidents-reporting-again-other = Vil du fortælle om noget andet?
incidents-reporting-again-fresh = Åbn en ny formular
incidents-reporting-again-more = Jeg har tilføjet en fil eller skrevet, hvordan I kan få fat i mig.
incidents-reporting-closed = Denne indberetning er behandlet.
incidents-reporting-talk-again = Din kvittering gemmes ikke på denne enhed. Luk siden, når du er færdig.

# The poster
incidents-reporting-poster-title = Plakat med adressen
incidents-reporting-poster-alt = QR-kode, der fører til { $address }
incidents-reporting-due = { $count } i brevkassen
incidents-reporting-due-detail = Indberetninger og beskeder uden konto

# By an operator
incidents-reporting-operator-title = Indberetning for en anden
incidents-reporting-operator-lead = En person fortæller dig det i telefonen eller ved skranken, og du skriver. Personen får en kvittering og behøver ikke sige sit navn. Dit navn gemmes heller ikke.

# What this channel is not
incidents-reporting-about-title = Hvad siden er til
incidents-reporting-about-lead = Her kan du fortælle det, hvis oplysninger om mennesker måske er havnet et forkert sted, eller hvis der er risiko for det.
incidents-reporting-about-mishap = Et brev eller en besked til den forkerte, noget, der er mistet, eller noget, som andre kunne se.
incidents-reporting-about-risk = En risiko, du har opdaget, eller noget, der nær var gået galt. At sige til er godt arbejde.
incidents-reporting-about-mistake = Også dine egne fejl. De fleste fejl begås af folk, der gør deres arbejde godt.
incidents-reporting-not-title = Det er ikke whistleblowerordningen
incidents-reporting-not-whistle = Vil du indberette lovbrud i kommunen, for eksempel korruption, misbrug af midler eller fare for sundheden, så brug whistleblowerordningen efter direktiv (EU) 2019/1937.
incidents-reporting-not-whistle-national = Vil du indberette lovbrud i kommunen, for eksempel korruption, misbrug af midler eller fare for sundheden, så brug kommunens whistleblowerordning.
incidents-reporting-not-act = National lov: { $act }.
incidents-reporting-not-protection = I whistleblowerordningen beskytter loven dig mod repressalier. Her har du vores løfte, men ikke den beskyttelse.
incidents-reporting-not-way = Spørg kommunen, hvor dens whistleblowerordning er.
incidents-reporting-to-whistle = Til whistleblowerordningen
incidents-reporting-times-receipt = I whistleblowerordningen bekræftes din indberetning inden for
incidents-reporting-times-answer = og besvares inden for
incidents-reporting-times-days =
    { $count ->
        [one] { $count } dag
       *[other] { $count } dage
    }
incidents-reporting-times-months =
    { $count ->
        [one] { $count } måned derefter
       *[other] { $count } måneder derefter
    }
incidents-reporting-times-source = Direktiv (EU) 2019/1937, artikel 9, stk. 1, litra b og f, anvendt siden { $day }. Den nationale lov kan indeholde flere regler.
incidents-reporting-not-title-2 = Siden er heller ikke til dette
incidents-reporting-not-urgent = Livsfare eller en forbrydelse, der er i gang: Ring { $number }.
incidents-reporting-not-urgent-three = Livsfare eller en forbrydelse, der er i gang: Ring { $ambulance } til ambulancen, { $police } til politiet og { $fire } til brandvæsenet.
incidents-reporting-not-rights = Hvis du vil se eller rette oplysninger om dig selv: Kontakt den del af kommunen, der har dem.

# The letterbox, for the data protection officer
incidents-reporting-menu = Brevkasse
incidents-reporting-letterbox-title = Brevkasse
incidents-reporting-letterbox-lead = Indberetninger og beskeder uden konto. Brevkassen åbnes klokken { $hours }, så tidspunktet ikke afslører, hvem der skrev. Det, du ikke selv overfører, føres ind i registret, når dagen er slut.
incidents-reporting-letterbox-none = Brevkassen er tom.
incidents-reporting-take = Overfør til registret
incidents-reporting-take-all = Overfør alle til registret
incidents-reporting-files =
    { $count ->
        [one] { $count } fil
       *[other] { $count } filer
    }
incidents-reporting-panel-title = Sådan kom den ind
incidents-reporting-way = Kanal
incidents-reporting-way-anonymous = anonym
incidents-reporting-way-public = offentlig side, med kontakt
incidents-reporting-way-operator = fortalt i telefonen eller ved skranken
incidents-reporting-way-mail = pr. e-mail
incidents-reporting-contact = Sådan kan indberetteren kontaktes
incidents-reporting-contact-note = Oplysningen gemmes kun, så vi kan svare. Den slettes automatisk 30 dage efter, at sagen er afsluttet.
incidents-reporting-contact-erase = Slet kontaktoplysningen
incidents-reporting-waiting =
    { $count ->
        [one] { $count } besked venter
       *[other] { $count } beskeder venter
    }
incidents-reporting-to-letterbox = Til brevkassen
incidents-notice-letterbox = Noget i brevkassen
incidents-notice-letterbox-subject = Noget i brevkassen
incidents-notice-letterbox-text = En indberetning eller besked uden konto venter på dig: { $href }
incidents-notice-question = Spørgsmål til din indberetning
incidents-notice-question-subject = Spørgsmål til din indberetning { $number }
incidents-notice-question-text = Databeskyttelsesrådgiveren spørger dig om noget: { $href }

# Asking the reporter
incidents-step-ask = Indberetteren spurgt
incidents-do-ask = Spørg indberetteren
incidents-ask-note = Indberetteren ser dit spørgsmål og kan svare med en tilføjelse til indberetningen. Spørg, hvordan det kunne ske, ikke hvem der gjorde det.
incidents-ask-question = Dit spørgsmål
incidents-fault-question = Skriv dit spørgsmål.

# More to choose in a report
incidents-about-risk = Jeg har opdaget en risiko, men der er ikke sket noget
incidents-about-near-miss = Det gik næsten galt
incidents-now-risk = Tak, fordi du var opmærksom. Du behøver ikke gøre mere nu. Er risikoen nær, og kan du fjerne den uden fare, så gør det.
incidents-now-near-miss = Godt, at det ikke gik galt. Skriv ned, mens du husker det, hvad der gjorde det let at begå fejlen. Andre kommer ud for det samme.
incidents-reporting-mail-empty = (E-mailen har ingen tekst. Den er gemt i sin helhed som en fil.)

# Faults
incidents-reporting-fault-before = Datoen ligger før organisationens begyndelse.
incidents-reporting-fault-file = Filen er ikke modtaget, fordi den ikke kan renses for det, der kan afsløre, hvem der har lavet den. Din tekst er her stadig. Send et billede som JPEG eller PNG, et dokument som PDF, DOCX, XLSX, PPTX, ODT, ODS eller ODP uden adgangskode og makroer, eller skriv, hvad der står i filen.
incidents-reporting-fault-code = Der er ingen indberetning med denne kvittering. Kontrollér de elleve ord. Hvert ord har fire bogstaver.
incidents-reporting-refused-unit = Der er endnu intet udvalg og ingen enhed, der kan tage imod indberetningen.
incidents-reporting-refused-order = Overfør først den indberetning, som beskeden hører til.
incidents-reporting-poster-pdf = Plakaten som PDF
