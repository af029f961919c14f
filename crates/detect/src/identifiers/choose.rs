//! One stretch of digits, several readings: which stay.

use std::collections::BTreeSet;

use crate::finding::{Finding, Reason};
use crate::kinds::{Kind, Series};

use super::number::Reading;

/// Up to so many readings are compared one by one. A register in one paragraph has a hundred thousand of them.
const FEW: usize = 24;

/// Where a reading that stays stands: beginning, end, and its place among them.
type Place = (usize, usize, usize);

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
            .then_with(|| is_checked(&b.finding).cmp(&is_checked(&a.finding)))
    });
    let from = out.len();
    let mut places = (readings.len() > FEW).then(BTreeSet::new);
    // Those that stay are moved to the front.
    let mut kept = 0;
    for at in 0..readings.len() {
        let (before, rest) = readings.split_at(at);
        let Some(reading) = rest.first() else { break };
        let before = before.get(..kept).unwrap_or_default();
        if stays(before, places.as_ref(), reading) {
            if let Some(places) = &mut places {
                places.insert((reading.finding.span.start, reading.finding.span.end, kept));
            }
            readings.swap(kept, at);
            kept += 1;
        }
    }
    out.extend(readings.drain(..).take(kept).map(|k| k.finding));
    out.get_mut(from..)
        .unwrap_or_default()
        .sort_by_key(|f| f.span.start);
}

/// Whether a reading may stand with all those kept that it overlaps.
fn stays(kept: &[Reading], places: Option<&BTreeSet<Place>>, reading: &Reading) -> bool {
    let (start, end) = (reading.finding.span.start, reading.finding.span.end);
    let Some(places) = places else {
        let mut clashes = kept
            .iter()
            .filter(|k| overlap(&k.finding, &reading.finding));
        return clashes.all(|k| may_stand_beside(k, reading));
    };
    // Those kept stand apart or on the same bytes, so the last that begin before the end are all that may overlap.
    let last = places.range(..(end, 0, 0)).rev();
    last.take_while(|place| place.1 > start)
        .filter_map(|place| kept.get(place.2))
        .all(|k| may_stand_beside(k, reading))
}

fn overlap(a: &Finding, b: &Finding) -> bool {
    a.span.start < b.span.end && b.span.start < a.span.end
}

fn is_checked(finding: &Finding) -> bool {
    finding.reasons.has(Reason::CheckDigit)
}

/// Whether `other`, which is no better than `kept`, may stand for the same digits.
fn may_stand_beside(kept: &Reading, other: &Reading) -> bool {
    let same = kept.finding.span == other.finding.span && kept.finding.kind != other.finding.kind;
    if is_parted(kept) && is_by_word(other) || is_by_word(kept) && is_parted(other) {
        return same;
    }
    let persons = kept.finding.kind.is_person_number() && other.finding.kind.is_person_number();
    let unnamed = kept.named == other.named;
    // Half of all Swedish numbers read as a Danish replacement number without check digit, and every Danish number
    // with the right last digit as a kennitala without one.
    let unchecked = !is_checked(&other.finding);
    let less = other.rank < kept.rank || unchecked && is_checked(&kept.finding);
    let by_chance = less && other.finding.series == Series::Replacement
        || other.finding.kind == Kind::Kennitala && !other.named && unchecked;
    same && persons && unnamed && !by_chance
}

/// An identity number that is written with a separator: no word clears it.
fn is_parted(reading: &Reading) -> bool {
    reading.finding.kind.is_person_number() && reading.finding.reasons.has(Reason::Separator)
}

/// An account or a phone that only the word beside it makes: its digits may be an identity number all the same.
fn is_by_word(reading: &Reading) -> bool {
    let kind = reading.finding.kind;
    matches!(kind, Kind::BankAccount | Kind::Phone)
        && reading.named
        && !is_checked(&reading.finding)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::findings::Findings;

    /// Readings of one stretch that begins at `at`: overlapping, of several kinds and ranks, some the same twice.
    fn stretch(at: usize, seed: usize) -> Vec<Reading> {
        let kinds = [Kind::Cpr, Kind::Personnummer, Kind::Phone, Kind::Cpr];
        let one = |n: usize| {
            let roll = seed.wrapping_mul(2_654_435_761).wrapping_add(n * 40_503) >> 7;
            let start = at + roll % 3;
            let kind = kinds.get(roll / 3 % 4).copied().unwrap_or(Kind::Card);
            let span = (start, start + 8 + roll / 12 % 2);
            Reading::new(kind, span, String::new(), 50 + (roll / 24 % 3) as u8)
        };
        (0..1 + seed % 5).map(one).collect()
    }

    #[test]
    fn a_long_row_of_numbers_gives_what_each_of_them_gives_alone() {
        let mut apart = Vec::new();
        let mut row = Vec::new();
        for seed in 0..400 {
            row.extend(stretch(20 * seed, seed));
            choose(&mut stretch(20 * seed, seed), &mut apart);
        }
        assert!(row.len() > FEW);
        let mut together = Vec::new();
        choose(&mut row, &mut together);
        assert_eq!(Findings::new(together), Findings::new(apart));
    }
}
