# Times
incidents-law-step-take-up = Tatt til behandling av personvernombudet
incidents-law-step-delay = Begrunnelse for forsinkelsen skrevet
incidents-law-time-processor-aware = Databehandleren fikk kjennskap til bruddet
incidents-law-time-processor-told = Databehandleren ga oss beskjed
incidents-law-time-triaged = Tatt til behandling av personvernombudet
incidents-law-time-people = De registrerte underrettet
incidents-law-time-contained = Avgrenset
incidents-law-when-month = { $month } { $year }
incidents-law-when-between = { $from } – { $until }
incidents-law-when-since = siden { $from }, pågikk fortsatt da det ble skrevet
incidents-law-gap-earlier = { $span } før det
incidents-law-ask-part-hint = Så nøyaktig som det er kjent: 2026-10-31, 2026-10 eller 2026. Ingenting legges til.
incidents-law-ask-until = Til når, hvis det pågikk over tid
incidents-law-ask-ongoing = Det pågår fortsatt
incidents-law-ask-contained = Avgrenset, dato og klokkeslett
incidents-law-ask-contained-hint = Når ingen lenger kunne gjøre skade: trukket tilbake, slettet, låst eller funnet igjen.
incidents-law-ask-part = Eller bare dato, måned eller år
incidents-law-ask-processor-title = Hvis det skjedde hos en databehandler
incidents-law-ask-processor-aware = Databehandleren fikk kjennskap til bruddet
incidents-law-ask-processor-told = Databehandleren ga oss beskjed
incidents-law-ask-processor-told-hint = Den behandlingsansvarlige har kjennskap til bruddet når databehandleren har gitt beskjed, selv om risikoen ikke er vurdert ennå.
incidents-law-ask-processor-page = Når leverandøren fikk kjennskap til bruddet og ga oss beskjed, står på en egen side:

# Faults
incidents-law-fault-part = Skriv det som 2026-10-31, 2026-10 eller 2026.
incidents-law-fault-range = Det kan ikke ha sluttet før det begynte.
incidents-law-fault-ongoing = Enten er det slutt, eller så pågår det fortsatt.
incidents-law-fault-start = Oppgi når det begynte, så nøyaktig som det er kjent.
incidents-law-fault-aware-noticed = Den behandlingsansvarlige kan ikke ha fått kjennskap til bruddet før noen oppdaget det.
incidents-law-fault-aware-told = Databehandleren hadde allerede gitt oss beskjed. Fra det tidspunktet har den behandlingsansvarlige kjennskap til bruddet.
incidents-law-fault-contained = Det kan ikke være avgrenset før det begynte.
incidents-law-fault-processor = Databehandleren kan ikke ha fått kjennskap til bruddet før det skjedde.
incidents-law-fault-told = Databehandleren kan ikke ha gitt oss beskjed før den fikk kjennskap til bruddet.

