//! A name system of its own: a signed root and zones (nsd), and a resolver that validates them (unbound), on
//! loopback addresses that nobody else uses.

use std::net::{IpAddr, Ipv4Addr, SocketAddr, UdpSocket};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use transport::{Deadline, dns};

/// Packages of Debian that the lab needs, by the programs in them.
const PROGRAMS: [(&str, &str); 6] = [
    ("nsd", "nsd"),
    ("unbound", "unbound"),
    ("ldns-keygen", "ldnsutils"),
    ("ldns-signzone", "ldnsutils"),
    ("openssl", "openssl"),
    ("posttls-finger", "postfix"),
];

/// What the lab lacks on this machine.
pub fn missing() -> Option<String> {
    let mut lacking: Vec<&str> = PROGRAMS
        .iter()
        .filter(|(program, _)| !is_there(program))
        .map(|(_, package)| *package)
        .collect();
    lacking.dedup();
    if !lacking.is_empty() {
        return Some(format!("not installed: {}", lacking.join(", ")));
    }
    let root = run(Command::new("id").arg("-u")).trim() == "0";
    (!root).then(|| "root is needed for port 53 on a loopback address".to_owned())
}

fn is_there(program: &str) -> bool {
    ["/usr/sbin", "/usr/bin", "/sbin", "/bin"]
        .iter()
        .any(|folder| Path::new(folder).join(program).exists())
}

/// The text that a program writes; a program that fails ends the test with what it said.
pub fn run(command: &mut Command) -> String {
    let output = command.output().unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{command:?}: {said}");
    String::from_utf8(output.stdout).unwrap()
}

/// The name system. Ends with the value.
pub struct Net {
    pub folder: tempfile::TempDir,
    programs: Vec<Child>,
    /// The first two numbers behind 127.
    part: (u8, u8),
}

impl Drop for Net {
    fn drop(&mut self) {
        for program in &mut self.programs {
            let _ = program.kill();
            let _ = program.wait();
        }
    }
}

impl Net {
    /// An address of this lab. 2 is the name server, 3 the resolver.
    pub fn address(&self, last: u8) -> IpAddr {
        Ipv4Addr::new(127, self.part.0, self.part.1, last).into()
    }

    /// Loopback addresses on which port 53 is free.
    pub fn new() -> Net {
        let id = std::process::id();
        let parts = (0..200).map(|n| {
            let id = id.wrapping_add(n * 7);
            (64 + (id % 128) as u8, (id / 128 % 256) as u8)
        });
        let is_free = |part: &(u8, u8)| {
            [2, 3].iter().all(|last| {
                UdpSocket::bind((Ipv4Addr::new(127, part.0, part.1, *last), 53)).is_ok()
            })
        };
        Net {
            folder: tempfile::tempdir().unwrap(),
            programs: Vec::new(),
            part: parts.into_iter().find(is_free).unwrap(),
        }
    }

