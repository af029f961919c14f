# What waits
incidents-menu-queue = Väntande ärenden
incidents-queue-title = Ärenden som väntar
incidents-queue-lead = Alla öppna ärenden, det äldsta först, med det som fortfarande saknas.
incidents-queue-none = Inget ärende väntar.
incidents-queue-count =
    { $count ->
        [one] { $count } öppet ärende
       *[other] { $count } öppna ärenden
    }
incidents-to-queue = Ärenden som väntar
incidents-col-age = Sedan rapporten
incidents-col-missing = Saknas
incidents-missing-nothing = Inget. Ärendet kan avslutas.
incidents-missing-assessment = bedömning
incidents-missing-awareness = när den personuppgiftsansvarige fick vetskap
incidents-missing-decision = beslut om anmälan till tillsynsmyndigheten
incidents-missing-late-reasons = skäl till förseningen
incidents-missing-people = beslut om information till de registrerade
incidents-missing-answer = svar till den som rapporterade
incidents-missing-measure-owner = ansvarig för en åtgärd

# Together
incidents-panel-links =
    { $count ->
        [one] Hör ihop: { $count } ärende
       *[other] Hör ihop: { $count } ärenden
    }
incidents-do-merge = Slå ihop med ett annat ärende
incidents-do-split = Dela
incidents-do-link = Länka till ett annat ärende
incidents-do-bundle = Besluta tillsammans med liknande ärenden
incidents-do-false-alarm = Det var ett falskt larm
incidents-do-untie = Ta bort länken
incidents-merge-note = Båda gäller samma händelse. Det här ärendet slutar med en länk, och den som rapporterade får samma svar som den andra.
incidents-split-note = En rapport gäller två händelser. Den andra blir ett eget ärende med samma tider för upptäckt och rapport.
incidents-link-note = Ärendena förblir två. Har det hänt igen, öppnas åtgärder som ansågs ha hjälpt på nytt, och de ansvariga får veta det.
incidents-bundle-note = Flera små incidenter av samma slag och med samma orsak kan anmälas och avgöras som en. Det du beslutar här gäller då alla.
incidents-false-alarm-note = Ett falskt larm är ett bra slut. Ärendet bedöms, den som rapporterade får tack och ärendet avslutas, allt på en gång.
incidents-false-alarm-thanks = Tack för att du berättade. Vi har tittat på det och ingen har skadats. Berätta gärna igen nästa gång du är osäker.
incidents-bundle-none = Den personuppgiftsansvarige har ingen annan bedömd incident utan beslut.
incidents-ask-tie = Hur hör de ihop?
incidents-ask-other = Det andra ärendets nummer
incidents-ask-other-hint = Till exempel 2026-0012. Eller välj ur listan.
incidents-ask-likely = Ärenden i samma enhet eller om samma sak
incidents-ask-members = Vilka ärenden avgörs tillsammans med det här?
incidents-ask-members-hint = Bara bedömda incidenter utan beslut.
incidents-ask-split = Vilken är den andra händelsen?
incidents-ask-split-hint = Med egna ord, utan namn.
incidents-ties-title = Länkar som kan tas bort
incidents-tie-merged = Fortsätter i
incidents-tie-merged-back = Ihopslaget med det här ärendet
incidents-tie-split = Utbrutet ur
incidents-tie-split-back = Utbrutet till ett eget ärende
incidents-tie-bundled = Avgörs tillsammans med
incidents-tie-bundled-back = Avgörs tillsammans med det här ärendet
incidents-tie-cause = Samma orsak
incidents-tie-recurrence = Hände igen efter
incidents-tie-recurrence-back = Hände igen i
incidents-tie-supplier = Samma händelse hos leverantören
incidents-tie-nis2 = Samma händelse enligt cybersäkerhetslagen
incidents-step-merge = Ihopslaget med ett annat ärende
incidents-step-import = Importerat som historik, inte bedömt här
incidents-step-dispose = Personuppgifter gallrade enligt beslut

# Faults of the desk
incidents-fault-other = Ange numret på ett ärende som du kan se.
incidents-fault-tie = Välj hur de hör ihop.
incidents-fault-members = Välj minst ett ärende.
incidents-refused-same = Ett ärende kan inte höra till sig självt.
incidents-refused-tied = Ärendena hör redan ihop på det sättet.
incidents-refused-merge-notified = Det här ärendet har anmälts till tillsynsmyndigheten. Slå ihop det andra ärendet med det här i stället.
incidents-refused-merge-closed = Det andra ärendet är avslutat. Öppna det igen först.
incidents-refused-bundle-decided = Ett av ärendena är redan avgjort.
incidents-refused-bundle-lead = Ett av ärendena företräder redan andra.

