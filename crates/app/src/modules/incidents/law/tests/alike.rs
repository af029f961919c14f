//! The EDPB's 18 cases as golden cases: their outcomes, and that a case with their facts is found most like them.

use kit::clock::{Day, Moment, Zone};

use super::super::super::model::{
    About, Assessment, Band, Cause, Discoverer, Kind, Nature, Origin, Outcome, Part, When,
};
use super::super::model::{Reference, Trait, Traits, most_alike, traits_of};

fn zone() -> Zone {
    Zone::named("Europe/Helsinki").unwrap()
}

#[test]
fn the_outcomes_of_the_18_cases() {
    let all = Reference::all();
    let numbers: Vec<u8> = all.iter().map(|case| case.number).collect();
    assert_eq!(numbers, (1..=18).collect::<Vec<_>>());
    let those = |holds: fn(&Reference) -> bool| -> Vec<u8> {
        all.iter()
            .filter(|case| holds(case))
            .map(|case| case.number)
            .collect()
    };
    assert_eq!(those(|case| !case.notify_authority), [1, 6, 9, 10, 13, 15]);
    assert_eq!(
        those(|case| case.notify_authority && !case.notify_subjects),
        [2, 8, 16]
    );
    assert_eq!(
        those(|case| case.notify_subjects),
        [3, 4, 5, 7, 11, 12, 14, 17, 18]
    );
    // The six "no" share one of: unintelligible, a trusted recipient, trivial content contained at once.
    for case in all.iter().filter(|case| !case.notify_authority) {
        let reasons = [
            Trait::Unintelligible,
            Trait::TrustedRecipient,
            Trait::Contained,
        ];
        assert!(
            reasons.iter().any(|one| case.traits.contains(one)),
            "{}",
            case.number
        );
    }
    // Size alone never decides.
    assert!(all[5].traits.contains(&Trait::ManyPeople) && !all[5].notify_authority);
    assert!(all[16].traits.contains(&Trait::OnePerson) && all[16].notify_subjects);
}

#[test]
fn each_case_is_most_like_itself() {
    for case in Reference::all() {
        let found = most_alike(&case.traits);
        assert_eq!(found.len(), 18);
        assert_eq!(
            (found[0].reference.number, found[0].percent),
            (case.number, 100)
        );
        assert!(found[1].percent < 100, "{}", case.number);
        assert!(found[0].only_ours.is_empty() && found[0].only_theirs.is_empty());
    }
}

/// Whatever one feature is left out or added by mistake, the way it happened stays the same.
#[test]
fn one_wrong_feature_does_not_change_the_way() {
    let ways = [
        Trait::Ransomware,
        Trait::Exfiltration,
        Trait::Internal,
        Trait::Lost,
        Trait::Mispostal,
        Trait::Social,
    ];
    for case in Reference::all() {
        for one in Trait::ALL.iter().filter(|one| !ways.contains(one)) {
            let mut traits = case.traits.clone();
            if !traits.remove(one) {
                traits.insert(*one);
            }
            let found = &most_alike(&traits)[0];
            let same = found.both.iter().any(|one| ways.contains(one));
            assert!(same, "case {} with {one:?} changed", case.number);
        }
    }
}

fn assessed(natures: &[Nature], origin: Origin, people: Band) -> Assessment {
    Assessment {
        outcome: Outcome::Breach,
        kinds: [Kind::Confidentiality].into(),
        natures: natures.iter().copied().collect(),
        cause: Cause::Unknown,
        origin,
        discoverer: Discoverer::Staff,
        people,
        supplier: false,
        occurred: When::Unknown,
        noticed: When::Unknown,
        aware: Some(Moment::from_ms(1_795_324_680_000)),
        contained: When::Unknown,
        processor_aware: When::Unknown,
        processor_told: When::Unknown,
    }
}

fn day(text: &str) -> When {
    When::On(Day::parse(text).unwrap())
}

