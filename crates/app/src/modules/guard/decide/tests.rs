//! Single cases, and the property: whatever is wished, found, broken and answered, nothing goes below the floor.

use proptest::prelude::*;

use super::super::model::{
    Basis, Channel, Class, Domain, Level, Number, Reason, Way, Wish, WishOf,
};
use super::{Asked, Case, Facts, Rules, To, Transport, Weight, decide, level, reach};

fn case(country: &str) -> Case<'_> {
    Case {
        country,
        looped: false,
    }
}

fn facts(class: Class) -> Facts {
    let all = Weight {
        class,
        persons: 1,
        ..Weight::NOTHING
    };
    Facts {
        certain: all.clone(),
        all,
        unread: 0,
        number_in_subject: false,
        numbers: Vec::<Number>::new(),
    }
}

/// A mail that only words of a matter stopped.
fn weak(class: Class) -> Facts {
    Facts {
        certain: Weight::NOTHING,
        ..facts(class)
    }
}

fn wish(level: Level, channel: Channel, of: WishOf) -> Wish {
    Wish { level, channel, of }
}

fn way(facts: &Facts, to: &To) -> (Level, Way, String) {
    let verdict = decide(Rules::shipped(), &case("dk"), facts, to);
    (verdict.level, verdict.way, verdict.rule)
}

#[test]
fn each_class_has_its_way() {
    let to = To::unknown();
    assert_eq!(
        way(&facts(Class::Open), &to),
        (Level::Open, Way::Plain, "open".into())
    );
    assert_eq!(way(&facts(Class::Internal), &to).1, Way::Plain);
    assert_eq!(
        way(&facts(Class::Confidential), &to),
        (Level::Forced, Way::Verified, "verified".into())
    );
    assert_eq!(
        way(&facts(Class::Sensitive), &to),
        (Level::EndToEnd, Way::Hold, "hold".into())
    );
    let citizen = To {
        domain: Domain::Citizen,
        ..To::unknown()
    };
    assert_eq!(way(&facts(Class::Sensitive), &citizen).1, Way::Portal);
}

#[test]
fn countries_have_their_floors() {
    let level_in = |country: &str, facts: &Facts| {
        level(Rules::shipped(), &case(country), facts, &To::unknown())
    };
    let confidential = facts(Class::Confidential);
    assert_eq!(level_in("dk", &confidential), Level::Forced);
    assert_eq!(level_in("fi", &confidential), Level::Verified);
    assert_eq!(level_in("no", &confidential), Level::Forced);
    let mut secret = facts(Class::Confidential);
    secret.all.secret = true;
    assert_eq!(level_in("fi", &secret), Level::EndToEnd);
    assert_eq!(level_in("se", &secret), Level::Forced);
    let mut many = facts(Class::Confidential);
    many.all.persons = 12_915;
    assert_eq!(level_in("dk", &many), Level::EndToEnd, "Silkeborg, 2021");
    let mut child = facts(Class::Confidential);
    child.all.children = true;
    assert_eq!(level_in("dk", &child), Level::EndToEnd);
    assert_eq!(level_in("no", &child), Level::Verified);
}

#[test]
fn a_wish_for_letters_stops_even_an_open_mail() {
    let mut to = To::unknown();
    to.wishes = vec![wish(Level::HandOver, Channel::Letter, WishOf::Recipient(0))];
    let verdict = decide(Rules::shipped(), &case("dk"), &facts(Class::Open), &to);
    assert_eq!(verdict.way, Way::Letter);
    assert!(!verdict.answerable, "a wish cannot be answered away");
    let told = Reason::WishOfRecipient {
        channel: "letter".into(),
    };
    assert_eq!(verdict.reasons.first(), Some(&told));
}

#[test]
fn a_wish_of_the_person_it_is_about_binds_outside_the_house_alone() {
    let mut to = To::unknown();
    to.wishes = vec![wish(Level::EndToEnd, Channel::Encrypted, WishOf::Subject)];
    assert_eq!(way(&facts(Class::Confidential), &to).0, Level::EndToEnd);
    to.domain = Domain::Own;
    assert_eq!(way(&facts(Class::Confidential), &to).1, Way::Plain);
}

