//! The demonstration municipality: made by the program's own actions, so that it passes every rule.

mod cases;
mod chance;
mod data;
mod entered;
mod hand;
mod history;
mod letters;
mod mails;
mod organisation;
mod people;
mod portal;
mod reports;
mod sender;
mod sheets;
mod stage;
mod telling;
mod times;
mod together;

use std::net::SocketAddr;
use std::path::Path;

use kit::clock::{Clock, Day};
use kit::words::Tongue;

use crate::base::config::Config;
use crate::base::{Actor, App, Problem};
use crate::modules::incidents;
use crate::ops::{printer, progress};

/// The seed of everything that chance decides.
const SEED: u64 = 2019;
/// Written last: a folder with it holds a finished demonstration.
const MARK: &str = "demonstration.json";

/// How large the municipality is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Size {
    /// A small one, quick to make.
    Town,
    /// Espoo's scale.
    City,
}

impl Size {
    /// Employees on the first day.
    pub fn people(self) -> usize {
        match self {
            Size::Town => 900,
            Size::City => 14_050,
        }
    }

    /// Whether something marked (or not) for the town belongs to this size.
    pub fn has(self, town: bool) -> bool {
        self == Size::City || town
    }

    /// The first year that is closed and published.
    pub fn first_year(self, this_year: i32) -> i32 {
        match self {
            Size::Town => this_year - 3,
            Size::City => 2019,
        }
    }

    /// Month and day on which the HR system writes a file each year.
    fn files(self) -> &'static [(i8, i8)] {
        match self {
            Size::Town => &[(1, 15), (8, 15)],
            Size::City => &[(1, 15)],
        }
    }

    fn word(self) -> &'static str {
        match self {
            Size::Town => "town",
            Size::City => "city",
        }
    }
}

/// A finished demonstration and the ways into it.
pub struct Opened {
    pub app: App,
    pub links: Vec<DemoLink>,
    /// Opens the talk with one who reported without an account.
    pub receipt: String,
    /// Path of a message's door in the portal.
    pub door: String,
}

/// A sign-in link: who one is, and the address without its host.
pub struct DemoLink {
    pub word: &'static str,
    pub path: String,
}

/// Opens the demonstration in a folder, making it first when it is not there. Without a wish for a size the one that
/// is there is kept.
///
/// # Errors
/// `cli-demo-foreign` when the folder holds something else; whatever the actions say.
pub fn open(
    dir: &Path,
    size: Option<Size>,
    fresh: bool,
    listen: SocketAddr,
    w: &Tongue,
) -> Result<Opened, Problem> {
    let mark = dir.join(MARK);
    let holds_something = dir.exists() && std::fs::read_dir(dir)?.next().is_some();
    let ours = mark.exists() || dir.join(".making").exists();
    if holds_something && !ours {
        return Err(Problem::refused("cli-demo-foreign"));
    }
    let finished = std::fs::read_to_string(&mark)
        .is_ok_and(|text| size.is_none_or(|size| text.contains(size.word())));
    let size = size.unwrap_or(Size::Town);
    if fresh || !finished {
        if holds_something {
            std::fs::remove_dir_all(dir)?;
        }
        std::fs::create_dir_all(dir)?;
        std::fs::write(dir.join(".making"), "")?;
        make(dir, size, listen, w)?;
        std::fs::write(
            &mark,
            format!("{{\"size\":\"{}\",\"seed\":{SEED}}}\n", size.word()),
        )?;
        std::fs::remove_file(dir.join(".making"))?;
    }
    let app = crate::boot::open(config(dir, listen)?, Clock::system(), printer::child())?;
    let links = stage::links(&app)?;
    let receipt = std::fs::read_to_string(dir.join(letters::RECEIPT)).unwrap_or_default();
    let receipt = receipt.trim().to_owned();
    let door = std::fs::read_to_string(dir.join(portal::DOOR)).unwrap_or_default();
    let door = door.trim().to_owned();
    Ok(Opened {
        app,
        links,
        receipt,
        door,
    })
}

