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

# Clocks
incidents-law-clocks-title = Frister for sak { $number }
incidents-law-limits-title = Frister
incidents-law-limits-none = Ingen frist løper. De 72 timene begynner når den behandlingsansvarlige har kjennskap til et brudd på personopplysningssikkerheten.
incidents-law-investigation = En kort undersøkelse før den behandlingsansvarlige fikk kjennskap: { $span } fra meldingen. Den teller ikke med i fristen.
incidents-law-rule-notify = Melding til Datatilsynet
incidents-law-rule-early-warning = Tidlig varsel (NIS2)
incidents-law-rule-incident-notification = Hendelsesmelding (NIS2)
incidents-law-rule-final-report = Sluttrapport (NIS2)
incidents-law-rule-receipt = Bekreftelse til varsleren
incidents-law-rule-feedback = Tilbakemelding til varsleren
incidents-law-stand-off = ikke lenger nødvendig
incidents-law-stand-running = løper
incidents-law-stand-near = mer enn halvparten er gått
incidents-law-stand-passed = overskredet
incidents-law-stand-met = gjort i tide
incidents-law-stand-met-late = gjort for sent
incidents-law-clock-from = Løper fra
incidents-law-clock-by = Slutter
incidents-law-clock-left = Igjen
incidents-law-clock-over = Overskredet med
incidents-law-clock-met = Gjort
incidents-law-clock-unmoved = Siste dag før den ble flyttet til en arbeidsdag
incidents-law-clock-formal = Formelt utløp etter forordning 1182/71
incidents-law-clock-source = Rettsgrunnlag
incidents-law-note-formal = Det formelle utløpet er bare til orientering. Fristen er den over: helger og helligdager teller med.
incidents-law-note-moved = En siste dag i en helg eller på en helligdag flyttes til neste arbeidsdag. Nasjonal lov kan regne annerledes: sikt mot den tidligere dagen.
incidents-law-note-national = Tiden er direktivets. Kontroller ordlyden i den nasjonale loven.
incidents-law-missing = For sent, begrunnelse mangler
incidents-law-missing-hint = De 72 timene er gått etter det som er kjent nå. Meldingen skal inneholde begrunnelsen for forsinkelsen (artikkel 33 nr. 1).
incidents-law-missing-ask-hint = Slik myndigheten skal lese det.
incidents-law-do-delay = Lagre begrunnelsen
incidents-law-take-up-hint = Ingen har tatt opp saken. Det som er tatt opp, undersøkes, også om det ikke er vurdert ennå.
incidents-law-do-take-up = Ta opp saken
incidents-law-reminders-title = Påminnelser
incidents-law-reminders-hint = Hver sendes én gang: først til dem som beslutter, deretter også til utvalgets sekretær og informasjonssikkerhetsansvarlig.
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
incidents-law-deadline-lead = Noen må beslutte innen fristen. Sørg for at en av dem vet om det.
incidents-law-deadline-people = Hvem som kan beslutte
incidents-law-deadline-nobody = Ingen har oppgaven som personvernombud i dag
incidents-law-deadline-none = Ingen frist løper lenger.
incidents-law-to-clocks = Frister og tidspunkter
incidents-law-to-case = Til saken
incidents-law-to-severity = Vurder alvorsgraden
incidents-law-to-like = Liknende EDPB-saker
incidents-law-to-nis2 = Vesentlig hendelse (NIS2)
incidents-law-panel-title = Frister og vurdering
incidents-law-panel-warning = Forsinkelse
incidents-law-panel-risk = Vurdert risiko og poeng
incidents-law-panel-like = Ligner mest
incidents-law-task-reasons = Skriv begrunnelsen for forsinkelsen
incidents-law-task-nis2 = Meld den vesentlige hendelsen (NIS2)
incidents-law-refused-taken-up = Saken er allerede tatt opp.
incidents-law-refused-not-late = Ingenting er forsinket uten begrunnelse.

