audit-menu = The book
audit-title = The book
audit-lead = Every action leaves an entry here. The entries are chained, so that a later change shows.
audit-head = Head of the book
audit-head-number = Entry { $seq }
audit-key = Fingerprint of the signing key
audit-verify = Verify the book
audit-verb = Action
audit-subject = Subject
audit-day = Day
audit-filter = Show
audit-none = No entries.
audit-count = { $count ->
    [one] { $count } entry
   *[other] { $count } entries
 }
audit-number = No.
audit-when = When
audit-who = Who
audit-who-program = The program: { $task }
audit-who-console = The command line
audit-who-nobody = Not signed in
audit-who-person = A person
audit-back = Back to the book
audit-verify-title = Verification of the book
audit-verify-good = Everything fits: the entries follow on one another, and every row is as the book says.
audit-verify-bad = { $count ->
    [one] { $count } thing does not fit.
   *[other] { $count } things do not fit.
 }
audit-verify-sum = Entries: { $entries }. Rows: { $rows }. Heads kept outside: { $heads }.
audit-verify-erased = Erased by rule { $rule }: { $count }
audit-verify-list = { $count ->
    [one] The fault found
   *[other] The first { $count } faults found
 }
audit-verify-what = What does not fit
audit-verify-place = Where
audit-fault-gap = An entry is missing before this one
audit-fault-follows = The entry does not follow on the one before it
audit-fault-changed-entry = The entry was changed
audit-fault-unknown-row = The book does not know this row
audit-fault-changed-row = The row was changed outside the program
audit-fault-missing-row = The row is missing, and no rule erased it
audit-fault-returned = The row was erased and is there again
audit-fault-rewritten = The chain was rewritten: a head kept outside differs
audit-fault-cut = The end of the book was cut off: a head kept outside is beyond it
audit-fault-signature = A head does not carry the signature of this installation
audit-fault-heads-file = The file with the heads cannot be read
audit-fault-content = The content of an attachment is missing or changed
audit-mail-subject = Head of the book, { $day }
audit-mail-text = Keep this message. It proves later that the book was not rewritten. Fingerprint of the signing key: { $key }
