//! Reading a mail and judging it: once for its content, then per recipient.

use detect::{Finding, Reason, Strength};
use transport::{Envelope, Message};

use super::super::decide::{self, Case, Facts, To, Transport};
use super::super::model::{Domain, Found, Judged, MailId, Number, Recipient, Verdict};
use super::ledger::Standing;
use super::{Engine, PROBE, Stop, beside, found, notice, trace};
use crate::base::findings::{self, detector};
use crate::base::organisation::PersonId;
use crate::base::{App, Problem};

/// What the portal's own notice holds.
static NOTHING: Facts = Facts::NOTHING;

/// What reading has given; the same for all recipients.
pub struct Reading {
    pub facts: Facts,
    pub found: Found,
    pub looped: bool,
    pub message_id: String,
    /// Recipients for whom it is the portal's own notice.
    notices: Vec<String>,
    /// Who stands in the head, where the envelope's sender is empty.
    pub author: Option<String>,
    /// The SHA-256 of the bytes, as it is written into the evidence.
    pub digest: String,
}

impl Reading {
    /// # Errors
    /// The message's own file could not be read.
    pub fn of(engine: &Engine, envelope: &Envelope, message: &Message) -> Result<Reading, Problem> {
        let app = &engine.app;
        let bytes = message.bytes()?;
        let parts = (app.reader)("mail.eml", &bytes);
        let inspection = findings::inspect(parts, detector(), &engine.policy);
        let mut facts = decide::facts(&inspection, &engine.policy, app.today());
        for recipient in &envelope.recipients {
            facts.numbers.extend(numbers_in(&recipient.address));
        }
        facts.numbers.sort();
        facts.numbers.dedup();
        Ok(Reading {
            facts,
            found: found::found(&inspection),
            notices: notice::recipients(engine, envelope, &bytes),
            author: envelope
                .from
                .is_none()
                .then(|| beside::author(&bytes))
                .flatten(),
            looped: trace::is_round(&app.keys, &bytes),
            message_id: trace::message_id(&app.keys, &bytes),
            digest: crate::base::keys::hex(&message.sha256()),
        })
    }

    pub fn judged(&self, mail: MailId, queue_id: &str) -> Judged {
        Judged {
            mail,
            queue_id: queue_id.to_owned(),
            message_id: self.message_id.clone(),
            class: self.facts.all.class,
            persons: self.facts.all.persons,
            children: self.facts.all.children,
            inspected: self.facts.unread == 0,
            found: self.found.clone(),
            verdicts: Vec::new(),
        }
    }

    /// Whether the recipient is `guard check` itself.
    pub fn is_probe(&self, address: &str) -> bool {
        domain_of(address).as_deref() == Some(PROBE)
    }
}

/// Whose domain an address is in. Whether it is a known person's is asked of the registers, where the others are
/// the installation's own lists.
pub fn domain(app: &App, address: &str) -> Domain {
    let Some(guard) = &app.config.outgoing else {
        return Domain::Unknown;
    };
    let of = domain_of(address).unwrap_or_default();
    let is = |list: &[String]| list.iter().any(|one| one.eq_ignore_ascii_case(&of));
    if is(&guard.own_domains) {
        Domain::Own
    } else if is(&guard.partners) {
        Domain::Partner
    } else {
        Domain::Unknown
    }
}

pub fn domain_of(address: &str) -> Option<String> {
    let (_, domain) = address.rsplit_once('@')?;
    Some(domain.trim_end_matches('.').to_ascii_lowercase())
}

/// The verdicts, in the order of the stops, and who of ours has sent it.
pub fn verdicts(
    engine: &Engine,
    reading: &Reading,
    stops: &[Stop],
    from: Option<&str>,
) -> Result<(Vec<(Recipient, Verdict)>, Option<PersonId>), Problem> {
    let (to, sender) = tos(engine, reading, stops, from)?;
    let case = case(engine, reading);
    let verdicts = stops
        .iter()
        .zip(to)
        .map(|(stop, to)| {
            let verdict = decide::decide(&engine.rules, &case, weighed(reading, stop), &to);
            let mut recipient = stop.recipient.clone();
            recipient.kind = to.domain;
            (recipient, verdict)
        })
        .collect();
    Ok((verdicts, sender))
}

