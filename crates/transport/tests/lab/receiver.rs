//! Mail servers that behave as a test tells them.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use rcgen::{BasicConstraints, CertificateParams, CertifiedIssuer, IsCa, KeyPair};
use rustls::crypto::ring;
use rustls::pki_types::{CertificateDer, PrivateKeyDer, PrivatePkcs8KeyDer};
use rustls::{ServerConfig, ServerConnection, StreamOwned};

/// The lab's authority.
pub fn authority() -> CertifiedIssuer<'static, KeyPair> {
    let mut params = CertificateParams::new(vec![]).unwrap();
    params
        .distinguished_name
        .push(rcgen::DnType::CommonName, "Lab");
    params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    CertifiedIssuer::self_signed(params, KeyPair::generate().unwrap()).unwrap()
}

/// A server's certificates and key.
pub struct Identity {
    pub chain: Vec<CertificateDer<'static>>,
    pub key: Vec<u8>,
}

impl Identity {
    /// For these names, signed by the authority or by itself.
    pub fn new(names: &[&str], by: Option<&CertifiedIssuer<'static, KeyPair>>) -> Identity {
        let names: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
        let params = CertificateParams::new(names).unwrap();
        let key = KeyPair::generate().unwrap();
        let chain = match by {
            Some(by) => vec![
                params.signed_by(&key, by).unwrap().der().clone(),
                by.der().clone(),
            ],
            None => vec![params.self_signed(&key).unwrap().der().clone()],
        };
        Identity {
            chain,
            key: key.serialize_der(),
        }
    }

    /// As a TLSA record of the server's own key.
    pub fn tlsa(&self) -> String {
        let own = rustls::server::ParsedCertificate::try_from(&self.chain[0]).unwrap();
        format!("TLSA 3 1 1 {}", digest(&own.subject_public_key_info()))
    }

    /// SHA-256 of the authority's certificate, in hex.
    pub fn authority_digest(&self) -> String {
        digest(&self.chain[1])
    }

    pub fn config(&self) -> Arc<ServerConfig> {
        let key = PrivateKeyDer::from(PrivatePkcs8KeyDer::from(self.key.clone()));
        let config = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
            .with_safe_default_protocol_versions()
            .unwrap()
            .with_no_client_auth()
            .with_single_cert(self.chain.clone(), key)
            .unwrap();
        Arc::new(config)
    }
}

fn digest(bytes: &[u8]) -> String {
    let digest = transport::Message::of(bytes.to_vec()).sha256();
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// What a server does about STARTTLS.
#[derive(Clone)]
pub enum Secure {
    Good(Arc<ServerConfig>),
    NotOffered,
    /// Says yes and closes.
    Eof,
    /// Passes the line on to a server that knows nothing newer than TLS 1.1.
    Old(SocketAddr),
}

/// What happens when a line with this beginning comes.
#[derive(Clone, Copy, Debug)]
pub enum Act {
    Say(&'static str),
    Hang,
    Drop,
    Drip,
    /// Reads nothing more.
    Stall,
}

pub type Script = Vec<(&'static str, Act)>;

/// A mail server on a thread.
pub struct Receiver {
    /// Acts that come instead of the usual answers, each once.
    pub script: Arc<Mutex<Script>>,
    /// Contents that came, as they were on the line.
    pub mails: Arc<Mutex<Vec<Vec<u8>>>>,
    /// Lines of commands that came.
    pub lines: Arc<Mutex<Vec<String>>>,
}

trait Line: Read + Write {}
impl<T: Read + Write> Line for T {}

impl Receiver {
    pub fn start(address: SocketAddr, secure: Secure) -> Receiver {
        let listener = TcpListener::bind(address).unwrap();
        let receiver = Receiver {
            script: Arc::default(),
            mails: Arc::default(),
            lines: Arc::default(),
        };
        let (script, mails, lines) = (
            Arc::clone(&receiver.script),
            Arc::clone(&receiver.mails),
            Arc::clone(&receiver.lines),
        );
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let talk = Talk {
                    script: Arc::clone(&script),
                    mails: Arc::clone(&mails),
                    lines: Arc::clone(&lines),
                };
                let secure = secure.clone();
                std::thread::spawn(move || {
                    let _ = talk.connection(stream, &secure);
                });
            }
        });
        receiver
    }
}

struct Talk {
    script: Arc<Mutex<Script>>,
    mails: Arc<Mutex<Vec<Vec<u8>>>>,
    lines: Arc<Mutex<Vec<String>>>,
}

impl Talk {
    fn connection(&self, mut stream: TcpStream, secure: &Secure) -> std::io::Result<()> {
        stream.set_nodelay(true)?;
        if !self.acted("greeting", &mut stream)? {
            stream.write_all(b"220 mx.test ESMTP\r\n")?;
        }
        let raw = stream.try_clone()?;
        let mut plain = BufReader::new(stream);
        if !self.session(&mut plain, !matches!(secure, Secure::NotOffered))? {
            return Ok(());
        }
        match secure {
            Secure::Good(config) => {
                let connection = ServerConnection::new(Arc::clone(config)).unwrap();
                let mut tls = BufReader::new(StreamOwned::new(connection, raw));
                self.session(&mut tls, false)?;
            }
            Secure::Old(inner) => pass_on(raw, *inner)?,
            Secure::Eof | Secure::NotOffered => {}
        }
        Ok(())
    }

