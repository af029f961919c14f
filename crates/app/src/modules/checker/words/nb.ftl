checker-menu = Kan jeg sende dette?
checker-title = Kan jeg sende dette?
checker-lead = Lim inn en tekst eller velg en fil. Du ser hva som ikke bør sendes i vanlig e-post.
checker-text = Tekst
checker-text-hint = For eksempel e-posten du skal sende, med emnet.
checker-file = Fil
checker-file-hint = E-post, dokument, regneark, PDF, arkiv eller bilde, høyst { $size }.
checker-file-large = Filen er større enn grensen. Velg en mindre.
checker-nothing-given = Lim inn en tekst eller velg en fil.
checker-promise = Ingenting lagres.
checker-promise-how = Teksten og filen undersøkes i minnet og er borte når du ser svaret. Ingen andre ser dem, og ingenting om dem lagres.
checker-send = Undersøk
checker-result = Hva som ble funnet
checker-persons = { $count ->
    [one] Det gjelder én person.
   *[other] Det gjelder { $count } personer.
}
checker-found = Steder som ble funnet
checker-harmless = teller ikke
checker-more = { $count ->
    [one] Det ble funnet én til.
   *[other] Det ble funnet { $count } til.
}
checker-unread = Hva som ikke kunne leses
checker-unread-why = Ingen vet hva som er i disse. Behandle dem som sensitive til du selv har sett på dem.
checker-blind = Ikke alt kunne leses
checker-blind-advice = Det ble ikke funnet noe i det som kunne leses. Se selv på resten før du sender, eller bruk den sikre kanalen.
checker-again = Undersøk noe annet
checker-limits = Siden hjelper deg å se etter. Den vet ikke hvem mottakeren er, eller hva dere har avtalt, og den kan overse noe.
