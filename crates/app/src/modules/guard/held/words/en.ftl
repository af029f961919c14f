guard-held-menu = My stopped mails
guard-held-title = My stopped and secured mails
guard-held-lead = E-mails of yours that were stopped, or sent by a safer way than you chose. Here you see why, and decide what happens to those that wait.
guard-held-none = None of your e-mails has been stopped.
guard-held-count = { $count ->
    [one] { $count } e-mail
   *[other] { $count } e-mails
 }
guard-held-col-subject = Subject
guard-held-col-to = To
guard-held-col-at = Time
guard-held-col-way = What happened
guard-held-col-now = Now
guard-held-private = Only you can read these e-mails. They are stored encrypted, and every look at them is written in the book.
guard-held-private-second = Besides you, { $readers } may open the e-mails that wait, as second reader. Each opening needs a written reason, and you are told every time. The rule: { $rule }. The e-mails are stored encrypted, and every look at them is written in the book.
guard-held-one = An e-mail of yours
guard-held-no-subject = (no subject)
guard-held-gone = The content has been erased.
guard-held-content = Content
guard-held-got = Sent already to
guard-held-recipients = { $count ->
    [one] { $count } recipient
   *[other] { $count } recipients
 }
guard-held-why = Why
guard-held-passages = The passages
guard-held-more = { $count ->
    [one] { $count } more passage is not shown.
   *[other] { $count } more passages are not shown.
 }
guard-held-unread = Parts that could not be read
guard-held-rule = The rule in short:
guard-held-ways = What you can do instead
guard-held-decide = Decide
guard-held-until = If you do not decide by { $day }, the e-mail is erased and not sent.
guard-held-answer = What is to happen to the e-mail?
guard-held-answer-secure = Send it securely
guard-held-answer-not-sensitive = It is not sensitive, because …
guard-held-answer-cancel = Do not send it
guard-held-because = Why it is not sensitive
guard-held-because-hint = Only if you chose that it is not sensitive.
guard-held-because-public = It has been published already
guard-held-because-own = It is about me alone
guard-held-because-invented = It is an example or an invented person
guard-held-because-meaning = The words mean something else here
guard-held-because-other = Another reason
guard-held-reason = Your reason in a sentence
guard-held-reason-hint = The data protection officer can read it. Do not write names or numbers here.
guard-held-not-answerable = This e-mail cannot be sent openly: what was found is certain, could not be read, or a law or a person's wish asks for protection.
guard-held-stuck = It cannot be sent securely as it is, either: use one of the ways above.
guard-held-send = Save the decision
guard-held-lettered-hint = If you have sent the letter, note it here. Then it is written down that the person's wish was kept.
guard-held-lettered = I have sent it as a letter
guard-held-steps = What has happened
guard-held-back = All my stopped mails
guard-held-step-secure = To be sent securely
guard-held-step-not-sensitive = Answered: not sensitive
guard-held-step-because = Answered: not sensitive. { $why }: { $words }
guard-held-step-cancel = Not to be sent
guard-held-step-letter = Sent as a letter
guard-held-step-sent = Sent
guard-held-step-back = It could not be sent: no way is safe enough, or no server took it. It waits again.
guard-held-step-rest = Some recipients have it. For the others no way is safe enough, or no server took it. It waits again for them.
guard-held-step-apart = Not sent by e-mail, because of a wish or a rule. You have been told in a message of its own.
guard-held-step-expired = Nobody decided in time. It was erased and not sent.
guard-held-step-opened = Opened by the second reader
guard-held-step-opened-because = Opened by the second reader: { $words }
guard-held-step-reminded = Reminder sent
guard-held-now-waits = Waits for you
guard-held-now-leaving = Being sent
guard-held-now-sent = Sent
guard-held-now-cancelled = Not sent
guard-held-now-expired = Erased, not sent
guard-held-now-lettered = Sent as a letter
guard-held-now-told = For your information
guard-held-rule-wish = A person's wish about how to be written to is followed, in every e-mail about them.
guard-held-rule-number = An identity number never belongs in an address, a subject or a file name: no encryption hides it there.
guard-held-rule-unread = What cannot be read counts as sensitive. Send files without a password, by a safe way.
guard-held-rule-many = Many people, or children: send lists by the portal or not at all.
guard-held-rule-sensitive = Sensitive personal data never go by ordinary e-mail.
guard-held-rule-confidential = Identity numbers and confidential data go by a safe way only.
guard-held-way-portal = Send it securely: the recipient opens it in the municipality's portal after proving who they are.
guard-held-way-post = Use the national digital mailbox.
guard-held-way-letter = Send a letter.
guard-held-way-talk = Phone the person and agree on a way.
guard-held-way-other-address = Write to the address that the person has asked for.
guard-held-way-own-address = Write to the person’s own e-mail address, without the number: a safe way is then found.
guard-held-way-take-out = Take out what is not needed and send a new e-mail.
guard-held-due = An e-mail of yours is held
guard-held-due-until = Decide what is to happen with it
guard-held-fault-why = Choose why it is not sensitive.
guard-held-fault-reason = Write the reason in a sentence.
guard-held-fault-answer = Choose what is to happen.
guard-held-refused-late = This e-mail no longer waits for a decision.
guard-held-named = { $kind } ({ $masked })
guard-held-named-unread = a part that could not be read
guard-held-named-nothing = a person's wish about how to be written to
guard-notice-held-subject = An e-mail of yours is held
guard-notice-held-text =
    An e-mail that you sent has been stopped and waits for your decision. Found: { $found }.
    Sign in to see why. You can send it securely or cancel it. If you do nothing, it is erased on { $until } and not sent.

    { $href }
guard-notice-letter-subject = An e-mail of yours was not sent: the person asks for letters
guard-notice-letter-text =
    An e-mail that you sent has not been sent to everybody. A person it concerns has asked to be written to by letter. Found: { $found }.
    Send a letter or phone the person. The reason can be read here until { $until }.

    { $href }
guard-notice-refused-subject = An e-mail of yours was not sent
guard-notice-refused-text =
    An e-mail that you sent has not been sent to everybody. Found: { $found }.
    Lawful ways are the portal, the national digital mailbox and a letter. The reason can be read here until { $until }.

    { $href }
guard-notice-portal-subject = An e-mail of yours was sent by the secure portal
guard-notice-portal-text =
    An e-mail that you sent was put in the secure portal, because of what was found: { $found }. The recipient is told that it waits there. If they need a letter with a code from you, you are told so.
    The reason can be read here until { $until }.

    { $href }
guard-notice-back-subject = An e-mail of yours could not be sent securely
guard-notice-back-text =
    An e-mail that you wanted to be sent securely could not be sent. It is held until { $until }. Choose another way.

    { $href }
guard-notice-ending-subject = An e-mail of yours will soon be erased
guard-notice-ending-text =
    An e-mail of yours waits for your decision. If you do nothing, it is erased on { $until } and not sent.

    { $href }
guard-notice-expired-subject = An e-mail of yours was erased and not sent
guard-notice-expired-text =
    Nobody decided about an e-mail of yours until { $until }. It was erased and not sent.

    { $href }
guard-notice-ownerless-subject = An e-mail from a mailbox that nobody owns was stopped
guard-notice-ownerless-text =
    An e-mail was stopped whose sender is no known person. Name somebody who answers for the mailbox.

    { $href }