#[test]
fn a_wish_for_less_changes_nothing() {
    let mut to = To::unknown();
    to.wishes = vec![wish(Level::Open, Channel::Address, WishOf::Recipient(0))];
    assert_eq!(way(&facts(Class::Sensitive), &to).1, Way::Hold);
    assert_eq!(way(&facts(Class::Confidential), &to).1, Way::Verified);
}

#[test]
fn only_what_is_weak_can_be_answered() {
    let mut to = To::unknown();
    let of = |facts: &Facts, to: &To| decide(Rules::shipped(), &case("dk"), facts, to);
    assert!(of(&weak(Class::Sensitive), &to).answerable);
    assert!(!of(&facts(Class::Sensitive), &to).answerable);
    to.asked = Some(Asked::NotSensitive);
    assert_eq!(of(&weak(Class::Sensitive), &to).way, Way::Plain);
    assert_eq!(of(&facts(Class::Sensitive), &to).way, Way::Hold);
    let mut unread = weak(Class::Sensitive);
    unread.unread = 1;
    assert_eq!(of(&unread, &to).way, Way::Hold);
    to.asked = Some(Asked::Secure);
    assert_eq!(of(&facts(Class::Sensitive), &to).way, Way::Portal);
}

#[test]
fn a_server_that_cannot_prove_it_gets_nothing() {
    let mut to = To {
        transport: Transport::Below,
        ..To::unknown()
    };
    assert_eq!(way(&facts(Class::Confidential), &to).1, Way::Hold);
    to.domain = Domain::Citizen;
    assert_eq!(
        way(&facts(Class::Confidential), &to),
        (Level::Forced, Way::Portal, "portal-instead".into())
    );
}

#[test]
fn what_must_not_be_routed_is_not() {
    let mut to = To::unknown();
    to.number_in_address = true;
    assert_eq!(way(&facts(Class::Open), &to).1, Way::Hold);
    to.number_in_address = false;
    to.exhausted = true;
    assert_eq!(way(&facts(Class::Open), &to).2, "outcome-unknown");
    let round = Case {
        country: "dk",
        looped: true,
    };
    let verdict = decide(Rules::shipped(), &round, &facts(Class::Open), &to);
    assert_eq!(verdict.way, Way::Refuse);
    // A municipality's own ways are read first, and still let nothing of it out.
    let own = "[[way]]\nname = \"ours\"\nlevel = [\"open\"]\nway = \"plain\"";
    let rules = Rules::shipped()
        .clone()
        .with(Rules::from_toml(own).unwrap());
    let way = |case: &Case<'_>, to: &To| decide(&rules, case, &facts(Class::Open), to).way;
    assert_eq!(way(&case("dk"), &To::unknown()), Way::Plain);
    assert_eq!(way(&case("dk"), &to), Way::Hold);
    assert_eq!(way(&round, &To::unknown()), Way::Refuse);
    let mut to = To::unknown();
    to.number_in_address = true;
    assert_eq!(way(&case("dk"), &to), Way::Hold);
}

fn classes() -> impl Strategy<Value = Class> {
    prop::sample::select(vec![
        Class::Open,
        Class::Internal,
        Class::Confidential,
        Class::Sensitive,
    ])
}

fn weights() -> impl Strategy<Value = Weight> {
    (classes(), 0u32..40, any::<bool>(), any::<bool>()).prop_map(
        |(class, persons, children, secret)| Weight {
            class,
            persons,
            children,
            secret,
        },
    )
}

fn all_facts() -> impl Strategy<Value = Facts> {
    (weights(), weights(), 0u32..2, any::<bool>()).prop_map(
        |(all, mut certain, unread, number_in_subject)| {
            // What is certain is a part of everything.
            certain.class = certain.class.min(all.class);
            certain.persons = certain.persons.min(all.persons);
            certain.children &= all.children;
            certain.secret &= all.secret;
            let mut facts = Facts {
                all,
                certain,
                unread,
                number_in_subject,
                numbers: Vec::new(),
            };
            if unread > 0 {
                facts.all.class = Class::Sensitive;
                facts.certain.class = Class::Sensitive;
            }
            facts
        },
    )
}

fn wishes() -> impl Strategy<Value = Vec<Wish>> {
    let one = (
        prop::sample::select(Level::ALL.to_vec()),
        prop::sample::select(Channel::ALL.to_vec()),
        any::<bool>(),
    )
        .prop_map(|(level, channel, subject)| {
            let of = if subject {
                WishOf::Subject
            } else {
                WishOf::Recipient(0)
            };
            wish(level, channel, of)
        });
    prop::collection::vec(one, 0..4)
}

