audit-menu = Loggboken
audit-title = Loggboken
audit-lead = Varje åtgärd lämnar en anteckning här. Anteckningarna är kedjade, så att en senare ändring syns.
audit-head = Loggbokens senaste kontrollsumma
audit-head-number = Anteckning { $seq }
audit-key = Signeringsnyckelns fingeravtryck
audit-verify = Kontrollera loggboken
audit-verb = Åtgärd
audit-subject = Gäller
audit-day = Dag
audit-filter = Visa
audit-none = Inga anteckningar.
audit-count = { $count ->
    [one] { $count } anteckning
   *[other] { $count } anteckningar
 }
audit-number = Nr
audit-when = När
audit-who = Vem
audit-who-program = Programmet: { $task }
audit-who-console = Kommandoraden
audit-who-nobody = Inte inloggad
audit-who-person = En person
audit-back = Tillbaka till loggboken
audit-verify-title = Kontroll av loggboken
audit-verify-good = Allt stämmer: anteckningarna följer på varandra och varje rad är som loggboken säger.
audit-verify-bad = { $count ->
    [one] { $count } sak stämmer inte.
   *[other] { $count } saker stämmer inte.
 }
audit-verify-sum = Anteckningar: { $entries }. Rader: { $rows }. Kontrollsummor som förvaras på annat håll: { $heads }.
audit-verify-erased = Gallrat enligt regel { $rule }: { $count }
audit-verify-list = { $count ->
    [one] Felet som hittades
   *[other] De första { $count } felen som hittades
 }
audit-verify-what = Vad som inte stämmer
audit-verify-place = Var
audit-fault-gap = En anteckning saknas före den här
audit-fault-follows = Anteckningen följer inte på den föregående
audit-fault-changed-entry = Anteckningen har ändrats
audit-fault-unknown-row = Loggboken känner inte till raden
audit-fault-changed-row = Raden har ändrats utanför programmet
audit-fault-missing-row = Raden saknas, och ingen regel har gallrat den
audit-fault-returned = Raden gallrades men finns igen
audit-fault-rewritten = Kedjan har skrivits om: en kontrollsumma som förvaras på annat håll stämmer inte
audit-fault-cut = Slutet av loggboken har tagits bort: en kontrollsumma på annat håll är senare än det som finns kvar
audit-fault-signature = En kontrollsumma saknar den här installationens signatur
audit-fault-heads-file = Filen med kontrollsummor kan inte läsas
audit-fault-content = Innehållet i en bilaga saknas eller har ändrats
audit-mail-subject = Loggbokens kontrollsumma { $day }
audit-mail-text = Spara det här meddelandet. Det kan senare visa att loggboken inte har skrivits om. Signeringsnyckelns fingeravtryck: { $key }
