//! What is shown of the findings: in the clear to the sender, masked to everybody else.

use serde::{Deserialize, Serialize};

use super::super::super::model::{Found, Marked};

/// What is shown to the sender alone, as it lies encrypted beside the mail.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Showing {
    pub to: Vec<String>,
    pub subject: String,
    pub sender: String,
    /// Its envelope has the empty sender: it is sent on as it came.
    #[serde(default)]
    pub bounce: bool,
    /// Who has it already, because of an earlier decision.
    #[serde(default)]
    pub got: Vec<String>,
    /// "Send it securely" would reach nobody.
    #[serde(default)]
    pub stuck: bool,
    pub passages: Vec<Passage>,
    /// Parts that nobody could read: name and reason by its word.
    pub unread: Vec<(String, String)>,
    /// Of all findings, also those that are not listed.
    pub count: u32,
}

/// One passage: what it is by its word, where, and the text with the stretch that was found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Passage {
    pub kind: String,
    pub part: String,
    pub marked: Marked,
}

/// What the findings are called; the room's words for them live in the hall.
pub type Name<T> = fn(T) -> &'static str;

impl Showing {
    /// Findings beyond those that are listed.
    pub fn more(&self) -> i64 {
        i64::from(self.count) - i64::try_from(self.passages.len()).unwrap_or(i64::MAX)
    }

    /// The findings in the clear, for the sender; `kind` and `unread` give the words of the lists.
    pub fn clear(found: &Found, kind: Name<detect::Kind>, unread: Name<extract::Reason>) -> Self {
        let passages = found.findings.iter().map(|one| Passage {
            kind: kind(one.kind).to_owned(),
            part: one.part.clone(),
            marked: one.clear.clone(),
        });
        let parts = found
            .unread
            .iter()
            .map(|one| (one.part.clone(), unread(one.reason).to_owned()));
        Showing {
            passages: passages.collect(),
            unread: parts.collect(),
            count: found.count,
            ..Showing::default()
        }
    }

    /// The same for everybody else: numbers by their outline, matters by their kind alone, nothing of the text around
    /// them and no names of files, which may be somebody's.
    pub fn masked(
        found: &Found,
        kind: Name<detect::Kind>,
        category: Name<detect::Category>,
        unread: Name<extract::Reason>,
    ) -> Self {
        let passages = found.findings.iter().map(|one| {
            let matter = one.category.is_matter();
            let name = if matter {
                category(one.category)
            } else {
                kind(one.kind)
            };
            let found = if matter {
                String::new()
            } else {
                one.masked.found.clone()
            };
            Passage {
                kind: name.to_owned(),
                part: String::new(),
                marked: Marked {
                    found,
                    ..Marked::default()
                },
            }
        });
        let parts = found
            .unread
            .iter()
            .map(|one| (String::new(), unread(one.reason).to_owned()));
        Showing {
            passages: passages.collect(),
            unread: parts.collect(),
            count: found.count,
            ..Showing::default()
        }
    }
}
