//! One request as a room sees it, and what the room answers. Nothing here is async or knows HTTP's wire.

use askama::Template;
use kit::clock::{Day, Moment};
use kit::form::{self, Faults, Fields};
use kit::id::Id;
use kit::words::Tongue;

use super::{Actor, App, Problem};

/// A file that came with a form.
#[derive(Clone, Debug)]
pub struct Upload {
    pub field: String,
    /// As the browser gave it: never used as a path.
    pub name: String,
    pub bytes: Vec<u8>,
}

/// A request: who asks, in which language, for what.
#[derive(Clone)]
pub struct Visit {
    pub actor: Actor,
    pub tongue: Tongue,
    pub path: String,
    /// Values of `{name}` in the route.
    pub params: Vec<(String, String)>,
    pub query: Fields,
    pub form: Fields,
    pub files: Vec<Upload>,
    pub now: Moment,
    pub today: Day,
    /// Key for slowing: the client's address as a trusted proxy gave it. Never logged or stored.
    pub address: String,
    /// The session cookie's value, for the identity part alone.
    pub session: Option<String>,
    /// ETag the browser has already (If-None-Match).
    pub known: Option<String>,
    /// The form was larger than it may be: what was kept of it is here, and nothing of it may be stored.
    pub over: Option<Over>,
    /// Came in on the public report host: nobody is signed in there, and nothing is noted.
    pub outside: bool,
    /// Came in on the portal's listener: nobody of ours is signed in there, `session` is a citizen's.
    pub portal: bool,
}

/// A form that was larger than it may be.
#[derive(Clone, Debug)]
pub struct Over {
    /// What was left out, as a message.
    pub message: &'static str,
    /// Where to find it in the log; empty where nothing is logged.
    pub code: String,
}

impl Visit {
    /// The form came whole.
    ///
    /// # Errors
    /// What was left out of it, for the summary over the form.
    pub fn whole(&self) -> Result<(), Faults> {
        let Some(over) = &self.over else {
            return Ok(());
        };
        let mut faults = Faults::new();
        faults.add("faults", over.message);
        if !over.code.is_empty() {
            let code = over.code.as_str().into();
            faults.add_with("faults", self.code_word(), vec![("code", code)]);
        }
        Err(faults)
    }

    /// Message with a code that leads into the log: whoever reads a message in the portal has no administrator here.
    pub fn code_word(&self) -> &'static str {
        if self.portal {
            "problem-code-portal"
        } else {
            "problem-code"
        }
    }

    pub fn param(&self, name: &str) -> &str {
        self.params
            .iter()
            .find(|(key, _)| key == name)
            .map_or("", |(_, value)| value.as_str())
    }

    /// An id in the path; what is no id is simply not found.
    pub fn id<K>(&self, name: &str) -> Result<Id<K>, Problem> {
        Id::parse(self.param(name)).ok_or(Problem::NotFound)
    }

    /// `?page=`, counted from 1; nonsense is the first page.
    pub fn page(&self) -> i64 {
        self.query
            .text("page")
            .parse()
            .ok()
            .filter(|page| (1..=100_000).contains(page))
            .unwrap_or(1)
    }

    pub fn upload(&self, field: &str) -> Option<&Upload> {
        self.files
            .iter()
            .find(|file| file.field == field && !file.bytes.is_empty())
    }
}

/// What a handler gives back.
pub type Answer = Result<Reply, Problem>;

#[derive(Debug)]
pub enum Reply {
    Page(Page),
    /// See other: after every accepted form.
    Redirect(String),
    /// See other, and set or clear the session cookie.
    Session {
        to: String,
        cookie: Option<String>,
    },
    File(Download),
    NotModified,
}

/// A page inside the frame.
#[derive(Debug)]
pub struct Page {
    /// 200 unless the form came back with faults (422) or the like.
    pub status: u16,
    pub title: String,
    pub body: String,
    pub look: Look,
    /// The browser may keep it for whoever goes back to it.
    pub kept: bool,
}

/// Which frame stands round a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// Menu of the signed-in person.
    Inside,
    /// The published sheet and other pages for everybody: no menu, no session needed.
    Open,
    /// What a form gave and its address alone would not show again: no way to other languages.
    Answer,
}

impl Page {
    /// A page from its template.
    ///
    /// # Errors
    /// [`Problem::Outside`] when the template fails, which only a fault of ours can cause.
    pub fn new(title: impl Into<String>, body: &impl Template) -> Result<Page, Problem> {
        let body = body
            .render()
            .map_err(|error| Problem::Outside(format!("template: {error}")))?;
        Ok(Page {
            status: 200,
            title: title.into(),
            body,
            look: Look::Inside,
            kept: false,
        })
    }

    pub fn open(mut self) -> Page {
        self.look = Look::Open;
        self
    }

    /// Going back shows this very page, with the same bits in its form; opening it anew asks for a fresh one.
    pub fn kept(mut self) -> Page {
        self.kept = true;
        self
    }

    pub fn look(mut self, look: Look) -> Page {
        self.look = look;
        self
    }

