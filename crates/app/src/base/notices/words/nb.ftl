notices-menu = Varsler
notices-title = Varsler til deg
notices-empty = Du har ingen varsler.
notices-unread = { $count ->
    [one] { $count } ulest varsel.
   *[other] { $count } uleste varsler.
 }
notices-read-all = Merk alle som lest
notices-read-one = Merk som lest
notices-new = Nytt
notices-outbox-menu = Utgående varsler
notices-outbox-title = Utgående varsler
notices-outbox-lead = Hvem som har fått varsel, og hva slags varsel det var. Innholdet vises ikke her.
notices-no-server = Det er ikke satt opp noen e-postserver. Varslene venter her, og mottakerne ser dem under Varsler.
notices-outbox-empty = Det er ikke laget noen varsler ennå.
notices-outbox-count = { $count ->
    [one] { $count } varsel
   *[other] { $count } varsler
 }
notices-to = Mottaker
notices-at = Laget
notices-kind = Type
notices-mail = E-post
notices-mail-waiting = Venter
notices-mail-sent = Sendt
notices-mail-failed = Mislykket
notices-mail-none = Ingen adresse
notices-nobody = En person som ikke lenger er kjent
