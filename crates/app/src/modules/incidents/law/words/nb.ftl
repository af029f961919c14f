# Times
incidents-law-step-take-up = Tatt opp av personvernombudet
incidents-law-step-delay = Begrunnelse for forsinkelsen skrevet
incidents-law-time-processor-aware = Databehandleren fikk kjennskap
incidents-law-time-processor-told = Databehandleren varslet oss
incidents-law-time-triaged = Tatt opp av personvernombudet
incidents-law-time-people = De registrerte underrettet
incidents-law-time-contained = Avgrenset
incidents-law-when-month = { $month } { $year }
incidents-law-when-between = { $from } – { $until }
incidents-law-when-since = siden { $from }, pågikk ennå da det ble skrevet
incidents-law-gap-earlier = { $span } før det
incidents-law-ask-part-hint = Så langt det er kjent: 2026-10-31, 2026-10 eller 2026. Ingenting legges til.
incidents-law-ask-until = Til når, hvis det pågikk en tid
incidents-law-ask-ongoing = Det pågår fortsatt
incidents-law-ask-contained = Avgrenset, dag og klokkeslett
incidents-law-ask-contained-hint = Når ingen kunne gjøre mer skade: trukket tilbake, slettet, låst, funnet igjen.
incidents-law-ask-part = Eller bare dag, måned eller år
incidents-law-ask-processor-title = Hvis det skjedde hos en databehandler
incidents-law-ask-processor-aware = Databehandleren fikk kjennskap
incidents-law-ask-processor-told = Databehandleren varslet oss
incidents-law-ask-processor-told-hint = Den behandlingsansvarlige har kjennskap når databehandleren har sagt fra, også om risikoen ikke er vurdert ennå.

# Faults
incidents-law-fault-part = Skriv det som 2026-10-31, 2026-10 eller 2026.
incidents-law-fault-range = Det kan ikke ha sluttet før det begynte.
incidents-law-fault-ongoing = Enten er det slutt, eller så pågår det ennå.
incidents-law-fault-start = Oppgi når det begynte, så langt det er kjent.
incidents-law-fault-aware-noticed = Den behandlingsansvarlige kan ikke ha fått kjennskap før noen oppdaget det.
incidents-law-fault-contained = Det kan ikke være avgrenset før det begynte.
incidents-law-fault-processor = Databehandleren kan ikke ha fått kjennskap før det skjedde.
incidents-law-fault-told = Databehandleren kan ikke ha varslet oss før den hadde kjennskap.
