//! Recall and precision of the detector on the judged corpus.

use std::collections::BTreeMap;

use detect::{Category, Class, Detector, Finding, Kind, Policy, Strength};

use super::corpus::{Message, Truth};

/// Hits, misses and false alarms of one kind (or category) in one language.
#[derive(Clone, Copy, Default)]
pub struct Score {
    pub planted: usize,
    pub found: usize,
    pub right: usize,
    pub wrong: usize,
}

impl Score {
    /// Counts one finding.
    fn judge(&mut self, right: bool) {
        self.right += usize::from(right);
        self.wrong += usize::from(!right);
    }

    pub fn recall(&self) -> f64 {
        ratio(self.found, self.planted)
    }

    pub fn precision(&self) -> f64 {
        ratio(self.right, self.right + self.wrong)
    }

    pub fn f1(&self) -> f64 {
        let (p, r) = (self.precision(), self.recall());
        if p + r == 0.0 {
            0.0
        } else {
            2.0 * p * r / (p + r)
        }
    }
}

fn ratio(part: usize, whole: usize) -> f64 {
    if whole == 0 {
        1.0
    } else {
        part as f64 / whole as f64
    }
}

/// By group and language.
pub type Scores = BTreeMap<(String, &'static str), Score>;

/// What the corpus came to.
#[derive(Default)]
pub struct Result {
    /// By group (a kind, or `matter: category`) and language.
    pub scores: Scores,
    /// Matters that are likely or strong, the ones that a policy acts on. A finding is right when its message truly
    /// tells of that matter: another word of the same matter than the planted one is no false alarm.
    pub told: Scores,
    /// The same, but right only when it touches the planted words.
    pub likely: Scores,
    /// The same findings by message and category: whether the message is rightly said to tell of such a matter.
    pub messages: Scores,
    /// False alarms of matters from likely on: in messages that plant the same category elsewhere, another category,
    /// or no matter at all.
    pub alarms: [usize; 3],
    /// Ordinary messages, and how many of them would be held, by language.
    pub ordinary: BTreeMap<&'static str, (usize, usize)>,
    /// Some misses and false alarms, to look at.
    pub examples: Vec<String>,
}

pub fn measure(detector: &Detector, messages: &[Message]) -> Result {
    let policy = Policy::shipped();
    let mut result = Result::default();
    for message in messages {
        let found = detector.find(&message.text);
        for truth in &message.truths {
            let hit = found.iter().any(|f| hits(f, truth));
            let score = result
                .scores
                .entry((group(truth.kind, truth.category), message.language))
                .or_default();
            score.planted += 1;
            score.found += usize::from(hit);
            if !hit {
                let words = &message.text[truth.span.clone()];
                let group = group(truth.kind, truth.category);
                result.examples.push(format!(
                    "{} missed {group}: {words:?} in {:?}",
                    message.language, message.text
                ));
            }
        }
        for finding in found.iter().filter(|f| says(f)) {
            let right = message.truths.iter().any(|t| agrees(finding, t));
            let category = (finding.kind == Kind::Matter).then_some(finding.category);
            let group = group(finding.kind, category);
            let score = result
                .scores
                .entry((group.clone(), message.language))
                .or_default();
            if right {
                score.right += 1;
            } else {
                score.wrong += 1;
                let words = &message.text[finding.span.clone()];
                result.examples.push(format!(
                    "{} wrong {group}: {words:?} in {:?}",
                    message.language, message.text
                ));
            }
        }
        matters(&mut result, message, &found);
        if message.topic == "ordinary" {
            let counts = result.ordinary.entry(message.language).or_default();
            counts.0 += 1;
            if policy.judge(&found).class >= Class::Confidential {
                counts.1 += 1;
                result.examples.push(format!(
                    "{} held: {:?} {found:?}",
                    message.language, message.text
                ));
            }
        }
    }
    result
}

/// The measures of matters from strength likely on.
fn matters(result: &mut Result, message: &Message, found: &[Finding]) {
    let planted: Vec<&Truth> = message
        .truths
        .iter()
        .filter(|t| t.kind == Kind::Matter)
        .collect();
    let told: Vec<&Finding> = found
        .iter()
        .filter(|f| f.kind == Kind::Matter && f.strength >= Strength::Likely && says(f))
        .collect();
    let key = |category| (group(Kind::Matter, category), message.language);
    for truth in &planted {
        let hit = usize::from(told.iter().any(|f| hits(f, truth)));
        for scores in [&mut result.told, &mut result.likely] {
            let score = scores.entry(key(truth.category)).or_default();
            score.planted += 1;
            score.found += hit;
        }
    }
    for finding in &told {
        let touches = planted.iter().any(|t| agrees(finding, t));
        let same = planted.iter().any(|t| t.category == Some(finding.category));
        let key = key(Some(finding.category));
        result
            .told
            .entry(key.clone())
            .or_default()
            .judge(touches || same);
        result.likely.entry(key).or_default().judge(touches);
        if touches {
            continue;
        }
        let place = if same {
            0
        } else {
            1 + usize::from(planted.is_empty())
        };
        result.alarms[place] += 1;
    }
    for category in Category::ALL {
        let is = planted.iter().any(|t| t.category == Some(*category));
        let said = told.iter().any(|f| f.category == *category);
        let score = result.messages.entry(key(Some(*category))).or_default();
        score.planted += usize::from(is);
        score.found += usize::from(is && said);
        score.right += usize::from(is && said);
        score.wrong += usize::from(!is && said);
    }
}

/// Denied things and institutions are findings that say "nothing here"; a weak identity number says "perhaps".
fn says(finding: &Finding) -> bool {
    let perhaps = finding.kind.is_person_number() && finding.strength == Strength::Weak;
    !perhaps
        && !finding.reasons.has(detect::Reason::Negated)
        && !finding.reasons.has(detect::Reason::Institution)
}

pub fn group(kind: Kind, category: Option<Category>) -> String {
    match category {
        Some(category) if kind == Kind::Matter => format!("matter: {}", category.name()),
        _ => kind.name().to_owned(),
    }
}

fn overlap(finding: &Finding, truth: &Truth) -> bool {
    finding.span.start < truth.span.end && truth.span.start < finding.span.end
}

/// Numbers must be found to the byte and as their kind; a matter by any of its words; a name by a part of it.
fn hits(finding: &Finding, truth: &Truth) -> bool {
    match truth.kind {
        Kind::Matter => {
            finding.kind == Kind::Matter
                && Some(finding.category) == truth.category
                && overlap(finding, truth)
                && says(finding)
        }
        Kind::Name => finding.kind == Kind::Name && overlap(finding, truth),
        kind => finding.kind == kind && finding.span == truth.span,
    }
}

/// A finding is right when what it points at is such a thing: the second country's reading of the same identity
/// number is no false alarm, nor is a second category of the same words.
fn agrees(finding: &Finding, truth: &Truth) -> bool {
    let person = |kind: Kind| kind.is_person_number();
    overlap(finding, truth)
        && (finding.kind == truth.kind
            || person(finding.kind) && person(truth.kind)
            || finding.kind == Kind::Email)
}
