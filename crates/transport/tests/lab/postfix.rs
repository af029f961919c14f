//! Postfix's own client as a second judge: the same servers, at the level of its own that asks for as much as ours.

use std::fs::Permissions;
use std::io::Write;
use std::os::unix::fs::PermissionsExt;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use transport::{Need, Outcome, Pin, PinTrust, probe};

use crate::net::run;
use crate::world::{NOW, World};
use crate::{long, pin};

/// A server that never says anything about its keys costs the resolver most of this.
const PATIENCE: Duration = Duration::from_secs(120);

/// A Postfix with a client for each level.
pub struct Judge {
    folder: PathBuf,
}

impl Judge {
    /// Starts it; a mail to `LEVEL@DOMAIN` goes to the domain at that level. `None` where this machine lets no program
    /// have its own list of resolvers.
    pub fn start(world: &World) -> Option<Judge> {
        let folder = world.net.path("postfix");
        // Postfix's programs are nobody in particular, and must get at their queue.
        let open = || Permissions::from_mode(0o755);
        std::fs::set_permissions(world.net.folder.path(), open()).unwrap();
        for part in ["etc", "queue", "data"] {
            std::fs::create_dir_all(folder.join(part)).unwrap();
        }
        run(Command::new("chown")
            .arg("postfix")
            .arg(folder.join("data")));
        let judge = Judge { folder };
        let pem = world.authority_file();
        judge.write(
            "main.cf",
            &judge.main_cf(&pem.display().to_string(), world.port),
        );
        judge.write("master.cf", &master_cf(&world.print()));
        let route = CLIENTS.map(|(name, _)| format!("/^{name}@/ {name}:\n"));
        judge.write("route", &route.concat());
        let start = format!("exec postfix -c {} start", judge.etc());
        let output = world.with_resolver(&start)?;
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{said}");
        Some(judge)
    }

    fn etc(&self) -> String {
        self.folder.join("etc").display().to_string()
    }

    fn write(&self, name: &str, text: &str) {
        std::fs::write(self.folder.join("etc").join(name), text).unwrap();
    }

    fn main_cf(&self, authority: &str, port: u16) -> String {
        let (folder, etc) = (self.folder.display(), self.etc());
        format!(
            "compatibility_level = 3.6\nqueue_directory = {folder}/queue\ndata_directory = {folder}/data\n\
             maillog_file = {folder}/log\nmaillog_file_prefixes = {folder}\nmyhostname = out.test\nmyorigin = out.test\n\
             mydestination =\ninet_interfaces = loopback-only\ninet_protocols = all\nalias_maps =\nalias_database =\n\
             transport_maps = regexp:{etc}/route\nsmtp_tcp_port = {port}\nsmtp_dns_support_level = dnssec\nsmtp_tls_CAfile = {authority}\n\
             smtp_tls_fingerprint_digest = sha256\nsmtp_tls_protocols = >=TLSv1.2\n\
             smtp_tls_mandatory_protocols = >=TLSv1.2\nqueue_run_delay = 1000s\nminimal_backoff_time = 1000s\n"
        )
    }

    /// Hands in a mail to this domain at this level.
    pub fn send(&self, level: &str, domain: &str) {
        let mut sendmail = Command::new("/usr/sbin/sendmail")
            .args(["-C", &self.etc(), "-f", "a@out.test"])
            .arg(format!("{level}@{domain}"))
            .stdin(Stdio::piped())
            .spawn()
            .unwrap();
        let mut stdin = sendmail.stdin.take().unwrap();
        stdin.write_all(b"Subject: x\n\nx\n").unwrap();
        drop(stdin);
        assert!(sendmail.wait().unwrap().success());
    }

    /// Whether that mail went out, with Postfix's line about it. Waits for the end of the try.
    pub fn sent(&self, level: &str, domain: &str) -> (bool, String) {
        let to = format!("to=<{level}@{domain}>");
        let began = Instant::now();
        loop {
            let log = std::fs::read_to_string(self.folder.join("log")).unwrap_or_default();
            let line = log
                .lines()
                .find(|line| line.contains(&to) && line.contains("status="));
            if let Some(line) = line {
                return (line.contains("status=sent"), line.to_owned());
            }
            assert!(began.elapsed() < PATIENCE, "{to}: no end\n{log}");
            std::thread::sleep(Duration::from_millis(50));
        }
    }
}

