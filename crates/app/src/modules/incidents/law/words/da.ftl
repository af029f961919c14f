# Times
incidents-law-step-take-up = Taget op af databeskyttelsesrådgiveren
incidents-law-step-delay = Begrundelse for forsinkelsen skrevet
incidents-law-time-processor-aware = Databehandleren blev opmærksom på bruddet
incidents-law-time-processor-told = Databehandleren underrettede os
incidents-law-time-triaged = Taget op af databeskyttelsesrådgiveren
incidents-law-time-people = De registrerede underrettet
incidents-law-time-contained = Bragt under kontrol
incidents-law-when-month = { $month } { $year }
incidents-law-when-between = { $from } – { $until }
incidents-law-when-since = siden { $from }, stod stadig på, da det blev skrevet
incidents-law-gap-earlier = { $span } før det
incidents-law-ask-part-hint = Så præcist, som det vides: 2026-10-31, 2026-10 eller 2026. Der lægges intet til.
incidents-law-ask-until = Indtil hvornår, hvis det stod på i en periode
incidents-law-ask-ongoing = Det står stadig på
incidents-law-ask-contained = Bragt under kontrol, dag og klokkeslæt
incidents-law-ask-contained-hint = Hvornår ingen længere kunne gøre skade: trukket tilbage, slettet, låst, fundet igen.
incidents-law-ask-part = Eller kun dag, måned eller år
incidents-law-ask-processor-title = Hvis det skete hos en databehandler
incidents-law-ask-processor-aware = Databehandleren blev opmærksom på bruddet
incidents-law-ask-processor-told = Databehandleren underrettede os
incidents-law-ask-processor-told-hint = Den dataansvarlige er bekendt med bruddet, når databehandleren har fortalt om det, også selv om risikoen ikke er vurderet endnu.
incidents-law-ask-processor-page = Hvornår leverandøren blev opmærksom på bruddet og gav os besked, står på en side for sig:

# Faults
incidents-law-fault-part = Skriv det som 2026-10-31, 2026-10 eller 2026.
incidents-law-fault-range = Det kan ikke være slut, før det begyndte.
incidents-law-fault-ongoing = Enten er det slut, eller også står det stadig på.
incidents-law-fault-start = Angiv, hvornår det begyndte, så præcist som det vides.
incidents-law-fault-aware-noticed = Den dataansvarlige kan ikke være blevet bekendt med bruddet, før nogen opdagede det.
incidents-law-fault-aware-told = Databehandleren havde allerede givet os besked. Fra det tidspunkt er den dataansvarlige bekendt med bruddet.
incidents-law-fault-contained = Det kan ikke være bragt under kontrol, før det begyndte.
incidents-law-fault-processor = Databehandleren kan ikke være blevet opmærksom på bruddet, før det skete.
incidents-law-fault-told = Databehandleren kan ikke have underrettet os, før den blev opmærksom på bruddet.