# Clocks
incidents-law-clocks-title = Frister for sak { $number }
incidents-law-limits-title = Frister
incidents-law-limits-none = Ingen frist løper. De 72 timene begynner når den behandlingsansvarlige får kjennskap til et brudd på personopplysningssikkerheten.
incidents-law-investigation = En kort undersøkelse før den behandlingsansvarlige fikk kjennskap til bruddet: { $span } fra meldingen. Den teller ikke med i fristen.
incidents-law-rule-notify = Melding til Datatilsynet
incidents-law-rule-early-warning = Tidlig varsel (NIS2)
incidents-law-rule-incident-notification = Hendelsesmelding (NIS2)
incidents-law-rule-final-report = Sluttrapport (NIS2)
incidents-law-rule-receipt = Bekreftelse til den som varslet
incidents-law-rule-feedback = Tilbakemelding til den som varslet
incidents-law-stand-off = ikke lenger nødvendig
incidents-law-stand-running = løper
incidents-law-stand-near = mer enn halvparten er gått
incidents-law-stand-passed = overskredet
incidents-law-stand-met = gjort i tide
incidents-law-stand-met-late = gjort for sent
incidents-law-clock-from = Løper fra
incidents-law-clock-by = Utløper
incidents-law-clock-left = Igjen
incidents-law-clock-over = Overskredet med
incidents-law-clock-met = Gjort
incidents-law-clock-unmoved = Siste dag før fristen ble flyttet til en arbeidsdag
incidents-law-clock-formal = Formelt utløp etter forordning 1182/71
incidents-law-clock-source = Rettsgrunnlag
incidents-law-note-formal = Det formelle utløpet er bare til orientering. Det er den vanlige fristen som gjelder: Helger og helligdager teller med.
incidents-law-note-moved = Faller siste dag på en helg eller helligdag, flyttes fristen til neste arbeidsdag. Nasjonal lov kan regne annerledes, så sikt mot den tidligste dagen.
incidents-law-note-national = Fristen følger av direktivet. Kontroller ordlyden i den nasjonale loven.
incidents-law-missing = For sent, begrunnelse mangler
incidents-law-missing-hint = De 72 timene er gått etter det som er kjent nå. Meldingen skal inneholde en begrunnelse for forsinkelsen (personvernforordningen artikkel 33 nr. 1).
incidents-law-missing-ask-hint = Slik Datatilsynet vil lese den.
incidents-law-do-delay = Lagre begrunnelsen
incidents-law-take-up-hint = Ingen har tatt saken til behandling. Det som er tatt til behandling, undersøkes, selv om det ikke er vurdert ennå.
incidents-law-do-take-up = Ta saken til behandling
incidents-law-reminders-title = Påminnelser
incidents-law-reminders-hint = Hver påminnelse sendes én gang: først til dem som kan beslutte, deretter også til utvalgssekretæren og den informasjonssikkerhetsansvarlige.
incidents-law-reminder-when = Påminnelse
incidents-law-reminder-rule = Frist
incidents-law-reminder-due = Tidspunkt
incidents-law-reminder-told = Sendt
incidents-law-reminder-waits = kommer
incidents-law-reminder-late = sendt for sent
incidents-law-reminder-sent = { $at }, mottakere: { $count }
incidents-law-level-half = Halve tiden er gått
incidents-law-level-twelve = 12 timer igjen
incidents-law-level-two = 2 timer igjen
incidents-law-level-passed = Fristen er overskredet
incidents-law-deadline-title = Frist for sak { $number }
incidents-law-deadline-lead = Noen må ta en beslutning før fristen. Sørg for at en av disse vet om det.
incidents-law-deadline-people = Disse kan beslutte
incidents-law-deadline-nobody = Ingen har rollen som personvernombud i dag
incidents-law-deadline-none = Ingen frist løper lenger.
incidents-law-to-clocks = Frister og tidspunkter
incidents-law-to-case = Til saken
incidents-law-to-severity = Vurder alvorsgraden
incidents-law-to-like = Lignende EDPB-saker
incidents-law-to-nis2 = Vesentlig hendelse (NIS2)
incidents-law-panel-title = Frister og vurdering
incidents-law-panel-warning = Forsinkelse
incidents-law-panel-risk = Vurdert risiko og poengsum
incidents-law-panel-like = Ligner mest
incidents-law-task-reasons = Begrunn forsinkelsen
incidents-law-task-nis2 = Meld den vesentlige hendelsen (NIS2)
incidents-law-refused-taken-up = Saken er allerede tatt til behandling.
incidents-law-refused-not-late = Det er ingen forsinkelse som mangler begrunnelse.

