guard-held-menu = Mine stoppede e-mails
guard-held-title = Mine stoppede og sikrede e-mails
guard-held-lead = E-mails fra dig, som er stoppet eller sendt på en sikrere måde, end du valgte. Her ser du hvorfor og bestemmer, hvad der skal ske med dem, der venter.
guard-held-none = Ingen af dine e-mails er blevet stoppet.
guard-held-count = { $count ->
    [one] { $count } e-mail
   *[other] { $count } e-mails
 }
guard-held-col-subject = Emne
guard-held-col-to = Til
guard-held-col-at = Tidspunkt
guard-held-col-way = Hvad der skete
guard-held-col-now = Status
guard-held-private = Kun du kan læse disse e-mails. De opbevares krypteret, og hver visning noteres i logbogen.
guard-held-private-second = Ud over dig må { $readers } som anden læser åbne de e-mails, der venter. Det kræver hver gang en skriftlig begrundelse, og du får besked hver gang. Reglen: { $rule }. E-mailene opbevares krypteret, og hver visning noteres i logbogen.
guard-held-one = En af dine e-mails
guard-held-no-subject = (intet emne)
guard-held-gone = Indholdet er slettet.
guard-held-content = Indhold
guard-held-got = Allerede sendt til
guard-held-recipients = { $count ->
    [one] { $count } modtager
   *[other] { $count } modtagere
 }
guard-held-why = Hvorfor
guard-held-passages = Stederne
guard-held-more = { $count ->
    [one] Yderligere { $count } sted vises ikke.
   *[other] Yderligere { $count } steder vises ikke.
 }
guard-held-unread = Dele, der ikke kunne læses
guard-held-rule = Reglen kort:
guard-held-ways = Hvad du kan gøre i stedet
guard-held-decide = Din beslutning
guard-held-until = Hvis du ikke beslutter dig senest { $day }, slettes e-mailen og sendes ikke.
guard-held-answer = Hvad skal der ske med e-mailen?
guard-held-answer-secure = Send den sikkert
guard-held-answer-not-sensitive = Den er ikke følsom, fordi …
guard-held-answer-cancel = Send den ikke
guard-held-because = Hvorfor den ikke er følsom
guard-held-because-hint = Kun hvis du valgte, at den ikke er følsom.
guard-held-because-public = Det er allerede offentliggjort
guard-held-because-own = Det handler kun om mig selv
guard-held-because-invented = Det er et eksempel eller en opdigtet person
guard-held-because-meaning = Ordene betyder noget andet her
guard-held-because-other = En anden grund
guard-held-reason = Din begrundelse i én sætning
guard-held-reason-hint = Databeskyttelsesrådgiveren kan læse den. Skriv ikke navne eller numre her.
guard-held-not-answerable = Denne e-mail kan ikke sendes ubeskyttet. Enten er fundet sikkert, eller noget kunne ikke læses, eller en lov eller en persons ønske kræver beskyttelse.
guard-held-stuck = Den kan heller ikke sendes sikkert, som den er. Brug en af måderne ovenfor.
guard-held-send = Gem beslutningen
guard-held-lettered-hint = Hvis du har sendt brevet, så notér det her. Så er det dokumenteret, at personens ønske er fulgt.
guard-held-lettered = Jeg har sendt det som brev
guard-held-steps = Hvad der er sket
guard-held-back = Alle mine stoppede e-mails
guard-held-step-secure = Skal sendes sikkert
guard-held-step-not-sensitive = Svar: ikke følsom
guard-held-step-because = Svar: ikke følsom. { $why }: { $words }
guard-held-step-cancel = Skal ikke sendes
guard-held-step-letter = Sendt som brev
guard-held-step-sent = Sendt
guard-held-step-back = E-mailen kunne ikke sendes: ingen måde er sikker nok, eller ingen server tog imod den. Den venter igen.
guard-held-step-rest = Nogle modtagere har fået e-mailen. For de andre er ingen måde sikker nok, eller ingen server tog imod den. For dem venter den igen.
guard-held-step-apart = Ikke sendt som e-mail på grund af et ønske eller en regel. Du har fået besked om det for sig.
guard-held-step-expired = Ingen traf beslutning i tide. E-mailen blev slettet og ikke sendt.
guard-held-step-opened = Åbnet af den anden læser
guard-held-step-opened-because = Åbnet af den anden læser: { $words }
guard-held-step-reminded = Påmindelse sendt
guard-held-now-waits = Venter på dig
guard-held-now-leaving = Er ved at blive sendt
guard-held-now-sent = Sendt
guard-held-now-cancelled = Ikke sendt
guard-held-now-expired = Slettet, ikke sendt
guard-held-now-lettered = Sendt som brev
guard-held-now-told = Til orientering
guard-held-rule-wish = En persons ønske om, hvordan der skrives til vedkommende, følges i hver e-mail om personen.
guard-held-rule-number = Et CPR-nummer hører aldrig hjemme i en adresse, et emne eller et filnavn. Dér skjuler ingen kryptering det.
guard-held-rule-unread = Det, der ikke kan læses, regnes for følsomt. Send filer uden adgangskode og på en sikker måde.
guard-held-rule-many = Mange personer eller børn: Send lister via portalen eller slet ikke.
guard-held-rule-sensitive = Følsomme personoplysninger sendes aldrig med almindelig e-mail.
guard-held-rule-confidential = CPR-numre og fortrolige oplysninger sendes kun på en sikker måde.
guard-held-way-portal = Send den sikkert. Modtageren legitimerer sig og åbner den i kommunens portal.
guard-held-way-post = Brug Digital Post.
guard-held-way-letter = Send et brev.
guard-held-way-talk = Ring til personen, og aftal en måde.
guard-held-way-other-address = Skriv til den adresse, som personen har bedt om.
guard-held-way-own-address = Skriv til personens egen e-mailadresse uden nummeret: så findes der en sikker måde.
guard-held-way-take-out = Fjern det, der ikke er nødvendigt, og send en ny e-mail.
guard-held-due = En af dine e-mails er tilbageholdt
guard-held-due-until = Beslut, hvad der skal ske med den
guard-held-fault-why = Vælg, hvorfor den ikke er følsom.
guard-held-fault-reason = Skriv begrundelsen i én sætning.
guard-held-fault-answer = Vælg, hvad der skal ske.
guard-held-refused-late = Denne e-mail venter ikke længere på en beslutning.
guard-held-named = { $kind } ({ $masked })
guard-held-named-unread = en del, der ikke kunne læses
guard-held-named-nothing = en persons ønske om, hvordan der skrives
guard-notice-held-subject = En af dine e-mails er tilbageholdt
guard-notice-held-text =
    En e-mail, som du sendte, er stoppet og venter på din beslutning. Fundet: { $found }.
    Log ind for at se hvorfor. Du kan sende den sikkert eller annullere den. Hvis du ikke gør noget, slettes e-mailen { $until } og sendes ikke.

    { $href }
