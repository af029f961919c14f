checker-menu = May I send this?
checker-title = May I send this?
checker-lead = Paste a text or choose a file. You see what is in it that should not leave in an ordinary e-mail.
checker-text = Text
checker-text-hint = For example the mail that you are about to send, with its subject.
checker-file = File
checker-file-hint = Mail, document, spreadsheet, PDF, archive or picture, up to { $size }.
checker-file-large = The file is larger than the limit. Choose a smaller one.
checker-nothing-given = Paste a text or choose a file.
checker-promise = Nothing is stored.
checker-promise-how = The text and the file are looked at in memory and are gone when you see the answer. Nobody else sees them, and nothing about them is written down.
checker-send = Look at it
checker-result = What was found
checker-persons = { $count ->
    [one] It is about one person.
   *[other] It is about { $count } persons.
}
checker-found = Found passages
checker-harmless = does not count
checker-more = { $count ->
    [one] One more was found.
   *[other] { $count } more were found.
}
checker-unread = What could not be read
checker-unread-why = Nobody knows what is in these. Treat them as sensitive until you have looked yourself.
checker-blind = Not everything could be read
checker-blind-advice = Nothing was found in what could be read. Look at the rest yourself before you send it, or use the secure channel.
checker-again = Look at something else
checker-limits = This page helps you to see. It does not know who the recipient is or what you have agreed, and it can miss things.
