# Times
incidents-law-step-take-up = Dataskyddsombudet har tagit upp ärendet
incidents-law-step-delay = Skälen till förseningen antecknade
incidents-law-time-processor-aware = Personuppgiftsbiträdet fick vetskap
incidents-law-time-processor-told = Personuppgiftsbiträdet underrättade oss
incidents-law-time-triaged = Dataskyddsombudet tog upp ärendet
incidents-law-time-people = De registrerade informerades
incidents-law-time-contained = Begränsades
incidents-law-when-month = { $month } { $year }
incidents-law-when-between = { $from } – { $until }
incidents-law-when-since = sedan { $from }, pågick fortfarande när det skrevs
incidents-law-gap-earlier = { $span } före den föregående
incidents-law-ask-part-hint = Så långt det är känt: 2026-10-31, 2026-10 eller 2026. Ingenting läggs till.
incidents-law-ask-until = Till när, om det pågick en tid
incidents-law-ask-ongoing = Det pågår fortfarande
incidents-law-ask-contained = Begränsades, datum och klockslag
incidents-law-ask-contained-hint = När ingen längre kunde göra mer skada: återkallat, raderat, låst, återfunnet.
incidents-law-ask-part = Eller bara dag, månad eller år
incidents-law-ask-processor-title = Om det hände hos ett personuppgiftsbiträde
incidents-law-ask-processor-aware = Personuppgiftsbiträdet fick vetskap
incidents-law-ask-processor-told = Personuppgiftsbiträdet underrättade oss
incidents-law-ask-processor-told-hint = Den personuppgiftsansvarige har vetskap så snart biträdet har berättat, även om risken inte är bedömd än.
incidents-law-ask-processor-page = När leverantören fick vetskap och underrättade oss står på en egen sida:

# Faults
incidents-law-fault-part = Skriv det som 2026-10-31, 2026-10 eller 2026.
incidents-law-fault-range = Det kan inte ha upphört innan det började.
incidents-law-fault-ongoing = Antingen har det upphört eller så pågår det fortfarande.
incidents-law-fault-start = Ange när det började, så långt det är känt.
incidents-law-fault-aware-noticed = Den personuppgiftsansvarige kan inte ha fått vetskap innan någon upptäckte det.
incidents-law-fault-aware-told = Personuppgiftsbiträdet hade redan underrättat oss. Från den tidpunkten har den personuppgiftsansvarige vetskap.
incidents-law-fault-contained = Det kan inte ha begränsats innan det började.
incidents-law-fault-processor = Personuppgiftsbiträdet kan inte ha fått vetskap innan det inträffade.
incidents-law-fault-told = Personuppgiftsbiträdet kan inte ha underrättat oss innan det hade vetskap.

