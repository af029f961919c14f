//! The domains of the lab and their servers (facts/mail-guard.md §9).

use std::collections::BTreeMap;
use std::net::{IpAddr, Ipv6Addr, SocketAddr, TcpListener};
use std::process::{Command, Output};
use std::sync::Arc;

use rcgen::{CertifiedIssuer, KeyPair};
use rustls::RootCertStore;
use transport::{
    Carrier, Deadline, Envelope, Message, Need, Outcome, Parcel, Reach, Recipient, deliver,
};

use crate::net::{Net, missing};
use crate::receiver::{Identity, Old, Receiver, Secure, authority, policies};

/// Of all judgements, in Unix seconds.
pub const NOW: u64 = 1_790_000_000;
/// The name server, the policies' server, the server of TLS 1.1, and a place where nobody listens.
const POLICIES: u8 = 50;
const NOBODY: u8 = 51;
const OLD: u8 = 52;

pub struct World {
    pub net: Net,
    pub carrier: Carrier,
    pub receivers: BTreeMap<&'static str, Receiver>,
    pub port: u16,
    pub authority: CertifiedIssuer<'static, KeyPair>,
    /// SHA-256 of the certificate of `d7.open.test`.
    pub self_signed: [u8; 32],
    _old: Old,
}

/// What is built up before the name system starts.
struct Plan {
    net: Net,
    port: u16,
    authority: CertifiedIssuer<'static, KeyPair>,
    signed: String,
    unsigned: String,
    receivers: BTreeMap<&'static str, Receiver>,
    last: u8,
}

impl Plan {
    /// A server with its address in the zone.
    fn server(&mut self, host: &'static str, secure: Secure) {
        let ip = if host.contains("d12") {
            IpAddr::V6(Ipv6Addr::LOCALHOST)
        } else {
            self.last += 1;
            self.net.address(self.last)
        };
        let kind = if ip.is_ipv6() { "AAAA" } else { "A" };
        self.line(host, &format!("{host}. {kind} {ip}"));
        let receiver = Receiver::start(SocketAddr::new(ip, self.port), secure);
        self.receivers.insert(host, receiver);
    }

    fn line(&mut self, name: &str, line: &str) {
        let zone = if name.ends_with("open.test") {
            &mut self.unsigned
        } else {
            &mut self.signed
        };
        zone.push_str(line);
        zone.push('\n');
    }

    /// A domain with a server whose key stands in the name system.
    fn dane(&mut self, domain: &str, host: &'static str, secure: impl Fn(&Identity) -> Secure) {
        let identity = Identity::new(&[host], Some(&self.authority));
        self.line(domain, &format!("{domain}. MX 10 {host}."));
        self.line(
            host,
            &format!("_{}._tcp.{host}. {}", self.port, identity.tlsa()),
        );
        self.server(host, secure(&identity));
    }

    /// A domain in the unsigned zone, with a good certificate and perhaps a policy.
    fn open(
        &mut self,
        domain: &str,
        host: &'static str,
        identity: &Identity,
        policies: Option<u8>,
    ) {
        self.line(domain, &format!("{domain}. MX 10 {host}."));
        self.server(host, Secure::Good(identity.config()));
        if let Some(last) = policies {
            let ip = self.net.address(last);
            self.line(
                domain,
                &format!("_mta-sts.{domain}. TXT \"v=STSv1; id=1;\"\nmta-sts.{domain}. A {ip}"),
            );
        }
    }
}

/// A port that is free on the lab's addresses and on the IPv6 loopback address.
fn port() -> u16 {
    let listener = TcpListener::bind((Ipv6Addr::LOCALHOST, 0)).unwrap();
    listener.local_addr().unwrap().port()
}

impl World {
    /// The certificate of `d7.open.test` as Postfix writes it.
    pub fn print(&self) -> String {
        let bytes = self.self_signed.map(|byte| format!("{byte:02X}"));
        bytes.join(":")
    }

