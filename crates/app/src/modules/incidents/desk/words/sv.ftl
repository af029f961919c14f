# What waits
incidents-menu-queue = Att göra
incidents-queue-title = Ärenden som väntar
incidents-queue-lead = Alla öppna ärenden, det äldsta först, med det som ännu saknas.
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
incidents-missing-awareness = när den personuppgiftsansvarige fick kännedom
incidents-missing-decision = beslut om anmälan till myndigheten
incidents-missing-late-reasons = skäl till förseningen
incidents-missing-people = beslut om de berörda
incidents-missing-answer = svar till rapportören
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
incidents-merge-note = Båda berättar om samma händelse. Det här ärendet slutar med en länk, och den som rapporterade får samma svar som den andra.
incidents-split-note = En rapport berättade om två händelser. Den andra blir ett eget ärende med samma tider för upptäckt och rapport.
incidents-link-note = Ärendena förblir två. Om det hände igen öppnas åtgärder som ansågs ha fungerat på nytt, och de ansvariga får veta det.
incidents-bundle-note = Flera små incidenter av samma slag och med samma orsak kan anmälas och avgöras som en. Det du beslutar här gäller då alla.
incidents-false-alarm-note = Ett falskt larm är ett bra slut. Ärendet bedöms, rapportören får tack och ärendet avslutas på en gång.
incidents-false-alarm-thanks = Tack för att du berättade. Vi har sett på det och ingen kom till skada. Berätta gärna igen nästa gång du är osäker.
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
incidents-tie-merged-back = Ihopslaget med det här
incidents-tie-split = Utbrutet ur
incidents-tie-split-back = Utbrutet till ett eget ärende
incidents-tie-bundled = Avgörs tillsammans med
incidents-tie-bundled-back = Avgörs med det här
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
incidents-refused-merge-notified = Det här ärendet har anmälts till myndigheten. Slå ihop det andra med det här i stället.
incidents-refused-merge-closed = Det andra ärendet är avslutat. Öppna det först igen.
incidents-refused-bundle-decided = Ett av ärendena är redan avgjort.
incidents-refused-bundle-lead = Ett av ärendena står redan för andra.

# The register on paper and as data
incidents-stage-history = Historiskt, inte bedömt
incidents-register-more = Fler än { $count } ärenden. Använd filtren för att se de andra.
incidents-register-window = Orden finns i väldigt många ärenden, så bara de { $count } nyaste har sökts igenom. Välj ett år eller lägg till ett ovanligare ord.
incidents-to-pdf = Spara som PDF
incidents-to-json = Spara som JSON
incidents-desk-title = Dataskyddsombudets skrivbord
incidents-paper-title = Register över personuppgiftsincidenter
incidents-paper-lead = Omständigheter, effekter och korrigerande åtgärder enligt artikel 33.5 i dataskyddsförordningen, med besluten och deras skäl.
incidents-paper-first = Det finns fler ärenden. Här står bara de { $count } nyaste; datafilen innehåller alla.
incidents-paper-as-of = Läget { $at }
incidents-paper-page = Sida
incidents-paper-decisions = Beslut och skäl
