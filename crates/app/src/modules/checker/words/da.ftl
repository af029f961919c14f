checker-menu = Må jeg sende det?
checker-title = Må jeg sende det?
checker-lead = Indsæt en tekst, eller vælg en fil. Du ser, hvad der ikke bør sendes i en almindelig e-mail.
checker-text = Tekst
checker-text-hint = For eksempel den e-mail, du er ved at sende, med emne.
checker-file = Fil
checker-file-hint = E-mail, dokument, regneark, PDF, arkiv eller billede, højst { $size }.
checker-file-large = Filen er større end grænsen. Vælg en mindre.
checker-nothing-given = Indsæt en tekst, eller vælg en fil.
checker-promise = Intet gemmes.
checker-promise-how = Teksten og filen undersøges i hukommelsen og er væk, når du ser svaret. Ingen andre ser dem, og intet om dem noteres.
checker-send = Undersøg
checker-result = Hvad der blev fundet
checker-persons = { $count ->
    [one] Det handler om én person.
   *[other] Det handler om { $count } personer.
}
checker-found = Fundne steder
checker-harmless = tæller ikke med
checker-more = { $count ->
    [one] Der blev fundet én til.
   *[other] Der blev fundet { $count } til.
}
checker-unread = Hvad der ikke kunne læses
checker-unread-why = Ingen ved, hvad der er i dem. Behandl dem som følsomme, indtil du selv har set efter.
checker-blind = Ikke alt kunne læses
checker-blind-advice = Der blev intet fundet i det, der kunne læses. Se selv på resten, før du sender, eller brug den sikre kanal.
checker-again = Undersøg noget andet
checker-limits = Siden hjælper dig med at se. Den ved ikke, hvem modtageren er, eller hvad I har aftalt, og den kan overse noget.
