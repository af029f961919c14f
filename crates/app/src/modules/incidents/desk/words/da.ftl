# What waits
incidents-menu-queue = Opgaver
incidents-queue-title = Sager, der venter
incidents-queue-lead = Alle åbne sager, den ældste først, med det der endnu mangler.
incidents-queue-none = Ingen sag venter.
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
incidents-missing-awareness = hvornår den dataansvarlige blev bekendt med det
incidents-missing-decision = beslutning om anmeldelse til tilsynet
incidents-missing-late-reasons = begrundelse for forsinkelsen
incidents-missing-people = beslutning om de berørte
incidents-missing-answer = svar til indberetteren
incidents-missing-measure-owner = ansvarlig for et tiltag

# Together
incidents-panel-links =
    { $count ->
        [one] Hører sammen: { $count } sag
       *[other] Hører sammen: { $count } sager
    }
incidents-do-merge = Læg sammen med en anden sag
incidents-do-split = Del
incidents-do-link = Knyt til en anden sag
incidents-do-bundle = Afgør sammen med lignende sager
incidents-do-false-alarm = Det var en falsk alarm
incidents-do-untie = Fjern knytningen
incidents-merge-note = Begge fortæller om samme hændelse. Sagen slutter her med en knytning, og den der indberettede den, får samme svar som den anden.
incidents-split-note = Én indberetning fortalte om to hændelser. Den anden bliver en sag for sig med samme tider for opdagelse og indberetning.
incidents-link-note = Sagerne forbliver to. Er det sket igen, åbnes tiltag, som man troede virkede, på ny, og de ansvarlige får besked.
incidents-bundle-note = Flere små brud af samme slags og med samme årsag kan anmeldes og afgøres som ét. Det, du beslutter her, gælder så dem alle.
incidents-false-alarm-note = En falsk alarm er en god slutning. Sagen vurderes, indberetteren takkes, og sagen afsluttes på én gang.
incidents-false-alarm-thanks = Tak fordi du fortalte det. Vi har set på det, og ingen kom til skade. Sig endelig til igen, næste gang du er i tvivl.
incidents-bundle-none = Den dataansvarlige har intet andet vurderet brud uden afgørelse.
incidents-ask-tie = Hvordan hører de sammen?
incidents-ask-other = Den anden sags nummer
incidents-ask-other-hint = For eksempel 2026-0012. Eller vælg fra listen.
incidents-ask-likely = Sager i samme enhed eller om det samme
incidents-ask-members = Hvilke sager afgøres sammen med denne?
incidents-ask-members-hint = Kun vurderede brud uden afgørelse.
incidents-ask-split = Hvad er den anden hændelse?
incidents-ask-split-hint = Med dine egne ord, uden navne.
incidents-ties-title = Knytninger, der kan fjernes
incidents-tie-merged = Fortsætter i
incidents-tie-merged-back = Lagt sammen med denne
incidents-tie-split = Udskilt fra
incidents-tie-split-back = Udskilt som egen sag
incidents-tie-bundled = Afgøres sammen med
incidents-tie-bundled-back = Afgøres med denne
incidents-tie-cause = Samme årsag
incidents-tie-recurrence = Skete igen efter
incidents-tie-recurrence-back = Skete igen i
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
incidents-refused-tied = Sagerne er allerede knyttet sammen på den måde.
incidents-refused-merge-notified = Denne sag er anmeldt til tilsynet. Læg den anden sag sammen med denne i stedet.
incidents-refused-merge-closed = Den anden sag er afsluttet. Åbn den først igen.
incidents-refused-bundle-decided = En af sagerne er allerede afgjort.
incidents-refused-bundle-lead = En af sagerne står allerede for andre.

