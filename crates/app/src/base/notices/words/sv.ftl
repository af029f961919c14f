notices-menu = Meddelanden
notices-title = Meddelanden till dig
notices-empty = Du har inga meddelanden.
notices-unread = { $count ->
    [one] { $count } oläst meddelande.
   *[other] { $count } olästa meddelanden.
 }
notices-read-all = Markera alla som lästa
notices-read-one = Markera som läst
notices-new = Nytt
notices-outbox-menu = Utgående meddelanden
notices-outbox-title = Utgående meddelanden
notices-outbox-lead = Vilka som har fått ett meddelande och av vilket slag. Innehållet visas inte här.
notices-no-server = Ingen e-postserver är inställd. Meddelandena väntar här, och mottagarna ser dem under Meddelanden.
notices-outbox-empty = Inga meddelanden har skapats ännu.
notices-outbox-count = { $count ->
    [one] { $count } meddelande
   *[other] { $count } meddelanden
 }
notices-to = Mottagare
notices-at = Skapat
notices-kind = Slag
notices-mail = E-post
notices-mail-waiting = Väntar
notices-mail-sent = Skickat
notices-mail-failed = Misslyckades
notices-mail-none = Ingen adress
notices-nobody = En person som inte längre är känd
