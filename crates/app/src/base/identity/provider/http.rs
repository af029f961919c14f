//! The small HTTP client that speaks with the sign-in provider and nobody else.

use std::fmt;
use std::sync::OnceLock;
use std::time::Duration;

use openidconnect::http::{Method, Request, Response, Uri};
use openidconnect::{HttpRequest, HttpResponse};
use ureq::tls::{Certificate, PemItem, RootCerts, TlsConfig, parse_pem};
use ureq::{Agent, AsSendBody, Body};

const CONNECT: Duration = Duration::from_secs(3);
const WHOLE: Duration = Duration::from_secs(8);
/// Metadata, keys and tokens are a few kilobytes.
const LARGEST: u64 = 1024 * 1024;
/// What the machine trusts: a municipality may have an authority of its own.
const SYSTEM_ROOTS: &str = "/etc/ssl/certs/ca-certificates.crt";

/// Why the provider could not be asked.
#[derive(Debug)]
pub struct Fault(String);

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Fault {}

/// One request. Redirects are not followed: an address of the provider's metadata could otherwise lead
/// inwards, to a machine that only we can reach.
///
/// # Errors
/// An address that is not protected, no connection in time, an answer of more than 1 MiB.
pub fn call(request: HttpRequest) -> Result<HttpResponse, Fault> {
    if !is_safe(request.uri()) {
        return Err(Fault("an address of the provider is not https".into()));
    }
    let fault = |error: ureq::Error| Fault(error.to_string());
    let (parts, body) = request.into_parts();
    let response = if parts.method == Method::GET {
        send(Request::from_parts(parts, ()))
    } else {
        send(Request::from_parts(parts, body))
    };
    let (parts, body) = response.map_err(fault)?.into_parts();
    let bytes = body
        .into_with_config()
        .limit(LARGEST)
        .read_to_vec()
        .map_err(fault)?;
    Ok(Response::from_parts(parts, bytes))
}

/// A proxy of the environment leads out of the house, never back to this machine.
fn send(request: Request<impl AsSendBody>) -> Result<Response<Body>, ureq::Error> {
    if request.uri().scheme_str() == Some("http") {
        let request = agent().configure_request(request).proxy(None).build();
        return agent().run(request);
    }
    agent().run(request)
}

/// https, or this very machine.
pub fn is_safe(address: &Uri) -> bool {
    let here = ["127.0.0.1", "localhost", "[::1]"].contains(&address.host().unwrap_or(""));
    match address.scheme_str() {
        Some("https") => address.host().is_some(),
        Some("http") => here,
        _ => false,
    }
}

fn agent() -> &'static Agent {
    static AGENT: OnceLock<Agent> = OnceLock::new();
    AGENT.get_or_init(|| {
        let tls = TlsConfig::builder().root_certs(roots()).build();
        Agent::config_builder()
            .max_redirects(0)
            .max_redirects_will_error(false)
            .http_status_as_error(false)
            .timeout_connect(Some(CONNECT))
            .timeout_global(Some(WHOLE))
            .tls_config(tls)
            .build()
            .new_agent()
    })
}

fn roots() -> RootCerts {
    let pem = std::fs::read(SYSTEM_ROOTS).unwrap_or_default();
    let found: Vec<Certificate<'static>> = parse_pem(&pem)
        .filter_map(|item| match item {
            Ok(PemItem::Certificate(certificate)) => Some(certificate),
            _ => None,
        })
        .collect();
    if found.is_empty() {
        RootCerts::WebPki
    } else {
        RootCerts::from(found.into_iter())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_protected_addresses_are_asked() {
        let safe = |text: &str| text.parse().is_ok_and(|uri| is_safe(&uri));
        assert!(safe("https://login.vesala.example/token"));
        assert!(safe("http://127.0.0.1:4000/token"));
        assert!(safe("http://localhost/token"));
        assert!(!safe("http://login.vesala.example/token"));
        assert!(!safe("http://127.0.0.1.evil.example/token"));
        assert!(!safe("http://127.0.0.1@evil.example/token"));
        assert!(!safe("file:///etc/passwd"));
        assert!(!safe("/token"));
    }
}
