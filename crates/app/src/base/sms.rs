//! Text messages: a way out for a few words, chosen by the configuration. What is sent, to whom and when is decided
//! elsewhere. A new kind of gateway is a new line of the enum and one function.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use kit::clock::Moment;
use ureq::Agent;

use super::config::Portal;

/// Nobody waits longer for a gateway.
const WHOLE: Duration = Duration::from_secs(15);
/// What the simulator remembers.
const KEPT: usize = 20;

/// A text as the simulator keeps it.
#[derive(Clone, Debug, PartialEq)]
pub struct Simulated {
    pub at: Moment,
    pub to: String,
    pub text: String,
}

/// A way out for text messages.
#[derive(Clone)]
pub enum Texter {
    /// A gateway that takes JSON by POST, with a token.
    Gateway {
        url: String,
        token: String,
        from: String,
    },
    /// Stands in for a gateway on this machine: nothing is sent, everything is shown on a page that says so.
    Simulator(Arc<Mutex<VecDeque<Simulated>>>),
    /// None is configured.
    Nowhere,
}

impl Texter {
    /// The way that the configuration chooses.
    ///
    /// # Errors
    /// The token's file cannot be read.
    pub fn of(portal: &Portal) -> Result<Texter, std::io::Error> {
        if portal.simulators {
            return Ok(Texter::Simulator(Arc::default()));
        }
        let Some(sms) = &portal.sms else {
            return Ok(Texter::Nowhere);
        };
        Ok(Texter::Gateway {
            url: sms.url.clone(),
            token: std::fs::read_to_string(&sms.token_file)?.trim().to_owned(),
            from: sms.from.clone(),
        })
    }

    /// Whether a text can leave at all.
    pub fn can_send(&self) -> bool {
        !matches!(self, Texter::Nowhere)
    }

    /// Sends, and returns when the gateway has taken it over.
    ///
    /// # Errors
    /// Why it did not; without the number and the text.
    pub fn send(&self, at: Moment, to: &str, text: &str) -> Result<(), String> {
        match self {
            Texter::Nowhere => Err("no gateway is configured".into()),
            Texter::Simulator(kept) => {
                let mut kept = kept.lock().unwrap_or_else(PoisonError::into_inner);
                let (to, text) = (to.to_owned(), text.to_owned());
                kept.push_front(Simulated { at, to, text });
                kept.truncate(KEPT);
                Ok(())
            }
            Texter::Gateway { url, token, from } => post(url, token, from, to, text),
        }
    }

    /// What the simulator has taken, the newest first; `None` when this is no simulator.
    pub fn simulated(&self) -> Option<Vec<Simulated>> {
        match self {
            Texter::Simulator(kept) => {
                let kept = kept.lock().unwrap_or_else(PoisonError::into_inner);
                Some(kept.iter().cloned().collect())
            }
            _ => None,
        }
    }
}

fn post(url: &str, token: &str, from: &str, to: &str, text: &str) -> Result<(), String> {
    let body = serde_json::json!({ "from": from, "to": to, "text": text }).to_string();
    let agent: Agent = Agent::config_builder()
        .max_redirects(0)
        .max_redirects_will_error(false)
        .http_status_as_error(false)
        .timeout_global(Some(WHOLE))
        .build()
        .new_agent();
    let answer = agent
        .post(url)
        .header("content-type", "application/json")
        .header("authorization", format!("Bearer {token}"))
        .send(body)
        // Its words may quote what was sent: only that it failed is told.
        .map_err(|_| "the gateway does not answer".to_owned())?;
    let status = answer.status().as_u16();
    if (200..300).contains(&status) {
        Ok(())
    } else {
        Err(format!("the gateway answered {status}"))
    }
}
