//! Configuration: one TOML file, each value may be overridden by the environment, secrets come from files.

use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use kit::clock::{Day, Zone};
use kit::words::{Lang, Texts};
use serde::Deserialize;

mod gather;
mod outgoing;
mod portal;
mod report;
mod unusable;
pub use outgoing::{Outgoing, fingerprint};
pub use portal::{Eid, Portal, Sms};
pub use report::{Report, Whistleblowing};
pub use unusable::Unusable;

/// The whole configuration. Unknown names are refused, so that a typing error is not silently ignored.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Config {
    pub municipality: Municipality,
    #[serde(default)]
    pub server: Server,
    pub database: Database,
    #[serde(default)]
    pub mail: Option<Mail>,
    #[serde(default)]
    pub sign_in: SignIn,
    #[serde(default)]
    pub book: Book,
    #[serde(default)]
    pub limits: Limits,
    #[serde(default)]
    pub law: Law,
    #[serde(default)]
    pub report: Report,
    /// The guard on outgoing mail; none: there is none.
    #[serde(default, rename = "guard")]
    pub outgoing: Option<Outgoing>,
    #[serde(default)]
    pub portal: Portal,
    /// True only in the demonstration: sign-in links exist.
    #[serde(skip)]
    pub demo: bool,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Municipality {
    /// Name per language, at least one.
    pub name: BTreeMap<Lang, String>,
    /// IANA name of the time zone.
    pub zone: String,
    /// Since when the organisation exists, `YYYY-MM-DD`: no time of a case lies before. None: since the first day of
    /// its first controller.
    #[serde(default)]
    pub since: Option<Day>,
    /// Its number in the register of businesses, and its postal address with contact details: the authority's form asks
    /// for both. None: the officer types them into each notification.
    #[serde(default)]
    pub business_id: Option<String>,
    #[serde(default)]
    pub address: Option<String>,
    /// Language of mail and pages for people who have not chosen.
    pub language: Lang,
    /// One colour for the frame, `#rrggbb`.
    #[serde(default = "default_colour")]
    pub colour: String,
    /// SVG or PNG file.
    #[serde(default)]
    pub logo: Option<PathBuf>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Server {
    pub listen: SocketAddr,
    /// Address for `/metrics`; none, no metrics.
    pub metrics: Option<SocketAddr>,
    /// The address people use, `https://…`, without a slash at the end.
    pub public_url: String,
    /// Take the client's address from X-Forwarded-For when the connection comes from one of these.
    pub trusted_proxies: Vec<std::net::IpAddr>,
}

impl Default for Server {
    fn default() -> Self {
        Server {
            listen: SocketAddr::from(([127, 0, 0, 1], 8080)),
            metrics: None,
            public_url: "http://127.0.0.1:8080".into(),
            trusted_proxies: Vec::new(),
        }
    }
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Database {
    /// `sqlite:PATH` or `postgres://…`.
    pub url: String,
    /// A file with the password, for PostgreSQL.
    #[serde(default)]
    pub password_file: Option<PathBuf>,
    #[serde(default)]
    pub ca_file: Option<PathBuf>,
    /// Folder for keys, the list of erasures and rendered files that do not belong in the database.
    pub keys_dir: PathBuf,
    #[serde(default = "default_readers")]
    pub readers: usize,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mail {
    pub host: String,
    pub port: u16,
    #[serde(default = "yes")]
    pub tls: bool,
    #[serde(default)]
    pub user: Option<String>,
    #[serde(default)]
    pub password_file: Option<PathBuf>,
    pub from: String,
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct SignIn {
    pub oidc: Option<Oidc>,
    /// Passwords may be switched off where OpenID Connect is in use.
    pub no_passwords: bool,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Oidc {
    /// The pinned issuer, exactly as in its metadata.
    pub issuer: String,
    pub client_id: String,
    pub client_secret_file: PathBuf,
    /// People may be matched by verified e-mail in these domains; elsewhere only by issuer and subject.
    #[serde(default)]
    pub email_domains: Vec<String>,
    #[serde(default)]
    pub name: Option<String>,
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Book {
    /// A file on another disk or host, to which each day's head is added.
    pub heads_file: Option<PathBuf>,
    /// An address outside, to which each day's head is sent.
    pub heads_mail: Option<String>,
}

/// Whose law counts, and what this installation adds to the lines of law that came with the program.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Law {
    /// `fi`, `se`, `dk`, `no` or `is`; without it the country of the time zone.
    pub country: Option<String>,
    /// A file with more lines; a later line replaces an earlier one from its day on.
    pub file: Option<PathBuf>,
    /// Ids of lines that came unverified and whose sources somebody has read.
    pub confirmed: Vec<String>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Limits {
    /// Largest upload in bytes.
    pub upload: usize,
    /// A full file of people that would end more than this share (per cent) asks for confirmation.
    pub import_end_share: f64,
}

impl Default for Limits {
    fn default() -> Self {
        Limits {
            upload: 20 * 1024 * 1024,
            import_end_share: 5.0,
        }
    }
}

fn default_colour() -> String {
    "#14507a".into()
}

fn default_readers() -> usize {
    8
}

fn yes() -> bool {
    true
}

impl Config {
    /// Reads a file, lets `TILLIT_<SECTION>_<NAME>` from the environment override single values, checks all.
    ///
    /// # Errors
    /// [`Unusable`]: the file does not open, is no TOML, or has faults, all of them named.
    pub fn load(path: &Path) -> Result<Config, Unusable> {
        let text = std::fs::read_to_string(path).map_err(Unusable::Closed)?;
        Config::parse(&text, std::env::vars())
    }

    /// The same from text and a given environment.
    pub fn parse(
        text: &str,
        env: impl IntoIterator<Item = (String, String)>,
    ) -> Result<Config, Unusable> {
        let mut table: toml::Table =
            toml::from_str(text).map_err(|error| Unusable::unread(text, &error))?;
        for (name, value) in env {
            override_value(&mut table, &name, value);
        }
        let (config, mut faults) = gather::read(table);
        faults.extend(config.iter().flat_map(Config::faults));
        match config {
            Some(config) if faults.is_empty() => Ok(config),
            _ => Err(Unusable::Faults(faults)),
        }
    }

    fn faults(&self) -> Vec<String> {
        let mut faults = Vec::new();
        if self
            .municipality
            .name
            .values()
            .all(|name| name.trim().is_empty())
        {
            faults.push("municipality.name: at least one language is needed".to_owned());
        }
        if Zone::named(&self.municipality.zone).is_none() {
            faults.push(format!(
                "municipality.zone: {} is no known time zone",
                self.municipality.zone
            ));
        }
        if !is_colour(&self.municipality.colour) {
            faults.push("municipality.colour: write it as #rrggbb".to_owned());
        }
        if !self.database.url.starts_with("sqlite:") && !self.database.url.starts_with("postgres") {
            faults.push("database.url: begins with sqlite: or postgres:".to_owned());
        }
        if !(0.0..=100.0).contains(&self.limits.import_end_share) {
            faults.push("limits.import_end_share: a share from 0 to 100".to_owned());
        }
        let url = &self.server.public_url;
        if !url.starts_with("https://")
            && !url.starts_with("http://127.")
            && !url.starts_with("http://localhost")
        {
            faults.push(
                "server.public_url: begins with https:// (http only on this machine)".to_owned(),
            );
        }
        if let Some(oidc) = &self.sign_in.oidc
            && !oidc.issuer.starts_with("https://")
            && !oidc.issuer.starts_with("http://127.0.0.1")
            && !oidc.issuer.starts_with("http://localhost")
        {
            faults.push("sign_in.oidc.issuer: begins with https://".to_owned());
        }
        faults.extend(self.report.faults(&self.server.public_url));
        faults.extend(self.outgoing.iter().flat_map(Outgoing::faults));
        faults.extend(self.portal.faults(&self.server.public_url));
        faults
    }

    /// The municipality's name in a language.
    pub fn name(&self, lang: Lang) -> String {
        let mut texts = Texts::default();
        for (lang, name) in &self.municipality.name {
            texts.set(*lang, name);
        }
        texts.best(lang).to_owned()
    }
}

fn is_colour(text: &str) -> bool {
    text.len() == 7 && text.starts_with('#') && text[1..].chars().all(|c| c.is_ascii_hexdigit())
}

/// `TILLIT_PORTAL_SMS_URL` is `portal.sms.url`; `TILLIT_DATABASE_URL` is `database.url`; `TILLIT_SIGN_IN_OIDC_ISSUER` is `sign_in.oidc.issuer`.
fn override_value(table: &mut toml::Table, name: &str, value: String) {
    let Some(rest) = name.strip_prefix("TILLIT_") else {
        return;
    };
    let rest = rest.to_ascii_lowercase();
    let sections = [
        "sign_in_oidc",
        "portal_sms",
        "portal_eid",
        "portal",
        "municipality",
        "server",
        "database",
        "mail",
        "sign_in",
        "book",
        "limits",
        "law",
        "report",
        "guard",
    ];
    let Some(section) = sections.iter().find(|s| rest.starts_with(&format!("{s}_"))) else {
        return;
    };
    let key = rest[section.len() + 1..].to_owned();
    let mut place = table;
    let path: Vec<&str> = match *section {
        "sign_in_oidc" => vec!["sign_in", "oidc"],
        "portal_sms" => vec!["portal", "sms"],
        "portal_eid" => vec!["portal", "eid"],
        section => vec![section],
    };
    for part in path {
        let entry = place
            .entry(part)
            .or_insert_with(|| toml::Value::Table(toml::Table::new()));
        match entry {
            toml::Value::Table(next) => place = next,
            _ => return,
        }
    }
    let parsed = value
        .parse::<i64>()
        .map(toml::Value::Integer)
        .or_else(|_| value.parse::<bool>().map(toml::Value::Boolean))
        .unwrap_or(toml::Value::String(value));
    place.insert(key, parsed);
}
