//! How far a proof reaches among the messages of one recipient; the rule of every page of the portal.

use kit::clock::Moment;

use super::super::super::model::Proof;
use super::super::MessageId;

/// What was proven, and by what.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reach {
    pub proof: Proof,
    /// The message whose door was opened.
    pub opened: MessageId,
    /// Since when the phone or the number is registered by which it was.
    pub since: Option<Moment>,
}

/// Whether what is registered since then opens a message of this moment: it counts for what came after it, so whoever
/// registers a phone or a number gets at nothing that others wrote before (GDPR article 32: the measure must hold
/// against our own too).
pub fn counts(since: Option<Moment>, at: Moment) -> bool {
    since.is_some_and(|since| since <= at)
}

impl Reach {
    /// Whether a message of the same recipient is there at all.
    ///
    /// A letter speaks for its own message alone: whoever sent that one has seen the code.
    pub fn holds(&self, message: MessageId, at: Moment) -> bool {
        match self.proof {
            Proof::LetterCode => message == self.opened,
            Proof::PhoneCode | Proof::NationalEid => counts(self.since, at),
        }
    }

    /// Whether it says something of the person and not of one message: only then a wish for all mail to them is theirs.
    pub fn is_personal(&self) -> bool {
        self.proof != Proof::LetterCode
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_holds_for_one_and_the_rest_for_what_came_later() {
        let (own, other) = (MessageId::random(), MessageId::random());
        let at = |ms| Moment::from_ms(ms);
        let reach = |proof, since| Reach {
            proof,
            opened: own,
            since,
        };
        let letter = reach(Proof::LetterCode, Some(at(0)));
        assert!(letter.holds(own, at(5)) && !letter.holds(other, at(5)));
        assert!(!letter.is_personal());
        for proof in [Proof::PhoneCode, Proof::NationalEid] {
            let reach_since = reach(proof, Some(at(5)));
            assert!(reach_since.holds(other, at(5)) && reach_since.holds(own, at(9)));
            assert!(!reach_since.holds(own, at(4)));
            assert!(
                !reach(proof, None).holds(own, at(9)),
                "no longer registered"
            );
        }
    }
}