# Reminders
incidents-law-notice-half = Påminnelse om en frist
incidents-law-notice-half-subject = { $late ->
    [yes] Sak { $number }: halve tiden er gått (forsinket påminnelse)
   *[no] Sak { $number }: halve tiden er gått
}
incidents-law-notice-half-text = { $late ->
    [yes] Denne påminnelsen er forsinket: programmet var ikke i gang. Halve tiden til en frist er gått. Sak { $number }: { $href }
   *[no] Halve tiden til en frist er gått. Sak { $number }: { $href }
}
incidents-law-notice-twelve = Påminnelse om en frist
incidents-law-notice-twelve-subject = { $late ->
    [yes] Sak { $number }: 12 timer igjen (forsinket påminnelse)
   *[no] Sak { $number }: 12 timer igjen
}
incidents-law-notice-twelve-text = { $late ->
    [yes] Denne påminnelsen er forsinket: programmet var ikke i gang. En frist utløper 12 timer etter tidspunktet for denne påminnelsen. Sak { $number }: { $href }
   *[no] En frist utløper 12 timer etter tidspunktet for denne påminnelsen. Sak { $number }: { $href }
}
incidents-law-notice-two = Påminnelse om en frist
incidents-law-notice-two-subject = { $late ->
    [yes] Sak { $number }: 2 timer igjen (forsinket påminnelse)
   *[no] Sak { $number }: 2 timer igjen
}
incidents-law-notice-two-text = { $late ->
    [yes] Denne påminnelsen er forsinket: programmet var ikke i gang. En frist utløper 2 timer etter tidspunktet for denne påminnelsen. Sak { $number }: { $href }
   *[no] En frist utløper 2 timer etter tidspunktet for denne påminnelsen. Sak { $number }: { $href }
}
incidents-law-notice-passed = En frist er overskredet
incidents-law-notice-passed-subject = { $late ->
    [yes] Sak { $number }: fristen er overskredet (forsinket påminnelse)
   *[no] Sak { $number }: fristen er overskredet
}
incidents-law-notice-passed-text = { $late ->
    [yes] Denne påminnelsen er forsinket: programmet var ikke i gang. En frist er overskredet. Handle nå, og skriv begrunnelsen for forsinkelsen. Sak { $number }: { $href }
   *[no] En frist er overskredet. Handle nå, og skriv begrunnelsen for forsinkelsen. Sak { $number }: { $href }
}

