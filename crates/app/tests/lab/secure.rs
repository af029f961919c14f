//! Partners' mail servers: TLS with a key that stands in the name system, or a certificate that was agreed on.

use std::io::{Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream, UdpSocket};
use std::process::Command;
use std::sync::Arc;

use rcgen::{CertificateParams, KeyPair};
use rustls::pki_types::{CertificateDer, PrivateKeyDer, PrivatePkcs8KeyDer};
use rustls::server::ParsedCertificate;
use rustls::{ServerConfig, ServerConnection, StreamOwned};
use sha2::{Digest, Sha256};

use super::sink::Sink;

/// What the lab's own address is where the machine has none beside loopback (RFC 2544: for tests).
const OWN: Ipv4Addr = Ipv4Addr::new(198, 18, 26, 1);

/// A server, and what others must know to find and to believe it.
pub struct Secure {
    pub sink: Sink,
    pub ip: Ipv4Addr,
    pub port: u16,
    /// SHA-256 of its public key.
    pub key: [u8; 32],
    /// SHA-256 of its certificate, in hex.
    pub certificate: String,
}

impl Secure {
    /// One server for all these domains, named `mx.` and the domain.
    pub fn start(domains: &[&str]) -> Secure {
        let names: Vec<String> = domains
            .iter()
            .map(|domain| format!("mx.{domain}"))
            .collect();
        let (config, key, certificate) = identity(names);
        let ip = own_address();
        let listener = TcpListener::bind((ip, 0)).unwrap();
        let port = listener.local_addr().unwrap().port();
        let sink = Sink::default();
        let got = sink.clone();
        std::thread::spawn(move || {
            for line in listener.incoming().flatten() {
                let (got, config) = (got.clone(), Arc::clone(&config));
                std::thread::spawn(move || encrypted(line, config, &got));
            }
        });
        Secure {
            sink,
            ip,
            port,
            key,
            certificate,
        }
    }
}

fn identity(names: Vec<String>) -> (Arc<ServerConfig>, [u8; 32], String) {
    let key = KeyPair::generate().unwrap();
    let certificate = CertificateParams::new(names)
        .unwrap()
        .self_signed(&key)
        .unwrap();
    let der: CertificateDer<'static> = certificate.der().clone();
    let public = ParsedCertificate::try_from(&der)
        .unwrap()
        .subject_public_key_info();
    let digest = Sha256::digest(&public).into();
    let whole: String = Sha256::digest(&der)
        .iter()
        .map(|byte| format!("{byte:02X}"))
        .collect();
    let secret = PrivateKeyDer::from(PrivatePkcs8KeyDer::from(key.serialize_der()));
    let config =
        ServerConfig::builder_with_provider(Arc::new(rustls::crypto::ring::default_provider()))
            .with_safe_default_protocol_versions()
            .unwrap()
            .with_no_client_auth()
            .with_single_cert(vec![der], secret)
            .unwrap();
    (Arc::new(config), digest, whole)
}

/// Nothing is said before STARTTLS but EHLO: whoever says more is cut off.
fn encrypted(mut line: TcpStream, config: Arc<ServerConfig>, sink: &Sink) -> Option<()> {
    line.write_all(b"220 partner\r\n").ok()?;
    for (wanted, answer) in [
        ("EHLO", "250-partner\r\n250 STARTTLS\r\n"),
        ("STARTTLS", "220 go\r\n"),
    ] {
        if !text_line(&mut line)?
            .to_ascii_uppercase()
            .starts_with(wanted)
        {
            return None;
        }
        line.write_all(answer.as_bytes()).ok()?;
    }
    let connection = ServerConnection::new(config).ok()?;
    sink.converse(StreamOwned::new(connection, line), false)
}

/// Byte by byte: what follows belongs to TLS.
fn text_line(line: &mut TcpStream) -> Option<String> {
    let mut text = Vec::new();
    while !text.ends_with(b"\n") {
        let mut byte = [0];
        line.read_exact(&mut byte).ok()?;
        text.push(byte[0]);
    }
    String::from_utf8(text).ok()
}

/// An address of this machine that is not loopback: the guard delivers to no other kind.
fn own_address() -> Ipv4Addr {
    let asked = UdpSocket::bind("0.0.0.0:0").and_then(|socket| {
        socket.connect("192.0.2.254:9")?;
        socket.local_addr()
    });
    if let Ok(std::net::IpAddr::V4(ip)) = asked.map(|address| address.ip())
        && !ip.is_loopback()
        && !ip.is_unspecified()
    {
        return ip;
    }
    let own = format!("{OWN}/32");
    let added = Command::new("ip")
        .args(["address", "replace", &own, "dev", "lo"])
        .status();
    assert!(
        added.unwrap().success(),
        "an address of its own for the lab"
    );
    OWN
}