# Reminders
incidents-law-notice-half = Påminnelse om en frist
incidents-law-notice-half-subject = { $late ->
    [yes] Sak { $number } · { $rule } · { $by }: Mer enn halve tiden er gått (forsinket påminnelse)
   *[no] Sak { $number } · { $rule } · { $by }: Halve tiden er gått
}
incidents-law-notice-half-text = { $late ->
    [yes] Denne påminnelsen er forsinket: Fristen ble skrevet inn, eller programmet kom i gang igjen, først etter dens tid. Mer enn halve tiden er gått. Frist: { $rule }, { $by }. Sak { $number }: { $href }
   *[no] Halve tiden er gått. Frist: { $rule }, { $by }. Sak { $number }: { $href }
}
incidents-law-notice-twelve = Påminnelse om en frist
incidents-law-notice-twelve-subject = { $late ->
    [yes] Sak { $number } · { $rule } · { $by }: Mindre enn 12 timer igjen (forsinket påminnelse)
   *[no] Sak { $number } · { $rule } · { $by }: 12 timer igjen
}
incidents-law-notice-twelve-text = { $late ->
    [yes] Denne påminnelsen er forsinket: Fristen ble skrevet inn, eller programmet kom i gang igjen, først etter dens tid. Mindre enn 12 timer igjen. Frist: { $rule }, { $by }. Sak { $number }: { $href }
   *[no] 12 timer igjen. Frist: { $rule }, { $by }. Sak { $number }: { $href }
}
incidents-law-notice-two = Påminnelse om en frist
incidents-law-notice-two-subject = { $late ->
    [yes] Sak { $number } · { $rule } · { $by }: Mindre enn 2 timer igjen (forsinket påminnelse)
   *[no] Sak { $number } · { $rule } · { $by }: 2 timer igjen
}
incidents-law-notice-two-text = { $late ->
    [yes] Denne påminnelsen er forsinket: Fristen ble skrevet inn, eller programmet kom i gang igjen, først etter dens tid. Mindre enn 2 timer igjen. Frist: { $rule }, { $by }. Sak { $number }: { $href }
   *[no] 2 timer igjen. Frist: { $rule }, { $by }. Sak { $number }: { $href }
}
incidents-law-notice-passed = En frist er overskredet
incidents-law-notice-passed-subject = { $late ->
    [yes] Sak { $number } · { $rule } · { $by }: Fristen er overskredet (forsinket påminnelse)
   *[no] Sak { $number } · { $rule } · { $by }: Fristen er overskredet
}
incidents-law-notice-passed-text = { $late ->
    [yes] Denne påminnelsen er forsinket: Fristen ble skrevet inn, eller programmet kom i gang igjen, først etter dens tid. Fristen er overskredet. Frist: { $rule }, { $by }. Handle nå, og begrunn forsinkelsen. Sak { $number }: { $href }
   *[no] Fristen er overskredet. Frist: { $rule }, { $by }. Handle nå, og begrunn forsinkelsen. Sak { $number }: { $href }
}

# Significant incidents
incidents-law-nis2-title = Vesentlig hendelse ved siden av sak { $number }
incidents-law-nis2-lead = En vesentlig hendelse etter NIS2 og et brudd på personopplysningssikkerheten er to saker med hver sine frister. De er koblet sammen her.
incidents-law-nis2-where = Meldes til: { $authority }.
incidents-law-nis2-no-limit = Programmet har ingen kontrollert frist for dette landet. Saken kan føres her, men ingen frist løper.
incidents-law-nis2-link = Hører til sak
incidents-law-nis2-next = Neste steg
incidents-law-scope-covered = Kommunen som sådan er omfattet av loven her.
incidents-law-scope-partly = Kommunen som sådan er ikke omfattet av loven, men noen av tjenestene kan være det, for eksempel vann, avfall, energi og havner.
incidents-law-scope-unverified = Det er ikke kontrollert om loven omfatter kommuner her. Spør myndigheten.
incidents-law-ask-service = Berørt tjeneste
incidents-law-ask-service-hint = Bare tjenester som er omfattet av loven, har denne plikten.
incidents-law-ask-significant = Hvorfor tjenesten er omfattet av loven og hendelsen er vesentlig
incidents-law-ask-significant-hint = Den har forårsaket eller kan forårsake alvorlige driftsforstyrrelser eller økonomisk tap, eller betydelig skade for andre. Ingen personopplysninger.
incidents-law-ask-nis2-aware = Kjennskap til den vesentlige hendelsen
incidents-law-ask-nis2-aware-hint = Fristene på 24 og 72 timer løper herfra. Tidspunktet kan være et annet enn for bruddet på personopplysningssikkerheten.
incidents-law-ask-malicious = Er det mistanke om at hendelsen er ulovlig eller ondsinnet?
incidents-law-ask-cross-border = Kan hendelsen få virkninger over landegrensene?
incidents-law-suspected-yes = Ja
incidents-law-suspected-no = Nei
incidents-law-suspected-unknown = Ikke kjent ennå
incidents-law-do-nis2 = Opprett saken og start fristene
incidents-law-ask-deed = Hva som ble gjort
incidents-law-deed-intermediate = Delrapport
incidents-law-deed-withdraw = Hendelsen var ikke vesentlig
incidents-law-ask-submitted = Sendt inn, dato og klokkeslett
incidents-law-ask-deed-words = Saksnummer eller begrunnelse
incidents-law-ask-deed-words-hint = Begrunnelse kreves når det er forsinket, eller når hendelsen ikke var vesentlig.
incidents-law-fault-service = Oppgi tjenesten.
incidents-law-fault-aware = Oppgi når virksomheten fikk kjennskap til den vesentlige hendelsen.
incidents-law-fault-deed = Velg hva som ble gjort.
incidents-law-fault-submitted = Oppgi når det ble sendt inn.
incidents-law-fault-before-aware = Det kan ikke være sendt inn før hendelsen var kjent.
incidents-law-fault-late = Skriv begrunnelsen.
incidents-law-refused-nis2 = Det er allerede opprettet en sak om en vesentlig hendelse ved siden av denne.
incidents-law-refused-withdrawn = Det er besluttet at hendelsen ikke var vesentlig.
incidents-law-refused-done = Dette er allerede gjort.
incidents-law-refused-final = Sluttrapporten kommer etter hendelsesmeldingen.

