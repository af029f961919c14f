# What waits
incidents-menu-queue = Ventende sager
incidents-queue-title = Sager, der venter
incidents-queue-lead = Alle åbne sager, den ældste først, og det, der endnu mangler i dem.
incidents-queue-none = Ingen sager venter.
incidents-queue-count =
    { $count ->
        [one] { $count } åben sag
       *[other] { $count } åbne sager
    }
incidents-to-queue = Sager, der venter
incidents-col-age = Siden indberetningen
incidents-col-missing = Mangler
incidents-missing-nothing = Intet. Sagen kan afsluttes.
incidents-missing-assessment = vurdering
incidents-missing-awareness = hvornår den dataansvarlige blev bekendt med bruddet
incidents-missing-decision = beslutning om anmeldelse til Datatilsynet
incidents-missing-late-reasons = begrundelse for forsinkelsen
incidents-missing-people = beslutning om underretning af de registrerede
incidents-missing-answer = svar til indberetteren
incidents-missing-measure-owner = ansvarlig for et tiltag

# Together
incidents-panel-links =
    { $count ->
        [one] Hører sammen: { $count } sag
       *[other] Hører sammen: { $count } sager
    }
incidents-do-merge = Læg sammen med en anden sag
incidents-do-split = Del sagen op
incidents-do-link = Forbind med en anden sag
incidents-do-bundle = Træf beslutning sammen med lignende sager
incidents-do-false-alarm = Det var en falsk alarm
incidents-do-untie = Fjern forbindelsen
incidents-merge-note = Begge handler om den samme hændelse. Denne sag slutter her med en henvisning, og indberetteren får samme svar som den anden indberetter.
incidents-split-note = Én indberetning handlede om to hændelser. Den anden bliver en selvstændig sag med de samme tidspunkter for opdagelse og indberetning.
incidents-link-note = Det er stadig to sager. Er det sket igen, åbnes de tiltag, der så ud til at virke, på ny, og de ansvarlige får besked.
incidents-bundle-note = Flere små brud af samme slags og med samme årsag kan anmeldes og behandles som ét. Det, du beslutter for denne sag, gælder så for dem alle.
incidents-false-alarm-note = En falsk alarm er et godt udfald. Sagen vurderes, indberetteren får tak, og sagen afsluttes i ét trin.
incidents-false-alarm-thanks = Tak, fordi du sagde det. Vi har set på det, og ingen er kommet til skade. Sig endelig til igen, næste gang du er i tvivl.
incidents-bundle-none = Den dataansvarlige har ingen andre vurderede brud, der mangler en beslutning.
incidents-ask-tie = Hvordan hører de sammen?
incidents-ask-other = Den anden sags nummer
incidents-ask-other-hint = For eksempel 2026-0012. Eller vælg fra listen.
incidents-ask-likely = Sager i samme enhed eller om det samme
incidents-ask-members = Hvilke sager skal der træffes beslutning om sammen med denne?
incidents-ask-members-hint = Kun vurderede brud, der mangler en beslutning.
incidents-ask-split = Hvad er den anden hændelse?
incidents-ask-split-hint = Med dine egne ord, uden navne.
incidents-ties-title = Forbindelser, der kan fjernes
incidents-tie-merged = Fortsætter i
incidents-tie-merged-back = Lagt sammen med denne
incidents-tie-split = Udskilt fra
incidents-tie-split-back = Udskilt som selvstændig sag
incidents-tie-bundled = Besluttes sammen med
incidents-tie-bundled-back = Besluttes sammen med denne
incidents-tie-cause = Samme årsag
incidents-tie-recurrence = Er sket igen efter
incidents-tie-recurrence-back = Er sket igen i
incidents-tie-supplier = Samme hændelse hos leverandøren
incidents-tie-nis2 = Samme hændelse efter NIS 2-loven
incidents-step-merge = Lagt sammen med en anden sag
incidents-step-import = Importeret som historik, ikke vurderet her
incidents-step-dispose = Personoplysninger slettet efter beslutning

# Faults of the desk
incidents-fault-other = Angiv nummeret på en sag, som du kan se.
incidents-fault-tie = Vælg, hvordan de hører sammen.
incidents-fault-members = Vælg mindst én sag.
incidents-refused-same = En sag kan ikke knyttes til sig selv.
incidents-refused-tied = Sagerne er allerede forbundet på den måde.
incidents-refused-merge-notified = Bruddet i denne sag er anmeldt til Datatilsynet. Læg i stedet den anden sag sammen med denne.
incidents-refused-merge-closed = Den anden sag er afsluttet. Åbn den igen først.
incidents-refused-bundle-decided = Der er allerede truffet beslutning i en af sagerne.
incidents-refused-bundle-lead = En af sagerne er allerede hovedsag for andre.