# Clocks
incidents-law-clocks-title = Frister for sag { $number }
incidents-law-limits-title = Frister
incidents-law-limits-none = Der løber ingen frist. De 72 timer begynder, når den dataansvarlige er bekendt med et brud på persondatasikkerheden.
incidents-law-investigation = En kort undersøgelse, før den dataansvarlige blev bekendt med bruddet: { $span } fra indberetningen. Den tæller ikke med i fristen.
incidents-law-rule-notify = Anmeldelse til Datatilsynet
incidents-law-rule-early-warning = Tidlig varsling (NIS2)
incidents-law-rule-incident-notification = Hændelsesunderretning (NIS2)
incidents-law-rule-final-report = Endelig rapport (NIS2)
incidents-law-rule-receipt = Bekræftelse til whistlebloweren
incidents-law-rule-feedback = Feedback til whistlebloweren
incidents-law-stand-off = ikke længere nødvendig
incidents-law-stand-running = løber
incidents-law-stand-near = mere end halvdelen er gået
incidents-law-stand-passed = overskredet
incidents-law-stand-met = gjort til tiden
incidents-law-stand-met-late = gjort for sent
incidents-law-clock-from = Løber fra
incidents-law-clock-by = Slutter
incidents-law-clock-left = Tilbage
incidents-law-clock-over = Overskredet med
incidents-law-clock-met = Gjort
incidents-law-clock-unmoved = Sidste dag, før den blev flyttet til en arbejdsdag
incidents-law-clock-formal = Formel udløb efter forordning 1182/71
incidents-law-clock-source = Retsgrundlag
incidents-law-note-formal = Det formelle udløb er kun til orientering. Det er fristen ovenfor, der gælder. Weekender og helligdage tæller med.
incidents-law-note-moved = En sidste dag i en weekend eller på en helligdag flyttes til næste arbejdsdag. National lov kan regne anderledes, så hold den tidligste dag.
incidents-law-note-national = Fristen er direktivets. Kontrollér ordlyden i den nationale lov.
incidents-law-missing = For sent, begrundelse mangler
incidents-law-missing-hint = Efter det, der vides nu, er de 72 timer gået. Anmeldelsen skal indeholde begrundelsen for forsinkelsen (artikel 33, stk. 1).
incidents-law-missing-ask-hint = Skriv den, som Datatilsynet skal læse den.
incidents-law-do-delay = Gem begrundelsen
incidents-law-take-up-hint = Ingen har taget sagen op. Når den er taget op, står den som »Undersøges«, også selv om den ikke er vurderet endnu.
incidents-law-do-take-up = Tag sagen op
incidents-law-reminders-title = Påmindelser
incidents-law-reminders-hint = Hver sendes én gang: først til dem, der beslutter, derefter også til udvalgets sekretær og den informationssikkerhedsansvarlige.
incidents-law-reminder-when = Påmindelse
incidents-law-reminder-rule = Frist
incidents-law-reminder-due = Tidspunkt
incidents-law-reminder-told = Sendt
incidents-law-reminder-waits = kommer
incidents-law-reminder-late = sendt for sent
incidents-law-reminder-sent = { $at }, modtagere: { $count }
incidents-law-level-half = Halvdelen af tiden er gået
incidents-law-level-twelve = 12 timer tilbage
incidents-law-level-two = 2 timer tilbage
incidents-law-level-passed = Fristen er overskredet
incidents-law-deadline-title = Frist for sag { $number }
incidents-law-deadline-lead = Der skal træffes en beslutning inden fristen. Sørg for, at en af dem, der kan beslutte, ved det.
incidents-law-deadline-people = Hvem der kan beslutte
incidents-law-deadline-nobody = Ingen har hvervet som databeskyttelsesrådgiver i dag
incidents-law-deadline-none = Der løber ingen frist længere.
incidents-law-to-clocks = Frister og tidspunkter
incidents-law-to-case = Til sagen
incidents-law-to-severity = Vurdér alvoren
incidents-law-to-like = Lignende eksempler fra EDPB
incidents-law-to-nis2 = Væsentlig hændelse (NIS2)
incidents-law-panel-title = Frister og vurdering
incidents-law-panel-warning = Forsinkelse
incidents-law-panel-risk = Vurderet risiko og score
incidents-law-panel-like = Ligner mest
incidents-law-task-reasons = Skriv begrundelsen for forsinkelsen
incidents-law-task-nis2 = Underret om den væsentlige hændelse (NIS2)
incidents-law-refused-taken-up = Sagen er allerede taget op.
incidents-law-refused-not-late = Intet er forsinket uden begrundelse.