# Significant incidents
incidents-law-nis2-title = Vesentlig hendelse ved siden av sak { $number }
incidents-law-nis2-lead = En vesentlig hendelse etter NIS2 og et brudd på personopplysningssikkerheten er to saker med hver sin frist. De er koblet her.
incidents-law-nis2-where = Meldes til: { $authority }.
incidents-law-nis2-no-limit = Programmet har ingen kontrollert frist for dette landet. Saken kan føres, men ingen frist løper.
incidents-law-nis2-link = Hører til sak
incidents-law-nis2-next = Neste steg
incidents-law-scope-covered = Loven omfatter kommuner som sådan her.
incidents-law-scope-partly = Ikke kommunen som sådan, men noen av tjenestene kan være omfattet av loven, for eksempel vann, avfall, energi og havner.
incidents-law-scope-unverified = Det er ikke kontrollert om loven omfatter kommuner her. Spør myndigheten.
incidents-law-ask-service = Berørt tjeneste
incidents-law-ask-service-hint = Bare tjenester som er omfattet av loven, har denne plikten.
incidents-law-ask-significant = Hvorfor tjenesten er omfattet av loven og hendelsen er vesentlig
incidents-law-ask-significant-hint = Den har forårsaket eller kan forårsake alvorlige driftsforstyrrelser, økonomisk tap eller betydelig skade for andre. Ingen personopplysninger.
incidents-law-ask-nis2-aware = Kjennskap til den vesentlige hendelsen
incidents-law-ask-nis2-aware-hint = De 24 og 72 timene løper herfra. Tidspunktet kan være et annet enn for bruddet på personopplysningssikkerheten.
incidents-law-ask-malicious = Mistenkes den for å være ulovlig eller ondsinnet?
incidents-law-ask-cross-border = Kan den ha virkninger over landegrenser?
incidents-law-suspected-yes = Ja
incidents-law-suspected-no = Nei
incidents-law-suspected-unknown = Ikke kjent ennå
incidents-law-do-nis2 = Åpne saken og start fristene
incidents-law-ask-deed = Hva som ble gjort
incidents-law-deed-intermediate = Delrapport
incidents-law-deed-withdraw = Den var ikke vesentlig
incidents-law-ask-submitted = Sendt inn, dag og klokkeslett
incidents-law-ask-deed-words = Saksnummer eller begrunnelse
incidents-law-ask-deed-words-hint = Begrunnelse trengs når det er forsinket eller ikke var vesentlig.
incidents-law-fault-service = Oppgi tjenesten.
incidents-law-fault-aware = Oppgi når den vesentlige hendelsen ble kjent.
incidents-law-fault-deed = Velg hva som ble gjort.
incidents-law-fault-submitted = Oppgi når det ble sendt inn.
incidents-law-fault-before-aware = Det kan ikke være sendt inn før hendelsen var kjent.
incidents-law-fault-late = Skriv begrunnelsen.
incidents-law-refused-nis2 = Denne saken har allerede en vesentlig hendelse ved siden av seg.
incidents-law-refused-withdrawn = Det er besluttet at hendelsen ikke var vesentlig.
incidents-law-refused-done = Dette er allerede gjort.
incidents-law-refused-final = Sluttrapporten kommer etter hendelsesmeldingen.

