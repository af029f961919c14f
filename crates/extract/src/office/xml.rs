//! Walking through XML without building a tree. Entities that a document declares for itself are never
//! expanded: their declarations are read as text instead, so nothing grows and nothing hides.

use quick_xml::Reader;
use quick_xml::escape::{resolve_predefined_entity, unescape};
use quick_xml::events::{BytesStart, Event};

use crate::part::Reason;
use crate::plain;

/// What a walk meets.
pub(crate) enum Met<'e, 'b> {
    /// An element begins; the name is without its prefix.
    Open(&'e str, &'e BytesStart<'b>),
    Close(&'e str),
    /// Characters, with references resolved.
    Chars(&'e str),
    /// Comments, instructions, document types.
    Aside(&'e str),
}

/// Calls `see` for everything, in order. An element without contents is opened and closed.
///
/// # Errors
/// [`Reason::Broken`] where the XML ends being XML; what came before has been seen.
pub(crate) fn walk(bytes: &[u8], see: &mut dyn FnMut(Met<'_, '_>)) -> Result<(), Reason> {
    let text = plain::decode(bytes);
    let text = text.trim_start_matches('\u{feff}');
    let mut reader = Reader::from_str(text);
    let config = reader.config_mut();
    config.check_end_names = false;
    config.allow_unmatched_ends = true;
    config.allow_dangling_amp = true;
    loop {
        match reader.read_event() {
            Ok(Event::Start(start)) => see(Met::Open(start.local_name().into_inner(), &start)),
            Ok(Event::Empty(start)) => {
                see(Met::Open(start.local_name().into_inner(), &start));
                see(Met::Close(start.local_name().into_inner()));
            }
            Ok(Event::End(end)) => see(Met::Close(end.local_name().into_inner())),
            Ok(Event::Text(text)) => see(Met::Chars(&text)),
            Ok(Event::CData(text)) => see(Met::Chars(&text)),
            Ok(Event::GeneralRef(name)) => match name.resolve_char_ref() {
                Ok(Some(c)) => see(Met::Chars(c.encode_utf8(&mut [0; 4]))),
                _ => see(Met::Chars(resolve_predefined_entity(&name).unwrap_or(" "))),
            },
            Ok(Event::Comment(text) | Event::DocType(text)) => see(Met::Aside(&text)),
            Ok(Event::PI(text)) => see(Met::Aside(&text)),
            Ok(Event::Decl(_)) => {}
            Ok(Event::Eof) => return Ok(()),
            Err(_) => return Err(Reason::Broken),
        }
    }
}

/// The value of an attribute by its name without prefix.
pub(crate) fn attribute(start: &BytesStart<'_>, name: &str) -> Option<String> {
    start
        .attributes()
        .with_checks(false)
        .flatten()
        .find(|attribute| attribute.key.local_name().into_inner() == name)
        .map(|attribute| plain_value(&attribute.value))
}

fn plain_value(value: &str) -> String {
    unescape(value).map_or_else(|_| value.to_owned(), std::borrow::Cow::into_owned)
}

/// Any XML, without knowing what it means.
#[derive(Debug)]
pub(crate) struct AllText {
    /// Characters, as if markup were nothing.
    pub joined: String,
    /// Characters, as if every tag divided.
    pub apart: String,
    /// Attributes and comments.
    pub aside: String,
    /// [`Reason::Broken`] where it ended being XML.
    pub outcome: Result<(), Reason>,
}

/// All characters and attributes, up to `room` bytes. What stands behind the place where it ends being XML is read
/// as a browser would: some programs mend such files.
pub(crate) fn all_text(bytes: &[u8], room: usize) -> AllText {
    let mut all = AllText {
        joined: String::new(),
        apart: String::new(),
        aside: String::new(),
        outcome: Ok(()),
    };
    let outcome = walk(bytes, &mut |met| {
        if all.joined.len() + all.aside.len() > room {
            return;
        }
        match met {
            Met::Chars(text) => {
                all.joined.push_str(text);
                all.apart.push_str(text);
            }
            Met::Aside(text) => line(&mut all.aside, text),
            Met::Open(_, start) => {
                divide(&mut all.apart);
                for attribute in start.attributes().with_checks(false).flatten() {
                    if attribute.value.len() >= 6 && !attribute.key.as_ref().starts_with("xmlns") {
                        line(&mut all.aside, &plain_value(&attribute.value));
                    }
                }
            }
            Met::Close(_) => divide(&mut all.apart),
        }
    });
    all.outcome = outcome;
    if all.outcome.is_err() {
        let page = crate::html::show(&plain::decode(bytes));
        all.apart.push_str(&page.whole);
        all.aside.push_str(&page.aside);
    }
    all
}

fn divide(text: &mut String) {
    if !text.is_empty() && !text.ends_with('\n') {
        text.push('\n');
    }
}

fn line(to: &mut String, text: &str) {
    to.push_str(text);
    to.push('\n');
}
