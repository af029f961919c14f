guard-held-menu = Mine stansede e-poster
guard-held-title = Mine stansede og sikrede e-poster
guard-held-lead = E-poster fra deg som er stanset, eller sendt på en sikrere måte enn du valgte. Her ser du hvorfor, og bestemmer hva som skal skje med dem som venter.
guard-held-none = Ingen av e-postene dine er stanset.
guard-held-count = { $count ->
    [one] { $count } e-post
   *[other] { $count } e-poster
 }
guard-held-col-subject = Emne
guard-held-col-to = Til
guard-held-col-at = Tidspunkt
guard-held-col-way = Hva som skjedde
guard-held-col-now = Status
guard-held-private = Bare du kan lese disse e-postene. De lagres kryptert, og hvert innsyn føres i loggboken.
guard-held-private-second = I tillegg til deg kan { $readers } som andre leser åpne e-postene som venter. Det krever en skriftlig begrunnelse hver gang, og du får beskjed hver gang. Regelen: { $rule }. E-postene lagres kryptert, og hvert innsyn føres i loggboken.
guard-held-one = En av e-postene dine
guard-held-no-subject = (uten emne)
guard-held-gone = Innholdet er slettet.
guard-held-content = Innhold
guard-held-got = Allerede sendt til
guard-held-recipients = { $count ->
    [one] { $count } mottaker
   *[other] { $count } mottakere
 }
guard-held-why = Hvorfor
guard-held-passages = Hva som ble funnet
guard-held-more = { $count ->
    [one] Ytterligere { $count } sted vises ikke.
   *[other] Ytterligere { $count } steder vises ikke.
 }
guard-held-unread = Deler som ikke kunne leses
guard-held-rule = Regelen kort fortalt:
guard-held-ways = Hva du kan gjøre i stedet
guard-held-decide = Bestem
guard-held-until = Hvis du ikke bestemmer deg innen { $day }, slettes e-posten uten å bli sendt.
guard-held-answer = Hva skal skje med e-posten?
guard-held-answer-secure = Send den sikkert
guard-held-answer-not-sensitive = Den er ikke sensitiv, fordi …
guard-held-answer-cancel = Ikke send den
guard-held-because = Hvorfor den ikke er sensitiv
guard-held-because-hint = Bare hvis du valgte at den ikke er sensitiv.
guard-held-because-public = Det er allerede publisert
guard-held-because-own = Det gjelder bare meg selv
guard-held-because-invented = Det er et eksempel eller en oppdiktet person
guard-held-because-meaning = Ordene betyr noe annet her
guard-held-because-other = En annen grunn
guard-held-reason = Begrunnelsen din i én setning
guard-held-reason-hint = Personvernombudet kan lese den. Ikke skriv navn eller fødselsnumre her.
guard-held-not-answerable = Denne e-posten kan ikke sendes åpent. Enten er funnet sikkert, eller noe kunne ikke leses, eller en lov eller en persons ønske krever beskyttelse.
guard-held-stuck = Den kan heller ikke sendes sikkert slik den er. Bruk en av måtene ovenfor.
guard-held-send = Lagre beslutningen
guard-held-lettered-hint = Har du sendt brevet, registrerer du det her. Da er det dokumentert at personens ønske ble fulgt.
guard-held-lettered = Jeg har sendt det som brev
guard-held-steps = Hva som har skjedd
guard-held-back = Alle mine stansede e-poster
guard-held-step-secure = Skal sendes sikkert
guard-held-step-not-sensitive = Svar: ikke sensitiv
guard-held-step-because = Svar: ikke sensitiv. { $why }: { $words }
guard-held-step-cancel = Skal ikke sendes
guard-held-step-letter = Sendt som brev
guard-held-step-sent = Sendt
guard-held-step-back = E-posten kunne ikke sendes: ingen måte er sikker nok, eller ingen server tok imot den. Den venter igjen.
guard-held-step-rest = Noen mottakere har fått e-posten. For de andre er ingen måte sikker nok, eller ingen server tok imot den. For dem venter den igjen.
guard-held-step-apart = Ikke sendt som e-post på grunn av et ønske eller en regel. Du har fått beskjed om det for seg.
guard-held-step-expired = Ingen bestemte i tide. E-posten ble slettet uten å bli sendt.
guard-held-step-opened = Åpnet av den andre leseren
guard-held-step-opened-because = Åpnet av den andre leseren: { $words }
guard-held-step-reminded = Påminnelse sendt
guard-held-now-waits = Venter på deg
guard-held-now-leaving = Sendes
guard-held-now-sent = Sendt
guard-held-now-cancelled = Ikke sendt
guard-held-now-expired = Slettet, ikke sendt
guard-held-now-lettered = Sendt som brev
guard-held-now-told = Til orientering
guard-held-rule-wish = En persons ønske om hvordan vi skal skrive til vedkommende, følges i hver e-post som gjelder personen.
guard-held-rule-number = Et fødselsnummer hører aldri hjemme i en adresse, et emne eller et filnavn: Der skjules det ikke av kryptering.
guard-held-rule-unread = Det som ikke kan leses, regnes som sensitivt. Send filer uten passord, på en sikker måte.
guard-held-rule-many = Mange personer, eller barn: Send lister gjennom portalen eller ikke i det hele tatt.
guard-held-rule-sensitive = Sensitive personopplysninger sendes aldri med vanlig e-post.
guard-held-rule-confidential = Fødselsnumre og taushetsbelagte opplysninger sendes bare på en sikker måte.
guard-held-way-portal = Send den sikkert: Mottakeren åpner den i kommunens portal etter å ha vist hvem vedkommende er.
guard-held-way-post = Bruk den nasjonale digitale postkassen.
guard-held-way-letter = Send et brev.
guard-held-way-talk = Ring personen og bli enige om en måte.
guard-held-way-other-address = Skriv til adressen som personen har bedt om.
guard-held-way-own-address = Skriv til personens egen e-postadresse, uten nummeret: da finnes det en sikker måte.
guard-held-way-take-out = Fjern det som ikke trengs, og send en ny e-post.
guard-held-due = En av e-postene dine holdes tilbake
guard-held-due-until = Bestem hva som skal skje med den
guard-held-fault-why = Velg hvorfor den ikke er sensitiv.
guard-held-fault-reason = Skriv begrunnelsen i én setning.
guard-held-fault-answer = Velg hva som skal skje.
guard-held-refused-late = Denne e-posten venter ikke lenger på en beslutning.
guard-held-named = { $kind } ({ $masked })
guard-held-named-unread = en del som ikke kunne leses
guard-held-named-nothing = en persons ønske om hvordan vi skal skrive
guard-notice-held-subject = En av e-postene dine holdes tilbake
guard-notice-held-text =
    En e-post som du sendte, er stanset og venter på at du bestemmer. Funnet: { $found }.
    Logg inn for å se hvorfor. Du kan sende den sikkert eller la være å sende den. Hvis du ikke gjør noe, slettes den { $until } uten å bli sendt.

    { $href }