# The register on paper and as data
incidents-stage-history = Historisk, ikke vurderet
incidents-register-more = Flere end { $count } sager. Brug filtrene for at se de andre.
incidents-register-window = Ordene står i meget mange sager, så kun de { $count } nyeste er gennemsøgt. Vælg et år, eller tilføj et sjældnere ord.
incidents-to-pdf = Gem som PDF
incidents-to-json = Gem som JSON
incidents-to-breaches = Fortegnelse over brud på persondatasikkerheden alene efter databeskyttelsesforordningens artikel 33, stk. 5 (PDF)
incidents-desk-title = Databeskyttelsesrådgiverens skrivebord
incidents-paper-title = Fortegnelse over brud på persondatasikkerheden
incidents-paper-lead = Faktiske omstændigheder, virkninger og afhjælpende foranstaltninger efter databeskyttelsesforordningens artikel 33, stk. 5, med beslutninger og begrundelser.
incidents-paper-all-title = Fortegnelse over hændelser
incidents-paper-all-lead = Brud på persondatasikkerheden, nærved-hændelser, observationer af risici, falske alarmer og det, der endnu ikke er vurderet, som sidens filtre afgrænser dem: faktiske omstændigheder, virkninger og afhjælpende foranstaltninger, med beslutninger og begrundelser.
incidents-paper-judged = Risikoen vurderet
incidents-paper-first = Der er flere sager. Her står kun de { $count } nyeste; datafilen indeholder dem alle.
incidents-paper-as-of = Pr. { $at }
incidents-paper-decisions = Beslutninger og begrundelser

# Root cause, lessons, lists
incidents-step-cause = Grundårsagen er noteret
incidents-do-cause = Notér grundårsagen
incidents-do-about = Ret, hvad det drejer sig om
incidents-about-note = Det bestemmer sagens tjekliste og de råd, som indberetteren ser.
incidents-do-lesson = Offentliggør en erfaring
incidents-ask-cause = Hvorfor kunne det ske?
incidents-ask-cause-hint = Hvad der gjorde det let at begå fejlen, ikke hvem der gjorde det.
incidents-ask-owner = Hvem gør det?
incidents-ask-owner-hint = Navn eller medarbejdernummer. Hvis flere passer, bliver du spurgt, hvem det er.
incidents-ask-owner-which = Hvem af dem?
incidents-fault-owner-none = Ingen har dette navn eller nummer.
incidents-fault-owner-several = Flere passer. Vælg en af dem.
incidents-lessons-title = Hvad vi har lært
incidents-lessons-lead = Erfaringerne bygger på kollegers indberetninger. Ingen personer er nævnt.
incidents-lessons-none = Der er ingen erfaringer endnu.
incidents-lesson-note = Alle ansatte kan læse erfaringen. Det kan indberetteren også, selv uden konto. Skriv, hvad andre kan gøre anderledes. Udelad personer, steder og små tal.
incidents-ask-lang = Tekstens sprog
incidents-ask-lesson-title = Overskrift
incidents-ask-lesson = Erfaringen
incidents-ask-lesson-hint = Hvad der skete i almindelighed, og hvad der hjælper.
incidents-lesson-publish = Offentliggør for ansatte
incidents-lesson-withdraw = Træk erfaringen tilbage
incidents-fault-lesson-names = En erfaring nævner ingen. Fjern indberetterens navn, CPR-numre og sagens nummer.
incidents-panel-work = Tjekliste: { $done } af { $count } er gjort
incidents-list-title = Tjekliste
incidents-list-legend = Sæt kryds ved det, der er gjort
incidents-list-left = Mangler
incidents-lists-title = Egne punkter i tjeklisterne
incidents-lists-lead = Programmet har en liste for hver slags hændelse. Her tilføjer I, hvad jeres organisation også vil kontrollere.
incidents-lists-none = Der er ingen egne punkter endnu.
incidents-lists-add = Tilføj et punkt
incidents-lists-text = Hvad der skal kontrolleres
incidents-lists-about-hint = Lad feltet være tomt for alle slags hændelser.
incidents-lists-every = alle slags
incidents-lists-end = Fjern

