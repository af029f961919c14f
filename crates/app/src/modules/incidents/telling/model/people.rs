//! Who was told, when and how; and the decisions not to (article 34). Groups and numbers, never names.

use kit::clock::{Moment, Zone};
use kit::form::{self, Faults, Fields};
use kit::words::Lang;

use super::super::super::model::{People, Possible, Told, When, check_possible};
use super::choices;

const WORDS: usize = 20_000;
const LINE: usize = 300;

kit::choices! {
    /// By what way. A municipality writes letters: not everybody reads e-mail.
    pub enum Channel {
        Letter = "letter", "incidents-telling-channel-letter";
        SecureMessage = "secure_message", "incidents-telling-channel-secure";
        Phone = "phone", "incidents-telling-channel-phone";
        InPerson = "in_person", "incidents-telling-channel-in-person";
        /// A public communication (article 34(3)(c)), or one beside the letters.
        Public = "public", "incidents-telling-channel-public";
    }
}

/// One time that people were told.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    pub at: Moment,
    pub channel: Channel,
    /// Which group.
    pub people: String,
    pub number: Option<i64>,
    /// One of [`choices::EXTENT`].
    pub extent: &'static str,
    pub part_why: String,
    pub lang: Option<Lang>,
    /// What they were told, as it was told.
    pub words: String,
    /// Where a public communication stood.
    pub place: String,
    /// Where the proof is: a posting list, a log number.
    pub proof: String,
    /// Why people are told individually, where that is decided with it.
    pub why: String,
}

impl Entry {
    /// `letter` gives the letter's text in a language when it is finished; `decided`: that people are told individually
    /// is decided already.
    ///
    /// # Errors
    /// No time, way or group; a part without its reason; nothing that was told; public without a place; the decision
    /// without its reason.
    pub fn typed(
        fields: &Fields,
        decided: bool,
        possible: Possible,
        zone: &Zone,
        letter: impl Fn(Lang) -> Option<String>,
    ) -> Result<Entry, Faults> {
        let mut faults = Faults::new();
        let told = form::moment(fields, &mut faults, "at", zone);
        form::need(&mut faults, "at", "incidents-fault-told-at", &told);
        let told = told.unwrap_or(possible.now);
        check_possible(&mut faults, "at", When::At(told), possible, zone);
        let channel = form::choice(fields, &mut faults, "channel", Channel::parse);
        form::need(
            &mut faults,
            "channel",
            "incidents-telling-fault-channel",
            &channel,
        );
        let people = form::required(
            fields,
            &mut faults,
            "people",
            "incidents-telling-fault-people",
            LINE,
        );
        let number = form::whole(fields, &mut faults, "number", 0, 10_000_000);
        let extent = form::choice(fields, &mut faults, "extent", |code| {
            choices::find(choices::EXTENT, code)
        });
        let extent = extent.map_or("all", |one| one.code);
        let part_why = form::optional(fields, &mut faults, "part_why", WORDS).unwrap_or_default();
        if extent == "part" && part_why.is_empty() {
            faults.add("part_why", "incidents-fault-reason");
        }
        let lang = form::choice(fields, &mut faults, "lang", Lang::parse);
        let typed = form::optional(fields, &mut faults, "words", WORDS);
        let words = typed.or_else(|| lang.and_then(letter)).unwrap_or_default();
        if words.is_empty() && faults.of("words").next().is_none() {
            faults.add("words", "incidents-telling-fault-words");
        }
        let place = form::optional(fields, &mut faults, "place", LINE).unwrap_or_default();
        if channel == Some(Channel::Public) && place.is_empty() {
            faults.add("place", "incidents-telling-fault-place");
        }
        let proof = form::optional(fields, &mut faults, "proof", LINE).unwrap_or_default();
        let why = form::optional(fields, &mut faults, "reason", WORDS);
        // A public communication alone decides nothing about telling them individually.
        let why = why.filter(|_| !decided && channel != Some(Channel::Public));
        if !decided && channel != Some(Channel::Public) && why.is_none() {
            faults.add("reason", "incidents-fault-reason");
        }
        let channel = channel.unwrap_or(Channel::Letter);
        faults.into_result(Entry {
            at: told,
            channel,
            people,
            number,
            extent,
            part_why,
            lang,
            words,
            place,
            proof,
            why: why.unwrap_or_default(),
        })
    }
}

/// How the case stands towards the people concerned after what was told; none while only a public communication
/// was made and nothing is decided. `decided` is the last decision of the case.
pub fn standing(entries: &[(Channel, Moment)], decided: Option<&People>) -> Option<People> {
    let public = entries
        .iter()
        .any(|(channel, _)| *channel == Channel::Public);
    let first = entries
        .iter()
        .filter(|(channel, _)| *channel != Channel::Public)
        .map(|(_, at)| *at)
        .min();
    match (first, decided) {
        (Some(at), _) => Some(People {
            told: Told::Told,
            at: Some(at),
            public,
        }),
        (None, Some(decided)) => Some(People {
            public: decided.public || public,
            ..decided.clone()
        }),
        (None, None) => None,
    }
}

/// The decision that people are not told individually.
#[derive(Clone, Debug, PartialEq)]
pub struct NotTold {
    pub people: People,
    pub reason: String,
    /// The public communication that article 34(3)(c) asks for.
    pub public: Option<Entry>,
}

impl NotTold {
    /// # Errors
    /// No ground or no reason; exception c without the public communication, its place and its day.
    pub fn typed(fields: &Fields, possible: Possible, zone: &Zone) -> Result<NotTold, Faults> {
        let mut faults = Faults::new();
        let told = form::choice(fields, &mut faults, "ground", |code| {
            Told::parse(code).filter(|told| *told != Told::Told)
        });
        form::need(&mut faults, "ground", "incidents-fault-told", &told);
        let reason = form::required(
            fields,
            &mut faults,
            "reason",
            "incidents-fault-reason",
            WORDS,
        );
        let exempt_c = told == Some(Told::ExemptC);
        let published = form::moment(fields, &mut faults, "at", zone);
        let words = form::optional(fields, &mut faults, "words", WORDS).unwrap_or_default();
        let place = form::optional(fields, &mut faults, "place", LINE).unwrap_or_default();
        let people = form::optional(fields, &mut faults, "people", LINE).unwrap_or_default();
        if exempt_c {
            form::need(
                &mut faults,
                "at",
                "incidents-telling-fault-published",
                &published,
            );
            published_whole(&mut faults, (&words, &place, &people));
        }
        if let Some(published) = published {
            check_possible(&mut faults, "at", When::At(published), possible, zone);
        }
        let public = exempt_c.then(|| Entry {
            at: published.unwrap_or(possible.now),
            channel: Channel::Public,
            people,
            number: None,
            extent: "all",
            part_why: String::new(),
            lang: None,
            words,
            place,
            proof: String::new(),
            why: String::new(),
        });
        let people = People {
            told: told.unwrap_or(Told::NotNeeded),
            at: None,
            public: exempt_c,
        };
        faults.into_result(NotTold {
            people,
            reason,
            public,
        })
    }
}

/// Article 34(3)(c) asks for a communication that reaches people: its text, its place, for whom it is.
fn published_whole(faults: &mut Faults, (words, place, people): (&str, &str, &str)) {
    for (field, text, message) in [
        ("words", words, "incidents-telling-fault-public-words"),
        ("place", place, "incidents-telling-fault-place"),
        ("people", people, "incidents-telling-fault-people"),
    ] {
        if text.is_empty() && faults.of(field).next().is_none() {
            faults.add(field, message);
        }
    }
}