# Clocks
incidents-law-clocks-title = Tidsfrister för ärende { $number }
incidents-law-limits-title = Tidsfrister
incidents-law-limits-none = Ingen tidsfrist löper. De 72 timmarna börjar när den personuppgiftsansvarige får vetskap om en personuppgiftsincident.
incidents-law-investigation = En kort utredning innan den personuppgiftsansvarige fick vetskap: { $span } från rapporten. Den räknas inte in i tidsfristen.
incidents-law-rule-notify = Anmälan till tillsynsmyndigheten
incidents-law-rule-early-warning = Tidig varning (NIS2)
incidents-law-rule-incident-notification = Incidentanmälan (NIS2)
incidents-law-rule-final-report = Slutrapport (NIS2)
incidents-law-rule-receipt = Bekräftelse till den som visselblåser
incidents-law-rule-feedback = Återkoppling till den som visselblåser
incidents-law-stand-off = behövs inte längre
incidents-law-stand-running = löper
incidents-law-stand-near = mer än hälften har gått
incidents-law-stand-passed = har gått ut
incidents-law-stand-met = gjort i tid
incidents-law-stand-met-late = gjort för sent
incidents-law-clock-from = Räknas från
incidents-law-clock-by = Går ut
incidents-law-clock-left = Återstår
incidents-law-clock-over = Överskriden med
incidents-law-clock-met = Gjort
incidents-law-clock-unmoved = Sista dag innan den flyttades till en arbetsdag
incidents-law-clock-formal = Formell sluttid enligt förordning 1182/71
incidents-law-clock-source = Rättsakt
incidents-law-note-formal = Den formella sluttiden finns bara med som notering. Tidsfristen är den som anges ovan: lördagar, söndagar och helgdagar räknas med.
incidents-law-note-moved = Om sista dagen är en lördag, söndag eller helgdag flyttas den till nästa arbetsdag. Nationell lag kan räkna annorlunda: sikta på den tidigare dagen.
incidents-law-note-national = Tiden är direktivets. Kontrollera ordalydelsen i den nationella lagen.
incidents-law-missing = Försenad, skäl saknas
incidents-law-missing-hint = De 72 timmarna har gått ut enligt vad som nu är känt. Anmälan ska innehålla skälen till förseningen (artikel 33.1).
incidents-law-missing-ask-hint = Så som myndigheten kommer att läsa det.
incidents-law-do-delay = Spara skälen
incidents-law-take-up-hint = Ingen har tagit upp ärendet. Ett ärende som har tagits upp utreds, även om det inte är bedömt än.
incidents-law-do-take-up = Ta upp ärendet
incidents-law-reminders-title = Påminnelser
incidents-law-reminders-hint = Varje påminnelse skickas en gång: först till dem som beslutar, sedan även till nämndens sekreterare och informationssäkerhetschefen.
incidents-law-reminder-when = Påminnelse
incidents-law-reminder-rule = Tidsfrist
incidents-law-reminder-due = Tidpunkt
incidents-law-reminder-told = Skickad
incidents-law-reminder-waits = kommer senare
incidents-law-reminder-late = skickad sent
incidents-law-reminder-sent = { $at }, mottagare: { $count }
incidents-law-level-half = Halva tiden har gått
incidents-law-level-twelve = 12 timmar kvar
incidents-law-level-two = 2 timmar kvar
incidents-law-level-passed = Tidsfristen har gått ut
incidents-law-deadline-title = Tidsfrist för ärende { $number }
incidents-law-deadline-lead = Någon måste besluta före tidsfristen. Se till att någon av dem vet om det.
incidents-law-deadline-people = De som kan besluta
incidents-law-deadline-nobody = Ingen har uppdraget som dataskyddsombud i dag
incidents-law-deadline-none = Ingen tidsfrist löper längre.
incidents-law-to-clocks = Tidsfrister och tider
incidents-law-to-case = Till ärendet
incidents-law-to-severity = Bedöm allvarlighetsgraden
incidents-law-to-like = Liknande EDPB-fall
incidents-law-to-nis2 = Betydande incident (NIS2)
incidents-law-panel-title = Tidsfrister och bedömning
incidents-law-panel-warning = Försening
incidents-law-panel-risk = Bedömd risk och poäng
incidents-law-panel-like = Liknar mest
incidents-law-task-reasons = Skriv skälen till förseningen
incidents-law-task-nis2 = Rapportera den betydande incidenten (NIS2)
incidents-law-refused-taken-up = Ärendet är redan upptaget.
incidents-law-refused-not-late = Inget som är försenat saknar skäl.