    /// Starts the servers with these lines in the signed zone `test` and in the unsigned zone `open.test`.
    pub fn start(&mut self, signed: &str, unsigned: &str) -> dns::Resolver {
        let ns = self.address(2);
        let soa = "SOA ns.test. root.test. 1 3600 600 86400 60";
        self.write(
            "open.test.zone",
            &format!("$ORIGIN open.test.\n$TTL 60\n@ {soa}\n@ NS ns.test.\n{unsigned}"),
        );
        // Signed with a key that its parent does not know.
        self.write(
            "bogus.test.zone",
            &format!(
                "$ORIGIN bogus.test.\n$TTL 60\n@ {soa}\n@ NS ns.test.\n@ MX 10 mx\nmx A {ns}\n"
            ),
        );
        self.sign("bogus.test");
        let other = self.key("bogus.test", true);
        let stranger = self.read(&format!("{other}.ds"));
        self.write("test.zone", &format!(
            "$ORIGIN test.\n$TTL 60\n@ {soa}\n@ NS ns\nns A {ns}\nopen NS ns\nbogus NS ns\n{stranger}\n{signed}"
        ));
        let ds = self.sign("test");
        self.write("root.zone", &format!("$ORIGIN .\n$TTL 60\n@ {soa}\n@ NS ns.test.\ntest. NS ns.test.\nns.test. A {ns}\n{ds}\n"));
        self.sign("root");
        self.servers();
        let resolver = dns::Resolver::new(SocketAddr::new(self.address(3), 53)).unwrap();
        let ready = (0..200).any(|_| {
            let ready = resolver
                .check(None, Deadline::after(Duration::from_secs(3)))
                .is_ok();
            if !ready {
                std::thread::sleep(Duration::from_millis(100));
            }
            ready
        });
        assert!(
            ready,
            "{}{}",
            self.read("nsd.log"),
            self.read("unbound.log")
        );
        resolver
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn write(&self, name: &str, text: &str) {
        std::fs::write(self.path(name), text).unwrap();
    }

    fn read(&self, name: &str) -> String {
        std::fs::read_to_string(self.path(name)).unwrap_or_default()
    }

    /// A new key of a zone: the name of its files.
    fn key(&self, zone: &str, of_keys: bool) -> String {
        let mut command = Command::new("ldns-keygen");
        command.current_dir(self.folder.path());
        command.args(["-r", "/dev/urandom", "-a", "ECDSAP256SHA256"]);
        if of_keys {
            command.arg("-k");
        }
        run(command.arg(zone)).trim().to_owned()
    }

    /// Signs `zone.zone`; gives the record that its parent needs.
    fn sign(&self, zone: &str) -> String {
        let origin = if zone == "root" { "." } else { zone };
        let keys = [self.key(origin, true), self.key(origin, false)];
        let mut command = Command::new("ldns-signzone");
        command.current_dir(self.folder.path());
        command
            .args(["-o", origin, &format!("{zone}.zone")])
            .args(&keys);
        run(&mut command);
        if zone == "root" {
            self.write("anchor", &self.read(&format!("{}.key", keys[0])));
        }
        self.read(&format!("{}.ds", keys[0]))
    }

    fn servers(&mut self) {
        let folder = self.folder.path().display().to_string();
        let (ns, own) = (self.address(2), self.address(3));
        let zones: String = [
            ("test", ".signed"),
            ("open.test", ""),
            ("bogus.test", ".signed"),
        ]
        .iter()
        .map(|(name, signed)| format!("zone:\n name: {name}\n zonefile: {name}.zone{signed}\n"))
        .collect();
        self.write("nsd.conf", &format!(
            "server:\n ip-address: {ns}\n port: 53\n username: \"\"\n chroot: \"\"\n zonesdir: {folder}\n database: \"\"\n \
             pidfile: {folder}/nsd.pid\n xfrdfile: {folder}/xfrd\n zonelistfile: {folder}/zones\n logfile: {folder}/nsd.log\n \
             server-count: 1\nremote-control:\n control-enable: no\nzone:\n name: .\n zonefile: root.zone.signed\n{zones}"
        ));
        self.write(
            "hints",
            &format!(". 60 IN NS ns.test.\nns.test. 60 IN A {ns}\n"),
        );
        self.write("unbound.conf", &format!(
            "server:\n interface: {own}\n port: 53\n access-control: 127.0.0.0/8 allow\n do-daemonize: no\n username: \"\"\n \
             chroot: \"\"\n directory: {folder}\n pidfile: {folder}/unbound.pid\n use-syslog: no\n logfile: {folder}/unbound.log\n \
             root-hints: {folder}/hints\n trust-anchor-file: {folder}/anchor\n do-not-query-localhost: no\n do-ip6: no\n \
             local-zone: \"test.\" nodefault\n num-threads: 1\n outgoing-interface: 127.0.0.1\nremote-control:\n control-enable: no\n"
        ));
        for (program, args) in [
            ("nsd", ["-d", "-c", "nsd.conf"]),
            ("unbound", ["-d", "-c", "unbound.conf"]),
        ] {
            let mut command = Command::new(program);
            command.current_dir(self.folder.path()).args(args);
            command.stdout(Stdio::null()).stderr(Stdio::null());
            self.programs.push(command.spawn().unwrap());
        }
    }
}
