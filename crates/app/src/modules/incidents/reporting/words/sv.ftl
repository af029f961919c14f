# The public report page
incidents-reporting-title = Har något gått fel? Berätta för oss
incidents-reporting-lead = Det tar en minut. Du behöver inget konto och du behöver inte säga vem du är.
incidents-reporting-what-hint = Skriv med egna ord. Utelämna namn och personnummer om du kan.
incidents-reporting-noticed-unknown = Jag vet inte
incidents-reporting-noticed-on = En annan dag
incidents-reporting-file-hint = En bild (JPEG, PNG), ett dokument (PDF, DOCX, XLSX, PPTX, ODT, ODS, ODP) eller ren text, högst { $size }. Vi tar bort uppgifter om plats, tid, författare och filnamn. Det som bilden eller texten i sig visar finns kvar.
incidents-reporting-extra = Om du vill berätta mer
incidents-reporting-board = Vilken del av kommunen gäller det?
incidents-reporting-board-hint = Lämna tomt om du inte vet eller om få personer arbetar där.
incidents-reporting-ask-contact = Får vi kontakta dig? Hur?
incidents-reporting-contact-hint = Ett telefonnummer eller en e-postadress. Lämna tomt om du vill vara anonym: du kan läsa vårt svar med kvittot.
incidents-reporting-not-kept = Vi sparar inte varifrån du skriver eller vid vilken tid. Vi sparar vilken dag du skrev och det du skriver. Vem du är sparar vi bara om du själv skriver det. Ett telefonnummer eller en e-postadress som du lämnar ser bara dataskyddsombudet, och uppgiften raderas 30 dagar efter att ärendet har avslutats.
incidents-reporting-honest-title = Vad vi inte kan lova
incidents-reporting-honest-network = Den som driver nätet du använder kan se att sidan har besökts. På jobbet är det din arbetsgivare. Använd ett annat nät om det oroar dig.
incidents-reporting-honest-device = Webbläsaren kan spara den här sidan och det du skriver. Om andra använder enheten, öppna sidan i ett privat fönster och stäng fönstret när du är klar.
incidents-reporting-honest-story = En berättelse kan avslöja den som berättar. Utelämna det som bara du kan känna till om du vill vara anonym.
incidents-reporting-honest-few = På en arbetsplats med tre personer är ingen anonym.
incidents-reporting-honest-file = En bild eller ett dokument kan visa mer än du tror: ett ansikte, ett fönster, ett sätt att skriva.
incidents-reporting-honest-record = Det som sparas här kan vara en allmän handling som andra får begära ut. Därför sparar vi inte vem du är.
incidents-reporting-to-talk = Läs svaret på en rapport
incidents-reporting-to-tell = Berätta om något
incidents-reporting-to-about = Vad sidan är till för och inte till för
incidents-reporting-without-name = Rapportera utan ditt namn
incidents-reporting-without-name-note = Sidan finns på en annan adress där du inte är inloggad. Ditt konto kopplas inte till det du skriver där.

# The receipt
incidents-reporting-now-received = Har du fått något av misstag? För det inte vidare, använd det inte och behåll det tills vi svarar.
incidents-reporting-receipt-title = Ditt kvitto
incidents-reporting-receipt-once = De här elva orden visas bara nu. Skriv upp, kopiera eller skriv ut dem. Den som har orden kan läsa vårt svar. Utan dem kan ingen göra det, och vi kan inte ta fram dem igen.
incidents-reporting-receipt-copy = Orden på en rad
incidents-reporting-copy = Kopiera
incidents-reporting-copied = Kopierat
incidents-reporting-print = Skriv ut
incidents-reporting-receipt-use = Vi läser din rapport och svarar här. Kom tillbaka med ditt kvitto om några dagar.
incidents-reporting-receipt-hand = Läs upp orden för den som ringer, eller skriv ut dem. Med dem kan personen läsa svaret här:
incidents-reporting-another = Skriv en rapport till

