notices-menu = Beskeder
notices-title = Beskeder til dig
notices-empty = Du har ingen beskeder.
notices-unread = { $count ->
    [one] { $count } ulæst besked.
   *[other] { $count } ulæste beskeder.
 }
notices-read-all = Markér alle som læst
notices-read-one = Markér som læst
notices-new = Ny
notices-outbox-menu = Udgående beskeder
notices-outbox-title = Udgående beskeder
notices-outbox-lead = Hvem der fik besked, og hvilken slags besked det var. Indholdet vises ikke her.
notices-no-server = Der er ikke angivet en mailserver. Beskederne venter her, og modtagerne ser dem under Beskeder.
notices-outbox-empty = Der er ikke lavet nogen beskeder endnu.
notices-outbox-count = { $count ->
    [one] { $count } besked
   *[other] { $count } beskeder
 }
notices-to = Modtager
notices-at = Oprettet
notices-kind = Slags
notices-mail = E-mail
notices-mail-waiting = Venter
notices-mail-sent = Sendt
notices-mail-failed = Mislykkedes
notices-mail-none = Ingen adresse
notices-nobody = En person, der ikke længere kendes
