# Times
incidents-law-step-take-up = Dataskyddsombudet har tagit upp ärendet
incidents-law-step-delay = Skälen till förseningen nedtecknade
incidents-law-time-processor-aware = Personuppgiftsbiträdet fick vetskap
incidents-law-time-processor-told = Personuppgiftsbiträdet underrättade oss
incidents-law-time-triaged = Dataskyddsombudet tog upp ärendet
incidents-law-time-people = De registrerade informerades
incidents-law-time-contained = Avgränsades
incidents-law-when-month = { $month } { $year }
incidents-law-when-between = { $from } – { $until }
incidents-law-when-since = sedan { $from }, pågick ännu när det skrevs
incidents-law-gap-earlier = { $span } före den
incidents-law-ask-part-hint = Så långt det är känt: 2026-10-31, 2026-10 eller 2026. Ingenting läggs till.
incidents-law-ask-until = Till när, om det pågick en tid
incidents-law-ask-ongoing = Det pågår fortfarande
incidents-law-ask-contained = Avgränsades, dag och tid
incidents-law-ask-contained-hint = När ingen längre kunde göra mer skada: återkallat, raderat, låst, återfunnet.
incidents-law-ask-part = Eller bara dag, månad eller år
incidents-law-ask-processor-title = Om det hände hos ett personuppgiftsbiträde
incidents-law-ask-processor-aware = Personuppgiftsbiträdet fick vetskap
incidents-law-ask-processor-told = Personuppgiftsbiträdet underrättade oss
incidents-law-ask-processor-told-hint = Den personuppgiftsansvarige har vetskap när biträdet har berättat, även om risken inte är bedömd än.

# Faults
incidents-law-fault-part = Skriv det som 2026-10-31, 2026-10 eller 2026.
incidents-law-fault-range = Det kan inte ha slutat innan det började.
incidents-law-fault-ongoing = Antingen har det slutat eller så pågår det ännu.
incidents-law-fault-start = Ange när det började, så långt det är känt.
incidents-law-fault-aware-noticed = Den personuppgiftsansvarige kan inte ha fått vetskap innan någon upptäckte det.
incidents-law-fault-contained = Det kan inte ha avgränsats innan det började.
incidents-law-fault-processor = Personuppgiftsbiträdet kan inte ha fått vetskap innan det inträffade.
incidents-law-fault-told = Personuppgiftsbiträdet kan inte ha underrättat oss innan det hade vetskap.