    /// `None` where the machine lacks what the lab needs; then it says so.
    pub fn new() -> Option<World> {
        if let Some(why) = missing() {
            println!("THE LAB IS NOT RUN: {why}");
            return None;
        }
        let mut plan = Plan {
            net: Net::new(),
            port: port(),
            authority: authority(),
            signed: String::new(),
            unsigned: String::new(),
            receivers: BTreeMap::new(),
            last: 9,
        };
        let old = with_dane(&mut plan);
        let self_signed = without_dane(&mut plan);
        let policy = |mode: &str, mx: &str| {
            format!("version: STSv1\r\nmode: {mode}\r\nmx: {mx}\r\nmax_age: 86400\r\n")
        };
        let names = [
            "mta-sts.d3.open.test",
            "mta-sts.d4.open.test",
            "mta-sts.d6.open.test",
        ];
        let texts = vec![
            (names[0], policy("enforce", "*.d3.open.test")),
            (names[1], policy("testing", "mx.d4.open.test")),
            (names[2], policy("enforce", "other.d6.open.test")),
        ];
        let https = port();
        let identity = Identity::new(&names, Some(&plan.authority));
        policies(
            SocketAddr::new(plan.net.address(POLICIES), https),
            identity.config(),
            texts,
        );
        let resolver = plan.net.start(&plan.signed, &plan.unsigned);
        let mut carrier = Carrier::new("out.test", resolver);
        let mut roots = RootCertStore::empty();
        roots.add(plan.authority.der().clone()).unwrap();
        carrier.roots = Arc::new(roots);
        carrier.port = plan.port;
        carrier.reach = Reach::Anywhere;
        carrier.policies.port = https;
        Some(World {
            net: plan.net,
            carrier,
            receivers: plan.receivers,
            port: plan.port,
            authority: plan.authority,
            self_signed,
            _old: old,
        })
    }

    /// Delivers a mail to these recipients of a domain.
    pub fn send(
        &self,
        domain: &str,
        names: &[&str],
        need: Need,
        deadline: Deadline,
    ) -> Vec<Outcome> {
        self.send_mail(&Message::of(MAIL.to_vec()), domain, names, need, deadline)
    }

    /// The same with a mail of one's own.
    pub fn send_mail(
        &self,
        message: &Message,
        domain: &str,
        names: &[&str],
        need: Need,
        deadline: Deadline,
    ) -> Vec<Outcome> {
        let envelope = Envelope {
            from: Some("a@out.test".into()),
            recipients: names
                .iter()
                .map(|name| Recipient::to(&format!("{name}@{domain}")))
                .collect(),
            ..Envelope::default()
        };
        let parcel = Parcel {
            domain,
            envelope: &envelope,
            head: HEAD,
            message,
            now: NOW,
            before_end: &|| Ok(()),
        };
        deliver(&self.carrier, &parcel, need, deadline)
    }

    /// Contents that a server has got, as they were on the line.
    pub fn mails(&self, host: &str) -> Vec<Vec<u8>> {
        self.receivers[host].mails.lock().unwrap().clone()
    }

    /// The authority's certificate as OpenSSL writes it (PEM).
    pub fn authority_file(&self) -> std::path::PathBuf {
        let der = self.net.path("authority.der");
        std::fs::write(&der, self.authority.der()).unwrap();
        let pem = self.net.path("authority.pem");
        let made = Command::new("openssl")
            .args(["x509", "-inform", "DER", "-in"])
            .arg(der)
            .arg("-out")
            .arg(&pem)
            .status();
        assert!(made.unwrap().success());
        pem
    }

    /// Whether Postfix's own program calls a connection to the domain verified at this level, with what was `agreed`
    /// (fingerprints or names; none: what the level takes by itself); `None` where this
    /// machine lets no program have its own list of resolvers.
    pub fn finger(&self, domain: &str, level: &str, agreed: &str) -> Option<(bool, String)> {
        self.net.write(
            "main.cf",
            "compatibility_level = 3.6\ninet_protocols = all\n",
        );
        let output = self.with_resolver(&format!(
            "exec env MAIL_CONFIG={} posttls-finger -c -t 20 -T 20 -l {level} -d sha256 -F {} {domain}:{} {agreed}",
            self.net.folder.path().display(),
            self.authority_file().display(),
            self.port
        ))?;
        let said = [output.stdout, output.stderr].concat();
        let said = String::from_utf8_lossy(&said).into_owned();
        Some((said.contains("Verified TLS connection established"), said))
    }