    pub fn status(mut self, status: u16) -> Page {
        self.status = status;
        self
    }

    pub fn answer(self) -> Answer {
        Ok(Reply::Page(self))
    }
}

/// Bytes with a name. Never served as HTML or script unless `inline` says it is ours.
#[derive(Debug)]
pub struct Download {
    pub name: String,
    pub mime: &'static str,
    pub bytes: Vec<u8>,
    /// Shown in the browser instead of saved. Only for files this program made.
    pub inline: bool,
    /// Strong validator, for files that never change under their name.
    pub etag: Option<String>,
    /// May be kept by shared caches (published files).
    pub public: bool,
}

impl Download {
    /// A file made for this visitor, to be saved.
    pub fn saved(name: String, mime: &'static str, bytes: Vec<u8>) -> Download {
        Download {
            name,
            mime,
            bytes,
            inline: false,
            etag: None,
            public: false,
        }
    }

    /// A file made for this visitor, shown in the browser.
    pub fn shown(name: String, mime: &'static str, bytes: Vec<u8>) -> Download {
        Download {
            inline: true,
            ..Download::saved(name, mime, bytes)
        }
    }
}

/// A form as its template shows it: what was typed and what is wrong with it.
#[derive(Clone, Debug, Default)]
pub struct FormView {
    pub fields: Fields,
    pub faults: Faults,
    /// Makes a form that is sent twice count once; see [`super::once`].
    pub once: String,
}

impl FormView {
    /// A fresh form with its starting values.
    pub fn fresh(fields: Fields) -> FormView {
        FormView {
            fields,
            faults: Faults::default(),
            once: super::once::token(),
        }
    }

    /// The form as it came, with its faults. It keeps its token: nothing was stored.
    pub fn again(visit: &Visit, faults: Faults) -> FormView {
        let once = visit.form.text("once").to_owned();
        FormView {
            fields: visit.form.clone(),
            faults,
            once,
        }
    }

    pub fn value(&self, field: &str) -> &str {
        self.fields.raw(field)
    }

    pub fn is(&self, field: &str, value: &str) -> bool {
        self.fields.all(field).contains(&value)
    }

    /// Whether it is asked which of two equal times a moment's field means.
    pub fn twice(&self, field: &str) -> bool {
        let mut faults = self.faults.of(field);
        faults.any(|fault| fault.message == form::TWICE) || self.fields.has(&form::turn(field))
    }

    /// Whether that is answered with this one.
    pub fn turn(&self, field: &str, value: &str) -> bool {
        self.is(&form::turn(field), value)
    }

    /// The sentences about one field, in the reader's language.
    pub fn wrong(&self, tongue: &Tongue, field: &str) -> Vec<String> {
        self.faults
            .of(field)
            .map(|fault| tongue.with(fault.message, &fault.args))
            .collect()
    }

    /// All sentences with their fields, for the summary on top.
    pub fn summary(&self, tongue: &Tongue) -> Vec<(String, String)> {
        self.faults
            .iter()
            .map(|f| (f.field.to_owned(), tongue.with(f.message, &f.args)))
            .collect()
    }

    pub fn has_faults(&self) -> bool {
        !self.faults.is_empty()
    }
}

/// Runs a form's action: its address on success, the form again on faults.
pub fn submit(
    result: Result<String, Problem>,
    again: impl FnOnce(Faults) -> Result<Page, Problem>,
) -> Answer {
    match result {
        Ok(to) => Ok(Reply::Redirect(to)),
        Err(Problem::Faults(faults)) => again(faults)?.status(422).answer(),
        Err(other) => Err(other),
    }
}

/// Where a list is and how far it goes.
#[derive(Clone, Debug)]
pub struct Pager {
    pub page: i64,
    pub pages: i64,
    pub total: i64,
    /// Address of the list with its filters, ending in `page=`.
    pub base: String,
}

impl Pager {
    pub const SIZE: i64 = 20;

    pub fn new(visit: &Visit, path: &str, total: i64) -> Pager {
        let pages = ((total + Self::SIZE - 1) / Self::SIZE).max(1);
        let mut query = url::form_urlencoded::Serializer::new(String::new());
        for (name, value) in visit.query.pairs() {
            if name != "page" && !value.is_empty() {
                query.append_pair(name, value);
            }
        }
        let filters = query.finish();
        let base = if filters.is_empty() {
            format!("{path}?page=")
        } else {
            format!("{path}?{filters}&page=")
        };
        Pager {
            page: visit.page().min(pages),
            pages,
            total,
            base,
        }
    }

    pub fn offset(&self) -> i64 {
        (self.page - 1) * Self::SIZE
    }

    /// "Page 2 of 7".
    pub fn place(&self, tongue: &Tongue) -> String {
        let args = [("page", self.page.into()), ("pages", self.pages.into())];
        tongue.with("pager-place", &args)
    }
}

/// For actions that need the whole installation and the request.
pub type Handler = fn(&App, &Visit) -> Answer;