# Reminders
incidents-law-notice-half = Påminnelse om en tidsfrist
incidents-law-notice-half-subject = { $late ->
    [yes] Ärende { $number } · { $rule } · { $by }: mer än halva tiden har gått (försenad påminnelse)
   *[no] Ärende { $number } · { $rule } · { $by }: halva tiden har gått
}
incidents-law-notice-half-text = { $late ->
    [yes] Den här påminnelsen är försenad: tidsfristen skrevs in, eller programmet kom igång igen, först efter dess tid. Mer än halva tiden har gått. Tidsfrist: { $rule }, { $by }. Ärende { $number }: { $href }
   *[no] Halva tiden har gått. Tidsfrist: { $rule }, { $by }. Ärende { $number }: { $href }
}
incidents-law-notice-twelve = Påminnelse om en tidsfrist
incidents-law-notice-twelve-subject = { $late ->
    [yes] Ärende { $number } · { $rule } · { $by }: mindre än 12 timmar kvar (försenad påminnelse)
   *[no] Ärende { $number } · { $rule } · { $by }: 12 timmar kvar
}
incidents-law-notice-twelve-text = { $late ->
    [yes] Den här påminnelsen är försenad: tidsfristen skrevs in, eller programmet kom igång igen, först efter dess tid. Mindre än 12 timmar kvar. Tidsfrist: { $rule }, { $by }. Ärende { $number }: { $href }
   *[no] 12 timmar kvar. Tidsfrist: { $rule }, { $by }. Ärende { $number }: { $href }
}
incidents-law-notice-two = Påminnelse om en tidsfrist
incidents-law-notice-two-subject = { $late ->
    [yes] Ärende { $number } · { $rule } · { $by }: mindre än 2 timmar kvar (försenad påminnelse)
   *[no] Ärende { $number } · { $rule } · { $by }: 2 timmar kvar
}
incidents-law-notice-two-text = { $late ->
    [yes] Den här påminnelsen är försenad: tidsfristen skrevs in, eller programmet kom igång igen, först efter dess tid. Mindre än 2 timmar kvar. Tidsfrist: { $rule }, { $by }. Ärende { $number }: { $href }
   *[no] 2 timmar kvar. Tidsfrist: { $rule }, { $by }. Ärende { $number }: { $href }
}
incidents-law-notice-passed = En tidsfrist har gått ut
incidents-law-notice-passed-subject = { $late ->
    [yes] Ärende { $number } · { $rule } · { $by }: tidsfristen har gått ut (försenad påminnelse)
   *[no] Ärende { $number } · { $rule } · { $by }: tidsfristen har gått ut
}
incidents-law-notice-passed-text = { $late ->
    [yes] Den här påminnelsen är försenad: tidsfristen skrevs in, eller programmet kom igång igen, först efter dess tid. Tidsfristen har gått ut. Tidsfrist: { $rule }, { $by }. Gör nu det som ska göras och skriv skälen till förseningen. Ärende { $number }: { $href }
   *[no] Tidsfristen har gått ut. Tidsfrist: { $rule }, { $by }. Gör nu det som ska göras och skriv skälen till förseningen. Ärende { $number }: { $href }
}

# Significant incidents
incidents-law-nis2-title = Betydande incident vid sidan av ärende { $number }
incidents-law-nis2-lead = En betydande incident enligt NIS2 och en personuppgiftsincident är två ärenden med två tidsfrister. De är kopplade här.
incidents-law-nis2-where = Anmäls till: { $authority }.
incidents-law-nis2-no-limit = Programmet har ingen kontrollerad tidsfrist för det här landet. Ärendet kan föras, men ingen tidsfrist löper.
incidents-law-nis2-link = Hör till ärende
incidents-law-nis2-next = Nästa steg
incidents-law-scope-covered = Lagen omfattar kommunen som sådan.
incidents-law-scope-partly = Lagen omfattar inte kommunen som sådan, men en del av dess verksamhet kan omfattas, till exempel vatten, avfall, energi och hamnar.
incidents-law-scope-unverified = Det är inte kontrollerat om lagen omfattar kommuner här. Fråga myndigheten.
incidents-law-ask-service = Berörd verksamhet
incidents-law-ask-service-hint = Bara verksamhet som omfattas av lagen har den här skyldigheten.
incidents-law-ask-significant = Varför verksamheten omfattas av lagen och incidenten är betydande
incidents-law-ask-significant-hint = Den har orsakat eller kan orsaka allvarliga driftsstörningar, ekonomiska förluster eller betydande skada för andra. Inga personuppgifter.
incidents-law-ask-nis2-aware = Vetskap om den betydande incidenten
incidents-law-ask-nis2-aware-hint = De 24 och 72 timmarna räknas härifrån. Tiden kan vara en annan än för personuppgiftsincidenten.
incidents-law-ask-malicious = Misstänks den bero på olagliga eller avsiktligt skadliga handlingar?
incidents-law-ask-cross-border = Kan den få gränsöverskridande verkningar?
incidents-law-suspected-yes = Ja
incidents-law-suspected-no = Nej
incidents-law-suspected-unknown = Inte känt än
incidents-law-do-nis2 = Öppna ärendet och starta tidsfristerna
incidents-law-ask-deed = Vad som gjordes
incidents-law-deed-intermediate = Delrapport
incidents-law-deed-withdraw = Den var inte betydande
incidents-law-ask-submitted = Inlämnat, datum och klockslag
incidents-law-ask-deed-words = Diarienummer eller skäl
incidents-law-ask-deed-words-hint = Skäl behövs när det är försenat eller inte var betydande.
incidents-law-fault-service = Ange verksamheten.
incidents-law-fault-aware = Ange när den betydande incidenten blev känd.
incidents-law-fault-deed = Välj vad som gjordes.
incidents-law-fault-submitted = Ange när det lämnades in.
incidents-law-fault-before-aware = Det kan inte ha lämnats in innan incidenten var känd.
incidents-law-fault-late = Skriv skälen.
incidents-law-refused-nis2 = Det här ärendet har redan en betydande incident vid sin sida.
incidents-law-refused-withdrawn = Det är beslutat att incidenten inte var betydande.
incidents-law-refused-done = Det är redan gjort.
incidents-law-refused-final = Slutrapporten kommer efter incidentanmälan.

