//! A Postfix of its own: own configuration, own queue, loopback ports; nothing of the machine's own is touched.

use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

pub struct Postfix {
    dir: PathBuf,
}

/// The ports of one laboratory.
#[derive(Clone, Copy)]
pub struct Ports {
    pub submit: u16,
    pub back: u16,
    pub guard: u16,
    pub sink: u16,
    pub web: u16,
    /// For whatever stands beside the guard.
    pub beside: u16,
}

impl Ports {
    pub fn free() -> Ports {
        // All are held at once, so that none is given twice.
        let held: Vec<TcpListener> = (0..6)
            .map(|_| TcpListener::bind("127.0.0.1:0").unwrap())
            .collect();
        let port = |at: usize| held[at].local_addr().unwrap().port();
        Ports {
            submit: port(0),
            back: port(1),
            guard: port(2),
            sink: port(3),
            web: port(4),
            beside: port(5),
        }
    }
}

/// Why there is no Postfix to test with; `None` when there is.
pub fn missing() -> Option<&'static str> {
    if !Path::new("/usr/sbin/postfix").exists() {
        return Some("Postfix is not installed");
    }
    let root = std::fs::metadata("/proc/self").is_ok_and(|meta| {
        use std::os::unix::fs::MetadataExt;
        meta.uid() == 0
    });
    (!root).then_some("Postfix's master starts as root alone")
}

impl Postfix {
    /// Starts it, with these lines more in its configuration (see [`guarded`]).
    pub fn start(dir: &Path, ports: Ports, more: &str) -> Postfix {
        let dir = dir.join("postfix");
        for part in ["etc", "queue", "data"] {
            std::fs::create_dir_all(dir.join(part)).unwrap();
        }
        std::fs::write(dir.join("etc/main.cf"), main_cf(&dir, ports, more)).unwrap();
        std::fs::write(dir.join("etc/master.cf"), master_cf(ports)).unwrap();
        run(
            "chown",
            &["postfix", &dir.join("data").display().to_string()],
        );
        let postfix = Postfix { dir };
        postfix.command("check");
        postfix.command("start");
        postfix
    }

    fn etc(&self) -> String {
        self.dir.join("etc").display().to_string()
    }

    fn command(&self, what: &str) {
        let said = Command::new("postfix")
            .args(["-c", &self.etc(), what])
            .output()
            .unwrap();
        let text = String::from_utf8_lossy(&said.stderr).into_owned();
        assert!(said.status.success(), "postfix {what}: {text}");
    }

    /// Tries everything that waits, now.
    pub fn flush(&self) {
        run("postqueue", &["-c", &self.etc(), "-f"]);
    }

    /// Mails in the queue.
    pub fn waiting(&self) -> usize {
        ["incoming", "active", "deferred", "maildrop"]
            .iter()
            .map(|name| files(&self.dir.join("queue").join(name)))
            .sum()
    }

    pub fn log(&self) -> String {
        std::fs::read_to_string(self.dir.join("log")).unwrap_or_default()
    }
}

impl Drop for Postfix {
    fn drop(&mut self) {
        run("postfix", &["-c", &self.etc(), "abort"]);
    }
}

fn files(dir: &Path) -> usize {
    let mut count = 0;
    for entry in std::fs::read_dir(dir).into_iter().flatten().flatten() {
        if entry.path().is_dir() {
            count += files(&entry.path());
        } else {
            count += 1;
        }
    }
    count
}

fn run(program: &str, args: &[&str]) {
    let _ = Command::new(program)
        .args(args)
        .stderr(Stdio::null())
        .status();
}

/// Every mail goes through the guard, as docs/guard.md sets it up.
pub fn guarded(ports: Ports) -> String {
    format!("content_filter = lmtp:inet:127.0.0.1:{}\n", ports.guard)
}

fn main_cf(dir: &Path, ports: Ports, more: &str) -> String {
    let dir = dir.display();
    format!(
        "compatibility_level = 3.6\nqueue_directory = {dir}/queue\ndata_directory = {dir}/data\n\
         maillog_file = {dir}/log\nmaillog_file_prefixes = {dir}\nmyhostname = mail.testby.example\n\
         myorigin = testby.example\nmydestination =\nlocal_recipient_maps =\ninet_interfaces = 127.0.0.1\n\
         inet_protocols = ipv4\nmynetworks = 127.0.0.0/8\nalias_maps =\nalias_database =\n\
         smtpd_relay_restrictions = permit_mynetworks, reject\nrelayhost = [127.0.0.1]:{}\n\
         smtp_dns_support_level = dnssec\ndisable_mime_output_conversion = yes\nmessage_size_limit = 50000000\n{more}\
         internal_mail_filter_classes = bounce, notify\nenable_long_queue_ids = yes\n\
         lmtp_send_xforward_command = yes\nlmtp_line_length_limit = 0\nsmtp_line_length_limit = 0\n\
         bounce_size_limit = 1\nsmtp_tls_security_level = may\nminimal_backoff_time = 1s\n\
         maximal_backoff_time = 2s\nqueue_run_delay = 1s\nlmtp_destination_concurrency_limit = 10\n\
         lmtp_connect_timeout = 5s\ndefault_destination_concurrency_failed_cohort_limit = 1000\n\
         smtpd_client_connection_count_limit = 0\nhopcount_limit = 200\n",
        ports.sink
    )
}

/// The options that docs/guard.md gives a service of master.cf, by how its line begins there: what is tried here is
/// what a municipality copies.
fn shipped(service: &str) -> String {
    let mut lines = include_str!("../../../../docs/guard.md").lines();
    lines.by_ref().find(|line| line.starts_with(service));
    let options = lines
        .map(str::trim)
        .take_while(|line| line.starts_with("-o "));
    let options: Vec<&str> = options.collect();
    assert!(
        !options.is_empty(),
        "docs/guard.md: no options of {service}"
    );
    options.join(" ")
}

fn master_cf(ports: Ports) -> String {
    let back = shipped("127.0.0.1:10026 inet");
    let (cleanup, lmtp) = (shipped("cleanup-back unix"), shipped("lmtp unix"));
    format!(
        "127.0.0.1:{} inet n - n - 30 smtpd\n127.0.0.1:{} inet n - n - 30 smtpd {back}\n\
         pickup unix n - n 60 1 pickup\ncleanup unix n - n - 0 cleanup\n\
         cleanup-back unix n - n - 0 cleanup {cleanup}\nqmgr unix n - n 300 1 qmgr\n\
         rewrite unix - - n - - trivial-rewrite\nbounce unix - - n - 0 bounce\ndefer unix - - n - 0 bounce\n\
         trace unix - - n - 0 bounce\nverify unix - - n - 1 verify\nflush unix n - n 1000? 0 flush\n\
         proxymap unix - - n - - proxymap\nproxywrite unix - - n - 1 proxymap\nsmtp unix - - n - - smtp\n\
         relay unix - - n - - smtp\ntlsmgr unix - - n 1000? 1 tlsmgr\n\
         showq unix n - n - - showq\nerror unix - - n - - error\n\
         retry unix - - n - - error\ndiscard unix - - n - - discard\nlocal unix - n n - - local\n\
         virtual unix - n n - - virtual\nlmtp unix - - n - - lmtp {lmtp}\n\
         anvil unix - - n - 1 anvil\n\
         scache unix - - n - 1 scache\npostlog unix-dgram n - n - 1 postlogd\n",
        ports.submit, ports.back
    )
}
