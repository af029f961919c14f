guard-held-menu = Mina stoppade mejl
guard-held-title = Mina mejl som har stoppats eller skickats säkrare
guard-held-lead = Mejl från dig som har stoppats eller skickats på ett säkrare sätt än du valde. Här ser du varför och bestämmer vad som ska hända med dem som väntar.
guard-held-none = Inget av dina mejl har stoppats.
guard-held-count = { $count ->
    [one] { $count } mejl
   *[other] { $count } mejl
 }
guard-held-col-subject = Ämne
guard-held-col-to = Till
guard-held-col-at = Tid
guard-held-col-way = Vad som hände
guard-held-col-now = Läge
guard-held-private = Bara du kan läsa de här mejlen. De lagras krypterade, och varje gång någon öppnar dem antecknas det i loggboken.
guard-held-private-second = Förutom du själv får { $readers } som andra läsare öppna de mejl som väntar. Varje gång krävs ett skriftligt skäl, och du får veta det varje gång. Regeln: { $rule }. Mejlen lagras krypterade, och varje gång någon öppnar dem antecknas det i loggboken.
guard-held-one = Ett av dina mejl
guard-held-no-subject = (inget ämne)
guard-held-gone = Innehållet har raderats.
guard-held-content = Innehåll
guard-held-got = Redan skickat till
guard-held-recipients = { $count ->
    [one] { $count } mottagare
   *[other] { $count } mottagare
 }
guard-held-why = Varför
guard-held-passages = Ställen som hittades
guard-held-more = { $count ->
    [one] Ytterligare { $count } ställe visas inte.
   *[other] Ytterligare { $count } ställen visas inte.
 }
guard-held-unread = Delar som inte kunde läsas
guard-held-rule = Regeln i korthet:
guard-held-ways = Vad du kan göra i stället
guard-held-decide = Bestäm
guard-held-until = Om du inte bestämmer senast { $day } raderas mejlet och skickas inte.
guard-held-answer = Vad ska hända med mejlet?
guard-held-answer-secure = Skicka det säkert
guard-held-answer-not-sensitive = Det är inte känsligt, för …
guard-held-answer-cancel = Skicka det inte
guard-held-because = Varför det inte är känsligt
guard-held-because-hint = Bara om du valde att det inte är känsligt.
guard-held-because-public = Det är redan publicerat
guard-held-because-own = Det handlar bara om mig
guard-held-because-invented = Det är ett exempel eller en påhittad person
guard-held-because-meaning = Orden betyder något annat här
guard-held-because-other = Annat skäl
guard-held-reason = Ditt skäl i en mening
guard-held-reason-hint = Dataskyddsombudet kan läsa det. Skriv inga namn eller nummer här.
guard-held-not-answerable = Det här mejlet kan inte skickas öppet. Antingen är fynden entydiga, eller så gick något inte att läsa, eller så kräver lagen eller någons önskemål att mejlet skyddas.
guard-held-stuck = Det kan inte heller skickas säkert som det är. Använd något av sätten ovan.
guard-held-send = Spara beslutet
guard-held-lettered-hint = Om du har skickat brevet, anteckna det här. Då syns det att personens önskemål har följts.
guard-held-lettered = Jag har skickat det som brev
guard-held-steps = Vad som har hänt
guard-held-back = Alla mina stoppade mejl
guard-held-step-secure = Ska skickas säkert
guard-held-step-not-sensitive = Svar: inte känsligt
guard-held-step-because = Svar: inte känsligt. { $why }: { $words }
guard-held-step-cancel = Ska inte skickas
guard-held-step-letter = Skickat som brev
guard-held-step-sent = Skickat
guard-held-step-back = Mejlet kunde inte skickas: inget sätt är tillräckligt säkert, eller ingen server tog emot det. Det väntar igen.
guard-held-step-rest = Några mottagare har fått mejlet. För de andra är inget sätt tillräckligt säkert, eller så tog ingen server emot det. För dem väntar det igen.
guard-held-step-apart = Inte skickat som mejl, på grund av ett önskemål eller en regel. Du har fått besked om det för sig.
guard-held-step-expired = Ingen bestämde i tid. Mejlet raderades och skickades inte.
guard-held-step-opened = Öppnat av den andra läsaren
guard-held-step-opened-because = Öppnat av den andra läsaren: { $words }
guard-held-step-reminded = Påminnelse skickad
guard-held-now-waits = Väntar på dig
guard-held-now-leaving = Skickas
guard-held-now-sent = Skickat
guard-held-now-cancelled = Inte skickat
guard-held-now-expired = Raderat, inte skickat
guard-held-now-lettered = Skickat som brev
guard-held-now-told = För kännedom
guard-held-rule-wish = En persons önskemål om kontaktsätt följs i varje mejl som gäller personen.
guard-held-rule-number = Ett personnummer hör aldrig hemma i en adress, en ämnesrad eller ett filnamn: där döljs det inte av någon kryptering.
guard-held-rule-unread = Det som inte kan läsas räknas som känsligt. Skicka filer utan lösenord och på ett säkert sätt.
guard-held-rule-many = Gäller det många personer eller barn? Skicka listor via portalen eller inte alls.
guard-held-rule-sensitive = Känsliga personuppgifter skickas aldrig med vanlig e-post.
guard-held-rule-confidential = Personnummer och sekretessbelagda uppgifter skickas bara på ett säkert sätt.
guard-held-way-portal = Skicka det säkert: mottagaren öppnar det i kommunens portal efter att ha visat vem den är.
guard-held-way-post = Använd den nationella digitala brevlådan.
guard-held-way-letter = Skicka ett brev.
guard-held-way-talk = Ring personen och kom överens om ett sätt.
guard-held-way-other-address = Skriv till den adress som personen har bett om.
guard-held-way-own-address = Skriv till personens egen mejladress, utan numret: då hittas ett säkert sätt.
guard-held-way-take-out = Ta bort det som inte behövs och skicka ett nytt mejl.
guard-held-due = Ett av dina mejl har stoppats
guard-held-due-until = Bestäm vad som ska hända med det
guard-held-fault-why = Välj varför det inte är känsligt.
guard-held-fault-reason = Skriv skälet i en mening.
guard-held-fault-answer = Välj vad som ska hända.
guard-held-refused-late = Det här mejlet väntar inte längre på ett beslut.
guard-held-named = { $kind } ({ $masked })
guard-held-named-unread = en del som inte kunde läsas
guard-held-named-nothing = någons önskemål om kontaktsätt
guard-notice-held-subject = Ett av dina mejl har stoppats
guard-notice-held-text =
    Ett mejl som du skickade har stoppats och väntar på ditt beslut. Det här hittades: { $found }.
    Logga in för att se varför. Du kan skicka det säkert eller avbryta. Om du inte gör något raderas det { $until } och skickas inte.

    { $href }
