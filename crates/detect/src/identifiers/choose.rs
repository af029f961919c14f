//! One stretch of digits, several readings: which stay.

use crate::finding::Finding;
use crate::kinds::{Kind, Series};

use super::number::Reading;

/// Keeps the better of overlapping readings. Two countries' numbers of the same digits stay both, unless a word
/// names one of them: who reads the report must know that it may be either.
pub(crate) fn choose(readings: &mut Vec<Reading>, out: &mut Vec<Finding>) {
    if let [_] | [] = readings.as_slice() {
        out.extend(readings.drain(..).map(|r| r.finding));
        return;
    }
    readings.sort_by(|a, b| {
        let longer = || b.finding.span.len().cmp(&a.finding.span.len());
        b.rank
            .cmp(&a.rank)
            .then_with(longer)
            .then_with(|| a.finding.span.start.cmp(&b.finding.span.start))
    });
    let from = out.len();
    // Those that stay are moved to the front.
    let mut kept = 0;
    for at in 0..readings.len() {
        let (before, rest) = readings.split_at(at);
        let Some(reading) = rest.first() else { break };
        let clash = before
            .iter()
            .take(kept)
            .find(|k| overlap(&k.finding, &reading.finding));
        if clash.is_none_or(|k| may_stand_beside(k, reading)) {
            readings.swap(kept, at);
            kept += 1;
        }
    }
    out.extend(readings.drain(..).take(kept).map(|k| k.finding));
    out.get_mut(from..)
        .unwrap_or_default()
        .sort_by_key(|f| f.span.start);
}

fn overlap(a: &Finding, b: &Finding) -> bool {
    a.span.start < b.span.end && b.span.start < a.span.end
}

/// Whether `other`, which is no better than `kept`, may stand for the same digits.
fn may_stand_beside(kept: &Reading, other: &Reading) -> bool {
    let same = kept.finding.span == other.finding.span && kept.finding.kind != other.finding.kind;
    let persons = kept.finding.kind.is_person_number() && other.finding.kind.is_person_number();
    let unnamed = kept.named == other.named;
    // Half of all Swedish numbers read as a Danish replacement number without check digit, and every Danish number
    // with the right last digit as a kennitala without one.
    let by_chance = other.rank < kept.rank && other.finding.series == Series::Replacement
        || other.finding.kind == Kind::Kennitala && other.rank <= 50;
    same && persons && unnamed && !by_chance
}