# The register on paper and as data
incidents-stage-history = Historisk, ikke vurderet
incidents-register-more = Flere end { $count } sager. Brug filtrene for at se de andre.
incidents-register-window = Ordene står i meget mange sager, så kun de { $count } nyeste er gennemsøgt. Vælg et år, eller tilføj et sjældnere ord.
incidents-to-pdf = Gem som PDF
incidents-to-json = Gem som JSON
incidents-desk-title = Databeskyttelsesrådgiverens skrivebord
incidents-paper-title = Fortegnelse over brud på persondatasikkerheden
incidents-paper-lead = Faktiske omstændigheder, virkninger og afhjælpende foranstaltninger efter databeskyttelsesforordningens artikel 33, stk. 5, med beslutninger og begrundelser.
incidents-paper-first = Der er flere sager. Her står kun de { $count } nyeste; datafilen indeholder dem alle.
incidents-paper-as-of = Pr. { $at }
incidents-paper-page = Side
incidents-paper-decisions = Beslutninger og begrundelser

# Root cause, lessons, lists
incidents-step-cause = Grundårsagen skrevet ned
incidents-do-cause = Skriv grundårsagen ned
incidents-do-lesson = Udgiv en læring
incidents-ask-cause = Hvorfor kunne det ske?
incidents-ask-cause-hint = Hvad der gjorde det let at begå fejlen, ikke hvem der gjorde det.
incidents-ask-owner = Hvem gør det?
incidents-ask-owner-hint = Navn eller medarbejdernummer. Passer flere, bliver du spurgt hvem.
incidents-ask-owner-which = Hvem af dem?
incidents-fault-owner-none = Ingen findes med dette navn eller nummer.
incidents-fault-owner-several = Flere passer. Vælg en af dem.
incidents-lessons-title = Hvad vi har lært
incidents-lessons-lead = Kollegers indberetninger har gjort disse læringer mulige. Ingen personer står i dem.
incidents-lessons-none = Der er ingen læringer endnu.
incidents-lesson-note = Alle ansatte kan læse læringen. Skriv, hvad andre kan gøre anderledes; udelad personer, steder og små tal.
incidents-ask-lang = Tekstens sprog
incidents-ask-lesson-title = Overskrift
incidents-ask-lesson = Læringen
incidents-ask-lesson-hint = Hvad der skete i almindelighed, og hvad der hjælper.
incidents-lesson-publish = Udgiv for ansatte
incidents-lesson-withdraw = Træk læringen tilbage
incidents-fault-lesson-names = En læring nævner ingen: fjern indberetterens navn, personnumre og sagens nummer.
incidents-panel-work = Tjekliste: { $done } af { $count } er gjort
incidents-list-title = Tjekliste
incidents-list-legend = Sæt hak ved det, der er gjort
incidents-list-left = Mangler
incidents-lists-title = Egne punkter i tjeklisterne
incidents-lists-lead = Programmet har en liste for hver slags hændelse. Her tilføjer I, hvad jeres organisation vil tjekke derudover.
incidents-lists-none = Der er ingen egne punkter endnu.
incidents-lists-add = Tilføj et punkt
incidents-lists-text = Hvad der skal tjekkes
incidents-lists-about-hint = Lad stå tomt for alle slags hændelser.
incidents-lists-every = alle slags
incidents-lists-end = Fjern

