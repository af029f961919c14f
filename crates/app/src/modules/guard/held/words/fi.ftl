guard-held-menu = Pysäytetyt viestini
guard-held-title = Pysäytetyt ja suojatut viestini
guard-held-lead = Sähköpostisi, jotka on pysäytetty tai lähetetty turvallisemmin kuin valitsit. Tästä näet syyn ja päätät, mitä odottaville viesteille tehdään.
guard-held-none = Yhtään viestiäsi ei ole pysäytetty.
guard-held-count = { $count ->
    [one] { $count } viesti
   *[other] { $count } viestiä
 }
guard-held-col-subject = Aihe
guard-held-col-to = Vastaanottajat
guard-held-col-at = Aika
guard-held-col-way = Mitä tapahtui
guard-held-col-now = Tilanne
guard-held-private = Vain sinä voit lukea nämä viestit. Ne säilytetään salattuina, ja jokaisesta katselusta jää merkintä lokikirjaan.
guard-held-private-second = Sinun lisäksesi odottavat viestit voi avata toisena lukijana { $readers }. Jokainen avaaminen perustellaan kirjallisesti, ja siitä kerrotaan sinulle joka kerta. Sääntö: { $rule }. Viestit säilytetään salattuina, ja jokaisesta katselusta jää merkintä lokikirjaan.
guard-held-one = Viestisi
guard-held-no-subject = (ei aihetta)
guard-held-gone = Sisältö on poistettu.
guard-held-content = Sisältö
guard-held-got = Lähetetty jo
guard-held-recipients = { $count ->
    [one] { $count } vastaanottaja
   *[other] { $count } vastaanottajaa
 }
guard-held-why = Miksi
guard-held-passages = Kohdat
guard-held-more = { $count ->
    [one] Lisäksi on { $count } kohta, jota ei näytetä.
   *[other] Lisäksi on { $count } kohtaa, joita ei näytetä.
 }
guard-held-unread = Osat, joita ei voitu lukea
guard-held-rule = Sääntö lyhyesti:
guard-held-ways = Mitä voit tehdä sen sijaan
guard-held-decide = Päätä
guard-held-until = Jos et päätä viimeistään { $day }, viesti poistetaan, eikä sitä lähetetä.
guard-held-answer = Mitä viestille tehdään?
guard-held-answer-secure = Lähetä se suojattuna
guard-held-answer-not-sensitive = Siinä ei ole arkaluonteista tietoa, koska …
guard-held-answer-cancel = Älä lähetä sitä
guard-held-because = Miksi tieto ei ole arkaluonteista
guard-held-because-hint = Vain jos valitsit, ettei tieto ole arkaluonteista.
guard-held-because-public = Se on jo julkaistu
guard-held-because-own = Se koskee vain minua
guard-held-because-invented = Se on esimerkki tai keksitty henkilö
guard-held-because-meaning = Sanat tarkoittavat tässä muuta
guard-held-because-other = Muu syy
guard-held-reason = Perustelusi yhdellä virkkeellä
guard-held-reason-hint = Tietosuojavastaava voi lukea sen. Älä kirjoita tähän nimiä tai henkilötunnuksia.
guard-held-not-answerable = Tätä viestiä ei voi lähettää suojaamatta. Löydös on varma, jotakin osaa ei voitu lukea, tai laki tai henkilön toive vaatii suojausta.
guard-held-stuck = Viestiä ei voi tällaisenaan lähettää suojattunakaan. Käytä jotakin yllä olevista tavoista.
guard-held-send = Tallenna päätös
guard-held-lettered-hint = Jos olet lähettänyt kirjeen, merkitse se tähän. Silloin jää merkintä siitä, että henkilön toivetta noudatettiin.
guard-held-lettered = Olen lähettänyt sen kirjeenä
guard-held-steps = Mitä on tapahtunut
guard-held-back = Kaikki pysäytetyt viestini
guard-held-step-secure = Lähetetään suojattuna
guard-held-step-not-sensitive = Vastaus: ei arkaluonteista
guard-held-step-because = Vastaus: ei arkaluonteista. { $why }: { $words }
guard-held-step-cancel = Ei lähetetä
guard-held-step-letter = Lähetetty kirjeenä
guard-held-step-sent = Lähetetty
guard-held-step-back = Viestiä ei voitu lähettää: mikään tapa ei ollut riittävän turvallinen, tai mikään palvelin ei ottanut sitä vastaan. Viesti odottaa taas.
guard-held-step-rest = Osa vastaanottajista on saanut viestin. Muille mikään tapa ei ollut riittävän turvallinen, tai mikään palvelin ei ottanut viestiä vastaan. Heidän osaltaan se odottaa taas.
guard-held-step-apart = Ei lähetetty sähköpostina toiveen tai säännön vuoksi. Siitä on kerrottu sinulle erikseen.
guard-held-step-expired = Päätöstä ei tehty ajoissa. Viesti poistettiin, eikä sitä lähetetty.
guard-held-step-opened = Toinen lukija avasi viestin
guard-held-step-opened-because = Toinen lukija avasi viestin: { $words }
guard-held-step-reminded = Muistutus lähetetty
guard-held-now-waits = Odottaa sinua
guard-held-now-leaving = Lähdössä
guard-held-now-sent = Lähetetty
guard-held-now-cancelled = Ei lähetetty
guard-held-now-expired = Poistettu, ei lähetetty
guard-held-now-lettered = Lähetetty kirjeenä
guard-held-now-told = Tiedoksi
guard-held-rule-wish = Henkilön toivetta yhteydenpitotavasta noudatetaan jokaisessa häntä koskevassa viestissä.
guard-held-rule-number = Henkilötunnus ei kuulu osoitteeseen, aiheriville eikä tiedoston nimeen: salaus ei peitä sitä niissä.
guard-held-rule-unread = Se, mitä ei voida lukea, katsotaan arkaluonteiseksi. Lähetä tiedostot ilman salasanaa ja suojattua kanavaa käyttäen.
guard-held-rule-many = Jos viesti koskee montaa henkilöä tai lapsia, lähetä luettelo turvaportaalissa tai jätä se lähettämättä.
guard-held-rule-sensitive = Arkaluonteisia henkilötietoja ei lähetetä tavallisella sähköpostilla.
guard-held-rule-confidential = Henkilötunnukset ja salassa pidettävät tiedot lähetetään vain suojattua kanavaa käyttäen.
guard-held-way-portal = Lähetä se suojattuna: vastaanottaja avaa sen kunnan turvaportaalissa todistettuaan henkilöllisyytensä.
guard-held-way-post = Käytä kansallista digitaalista postilaatikkoa.
guard-held-way-letter = Lähetä kirje.
guard-held-way-talk = Soita henkilölle ja sopikaa, miten asia hoidetaan.
guard-held-way-other-address = Kirjoita osoitteeseen, jota henkilö on pyytänyt käyttämään.
guard-held-way-own-address = Kirjoita henkilön omaan sähköpostiosoitteeseen ilman tunnusta: silloin löytyy turvallinen tapa.
guard-held-way-take-out = Poista tarpeettomat tiedot ja lähetä uusi viesti.
guard-held-due = Viestisi on pysäytetty
guard-held-due-until = Päätä, mitä sille tehdään
guard-held-fault-why = Valitse, miksi tieto ei ole arkaluonteista.
guard-held-fault-reason = Kirjoita perustelu yhdellä virkkeellä.
guard-held-fault-answer = Valitse, mitä viestille tehdään.
guard-held-refused-late = Tämä viesti ei enää odota päätöstä.
guard-held-named = { $kind } ({ $masked })
guard-held-named-unread = osa, jota ei voitu lukea
guard-held-named-nothing = henkilön toive yhteydenpitotavasta
guard-notice-held-subject = Viestisi on pysäytetty
guard-notice-held-text =
    Lähettämäsi sähköposti on pysäytetty ja odottaa päätöstäsi. Löydös: { $found }.
    Kirjaudu sisään, niin näet syyn. Voit lähettää viestin suojattuna tai perua sen. Jos et tee mitään, se poistetaan { $until }, eikä sitä lähetetä.

    { $href }