# The talk
incidents-reporting-talk-title = Din rapport
incidents-reporting-talk-lead = Med kvittot kan du läsa vårt svar och berätta mer.
incidents-reporting-code = De elva orden på ditt kvitto
incidents-reporting-code-hint = Stora bokstäver, mellanslag och radbrytningar spelar ingen roll.
incidents-reporting-open = Öppna
incidents-reporting-talk-you = Du skrev
incidents-reporting-talk-officer = Dataskyddsombudet
incidents-reporting-no-answer = Det finns inget svar än. Kom tillbaka om några dagar.
incidents-reporting-learned = Vi har lärt oss något av din rapport. Du kan läsa det nedan.
incidents-reporting-added = Tack. Ditt meddelande har tagits emot.
incidents-reporting-again = Den här rapporten hade redan kommit in. Det som är nytt har lagts till.
incidents-reporting-again-same = Den här rapporten hade redan kommit in. Den räknas en gång och kvittot är detsamma.
incidents-reporting-again-less = Den här rapporten hade redan kommit in och innehåller inget nytt. Den räknas en gång.
incidents-reporting-again-yours = Ditt kvitto är det som du fick när du skickade rapporten. Det visas inte igen. Om du aldrig fick det, gå tillbaka och skicka din första text oförändrad.
incidents-reporting-again-other = Vill du berätta om något annat?
incidents-reporting-again-fresh = Öppna ett nytt formulär
incidents-reporting-again-more = Jag har lagt till en fil eller hur ni når mig.
incidents-reporting-closed = Rapporten är färdigbehandlad.
incidents-reporting-talk-again = Ingenting i din dator eller telefon minns kvittot. Stäng sidan när du är klar.

# The poster
incidents-reporting-poster-title = Affisch med adressen
incidents-reporting-poster-alt = QR-kod som leder till { $address }
incidents-reporting-due = { $count } i brevlådan
incidents-reporting-due-detail = Rapporter och meddelanden utan konto

# By an operator
incidents-reporting-operator-title = Rapport åt någon annan
incidents-reporting-operator-lead = Någon berättar för dig i telefon eller i receptionen, och du skriver. Personen får ett kvitto och behöver inte säga vem den är. Inte heller ditt namn sparas.

# What this channel is not
incidents-reporting-about-title = Vad sidan är till för
incidents-reporting-about-lead = Här kan du berätta om att uppgifter om människor har hamnat fel, eller kan göra det.
incidents-reporting-about-mishap = Ett brev eller meddelande till fel person, något som tappats bort eller något som andra kunde se.
incidents-reporting-about-risk = En risk som du har märkt eller något som var nära att gå fel. Att berätta om det är bra arbete.
incidents-reporting-about-mistake = Också dina egna misstag. De flesta misstag görs av människor som arbetar bra.
incidents-reporting-not-title = Det är inte kommunens visselblåsarkanal
incidents-reporting-not-whistle = Vill du rapportera att kommunen bryter mot lagen, till exempel korruption, missbruk av pengar eller fara för människors hälsa? Använd då visselblåsarkanalen enligt direktiv (EU) 2019/1937.
incidents-reporting-not-whistle-national = Vill du rapportera att kommunen bryter mot lagen, till exempel korruption, missbruk av pengar eller fara för människors hälsa? Använd då kommunens visselblåsarkanal.
incidents-reporting-not-act = Nationell lag: { $act }.
incidents-reporting-not-protection = Där skyddar lagen dig mot repressalier. Här har du vårt löfte men inte lagens skydd.
incidents-reporting-not-way = Fråga kommunen var visselblåsarkanalen finns.
incidents-reporting-to-whistle = Till visselblåsarkanalen
incidents-reporting-times-receipt = Där bekräftas din rapport inom
incidents-reporting-times-answer = och besvaras inom
incidents-reporting-times-days =
    { $count ->
        [one] { $count } dag
       *[other] { $count } dagar
    }
incidents-reporting-times-months =
    { $count ->
        [one] { $count } månad därefter
       *[other] { $count } månader därefter
    }