# Severity
incidents-law-severity-title = Alvorsgrad for sak { $number }
incidents-law-severity-lead = ENISAs metode i tre spørsmål. Poengsummen gir råd. Et menneske beslutter og skriver hvorfor.
incidents-law-kept-title = Vurderinger hittil
incidents-law-ask-data = 1. Hva slags opplysninger?
incidents-law-ask-data-hint = Svar for hver type som er berørt. Den høyeste gjelder.
incidents-law-data-simple = Enkle opplysninger
incidents-law-data-simple-hint = Navn, kontaktopplysninger, utdanning, familieliv og arbeid.
incidents-law-data-behavioural = Atferdsopplysninger
incidents-law-data-behavioural-hint = Lokasjon, trafikkdata, preferanser og vaner.
incidents-law-data-financial = Økonomiske opplysninger
incidents-law-data-financial-hint = Inntekt, transaksjoner, fakturaer, kort og sosiale ytelser.
incidents-law-data-sensitive = Sensitive opplysninger
incidents-law-data-sensitive-hint = Helse, politisk oppfatning, seksuelle forhold og andre særlige kategorier.
incidents-law-simple-1 = Ingenting gjør det verre
incidents-law-simple-2 = Gir grunnlag for en profil, eller for antakelser om sosial eller økonomisk stilling
incidents-law-simple-3 = Fører til antakelser om helse, seksuelle forhold, politikk eller religion
incidents-law-simple-4 = Avgjørende for sikkerheten eller helsen til personene, som er sårbare eller mindreårige
incidents-law-behavioural-1 = Ingen reell innsikt, eller lett å finne i åpne kilder
incidents-law-behavioural-2 = Ingenting gjør det verre eller bedre
incidents-law-behavioural-3 = Det kan lages en profil av hverdagen
incidents-law-behavioural-4 = Det kan lages en profil av sensitive opplysninger
incidents-law-financial-1 = Ingen reell innsikt i personens økonomi
incidents-law-financial-2 = Noe informasjon, ingen vesentlig innsikt
incidents-law-financial-3 = Ingenting gjør det verre eller bedre
incidents-law-financial-4 = Nok til svindel eller en detaljert sosial eller økonomisk profil
incidents-law-sensitive-1 = Ingen reell innsikt, eller offentlig fra før
incidents-law-sensitive-2 = Fører bare til generelle antakelser
incidents-law-sensitive-3 = Fører til antakelser om sensitive forhold
incidents-law-sensitive-4 = Selve den sensitive opplysningen
incidents-law-ask-protected = Noen av dem har adressesperre (fortrolig eller strengt fortrolig adresse)
incidents-law-ask-ease = 2. Hvor lett kan noen gjenkjennes?
incidents-law-ask-ease-legend = Ut fra alt som er avslørt, sett under ett
incidents-law-ask-ease-hint = Fødselsnummer sammen med navn gir høyest poengsum: Registre er lett tilgjengelige.
incidents-law-ease-1 = Knapt: for eksempel et vanlig navn i hele landet, eller et nummer uten et register
incidents-law-ease-2 = Med en viss innsats: for eksempel et sjeldent navn, eller en adresse på et lite sted
incidents-law-ease-3 = Lett: for eksempel et sjeldent navn på et lite sted, et tydelig bilde, eller en profil bak en e-postadresse
incidents-law-ease-4 = Umiddelbart: for eksempel navn med fødselsdato, e-postadresse eller fødselsnummer
incidents-law-ask-circumstances = 3. Hva skjedde med opplysningene?
incidents-law-circ-confidentiality = Konfidensialitet
incidents-law-circ-integrity = Integritet
incidents-law-circ-availability = Tilgjengelighet
incidents-law-confidentiality-0 = Eksponert, ingen tegn til at noen har brukt dem
incidents-law-confidentiality-1 = Avslørt for et visst antall kjente mottakere
incidents-law-confidentiality-2 = Avslørt for et ukjent antall mottakere
incidents-law-integrity-0 = Endret, ingen feilbruk funnet
incidents-law-integrity-1 = Endret og kanskje brukt feil, kan rettes
incidents-law-integrity-2 = Endret og kanskje brukt feil, kan ikke rettes
incidents-law-availability-0 = Gjenopprettet uten problemer
incidents-law-availability-1 = Utilgjengelige en tid
incidents-law-availability-2 = Tapt for alltid
incidents-law-ask-deliberate = Noen gjorde det med vilje
incidents-law-flag-many = Mer enn 100 personer er berørt
incidents-law-flag-unintelligible = Uforståelige for mottakeren: kryptert, og nøkkelen er trygg
incidents-law-do-count = Vis poengsummen
incidents-law-result-title = Poengene, linje for linje
incidents-law-col-part = Del
incidents-law-col-why = Hvorfor
incidents-law-col-points = Poeng
incidents-law-line-context = Type opplysninger
incidents-law-line-ease = Gjenkjennelighet
incidents-law-line-intent = Hensikt
incidents-law-line-total = Alvorsgrad
incidents-law-intent-yes = Med vilje
incidents-law-intent-no = En feil
incidents-law-band-low = Lav
incidents-law-band-medium = Middels
incidents-law-band-high = Høy
incidents-law-band-very-high = Svært høy
incidents-law-means-low = De registrerte berøres ikke, eller får noen få ulemper som de overvinner uten problemer.
incidents-law-means-medium = De registrerte får betydelige ulemper, men overvinner dem til tross for noen vansker.
incidents-law-means-high = De registrerte får betydelige følger som de bare overvinner med alvorlige vansker.
incidents-law-means-very-high = De registrerte får betydelige eller uopprettelige følger som de kanskje ikke overvinner.
incidents-law-advice-document = Poengsummen tilsier at bruddet dokumenteres.
incidents-law-advice-authority = Poengsummen tilsier at bruddet meldes til Datatilsynet.
incidents-law-advice-both = Poengsummen tilsier at bruddet meldes til Datatilsynet, og at de registrerte underrettes.
incidents-law-advice-only = Dette er et råd. I tre av de atten EDPB-sakene er poengsummen for lav. Etter loven er det risikoen for mennesker som avgjør.
incidents-law-ask-risk = Din vurdering av risikoen for mennesker
incidents-law-ask-risk-hint = Den kan avvike fra poengsummen. Den avgjør ikke for deg om bruddet skal meldes: Det er et eget steg.
incidents-law-risk-unlikely = Risiko er lite trolig
incidents-law-risk-risk = Risiko
incidents-law-risk-high = Høy risiko
incidents-law-ask-why = Hvorfor
incidents-law-ask-why-hint = Begrunnelsen slik Datatilsynet vil lese den i registeret (personvernforordningen artikkel 33 nr. 5).
incidents-law-do-judge = Lagre vurderingen
incidents-law-fault-data = Velg minst én type opplysninger.
incidents-law-fault-ease = Velg hvor lett noen kan gjenkjennes.
incidents-law-fault-risk = Velg hvordan du vurderer risikoen.