    /// What a command of the shell says that asks the lab's own resolver; `None` where this machine lets no program
    /// have its own list of resolvers.
    pub fn with_resolver(&self, command: &str) -> Option<Output> {
        let resolver = self.net.address(3);
        self.net.write(
            "resolv.conf",
            &format!("nameserver {resolver}\noptions edns0 trust-ad\n"),
        );
        let mount = format!(
            "mount --bind {} /etc/resolv.conf",
            self.net.path("resolv.conf").display()
        );
        let shell = |text: &str| {
            let mut shell = Command::new("unshare");
            shell.args(["-m", "sh", "-c", text]);
            shell
        };
        let may = shell(&mount).status();
        if !may.is_ok_and(|status| status.success()) {
            return None;
        }
        Some(shell(&format!("{mount} && {command}")).output().unwrap())
    }
}

pub const HEAD: &[u8] = b"X-Trace: lab\r\n";
pub const MAIL: &[u8] = b"Subject: x\r\n\r\n.\r\n..a\r\n8-bit: \xe5\r\n";
/// The same as it is on the line.
pub const STUFFED: &[u8] = b"X-Trace: lab\r\nSubject: x\r\n\r\n..\r\n...a\r\n8-bit: \xe5\r\n.\r\n";

fn with_dane(plan: &mut Plan) -> Old {
    let good = |identity: &Identity| Secure::Good(identity.config());
    plan.dane("d0.test", "mx.d0.test", good);
    let stranger = Identity::new(&["mx.d1.test"], Some(&plan.authority));
    plan.dane("d1.test", "mx.d1.test", |_| Secure::Good(stranger.config()));
    // The records' zone is handed to a server that does not answer.
    let nobody = plan.net.address(NOBODY);
    let identity = Identity::new(&["mx.d2.test"], Some(&plan.authority));
    plan.line(
        "d2.test",
        &format!(
            "d2.test. MX 10 mx.d2.test.\n_tcp.mx.d2.test. NS away.test.\naway.test. A {nobody}"
        ),
    );
    plan.server("mx.d2.test", good(&identity));
    let old = SocketAddr::new(plan.net.address(OLD), plan.port);
    let identity = Identity::new(&["mx.d8.test"], Some(&plan.authority));
    plan.line(
        "d8.test",
        &format!(
            "d8.test. MX 10 mx.d8.test.\n_{}._tcp.mx.d8.test. {}",
            plan.port,
            identity.tlsa()
        ),
    );
    plan.server("mx.d8.test", Secure::Old(old));
    let old = Old::start(old, &identity, plan.net.folder.path());
    plan.dane("d9.test", "mx.d9.test", |_| Secure::NotOffered);
    plan.dane("d10.test", "mx.d10.test", |_| Secure::Eof);
    let unsafe_one = Identity::new(&["bad.d11.test"], None);
    plan.line("d11.test", "d11.test. MX 5 bad.d11.test.");
    plan.server("bad.d11.test", good(&unsafe_one));
    plan.dane("d11.test", "mx.d11.test", good);
    plan.dane("d12.test", "mx.d12.test", good);
    plan.dane("odd.test", "mx.odd.test", good);
    // An authority in the name system; the server's name is an alias of another one.
    let identity = Identity::new(&["mx.ta.test"], Some(&plan.authority));
    let digest = identity.authority_digest();
    plan.line("ta.test", &format!(
        "ta.test. MX 10 alias.ta.test.\nalias.ta.test. CNAME mx.ta.test.\n_{}._tcp.mx.ta.test. TLSA 2 0 1 {digest}",
        plan.port
    ));
    plan.server("mx.ta.test", good(&identity));
    plan.line("null.test", "null.test. MX 0 .");
    old
}

fn without_dane(plan: &mut Plan) -> [u8; 32] {
    let of = |plan: &Plan, host: &str| Identity::new(&[host], Some(&plan.authority));
    for (domain, host, last) in [
        ("d3.open.test", "mx.d3.open.test", POLICIES),
        ("d4.open.test", "mx.d4.open.test", POLICIES),
        ("d5.open.test", "mx.d5.open.test", NOBODY),
        ("d6.open.test", "mx.d6.open.test", POLICIES),
    ] {
        let identity = of(plan, host);
        plan.open(domain, host, &identity, Some(last));
    }
    let own = Identity::new(&["mx.d7.open.test"], None);
    plan.open("d7.open.test", "mx.d7.open.test", &own, None);
    // A good certificate for another name.
    let other = of(plan, "mx.else.test");
    plan.open("name.open.test", "mx.name.open.test", &other, None);
    transport::tls::fingerprint(&own.chain[0])
}
