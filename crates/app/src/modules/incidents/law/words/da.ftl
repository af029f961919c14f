# Times
incidents-law-step-take-up = Taget op af databeskyttelsesrådgiveren
incidents-law-step-delay = Begrundelse for forsinkelsen skrevet
incidents-law-time-processor-aware = Databehandleren fik kendskab
incidents-law-time-processor-told = Databehandleren underrettede os
incidents-law-time-triaged = Taget op af databeskyttelsesrådgiveren
incidents-law-time-people = De registrerede underrettet
incidents-law-time-contained = Afgrænset
incidents-law-when-month = { $month } { $year }
incidents-law-when-between = { $from } – { $until }
incidents-law-when-since = siden { $from }, stod stadig på, da det blev skrevet
incidents-law-gap-earlier = { $span } før det
incidents-law-ask-part-hint = Så langt det er kendt: 2026-10-31, 2026-10 eller 2026. Der lægges intet til.
incidents-law-ask-until = Indtil hvornår, hvis det stod på i en periode
incidents-law-ask-ongoing = Det står stadig på
incidents-law-ask-contained = Afgrænset, dag og klokkeslæt
incidents-law-ask-contained-hint = Hvornår ingen kunne gøre mere skade: kaldt tilbage, slettet, låst, fundet igen.
incidents-law-ask-part = Eller kun dag, måned eller år
incidents-law-ask-processor-title = Hvis det skete hos en databehandler
incidents-law-ask-processor-aware = Databehandleren fik kendskab
incidents-law-ask-processor-told = Databehandleren underrettede os
incidents-law-ask-processor-told-hint = Den dataansvarlige har kendskab, når databehandleren har fortalt det, også selv om risikoen ikke er vurderet endnu.

# Faults
incidents-law-fault-part = Skriv det som 2026-10-31, 2026-10 eller 2026.
incidents-law-fault-range = Det kan ikke være slut, før det begyndte.
incidents-law-fault-ongoing = Enten er det slut, eller også står det stadig på.
incidents-law-fault-start = Angiv, hvornår det begyndte, så langt det er kendt.
incidents-law-fault-aware-noticed = Den dataansvarlige kan ikke have fået kendskab, før nogen opdagede det.
incidents-law-fault-contained = Det kan ikke være afgrænset, før det begyndte.
incidents-law-fault-processor = Databehandleren kan ikke have fået kendskab, før det skete.
incidents-law-fault-told = Databehandleren kan ikke have underrettet os, før den havde kendskab.