# Reminders
incidents-law-notice-half = Påmindelse om en frist
incidents-law-notice-half-subject = { $late ->
    [yes] Sag { $number } · { $rule } · { $by }: Mere end halvdelen af tiden er gået (forsinket påmindelse)
   *[no] Sag { $number } · { $rule } · { $by }: Halvdelen af tiden er gået
}
incidents-law-notice-half-text = { $late ->
    [yes] Denne påmindelse er forsinket: Fristen blev skrevet ind, eller programmet kom i gang igen, først efter dens tid. Mere end halvdelen af tiden er gået. Frist: { $rule }, { $by }. Sag { $number }: { $href }
   *[no] Halvdelen af tiden er gået. Frist: { $rule }, { $by }. Sag { $number }: { $href }
}
incidents-law-notice-twelve = Påmindelse om en frist
incidents-law-notice-twelve-subject = { $late ->
    [yes] Sag { $number } · { $rule } · { $by }: Mindre end 12 timer tilbage (forsinket påmindelse)
   *[no] Sag { $number } · { $rule } · { $by }: 12 timer tilbage
}
incidents-law-notice-twelve-text = { $late ->
    [yes] Denne påmindelse er forsinket: Fristen blev skrevet ind, eller programmet kom i gang igen, først efter dens tid. Mindre end 12 timer tilbage. Frist: { $rule }, { $by }. Sag { $number }: { $href }
   *[no] 12 timer tilbage. Frist: { $rule }, { $by }. Sag { $number }: { $href }
}
incidents-law-notice-two = Påmindelse om en frist
incidents-law-notice-two-subject = { $late ->
    [yes] Sag { $number } · { $rule } · { $by }: Mindre end 2 timer tilbage (forsinket påmindelse)
   *[no] Sag { $number } · { $rule } · { $by }: 2 timer tilbage
}
incidents-law-notice-two-text = { $late ->
    [yes] Denne påmindelse er forsinket: Fristen blev skrevet ind, eller programmet kom i gang igen, først efter dens tid. Mindre end 2 timer tilbage. Frist: { $rule }, { $by }. Sag { $number }: { $href }
   *[no] 2 timer tilbage. Frist: { $rule }, { $by }. Sag { $number }: { $href }
}
incidents-law-notice-passed = En frist er overskredet
incidents-law-notice-passed-subject = { $late ->
    [yes] Sag { $number } · { $rule } · { $by }: Fristen er overskredet (forsinket påmindelse)
   *[no] Sag { $number } · { $rule } · { $by }: Fristen er overskredet
}
incidents-law-notice-passed-text = { $late ->
    [yes] Denne påmindelse er forsinket: Fristen blev skrevet ind, eller programmet kom i gang igen, først efter dens tid. Fristen er overskredet. Frist: { $rule }, { $by }. Handl nu, og skriv begrundelsen for forsinkelsen. Sag { $number }: { $href }
   *[no] Fristen er overskredet. Frist: { $rule }, { $by }. Handl nu, og skriv begrundelsen for forsinkelsen. Sag { $number }: { $href }
}

# Significant incidents
incidents-law-nis2-title = Væsentlig hændelse til sag { $number }
incidents-law-nis2-lead = En væsentlig hændelse efter NIS2 og et brud på persondatasikkerheden er to sager med hver sin frist. Her er de forbundet.
incidents-law-nis2-where = Underretning sendes til: { $authority }.
incidents-law-nis2-no-limit = Programmet har ingen kontrolleret frist for dette land. Sagen kan føres, men der løber ingen frist.
incidents-law-nis2-link = Hører til sag
incidents-law-nis2-next = Næste skridt
incidents-law-scope-covered = Her omfatter loven kommunerne som sådan.
incidents-law-scope-partly = Ikke kommunen som sådan, men nogle af dens tjenester kan være omfattet af loven, for eksempel vand, affald, energi og havne.
incidents-law-scope-unverified = Det er ikke kontrolleret, om loven omfatter kommuner her. Spørg myndigheden.
incidents-law-ask-service = Berørt tjeneste
incidents-law-ask-service-hint = Kun tjenester, der er omfattet af loven, har denne pligt.
incidents-law-ask-significant = Hvorfor tjenesten er omfattet af loven, og hændelsen er væsentlig
incidents-law-ask-significant-hint = Den har forårsaget eller kan forårsage alvorlige driftsforstyrrelser, økonomisk tab eller betydelig skade for andre. Ingen personoplysninger.
incidents-law-ask-nis2-aware = Kendskab til den væsentlige hændelse
incidents-law-ask-nis2-aware-hint = De 24 og 72 timer løber herfra. Tidspunktet kan være et andet end for bruddet på persondatasikkerheden.
incidents-law-ask-malicious = Mistænkes den for at være ulovlig eller ondsindet?
incidents-law-ask-cross-border = Kan den have virkning på tværs af grænser?
incidents-law-suspected-yes = Ja
incidents-law-suspected-no = Nej
incidents-law-suspected-unknown = Ikke kendt endnu
incidents-law-do-nis2 = Åbn sagen, og start fristerne
incidents-law-ask-deed = Hvad der blev gjort
incidents-law-deed-intermediate = Foreløbig rapport
incidents-law-deed-withdraw = Den var ikke væsentlig
incidents-law-ask-submitted = Indsendt, dag og klokkeslæt
incidents-law-ask-deed-words = Journalnummer eller begrundelse
incidents-law-ask-deed-words-hint = Begrundelse er nødvendig, når underretningen er forsinket, eller hændelsen ikke var væsentlig.
incidents-law-fault-service = Angiv tjenesten.
incidents-law-fault-aware = Angiv, hvornår den væsentlige hændelse blev kendt.
incidents-law-fault-deed = Vælg, hvad der blev gjort.
incidents-law-fault-submitted = Angiv, hvornår det blev indsendt.
incidents-law-fault-before-aware = Det kan ikke være indsendt, før hændelsen var kendt.
incidents-law-fault-late = Skriv begrundelsen.
incidents-law-refused-nis2 = Der hører allerede en væsentlig hændelse til denne sag.
incidents-law-refused-withdrawn = Det er besluttet, at hændelsen ikke var væsentlig.
incidents-law-refused-done = Dette er allerede gjort.
incidents-law-refused-final = Den endelige rapport kommer efter hændelsesunderretningen.