fn config(dir: &Path, listen: SocketAddr) -> Result<Config, Problem> {
    let data = data::Data::read()?;
    let own = &data.organisation.municipality;
    let names: Vec<String> = own
        .name
        .iter()
        .map(|(lang, text)| format!("{} = {text:?}", lang.code()))
        .collect();
    let dir = std::path::absolute(dir)?;
    // Another host and port to the browser: cookies of one never reach the other.
    let free = || std::net::TcpListener::bind("127.0.0.1:0");
    let (portal, guard) = (free()?, free()?);
    let (portal, guard) = (portal.local_addr()?.port(), guard.local_addr()?);
    let text = format!(
        "[municipality]\nname = {{ {} }}\nzone = \"Europe/Helsinki\"\nlanguage = \"en\"\nsince = \"1972-01-01\"\n\
         business_id = {:?}\naddress = {:?}\n\
         [server]\nlisten = \"{listen}\"\npublic_url = \"http://{listen}\"\n\
         [report]\nurl = \"http://localhost:{}\"\n\
         [portal]\nlisten = \"127.0.0.1:{portal}\"\nurl = \"http://localhost:{portal}\"\nsimulators = true\n\
         [database]\nurl = {:?}\nkeys_dir = {:?}\n[book]\nheads_file = {:?}\n",
        names.join(", "),
        own.business_id,
        own.address,
        listen.port(),
        format!("sqlite:{}", dir.join("tillit.sqlite").display()),
        dir.join("keys").display().to_string(),
        dir.join("heads.txt").display().to_string(),
    );
    let mut config = Config::parse(&text, std::iter::empty())
        .map_err(|why| Problem::Outside(why.to_string()))?;
    config.demo = true;
    config.outgoing = Some(mails::outgoing(guard)?);
    Ok(config)
}

/// Plays the years from the first day to today.
fn make(dir: &Path, size: Size, listen: SocketAddr, w: &Tongue) -> Result<(), Problem> {
    let data = data::Data::read()?;
    let config = config(dir, listen)?;
    let now = Clock::system().now();
    let clock = Clock::set_to(now);
    let db = kit::db::Db::open_scratch(crate::boot::target(&config)?, 4)?;
    kit::db::migrate(&db, &crate::boot::migrations(), now)?;
    let app = crate::boot::assemble(config, db, clock, printer::child())?;
    let today = app.zone.day_of(now);
    let history = history::History::new(&app, &data, size, SEED, today, now);
    let bar = progress::bar(w, "cli-demo-making", history.steps());
    history.play(&bar)?;
    letters::write(&app, dir, now)?;
    portal::write(&app, dir, now)?;
    bar.finish_and_clear();
    app.db.tidy()?;
    Ok(())
}

/// The first day of the municipality's history in the program.
fn first_day(size: Size, today: Day) -> Day {
    Day::first_of_year(size.first_year(today.year())).unwrap_or(Day::MIN)
}

/// The data protection officer of the demonstration.
///
/// # Errors
/// [`Problem::NotFound`] when the folder holds no finished demonstration.
pub fn dpo(app: &App) -> Result<crate::base::organisation::PersonId, Problem> {
    stage::person(app, 2)
}

/// Only the organisation and the first file of people of a city; returns the rows of that file.
///
/// # Errors
/// As [`open`].
pub fn import_only(dir: &Path, listen: SocketAddr, _: &Tongue) -> Result<usize, Problem> {
    let data = data::Data::read()?;
    let config = config(dir, listen)?;
    let now = Clock::system().now();
    let app = crate::boot::open(config, Clock::set_to(now), printer::child())?;
    history::only_people(&app, &data, SEED)
}

/// A city whose register holds so many invented cases, for the bench of its pages.
///
/// # Errors
/// As [`open`].
pub fn many_cases(dir: &Path, listen: SocketAddr, count: u64) -> Result<App, Problem> {
    let data = data::Data::read()?;
    let now = Clock::system().now();
    let config = config(dir, listen)?;
    let db = kit::db::Db::open_scratch(crate::boot::target(&config)?, 2)?;
    kit::db::migrate(&db, &crate::boot::migrations(), now)?;
    let app = crate::boot::assemble(config, db, Clock::set_to(now), printer::child())?;
    history::first_day_only(&app, &data, SEED)?;
    app.clock.put(now);
    app.write(&Actor::program("bench"), |tx| {
        incidents::fill(tx, count, app.today())
    })?;
    app.db.tidy()?;
    Ok(app)
}