guard-notice-letter-subject = Viestiäsi ei lähetetty: henkilö on pyytänyt kirjettä
guard-notice-letter-text =
    Lähettämääsi sähköpostia ei ole lähetetty kaikille. Henkilö, jota se koskee, on pyytänyt yhteydenpitoa kirjeitse. Löydös: { $found }.
    Lähetä kirje tai soita henkilölle. Syyn voi lukea täällä { $until } asti.

    { $href }
guard-notice-refused-subject = Viestiäsi ei lähetetty
guard-notice-refused-text =
    Lähettämääsi sähköpostia ei ole lähetetty kaikille. Löydös: { $found }.
    Laki sallii turvaportaalin, kansallisen digitaalisen postilaatikon ja kirjeen. Syyn voi lukea täällä { $until } asti.

    { $href }
guard-notice-portal-subject = Viestisi lähetettiin turvaportaalin kautta
guard-notice-portal-text =
    Lähettämäsi sähköposti siirrettiin turvaportaaliin löydöksen vuoksi: { $found }. Vastaanottajalle ilmoitetaan, että se odottaa siellä. Jos hän tarvitsee sinulta kirjeen, jossa on koodi, saat siitä tiedon.
    Syyn voi lukea täällä { $until } asti.

    { $href }
guard-notice-back-subject = Viestiäsi ei voitu lähettää suojattuna
guard-notice-back-text =
    Viestiä, jonka halusit lähettää suojattuna, ei voitu lähettää. Sitä säilytetään { $until } asti. Valitse toinen tapa.

    { $href }
guard-notice-ending-subject = Viestisi poistetaan pian
guard-notice-ending-text =
    Viestisi odottaa päätöstäsi. Jos et tee mitään, se poistetaan { $until }, eikä sitä lähetetä.

    { $href }
guard-notice-expired-subject = Viestisi poistettiin eikä sitä lähetetty
guard-notice-expired-text =
    Viestistäsi ei tehty päätöstä { $until } mennessä. Se poistettiin, eikä sitä lähetetty.

    { $href }
guard-notice-ownerless-subject = Viesti laatikosta, jolla ei ole vastuuhenkilöä, pysäytettiin
guard-notice-ownerless-text =
    Pysäytettiin viesti, jonka lähettäjää ei tunneta. Nimeä postilaatikolle vastuuhenkilö.

    { $href }