# Severity
incidents-law-severity-title = Alvoren af sag { $number }
incidents-law-severity-lead = ENISA's metode i tre spørgsmål. Scoren er vejledende. Et menneske beslutter og skriver hvorfor.
incidents-law-kept-title = Vurderinger hidtil
incidents-law-ask-data = 1. Hvilken slags oplysninger?
incidents-law-ask-data-hint = Svar for hver slags, der er berørt. Den højeste tæller.
incidents-law-data-simple = Almindelige oplysninger
incidents-law-data-simple-hint = Navn, kontaktoplysninger, uddannelse, familieliv, arbejde.
incidents-law-data-behavioural = Oplysninger om adfærd
incidents-law-data-behavioural-hint = Placering, trafikdata, præferencer, vaner.
incidents-law-data-financial = Økonomiske oplysninger
incidents-law-data-financial-hint = Indkomst, transaktioner, fakturaer, kort, sociale ydelser.
incidents-law-data-sensitive = Følsomme oplysninger
incidents-law-data-sensitive-hint = Helbred, politisk overbevisning, seksuelle forhold og andre særlige kategorier.
incidents-law-simple-1 = Intet gør det værre
incidents-law-simple-2 = Giver en profil eller antagelser om social eller økonomisk stilling
incidents-law-simple-3 = Fører til antagelser om helbred, seksualitet, politik eller religion
incidents-law-simple-4 = Afgørende for sikkerhed eller helbred, fordi personerne er sårbare eller mindreårige
incidents-law-behavioural-1 = Ingen reel indsigt eller let at finde i offentlige kilder
incidents-law-behavioural-2 = Intet gør det værre eller bedre
incidents-law-behavioural-3 = Der kan dannes en profil af hverdagen
incidents-law-behavioural-4 = Der kan dannes en profil af følsomme oplysninger
incidents-law-financial-1 = Ingen reel indsigt i personens økonomi
incidents-law-financial-2 = Nogle oplysninger, ingen væsentlig indsigt
incidents-law-financial-3 = Intet gør det værre eller bedre
incidents-law-financial-4 = Nok til svindel eller en detaljeret social eller økonomisk profil
incidents-law-sensitive-1 = Ingen reel indsigt eller offentligt i forvejen
incidents-law-sensitive-2 = Fører kun til generelle antagelser
incidents-law-sensitive-3 = Fører til antagelser om følsomme forhold
incidents-law-sensitive-4 = Selve den følsomme oplysning
incidents-law-ask-protected = Mindst én af personerne har navne- og adressebeskyttelse
incidents-law-ask-ease = 2. Hvor let kan nogen genkendes?
incidents-law-ask-ease-legend = Ud fra alt det videregivne tilsammen
incidents-law-ask-ease-hint = CPR-nummer sammen med navn er det højeste, fordi registre er lige ved hånden.
incidents-law-ease-1 = Næppe: for eksempel et almindeligt navn i hele landet eller et nummer uden register
incidents-law-ease-2 = Med besvær: for eksempel et sjældent navn eller en adresse i et lille sted
incidents-law-ease-3 = Let: for eksempel et sjældent navn i en lille by, et tydeligt billede, en profil bag en e-mailadresse
incidents-law-ease-4 = Straks: for eksempel navn med fødselsdato, e-mailadresse eller CPR-nummer
incidents-law-ask-circumstances = 3. Hvad skete der med oplysningerne?
incidents-law-circ-confidentiality = Fortrolighed
incidents-law-circ-integrity = Integritet
incidents-law-circ-availability = Tilgængelighed
incidents-law-confidentiality-0 = Eksponeret, intet tegn på, at nogen har brugt dem
incidents-law-confidentiality-1 = Videregivet til et antal kendte modtagere
incidents-law-confidentiality-2 = Videregivet til et ukendt antal modtagere
incidents-law-integrity-0 = Ændret, ingen forkert brug fundet
incidents-law-integrity-1 = Ændret og måske brugt forkert, kan rettes
incidents-law-integrity-2 = Ændret og måske brugt forkert, kan ikke rettes
incidents-law-availability-0 = Genskabt uden besvær
incidents-law-availability-1 = Utilgængelige i en periode
incidents-law-availability-2 = Tabt for altid
incidents-law-ask-deliberate = Nogen gjorde det med vilje
incidents-law-flag-many = Flere end 100 personer berørt
incidents-law-flag-unintelligible = Uforståelige for modtageren: krypteret, og nøglen er sikker
incidents-law-do-count = Vis scoren
incidents-law-result-title = Scoren linje for linje
incidents-law-col-part = Del
incidents-law-col-why = Hvorfor
incidents-law-col-points = Point
incidents-law-line-context = Slags oplysninger
incidents-law-line-ease = Genkendelighed
incidents-law-line-intent = Hensigt
incidents-law-line-total = Alvor
incidents-law-intent-yes = Med vilje
incidents-law-intent-no = En fejl
incidents-law-band-low = Lav
incidents-law-band-medium = Middel
incidents-law-band-high = Høj
incidents-law-band-very-high = Meget høj
incidents-law-means-low = De registrerede berøres ikke eller oplever få gener, som de overvinder uden problemer.
incidents-law-means-medium = De registrerede oplever betydelige gener, som de overvinder trods visse vanskeligheder.
incidents-law-means-high = De registrerede oplever betydelige konsekvenser, som de kun overvinder med alvorlige vanskeligheder.
incidents-law-means-very-high = De registrerede oplever betydelige eller uoprettelige konsekvenser, som de måske ikke overvinder.
incidents-law-advice-document = Scoren peger på: Dokumentér bruddet.
incidents-law-advice-authority = Scoren peger på: Anmeld bruddet til Datatilsynet.
incidents-law-advice-both = Scoren peger på: Anmeld bruddet til Datatilsynet, og underret de registrerede.
incidents-law-advice-only = Scoren er kun vejledende. I tre af EDPB's atten eksempler er den for lav. Efter loven er det risikoen for mennesker, der afgør det.
incidents-law-ask-risk = Din vurdering af risikoen for mennesker
incidents-law-ask-risk-hint = Den må afvige fra scoren. Den afgør ikke for dig, om bruddet skal anmeldes. Det er et selvstændigt trin.
incidents-law-risk-unlikely = En risiko er usandsynlig
incidents-law-risk-risk = En risiko
incidents-law-risk-high = En høj risiko
incidents-law-ask-why = Hvorfor
incidents-law-ask-why-hint = Begrundelsen, som Datatilsynet vil læse den i registret (artikel 33, stk. 5).
incidents-law-do-judge = Gem vurderingen
incidents-law-fault-data = Vælg mindst én slags oplysninger.
incidents-law-fault-ease = Vælg, hvor let nogen kan genkendes.
incidents-law-fault-risk = Vælg, hvordan du vurderer risikoen.

