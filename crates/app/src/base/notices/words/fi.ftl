notices-menu = Ilmoitukset
notices-title = Ilmoitukset sinulle
notices-empty = Sinulla ei ole ilmoituksia.
notices-unread = { $count ->
    [one] { $count } lukematon ilmoitus.
   *[other] { $count } lukematonta ilmoitusta.
 }
notices-read-all = Merkitse kaikki luetuiksi
notices-read-one = Merkitse luetuksi
notices-new = Uusi
notices-outbox-menu = Lähtevät ilmoitukset
notices-outbox-title = Lähtevät ilmoitukset
notices-outbox-lead = Kenelle ilmoitettiin ja millainen ilmoitus oli. Sisältöä ei näytetä tässä.
notices-no-server = Sähköpostipalvelinta ei ole määritetty. Ilmoitukset odottavat täällä, ja vastaanottajat näkevät ne kohdassa Ilmoitukset.
notices-outbox-empty = Ilmoituksia ei ole vielä tehty.
notices-outbox-count = { $count ->
    [one] { $count } ilmoitus
   *[other] { $count } ilmoitusta
 }
notices-to = Vastaanottaja
notices-at = Tehty
notices-kind = Laji
notices-mail = Sähköposti
notices-mail-waiting = Odottaa
notices-mail-sent = Lähetetty
notices-mail-failed = Epäonnistui
notices-mail-none = Ei osoitetta
notices-nobody = Henkilö, jota ei enää tunneta