/// One recipient judged again, when its server has said what it can.
pub fn again(
    engine: &Engine,
    reading: &Reading,
    stop: &Stop,
    transport: Transport,
) -> Result<Verdict, Problem> {
    let one = std::slice::from_ref(stop);
    let (mut to, _) = tos(engine, reading, one, None)?;
    let mut to = to.pop().unwrap_or_else(To::unknown);
    to.transport = transport;
    let case = case(engine, reading);
    Ok(decide::decide(
        &engine.rules,
        &case,
        weighed(reading, stop),
        &to,
    ))
}

/// What is weighed for a recipient. The portal's own notice is known byte for byte and holds nothing, though the
/// random number of a message may look like an identity number: judged, it would make a notice of the notice.
fn weighed<'a>(reading: &'a Reading, stop: &Stop) -> &'a Facts {
    if reading.notices.contains(&stop.recipient.address) {
        &NOTHING
    } else {
        &reading.facts
    }
}

fn case<'a>(engine: &'a Engine, reading: &Reading) -> Case<'a> {
    Case {
        country: &engine.country,
        looped: reading.looped,
    }
}

/// What is known of each recipient, and of the sender. The registers are asked once for all.
fn tos(
    engine: &Engine,
    reading: &Reading,
    stops: &[Stop],
    from: Option<&str>,
) -> Result<(Vec<To>, Option<PersonId>), Problem> {
    let app = &engine.app;
    let addresses: Vec<&str> = stops
        .iter()
        .map(|stop| stop.recipient.address.as_str())
        .collect();
    let (asked, sender) = app.read(|conn| {
        let asked = beside::wishes(app, conn, &addresses, &reading.facts.numbers)?;
        Ok((asked, beside::sender(conn, from)?))
    })?;
    let to = stops
        .iter()
        .enumerate()
        .map(|(at, stop)| {
            let known = asked.known.get(at).copied().unwrap_or_default();
            let domain = match stop.recipient.kind {
                Domain::Unknown if known => Domain::Citizen,
                kind => kind,
            };
            To {
                domain,
                number_in_address: !numbers_in(&stop.recipient.address).is_empty(),
                wishes: if reading.notices.contains(&stop.recipient.address) {
                    Vec::new()
                } else {
                    asked.of(at)
                },
                transport: Transport::Untried,
                asked: stop.asked,
                exhausted: stop.standing.is_exhausted(),
            }
        })
        .collect();
    Ok((to, sender))
}

/// Identity numbers in an address: those whose form decides, and a bare run of digits whose check digits hold
/// (staff have typed the number into the recipient field, facts/mail-guard.md section 3).
pub fn numbers_in(address: &str) -> Vec<Number> {
    let (local, _) = address.rsplit_once('@').unwrap_or((address, ""));
    let mut found = numbers(local, |one| {
        one.strength >= Strength::Likely
            || (one.reasons.has(Reason::CheckDigit) && one.span.len() == local.trim().len())
    });
    // Since 2007 the check digits of Danish numbers need not hold (facts/identifiers.md section 2): nobody's mailbox is
    // named by ten digits that begin with a day, so they are read as if a word said what they are.
    if local.len() == 10 && local.bytes().all(|byte| byte.is_ascii_digit()) {
        let named = format!("cpr {local}");
        found.extend(numbers(&named, |one| one.strength >= Strength::Likely));
    }
    found
}

fn numbers(text: &str, counts: impl Fn(&Finding) -> bool) -> Vec<Number> {
    let findings = findings::numbers().find(text);
    let persons = findings.iter().filter(|one| one.is_person_number());
    persons
        .filter(|one| counts(one))
        .map(|one| Number {
            kind: one.kind.name(),
            value: one.value.as_str().to_owned(),
        })
        .collect()
}

/// Whether what goes out now may have gone out before.
pub fn is_repeat(standing: Standing) -> bool {
    standing.is_repeat()
}
