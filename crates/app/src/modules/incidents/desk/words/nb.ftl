# What waits
incidents-menu-queue = Ventende saker
incidents-queue-title = Saker som venter
incidents-queue-lead = Alle åpne saker, den eldste først, med det som fortsatt mangler.
incidents-queue-none = Ingen saker venter.
incidents-queue-count =
    { $count ->
        [one] { $count } åpen sak
       *[other] { $count } åpne saker
    }
incidents-to-queue = Saker som venter
incidents-col-age = Siden meldingen
incidents-col-missing = Mangler
incidents-missing-nothing = Ingenting. Saken kan avsluttes.
incidents-missing-assessment = vurdering
incidents-missing-awareness = når den behandlingsansvarlige fikk kjennskap til bruddet
incidents-missing-decision = beslutning om melding til Datatilsynet
incidents-missing-late-reasons = begrunnelse for forsinkelsen
incidents-missing-people = beslutning om underretning av de registrerte
incidents-missing-answer = svar til melderen
incidents-missing-measure-owner = ansvarlig for et tiltak

# Together
incidents-panel-links =
    { $count ->
        [one] Hører sammen: { $count } sak
       *[other] Hører sammen: { $count } saker
    }
incidents-do-merge = Slå sammen med en annen sak
incidents-do-split = Del saken
incidents-do-link = Koble til en annen sak
incidents-do-bundle = Beslutt sammen med lignende saker
incidents-do-false-alarm = Det var en falsk alarm
incidents-do-untie = Fjern koblingen
incidents-merge-note = Begge forteller om samme hendelse. Saken slutter her med en kobling. Den som meldte fra, får samme svar som den andre melderen.
incidents-split-note = Én melding fortalte om to hendelser. Den andre blir en egen sak med de samme tidspunktene for oppdagelse og melding.
incidents-link-note = Sakene forblir to. Har det samme skjedd igjen, åpnes tiltak som man trodde virket, på nytt, og de ansvarlige får beskjed.
incidents-bundle-note = Flere små brudd av samme type og med samme årsak kan meldes og avgjøres samlet. Det du beslutter her, gjelder da for alle.
incidents-false-alarm-note = En falsk alarm er et godt utfall. Saken vurderes, melderen får takk, og saken avsluttes, alt på én gang.
incidents-false-alarm-thanks = Takk for at du sa fra. Vi har sett på saken, og ingen kom til skade. Si gjerne fra igjen neste gang du er usikker.
incidents-bundle-none = Den behandlingsansvarlige har ingen andre vurderte brudd som ikke er avgjort.
incidents-ask-tie = Hvordan hører de sammen?
incidents-ask-other = Nummeret på den andre saken
incidents-ask-other-hint = For eksempel 2026-0012. Eller velg fra listen.
incidents-ask-likely = Saker i samme enhet eller om det samme
incidents-ask-members = Hvilke saker avgjøres sammen med denne?
incidents-ask-members-hint = Bare brudd som er vurdert, men ikke avgjort.
incidents-ask-split = Hva er den andre hendelsen?
incidents-ask-split-hint = Med egne ord, uten navn.
incidents-ties-title = Koblinger som kan fjernes
incidents-tie-merged = Fortsetter i
incidents-tie-merged-back = Slått sammen med denne
incidents-tie-split = Skilt ut fra
incidents-tie-split-back = Skilt ut som egen sak
incidents-tie-bundled = Avgjøres sammen med
incidents-tie-bundled-back = Avgjøres med denne
incidents-tie-cause = Samme årsak
incidents-tie-recurrence = Skjedde igjen etter
incidents-tie-recurrence-back = Skjedde igjen i
incidents-tie-supplier = Samme hendelse hos leverandøren
incidents-tie-nis2 = Samme hendelse etter digitalsikkerhetsloven
incidents-step-merge = Slått sammen med en annen sak
incidents-step-import = Importert som historikk, ikke vurdert her
incidents-step-dispose = Personopplysninger slettet etter vedtak

# Faults of the desk
incidents-fault-other = Oppgi nummeret på en sak du kan se.
incidents-fault-tie = Velg hvordan de hører sammen.
incidents-fault-members = Velg minst én sak.
incidents-refused-same = En sak kan ikke kobles til seg selv.
incidents-refused-tied = Sakene er allerede koblet på denne måten.
incidents-refused-merge-notified = Denne saken er meldt til Datatilsynet. Slå den andre saken sammen med denne i stedet.
incidents-refused-merge-closed = Den andre saken er avsluttet. Åpne den igjen først.
incidents-refused-bundle-decided = En av sakene er allerede avgjort.
incidents-refused-bundle-lead = En av sakene står allerede for andre.

