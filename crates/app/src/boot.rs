//! Config -> database, workers, routes: the only wiring.

use std::path::Path;
use std::sync::{Arc, LazyLock};

use kit::clock::{Clock, Zone};
use kit::db::{Db, Migration, Target};
use kit::mail::{Sender, Server};
use kit::words::{Lang, Words};

use crate::base::app::Printer;
use crate::base::config::Config;
use crate::base::identity::{Brakes, Provider};
use crate::base::keys::Keys;
use crate::base::sms::Texter;
use crate::base::{App, PARTS, Problem, Room, audit};
use crate::ops::lmtp::Envelope;
use crate::{cli, crossings, modules, ops, shell, year};

/// Everything on the list, the hall's parts first, the year last.
pub static ROOMS: LazyLock<Vec<&'static Room>> = LazyLock::new(|| {
    let mut rooms: Vec<&'static Room> = PARTS.iter().collect();
    rooms.extend(modules::LIST);
    rooms.push(&crossings::ROOM);
    rooms.push(&year::ROOM);
    rooms.push(&shell::ROOM);
    rooms.push(&cli::ROOM);
    rooms
});

/// The schema of the kit's queue, of the forms that were accepted, and of every room, in order.
pub fn migrations() -> Vec<Migration> {
    let mut all = vec![
        Migration {
            number: 1,
            name: "jobs",
            sql: kit::jobs::SCHEMA,
        },
        Migration {
            number: 5,
            name: "once",
            sql: include_str!("../../../migrations/0005_once.sql"),
        },
    ];
    all.extend(
        ROOMS
            .iter()
            .flat_map(|room| room.migrations.iter().copied()),
    );
    all.sort_by_key(|step| step.number);
    all
}

/// What becomes of a mail that is handed in.
///
/// # Errors
/// The database's own; the mail is then handed in again.
pub fn take_mail(app: &App, envelope: &Envelope) -> Result<(), Problem> {
    modules::incidents::take_mail(app, &envelope.from, &envelope.content)
}

/// The guard on outgoing mail, where the configuration asks for it. It stops when it is told to.
///
/// # Errors
/// Its address is taken, or its rules cannot be read.
pub fn outgoing(app: &App) -> Result<Option<modules::guard::Listening>, Problem> {
    modules::guard::listen(app)
}

/// All messages of the shell and the rooms.
///
/// # Errors
/// Every fault in the message files; a test keeps them out of a release.
pub fn words() -> Result<Arc<Words>, Problem> {
    let mut sources: Vec<(Lang, &str, &str)> = Vec::new();
    for room in ROOMS.iter() {
        sources.extend(
            room.words
                .iter()
                .map(|(lang, text)| (*lang, room.name, *text)),
        );
    }
    Words::new(&sources)
        .map(Arc::new)
        .map_err(|faults| Problem::Outside(faults.join("; ")))
}

/// Where the configuration says the data is.
///
/// # Errors
/// [`Problem::Outside`] when a password file cannot be read.
pub fn target(config: &Config) -> Result<Target, Problem> {
    if let Some(path) = config.database.url.strip_prefix("sqlite:") {
        return Ok(Target::Sqlite(path.into()));
    }
    let mut url = config.database.url.clone();
    if let Some(file) = &config.database.password_file {
        let secret = std::fs::read_to_string(file)?;
        let mut parsed = url::Url::parse(&url)
            .map_err(|error| Problem::Outside(format!("database.url: {error}")))?;
        parsed
            .set_password(Some(secret.trim()))
            .map_err(|()| Problem::Outside("database.url: no place for a password".into()))?;
        url = parsed.into();
    }
    Ok(Target::Postgres {
        url,
        ca_file: config.database.ca_file.clone(),
    })
}

/// Opens an installation: database brought up to date, keys, words, mail.
///
/// # Errors
/// A newer database, a damaged key, an unreachable server: each with what to do.
pub fn open(config: Config, clock: Clock, printer: Printer) -> Result<App, Problem> {
    let db = Db::open(target(&config)?, config.database.readers)?;
    kit::db::migrate(&db, &migrations(), clock.now())?;
    assemble(config, db, clock, printer)
}

/// The same on a database that is open already.
pub fn assemble(config: Config, db: Db, clock: Clock, printer: Printer) -> Result<App, Problem> {
    let zone = Zone::named(&config.municipality.zone)
        .ok_or_else(|| Problem::Outside("municipality.zone".into()))?;
    lay_down_law(&config, &zone)?;
    let sender = sender(&config)?;
    let keys = keys(&config, &db)?;
    let texter = Texter::of(&config.portal)?;
    let brakes = Arc::new(Brakes::new(&clock));
    Ok(App {
        db,
        clock,
        zone,
        words: words()?,
        keys: Arc::new(keys),
        config: Arc::new(config),
        sender,
        printer,
        reader: ops::reader::children(),
        rooms: ROOMS.as_slice(),
        provider: Arc::new(Provider::default()),
        eid: Arc::new(Provider::default()),
        texter,
        brakes,
    })
}

/// The limits that the clocks run by: those that came with the program, then the installation's own.
fn lay_down_law(config: &Config, zone: &Zone) -> Result<(), Problem> {
    let own = config
        .law
        .file
        .as_ref()
        .map(std::fs::read_to_string)
        .transpose()?;
    modules::incidents::lay_down_law(
        config.law.country.as_deref(),
        zone,
        own.as_deref().unwrap_or_default(),
        &config.law.confirmed,
    )
    .map_err(|fault| Problem::Outside(format!("law: {fault}")))
}

/// The keys. A database that has been in use is not opened without the key that signed its heads: a new key made
/// in silence would make every check of the book fail, and a mistyped folder would be found out years later.
fn keys(config: &Config, db: &Db) -> Result<Keys, Problem> {
    let dir = &config.database.keys_dir;
    if !Keys::are_in(dir) && db.read(audit::head)?.seq > 0 {
        return Err(keys_missing(dir));
    }
    Keys::open(dir)
}

/// The refusal, with the folder in which the key was looked for.
pub fn keys_missing(dir: &Path) -> Problem {
    let dir = dir.display().to_string();
    Problem::Refused("cli-keys-missing", vec![("dir", dir.into())])
}

fn sender(config: &Config) -> Result<Sender, Problem> {
    let Some(mail) = &config.mail else {
        return Ok(Sender::Nowhere);
    };
    let secret = mail
        .password_file
        .as_ref()
        .map(std::fs::read_to_string)
        .transpose()?;
    let credentials = mail
        .user
        .clone()
        .zip(secret.map(|text| text.trim().to_owned()));
    Sender::smtp(&Server {
        host: mail.host.clone(),
        port: mail.port,
        tls: mail.tls,
        credentials,
        from: mail.from.clone(),
    })
    .map_err(Problem::Outside)
}