guard-notice-letter-subject = En av e-postene dine ble ikke sendt: Personen har bedt om brev
guard-notice-letter-text =
    En e-post som du sendte, er ikke sendt til alle. En person den gjelder, har bedt om brev. Funnet: { $found }.
    Send et brev eller ring personen. Her kan du lese hvorfor e-posten ikke ble sendt, til og med { $until }.

    { $href }
guard-notice-refused-subject = En av e-postene dine ble ikke sendt
guard-notice-refused-text =
    En e-post som du sendte, er ikke sendt til alle. Funnet: { $found }.
    Lovlige måter er portalen, den nasjonale digitale postkassen og brev. Her kan du lese hvorfor, til og med { $until }.

    { $href }
guard-notice-portal-subject = En av e-postene dine ble sendt gjennom den sikre portalen
guard-notice-portal-text =
    En e-post som du sendte, ble lagt i den sikre portalen på grunn av det som ble funnet: { $found }. Mottakeren får beskjed om at den ligger der. Trenger mottakeren et brev med kode fra deg, får du beskjed om det.
    Her kan du lese hvorfor, til og med { $until }.

    { $href }
guard-notice-back-subject = En av e-postene dine kunne ikke sendes sikkert
guard-notice-back-text =
    En e-post som du ville sende sikkert, kunne ikke sendes. Den holdes tilbake til og med { $until }. Velg en annen måte.

    { $href }
guard-notice-ending-subject = En av e-postene dine slettes snart
guard-notice-ending-text =
    En av e-postene dine venter på at du bestemmer. Hvis du ikke gjør noe, slettes den { $until } uten å bli sendt.

    { $href }
guard-notice-expired-subject = En av e-postene dine ble slettet uten å bli sendt
guard-notice-expired-text =
    Ingen tok stilling til en av e-postene dine innen { $until }. Den ble slettet uten å bli sendt.

    { $href }
guard-notice-ownerless-subject = En e-post fra en e-postkasse uten ansvarlig er stanset
guard-notice-ownerless-text =
    En e-post er stanset fordi avsenderen ikke er en kjent person. Utpek noen som har ansvaret for e-postkassen.

    { $href }