incidents-reporting-times-source = Direktiv (EU) 2019/1937, artikel 9.1 b och f, tillämpas sedan { $day }. Den nationella lagen kan innehålla fler bestämmelser.
incidents-reporting-not-title-2 = Sidan är inte heller till för detta
incidents-reporting-not-urgent = Fara för liv eller ett pågående brott: ring { $number }.
incidents-reporting-not-urgent-three = Fara för liv eller ett pågående brott: ring { $ambulance } till ambulansen, { $police } till polisen och { $fire } till brandkåren.
incidents-reporting-not-rights = Om du vill se eller rätta uppgifter om dig själv: vänd dig till den del av kommunen som har dem.

# The letterbox, for the data protection officer
incidents-reporting-menu = Brevlåda
incidents-reporting-letterbox-title = Brevlåda
incidents-reporting-letterbox-lead = Rapporter och meddelanden utan konto. Brevlådan öppnas klockan { $hours }, så att ingen tidpunkt avslöjar vem som skrev. Det du inte tar upp förs in i registret när dagen är slut.
incidents-reporting-letterbox-none = Brevlådan är tom.
incidents-reporting-take = Ta upp i registret
incidents-reporting-take-all = Ta upp alla i registret
incidents-reporting-files =
    { $count ->
        [one] { $count } fil
       *[other] { $count } filer
    }
incidents-reporting-panel-title = Hur rapporten kom in
incidents-reporting-way = Kom in
incidents-reporting-way-anonymous = anonymt
incidents-reporting-way-public = på den öppna sidan, med kontaktuppgift
incidents-reporting-way-operator = berättat i telefon eller i receptionen
incidents-reporting-way-mail = med e-post
incidents-reporting-contact = Så når du den som rapporterade
incidents-reporting-contact-note = Kontaktuppgiften sparas bara för att kunna svara och raderas automatiskt 30 dagar efter att ärendet har avslutats.
incidents-reporting-contact-erase = Radera kontaktuppgiften
incidents-reporting-waiting =
    { $count ->
        [one] { $count } meddelande väntar
       *[other] { $count } meddelanden väntar
    }
incidents-reporting-to-letterbox = Till brevlådan
incidents-notice-letterbox = Något i brevlådan
incidents-notice-letterbox-subject = Något i brevlådan
incidents-notice-letterbox-text = En rapport eller ett meddelande utan konto väntar på dig: { $href }
incidents-notice-question = Fråga om din rapport
incidents-notice-question-subject = Fråga om din rapport { $number }
incidents-notice-question-text = Dataskyddsombudet har en fråga till dig: { $href }

# Asking the reporter
incidents-step-ask = Fråga till den som rapporterade
incidents-do-ask = Fråga den som rapporterade
incidents-ask-note = Den som rapporterade ser frågan och kan svara som tillägg till rapporten. Fråga hur det kunde hända, inte vem som gjorde det.
incidents-ask-question = Din fråga
incidents-fault-question = Skriv din fråga.

# More to choose in a report
incidents-about-risk = Jag har märkt en risk, men inget har hänt
incidents-about-near-miss = Det var nära att gå fel
incidents-now-risk = Tack för att du är uppmärksam. Du behöver inte göra mer nu. Är risken nära och du kan ta bort den på ett säkert sätt, så gör det.
incidents-now-near-miss = Det är bra att det gick väl. Skriv upp vad som gjorde det lätt att göra fel medan du minns det. Andra möter samma sak.
incidents-reporting-mail-empty = (Mejlet har ingen text. Det är sparat i sin helhet som en fil.)

# Faults
incidents-reporting-fault-before = Dagen är tidigare än organisationens första dag.
incidents-reporting-fault-file = Filen kan inte rensas från uppgifter som kan avslöja vem som har gjort den, så den togs inte emot. Din text finns kvar. Skicka en bild som JPEG eller PNG, eller ett dokument som PDF, DOCX, XLSX, PPTX, ODT, ODS eller ODP utan lösenord och makron. Du kan också skriva vad som står i filen.
incidents-reporting-fault-code = Det finns ingen rapport med det här kvittot. Kontrollera de elva orden: vart och ett har fyra bokstäver.
incidents-reporting-refused-unit = Det finns ännu ingen nämnd och ingen enhet som kan ta emot rapporten.
incidents-reporting-refused-order = Ta först upp den rapport som meddelandet hör till.
incidents-reporting-poster-pdf = Affischen som PDF