guard-notice-letter-subject = En af dine e-mails blev ikke sendt: Personen har bedt om brev
guard-notice-letter-text =
    En e-mail, som du sendte, er ikke sendt til alle. En person, den handler om, har bedt om at få brev. Fundet: { $found }.
    Send et brev, eller ring til personen. Begrundelsen kan læses her til og med { $until }.

    { $href }
guard-notice-refused-subject = En af dine e-mails blev ikke sendt
guard-notice-refused-text =
    En e-mail, som du sendte, er ikke sendt til alle. Fundet: { $found }.
    Lovlige måder er portalen, Digital Post og brev. Begrundelsen kan læses her til og med { $until }.

    { $href }
guard-notice-portal-subject = En af dine e-mails blev sendt via den sikre portal
guard-notice-portal-text =
    En e-mail, som du sendte, blev lagt i den sikre portal på grund af det, der blev fundet: { $found }. Modtageren får besked om, at den ligger der. Har modtageren brug for et brev med en kode fra dig, får du besked om det.
    Begrundelsen kan læses her til og med { $until }.

    { $href }
guard-notice-back-subject = En af dine e-mails kunne ikke sendes sikkert
guard-notice-back-text =
    En e-mail, som du ville sende sikkert, kunne ikke sendes. Den er tilbageholdt til og med { $until }. Vælg en anden måde.

    { $href }
guard-notice-ending-subject = En af dine e-mails slettes snart
guard-notice-ending-text =
    En af dine e-mails venter på din beslutning. Hvis du ikke gør noget, slettes e-mailen { $until } og sendes ikke.

    { $href }
guard-notice-expired-subject = En af dine e-mails blev slettet og ikke sendt
guard-notice-expired-text =
    Ingen traf beslutning om en af dine e-mails inden { $until }. Den blev slettet og ikke sendt.

    { $href }
guard-notice-ownerless-subject = En e-mail fra en postkasse uden ansvarlig er stoppet
guard-notice-ownerless-text =
    En e-mail er stoppet. Afsenderen er ikke en kendt person. Udpeg en, der har ansvaret for postkassen.

    { $href }
