# The public report page
incidents-reporting-title = Something went wrong? Tell us
incidents-reporting-lead = It takes one minute. You do not need an account, and you do not have to say who you are.
incidents-reporting-what-hint = Write it in your own words. Leave out names and identity numbers if you can.
incidents-reporting-noticed-unknown = I do not know
incidents-reporting-noticed-on = On another day
incidents-reporting-file-hint = A picture (JPEG, PNG), a document (PDF, DOCX, XLSX, PPTX, ODT, ODS, ODP) or plain text, at most { $size }. We take out place, time, author and file name. What the picture or text itself shows stays.
incidents-reporting-extra = If you want to say more
incidents-reporting-board = Which part of the municipality is it about?
incidents-reporting-board-hint = Leave it empty if you do not know, or if few people work there.
incidents-reporting-ask-contact = May we contact you? How?
incidents-reporting-contact-hint = A telephone number or mail address. Leave it empty to stay unknown: you can read our answer with the receipt.
incidents-reporting-not-kept = We do not keep where you write from, or at what time. We keep the day and what you write. Who you are we keep only if you write it yourself. A telephone number or mail address that you give is seen by the data protection officer alone, and is erased 30 days after the case is closed.
incidents-reporting-honest-title = What we cannot promise
incidents-reporting-honest-network = Whoever runs the network you use can see that this page was visited. At work that is your employer. Use another network if that worries you.
incidents-reporting-honest-device = The browser can keep this page and what you write on it. On a device that others use, open the page in a private window and close the window when you are done.
incidents-reporting-honest-story = A story can reveal who tells it. Leave out what only you can know, if you want to stay unknown.
incidents-reporting-honest-few = In a place where three people work, nobody is anonymous.
incidents-reporting-honest-file = A picture or document can show more than you think: a face, a window, a way of writing.
incidents-reporting-honest-record = What is stored here can be a public record, and others may ask to see it. That is why we do not store who you are.
incidents-reporting-to-talk = Read the answer to a report
incidents-reporting-to-tell = Tell us about something
incidents-reporting-to-about = What this page is for, and what it is not
incidents-reporting-without-name = Report without your name
incidents-reporting-without-name-note = That page is on another address, where you are not signed in. Your account is not linked to what you write there.

# The receipt
incidents-reporting-now-received = If something reached you by mistake: do not pass it on, do not use it, and keep it until we answer.
incidents-reporting-receipt-title = Your receipt
incidents-reporting-receipt-once = These eleven words are shown only now. Write them down, copy or print them. Whoever has them can read our answer; without them nobody can, and we cannot find them again.
incidents-reporting-receipt-copy = The words in one line
incidents-reporting-copy = Copy
incidents-reporting-copied = Copied
incidents-reporting-print = Print
incidents-reporting-receipt-use = We read your report and answer here. Come back with your receipt in some days.
incidents-reporting-receipt-hand = Read the words to the caller, or print them. With them the caller can read the answer here:
incidents-reporting-another = Write down another report

# The talk
incidents-reporting-talk-title = Your report
incidents-reporting-talk-lead = With your receipt you read our answer and can tell more.
incidents-reporting-code = The eleven words of your receipt
incidents-reporting-code-hint = Capitals, spaces and line breaks do not matter.
incidents-reporting-open = Open
incidents-reporting-talk-you = You wrote
incidents-reporting-talk-officer = The data protection officer
incidents-reporting-no-answer = There is no answer yet. Come back in some days.
incidents-reporting-learned = We have learned something from your report. You can read it below.
incidents-reporting-added = Thank you. Your message has been received.
incidents-reporting-again = This report had reached us before. What is new in it has been added.
incidents-reporting-again-same = This report had reached us before. It counts once, and the receipt is the same.
incidents-reporting-again-less = This report had reached us before, and nothing in it is new. It counts once.
incidents-reporting-again-yours = Your receipt is the one you were given with the report; it is not shown again. If it never reached you, go back and send your first words unchanged.
incidents-reporting-again-other = Do you want to tell about something else?
incidents-reporting-again-fresh = Open a new form
incidents-reporting-again-more = I have added a file or how to reach me.
incidents-reporting-closed = This report is handled.
incidents-reporting-talk-again = Nothing on this device remembers your receipt. Close the page when you are done.

# The poster
incidents-reporting-poster-title = Poster with the address
incidents-reporting-poster-alt = Square code that leads to { $address }
incidents-reporting-due = { $count } in the letterbox
incidents-reporting-due-detail = Reports and messages without an account

# By an operator
incidents-reporting-operator-title = Report for somebody else
incidents-reporting-operator-lead = Somebody tells you on the phone or at the desk; you type. They get a receipt and need not say who they are. Your name is not kept either.

