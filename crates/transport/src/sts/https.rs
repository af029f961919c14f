//! Fetches a policy: one GET, no redirects, no proxies, little text (RFC 8461, 3.3).

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::sync::Arc;
use std::time::Duration;

use rustls::crypto::ring;
use rustls::pki_types::ServerName;
use rustls::{ClientConfig, ClientConnection, StreamOwned};

use super::Asking;
use crate::smtp::Bounded;

/// RFC 8461, 3.3 asks for a limit on time and size.
const MOST: Duration = Duration::from_secs(30);
const BYTES: u64 = 64 * 1024;
const ADDRESSES: usize = 3;

/// The policy of a domain from its own server, whose certificate must be good for its name.
///
/// # Errors
/// Why there is none.
pub fn https(asking: &Asking<'_>) -> Result<String, String> {
    let host = format!("mta-sts.{}", asking.domain);
    let until = asking.deadline.sooner(MOST);
    let found = asking.resolver.addresses(&host, until);
    let found = found.map_err(|failure| failure.to_string())?;
    let mut why = "the policy's server has no address".to_owned();
    for ip in found.records.into_iter().take(ADDRESSES) {
        let address = SocketAddr::new(ip, asking.port);
        let most = until.left().max(Duration::from_millis(1));
        let stream = match TcpStream::connect_timeout(&address, most) {
            Ok(stream) => stream,
            Err(error) => {
                why = error.to_string();
                continue;
            }
        };
        return get(Bounded { stream, until }, &host, asking).and_then(|bytes| text(&bytes));
    }
    Err(why)
}

fn get(line: Bounded, host: &str, asking: &Asking<'_>) -> Result<Vec<u8>, String> {
    let config = ClientConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()
        .map_err(|error| error.to_string())?
        .with_root_certificates(Arc::clone(asking.roots))
        .with_no_client_auth();
    let name = ServerName::try_from(host.to_owned()).map_err(|error| error.to_string())?;
    let tls = ClientConnection::new(Arc::new(config), name).map_err(|error| error.to_string())?;
    let mut tls = StreamOwned::new(tls, line);
    let request = format!(
        "GET /.well-known/mta-sts.txt HTTP/1.1\r\nHost: {host}\r\nAccept: text/plain\r\nConnection: close\r\n\r\n"
    );
    tls.write_all(request.as_bytes())
        .map_err(|error| error.to_string())?;
    let mut bytes = Vec::new();
    // A server that does not take its leave may have been cut off; the length in its answer tells.
    if let Err(error) = (&mut tls).take(BYTES).read_to_end(&mut bytes)
        && error.kind() != std::io::ErrorKind::UnexpectedEof
    {
        return Err(error.to_string());
    }
    Ok(bytes)
}

/// The text of an answer of HTTP/1.1 (RFC 9112).
pub(super) fn text(answer: &[u8]) -> Result<String, String> {
    let end = memchr::memmem::find(answer, b"\r\n\r\n").ok_or("no answer of HTTP")?;
    let (head, body) = answer.split_at(end);
    let body = body.get(4..).unwrap_or_default();
    let head = String::from_utf8_lossy(head);
    let mut lines = head.split("\r\n");
    let mut first = lines.next().unwrap_or_default().split(' ');
    if !first.next().unwrap_or_default().starts_with("HTTP/1.") || first.next() != Some("200") {
        return Err("the policy's server does not answer 200".to_owned());
    }
    let fields: Vec<(String, &str)> = lines
        .filter_map(|line| line.split_once(':'))
        .map(|(name, value)| (name.trim().to_ascii_lowercase(), value.trim()))
        .collect();
    let field = |name: &str| {
        fields
            .iter()
            .find(|(known, _)| known == name)
            .map(|(_, value)| *value)
    };
    let kind = field("content-type")
        .unwrap_or_default()
        .to_ascii_lowercase();
    if kind.split(';').next().map(str::trim) != Some("text/plain") {
        return Err("the policy is not plain text".to_owned());
    }
    let body = if field("transfer-encoding").is_some_and(|how| how.eq_ignore_ascii_case("chunked"))
    {
        chunks(body).ok_or("a policy that was cut")?
    } else {
        let length = field("content-length").and_then(|text| text.parse::<usize>().ok());
        let length = length.ok_or("a policy without a length")?;
        body.get(..length).ok_or("a policy that was cut")?.to_vec()
    };
    String::from_utf8(body).map_err(|_| "a policy that is no text".to_owned())
}

/// RFC 9112, 7.1.
fn chunks(mut body: &[u8]) -> Option<Vec<u8>> {
    let mut whole = Vec::new();
    loop {
        let end = memchr::memmem::find(body, b"\r\n")?;
        let size = std::str::from_utf8(body.get(..end)?).ok()?;
        let size = size.split(';').next()?.trim();
        let size = usize::from_str_radix(size, 16).ok()?;
        if size == 0 {
            return Some(whole);
        }
        let from = end + 2;
        let to = from.checked_add(size)?;
        whole.extend_from_slice(body.get(from..to)?);
        body = body.get(to..)?.strip_prefix(b"\r\n")?;
    }
}
