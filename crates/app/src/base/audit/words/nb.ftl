audit-menu = Loggboken
audit-title = Loggboken
audit-lead = Hver handling etterlater en oppføring her. Oppføringene er kjedet sammen, så en senere endring synes.
audit-head = Bokens siste oppføring
audit-head-number = Oppføring { $seq }
audit-key = Signeringsnøkkelens fingeravtrykk
audit-verify = Kontroller boken
audit-verb = Handling
audit-subject = Gjelder
audit-day = Dag
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
audit-verify-good = Alt stemmer: oppføringene følger på hverandre, og hver rad er som boken sier.
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
audit-fault-unknown-row = Boken kjenner ikke raden
audit-fault-changed-row = Raden er endret utenfor programmet
audit-fault-missing-row = Raden mangler, og ingen regel har slettet den
audit-fault-returned = Raden ble slettet, men finnes igjen
audit-fault-rewritten = Kjeden er skrevet om: en kontrollsum et annet sted er en annen
audit-fault-cut = Slutten av boken er fjernet: en kontrollsum et annet sted ligger etter den
audit-fault-signature = En kontrollsum mangler signaturen til denne installasjonen
audit-fault-heads-file = Filen med kontrollsummer kan ikke leses
audit-fault-content = Innholdet i et vedlegg mangler eller er endret
audit-mail-subject = Loggbokens kontrollsum { $day }
audit-mail-text = Ta vare på denne meldingen. Den viser senere at boken ikke er skrevet om. Signeringsnøkkelens fingeravtrykk: { $key }