    /// Until QUIT or the end (`false`), or STARTTLS (`true`).
    fn session<T: Line>(&self, line: &mut BufReader<T>, offers: bool) -> std::io::Result<bool> {
        loop {
            let mut text = String::new();
            if line.read_line(&mut text)? == 0 {
                return Ok(false);
            }
            self.lines.lock().unwrap().push(text.clone());
            let verb = text.get(..4).unwrap_or_default().to_ascii_uppercase();
            if self.acted(&verb, line.get_mut())? {
                continue;
            }
            let answer = match verb.as_str() {
                "EHLO" if offers => {
                    "250-mx.test\r\n250-PIPELINING\r\n250-8BITMIME\r\n250 STARTTLS\r\n"
                }
                "EHLO" => "250-mx.test\r\n250-PIPELINING\r\n250 8BITMIME\r\n",
                "STAR" => "220 2.0.0 Go\r\n",
                "DATA" => "354 Go\r\n",
                "QUIT" => "221 2.0.0 Bye\r\n",
                _ => "250 2.0.0 Ok\r\n",
            };
            line.get_mut().write_all(answer.as_bytes())?;
            match verb.as_str() {
                "STAR" => return Ok(true),
                "QUIT" => return Ok(false),
                "DATA" => self.content(line)?,
                _ => {}
            }
        }
    }

    fn content<T: Line>(&self, line: &mut BufReader<T>) -> std::io::Result<()> {
        if self.acted("content", line.get_mut())? {
            return Err(std::io::ErrorKind::ConnectionAborted.into());
        }
        let mut content = Vec::new();
        while content != b".\r\n" && !content.ends_with(b"\r\n.\r\n") {
            if line.read_until(b'\n', &mut content)? == 0 {
                return Err(std::io::ErrorKind::UnexpectedEof.into());
            }
        }
        // Nothing for nobody is no mail.
        if content.len() > 3 {
            self.mails.lock().unwrap().push(content);
        }
        if !self.acted("end", line.get_mut())? {
            line.get_mut().write_all(b"250 2.0.0 Taken\r\n")?;
        }
        Ok(())
    }

    /// Does what the script says at this step, if it says anything.
    fn acted(&self, step: &str, line: &mut impl Line) -> std::io::Result<bool> {
        let next = {
            let mut script = self.script.lock().unwrap();
            let at = script.iter().position(|(start, _)| step == *start);
            at.map(|at| script.remove(at).1)
        };
        match next {
            None => return Ok(false),
            Some(Act::Say(text)) => line.write_all(text.as_bytes())?,
            Some(Act::Drop) => return Err(std::io::ErrorKind::ConnectionAborted.into()),
            Some(Act::Hang) => {
                let mut away = [0; 4_096];
                while line.read(&mut away)? > 0 {}
                return Err(std::io::ErrorKind::ConnectionAborted.into());
            }
            Some(Act::Stall) => {
                std::thread::sleep(Duration::from_secs(30));
                return Err(std::io::ErrorKind::ConnectionAborted.into());
            }
            Some(Act::Drip) => loop {
                line.write_all(b"2")?;
                line.flush()?;
                std::thread::sleep(Duration::from_millis(20));
            },
        }
        Ok(true)
    }
}

fn pass_on(outer: TcpStream, inner: SocketAddr) -> std::io::Result<()> {
    let inner = TcpStream::connect(inner)?;
    let (mut from, mut to) = (inner.try_clone()?, outer.try_clone()?);
    std::thread::spawn(move || {
        let _ = std::io::copy(&mut from, &mut to);
        let _ = to.shutdown(std::net::Shutdown::Both);
    });
    let (mut from, mut to) = (outer, inner);
    std::io::copy(&mut from, &mut to)?;
    to.shutdown(std::net::Shutdown::Both)
}

/// OpenSSL as a server of TLS 1.1 and nothing newer.
pub struct Old(Child);

impl Old {
    pub fn start(address: SocketAddr, identity: &Identity, folder: &std::path::Path) -> Old {
        let (certificate, key) = (folder.join("old.der"), folder.join("old.key"));
        std::fs::write(&certificate, &identity.chain[0]).unwrap();
        std::fs::write(&key, &identity.key).unwrap();
        let mut command = Command::new("openssl");
        command.args([
            "s_server",
            "-quiet",
            "-tls1_1",
            "-cipher",
            "ALL:@SECLEVEL=0",
            "-certform",
            "DER",
            "-keyform",
            "DER",
        ]);
        command.arg("-accept").arg(address.to_string());
        command.arg("-cert").arg(certificate).arg("-key").arg(key);
        command
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        let old = Old(command.spawn().unwrap());
        let ready = (0..200).any(|_| {
            std::thread::sleep(Duration::from_millis(50));
            TcpStream::connect(address).is_ok()
        });
        assert!(ready, "openssl s_server did not start");
        old
    }
}

impl Drop for Old {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// A server of MTA-STS policies, by the name in the request.
pub fn policies(
    address: SocketAddr,
    config: Arc<ServerConfig>,
    texts: Vec<(&'static str, String)>,
) {
    let listener = TcpListener::bind(address).unwrap();
    std::thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let connection = ServerConnection::new(Arc::clone(&config)).unwrap();
            let mut tls = StreamOwned::new(connection, stream);
            let (mut request, mut block) = (Vec::new(), [0; 1_024]);
            while !request.ends_with(b"\r\n\r\n") {
                match tls.read(&mut block) {
                    Ok(count) if count > 0 => request.extend(&block[..count]),
                    _ => break,
                }
            }
            let request = String::from_utf8_lossy(&request).into_owned();
            let text = texts
                .iter()
                .find(|(host, _)| request.contains(&format!("Host: {host}\r\n")));
            let answer = match text {
                Some((_, text)) => format!(
                    "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: {}\r\n\r\n{text}",
                    text.len()
                ),
                None => "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n".to_owned(),
            };
            let _ = tls.write_all(answer.as_bytes());
            tls.conn.send_close_notify();
            let _ = tls.flush();
        }
    });
}