# The register on paper and as data
incidents-stage-history = Historiskt, inte bedömt
incidents-register-more = Fler än { $count } ärenden. Ändra urvalet för att se de andra.
incidents-register-window = Orden finns i mycket många ärenden, så bara de { $count } nyaste har sökts igenom. Välj ett år eller lägg till ett ovanligare ord.
incidents-to-pdf = Spara som PDF
incidents-to-json = Spara som JSON
incidents-to-breaches = Register över enbart personuppgiftsincidenter enligt artikel 33.5 i dataskyddsförordningen (PDF)
incidents-desk-title = Dataskyddsombudets skrivbord
incidents-paper-title = Register över personuppgiftsincidenter
incidents-paper-lead = Omständigheter, effekter och korrigerande åtgärder enligt artikel 33.5 i dataskyddsförordningen, med besluten och deras skäl.
incidents-paper-all-title = Register över händelser
incidents-paper-all-lead = Personuppgiftsincidenter, tillbud, iakttagna risker, falska larm och det som ännu inte är bedömt, så som sidans filter avgränsar dem: omständigheter, effekter och korrigerande åtgärder, med besluten och deras skäl.
incidents-paper-judged = Risken bedömdes
incidents-paper-first = Det finns fler ärenden. Här står bara de { $count } nyaste; datafilen innehåller alla.
incidents-paper-as-of = Läget { $at }
incidents-paper-decisions = Beslut och skäl

# Root cause, lessons, lists
incidents-step-cause = Grundorsaken nedskriven
incidents-do-cause = Skriv ned grundorsaken
incidents-do-about = Ändra vad det gäller
incidents-about-note = Det avgör ärendets checklista och vilka råd den som rapporterade får.
incidents-do-lesson = Publicera en lärdom
incidents-ask-cause = Varför kunde det hända?
incidents-ask-cause-hint = Vad som gjorde det lätt att göra fel, inte vem som gjorde det.
incidents-ask-owner = Vem gör det?
incidents-ask-owner-hint = Namn eller anställningsnummer. Om flera passar får du välja.
incidents-ask-owner-which = Vem av dem?
incidents-fault-owner-none = Ingen hittas med det namnet eller numret.
incidents-fault-owner-several = Flera passar. Välj en av dem.
incidents-lessons-title = Vad vi har lärt oss
incidents-lessons-lead = Kollegors rapporter har gjort de här lärdomarna möjliga. Inga personer nämns i dem.
incidents-lessons-none = Det finns inga lärdomar än.
incidents-lesson-note = Alla anställda kan läsa lärdomen. Det kan också den som rapporterade, även utan konto. Skriv vad andra kan göra annorlunda. Utelämna personer, platser och små tal.
incidents-ask-lang = Textens språk
incidents-ask-lesson-title = Rubrik
incidents-ask-lesson = Lärdomen
incidents-ask-lesson-hint = Vad som hände, i allmänna ordalag, och vad som hjälper.
incidents-lesson-publish = Publicera för anställda
incidents-lesson-withdraw = Dra tillbaka lärdomen
incidents-fault-lesson-names = En lärdom nämner ingen. Ta bort namnet på den som rapporterade, personnummer och ärendets nummer.
incidents-panel-work = Checklista: { $done } av { $count } punkter klara
incidents-list-title = Checklista
incidents-list-legend = Bocka av det som är klart
incidents-list-left = Kvar att göra
incidents-lists-title = Egna punkter i checklistorna
incidents-lists-lead = Programmet har en lista för varje slag av händelse. Här lägger du till det som er organisation vill kontrollera därutöver.
incidents-lists-none = Det finns inga egna punkter än.
incidents-lists-add = Lägg till en punkt
incidents-lists-text = Vad som ska kontrolleras
incidents-lists-about-hint = Lämna tomt för alla slag av händelser.
incidents-lists-every = alla slag
incidents-lists-end = Ta bort