# Severity
incidents-law-severity-title = Allvarlighetsgrad i ärende { $number }
incidents-law-severity-lead = ENISA:s metod i tre frågor. Poängen ger råd; en människa beslutar och skriver varför.
incidents-law-kept-title = Bedömningar hittills
incidents-law-ask-data = 1. Vilka slags uppgifter?
incidents-law-ask-data-hint = Svara för varje slag som berörs. Det högsta gäller.
incidents-law-data-simple = Enkla uppgifter
incidents-law-data-simple-hint = Namn, kontaktuppgifter, utbildning, familjeliv, arbete.
incidents-law-data-behavioural = Uppgifter om beteende
incidents-law-data-behavioural-hint = Plats, trafikuppgifter, intressen, vanor.
incidents-law-data-financial = Ekonomiska uppgifter
incidents-law-data-financial-hint = Inkomst, transaktioner, fakturor, kort, bidrag.
incidents-law-data-sensitive = Känsliga uppgifter
incidents-law-data-sensitive-hint = Hälsa, politiska åsikter, sexualliv och andra särskilda kategorier.
incidents-law-simple-1 = Inget gör det värre
incidents-law-simple-2 = Gör det möjligt att skapa en profil, eller att göra antaganden om social eller ekonomisk ställning
incidents-law-simple-3 = Leder till antaganden om hälsa, sexualitet, politik eller religion
incidents-law-simple-4 = Avgörande för personernas säkerhet eller hälsa, eftersom de är utsatta eller minderåriga
incidents-law-behavioural-1 = Ingen verklig insyn, eller lätt att hitta i öppna källor
incidents-law-behavioural-2 = Inget gör det värre eller lindrigare
incidents-law-behavioural-3 = En profil av vardagslivet kan skapas
incidents-law-behavioural-4 = En profil som bygger på känsliga uppgifter kan skapas
incidents-law-financial-1 = Ingen verklig insyn i personens ekonomi
incidents-law-financial-2 = Viss information, ingen betydande insyn
incidents-law-financial-3 = Inget gör det värre eller lindrigare
incidents-law-financial-4 = Tillräckligt för bedrägeri, eller en detaljerad social eller ekonomisk profil
incidents-law-sensitive-1 = Ingen verklig insyn, eller ändå offentligt
incidents-law-sensitive-2 = Leder bara till allmänna antaganden
incidents-law-sensitive-3 = Leder till antaganden om känsliga förhållanden
incidents-law-sensitive-4 = Den känsliga uppgiften själv
incidents-law-ask-protected = Någon med skyddade personuppgifter finns bland dem
incidents-law-ask-ease = 2. Hur lätt kan någon kännas igen?
incidents-law-ask-ease-legend = Av allt som röjdes, sammantaget
incidents-law-ask-ease-hint = Personnummer tillsammans med namn ger den högsta nivån: register finns till hands.
incidents-law-ease-1 = Knappast: till exempel ett vanligt namn i hela landet, eller ett nummer utan register
incidents-law-ease-2 = Med viss möda: till exempel ett ovanligt namn, eller en adress på en liten ort
incidents-law-ease-3 = Lätt: till exempel ett ovanligt namn på en liten ort, en tydlig bild, en profil bakom en e-postadress
incidents-law-ease-4 = Genast: till exempel namn med födelsedatum, e-postadress eller personnummer
incidents-law-ask-circumstances = 3. Vad hände med uppgifterna?
incidents-law-circ-confidentiality = Konfidentialitet
incidents-law-circ-integrity = Riktighet
incidents-law-circ-availability = Tillgänglighet
incidents-law-confidentiality-0 = Exponerade, inga tecken på att någon använt dem
incidents-law-confidentiality-1 = Röjda för ett antal kända mottagare
incidents-law-confidentiality-2 = Röjda för ett okänt antal mottagare
incidents-law-integrity-0 = Ändrade, ingen felaktig användning har upptäckts
incidents-law-integrity-1 = Ändrade och kanske felaktigt använda, kan rättas
incidents-law-integrity-2 = Ändrade och kanske felaktigt använda, kan inte rättas
incidents-law-availability-0 = Återställda utan svårighet
incidents-law-availability-1 = Otillgängliga en tid
incidents-law-availability-2 = Förlorade för gott
incidents-law-ask-deliberate = Någon gjorde det med avsikt
incidents-law-flag-many = Fler än 100 personer berörs
incidents-law-flag-unintelligible = Oläsbara för mottagaren: krypterade, och nyckeln är säker
incidents-law-do-count = Visa poängen
incidents-law-result-title = Poängen rad för rad
incidents-law-col-part = Del
incidents-law-col-why = Varför
incidents-law-col-points = Poäng
incidents-law-line-context = Slag av uppgifter
incidents-law-line-ease = Igenkännbarhet
incidents-law-line-intent = Avsikt
incidents-law-line-total = Allvarlighetsgrad
incidents-law-intent-yes = Med avsikt
incidents-law-intent-no = Ett misstag
incidents-law-band-low = Låg
incidents-law-band-medium = Medel
incidents-law-band-high = Hög
incidents-law-band-very-high = Mycket hög
incidents-law-means-low = Människor påverkas inte, eller möter några olägenheter som de klarar utan problem.
incidents-law-means-medium = Människor möter betydande olägenheter som de klarar trots vissa svårigheter.
incidents-law-means-high = Människor möter betydande konsekvenser som de klarar bara med allvarliga svårigheter.
incidents-law-means-very-high = Människor möter betydande eller oåterkalleliga konsekvenser som de kanske inte klarar.
incidents-law-advice-document = Poängen talar för: dokumentera.
incidents-law-advice-authority = Poängen talar för: anmäl till tillsynsmyndigheten.
incidents-law-advice-both = Poängen talar för: anmäl till tillsynsmyndigheten och informera de registrerade.
incidents-law-advice-only = Detta är ett råd. I tre av EDPB:s arton fall är poängen för låg. Enligt lagen är det risken för människor som avgör.
incidents-law-ask-risk = Din bedömning av risken för människor
incidents-law-ask-risk-hint = Den får skilja sig från poängen. Den avgör inte om incidenten ska anmälas: det är ett eget steg.
incidents-law-risk-unlikely = En risk är osannolik
incidents-law-risk-risk = En risk
incidents-law-risk-high = En hög risk
incidents-law-ask-why = Varför
incidents-law-ask-why-hint = Skälen så som myndigheten kommer att läsa dem i registret (artikel 33.5).
incidents-law-do-judge = Spara bedömningen
incidents-law-fault-data = Välj minst ett slags uppgifter.
incidents-law-fault-ease = Välj hur lätt någon kan kännas igen.
incidents-law-fault-risk = Välj hur du bedömer risken.