# The EDPB's cases
incidents-law-like-title = EDPB's eksempler og sag { $number }
incidents-law-like-lead = De eksempler, der ligner mest, blandt de 18 i EDPB's retningslinjer. De er vejledende. Et menneske beslutter og skriver hvorfor.
incidents-law-like-none = Der er endnu ikke noget at sammenligne med. Vurdér sagen, eller sæt nedenfor kryds ved det, der er kendt.
incidents-law-like-case = EDPB's eksempel { $number }
incidents-law-like-both = Det, der er fælles
incidents-law-like-ours = Kun her
incidents-law-like-theirs = Kun i eksemplet
incidents-law-like-ask = Hvad der er kendt om sagen
incidents-law-like-ask-hint = Det, der fremgår af indberetningen, vurderingen og scoren, er krydset af på forhånd. Ret, og sammenlign igen. Intet gemmes.
incidents-law-do-compare = Sammenlign
incidents-law-like-source = EDPB's retningslinjer 01/2021, version 2.0 af 14. december 2021, gengivet med egne ord. Procenttallet er den vægtede andel af træk, der er fælles.
incidents-law-edpb-authority-yes = Datatilsynet: anmeld bruddet
incidents-law-edpb-authority-no = Datatilsynet: ingen anmeldelse, dokumentér
incidents-law-edpb-people-yes = De registrerede: underret dem
incidents-law-edpb-people-no = De registrerede: ingen pligt til at underrette dem
incidents-law-edpb-undercalls = Bemærk, at scoren ville være for lav i dette eksempel.
incidents-law-edpb-borderline = Bemærk, at scoren ligger på grænsen i dette eksempel.
incidents-law-trait-ransomware = Ransomware
incidents-law-trait-exfiltration = Angreb udefra, der tog oplysninger
incidents-law-trait-internal = En person i egen organisation
incidents-law-trait-lost = Tabt eller stjålet
incidents-law-trait-mispostal = Sendt eller vist til den forkerte
incidents-law-trait-social = Nogen blev narret
incidents-law-trait-deliberate = Med vilje
incidents-law-trait-mistake = Ved en fejl
incidents-law-trait-unintelligible = Uforståelig for andre, nøglen er sikker
incidents-law-trait-backup = En brugbar sikkerhedskopi
incidents-law-trait-no-backup = Ingen sikkerhedskopi
incidents-law-trait-copied-out = Oplysninger taget ud i ond hensigt
incidents-law-trait-known-recipient = Kendte modtagere
incidents-law-trait-trusted-recipient = En betroet modtager, for eksempel med tavshedspligt
incidents-law-trait-contained = Bragt under kontrol: slettet, trukket tilbage eller fjernslettet
incidents-law-trait-credentials = Adgangskoder eller andre loginoplysninger
incidents-law-trait-identity-number = CPR-numre
incidents-law-trait-vulnerable = Sårbare personer: børn, patienter, personer med navne- og adressebeskyttelse
incidents-law-trait-one-person = Én person
incidents-law-trait-few-people = 2–99 personer
incidents-law-trait-many-people = 100 personer eller flere
incidents-law-trait-long = Stod på i uger, før det blev opdaget
incidents-law-trait-supplier = Hos en leverandør
incidents-law-trait-paper = På papir
incidents-law-case-1 = En lille producents filer krypteres af malware. De var i forvejen krypteret med en sikker nøgle, intet forlod huset, og sikkerhedskopien gendannes på timer.
incidents-law-why-1 = Uforståelige oplysninger og en brugbar sikkerhedskopi fjerner risikoen.
incidents-law-case-2 = En computer i en landbrugsvirksomhed krypteres, intet forlod huset, der er ingen elektronisk sikkerhedskopi, og oplysningerne genskabes fra papir på fem arbejdsdage.
incidents-law-why-2 = Den manglende sikkerhedskopi giver en risiko, men ikke en høj.
incidents-law-case-3 = En stor del af et hospitals patient- og personaleoplysninger krypteres; det tager to dage at gendanne, og operationer aflyses.
incidents-law-why-3 = Utilgængelige helbredsoplysninger er i sig selv en høj risiko.
incidents-law-case-4 = Et trafikselskabs oplysninger krypteres og tages ud, også sikkerhedskopien; kunders og ansattes identitets- og betalingskortoplysninger.
incidents-law-why-4 = Både fortrolighed og tilgængelighed er tabt.
incidents-law-case-5 = Malware på et jobformidlingsfirmas hjemmeside kunne læse 213 ansøgninger i en måned og slette sine spor; ingen særlige kategorier.
incidents-law-why-5 = Ansøgninger fortæller meget, selv uden særlige kategorier.
incidents-law-case-6 = Et angreb på en madhjemmeside tager stærkt hashede adgangskoder for 1.200 brugere med opdigtede navne.
incidents-law-why-6 = Antallet afgør det ikke. Oplysningerne er uforståelige og nævner ingen.
incidents-law-case-7 = En enkel adgangskode prøves på alle kundenumre i en bank; oplysninger om ca. 100.000 lækkes, ca. 2.000 konti åbnes.
incidents-law-why-7 = Skade for de øvrige kan heller ikke udelukkes.
incidents-law-case-8 = En opsagt medarbejder kopierer kundekontakter og bruger dem måneder senere i sin egen virksomhed.
incidents-law-why-8 = Kun kontaktoplysninger, men taget med vilje og uden for kontrol.
incidents-law-case-9 = En forsikringsagent ser et par dusin af andres kunder i et regneark; han har tavshedspligt, fortæller det og bekræfter sletning skriftligt.
incidents-law-why-9 = Én betroet, kendt modtager og skriftlig sletning.
incidents-law-case-10 = To krypterede, slukkede tablets stjæles fra en daginstitution; stærk adgangskode, sikkerhedskopi, fjernslettet.
incidents-law-why-10 = Børns oplysninger, men uforståelige og ikke tabt.
incidents-law-case-11 = En ukrypteret bærbar computer stjæles fra en leverandørs medarbejder: navne, adresser og fødselsdatoer på over 100.000 kunder.
incidents-law-why-11 = Almindelige oplysninger, men mængden og risikoen for identitetstyveri gør den høj.
incidents-law-case-12 = En logbog på papir stjæles fra et ulåst rum på et behandlingssted for stofmisbrugere; patienters identitet og helbred, ingen kopi.
incidents-law-why-12 = Særlige kategorier, sårbare mennesker og ingen kopi af papiret.
incidents-law-case-13 = En butik bytter om på to pakker sko med følgesedler; begge kaldes tilbage og sendes igen.
incidents-law-why-13 = Ubetydeligt indhold, straks bragt under kontrol.
incidents-law-case-14 = Et jobcenter sender et kursustilbud og vedhæfter listen over mere end 60.000 jobsøgende med personnumre.
incidents-law-why-14 = Det hjælper ikke at bede modtagerne om at slette listen. Det eksempel, der ligger tættest på kommunens hverdag.
incidents-law-case-15 = En deltagerliste går til 15 tidligere deltagere i stedet for hotellet. Det opdages straks, og modtagerne bedes slette listen.
incidents-law-why-15 = Lille, bragt under kontrol, ingen beskyttede identiteter.
incidents-law-case-16 = En kuverteringsmaskine lægger to breve om bilforsikring i én kuvert: navn, adresse, præmier, fødselsdato.
incidents-law-why-16 = Én person og ingen særlige oplysninger, men misbrug kan ikke udelukkes.
incidents-law-case-17 = En opringer klarer et teleselskabs kontrolspørgsmål og får en kundes faktura-e-mail ændret; opdages en måned senere.
incidents-law-why-17 = Én person, høj risiko. Måden at kontrollere identitet på skal ændres.
incidents-law-case-18 = Regler for videresendelse i en supermarkedskædes postkasser fanger betalingsmails i tre måneder; lønoplysninger om 99 medarbejdere.
incidents-law-why-18 = Den dataansvarlige underrettede kun ti. Alle 99 skal underrettes.
incidents-law-nis2-country = Loven i: { $country }.