# What this channel is not
incidents-reporting-about-title = What this page is for
incidents-reporting-about-lead = Here you tell when information about people may have gone astray, or could.
incidents-reporting-about-mishap = A letter or message to the wrong person, something lost, something that others could see.
incidents-reporting-about-risk = A risk that you noticed, or something that nearly went wrong. That counts as good work.
incidents-reporting-about-mistake = Your own mistake as well. Most of them are made by people who work well.
incidents-reporting-not-title = It is not the whistleblower channel
incidents-reporting-not-whistle = If you want to report a breach of the law in the municipality, such as corruption, misuse of money or danger to health, use the whistleblower channel under Directive (EU) 2019/1937.
incidents-reporting-not-whistle-national = If you want to report a breach of the law in the municipality, such as corruption, misuse of money or danger to health, use the municipality’s whistleblower channel.
incidents-reporting-not-act = The national act: { $act }.
incidents-reporting-not-protection = There the law protects you against reprisals. Here you have our promise, not that protection.
incidents-reporting-not-way = Ask your municipality where its whistleblower channel is.
incidents-reporting-to-whistle = To the whistleblower channel
incidents-reporting-times-receipt = There your report is confirmed within
incidents-reporting-times-answer = and answered within
incidents-reporting-times-days =
    { $count ->
        [one] { $count } day
       *[other] { $count } days
    }
incidents-reporting-times-months =
    { $count ->
        [one] { $count } month after that
       *[other] { $count } months after that
    }
incidents-reporting-times-source = Directive (EU) 2019/1937, article 9(1)(b) and (f), applied since { $day }. National law may say more.
incidents-reporting-not-title-2 = It is not for these either
incidents-reporting-not-urgent = Danger to life, or a crime that is going on: call { $number }.
incidents-reporting-not-urgent-three = Danger to life, or a crime that is going on: call { $ambulance } for an ambulance, { $police } for the police, { $fire } for the fire brigade.
incidents-reporting-not-rights = Seeing or correcting the information about yourself: ask the part of the municipality that has it.

# The letterbox, for the data protection officer
incidents-reporting-menu = Letterbox
incidents-reporting-letterbox-title = Letterbox
incidents-reporting-letterbox-lead = Reports and messages without an account. It is opened at { $hours }, so that no time tells who wrote. What you do not take up enters the register when the day is over.
incidents-reporting-letterbox-none = The letterbox is empty.
incidents-reporting-take = Take into the register
incidents-reporting-take-all = Take all into the register
incidents-reporting-files =
    { $count ->
        [one] { $count } file
       *[other] { $count } files
    }
incidents-reporting-panel-title = How it came in
incidents-reporting-way = Way in
incidents-reporting-way-anonymous = anonymous
incidents-reporting-way-public = public page, with contact
incidents-reporting-way-operator = told on the phone or at the desk
incidents-reporting-way-mail = by mail
incidents-reporting-contact = How to reach the reporter
incidents-reporting-contact-note = It is kept only to answer, and is erased by itself 30 days after the case is closed.
incidents-reporting-contact-erase = Erase the contact
incidents-reporting-waiting =
    { $count ->
        [one] { $count } message waits
       *[other] { $count } messages wait
    }
incidents-reporting-to-letterbox = To the letterbox
incidents-notice-letterbox = Something in the letterbox
incidents-notice-letterbox-subject = Something in the letterbox
incidents-notice-letterbox-text = A report or message without an account waits for you: { $href }
incidents-notice-question = Question about your report
incidents-notice-question-subject = Question about your report { $number }
incidents-notice-question-text = The data protection officer asks you something: { $href }

# Asking the reporter
incidents-step-ask = Reporter asked
incidents-do-ask = Ask the reporter
incidents-ask-note = The reporter sees your question and can answer it as more to the report. Ask how it could happen, not who did it.
incidents-ask-question = Your question
incidents-fault-question = Write your question.

# More to choose in a report
incidents-about-risk = I noticed a risk; nothing has happened
incidents-about-near-miss = It nearly went wrong
incidents-now-risk = Thank you for looking. Nothing more is needed from you now. If the risk is near and you can remove it safely, do so.
incidents-now-near-miss = Good that it went well. Note while you remember what made it easy to go wrong; others meet the same.
incidents-reporting-mail-empty = (The mail has no text. It is kept whole as a file.)

# Faults
incidents-reporting-fault-before = This day is before the organisation began.
incidents-reporting-fault-file = This file cannot be cleaned of what may tell who made it, so it was not taken. Your text is still here. Send a picture as JPEG or PNG, a document as PDF, DOCX, XLSX, PPTX, ODT, ODS or ODP without password and macros, or write what is in it.
incidents-reporting-fault-code = No report has this receipt. Look at the eleven words again: each has four letters.
incidents-reporting-refused-unit = There is no board and no unit yet that could take the report.
incidents-reporting-refused-order = Take up the report first that this message belongs to.
incidents-reporting-poster-pdf = The poster as a PDF