# History from other systems
incidents-to-veris = Spara som VERIS
incidents-import-title = Ta in tidigare ärenden
incidents-import-lead = En fil från ett annat system: VERIS-poster (JSON) eller en tabell (CSV, XLSX). Du ser vad den skulle göra innan något sparas.
incidents-import-note = Tidigare ärenden visas som historiska och inte bedömda. De startar inga tidsfrister och ger inga uppgifter att göra. Texterna kan innehålla personuppgifter.
incidents-import-file = Fil
incidents-import-file-hint = JSON, CSV eller XLSX, högst { $limit }.
incidents-import-source = Varifrån filen kommer
incidents-import-source-hint = Ett namn på det andra systemet. Tillsammans med ärendets beteckning är det unikt: samma fil en gång till ändrar ingenting.
incidents-import-unit = Enhet som ärendena hör till
incidents-import-unit-hint = Enheten bestämmer nämnden eller bolaget.
incidents-import-columns-title = Vilka kolumner en tabell kan ha
incidents-import-columns = Varje ärende måste ha ett nummer eller en referens. Dessutom: datum, beskrivning, typ, incidenttyp, karaktär, personer, leverantör. Rubrikerna får vara på vilket som helst av de fem språken.
incidents-import-show = Visa vad den skulle göra
incidents-import-preview = Vad filen skulle göra
incidents-import-done = Ärendena har tagits in
incidents-import-records = Poster i filen
incidents-import-new = Nya
incidents-import-known = Finns redan i registret
incidents-import-rejected = Avvisade
incidents-import-place = Plats i filen
incidents-import-left = Och { $count } till.
incidents-import-sample = De första posterna
incidents-import-name = Beteckning där
incidents-import-apply = Ta in de nya
incidents-import-other = En annan fil
incidents-import-see = Visa de tidigare ärendena
incidents-import-no-file = Välj en fil.
incidents-import-empty = Filen innehåller inga poster.
incidents-import-many = Filen innehåller fler än 50 000 poster. Dela den.
incidents-import-no-json = Filen är inte en lista över VERIS-poster.
incidents-import-no-workbook = Arbetsboken kan inte läsas. Spara den som CSV och försök igen.
incidents-import-too-large = Arbetsboken är för stor när den packas upp.
incidents-import-no-name = Det saknas en kolumn med ärendets nummer eller referens.
incidents-import-why-no-record = Det här är inte en post.
incidents-import-why-no-name = Posten saknar nummer och referens.
incidents-import-why-long-name = Numret eller referensen är längre än 200 tecken.
incidents-import-why-twice = Samma nummer fanns tidigare i filen.
incidents-import-why-version = Posten är skriven i en VERIS-version som programmet inte känner till.
incidents-import-why-date = Datumet kan inte läsas.
incidents-import-why-future = Datumet ligger i framtiden.
incidents-import-why-outcome = Den angivna typen är ingen av de kända.
incidents-import-why-unit = Posten nämner en enhet som inte finns eller som hör till en annan personuppgiftsansvarig.
incidents-import-why-broken = Raden har fler eller färre celler än rubriken, eller en cell är för lång.

# Retention and disposal
incidents-retention-title = Bevarande och gallring
incidents-retention-lead = Personuppgifter gallras bara enligt ett beslut som antecknas här. Sakuppgifterna i registret och loggboken finns kvar.
incidents-retention-period = Bevaras i { $years } år efter att ärendet avslutades. Källa: { $source }
incidents-retention-none = Ingen bevarandetid är bestämd, så ingenting får gallras.
incidents-retention-set = Bestäm bevarandetid
incidents-retention-years = År
incidents-retention-years-hint = Räknas från att ärendet avslutades.
incidents-retention-source = Vad bevarandetiden bygger på
incidents-retention-source-hint = Informationshanteringsplanen eller beslutet, med nummer och datum.
incidents-retention-count =
    { $count ->
        [one] { $count } ärende kan gallras
       *[other] { $count } ärenden kan gallras
    }
incidents-retention-ripe = Avslutade före { $day }.
incidents-retention-note = Berättelser, omständigheter, skäl, svar, filer och samtal i de valda ärendena raderas för gott, även ur återställda säkerhetskopior.
incidents-retention-cases = Ärenden
incidents-retention-body = Beslutande organ
incidents-retention-day = Beslutsdag
incidents-retention-paragraph = Paragraf
incidents-retention-sure = Beslutet är fattat och omfattar de här ärendena
incidents-retention-dispose = Gallra enligt beslutet
incidents-retention-decisions = Beslut
incidents-retention-decided =
    { $count ->
        [one] { $body }, { $day }, { $paragraph }: { $count } ärende
       *[other] { $body }, { $day }, { $paragraph }: { $count } ärenden
    }
incidents-fault-sure = Kryssa i att beslutet är fattat.
incidents-refused-no-period = Bestäm först bevarandetiden för den personuppgiftsansvarige.
incidents-refused-not-ripe = Ett av ärendena är öppet eller dess tid har inte gått ut.
