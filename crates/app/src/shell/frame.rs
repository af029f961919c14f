//! Draws the frame round a room's page, and turns replies into responses.

use askama::Template;
use axum::body::Body;
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use kit::words::{Lang, Tongue};
use sha2::{Digest, Sha256};

use super::{assets, problems};
use crate::base::App;
use crate::base::identity::session;
use crate::base::keys::hex;
use crate::base::room::{MenuItem, Topic};
use crate::base::visit::{Download, Look, Page, Reply, Visit};

#[derive(Template)]
#[template(path = "shell/pages/frame.html")]
struct Frame<'a> {
    w: &'a Tongue,
    title: &'a str,
    body: &'a str,
    municipality: String,
    icon: String,
    style: String,
    script: String,
    logo: bool,
    inside: bool,
    /// Where the municipality's name leads.
    home: String,
    name: &'a str,
    menu: Vec<MenuTopic>,
    languages: Vec<Language>,
    demo: bool,
}

/// A topic leads to the first of its lines. The open page's topic shows its lines.
struct MenuTopic {
    text: String,
    href: &'static str,
    here: bool,
    lines: Vec<MenuLine>,
}

struct MenuLine {
    text: String,
    href: &'static str,
    here: bool,
}

struct Language {
    code: &'static str,
    name: &'static str,
    here: bool,
    href: String,
}

/// A reply as HTTP.
pub fn respond(app: &App, visit: &Visit, reply: Reply) -> Response {
    match reply {
        Reply::Page(page) => draw(app, visit, &page),
        Reply::Redirect(to) => see_other(&to),
        Reply::Session { to, cookie } => {
            let mut response = see_other(&to);
            if let Ok(value) = HeaderValue::from_str(&session::set_cookie(cookie.as_deref())) {
                response.headers_mut().append(header::SET_COOKIE, value);
            }
            response
        }
        Reply::File(download) => file(visit, download),
        Reply::NotModified => StatusCode::NOT_MODIFIED.into_response(),
    }
}

/// A page in its frame.
pub fn draw(app: &App, visit: &Visit, page: &Page) -> Response {
    let inside = matches!(page.look, Look::Inside | Look::Answer) && visit.actor.person().is_some();
    let frame = Frame {
        w: &visit.tongue,
        title: &page.title,
        body: &page.body,
        municipality: app.config.name(visit.tongue.lang),
        icon: assets::address("icon.svg"),
        style: assets::address("style.css"),
        script: assets::address("script.js"),
        logo: app.config.municipality.logo.is_some(),
        inside,
        home: home(visit, inside),
        name: &visit.actor.name,
        menu: if inside { menu(app, visit) } else { Vec::new() },
        languages: if page.look == Look::Answer {
            Vec::new()
        } else {
            languages(visit)
        },
        demo: app.config.demo,
    };
    match frame.render() {
        Ok(html) => whole(visit, page, html),
        Err(error) => {
            tracing::error!(%error, "the frame could not be drawn");
            problems::bare(StatusCode::INTERNAL_SERVER_ERROR)
        }
    }
}

const HTML: (HeaderName, &str) = (header::CONTENT_TYPE, "text/html; charset=utf-8");

/// The drawn page as a response. A page for everybody carries a validator: who has it already is told so in a few
/// bytes. It is asked again each time, because the reader's language decides what stands there.
fn whole(visit: &Visit, page: &Page, html: String) -> Response {
    let status = StatusCode::from_u16(page.status).unwrap_or(StatusCode::OK);
    if page.kept {
        let kept = (header::CACHE_CONTROL, "private, max-age=0");
        return (status, [HTML, kept], html).into_response();
    }
    if page.look != Look::Open || status != StatusCode::OK {
        return (status, [HTML], html).into_response();
    }
    let etag = format!("\"{}\"", hex(&Sha256::digest(&html)[..16]));
    let headers = [
        (header::ETAG, etag.as_str()),
        (header::CACHE_CONTROL, "no-cache"),
        (header::VARY, "accept-language, cookie"),
    ];
    let known = visit.known.as_deref().unwrap_or("");
    if known.split(',').any(|one| one.trim() == etag) {
        return (StatusCode::NOT_MODIFIED, headers).into_response();
    }
    (headers, [HTML], html).into_response()
}

fn home(visit: &Visit, inside: bool) -> String {
    if visit.portal {
        return "/inbox".to_owned();
    }
    match (visit.outside, inside) {
        // No cookie remembers the language there.
        (true, _) => format!("/tell?lang={}", visit.tongue.lang.code()),
        (false, true) => "/".to_owned(),
        (false, false) => "/open".to_owned(),
    }
}