# Severity
incidents-law-severity-title = Alvorsgrad for sak { $number }
incidents-law-severity-lead = ENISAs metode i tre spørsmål. Poengene gir råd; et menneske beslutter og skriver hvorfor.
incidents-law-kept-title = Vurderinger hittil
incidents-law-ask-data = 1. Hva slags opplysninger?
incidents-law-ask-data-hint = Svar for hvert slag som er berørt. Det høyeste gjelder.
incidents-law-data-simple = Enkle opplysninger
incidents-law-data-simple-hint = Navn, kontaktopplysninger, utdanning, familieliv, arbeid.
incidents-law-data-behavioural = Opplysninger om atferd
incidents-law-data-behavioural-hint = Posisjon, trafikkdata, preferanser, vaner.
incidents-law-data-financial = Økonomiske opplysninger
incidents-law-data-financial-hint = Inntekt, transaksjoner, fakturaer, kort, sosiale ytelser.
incidents-law-data-sensitive = Sensitive opplysninger
incidents-law-data-sensitive-hint = Helse, politisk oppfatning, seksuelle forhold og andre særlige kategorier.
incidents-law-simple-1 = Ingenting gjør det verre
incidents-law-simple-2 = Gir en profil eller antakelser om sosial eller økonomisk stilling
incidents-law-simple-3 = Fører til antakelser om helse, seksualitet, politikk eller religion
incidents-law-simple-4 = Avgjørende for sikkerhet eller helse, fordi personene er sårbare eller mindreårige
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
incidents-law-ask-protected = Noen med fortrolig eller strengt fortrolig adresse er blant dem
incidents-law-ask-ease = 2. Hvor lett kan noen gjenkjennes?
incidents-law-ask-ease-legend = Ut fra alt som ble avslørt samlet
incidents-law-ask-ease-hint = Fødselsnummer sammen med navn er høyest: registre er lett tilgjengelige.
incidents-law-ease-1 = Knapt: for eksempel et vanlig navn i hele landet, eller et nummer uten register
incidents-law-ease-2 = Med innsats: for eksempel et sjeldent navn, eller en adresse på et lite sted
incidents-law-ease-3 = Lett: for eksempel et sjeldent navn i en liten kommune, et tydelig bilde, en profil bak en e-postadresse
incidents-law-ease-4 = Straks: for eksempel navn med fødselsdato, e-postadresse eller fødselsnummer
incidents-law-ask-circumstances = 3. Hva skjedde med opplysningene?
incidents-law-circ-confidentiality = Konfidensialitet
incidents-law-circ-integrity = Integritet
incidents-law-circ-availability = Tilgjengelighet
incidents-law-confidentiality-0 = Eksponert, ingen tegn til at noen har brukt dem
incidents-law-confidentiality-1 = Avslørt for et antall kjente mottakere
incidents-law-confidentiality-2 = Avslørt for et ukjent antall mottakere
incidents-law-integrity-0 = Endret, ingen feil bruk funnet
incidents-law-integrity-1 = Endret og kanskje brukt feil, kan rettes
incidents-law-integrity-2 = Endret og kanskje brukt feil, kan ikke rettes
incidents-law-availability-0 = Gjenopprettet uten vansker
incidents-law-availability-1 = Utilgjengelige en tid
incidents-law-availability-2 = Tapt for alltid
incidents-law-ask-deliberate = Noen gjorde det med vilje
incidents-law-flag-many = Flere enn 100 personer berørt
incidents-law-flag-unintelligible = Uforståelige for mottakeren: kryptert, og nøkkelen er trygg
incidents-law-do-count = Vis poengene
incidents-law-result-title = Poengene linje for linje
incidents-law-col-part = Del
incidents-law-col-why = Hvorfor
incidents-law-col-points = Poeng
incidents-law-line-context = Slags opplysninger
incidents-law-line-ease = Gjenkjennelighet
incidents-law-line-intent = Hensikt
incidents-law-line-total = Alvorsgrad
incidents-law-intent-yes = Med vilje
incidents-law-intent-no = En feil
incidents-law-band-low = Lav
incidents-law-band-medium = Middels
incidents-law-band-high = Høy
incidents-law-band-very-high = Svært høy
incidents-law-means-low = Mennesker berøres ikke, eller møter noen ulemper som de klarer uten problemer.
incidents-law-means-medium = Mennesker møter betydelige ulemper som de klarer tross noen vansker.
incidents-law-means-high = Mennesker møter betydelige følger som de bare klarer med alvorlige vansker.
incidents-law-means-very-high = Mennesker møter betydelige eller uopprettelige følger som de kanskje ikke klarer.
incidents-law-advice-document = Poengenes råd: dokumenter.
incidents-law-advice-authority = Poengenes råd: meld til Datatilsynet.
incidents-law-advice-both = Poengenes råd: meld til Datatilsynet og underrett de registrerte.
incidents-law-advice-only = Det er et råd. I tre av EDPBs atten saker er poengene for lave. Etter loven er det risikoen for mennesker som avgjør.
incidents-law-ask-risk = Din vurdering av risikoen for mennesker
incidents-law-ask-risk-hint = Den kan avvike fra poengene. Den avgjør ikke meldingen for deg: det er et eget steg.
incidents-law-risk-unlikely = En risiko er lite sannsynlig
incidents-law-risk-risk = En risiko
incidents-law-risk-high = En høy risiko
incidents-law-ask-why = Hvorfor
incidents-law-ask-why-hint = Begrunnelsen slik myndigheten vil lese den i registeret (artikkel 33 nr. 5).
incidents-law-do-judge = Lagre vurderingen
incidents-law-fault-data = Velg minst ett slag opplysninger.
incidents-law-fault-ease = Velg hvor lett noen kan gjenkjennes.
incidents-law-fault-risk = Velg hvordan du vurderer risikoen.

