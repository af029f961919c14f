//! Where Postfix hands mail over.

use std::net::TcpListener;
use std::os::unix::fs::{FileTypeExt, PermissionsExt};
use std::os::unix::net::UnixListener;
use std::path::Path;
use std::sync::Arc;
use std::thread::JoinHandle;
use std::time::Duration;

use transport::lmtp::{Limits, Listener, Stop};
use transport::{Carrier, Deadline, Pin, PinTrust, dns};

use super::{Engine, Outlets, simulated, take};
use crate::base::config::{Outgoing, fingerprint};
use crate::base::{App, Problem};

/// A guard that listens. Mails that are being taken when it stops are taken to their end.
pub struct Listening {
    stop: Stop,
    thread: JoinHandle<()>,
}

impl Listening {
    /// Stops and waits for the mails in work.
    pub fn stop(self) {
        self.stop.stop();
        let _ = self.thread.join();
    }
}

/// Starts the guard where the configuration asks for one.
///
/// # Errors
/// The address is taken, or the municipality's rules cannot be read.
pub fn listen(app: &App) -> Result<Option<Listening>, Problem> {
    let Some(guard) = app.config.outgoing.as_ref() else {
        return Ok(None);
    };
    let Some(address) = guard.listen.as_deref() else {
        return Ok(None);
    };
    let engine = Arc::new(engine(app)?);
    let listener = bind(address)?;
    start(engine, listener, guard).map(Some)
}

/// An engine with the ways that the configuration names.
///
/// # Errors
/// As [`listen`].
pub fn engine(app: &App) -> Result<Engine, Problem> {
    let guard = app.config.outgoing.clone().unwrap_or_default();
    Engine::new(app, outlets(app, &guard)?)
}

/// The same on a listener and with an engine of one's own: in the demonstration.
///
/// # Errors
/// No thread could be started.
pub fn start(
    engine: Arc<Engine>,
    listener: Listener,
    guard: &Outgoing,
) -> Result<Listening, Problem> {
    let stop = Stop::new();
    let limits = Limits {
        size: guard.size,
        connections: guard.connections,
        spool: engine.app.keys.dir().to_owned(),
        ..Limits::default()
    };
    let (until, hello) = (stop.clone(), guard.hello.clone());
    let thread = std::thread::Builder::new()
        .name("guard".into())
        .spawn(move || {
            let handed = transport::lmtp::serve(listener, &limits, &until, &hello, |envelope, message| {
                take(&engine, envelope, message)
            });
            if let Err(error) = handed {
                tracing::error!(%error, "the guard does not listen any more; Postfix keeps the mail");
            }
        })?;
    Ok(Listening { stop, thread })
}

fn bind(address: &str) -> Result<Listener, Problem> {
    let fault =
        |error: std::io::Error| Problem::Outside(format!("guard.listen {address}: {error}"));
    let Some(path) = address.strip_prefix("unix:") else {
        return Ok(TcpListener::bind(address).map_err(fault)?.into());
    };
    // A socket that a killed guard left behind is in nobody's use: a second guard is kept out by the lock on the
    // installation's folder.
    let left = std::fs::symlink_metadata(path).is_ok_and(|meta| meta.file_type().is_socket());
    if left {
        std::fs::remove_file(path)?;
    }
    let listener = UnixListener::bind(path).map_err(fault)?;
    // Postfix runs as another user; the folder decides who comes near.
    std::fs::set_permissions(Path::new(path), std::fs::Permissions::from_mode(0o666))?;
    Ok(listener.into())
}

/// The real ways out. Without a resolver that can be believed no level can be proven: such mails then wait, and the
/// log says why.
fn outlets(app: &App, guard: &Outgoing) -> Result<Outlets, Problem> {
    if app.config.demo {
        return simulated::outlets(app);
    }
    let resolver = dns::Resolver::new(guard.resolver)
        .map_err(|_| Problem::Outside("guard.resolver: not of this machine".into()))?;
    if let Err(unfit) = resolver.check(None, Deadline::after(Duration::from_secs(10))) {
        tracing::error!(
            ?unfit,
            "guard.resolver: nothing can be delivered with proof until it validates"
        );
    }
    let mut carrier = Carrier::new(&guard.hello, resolver);
    carrier.port = guard.port;
    carrier.pins = pins(guard)?;
    carrier.policies = transport::sts::Policies::kept_in(app.keys.dir().join("mta-sts"));
    Ok(Outlets::real(guard.next, carrier))
}

/// What was agreed on with partners. A file that cannot be used stops the start: mail to that partner would go
/// another way than the municipality believes.
fn pins(guard: &Outgoing) -> Result<Vec<Pin>, Problem> {
    let read = |path: &Path| {
        let fault =
            |what: String| Problem::Outside(format!("guard.pins {}: {what}", path.display()));
        let bytes = std::fs::read(path).map_err(|error| fault(error.to_string()))?;
        PinTrust::authority(&bytes)
            .ok_or_else(|| fault("no certificate of an authority".to_owned()))
    };
    guard
        .pins
        .iter()
        .map(|pin| {
            let trust = match &pin.authority {
                Some(path) => read(path)?,
                None => PinTrust::Fingerprints(
                    pin.fingerprints
                        .iter()
                        .filter_map(|text| fingerprint(text))
                        .collect(),
                ),
            };
            Ok(Pin {
                domain: pin.domain.clone(),
                trust,
                hosts: pin.hosts.clone(),
            })
        })
        .collect()
}
