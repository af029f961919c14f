audit-menu = Loggboken
audit-title = Loggboken
audit-lead = Hver handling etterlater en oppføring her. Oppføringene er kjedet sammen, slik at senere endringer synes.
audit-head = Loggbokens siste kontrollsum
audit-head-number = Oppføring { $seq }
audit-key = Signeringsnøkkelens fingeravtrykk
audit-verify = Kontroller loggboken
audit-verb = Handling
audit-subject = Gjelder
audit-day = Dato
audit-filter = Vis
audit-none = Ingen oppføringer.
audit-count = { $count ->
    [one] { $count } oppføring
   *[other] { $count } oppføringer
 }
audit-number = Nr.
audit-when = Når
audit-who = Hvem
audit-who-program = Programmet: { $task }
audit-who-console = Kommandolinjen
audit-who-nobody = Ikke logget inn
audit-who-person = En person
audit-back = Tilbake til loggboken
audit-verify-title = Kontroll av loggboken
audit-verify-good = Alt stemmer: Oppføringene følger på hverandre, og hver rad er slik loggboken sier.
audit-verify-bad = { $count ->
    [one] { $count } ting stemmer ikke.
   *[other] { $count } ting stemmer ikke.
 }
audit-verify-sum = Oppføringer: { $entries }. Rader: { $rows }. Kontrollsummer som oppbevares et annet sted: { $heads }.
audit-verify-erased = Slettet etter regel { $rule }: { $count }
audit-verify-list = { $count ->
    [one] Feilen som ble funnet
   *[other] De første { $count } feilene som ble funnet
 }
audit-verify-what = Hva som ikke stemmer
audit-verify-place = Hvor
audit-fault-gap = Det mangler en oppføring før denne
audit-fault-follows = Oppføringen følger ikke på den forrige
audit-fault-changed-entry = Oppføringen er endret
audit-fault-unknown-row = Loggboken kjenner ikke raden
audit-fault-changed-row = Raden er endret utenfor programmet
audit-fault-missing-row = Raden mangler, og ingen regel har slettet den
audit-fault-returned = Raden ble slettet, men finnes igjen
audit-fault-rewritten = Kjeden er skrevet om: Den stemmer ikke med en kontrollsum som oppbevares et annet sted
audit-fault-cut = Slutten av loggboken er fjernet: En kontrollsum som oppbevares et annet sted, gjelder en senere oppføring
audit-fault-signature = En kontrollsum mangler signaturen til denne installasjonen
audit-fault-heads-file = Filen med kontrollsummene kan ikke leses
audit-fault-content = Innholdet i et vedlegg mangler eller er endret
audit-mail-subject = Loggbokens siste kontrollsum, { $day }
audit-mail-text = Ta vare på denne e-posten. Den kan senere vise at loggboken ikke er skrevet om. Signeringsnøkkelens fingeravtrykk: { $key }
