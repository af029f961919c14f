//! A PostgreSQL of our own for one run: in a new folder, reached by socket and on loopback, gone afterwards.

use std::net::TcpListener;
use std::os::unix::fs::DirBuilderExt;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use crate::machine;
use crate::run::{command, plain};

/// Runs while this value lives.
pub struct Cluster {
    keeper: Child,
    /// Keyword form without a database: tests append ` dbname=…`.
    pub address: String,
    port: u16,
}

impl Cluster {
    /// # Errors
    /// What initdb or the server said.
    pub fn start() -> Result<Cluster, String> {
        let bin = machine::postgres_bin().ok_or("PostgreSQL is missing")?;
        let folder = new_folder()?;
        let keeper = keeper(&bin, &folder)?;
        let port = free_port()?;
        let cluster = Cluster {
            keeper,
            address: format!("host={} port={port} user=postgres", folder.display()),
            port,
        };
        let data = folder.join("data").display().to_string();
        let log = folder.join("log").display().to_string();
        let mut init = server_command(&bin, "initdb");
        // Only making the files skips the disk; the server itself syncs, as tests of durability need it.
        init.args([
            "-D",
            &data,
            "-U",
            "postgres",
            "-A",
            "trust",
            "-E",
            "UTF8",
            "--locale=C.UTF-8",
            "--no-sync",
        ]);
        plain(quiet(init))?;
        let options = format!(
            "-k {} -c listen_addresses=127.0.0.1 -c port={port} -c max_connections=200 -c fsync=on",
            folder.display()
        );
        let mut start = server_command(&bin, "pg_ctl");
        start.args([
            "-D", &data, "-l", &log, "-w", "-t", "60", "-o", &options, "start",
        ]);
        plain(quiet(start)).map_err(|why| {
            format!(
                "{why}\n{}",
                std::fs::read_to_string(&log).unwrap_or_default()
            )
        })?;
        Ok(cluster)
    }

    /// Its own database as a configuration names one.
    pub fn url(&self) -> String {
        format!("postgres://postgres@127.0.0.1:{}/postgres", self.port)
    }

    /// Tells a command where the server is.
    pub fn tell(&self, mut command: Command) -> Command {
        command.env("TILLIT_TEST_POSTGRES", &self.address);
        command
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        drop(self.keeper.stdin.take());
        let _ = self.keeper.wait();
    }
}

/// A process that stops the server and removes its folder when our end of the pipe closes. It does so too
/// when we are interrupted or killed, which a destructor alone would not survive.
fn keeper(bin: &Path, folder: &Path) -> Result<Child, String> {
    let mut stop = server_command(bin, "pg_ctl");
    stop.arg("-D")
        .arg(folder.join("data"))
        .args(["-m", "immediate", "-w", "stop"]);
    let mut keeper = command(
        "sh",
        &[
            "-c",
            r#"cat >/dev/null; folder=$1; shift; "$@" >/dev/null 2>&1; rm -rf "$folder""#,
        ],
    );
    keeper
        .arg("keeper")
        .arg(folder)
        .arg(stop.get_program())
        .args(stop.get_args());
    // A group of its own: Ctrl-C at the terminal is for us, and our end tells the keeper.
    keeper
        .current_dir("/")
        .process_group(0)
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    keeper.spawn().map_err(|error| format!("sh: {error}"))
}

/// PostgreSQL refuses to run as root; its package made a user for it.
fn server_command(bin: &Path, program: &str) -> Command {
    let program = bin.join(program).display().to_string();
    let mut made = if machine::is_root() {
        command("runuser", &["-u", "postgres", "--", &program])
    } else {
        command(&program, &[])
    };
    made.current_dir("/");
    made
}

fn quiet(mut command: Command) -> Command {
    command.stdin(Stdio::null()).stdout(Stdio::null());
    command
}

fn new_folder() -> Result<PathBuf, String> {
    // A root's own temporary folder may be closed to the user postgres.
    let parent = if machine::is_root() {
        PathBuf::from("/tmp")
    } else {
        std::env::temp_dir()
    };
    let folder = parent.join(format!("tillit-postgres-{}", std::process::id()));
    std::fs::DirBuilder::new()
        .mode(0o700)
        .create(&folder)
        .map_err(|error| format!("{}: {error}", folder.display()))?;
    if machine::is_root() {
        let mut chown = command("chown", &["postgres"]);
        chown.arg(&folder);
        plain(chown)?;
    }
    Ok(folder)
}

fn free_port() -> Result<u16, String> {
    let taken = TcpListener::bind(("127.0.0.1", 0)).and_then(|listener| listener.local_addr());
    taken
        .map(|address| address.port())
        .map_err(|error| format!("no free port: {error}"))
}
