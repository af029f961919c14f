//! What the tests need on a machine that has only Rust and a C compiler.

use std::path::{Path, PathBuf};

use crate::run::{answer, cargo, command, plain};

pub const CHROMIUM: &str = "/usr/bin/chromium";

/// Debian's packages, each with whether it is there.
fn packages() -> [(&'static str, bool); 7] {
    [
        ("postgresql", postgres_bin().is_some()),
        ("chromium", Path::new(CHROMIUM).exists()),
        // Chromium without any font draws nothing, and the tests would measure nothing.
        (
            "fonts-dejavu-core",
            Path::new("/usr/share/fonts/truetype").exists(),
        ),
        ("poppler-utils", on_path("pdftotext")),
        ("qpdf", on_path("qpdf")),
        ("nodejs", on_path("node")),
        ("npm", on_path("npm")),
    ]
}

/// Installs what is missing of Debian's packages, nextest and the browser tests' Node packages.
///
/// # Errors
/// Says what is missing and why it could not be installed.
pub fn prepare() -> Result<(), String> {
    debian()?;
    nextest()?;
    node_packages()
}

fn debian() -> Result<(), String> {
    let missing: Vec<&str> = packages()
        .iter()
        .filter(|(_, there)| !there)
        .map(|(name, _)| *name)
        .collect();
    if missing.is_empty() {
        return Ok(());
    }
    let list = missing.join(" ");
    if !is_root() || !on_path("apt-get") {
        return Err(format!(
            "missing: {list}\nInstall them as root, then start again: apt-get install {list}"
        ));
    }
    println!("installing: {list}");
    plain(command("apt-get", &["update", "-q"]))?;
    let mut install = command(
        "apt-get",
        &["install", "-q", "-y", "--no-install-recommends"],
    );
    install
        .args(&missing)
        .env("DEBIAN_FRONTEND", "noninteractive");
    plain(install)
}

fn nextest() -> Result<(), String> {
    if answer(cargo(&["nextest", "--version"])).is_some() {
        return Ok(());
    }
    println!("installing cargo-nextest, which takes some minutes");
    plain(cargo(&["install", "cargo-nextest", "--locked"]))
}

/// Installs the packages that the lock names, unless they are there.
///
/// # Errors
/// When Node is too old, or npm fails.
pub fn node_packages() -> Result<(), String> {
    let version = answer(command("node", &["--version"])).unwrap_or_default();
    let major = version
        .trim_start_matches('v')
        .split('.')
        .next()
        .and_then(|text| text.parse::<u32>().ok());
    if major.is_none_or(|major| major < 20) {
        return Err(format!(
            "the browser tests need Node 20 or newer; found: {version}"
        ));
    }
    let folder = crate::browser::folder();
    let changed = |file: &str| {
        folder
            .join(file)
            .metadata()
            .and_then(|meta| meta.modified())
            .ok()
    };
    // npm writes this file last; a lock that is newer asks for another set.
    if changed("node_modules/.package-lock.json") >= changed("package-lock.json") {
        return Ok(());
    }
    let mut install = command(
        "npm",
        &[
            "ci",
            "--ignore-scripts",
            "--no-audit",
            "--no-fund",
            "--loglevel=error",
        ],
    );
    install.current_dir(folder);
    plain(install)
}

/// Whether cargo-deny is there. It compiles for many minutes, so only the lab installs it.
pub fn has_deny() -> bool {
    answer(cargo(&["deny", "--version"])).is_some()
}

pub fn is_root() -> bool {
    answer(command("id", &["-u"])).as_deref() == Some("0")
}

fn on_path(program: &str) -> bool {
    std::env::var_os("PATH")
        .is_some_and(|path| std::env::split_paths(&path).any(|dir| dir.join(program).exists()))
}

/// The folder with initdb and pg_ctl: Debian keeps them off the path, one folder per version. The newest wins.
pub fn postgres_bin() -> Option<PathBuf> {
    let versions = std::fs::read_dir("/usr/lib/postgresql")
        .into_iter()
        .flatten()
        .flatten();
    let newest = versions
        .filter_map(|entry| {
            Some((
                entry.file_name().to_str()?.parse::<u32>().ok()?,
                entry.path().join("bin"),
            ))
        })
        .filter(|(_, bin)| bin.join("initdb").exists())
        .max();
    if let Some((_, bin)) = newest {
        return Some(bin);
    }
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path)
        .find(|dir| dir.join("initdb").exists() && dir.join("pg_ctl").exists())
}