fn tos() -> impl Strategy<Value = To> {
    (
        prop::sample::select(vec![
            Domain::Own,
            Domain::Partner,
            Domain::Citizen,
            Domain::Unknown,
        ]),
        any::<[bool; 3]>(),
        wishes(),
        prop::sample::select(vec![None, Some(Asked::Secure), Some(Asked::NotSensitive)]),
    )
        .prop_map(|(domain, [number, below, exhausted], wishes, asked)| To {
            domain,
            number_in_address: number,
            wishes,
            transport: if below {
                Transport::Below
            } else {
                Transport::Untried
            },
            asked,
            exhausted,
        })
}

/// The floors written out once more, without the rules' own code.
fn least(country: &str, counts: &Weight, to: &To) -> Level {
    if to.domain == Domain::Own {
        return Level::Open;
    }
    let confidential = counts.class >= Class::Confidential;
    let end_to_end = counts.class == Class::Sensitive
        || (confidential
            && match country {
                "dk" => counts.persons >= 20 || counts.children,
                "fi" => counts.secret,
                _ => false,
            });
    if end_to_end {
        Level::EndToEnd
    } else if confidential && (counts.children || country == "fi") {
        Level::Verified
    } else if confidential {
        Level::Forced
    } else {
        Level::Open
    }
}

fn wished(to: &To) -> Level {
    to.wishes
        .iter()
        .filter(|wish| to.domain != Domain::Own || wish.of != WishOf::Subject)
        .map(|wish| wish.level)
        .max()
        .unwrap_or(Level::Open)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_goes_below_the_floor(
        facts in all_facts(),
        to in tos(),
        looped in any::<bool>(),
        country in prop::sample::select(vec!["dk", "se", "fi", "no", "is"]),
    ) {
        let case = Case { country, looped };
        let verdict = decide(Rules::shipped(), &case, &facts, &to);
        // Whatever was answered, what is certain keeps its floor, and every wish is kept.
        prop_assert!(reach(verdict.way) >= least(country, &facts.certain, &to));
        prop_assert!(reach(verdict.way) >= wished(&to));
        prop_assert!(verdict.level >= wished(&to));
        // Without an answer, all that was found keeps it.
        if to.asked != Some(Asked::NotSensitive) {
            prop_assert!(verdict.level >= least(country, &facts.all, &to));
            prop_assert!(reach(verdict.way) >= least(country, &facts.all, &to));
        }
        // An answer counts only where nothing certain, unread or wished stands against it.
        if verdict.reasons.contains(&Reason::Answered) {
            prop_assert_eq!(least(country, &facts.certain, &to), Level::Open);
            prop_assert_eq!(facts.unread, 0);
            prop_assert_eq!(wished(&to), Level::Open);
        }
        // The transport is asked for a level only where it may still prove it.
        if verdict.way == Way::Verified {
            prop_assert!(to.transport == Transport::Untried);
        }
        if looped { prop_assert!(verdict.way.stops()); }
        if to.number_in_address || to.exhausted { prop_assert!(verdict.way.stops()); }
        prop_assert!(!verdict.reasons.is_empty());
    }
}

#[test]
fn the_reason_is_as_firm_as_the_country_s_own_floor() {
    let to = To::unknown();
    let of = |country, class| {
        let reasons = decide(Rules::shipped(), &case(country), &facts(class), &to).reasons;
        reasons.into_iter().find_map(|reason| match reason {
            Reason::Floor { basis, .. } => Some((basis, reason.word())),
            _ => None,
        })
    };
    for country in ["dk", "fi"] {
        let firm = Some((Basis::Asked, "guard-why-floor"));
        assert_eq!(of(country, Class::Confidential), firm, "{country}");
        assert_eq!(of(country, Class::Sensitive), firm, "{country}");
    }
    // Norway recommends; for sensitive data the floor that holds everywhere goes further than Norway's own.
    let advised = Some((Basis::Advised, "guard-why-floor-advised"));
    assert_eq!(of("no", Class::Confidential), advised);
    assert_eq!(of("no", Class::Sensitive), None);
    // What was stored before the data said it.
    let old: Reason = serde_json::from_str(r#"{"why":"floor","country":"dk"}"#).unwrap();
    assert_eq!(old.word(), "guard-why-floor");
}
