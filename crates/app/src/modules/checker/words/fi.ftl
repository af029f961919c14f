checker-menu = Voinko lähettää tämän?
checker-title = Voinko lähettää tämän?
checker-lead = Liitä teksti tai valitse tiedosto. Näet, mitä siinä on sellaista, mitä ei saisi lähettää tavallisessa sähköpostissa.
checker-text = Teksti
checker-text-hint = Esimerkiksi sähköposti, jota olet lähettämässä, aihe mukaan lukien.
checker-file = Tiedosto
checker-file-hint = Sähköposti, asiakirja, taulukko, PDF, paketti tai kuva, enintään { $size }.
checker-file-large = Tiedosto ylittää kokorajan. Valitse pienempi.
checker-nothing-given = Liitä teksti tai valitse tiedosto.
checker-promise = Mitään ei tallenneta.
checker-promise-how = Teksti ja tiedosto tarkastetaan muistissa, ja ne häviävät, kun näet vastauksen. Kukaan muu ei näe niitä, eikä niistä kirjata mitään.
checker-send = Tarkasta
checker-result = Mitä löytyi
checker-persons = { $count ->
    [one] Se koskee yhtä henkilöä.
   *[other] Se koskee { $count } henkilöä.
}
checker-found = Löydetyt kohdat
checker-harmless = ei vaikuta
checker-more = { $count ->
    [one] Löytyi vielä yksi.
   *[other] Löytyi vielä { $count }.
}
checker-unread = Mitä ei voitu lukea
checker-unread-why = Näiden sisällöstä ei tiedetä mitään. Pidä niitä arkaluonteisina, kunnes olet katsonut itse.
checker-blind = Kaikkea ei voitu lukea
checker-blind-advice = Luetusta osasta ei löytynyt mitään. Katso loput itse ennen lähettämistä tai käytä suojattua kanavaa.
checker-again = Tarkasta jotakin muuta
checker-limits = Sivu auttaa huomaamaan. Se ei tiedä, kuka vastaanottaja on tai mitä on sovittu, ja siltä voi jäädä jotakin huomaamatta.