# The EDPB's cases
incidents-law-like-title = EDPB-saker som ligner sak { $number }
incidents-law-like-lead = De mest like av de 18 eksemplene i retningslinjene fra Det europeiske personvernrådet (EDPB). De gir råd. Et menneske beslutter og skriver hvorfor.
incidents-law-like-none = Det er ingenting å sammenligne ennå. Vurder saken, eller kryss av nedenfor for det som er kjent.
incidents-law-like-case = EDPB-sak { $number }
incidents-law-like-both = Felles
incidents-law-like-ours = Bare her
incidents-law-like-theirs = Bare i eksempelet
incidents-law-like-ask = Det som er kjent om saken
incidents-law-like-ask-hint = Det som følger av meldingen, vurderingen og poengsummen, er krysset av på forhånd. Endre og sammenlign igjen. Ingenting lagres.
incidents-law-do-compare = Sammenlign
incidents-law-like-source = EDPBs retningslinjer 01/2021, versjon 2.0 av 14. desember 2021, gjengitt med egne ord. Prosenttallet er den vektede andelen av trekkene som er felles.
incidents-law-edpb-authority-yes = Datatilsynet: skal få melding
incidents-law-edpb-authority-no = Datatilsynet: ingen melding, men dokumentasjon
incidents-law-edpb-people-yes = De registrerte: skal underrettes
incidents-law-edpb-people-no = De registrerte: ingen plikt til å underrette
incidents-law-edpb-undercalls = Merk: Poengsummen ville vært for lav i dette eksempelet.
incidents-law-edpb-borderline = Merk: Poengsummen ligger på grensen i dette eksempelet.
incidents-law-trait-ransomware = Løsepengevirus
incidents-law-trait-exfiltration = Angrep utenfra der opplysninger ble tatt
incidents-law-trait-internal = Noen på innsiden
incidents-law-trait-lost = Mistet eller stjålet
incidents-law-trait-mispostal = Sendt eller vist til feil person
incidents-law-trait-social = Noen ble lurt
incidents-law-trait-deliberate = Med vilje
incidents-law-trait-mistake = Ved en feil
incidents-law-trait-unintelligible = Uforståelig for andre, og nøkkelen er trygg
incidents-law-trait-backup = En fungerende sikkerhetskopi
incidents-law-trait-no-backup = Ingen sikkerhetskopi
incidents-law-trait-copied-out = Opplysninger kopiert ut av noen med ond hensikt
incidents-law-trait-known-recipient = Kjente mottakere
incidents-law-trait-trusted-recipient = En betrodd mottaker, for eksempel med taushetsplikt
incidents-law-trait-contained = Avgrenset: slettet, trukket tilbake eller fjernslettet
incidents-law-trait-credentials = Passord eller andre innloggingsopplysninger
incidents-law-trait-identity-number = Fødselsnummer
incidents-law-trait-vulnerable = Sårbare personer: barn, pasienter, personer med adressesperre
incidents-law-trait-one-person = Én person
incidents-law-trait-few-people = 2–99 personer
incidents-law-trait-many-people = 100 personer eller flere
incidents-law-trait-long = Pågikk i flere uker før det ble oppdaget
incidents-law-trait-supplier = Hos en leverandør
incidents-law-trait-paper = På papir
incidents-law-case-1 = Filene til en liten produsent krypteres av skadevare. De var allerede kryptert med en trygg nøkkel, ingenting er kommet ut, og sikkerhetskopien gjenopprettes på noen timer.
incidents-law-why-1 = Uforståelige opplysninger og en fungerende sikkerhetskopi fjerner risikoen.
incidents-law-case-2 = Én datamaskin i et landbruksforetak krypteres. Ingenting er kommet ut, det finnes ingen elektronisk sikkerhetskopi, og opplysningene gjenskapes fra papir på fem arbeidsdager.
incidents-law-why-2 = Den manglende sikkerhetskopien gir en risiko, men ikke en høy.
incidents-law-case-3 = En stor del av pasient- og personalopplysningene på et sykehus krypteres. Det tar to dager å gjenopprette dem, og operasjoner avlyses.
incidents-law-why-3 = At helseopplysninger er utilgjengelige, er i seg selv en høy risiko.
incidents-law-case-4 = Opplysningene til et kollektivselskap krypteres og kopieres ut, og sikkerhetskopien krypteres også. Det gjelder kunders og ansattes identitets- og betalingskortopplysninger.
incidents-law-why-4 = Både konfidensialitet og tilgjengelighet er tapt.
incidents-law-case-5 = Skadevare på nettstedet til et bemanningsbyrå kunne lese 213 jobbsøknader i en måned og slette sporene etter seg. Ingen særlige kategorier av personopplysninger.
incidents-law-why-5 = Søknader forteller mye, også uten særlige kategorier av personopplysninger.
incidents-law-case-6 = I et angrep på et matnettsted tas sterkt hashede passord for 1200 brukere med oppdiktede brukernavn.
incidents-law-why-6 = Størrelsen avgjør ikke: Opplysningene er uforståelige og navngir ingen.
incidents-law-case-7 = Ett enkelt passord prøves på alle kundenumrene i en bank. Opplysninger om rundt 100 000 kunder lekker, og rundt 2000 kontoer åpnes.
incidents-law-why-7 = Skade for de øvrige kundene kan heller ikke utelukkes.
incidents-law-case-8 = En ansatt i oppsigelsestid kopierer kundekontakter og bruker dem måneder senere i egen virksomhet.
incidents-law-why-8 = Bare kontaktopplysninger, men tatt med vilje og ute av kontroll.
incidents-law-case-9 = En forsikringsagent ser et par dusin av andres kunder i et regneark. Han har taushetsplikt, sier fra og bekrefter skriftlig at de er slettet.
incidents-law-why-9 = Én betrodd, kjent mottaker og skriftlig sletting.
incidents-law-case-10 = To krypterte, avslåtte nettbrett stjeles fra en barnehage. De har sterkt passord, finnes i sikkerhetskopi og fjernslettes.
incidents-law-why-10 = Opplysninger om barn, men uforståelige og ikke tapt.
incidents-law-case-11 = En ukryptert bærbar PC stjeles fra en ansatt hos en tjenesteleverandør: navn, adresser og fødselsdatoer for mer enn 100 000 kunder.
incidents-law-why-11 = Enkle opplysninger, men mengden og faren for identitetstyveri gjør risikoen høy.
incidents-law-case-12 = En loggbok på papir stjeles fra et ulåst rom på en rusinstitusjon. Den inneholder pasienters identitet og helse, og det finnes ingen kopi.
incidents-law-why-12 = Særlige kategorier, sårbare mennesker og ingen kopi av papirene.
incidents-law-case-13 = En butikk bytter om to pakker med sko og pakksedler. Begge kalles tilbake og sendes på nytt.
incidents-law-why-13 = Ubetydelig innhold, avgrenset med en gang.
incidents-law-case-14 = Et offentlig arbeidskontor sender ut et kurstilbud og legger ved listen over mer enn 60 000 arbeidssøkere med fødselsnummer.
incidents-law-why-14 = Å be mottakerne slette listen gjør det ikke ugjort. Ligner mest på kommunens hverdag.
incidents-law-case-15 = Deltakerlisten til et kurs går til 15 tidligere deltakere i stedet for til hotellet. Det oppdages straks, og mottakerne blir bedt om å slette den.
incidents-law-why-15 = Lite, avgrenset, ingen med adressesperre.
incidents-law-case-16 = En konvolutteringsmaskin legger to brev om bilforsikring i samme konvolutt: navn, adresse, premie og fødselsdato.
incidents-law-why-16 = Én person og ingen særlige kategorier, men misbruk kan ikke utelukkes.
incidents-law-case-17 = En innringer klarer kontrollspørsmålene til et teleselskap og får endret e-postadressen for en kundes fakturaer. Det oppdages en måned senere.
incidents-law-why-17 = Én person, høy risiko. Måten identiteten kontrolleres på, må endres.
incidents-law-case-18 = Regler for videresending i e-postkassene til en butikkjede fanger opp meldinger om betaling i tre måneder. Det gjelder lønnsopplysninger om 99 ansatte.
incidents-law-why-18 = Den behandlingsansvarlige underrettet bare ti. Alle 99 skal underrettes.
incidents-law-nis2-country = Loven i: { $country }.
