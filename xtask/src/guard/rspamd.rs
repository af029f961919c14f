//! rspamd beside Postfix as a milter: Debian's stock configuration (a proxy that speaks milter, and one worker that
//! scans), no network, which is the least it can cost.

use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use super::load::usage;

pub struct Rspamd(Child);

/// The head of an answer (RFC 1035, 4.1.1) to one question: there is no such name.
const NO_SUCH_NAME: [u8; 10] = [0x81, 0x83, 0, 1, 0, 0, 0, 0, 0, 0];

impl Rspamd {
    /// Installs it where it is missing, and starts it with its milter on this port.
    pub fn start(dir: &Path, port: u16) -> Result<Rspamd, String> {
        if !Path::new("/usr/bin/rspamd").exists() {
            install()?;
        }
        let place = dir.join("rspamd");
        written(&place, port).map_err(|error| error.to_string())?;
        let folder = place.display().to_string();
        let child = Command::new("/usr/bin/rspamd")
            .args(["-f", "-i", "-c", "/etc/rspamd/rspamd.conf"])
            .args(
                ["LOCAL_CONFDIR", "RUNDIR", "DBDIR", "LOGDIR"]
                    .map(|name| format!("--var={name}={folder}")),
            )
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .process_group(0)
            .spawn()
            .map_err(|error| error.to_string())?;
        let mut rspamd = Rspamd(child);
        let began = Instant::now();
        while std::net::TcpStream::connect(("127.0.0.1", port)).is_err() {
            let ended = rspamd.0.try_wait().ok().flatten();
            if began.elapsed() > Duration::from_secs(120) || ended.is_some() {
                return Err(format!("it does not listen ({ended:?})"));
            }
            std::thread::sleep(Duration::from_millis(200));
        }
        rspamd.warm();
        Ok(rspamd)
    }

    /// Until its helper has compiled the patterns: beside that neither it nor anybody else could be measured.
    fn warm(&self) {
        let began = Instant::now();
        let mut quiet = 0;
        while quiet < 3 && began.elapsed() < Duration::from_secs(300) {
            let before = usage(self.pid()).cpu;
            std::thread::sleep(Duration::from_secs(2));
            let busy = usage(self.pid()).cpu - before > 0.1;
            quiet = if busy { 0 } else { quiet + 1 };
        }
    }

    pub fn pid(&self) -> u32 {
        self.0.id()
    }
}

impl Drop for Rspamd {
    fn drop(&mut self) {
        // Its workers are in a group of their own; a parent that is killed would leave them behind.
        let group = format!("-{}", self.0.id());
        let _ = Command::new("kill").args(["-KILL", "--", &group]).status();
        let _ = self.0.wait();
    }
}

/// Its own service must not run beside it.
fn install() -> Result<(), String> {
    println!("installing: rspamd");
    let ended = Command::new("apt-get")
        .args(["install", "-q", "-y", "--no-install-recommends", "rspamd"])
        .env("DEBIAN_FRONTEND", "noninteractive")
        .env("RUNLEVEL", "1")
        .stdout(Stdio::null())
        .status();
    match ended {
        Ok(status) if status.success() => Ok(()),
        _ => Err("apt-get could not install it".to_owned()),
    }
}

fn written(place: &Path, port: u16) -> std::io::Result<()> {
    let local = place.join("local.d");
    std::fs::create_dir_all(&local)?;
    let scanner = std::net::TcpListener::bind("127.0.0.1:0")?
        .local_addr()?
        .port();
    let proxy = format!(
        "bind_socket = \"127.0.0.1:{port}\";\n\
         upstream \"local\" {{ default = yes; hosts = \"127.0.0.1:{scanner}\"; }}\n"
    );
    std::fs::write(local.join("worker-proxy.inc"), proxy)?;
    let normal = format!("bind_socket = \"127.0.0.1:{scanner}\";\ncount = 1;\n");
    std::fs::write(local.join("worker-normal.inc"), normal)?;
    for worker in ["controller", "fuzzy"] {
        std::fs::write(
            local.join(format!("worker-{worker}.inc")),
            "enabled = false;\n",
        )?;
    }
    std::fs::write(
        local.join("options.inc"),
        format!("dns {{ nameserver = [\"127.0.0.1:{}\"]; }}\n", resolver()?),
    )?;
    std::fs::write(
        local.join("logging.inc"),
        "type = \"file\";\nlevel = \"error\";\n",
    )
}

/// A resolver that knows no name and says so at once, so that stock rules that ask the network never wait for it. It
/// ends with the bench.
fn resolver() -> std::io::Result<u16> {
    let socket = std::net::UdpSocket::bind("127.0.0.1:0")?;
    let port = socket.local_addr()?.port();
    std::thread::spawn(move || {
        let mut question = [0; 1_024];
        while let Ok((length, from)) = socket.recv_from(&mut question) {
            let Some(answer) = question.get_mut(..length).and_then(no_such_name) else {
                continue;
            };
            let _ = socket.send_to(answer, from);
        }
    });
    Ok(port)
}

/// The question with another head; what was added behind it (EDNS) is left out.
fn no_such_name(message: &mut [u8]) -> Option<&[u8]> {
    message.get_mut(2..12)?.copy_from_slice(&NO_SUCH_NAME);
    let mut at = 12;
    while let Some(length @ 1..) = message.get(at).map(|byte| usize::from(*byte)) {
        at += 1 + length;
    }
    message.get(..at + 5)
}
