checker-menu = Får jag skicka det här?
checker-title = Får jag skicka det här?
checker-lead = Klistra in en text eller välj en fil. Du ser vad i den som inte bör skickas med vanlig e-post.
checker-text = Text
checker-text-hint = Till exempel mejlet som du ska skicka, med ämnesraden.
checker-file = Fil
checker-file-hint = Mejl, dokument, kalkylblad, PDF, arkivfil eller bild, högst { $size }.
checker-file-large = Filen är större än gränsen. Välj en mindre.
checker-nothing-given = Klistra in en text eller välj en fil.
checker-promise = Ingenting sparas.
checker-promise-how = Texten och filen granskas i minnet och är borta när du ser svaret. Ingen annan ser dem, och ingenting om dem antecknas.
checker-send = Granska
checker-result = Vad som hittades
checker-persons = { $count ->
    [one] Det gäller en person.
   *[other] Det gäller { $count } personer.
}
checker-found = Ställen som hittades
checker-harmless = räknas inte
checker-more = { $count ->
    [one] Ytterligare ett hittades.
   *[other] Ytterligare { $count } hittades.
}
checker-unread = Vad som inte kunde läsas
checker-unread-why = Ingen vet vad som finns i dem. Behandla dem som känsliga tills du har tittat själv.
checker-blind = Allt kunde inte läsas
checker-blind-advice = Ingenting hittades i det som kunde läsas. Titta själv på resten innan du skickar, eller använd den säkra kanalen.
checker-again = Granska något annat
checker-limits = Sidan hjälper dig att upptäcka uppgifter som behöver skydd. Den vet inte vem mottagaren är eller vad ni har kommit överens om, och den kan missa saker.