# The EDPB's cases
incidents-law-like-title = EDPBs saker ved siden av sak { $number }
incidents-law-like-lead = De mest like av de 18 eksemplene i EDPBs retningslinjer. De gir råd; et menneske beslutter og skriver hvorfor.
incidents-law-like-none = Ingenting å sammenligne ennå. Vurder saken, eller kryss av nedenfor for det som er kjent.
incidents-law-like-case = EDPBs sak { $number }
incidents-law-like-both = Det som stemmer
incidents-law-like-ours = Bare her
incidents-law-like-theirs = Bare i eksemplet
incidents-law-like-ask = Det som er kjent om saken
incidents-law-like-ask-hint = Krysset av på forhånd er det vurderingen og poengene sier. Endre og sammenlign igjen; ingenting lagres.
incidents-law-do-compare = Sammenlign
incidents-law-like-source = EDPBs retningslinjer 01/2021, versjon 2.0 av 14. desember 2021, gjengitt med egne ord. Prosenttallet er den vektede andelen av trekk som er felles.
incidents-law-edpb-authority-yes = Datatilsynet: meld
incidents-law-edpb-authority-no = Datatilsynet: ingen melding, dokumenter
incidents-law-edpb-people-yes = De registrerte: underrett
incidents-law-edpb-people-no = De registrerte: ingen plikt til å underrette
incidents-law-edpb-undercalls = Merk: poengene ville vært for lave i dette eksempelet.
incidents-law-edpb-borderline = Merk: poengene ligger på grensen i dette eksempelet.
incidents-law-trait-ransomware = Løsepengevirus
incidents-law-trait-exfiltration = Angrep utenfra som tok opplysninger
incidents-law-trait-internal = Noen internt
incidents-law-trait-lost = Tapt eller stjålet
incidents-law-trait-mispostal = Sendt eller vist til feil person
incidents-law-trait-social = Noen ble lurt
incidents-law-trait-deliberate = Med vilje
incidents-law-trait-mistake = Ved en feil
incidents-law-trait-unintelligible = Uforståelig for andre, nøkkelen er trygg
incidents-law-trait-backup = En fungerende sikkerhetskopi
incidents-law-trait-no-backup = Ingen sikkerhetskopi
incidents-law-trait-copied-out = Opplysninger tatt ut i ond hensikt
incidents-law-trait-known-recipient = Kjente mottakere
incidents-law-trait-trusted-recipient = En betrodd mottaker, for eksempel med taushetsplikt
incidents-law-trait-contained = Avgrenset: slettet, trukket tilbake eller fjernslettet
incidents-law-trait-credentials = Passord eller andre innloggingsopplysninger
incidents-law-trait-identity-number = Fødselsnummer
incidents-law-trait-vulnerable = Sårbare personer: barn, pasienter, fortrolige adresser
incidents-law-trait-one-person = Én person
incidents-law-trait-few-people = 2–99 personer
incidents-law-trait-many-people = 100 personer eller flere
incidents-law-trait-long = Pågikk i uker før det ble oppdaget
incidents-law-trait-supplier = Hos en leverandør
incidents-law-trait-paper = På papir
incidents-law-case-1 = En liten produsents filer krypteres av skadevare. De var allerede kryptert med trygg nøkkel, ingenting forlot huset, og sikkerhetskopien gjenopprettes på timer.
incidents-law-why-1 = Uforståelige opplysninger og en fungerende sikkerhetskopi fjerner risikoen.
incidents-law-case-2 = En datamaskin i et landbruksforetak krypteres, ingenting forlot huset, det finnes ingen elektronisk sikkerhetskopi, og opplysningene gjenskapes fra papir på fem arbeidsdager.
incidents-law-why-2 = Den manglende sikkerhetskopien gir en risiko, men ikke en høy.
incidents-law-case-3 = En stor del av et sykehus' pasient- og personalopplysninger krypteres; det tar to dager å gjenopprette, og operasjoner avlyses.
incidents-law-why-3 = Utilgjengelige helseopplysninger er i seg selv en høy risiko.
incidents-law-case-4 = Et kollektivselskaps opplysninger krypteres og tas ut, også sikkerhetskopien; kunders og ansattes identitets- og betalingskortopplysninger.
incidents-law-why-4 = Både konfidensialitet og tilgjengelighet er tapt.
incidents-law-case-5 = Skadevare på et bemanningsbyrås nettsted kunne lese 213 søknader i en måned og slette sporene sine; ingen særlige kategorier.
incidents-law-why-5 = Søknader forteller mye, også uten særlige kategorier.
incidents-law-case-6 = Et angrep på et matnettsted tar sterkt hashede passord for 1 200 brukere med oppdiktede navn.
incidents-law-why-6 = Størrelsen avgjør ikke: opplysningene er uforståelige og navngir ingen.
incidents-law-case-7 = Ett enkelt passord prøves på alle kundenumre i en bank; opplysninger om ca. 100 000 lekker, ca. 2 000 kontoer åpnes.
incidents-law-why-7 = Skade for de andre kan heller ikke utelukkes.
incidents-law-case-8 = En oppsagt ansatt kopierer kundekontakter og bruker dem måneder senere i egen virksomhet.
incidents-law-why-8 = Bare kontaktopplysninger, men tatt med vilje og utenfor kontroll.
incidents-law-case-9 = En forsikringsagent ser et par dusin av andres kunder i et regneark; han har taushetsplikt, sier fra og bekrefter sletting skriftlig.
incidents-law-why-9 = Én betrodd, kjent mottaker og skriftlig sletting.
incidents-law-case-10 = To krypterte, avslåtte nettbrett stjeles fra en barnehage; sterkt passord, sikkerhetskopi, fjernslettet.
incidents-law-why-10 = Barns opplysninger, men uforståelige og ikke tapt.
incidents-law-case-11 = En ukryptert bærbar PC stjeles fra en leverandørs ansatt: navn, adresser og fødselsdatoer for over 100 000 kunder.
incidents-law-why-11 = Enkle opplysninger, men mengden og faren for identitetstyveri gjør den høy.
incidents-law-case-12 = En loggbok på papir stjeles fra et ulåst rom på en rusinstitusjon; pasienters identitet og helse, ingen kopi.
incidents-law-why-12 = Særlige kategorier, sårbare mennesker og ingen kopi av papiret.
incidents-law-case-13 = En butikk bytter om på to pakker sko med pakksedler; begge kalles tilbake og sendes på nytt.
incidents-law-why-13 = Ubetydelig innhold, straks avgrenset.
incidents-law-case-14 = Et arbeidskontor sender et kurstilbud og legger ved listen over mer enn 60 000 arbeidssøkere med fødselsnummer.
incidents-law-why-14 = Å be mottakerne slette gjør det ikke ugjort. Nærmest kommunens hverdag.
incidents-law-case-15 = En deltakerliste går til 15 tidligere deltakere i stedet for hotellet; oppdages straks, sletting bes om.
incidents-law-why-15 = Lite, avgrenset, ingen fortrolige adresser.
incidents-law-case-16 = En konvolutteringsmaskin legger to bilforsikringsbrev i én konvolutt: navn, adresse, premier, fødselsdato.
incidents-law-why-16 = Én person og ingen særlige opplysninger, men misbruk kan ikke utelukkes.
incidents-law-case-17 = En innringer klarer et teleselskaps kontrollspørsmål og får endret en kundes faktura-e-post; oppdages en måned senere.
incidents-law-why-17 = Én person, høy risiko. Måten å kontrollere identitet på må endres.
incidents-law-case-18 = Videresendingsregler i en butikkjedes postkasser fanger betalingsmeldinger i tre måneder; lønnsopplysninger om 99 ansatte.
incidents-law-why-18 = Den behandlingsansvarlige underrettet bare ti: alle 99 skal underrettes.
