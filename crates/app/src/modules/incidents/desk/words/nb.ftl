# What waits
incidents-menu-queue = Å gjøre
incidents-queue-title = Saker som venter
incidents-queue-lead = Alle åpne saker, den eldste først, med det som ennå mangler.
incidents-queue-none = Ingen sak venter.
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
incidents-missing-awareness = når den behandlingsansvarlige ble kjent med det
incidents-missing-decision = beslutning om melding til tilsynet
incidents-missing-late-reasons = begrunnelse for forsinkelsen
incidents-missing-people = beslutning om de berørte
incidents-missing-answer = svar til melderen
incidents-missing-measure-owner = ansvarlig for et tiltak

# Together
incidents-panel-links =
    { $count ->
        [one] Hører sammen: { $count } sak
       *[other] Hører sammen: { $count } saker
    }
incidents-do-merge = Slå sammen med en annen sak
incidents-do-split = Del
incidents-do-link = Knytt til en annen sak
incidents-do-bundle = Avgjør sammen med lignende saker
incidents-do-false-alarm = Det var en falsk alarm
incidents-do-untie = Fjern koblingen
incidents-merge-note = Begge forteller om samme hendelse. Saken slutter her med en kobling, og den som meldte, får samme svar som den andre.
incidents-split-note = Én melding fortalte om to hendelser. Den andre blir en egen sak med samme tider for oppdagelse og melding.
incidents-link-note = Sakene forblir to. Har det skjedd igjen, åpnes tiltak som man trodde virket, på nytt, og de ansvarlige får beskjed.
incidents-bundle-note = Flere små brudd av samme slag og med samme årsak kan meldes og avgjøres som ett. Det du beslutter her, gjelder da alle.
incidents-false-alarm-note = En falsk alarm er en god slutt. Saken vurderes, melderen takkes, og saken avsluttes på én gang.
incidents-false-alarm-thanks = Takk for at du sa fra. Vi har sett på det, og ingen kom til skade. Si gjerne fra igjen neste gang du er usikker.
incidents-bundle-none = Den behandlingsansvarlige har ikke noe annet vurdert brudd uten avgjørelse.
incidents-ask-tie = Hvordan hører de sammen?
incidents-ask-other = Nummeret på den andre saken
incidents-ask-other-hint = For eksempel 2026-0012. Eller velg fra listen.
incidents-ask-likely = Saker i samme enhet eller om det samme
incidents-ask-members = Hvilke saker avgjøres sammen med denne?
incidents-ask-members-hint = Bare vurderte brudd uten avgjørelse.
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
incidents-refused-same = En sak kan ikke knyttes til seg selv.
incidents-refused-tied = Sakene er allerede koblet på denne måten.
incidents-refused-merge-notified = Denne saken er meldt til tilsynet. Slå den andre saken sammen med denne i stedet.
incidents-refused-merge-closed = Den andre saken er avsluttet. Åpne den først igjen.
incidents-refused-bundle-decided = En av sakene er allerede avgjort.
incidents-refused-bundle-lead = En av sakene står allerede for andre.

# The register on paper and as data
incidents-stage-history = Historisk, ikke vurdert
incidents-register-more = Flere enn { $count } saker. Bruk filtrene for å se de andre.
incidents-register-window = Ordene står i svært mange saker, så bare de { $count } nyeste er gjennomsøkt. Velg et år eller legg til et sjeldnere ord.
incidents-to-pdf = Lagre som PDF
incidents-to-json = Lagre som JSON
incidents-desk-title = Personvernombudets skrivebord
incidents-paper-title = Register over brudd på personopplysningssikkerheten
incidents-paper-lead = Faktiske forhold, virkninger og tiltak etter personvernforordningen artikkel 33 nr. 5, med beslutninger og begrunnelser.
incidents-paper-first = Det finnes flere saker. Her står bare de { $count } nyeste; datafilen inneholder alle.
incidents-paper-as-of = Per { $at }
incidents-paper-page = Side
incidents-paper-decisions = Beslutninger og begrunnelser