# History from other systems
incidents-to-veris = Gem som VERIS
incidents-import-title = Hent tidligere sager ind
incidents-import-lead = En fil fra et andet system: VERIS-poster (JSON) eller en tabel (CSV, XLSX). Du ser, hvad den ville gøre, før noget gemmes.
incidents-import-note = Tidligere sager vises som historiske og ikke vurderede. De starter intet ur og giver ingen opgaver. Teksterne kan indeholde personoplysninger.
incidents-import-file = Fil
incidents-import-file-hint = JSON, CSV eller XLSX, højst { $limit }.
incidents-import-source = Hvor den kommer fra
incidents-import-source-hint = Et navn på det andet system. Sammen med hver sags navn er det entydigt: samme fil igen ændrer intet.
incidents-import-unit = Enhed, som sagerne hører til
incidents-import-unit-hint = Enheden afgør udvalget eller selskabet.
incidents-import-columns-title = Hvilke kolonner en tabel kan have
incidents-import-columns = Hver sag skal have et nummer eller en reference. Desuden: dato, beskrivelse, type, brudtype, karakter, personer, leverandør. Overskrifterne må være på et hvilket som helst af de fem sprog.
incidents-import-show = Vis, hvad den ville gøre
incidents-import-preview = Hvad filen ville gøre
incidents-import-done = Sagerne er hentet ind
incidents-import-records = Poster i filen
incidents-import-new = Nye
incidents-import-known = Allerede i registeret
incidents-import-rejected = Afvist
incidents-import-place = Plads i filen
incidents-import-left = Og { $count } mere.
incidents-import-sample = De første poster
incidents-import-name = Navn dér
incidents-import-apply = Hent de nye ind
incidents-import-other = En anden fil
incidents-import-see = Se de tidligere sager
incidents-import-no-file = Vælg en fil.
incidents-import-empty = Filen indeholder ingen poster.
incidents-import-many = Filen indeholder flere end 50.000 poster. Del den.
incidents-import-no-json = Filen er ingen liste over VERIS-poster.
incidents-import-no-workbook = Projektmappen kan ikke læses. Gem den som CSV, og prøv igen.
incidents-import-too-large = Projektmappen er for stor, når den pakkes ud.
incidents-import-no-name = Der er ingen kolonne med sagens nummer eller reference.
incidents-import-why-no-record = Dette er ingen post.
incidents-import-why-no-name = Den har hverken nummer eller reference.
incidents-import-why-long-name = Nummeret eller referencen er længere end 200 tegn.
incidents-import-why-twice = Samme nummer stod tidligere i filen.
incidents-import-why-version = Den har en VERIS-version, som programmet ikke kender.
incidents-import-why-date = Dens dato kan ikke læses.
incidents-import-why-future = Dens dato ligger i fremtiden.
incidents-import-why-outcome = Typen er ingen af de kendte.
incidents-import-why-unit = Den nævner en enhed, som ikke findes, eller som hører til en anden dataansvarlig.
incidents-import-why-broken = Rækken har flere eller færre celler end overskriften, eller en celle er for lang.

# Retention and disposal
incidents-retention-title = Opbevaring og kassation
incidents-retention-lead = Personoplysninger slettes kun efter en beslutning, der registreres her. Registerets fakta og bogen bliver.
incidents-retention-period = Opbevares i { $years } år, efter at sagen er afsluttet. Kilde: { $source }
incidents-retention-none = Ingen opbevaringstid er fastsat, så intet er modent til kassation.
incidents-retention-set = Fastsæt opbevaringstiden
incidents-retention-years = År
incidents-retention-years-hint = Regnes fra sagens afslutning.
incidents-retention-source = Hvad der bestemmer den
incidents-retention-source-hint = Opbevaringsplanen eller beslutningen med nummer og dato.
incidents-retention-count =
    { $count ->
        [one] { $count } sag er moden til kassation
       *[other] { $count } sager er modne til kassation
    }
incidents-retention-ripe = Afsluttet før { $day }.
incidents-retention-note = Beretninger, fakta, begrundelser, svar, filer og samtaler i de valgte sager slettes for altid, også fra gendannede sikkerhedskopier.
incidents-retention-cases = Sager
incidents-retention-body = Organ, der besluttede
incidents-retention-day = Beslutningsdag
incidents-retention-paragraph = Paragraf
incidents-retention-sure = Beslutningen er truffet og omfatter disse sager
incidents-retention-dispose = Slet efter beslutningen
incidents-retention-decisions = Beslutninger
incidents-retention-decided =
    { $count ->
        [one] { $body }, { $day }, { $paragraph }: { $count } sag
       *[other] { $body }, { $day }, { $paragraph }: { $count } sager
    }
incidents-fault-sure = Sæt hak ved, at beslutningen er truffet.
incidents-refused-no-period = Fastsæt først den dataansvarliges opbevaringstid.
incidents-refused-not-ripe = En af sagerne er åben, eller dens tid er ikke udløbet.
