notices-menu = Meldinger
notices-title = Meldinger til deg
notices-empty = Du har ingen meldinger.
notices-unread = { $count ->
    [one] { $count } ulest melding.
   *[other] { $count } uleste meldinger.
 }
notices-read-all = Merk alle som lest
notices-read-one = Merk som lest
notices-new = Ny
notices-outbox-menu = Utgående post
notices-outbox-title = Utgående post
notices-outbox-lead = Hvem som fikk melding, og hva slags melding det var. Innholdet vises ikke her.
notices-no-server = Ingen e-postserver er satt opp. Meldingene venter her, og mottakerne ser dem under Meldinger.
notices-outbox-empty = Ingen meldinger er laget ennå.
notices-outbox-count = { $count ->
    [one] { $count } melding
   *[other] { $count } meldinger
 }
notices-to = Mottaker
notices-at = Laget
notices-kind = Slag
notices-mail = E-post
notices-mail-waiting = Venter
notices-mail-sent = Sendt
notices-mail-failed = Mislyktes
notices-mail-none = Ingen adresse
notices-nobody = En person som ikke lenger er kjent
