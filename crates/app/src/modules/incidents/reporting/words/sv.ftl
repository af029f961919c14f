# The public report page
incidents-reporting-title = Har något gått fel? Berätta för oss
incidents-reporting-lead = Det tar en minut. Du behöver inget konto och du behöver inte säga vem du är.
incidents-reporting-what-hint = Skriv med egna ord. Utelämna namn och personnummer om du kan.
incidents-reporting-noticed-unknown = Jag vet inte
incidents-reporting-noticed-on = En annan dag
incidents-reporting-file-hint = En bild (JPEG, PNG), ett dokument (PDF, DOCX, XLSX, PPTX, ODT, ODS, ODP) eller ren text, högst { $size }. Vi tar bort plats, tid, författare och filnamn. Det som bilden eller texten själv visar finns kvar.
incidents-reporting-extra = Om du vill berätta mer
incidents-reporting-board = Vilken del av kommunen gäller det?
incidents-reporting-board-hint = Lämna tomt om du inte vet eller om få personer arbetar där.
incidents-reporting-ask-contact = Får vi kontakta dig? Hur?
incidents-reporting-contact-hint = Ett telefonnummer eller en e-postadress. Lämna tomt om du vill vara okänd: du kan läsa vårt svar med kvittot.
incidents-reporting-not-kept = Vi sparar inte vem du är, varifrån du skriver eller vilken tid. Vi sparar dagen och det du skriver.
incidents-reporting-honest-title = Vad vi inte kan lova
incidents-reporting-honest-network = Den som driver nätet du använder kan se att sidan har besökts. På jobbet är det din arbetsgivare. Använd ett annat nät om det oroar dig.
incidents-reporting-honest-story = En berättelse kan avslöja den som berättar. Utelämna det som bara du kan veta om du vill vara okänd.
incidents-reporting-honest-few = På en plats där tre personer arbetar är ingen anonym.
incidents-reporting-honest-file = En bild eller ett dokument kan visa mer än du tror: ett ansikte, ett fönster, ett sätt att skriva.
incidents-reporting-honest-record = Det som sparas här kan vara en allmän handling som andra får be att se. Därför sparar vi inte vem du är.
incidents-reporting-to-talk = Läs svaret på en rapport
incidents-reporting-to-tell = Berätta för oss om något
incidents-reporting-to-about = Vad sidan är till för, och vad den inte är
incidents-reporting-without-name = Rapportera utan ditt namn
incidents-reporting-without-name-note = Sidan finns på en annan adress där du inte är inloggad. Ditt konto kopplas inte till det du skriver där.

# The receipt
incidents-reporting-now-received = Om något kom till dig av misstag: för det inte vidare, använd det inte och behåll det tills vi svarar.
incidents-reporting-receipt-title = Ditt kvitto
incidents-reporting-receipt-once = De här elva orden visas bara nu. Skriv upp, kopiera eller skriv ut dem. Den som har dem kan läsa vårt svar; utan dem kan ingen, och vi kan inte ta fram dem igen.
incidents-reporting-receipt-copy = Orden på en rad
incidents-reporting-copy = Kopiera
incidents-reporting-copied = Kopierat
incidents-reporting-print = Skriv ut
incidents-reporting-receipt-use = Vi läser din rapport och svarar här. Kom tillbaka med ditt kvitto om några dagar.
incidents-reporting-receipt-hand = Läs upp orden för den som ringer, eller skriv ut dem. Med dem kan personen läsa svaret här:
incidents-reporting-another = Skriv ner en rapport till

# The talk
incidents-reporting-talk-title = Din rapport
incidents-reporting-talk-lead = Med ditt kvitto läser du vårt svar och kan berätta mer.
incidents-reporting-code = De elva orden på ditt kvitto
incidents-reporting-code-hint = Stora bokstäver, mellanslag och radbrytningar spelar ingen roll.
incidents-reporting-open = Öppna
incidents-reporting-talk-you = Du skrev
incidents-reporting-talk-officer = Dataskyddsombudet
incidents-reporting-no-answer = Det finns inget svar än. Kom tillbaka om några dagar.
incidents-reporting-added = Tack. Ditt meddelande har tagits emot.
incidents-reporting-closed = Den här rapporten är hanterad.
incidents-reporting-talk-again = Ingenting på den här enheten minns ditt kvitto. Stäng sidan när du är klar.

# The poster
incidents-reporting-poster-title = Affisch med adressen
incidents-reporting-poster-alt = Rutkod som leder till { $address }
incidents-reporting-due = { $count } i brevlådan
incidents-reporting-due-detail = Rapporter och meddelanden utan konto