# The EDPB's cases
incidents-law-like-title = EDPB:s fall jämförda med ärende { $number }
incidents-law-like-lead = De av de 18 exemplen i EDPB:s riktlinjer som liknar ärendet mest. De ger råd; en människa beslutar och skriver varför.
incidents-law-like-none = Inget att jämföra än. Bedöm ärendet eller kryssa för nedan vad som är känt.
incidents-law-like-case = EDPB:s fall { $number }
incidents-law-like-both = Det som stämmer överens
incidents-law-like-ours = Bara här
incidents-law-like-theirs = Bara i exemplet
incidents-law-like-ask = Vad som är känt om ärendet
incidents-law-like-ask-hint = Det som rapporten, bedömningen och poängen säger är redan förkryssat. Ändra och jämför igen; ingenting sparas.
incidents-law-do-compare = Jämför
incidents-law-like-source = EDPB:s riktlinjer 01/2021, version 2.0 av den 14 december 2021, återgivna med egna ord. Procenttalet är hur stor del av dragen, viktade, som fallen har gemensamt.
incidents-law-edpb-authority-yes = Tillsynsmyndigheten: anmäl
incidents-law-edpb-authority-no = Tillsynsmyndigheten: ingen anmälan, dokumentera
incidents-law-edpb-people-yes = De registrerade: informera
incidents-law-edpb-people-no = De registrerade: ingen skyldighet att informera
incidents-law-edpb-undercalls = Observera: poängen skulle vara för låg i det här exemplet.
incidents-law-edpb-borderline = Observera: poängen ligger på gränsen i det här exemplet.
incidents-law-trait-ransomware = Utpressningsprogram
incidents-law-trait-exfiltration = Angrepp utifrån där uppgifter togs
incidents-law-trait-internal = Någon inom organisationen
incidents-law-trait-lost = Borttappat eller stulet
incidents-law-trait-mispostal = Skickat till eller visat för fel person
incidents-law-trait-social = Någon lurades
incidents-law-trait-deliberate = Med avsikt
incidents-law-trait-mistake = Av misstag
incidents-law-trait-unintelligible = Oläsbart för andra, nyckeln är säker
incidents-law-trait-backup = Fungerande säkerhetskopia
incidents-law-trait-no-backup = Ingen säkerhetskopia
incidents-law-trait-copied-out = Uppgifter kopierade i ont uppsåt
incidents-law-trait-known-recipient = Kända mottagare
incidents-law-trait-trusted-recipient = En betrodd mottagare, till exempel med tystnadsplikt
incidents-law-trait-contained = Begränsat: raderat, återkallat eller rensat
incidents-law-trait-credentials = Lösenord eller andra inloggningsuppgifter
incidents-law-trait-identity-number = Personnummer
incidents-law-trait-vulnerable = Utsatta personer: barn, patienter, skyddade personuppgifter
incidents-law-trait-one-person = En person
incidents-law-trait-few-people = 2–99 personer
incidents-law-trait-many-people = 100 personer eller fler
incidents-law-trait-long = Pågick i veckor innan det upptäcktes
incidents-law-trait-supplier = Hos en leverantör
incidents-law-trait-paper = På papper
incidents-law-case-1 = Ett litet tillverkningsföretags filer krypteras av skadlig kod. De var redan krypterade med säker nyckel, inga uppgifter fördes ut och säkerhetskopian återställs på några timmar.
incidents-law-why-1 = Oläsbara uppgifter och en fungerande säkerhetskopia undanröjer risken.
incidents-law-case-2 = En dator på ett lantbruksföretag krypteras. Inga uppgifter fördes ut, det finns ingen elektronisk säkerhetskopia och uppgifterna återskapas från papper på fem arbetsdagar.
incidents-law-why-2 = Att säkerhetskopian saknas ger en risk, men inte en hög.
incidents-law-case-3 = En stor del av ett sjukhus patient- och personaluppgifter krypteras; återställningen tar två dagar och operationer ställs in.
incidents-law-why-3 = Att hälsouppgifter inte är tillgängliga är i sig en hög risk.
incidents-law-case-4 = Ett kollektivtrafikbolags uppgifter krypteras och kopieras ut, och även säkerhetskopian krypteras; kunders och anställdas identitets- och betalkortsuppgifter.
incidents-law-why-4 = Både konfidentialiteten och tillgängligheten har gått förlorade.
incidents-law-case-5 = Skadlig kod på ett rekryteringsföretags webbplats kunde läsa 213 jobbansökningar under en månad och radera sina spår; inga särskilda kategorier.
incidents-law-why-5 = Ansökningar berättar mycket även utan särskilda kategorier.
incidents-law-case-6 = Ett angrepp på en matlagningssajt kommer åt starkt hashade lösenord för 1 200 användare med påhittade namn.
incidents-law-why-6 = Antalet avgör inte: uppgifterna är oläsbara och pekar inte ut någon.
incidents-law-case-7 = Ett enkelt lösenord prövas på alla kundnummer i en bank; uppgifter om cirka 100 000 kunder läcker, cirka 2 000 konton öppnas.
incidents-law-why-7 = Skada kan inte heller uteslutas för de andra.
incidents-law-case-8 = En uppsagd anställd kopierar kundkontakter och använder dem månader senare i egen verksamhet.
incidents-law-why-8 = Bara kontaktuppgifter, men tagna med avsikt och utom kontroll.
incidents-law-case-9 = Ett försäkringsombud ser uppgifter om ett par dussin av andras kunder i ett kalkylblad. Ombudet har tystnadsplikt, hör av sig och bekräftar skriftligt att uppgifterna är raderade.
incidents-law-why-9 = En betrodd, känd mottagare och en skriftligt bekräftad radering.
incidents-law-case-10 = Två krypterade, avstängda surfplattor stjäls från en förskola; starkt lösenord, säkerhetskopia finns, raderade på distans.
incidents-law-why-10 = Barns uppgifter, men oläsbara och inte förlorade.
incidents-law-case-11 = En okrypterad bärbar dator stjäls från en anställd hos en leverantör: namn, adresser och födelsedatum för fler än 100 000 kunder.
incidents-law-why-11 = Enkla uppgifter, men mängden och risken för identitetsbedrägeri gör risken hög.
incidents-law-case-12 = En loggbok på papper stjäls ur ett olåst rum på ett behandlingshem; patienters identitet och hälsa, ingen kopia.
incidents-law-why-12 = Särskilda kategorier, utsatta personer och ingen kopia av pappren.
incidents-law-case-13 = En butik förväxlar två skopaket med följesedlar; båda kallas tillbaka och skickas om.
incidents-law-why-13 = Obetydligt innehåll, genast begränsat.
incidents-law-case-14 = En arbetsförmedling skickar ett kurserbjudande och bifogar listan över fler än 60 000 arbetssökande med personnummer.
incidents-law-why-14 = Att be mottagarna radera gör det inte ogjort. Fallet ligger närmast kommunens vardag.
incidents-law-case-15 = En kurs deltagarlista går till 15 tidigare deltagare i stället för till hotellet; det märks genast och mottagarna ombeds radera.
incidents-law-why-15 = Litet, begränsat, inga skyddade personuppgifter.
incidents-law-case-16 = En kuverteringsmaskin lägger två bilförsäkringsbrev i ett kuvert: namn, adress, premier, födelsedatum.
incidents-law-why-16 = En person och inga särskilda kategorier, men missbruk kan inte uteslutas.
incidents-law-case-17 = Någon ringer ett teleföretag, klarar kontrollfrågorna och får en kunds e-postadress för fakturor ändrad; det upptäcks en månad senare.
incidents-law-why-17 = En person, hög risk. Sättet att kontrollera identitet måste ändras.
incidents-law-case-18 = Vidarebefordringsregler som någon lagt in i en matvarukedjas brevlådor fångar mejl om betalningar i tre månader; löneuppgifter om 99 anställda.
incidents-law-why-18 = Den personuppgiftsansvarige informerade bara tio: alla 99 ska informeras.
incidents-law-nis2-country = Lagen i: { $country }.
