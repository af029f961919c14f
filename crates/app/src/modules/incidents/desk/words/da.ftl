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