/// What the officer would enter for each of the 18: the assessment's choices.
fn entered(number: u8) -> Assessment {
    use Nature::*;
    let attack = Origin::ExternalDeliberate;
    let mut one = match number {
        1 | 2 => assessed(&[B], attack, Band::Tens),
        3 | 4 => assessed(&[B], attack, Band::Thousands),
        5 => assessed(&[C, G], attack, Band::Hundreds),
        6 => assessed(&[E, G], attack, Band::Thousands),
        7 => assessed(&[F], attack, Band::Many),
        8 => assessed(&[A], Origin::InternalDeliberate, Band::Unknown),
        9 => assessed(&[N], Origin::Internal, Band::Tens),
        10 | 11 => assessed(
            &[I],
            attack,
            if number == 11 {
                Band::Many
            } else {
                Band::Unknown
            },
        ),
        12 => assessed(&[O], attack, Band::Unknown),
        13 => assessed(&[L], Origin::Internal, Band::Few),
        14 => assessed(&[R], Origin::Internal, Band::Many),
        15 => assessed(&[R], Origin::Internal, Band::Tens),
        16 => assessed(&[L], Origin::Internal, Band::One),
        17 => assessed(&[D], attack, Band::One),
        _ => assessed(&[D], attack, Band::Tens),
    };
    if matches!(number, 9 | 10 | 13 | 15) {
        one.contained = day("2026-03-01");
    }
    if matches!(number, 5 | 17 | 18) {
        let part = |text| Part::On(Day::parse(text).unwrap());
        one.occurred = When::Between(part("2026-01-01"), part("2026-02-01"));
    }
    one.supplier = number == 11;
    one
}

/// What only a person knows and ticks.
fn ticked(number: u8) -> &'static [Trait] {
    match number {
        1 | 10 => &[Trait::Unintelligible],
        2 => &[Trait::NoBackup],
        3 => &[Trait::Backup, Trait::Vulnerable],
        4 => &[Trait::IdentityNumber],
        6 => &[Trait::Unintelligible, Trait::Credentials],
        9 => &[Trait::TrustedRecipient],
        12 => &[Trait::Vulnerable],
        14 => &[Trait::IdentityNumber],
        _ => &[],
    }
}

#[test]
fn all_18_are_found_from_what_an_officer_enters() {
    for case in Reference::all() {
        let [_, scoring] = case.scorings();
        let mut traits: Traits = traits_of(
            Some(&entered(case.number)),
            About::WrongRecipient,
            Some(&scoring),
            &zone(),
        );
        traits.extend(ticked(case.number));
        let found = most_alike(&traits);
        assert_eq!(
            found[0].reference.number, case.number,
            "{traits:?} then {:?}",
            found[0].reference.traits
        );
        assert!(
            found[0].percent >= 60,
            "{}: {}",
            case.number,
            found[0].percent
        );
    }
}

#[test]
fn nothing_known_is_like_nothing() {
    let found = most_alike(&Traits::new());
    assert!(found.iter().all(|alike| alike.percent == 0));
    assert_eq!(traits_of(None, About::Lost, None, &zone()), Traits::new());
}

/// A lost envelope of which nobody knows why: neither a mistake nor in the wrong hands.
#[test]
fn what_nobody_said_is_no_trait() {
    let traits = |nature, origin, about| {
        let judged = assessed(&[nature], origin, Band::Few);
        traits_of(Some(&judged), about, None, &zone())
    };
    let lost = traits(Nature::L, Origin::Unknown, About::Lost);
    assert_eq!(lost, [Trait::Lost, Trait::FewPeople, Trait::Paper].into());
    assert_ne!(most_alike(&lost)[0].reference.number, 13);
    let mistake = traits(Nature::L, Origin::Internal, About::WrongRecipient);
    assert!(mistake.contains(&Trait::Mistake) && mistake.contains(&Trait::Mispostal));
    let opened = traits(Nature::L, Origin::Unknown, About::Other);
    assert_eq!(opened, [Trait::FewPeople, Trait::Paper].into());
    // Still to be determined: what was reported stands until then.
    let open = traits(Nature::X, Origin::Unknown, About::Phishing);
    assert!(open.contains(&Trait::Social) && !open.contains(&Trait::Mistake));
    // What was assessed otherwise than it was reported counts as it was assessed.
    let judged = traits(Nature::R, Origin::Unknown, About::Lost);
    assert!(judged.contains(&Trait::Mispostal) && !judged.contains(&Trait::Lost));
}

/// Nearest to municipal life: a list of everybody attached to a message to everybody.
#[test]
fn most_like_case_14() {
    let traits: Traits = [
        Trait::Mispostal,
        Trait::Mistake,
        Trait::KnownRecipient,
        Trait::Simple,
        Trait::IdentityNumber,
        Trait::ManyPeople,
    ]
    .into();
    let first = &most_alike(&traits)[0];
    assert_eq!((first.reference.number, first.percent), (14, 100));
}
