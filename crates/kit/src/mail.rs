//! Sending one message. What is sent, to whom and when is decided elsewhere, from rows.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use lettre::message::header::ContentType;
use lettre::transport::smtp::authentication::Credentials;
use lettre::{Message, SmtpTransport, Transport};

/// A plain-text message.
#[derive(Clone, Debug, PartialEq)]
pub struct Letter {
    pub to: String,
    pub subject: String,
    pub text: String,
    /// BCP 47 code of the text, for the Content-Language header.
    pub lang: &'static str,
}

/// Where the mail server is. `tls`: true is STARTTLS required, false is a relay on the same machine.
#[derive(Clone, Debug)]
pub struct Server {
    pub host: String,
    pub port: u16,
    pub tls: bool,
    pub credentials: Option<(String, String)>,
    pub from: String,
}

/// A way out for mail.
#[derive(Clone)]
pub enum Sender {
    Smtp {
        transport: Box<SmtpTransport>,
        from: String,
    },
    /// Keeps what would have been sent (tests).
    Memory(Arc<Mutex<Vec<Letter>>>),
    /// No server is configured: notices stay on the outbox page.
    Nowhere,
}

/// Why a message did not leave.
#[derive(Debug)]
pub enum Fault {
    /// The address or the server's answer makes another try useless.
    Final(String),
    /// Try again later.
    Later(String),
}

impl Sender {
    /// A sender for a server.
    ///
    /// # Errors
    /// A sentence when the host name cannot be used for TLS.
    pub fn smtp(server: &Server) -> Result<Sender, String> {
        let builder = if server.tls {
            SmtpTransport::starttls_relay(&server.host).map_err(|error| error.to_string())?
        } else {
            SmtpTransport::builder_dangerous(&server.host)
        };
        let builder = builder
            .port(server.port)
            .timeout(Some(Duration::from_secs(20)));
        let builder = match &server.credentials {
            Some((user, secret)) => {
                builder.credentials(Credentials::new(user.clone(), secret.clone()))
            }
            None => builder,
        };
        Ok(Sender::Smtp {
            transport: Box::new(builder.build()),
            from: server.from.clone(),
        })
    }

    /// A sender that keeps everything, and the place where it keeps it.
    pub fn memory() -> (Sender, Arc<Mutex<Vec<Letter>>>) {
        let kept = Arc::new(Mutex::new(Vec::new()));
        (Sender::Memory(Arc::clone(&kept)), kept)
    }

    /// Whether mail can leave at all.
    pub fn can_send(&self) -> bool {
        !matches!(self, Sender::Nowhere)
    }

    /// Sends, and returns when the server has taken the message over.
    pub fn send(&self, letter: &Letter) -> Result<(), Fault> {
        self.send_with(letter, &[])
    }

    /// The same with more headers.
    pub fn send_with(
        &self,
        letter: &Letter,
        headers: &[(&'static str, &str)],
    ) -> Result<(), Fault> {
        match self {
            Sender::Memory(kept) => {
                kept.lock()
                    .unwrap_or_else(PoisonError::into_inner)
                    .push(letter.clone());
                Ok(())
            }
            Sender::Nowhere => Err(Fault::Later("no mail server is configured".into())),
            Sender::Smtp { transport, from } => {
                let message = compose(letter, from, headers).map_err(Fault::Final)?;
                match transport.send(&message) {
                    Ok(_) => Ok(()),
                    Err(error) if error.is_permanent() => Err(Fault::Final(error.to_string())),
                    Err(error) => Err(Fault::Later(error.to_string())),
                }
            }
        }
    }
}

/// A message as it would be sent: for whoever has to know it again.
///
/// # Errors
/// A sentence when an address is not valid.
pub fn composed(
    letter: &Letter,
    from: &str,
    headers: &[(&'static str, &str)],
) -> Result<Vec<u8>, String> {
    Ok(compose(letter, from, headers)?.formatted())
}

fn compose(
    letter: &Letter,
    from: &str,
    headers: &[(&'static str, &str)],
) -> Result<Message, String> {
    let mut builder = Message::builder();
    for (name, text) in headers {
        builder = builder.raw_header(lettre::message::header::HeaderValue::new(
            lettre::message::header::HeaderName::new_from_ascii_str(name),
            (*text).to_owned(),
        ));
    }
    builder
        .from(
            from.parse()
                .map_err(|_| "the sender address in the configuration is not valid".to_owned())?,
        )
        .to(letter
            .to
            .parse()
            .map_err(|_| "the recipient's address is not valid".to_owned())?)
        .subject(letter.subject.clone())
        .header(ContentType::TEXT_PLAIN)
        .raw_header(lettre::message::header::HeaderValue::new(
            lettre::message::header::HeaderName::new_from_ascii_str("Content-Language"),
            letter.lang.to_owned(),
        ))
        // RFC 3834: an automatic message asks not to be answered automatically.
        .raw_header(lettre::message::header::HeaderValue::new(
            lettre::message::header::HeaderName::new_from_ascii_str("Auto-Submitted"),
            "auto-generated".to_owned(),
        ))
        .body(letter.text.clone())
        .map_err(|error| error.to_string())
}
