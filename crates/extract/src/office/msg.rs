//! Outlook's own message files (MS-OXMSG): streams named by property numbers, attachments and recipients in
//! storages.

use super::compound::{Compound, stream};
use crate::part::{Kind, Reason};
use crate::reading::Reading;
use crate::{html, plain, rtf};

/// Properties that people write, or that say who it is for.
const WRITTEN: [(&str, &str); 8] = [
    ("0037", "Subject"),
    ("0E1D", "Subject"),
    ("0C1A", "From"),
    ("0C1F", "From"),
    ("0E04", "To"),
    ("0E03", "Cc"),
    ("0E02", "Bcc"),
    ("5909", "Keywords"),
];

/// One message; `root` is the storage that holds it, without a slash at the end.
pub(super) fn message(
    r: &mut Reading<'_>,
    compound: &mut Compound<'_>,
    root: &str,
) -> Result<(), Reason> {
    let entries: Vec<(String, bool)> = compound
        .read_storage(if root.is_empty() { "/" } else { root })
        .map_err(|_| Reason::Broken)?
        .map(|entry| (entry.name().to_owned(), entry.is_storage()))
        .collect();
    let mut headers = String::new();
    let mut rest = String::new();
    for (name, storage) in &entries {
        r.account.in_time()?;
        let path = format!("{root}/{name}");
        match (name.strip_prefix("__substg1.0_"), storage) {
            (Some(tag), false) => property(r, compound, &path, tag, &mut headers, &mut rest)?,
            (None, true) if name.starts_with("__attach") => attachment(r, compound, &path)?,
            (None, true) if name.starts_with("__recip") => {
                recipient(r, compound, &path, &mut headers)
            }
            _ => {}
        }
    }
    r.text(Kind::Headers, headers);
    r.text(Kind::TraceHeaders, rest);
    Ok(())
}

fn property(
    r: &mut Reading<'_>,
    compound: &mut Compound<'_>,
    path: &str,
    tag: &str,
    headers: &mut String,
    rest: &mut String,
) -> Result<(), Reason> {
    let (id, kind) = tag.split_at_checked(4).unwrap_or((tag, ""));
    match (id, kind) {
        ("1000", "001F" | "001E") => {
            let text = text(r, compound, path, kind)?;
            r.text(Kind::Text, text);
        }
        ("1013", _) => {
            let bytes = stream(r, compound, path)?;
            html::file(r, &bytes, None)?;
        }
        ("1009", _) => {
            let bytes = stream(r, compound, path)?;
            rtf::compressed(r, &bytes)?;
        }
        (_, "001F" | "001E") => {
            let text = text(r, compound, path, kind)?;
            let known = WRITTEN
                .iter()
                .find(|(known, _)| known.eq_ignore_ascii_case(id));
            match known {
                Some((_, name)) => line(headers, name, &text),
                None => line(rest, "", &text),
            }
        }
        // Lists of texts: each in a stream of its own, `8005101F-00000000`.
        (_, list) if list.starts_with("101F-") || list.starts_with("101E-") => {
            let kind = if list.starts_with("101F") {
                "001F"
            } else {
                "001E"
            };
            let text = text(r, compound, path, kind)?;
            line(rest, "", &text);
        }
        _ => {}
    }
    Ok(())
}

fn attachment(r: &mut Reading<'_>, compound: &mut Compound<'_>, path: &str) -> Result<(), Reason> {
    let mut names = String::new();
    let mut first = None;
    for (tag, kind) in [
        ("3707", "001F"),
        ("3707", "001E"),
        ("3704", "001F"),
        ("3704", "001E"),
        ("3001", "001F"),
        ("3001", "001E"),
    ] {
        let at = format!("{path}/__substg1.0_{tag}{kind}");
        if compound.is_stream(&at) {
            let name = text(r, compound, &at, kind)?;
            line(&mut names, "", &name);
            first.get_or_insert(name);
        }
    }
    r.text(Kind::Names, names);
    let name = first.unwrap_or_else(|| "-".to_owned());
    let data = format!("{path}/__substg1.0_37010102");
    let inner = format!("{path}/__substg1.0_3701000D");
    if compound.is_stream(&data) {
        let bytes = stream(r, compound, &data)?;
        r.file(&name, &bytes, None);
    } else if compound.is_stream(format!("{inner}/__properties_version1.0")) {
        // A storage lies inside its parent, so this ends with the file's own depth; the reader's limit is less.
        let deep = inner.matches("/__attach").count() > r.account.limits().depth;
        r.inside(name, |r| {
            if deep {
                Err(Reason::TooDeep)
            } else {
                message(r, compound, &inner)
            }
        });
    } else {
        r.inside(name, |_| Err(Reason::Elsewhere));
    }
    Ok(())
}

fn recipient(r: &mut Reading<'_>, compound: &mut Compound<'_>, path: &str, headers: &mut String) {
    for tag in ["3001001F", "3001001E", "3003001F", "3003001E", "39FE001F"] {
        let at = format!("{path}/__substg1.0_{tag}");
        if compound.is_stream(&at)
            && let Ok(text) = text(r, compound, &at, &tag[4..])
        {
            line(headers, "To", &text);
        }
    }
}

fn text(
    r: &mut Reading<'_>,
    compound: &mut Compound<'_>,
    path: &str,
    kind: &str,
) -> Result<String, Reason> {
    let bytes = stream(r, compound, path)?;
    Ok(if kind == "001F" {
        encoding_rs::UTF_16LE
            .decode_without_bom_handling(&bytes)
            .0
            .into_owned()
    } else {
        plain::decode(&bytes).into_owned()
    })
}

fn line(to: &mut String, name: &str, text: &str) {
    if !text.trim().is_empty() {
        if !name.is_empty() {
            to.push_str(name);
            to.push_str(": ");
        }
        to.push_str(text.trim_end_matches('\0'));
        to.push('\n');
    }
}