guard-notice-letter-subject = Ett av dina mejl skickades inte: personen har bett om brev
guard-notice-letter-text =
    Ett mejl som du skickade har inte skickats till alla. En person som mejlet gäller har bett om att få brev. Det här hittades: { $found }.
    Skicka ett brev eller ring personen. Skälet kan läsas här till och med { $until }.

    { $href }
guard-notice-refused-subject = Ett av dina mejl skickades inte
guard-notice-refused-text =
    Ett mejl som du skickade har inte skickats till alla. Det här hittades: { $found }.
    Du kan i stället använda portalen, den nationella digitala brevlådan eller brev. Skälet kan läsas här till och med { $until }.

    { $href }
guard-notice-portal-subject = Ett av dina mejl skickades via den säkra portalen
guard-notice-portal-text =
    Ett mejl som du skickade lades i den säkra portalen på grund av det som hittades: { $found }. Mottagaren får veta att det väntar där. Om mottagaren behöver ett brev med en kod från dig får du besked om det.
    Skälet kan läsas här till och med { $until }.

    { $href }
guard-notice-back-subject = Ett av dina mejl kunde inte skickas säkert
guard-notice-back-text =
    Ett mejl som du ville skicka säkert kunde inte skickas. Det finns kvar till och med { $until }. Välj ett annat sätt.

    { $href }
guard-notice-ending-subject = Ett av dina mejl raderas snart
guard-notice-ending-text =
    Ett av dina mejl väntar på ditt beslut. Om du inte gör något raderas det { $until } och skickas inte.

    { $href }
guard-notice-expired-subject = Ett av dina mejl raderades och skickades inte
guard-notice-expired-text =
    Ingen bestämde vad som skulle hända med ett av dina mejl före { $until }. Det raderades och skickades inte.

    { $href }
guard-notice-ownerless-subject = Ett mejl från en brevlåda utan ansvarig har stoppats
guard-notice-ownerless-text =
    Ett mejl från en avsändare som inte är en känd person har stoppats. Utse någon som ansvarar för brevlådan.

    { $href }