# By an operator
incidents-reporting-operator-title = Rapport åt någon annan
incidents-reporting-operator-lead = Någon berättar för dig i telefon eller vid disken; du skriver. Personen får ett kvitto och behöver inte säga vem den är. Inte heller ditt namn sparas.

# What this channel is not
incidents-reporting-about-title = Vad sidan är till för
incidents-reporting-about-lead = Här berättar du när uppgifter om människor kan ha hamnat fel, eller kunde göra det.
incidents-reporting-about-mishap = Ett brev eller meddelande till fel person, något borttappat, något som andra kunde se.
incidents-reporting-about-risk = En risk som du märkte eller något som var nära att gå fel. Det räknas som bra arbete.
incidents-reporting-about-mistake = Även ditt eget misstag. De flesta görs av människor som arbetar bra.
incidents-reporting-not-title = Det är inte visselblåsarkanalen
incidents-reporting-not-whistle = Vill du rapportera att lagen bryts i kommunen, till exempel korruption, missbruk av pengar eller fara för hälsan, använd visselblåsarkanalen enligt direktiv (EU) 2019/1937.
incidents-reporting-not-protection = Där skyddar lagen dig mot repressalier. Här har du vårt löfte, inte det skyddet.
incidents-reporting-not-way = Fråga kommunen var dess visselblåsarkanal finns.
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
incidents-reporting-times-source = Direktiv (EU) 2019/1937, artikel 9.1 b och f, tillämpas sedan { $day }.
incidents-reporting-not-title-2 = Den är inte heller till för detta
incidents-reporting-not-urgent = Fara för liv eller ett pågående brott: ring 112.
incidents-reporting-not-rights = Se eller rätta uppgifter om dig själv: begär det av den del av kommunen som har dem.

# The letterbox, for the data protection officer
incidents-reporting-menu = Brevlåda
incidents-reporting-letterbox-title = Brevlåda
incidents-reporting-letterbox-lead = Rapporter och meddelanden utan konto. Den öppnas klockan { $hours }, så att ingen tid avslöjar vem som skrev. Det du inte tar upp förs in i registret när dagen är slut.
incidents-reporting-letterbox-none = Brevlådan är tom.
incidents-reporting-take = Ta upp i registret
incidents-reporting-take-all = Ta upp alla i registret
incidents-reporting-files =
    { $count ->
        [one] { $count } fil
       *[other] { $count } filer
    }
incidents-reporting-panel-title = Hur den kom in
incidents-reporting-way = Väg in
incidents-reporting-way-anonymous = anonym
incidents-reporting-way-public = öppen sida, med kontakt
incidents-reporting-way-operator = berättat i telefon eller vid disken
incidents-reporting-way-mail = med e-post
incidents-reporting-contact = Hur man når den som rapporterade
incidents-reporting-contact-note = Det sparas bara för att kunna svara och raderas av sig självt 30 dagar efter att ärendet har avslutats.
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
incidents-notice-question-text = Dataskyddsombudet frågar dig något: { $href }

# Asking the reporter
incidents-step-ask = Frågat den som rapporterade
incidents-do-ask = Fråga den som rapporterade
incidents-ask-note = Den som rapporterade ser frågan och kan svara som tillägg till rapporten. Fråga hur det kunde hända, inte vem som gjorde det.
incidents-ask-question = Din fråga
incidents-fault-question = Skriv din fråga.

# More to choose in a report
incidents-about-risk = Jag märkte en risk; inget har hänt
incidents-about-near-miss = Det var nära att gå fel
incidents-now-risk = Tack för att du såg efter. Du behöver inte göra mer nu. Är risken nära och du kan ta bort den säkert så gör det.
incidents-now-near-miss = Bra att det gick väl. Skriv upp medan du minns vad som gjorde det lätt att göra fel; andra möter samma sak.
incidents-reporting-mail-empty = (E-brevet har ingen text. Det är sparat i sin helhet som en fil.)

# Faults
incidents-reporting-fault-before = Den dagen är före organisationens början.
incidents-reporting-fault-file = Filen kan inte rensas från det som kan avslöja vem som gjort den, så den togs inte emot. Din text finns kvar. Skicka en bild som JPEG eller PNG, ett dokument som PDF, DOCX, XLSX, PPTX, ODT, ODS eller ODP utan lösenord och makron, eller skriv vad som står i den.
incidents-reporting-fault-code = Ingen rapport har det här kvittot. Titta på de elva orden igen: vart och ett har fyra bokstäver.
incidents-reporting-refused-unit = Det finns ännu ingen nämnd och ingen enhet som kan ta emot rapporten.
incidents-reporting-refused-order = Ta först upp rapporten som meddelandet hör till.
incidents-reporting-poster-pdf = Affischen som PDF
