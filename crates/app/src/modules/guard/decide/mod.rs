//! The decision for one recipient: rules that are data, the first that fits, and why in words. Pure.
//!
//! The rules choose; that nothing goes below the level is not left to them: a way that does not reach it is
//! passed over, whatever a file says ([`reach`]).

mod facts;
mod model;
mod rules;

#[cfg(test)]
mod tests;

pub use facts::facts;
pub use model::{Asked, Case, Facts, To, Transport, Weight, age_at};
pub use rules::{Rules, RulesFault};

use super::model::{Basis, Class, Domain, Level, Reason, Verdict, Way, WishOf};

/// How much protection a way gives.
pub fn reach(way: Way) -> Level {
    match way {
        Way::Plain => Level::Open,
        // The transport is told the level and sends to no host that does not meet it.
        Way::Verified => Level::Verified,
        Way::Portal => Level::EndToEnd,
        // Nothing leaves.
        Way::Letter | Way::Hold | Way::Refuse => Level::HandOver,
    }
}

/// The least protection for this recipient: the floor of the law and of the content, raised by wishes. What comes round,
/// what has no known end and what says a number to every server on the way leaves by no way, whatever a file says.
pub fn level(rules: &Rules, case: &Case<'_>, facts: &Facts, to: &To) -> Level {
    if case.looped || to.exhausted || to.number_in_address {
        return Level::HandOver;
    }
    let floor = rules
        .floors(case.country, weight(facts, to), to.domain)
        .map(|floor| floor.level)
        .max()
        .unwrap_or(Level::Open);
    let wished = to.binding().map(|wish| wish.level).max();
    wished.map_or(floor, |wished| wished.max(floor))
}

/// Whether the sender may say that it is not sensitive: only weak findings and matters stopped it.
pub fn is_answerable(rules: &Rules, case: &Case<'_>, facts: &Facts, to: &To) -> bool {
    let certain = rules
        .floors(case.country, &facts.certain, to.domain)
        .next()
        .is_some();
    let anything = rules
        .floors(case.country, &facts.all, to.domain)
        .next()
        .is_some();
    anything
        && !certain
        && facts.unread == 0
        && !to.number_in_address
        && !case.looped
        && to.binding().all(|wish| wish.level == Level::Open)
}

/// What counts: everything that was found, or after a lawful answer of the sender only what is certain.
fn weight<'a>(facts: &'a Facts, to: &To) -> &'a Weight {
    match to.asked {
        Some(Asked::NotSensitive) if facts.unread == 0 => &facts.certain,
        _ => &facts.all,
    }
}

/// Level, way, and why.
pub fn decide(rules: &Rules, case: &Case<'_>, facts: &Facts, to: &To) -> Verdict {
    let answerable = is_answerable(rules, case, facts, to);
    // An answer that the rules do not allow is no answer.
    let mut to = to.clone();
    if to.asked == Some(Asked::NotSensitive) && !answerable {
        to.asked = None;
    }
    let level = level(rules, case, facts, &to);
    let line = rules.ways.iter().find(|line| {
        line.fits(level, case, &to)
            && reach(line.way) >= level
            && !(line.way == Way::Verified && to.transport == Transport::Below)
    });
    let (way, rule) = match line {
        Some(line) => (line.way, line.name.clone()),
        // A file without a last line still lets nothing out.
        None => (Way::Hold, "hold".to_owned()),
    };
    Verdict {
        level,
        way,
        rule,
        reasons: reasons(rules, case, facts, &to, level),
        answerable: answerable && to.asked.is_none() && way.stops(),
        proof: rules.proof(weight(facts, &to).class),
    }
}

/// Why, strongest first.
fn reasons(rules: &Rules, case: &Case<'_>, facts: &Facts, to: &To, level: Level) -> Vec<Reason> {
    let mut why = Vec::new();
    if case.looped {
        why.push(Reason::Loop);
    }
    if to.number_in_address {
        why.push(Reason::NumberInAddress);
    }
    for wish in to.binding().filter(|wish| wish.level > Level::Open) {
        let channel = wish.channel.code().to_owned();
        why.push(match wish.of {
            WishOf::Recipient(_) => Reason::WishOfRecipient { channel },
            WishOf::Subject => Reason::WishOfSubject { channel },
        });
    }
    why.dedup();
    if facts.unread > 0 {
        let parts = facts.unread;
        why.push(Reason::NotInspected { parts });
    }
    let counts = weight(facts, to);
    match counts.class {
        Class::Sensitive if facts.unread == 0 => why.push(Reason::Sensitive),
        Class::Confidential => why.push(Reason::Confidential),
        _ => {}
    }
    if level > Level::Open {
        why.extend(of_content(rules, case, facts, counts, to));
    }
    if to.transport == Transport::Below {
        why.push(Reason::Transport);
    }
    if to.asked == Some(Asked::NotSensitive) {
        why.push(Reason::Answered);
    }
    match to.domain {
        Domain::Own => why.push(Reason::OwnDomain),
        Domain::Partner => why.push(Reason::Partner),
        Domain::Citizen | Domain::Unknown => {}
    }
    if why.is_empty() {
        why.push(Reason::Clean);
    }
    why
}

/// What in the content raised the level.
fn of_content(
    rules: &Rules,
    case: &Case<'_>,
    facts: &Facts,
    counts: &Weight,
    to: &To,
) -> Vec<Reason> {
    let mut why = Vec::new();
    if let Some(basis) = national(rules, case, counts, to) {
        let country = case.country.to_owned();
        why.push(Reason::Floor { country, basis });
    }
    if counts.persons > 1 {
        let count = counts.persons;
        why.push(Reason::Persons { count });
    }
    if counts.children {
        why.push(Reason::Children);
    }
    if facts.number_in_subject {
        why.push(Reason::NumberInSubject);
    }
    why
}

/// How firmly the country itself asks for the floor that holds; none where another floor goes further than its own.
fn national(rules: &Rules, case: &Case<'_>, counts: &Weight, to: &To) -> Option<Basis> {
    let floors = || rules.floors(case.country, counts, to.domain);
    let highest = floors().map(|floor| floor.level).max()?;
    floors()
        .filter(|floor| floor.is_national() && floor.level == highest)
        .map(|floor| floor.basis)
        .min()
}
