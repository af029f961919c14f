//! The ways out of the demonstration. Its own mail server and the receivers listen on loopback addresses in this very
//! program, take mail by SMTP and keep nothing. The servers of the partners on the list are said to protect what they
//! get; that is a play, so what is written down about them says of itself that it is no evidence.

mod server;

use std::collections::BTreeSet;
use std::net::SocketAddr;
use std::sync::{Arc, LazyLock};

use transport::smtp::{Fate, Patience, Session};
use transport::{Deadline, Evidence, Need, Outcome, Parcel, Tried, Why};

use super::{Outlets, Replied, second};
use crate::base::{App, Problem};

/// Stands where the name of a mail server would stand.
const HOST: &str = "simulated receiver of the demonstration: no evidence";

/// The servers of this program; there as long as it runs.
static SERVERS: LazyLock<Option<Servers>> = LazyLock::new(|| {
    Some(Servers {
        own: server::start().ok()?,
        partner: server::start().ok()?,
    })
});

struct Servers {
    /// Takes back what may go on as it came.
    own: SocketAddr,
    partner: SocketAddr,
}

/// The guard's own ways, to servers on this machine.
///
/// # Errors
/// No port is free for them.
pub fn outlets(app: &App) -> Result<Outlets, Problem> {
    let fault = || Problem::Outside("demonstration: no port for a simulated receiver".to_owned());
    let servers = SERVERS.as_ref().ok_or_else(fault)?;
    let guard = app.config.outgoing.as_ref();
    let proving: BTreeSet<String> = guard
        .map(|guard| guard.partners.iter().cloned().collect())
        .unwrap_or_default();
    Ok(Outlets {
        plain: second::plain(servers.own, "localhost".to_owned()),
        verified: Arc::new(move |parcel, need, deadline| {
            if proving.contains(parcel.domain) {
                handed_over(servers.partner, parcel, need, deadline)
            } else {
                parcel
                    .envelope
                    .recipients
                    .iter()
                    .map(|_| below(parcel, need))
                    .collect()
            }
        }),
    })
}

/// A partner's server gets the mail; nothing was proven, for nothing was encrypted.
fn handed_over(
    partner: SocketAddr,
    parcel: &Parcel<'_>,
    need: Need,
    deadline: Deadline,
) -> Vec<Outcome> {
    let fates = match Session::connect(partner, "localhost", &Patience::default(), deadline) {
        Ok(mut session) => {
            let (envelope, note) = (parcel.envelope, parcel.before_end);
            let sending = session.send_noting(envelope, parcel.head, parcel.message, note);
            session.quit();
            sending.fates
        }
        Err(_) => vec![Fate::NotSent; parcel.envelope.recipients.len()],
    };
    let told = |fate| {
        let mut evidence = Evidence::new(parcel.now, need, parcel.domain, 0);
        evidence.host = Some(HOST.to_owned());
        match fate {
            Fate::Taken(reply) => {
                evidence.reply = Some(reply);
                Outcome::Delivered(evidence)
            }
            Fate::Refused(reply) => Outcome::Later { reply, evidence },
            Fate::NotSent => Outcome::Later {
                reply: Replied::later("4.4.1", "Not sent"),
                evidence,
            },
            Fate::Unknown => Outcome::Unknown { evidence },
        }
    };
    fates.into_iter().map(told).collect()
}

/// Everybody else's server offers nothing; nothing is sent to it.
fn below(parcel: &Parcel<'_>, need: Need) -> Outcome {
    let mut evidence = Evidence::new(parcel.now, need, parcel.domain, 0);
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
    use std::time::Duration;

    use transport::{Deadline, Envelope, Message, Need, Outcome, Parcel, Recipient};

    use super::{HOST, outlets};
    use crate::base::config::Outgoing;
    use crate::base::testing::House;

    #[test]
    fn what_is_simulated_goes_over_loopback_says_so_and_proves_nothing() {
        let mut app = House::sqlite().app.clone();
        let mut config = (*app.config).clone();
        config.outgoing = Some(Outgoing {
            partners: vec!["partner.example".to_owned()],
            ..Outgoing::default()
        });
        app.config = std::sync::Arc::new(config);
        let outlets = outlets(&app).unwrap();
        let message = Message::of(b"Subject: x\r\n\r\n.\r\n..\r\nx\r\n".to_vec());
        let soon = || Deadline::after(Duration::from_secs(60));
        for (domain, delivered) in [("partner.example", true), ("other.example", false)] {
            let envelope = Envelope {
                recipients: ["a", "b"]
                    .map(|name| Recipient::to(&format!("{name}@{domain}")))
                    .into(),
                ..Envelope::default()
            };
            let parcel = Parcel {
                domain,
                envelope: &envelope,
                head: b"",
                message: &message,
                now: 0,
                before_end: &|| Ok(()),
            };
            let outcomes = (outlets.verified)(&parcel, Need::Verified, soon());
            assert_eq!(outcomes.len(), 2);
            for outcome in outcomes {
                assert_eq!(
                    matches!(outcome, Outcome::Delivered(_)),
                    delivered,
                    "{outcome:?}"
                );
                let evidence = outcome.evidence();
                assert!(evidence.basis.is_none() && evidence.tls.is_none());
                let said = evidence.host.iter().any(|host| host == HOST)
                    || evidence.tried.iter().any(|tried| tried.host == HOST);
                assert!(said, "{evidence:?}");
            }
            let back = (outlets.plain)(&envelope, (b"", &message), &|| Ok(()), soon());
            assert!(back.fault.is_none(), "{:?}", back.fault);
        }
    }
}