# The register on paper and as data
incidents-stage-history = Historisk, ikke vurdert
incidents-register-more = Flere enn { $count } saker. Bruk filtrene for å se de andre.
incidents-register-window = Ordene står i svært mange saker, så bare de { $count } nyeste er gjennomsøkt. Velg et år, eller legg til et sjeldnere ord.
incidents-to-pdf = Lagre som PDF
incidents-to-json = Lagre som JSON
incidents-to-breaches = Register over bare brudd på personopplysningssikkerheten etter personvernforordningen artikkel 33 nr. 5 (PDF)
incidents-desk-title = Personvernombudets arbeidsflate
incidents-paper-title = Register over brudd på personopplysningssikkerheten
incidents-paper-lead = Faktiske forhold, virkninger og tiltak etter personvernforordningen artikkel 33 nr. 5, med beslutninger og begrunnelser.
incidents-paper-all-title = Register over hendelser
incidents-paper-all-lead = Brudd på personopplysningssikkerheten, nestenhendelser, observasjoner av risiko, falske alarmer og det som ennå ikke er vurdert, slik sidens filtre avgrenser dem: faktiske forhold, virkninger og tiltak, med beslutninger og begrunnelser.
incidents-paper-judged = Risikoen vurdert
incidents-paper-first = Det finnes flere saker. Her står bare de { $count } nyeste; datafilen inneholder alle.
incidents-paper-as-of = Per { $at }
incidents-paper-decisions = Beslutninger og begrunnelser

# Root cause, lessons, lists
incidents-step-cause = Rotårsaken er beskrevet
incidents-do-cause = Beskriv rotårsaken
incidents-do-about = Endre hva det gjelder
incidents-about-note = Det bestemmer sakens sjekkliste og rådene som melderen ser.
incidents-do-lesson = Publiser et læringspunkt
incidents-ask-cause = Hvorfor kunne det skje?
incidents-ask-cause-hint = Hva som gjorde det lett å gjøre feil, ikke hvem som gjorde det.
incidents-ask-owner = Hvem gjør det?
incidents-ask-owner-hint = Navn eller ansattnummer. Hvis flere passer, blir du spurt hvem.
incidents-ask-owner-which = Hvem av dem?
incidents-fault-owner-none = Ingen finnes med dette navnet eller nummeret.
incidents-fault-owner-several = Flere passer. Velg en av dem.
incidents-lessons-title = Dette har vi lært
incidents-lessons-lead = Meldinger fra kolleger har gitt oss disse læringspunktene. Ingen personer er nevnt.
incidents-lessons-none = Det finnes ingen læringspunkter ennå.
incidents-lesson-note = Alle ansatte kan lese læringspunktet. Det kan melderen også, selv uten konto. Skriv hva andre kan gjøre annerledes. Utelat personer, steder og små tall.
incidents-ask-lang = Språket teksten er skrevet på
incidents-ask-lesson-title = Overskrift
incidents-ask-lesson = Læringspunktet
incidents-ask-lesson-hint = Hva som skjedde generelt, og hva som hjelper.
incidents-lesson-publish = Publiser for ansatte
incidents-lesson-withdraw = Trekk læringspunktet tilbake
incidents-fault-lesson-names = Et læringspunkt nevner ingen: Fjern melderens navn, fødselsnumre og saksnummeret.
incidents-panel-work = Sjekkliste: { $done } av { $count } er gjort
incidents-list-title = Sjekkliste
incidents-list-legend = Kryss av for det som er gjort
incidents-list-left = Gjenstår
incidents-lists-title = Egne punkter i sjekklistene
incidents-lists-lead = Programmet har en liste for hver type hendelse. Her legger dere til det organisasjonen vil kontrollere i tillegg.
incidents-lists-none = Det finnes ingen egne punkter ennå.
incidents-lists-add = Legg til et punkt
incidents-lists-text = Hva som skal kontrolleres
incidents-lists-about-hint = La feltet stå tomt hvis punktet gjelder alle typer hendelser.
incidents-lists-every = alle typer
incidents-lists-end = Fjern