# History from other systems
incidents-to-veris = Gem som VERIS
incidents-import-title = Importér tidligere sager
incidents-import-lead = En fil fra et andet system: VERIS-poster (JSON) eller en tabel (CSV, XLSX). Du ser, hvad filen vil ændre, før noget gemmes.
incidents-import-note = Tidligere sager vises som historiske og ikke vurderede. De starter ingen frister og giver ingen opgaver. Teksterne kan indeholde personoplysninger.
incidents-import-file = Fil
incidents-import-file-hint = JSON, CSV eller XLSX, højst { $limit }.
incidents-import-source = Hvor filen kommer fra
incidents-import-source-hint = Et navn på det andet system. Sammen med hver sags navn er det entydigt, så den samme fil ikke ændrer noget, hvis den importeres igen.
incidents-import-unit = Enhed, som sagerne hører til
incidents-import-unit-hint = Enheden bestemmer, hvilket udvalg eller selskab sagerne hører til.
incidents-import-columns-title = Hvilke kolonner en tabel kan have
incidents-import-columns = Hver sag skal have et nummer eller en reference. Desuden: dato, beskrivelse, resultat, brudtype, karakter, personer, leverandør. Overskrifterne må være på et hvilket som helst af de fem sprog.
incidents-import-show = Vis, hvad filen vil ændre
incidents-import-preview = Hvad filen vil ændre
incidents-import-done = Sagerne er importeret
incidents-import-records = Poster i filen
incidents-import-new = Nye
incidents-import-known = Allerede i registret
incidents-import-rejected = Afvist
incidents-import-place = Sted i filen
incidents-import-left = Og { $count } mere.
incidents-import-sample = De første poster
incidents-import-name = Navn i det andet system
incidents-import-apply = Importér de nye
incidents-import-other = En anden fil
incidents-import-see = Se de tidligere sager
incidents-import-no-file = Vælg en fil.
incidents-import-empty = Filen indeholder ingen poster.
incidents-import-many = Filen indeholder flere end 50.000 poster. Del den.
incidents-import-no-json = Filen er ikke en liste over VERIS-poster.
incidents-import-no-workbook = Projektmappen kan ikke læses. Gem den som CSV, og prøv igen.
incidents-import-too-large = Projektmappen er for stor, når den pakkes ud.
incidents-import-no-name = Der er ingen kolonne med sagens nummer eller reference.
incidents-import-why-no-record = Det er ikke en post.
incidents-import-why-no-name = Den har hverken nummer eller reference.
incidents-import-why-long-name = Nummeret eller referencen er længere end 200 tegn.
incidents-import-why-twice = Samme nummer stod tidligere i filen.
incidents-import-why-version = Den har en VERIS-version, som programmet ikke kender.
incidents-import-why-date = Datoen kan ikke læses.
incidents-import-why-future = Datoen ligger i fremtiden.
incidents-import-why-outcome = Resultatet er ikke et af de kendte.
incidents-import-why-unit = Den nævner en enhed, som ikke findes, eller som hører til en anden dataansvarlig.
incidents-import-why-broken = Rækken har flere eller færre celler end overskriften, eller en celle er for lang.

# Retention and disposal
incidents-retention-title = Opbevaring og sletning
incidents-retention-lead = Personoplysninger slettes kun efter en beslutning, der registreres her. Registrets fakta og logbogen bevares.
incidents-retention-period = Opbevares i { $years } år, efter at sagen er afsluttet. Kilde: { $source }
incidents-retention-none = Der er ikke fastsat en slettefrist, så ingen sager er klar til sletning.
incidents-retention-set = Fastsæt slettefristen
incidents-retention-years = År
incidents-retention-years-hint = Regnes fra sagens afslutning.
incidents-retention-source = Hvad fristen bygger på
incidents-retention-source-hint = Sletteplanen eller beslutningen med nummer og dato.
incidents-retention-count =
    { $count ->
        [one] { $count } sag er klar til sletning
       *[other] { $count } sager er klar til sletning
    }
incidents-retention-ripe = Afsluttet før { $day }.
incidents-retention-note = Beretninger, fakta, begrundelser, svar, filer og samtaler i de valgte sager slettes for altid, også fra gendannede sikkerhedskopier.
incidents-retention-cases = Sager
incidents-retention-body = Organ, der traf beslutningen
incidents-retention-day = Beslutningsdato
incidents-retention-paragraph = Punkt
incidents-retention-sure = Beslutningen er truffet og omfatter disse sager
incidents-retention-dispose = Slet efter beslutningen
incidents-retention-decisions = Beslutninger
incidents-retention-decided =
    { $count ->
        [one] { $body }, { $day }, { $paragraph }: { $count } sag
       *[other] { $body }, { $day }, { $paragraph }: { $count } sager
    }
incidents-fault-sure = Sæt kryds ved, at beslutningen er truffet.
incidents-refused-no-period = Fastsæt først den dataansvarliges slettefrist.
incidents-refused-not-ripe = En af sagerne er åben, eller dens slettefrist er ikke udløbet.
