//! The public report host: only the routes that say so, style and script. Nobody is signed in here: no cookie is
//! read for that and none is set, no session is looked up, and no request is counted, timed or logged, because a
//! line with a time beside a report would tell on whoever wrote it.

use std::sync::atomic::{AtomicU64, Ordering};

use axum::extract::Request;
use axum::http::header;

use super::guests::Side;
use crate::base::Problem;
use crate::base::identity::Brakes;

pub const SIDE: Side = Side {
    first: "/tell",
    url: |app| app.config.report.url.as_deref(),
    opens: |route| route.outside,
    brake: Brakes::report,
    anonymous: true,
};

/// Faults of our own on these pages since the letterbox was opened last.
static FAULTS: AtomicU64 = AtomicU64::new(0);

/// Counts what the log may not hold with its time.
pub fn note(problem: &Problem) {
    if matches!(problem, Problem::Database(_) | Problem::Outside(_)) {
        FAULTS.fetch_add(1, Ordering::Relaxed);
    }
}

/// Says on the letterbox's fixed hours how many requests failed since the last of them.
pub fn tell_faults() {
    let faults = FAULTS.swap(0, Ordering::Relaxed);
    if faults > 0 {
        tracing::error!(faults, "requests to the public report pages failed");
    }
}

/// Whether a request names the public report host.
pub fn is_for(host: &str, request: &Request) -> bool {
    let named = request
        .headers()
        .get(header::HOST)
        .and_then(|value| value.to_str().ok())
        .or_else(|| request.uri().authority().map(|named| named.as_str()));
    named.is_some_and(|named| named.eq_ignore_ascii_case(host))
}
