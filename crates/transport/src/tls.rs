//! TLS 1.2 or 1.3, nothing older, with an eye on everything that is evidence.
//!
//! The handshake itself accepts any certificate whose key the server proves to hold, so that what was seen can be
//! told; what the certificate is worth is judged afterwards by [`chained`], [`named`], `dane` and pins, and before
//! that judgement nothing of a mail is said on the line.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use rustls::client::danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier};
use rustls::client::{Resumption, verify_server_cert_signed_by_trust_anchor, verify_server_name};
use rustls::crypto::{CryptoProvider, ring, verify_tls12_signature, verify_tls13_signature};
use rustls::pki_types::{CertificateDer, ServerName, UnixTime};
use rustls::server::ParsedCertificate;
use rustls::{
    ClientConfig, ClientConnection, DigitallySignedStruct, Error, RootCertStore, SignatureScheme,
};
use sha2::{Digest, Sha256};

use crate::evidence::{Check, Tls, hex};

/// Notes the certificates that a server shows.
#[derive(Debug)]
pub struct Recorder {
    provider: Arc<CryptoProvider>,
    chain: Mutex<Vec<CertificateDer<'static>>>,
}

impl Recorder {
    /// A recorder, and a configuration that uses it. Each connection gets its own, and none continues another one's
    /// session: a resumed session shows no certificates.
    ///
    /// # Errors
    /// When the library knows no version that is new enough, which does not happen.
    pub fn start() -> Result<(Arc<Recorder>, Arc<ClientConfig>), String> {
        let provider = Arc::new(ring::default_provider());
        let recorder = Arc::new(Recorder {
            provider: Arc::clone(&provider),
            chain: Mutex::default(),
        });
        let mut config = ClientConfig::builder_with_provider(provider)
            .with_protocol_versions(&[&rustls::version::TLS13, &rustls::version::TLS12])
            .map_err(|error| error.to_string())?
            .dangerous()
            .with_custom_certificate_verifier(Arc::clone(&recorder) as _)
            .with_no_client_auth();
        config.resumption = Resumption::disabled();
        Ok((recorder, Arc::new(config)))
    }

    /// What the server showed, its own certificate first.
    pub fn chain(&self) -> Vec<CertificateDer<'static>> {
        let chain = self.chain.lock().unwrap_or_else(PoisonError::into_inner);
        chain.clone()
    }
}

impl ServerCertVerifier for Recorder {
    fn verify_server_cert(
        &self,
        own: &CertificateDer<'_>,
        others: &[CertificateDer<'_>],
        _: &ServerName<'_>,
        _: &[u8],
        _: UnixTime,
    ) -> Result<ServerCertVerified, Error> {
        let all = std::iter::once(own).chain(others);
        let all = all.map(|one| one.clone().into_owned()).collect();
        *self.chain.lock().unwrap_or_else(PoisonError::into_inner) = all;
        Ok(ServerCertVerified::assertion())
    }

    fn verify_tls12_signature(
        &self,
        message: &[u8],
        cert: &CertificateDer<'_>,
        dss: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        let known = &self.provider.signature_verification_algorithms;
        verify_tls12_signature(message, cert, dss, known)
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        cert: &CertificateDer<'_>,
        dss: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        let known = &self.provider.signature_verification_algorithms;
        verify_tls13_signature(message, cert, dss, known)
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        self.provider
            .signature_verification_algorithms
            .supported_schemes()
    }
}

/// The certificates lead to one of `roots`, and each holds at `now` (Unix seconds).
///
/// # Errors
/// Why not.
pub fn chained(
    chain: &[CertificateDer<'_>],
    roots: &RootCertStore,
    now: u64,
) -> Result<(), String> {
    let (own, others) = chain.split_first().ok_or("no certificate")?;
    let own = ParsedCertificate::try_from(own).map_err(|error| error.to_string())?;
    let known = ring::default_provider().signature_verification_algorithms;
    let now = UnixTime::since_unix_epoch(Duration::from_secs(now));
    verify_server_cert_signed_by_trust_anchor(&own, roots, others, now, known.all)
        .map_err(|error| error.to_string())
}

/// The server's certificate carries one of `names`.
///
/// # Errors
/// Why not.
pub fn named(chain: &[CertificateDer<'_>], names: &[&str]) -> Result<(), String> {
    let own = chain.first().ok_or("no certificate")?;
    let own = ParsedCertificate::try_from(own).map_err(|error| error.to_string())?;
    let fits = |name: &&str| {
        ServerName::try_from(*name).is_ok_and(|name| verify_server_name(&own, &name).is_ok())
    };
    if names.iter().any(fits) {
        return Ok(());
    }
    Err(format!("the certificate is not for {}", names.join(" or ")))
}

/// What a connection and its certificates are; the judgements that were not asked for say so.
pub fn seen(connection: &ClientConnection, chain: &[CertificateDer<'_>]) -> Tls {
    let text = |value: Option<String>| value.unwrap_or_default();
    let version = connection.protocol_version().map(|version| match version {
        rustls::ProtocolVersion::TLSv1_3 => "TLSv1.3".to_owned(),
        rustls::ProtocolVersion::TLSv1_2 => "TLSv1.2".to_owned(),
        other => format!("{other:?}"),
    });
    let suite = connection.negotiated_cipher_suite();
    let group = connection.negotiated_key_exchange_group();
    Tls {
        version: text(version),
        cipher: text(suite.map(|suite| format!("{:?}", suite.suite()))),
        group: text(group.map(|group| format!("{:?}", group.name()))),
        certificate_sha256: text(chain.first().map(|own| hex(&fingerprint(own)))),
        certificates: chain.len(),
        chain: Check::NotAsked,
        name: Check::NotAsked,
        dane: Check::NotAsked,
        pin: Check::NotAsked,
    }
}

/// SHA-256 of a certificate.
pub fn fingerprint(certificate: &CertificateDer<'_>) -> [u8; 32] {
    Sha256::digest(certificate).into()
}

/// The public authorities that browsers know.
pub fn public_roots() -> RootCertStore {
    RootCertStore {
        roots: webpki_roots::TLS_SERVER_ROOTS.to_vec(),
    }
}
