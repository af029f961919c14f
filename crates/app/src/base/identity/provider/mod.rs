//! The sign-in provider (OpenID Connect Core 1.0, authorization code with PKCE): its metadata and keys are
//! fetched when they are first needed, kept for an hour, and fetched again when a key is unknown.

mod flow;
mod http;

use std::sync::{Arc, Mutex, PoisonError};

use kit::clock::Moment;
use openidconnect::IssuerUrl;
use openidconnect::core::CoreProviderMetadata;

use super::super::config::Oidc;

pub use flow::{Desk, Proven, finish, start};

/// After so long metadata and keys are fetched again.
const KEPT_MINUTES: i64 = 60;
/// After a failure, and between two looks for an unknown key, the provider is left alone for so long.
const PAUSE_SECONDS: i64 = 15;

/// Why a sign-in at the provider came to nothing. The text is for the log and holds no personal data.
#[derive(Debug)]
pub enum Trouble {
    /// The provider does not answer, or answers with nonsense.
    Down(String),
    /// What came back does not prove who it is.
    Unproven(String),
}

/// The sign-in provider, when one is configured.
#[derive(Default)]
pub struct Provider(Mutex<Seat>);

#[derive(Default)]
struct Seat {
    known: Option<Known>,
    failed: Option<Moment>,
}

#[derive(Clone)]
struct Known {
    metadata: Arc<CoreProviderMetadata>,
    at: Moment,
}

impl Provider {
    /// Metadata and keys, fetched if need be.
    fn known(&self, oidc: &Oidc, now: Moment) -> Result<Known, Trouble> {
        let mut seat = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        match &seat.known {
            Some(known) if now < known.at.plus_minutes(KEPT_MINUTES) => Ok(known.clone()),
            _ => fetch(&mut seat, oidc, now),
        }
    }

    /// The same after a token came with a key that was not among them.
    fn known_after(&self, before: &Known, oidc: &Oidc, now: Moment) -> Result<Known, Trouble> {
        let mut seat = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        match &seat.known {
            Some(known) if known.at > before.at => Ok(known.clone()),
            Some(known) if now < known.at.plus_seconds(PAUSE_SECONDS) => Ok(known.clone()),
            _ => fetch(&mut seat, oidc, now),
        }
    }
}

fn fetch(seat: &mut Seat, oidc: &Oidc, now: Moment) -> Result<Known, Trouble> {
    if seat
        .failed
        .is_some_and(|at| now < at.plus_seconds(PAUSE_SECONDS))
    {
        return Err(Trouble::Down("it did not answer a moment ago".into()));
    }
    let issuer = IssuerUrl::new(oidc.issuer.clone()).map_err(|error| down(&error))?;
    // Refuses metadata of another issuer than the one that is pinned.
    match CoreProviderMetadata::discover(&issuer, &http::call) {
        Ok(metadata) => {
            let metadata = Arc::new(metadata);
            let known = Known { metadata, at: now };
            seat.known = Some(known.clone());
            seat.failed = None;
            Ok(known)
        }
        Err(error) => {
            seat.failed = Some(now);
            Err(down(&error))
        }
    }
}

fn down(error: &dyn std::error::Error) -> Trouble {
    Trouble::Down(chain(error))
}

/// An error with its causes, in one line.
fn chain(error: &dyn std::error::Error) -> String {
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(error) = cause {
        text.push_str(": ");
        text.push_str(&error.to_string());
        cause = error.source();
    }
    text
}
