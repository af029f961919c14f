//! The ways out of the demonstration: nothing leaves the program. The own mail server takes everything back, and the
//! servers of the partners on the list say that they protect what they get. What is written down about them says of
//! itself that it is no evidence.

use std::collections::BTreeSet;
use std::sync::Arc;

use transport::smtp::{Fate, Sending};
use transport::{Evidence, Need, Outcome, Tried, Why};

use super::{Outlets, Replied};
use crate::base::App;

/// Stands where the name of a mail server would stand.
const HOST: &str = "simulated receiver of the demonstration: no evidence";

/// Ways that only say what would have happened.
pub fn outlets(app: &App) -> Outlets {
    let guard = app.config.outgoing.as_ref();
    let proving: BTreeSet<String> = guard
        .map(|guard| guard.partners.iter().cloned().collect())
        .unwrap_or_default();
    Outlets {
        plain: Arc::new(|envelope, head, message, _| {
            let taken = || Fate::Taken(Replied::done("Simulated"));
            Sending {
                fates: envelope.recipients.iter().map(|_| taken()).collect(),
                fault: None,
                sha256: message.sha256(),
                bytes: message.len() + head.len() as u64,
            }
        }),
        verified: Arc::new(move |parcel, need, _| {
            let proves = proving.contains(parcel.domain);
            let recipients = parcel.envelope.recipients.iter();
            recipients
                .map(|_| receiver(parcel.domain, need, parcel.now, proves))
                .collect()
        }),
    }
}

fn receiver(domain: &str, need: Need, now: u64, proves: bool) -> Outcome {
    let mut evidence = Evidence::new(now, need, domain, 0);
    if proves {
        evidence.host = Some(HOST.to_owned());
        evidence.reply = Some(Replied::done("Simulated"));
        return Outcome::Delivered(evidence);
    }
    evidence.tried.push(Tried {
        host: HOST.to_owned(),
        ip: None,
        what: Why::NoPromise.to_string(),
    });
    let why = Why::NoPromise;
    Outcome::Below { why, evidence }
}

#[cfg(test)]
mod tests {
    use transport::{Need, Outcome};

    use super::{HOST, receiver};

    #[test]
    fn what_is_simulated_says_so_and_proves_nothing() {
        for proves in [true, false] {
            let (delivered, evidence) = match receiver("a.example", Need::Verified, 0, proves) {
                Outcome::Delivered(evidence) => (true, evidence),
                Outcome::Below { evidence, .. } => (false, evidence),
                other => panic!("{other:?}"),
            };
            assert_eq!(delivered, proves);
            assert!(evidence.basis.is_none() && evidence.tls.is_none());
            let said = evidence.host.iter().any(|host| host == HOST)
                || evidence.tried.iter().any(|tried| tried.host == HOST);
            assert!(said, "{evidence:?}");
        }
    }
}