impl Drop for Judge {
    fn drop(&mut self) {
        let _ = Command::new("postfix")
            .args(["-c", &self.etc(), "abort"])
            .stderr(Stdio::null())
            .status();
    }
}

/// Clients by their names, and the level of each.
const CLIENTS: [(&str, &str); 5] = [
    ("dane-only", "dane-only"),
    ("verify", "verify"),
    ("secure", "secure"),
    ("fingerprint", "fingerprint"),
    // It has agreed on a key that nobody has.
    ("stranger", "fingerprint"),
];

fn master_cf(agreed: &str) -> String {
    let clients = CLIENTS.map(|(name, level)| {
        let nobody = ["00"; 32].join(":");
        let prints = if name == "stranger" { &nobody } else { agreed };
        format!(
            "{name} unix - - n - - smtp -o smtp_tls_security_level={level} -o smtp_tls_fingerprint_cert_match={prints}\n"
        )
    });
    format!(
        "pickup unix n - n 60 1 pickup\ncleanup unix n - n - 0 cleanup\nqmgr unix n - n 300 1 qmgr\n\
         rewrite unix - - n - - trivial-rewrite\nbounce unix - - n - 0 bounce\ndefer unix - - n - 0 bounce\n\
         trace unix - - n - 0 bounce\ntlsmgr unix - - n 1000? 1 tlsmgr\nproxymap unix - - n - - proxymap\n\
         error unix - - n - - error\nretry unix - - n - - error\nscache unix - - n - 1 scache\n\
         smtp unix - - n - - smtp\npostlog unix-dgram n - n - 1 postlogd\n{}",
        clients.concat()
    )
}

/// Postfix's level, ours, and domains.
const LEVELS: [(&str, Need, &[&str]); 2] = [
    (
        "dane-only",
        Need::Verified,
        &[
            "d0.test",
            "d1.test",
            "d2.test",
            "d8.test",
            "d9.test",
            "d10.test",
            "d11.test",
            "d12.test",
            "ta.test",
            "bogus.test",
            "null.test",
        ],
    ),
    (
        "verify",
        Need::Forced,
        &[
            "d4.open.test",
            "d5.open.test",
            "d7.open.test",
            "name.open.test",
        ],
    ),
];

/// Postfix's words for what was agreed with partners; on our side the domains are pinned.
const AGREED: [(&str, &str); 4] = [
    ("fingerprint", "d7.open.test"),
    ("stranger", "d4.open.test"),
    ("secure", "d5.open.test"),
    ("secure", "name.open.test"),
];

#[test]
fn postfix_delivers_where_we_do() {
    let Some(mut world) = World::new() else {
        return;
    };
    let Some(judge) = Judge::start(&world) else {
        println!("NOT COMPARED with Postfix's client: no mount namespace on this machine");
        return;
    };
    let asked = LEVELS
        .iter()
        .flat_map(|(level, _, domains)| domains.iter().map(|domain| (*level, *domain)));
    for (level, domain) in asked.chain(AGREED) {
        judge.send(level, domain);
    }
    let mut delivered = 0;
    let mut compare = |world: &World, level: &str, need: Need, domain: &str| {
        let ours = probe(&world.carrier, domain, need, NOW, long());
        let (theirs, line) = judge.sent(level, domain);
        let same = matches!(ours, Outcome::Delivered(_)) == theirs;
        assert!(same, "{level}: {line}\n{ours:?}");
        delivered += usize::from(theirs);
    };
    for (level, need, domains) in LEVELS {
        for domain in domains {
            compare(&world, level, need, domain);
        }
    }
    world.carrier.pins = pins(&world);
    for (level, domain) in AGREED {
        compare(&world, level, Need::Verified, domain);
    }
    // By DANE d0, d11, d12 and ta; d4 and d5 by their certificates; d7 and d5 as agreed.
    assert_eq!(delivered, 8);
}

fn pins(world: &World) -> Vec<Pin> {
    let authority = || PinTrust::authority(world.authority.der()).unwrap();
    vec![
        pin(
            "d7.open.test",
            PinTrust::Fingerprints(vec![world.self_signed]),
        ),
        pin("d4.open.test", PinTrust::Fingerprints(vec![[0; 32]])),
        pin("d5.open.test", authority()),
        pin("name.open.test", authority()),
    ]
}