fn menu(app: &App, visit: &Visit) -> Vec<MenuTopic> {
    let mut items: Vec<&MenuItem> = app
        .rooms
        .iter()
        .flat_map(|room| room.menu)
        .filter(|item| item.access.admits(&visit.actor))
        .collect();
    items.sort_by_key(|item| item.place);
    let open = here(&items, &visit.path);
    let topics = Topic::ALL.into_iter().filter_map(|topic| {
        let of_topic = || items.iter().filter(|item| item.topic == topic);
        Some(MenuTopic {
            text: visit.tongue.t(topic.word()),
            href: of_topic().next()?.href,
            here: open.is_some_and(|open| open.topic == topic),
            lines: of_topic()
                .map(|item| MenuLine {
                    text: visit.tongue.t(item.word),
                    href: item.href,
                    here: open.is_some_and(|open| open.href == item.href),
                })
                .collect(),
        })
    });
    topics.collect()
}

/// The first part of an address, which the pages of a room have in common.
fn room(path: &str) -> Option<&str> {
    path.split('/').nth(1).filter(|part| !part.is_empty())
}

/// The line that the page stands under: the longest address that the page's begins with, else the first line of the
/// same room, from whose page it is reached.
fn here<'a>(items: &[&'a MenuItem], path: &str) -> Option<&'a MenuItem> {
    let above = |href: &str| {
        path.strip_prefix(href)
            .is_some_and(|rest| rest.is_empty() || (href != "/" && rest.starts_with('/')))
    };
    let beside = || {
        let own = room(path)?;
        items.iter().find(|item| room(item.href) == Some(own))
    };
    items
        .iter()
        .filter(|item| above(item.href))
        .max_by_key(|item| item.href.len())
        .or_else(beside)
        .copied()
}

/// The same page in the other languages; after a form the address of the form.
fn languages(visit: &Visit) -> Vec<Language> {
    Lang::ALL
        .into_iter()
        .map(|lang| {
            let mut query = url::form_urlencoded::Serializer::new(String::new());
            for (name, value) in visit
                .query
                .pairs()
                .iter()
                .filter(|(name, _)| name != "lang")
            {
                query.append_pair(name, value);
            }
            query.append_pair("lang", lang.code());
            Language {
                code: lang.code(),
                name: lang.autonym(),
                here: lang == visit.tongue.lang,
                href: format!("{}?{}", visit.path, query.finish()),
            }
        })
        .collect()
}

fn see_other(to: &str) -> Response {
    // Only addresses of our own: a leading slash, and not two (which would name another host).
    let own = (to.starts_with('/') && !to.starts_with("//"))
        || to.starts_with("https://")
        || to.starts_with("http://");
    let to = if own { to } else { "/" };
    (StatusCode::SEE_OTHER, [(header::LOCATION, to)]).into_response()
}

fn file(visit: &Visit, download: Download) -> Response {
    if let (Some(etag), Some(known)) = (&download.etag, &visit.known)
        && known.split(',').any(|one| one.trim() == etag)
    {
        return StatusCode::NOT_MODIFIED.into_response();
    }
    let mut response = Response::new(Body::from(download.bytes));
    let headers = response.headers_mut();
    headers.insert(
        header::CONTENT_TYPE,
        HeaderValue::from_static(download.mime),
    );
    let place = if download.inline {
        "inline"
    } else {
        "attachment"
    };
    let value = format!("{place}; filename*=UTF-8''{}", encoded(&download.name));
    if let Ok(value) = HeaderValue::from_str(&value) {
        headers.insert(header::CONTENT_DISPOSITION, value);
    }
    if let Some(value) = download
        .etag
        .as_deref()
        .and_then(|etag| HeaderValue::from_str(etag).ok())
    {
        headers.insert(header::ETAG, value);
    }
    let keep = if download.public {
        "public, max-age=300"
    } else {
        "no-store"
    };
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(keep));
    response
}

/// RFC 8187: everything but letters, digits and a few marks is escaped.
fn encoded(name: &str) -> String {
    name.bytes().fold(String::new(), |mut text, byte| {
        if byte.is_ascii_alphanumeric() || b"-._".contains(&byte) {
            text.push(char::from(byte));
        } else {
            text.push_str(&format!("%{byte:02X}"));
        }
        text
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::room::Access;

    #[test]
    fn a_page_stands_under_its_own_line_or_the_first_of_its_room() {
        let item = |href| MenuItem {
            word: "",
            topic: Topic::Mail,
            href,
            access: Access::SignedIn,
            place: 0,
        };
        let all = ["/", "/guard/mails", "/guard/wishes", "/tasks"].map(item);
        let items: Vec<&MenuItem> = all.iter().collect();
        let under = |path: &str| here(&items, path).map(|item| item.href);
        assert_eq!(under("/guard/wishes/new"), Some("/guard/wishes"));
        assert_eq!(under("/guard/weeks"), Some("/guard/mails"));
        assert_eq!(under("/"), Some("/"));
        for nowhere in ["", "/guardian", "/elsewhere/tasks"] {
            assert_eq!(under(nowhere), None, "{nowhere}");
        }
    }
}