# History from other systems
incidents-to-veris = Lagre som VERIS
incidents-import-title = Hent inn tidligere saker
incidents-import-lead = En fil fra et annet system: VERIS-poster (JSON) eller en tabell (CSV, XLSX). Du ser hva filen vil gjøre, før noe lagres.
incidents-import-note = Tidligere saker vises som historiske og ikke vurdert. De starter ingen frister og gir ingen oppgaver. Tekstene kan inneholde personopplysninger.
incidents-import-file = Fil
incidents-import-file-hint = JSON, CSV eller XLSX, høyst { $limit }.
incidents-import-source = Hvor den kommer fra
incidents-import-source-hint = Et navn på det andre systemet. Sammen med navnet på hver sak er det entydig: Leses samme fil inn igjen, endres ingenting.
incidents-import-unit = Enhet som sakene hører til
incidents-import-unit-hint = Enheten avgjør utvalget eller selskapet.
incidents-import-columns-title = Hvilke kolonner en tabell kan ha
incidents-import-columns = Hver sak må ha et nummer eller en referanse. I tillegg: dato, beskrivelse, type, bruddtype, karakter, personer, leverandør. Overskriftene kan være på et hvilket som helst av de fem språkene.
incidents-import-show = Vis hva filen vil gjøre
incidents-import-preview = Hva filen vil gjøre
incidents-import-done = Sakene er hentet inn
incidents-import-records = Poster i filen
incidents-import-new = Nye
incidents-import-known = Allerede i registeret
incidents-import-rejected = Avvist
incidents-import-place = Plass i filen
incidents-import-left = Og { $count } til.
incidents-import-sample = De første postene
incidents-import-name = Navn der
incidents-import-apply = Hent inn de nye
incidents-import-other = En annen fil
incidents-import-see = Se de tidligere sakene
incidents-import-no-file = Velg en fil.
incidents-import-empty = Filen inneholder ingen poster.
incidents-import-many = Filen inneholder flere enn 50 000 poster. Del den.
incidents-import-no-json = Filen er ikke en liste over VERIS-poster.
incidents-import-no-workbook = Arbeidsboken kan ikke leses. Lagre den som CSV og prøv igjen.
incidents-import-too-large = Arbeidsboken er for stor når den pakkes ut.
incidents-import-no-name = Filen har ingen kolonne med sakens nummer eller referanse.
incidents-import-why-no-record = Dette er ikke en post.
incidents-import-why-no-name = Den har verken nummer eller referanse.
incidents-import-why-long-name = Nummeret eller referansen er lengre enn 200 tegn.
incidents-import-why-twice = Samme nummer sto tidligere i filen.
incidents-import-why-version = Den har en VERIS-versjon som programmet ikke kjenner.
incidents-import-why-date = Datoen kan ikke leses.
incidents-import-why-future = Datoen ligger fram i tid.
incidents-import-why-outcome = Utfallet er ikke et av de kjente.
incidents-import-why-unit = Den nevner en enhet som ikke finnes, eller som hører til en annen behandlingsansvarlig.
incidents-import-why-broken = Raden har flere eller færre celler enn overskriften, eller en celle er for lang.

# Retention and disposal
incidents-retention-title = Bevaring og kassasjon
incidents-retention-lead = Personopplysninger slettes bare etter et vedtak som registreres her. De faktiske forholdene i registeret og loggboken blir stående.
incidents-retention-period = Bevares i { $years } år etter at saken ble avsluttet. Kilde: { $source }
incidents-retention-none = Det er ikke fastsatt noen bevaringstid, så ingen saker er klare for kassasjon.
incidents-retention-set = Fastsett bevaringstiden
incidents-retention-years = År
incidents-retention-years-hint = Regnes fra saken ble avsluttet.
incidents-retention-source = Grunnlaget for bevaringstiden
incidents-retention-source-hint = Bevarings- og kassasjonsplanen eller vedtaket, med nummer og dato.
incidents-retention-count =
    { $count ->
        [one] { $count } sak er klar for kassasjon
       *[other] { $count } saker er klare for kassasjon
    }
incidents-retention-ripe = Avsluttet før { $day }.
incidents-retention-note = Fortellinger, faktiske forhold, begrunnelser, svar, filer og samtaler i de valgte sakene slettes for godt, også fra gjenopprettede sikkerhetskopier.
incidents-retention-cases = Saker
incidents-retention-body = Organ som har fattet vedtaket
incidents-retention-day = Vedtaksdato
incidents-retention-paragraph = Saksnummer
incidents-retention-sure = Vedtaket er fattet og omfatter disse sakene
incidents-retention-dispose = Slett etter vedtaket
incidents-retention-decisions = Vedtak
incidents-retention-decided =
    { $count ->
        [one] { $body }, { $day }, { $paragraph }: { $count } sak
       *[other] { $body }, { $day }, { $paragraph }: { $count } saker
    }
incidents-fault-sure = Kryss av for at vedtaket er fattet.
incidents-refused-no-period = Fastsett først bevaringstiden for den behandlingsansvarlige.
incidents-refused-not-ripe = En av sakene er åpen, eller bevaringstiden er ikke utløpt.
