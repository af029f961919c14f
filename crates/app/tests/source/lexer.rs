//! Telling code from text, in Rust and in templates.

/// What stands in `{{ }}` and `{% %}` of a template, and what is left without comments; both keep the lines.
pub fn template(text: &str) -> (String, String) {
    let (mut code, mut rest) = (String::new(), String::new());
    let mut left = text;
    while let Some(start) = left.find(['{']) {
        let close = match left[start..].get(..2) {
            Some("{{") => "}}",
            Some("{%") => "%}",
            Some("{#") => "#}",
            _ => {
                rest.push_str(&left[..=start]);
                left = &left[start + 1..];
                continue;
            }
        };
        let end = left[start..]
            .find(close)
            .map_or(left.len(), |end| start + end + 2);
        let (inner, lines) = (&left[start..end], left[start..end].matches('\n').count());
        rest.push_str(&left[..start]);
        rest.push_str(&"\n".repeat(lines));
        code.push_str(&"\n".repeat(left[..start].matches('\n').count()));
        code.push_str(&if close == "#}" {
            "\n".repeat(lines)
        } else {
            inner.to_owned()
        });
        left = &left[end..];
    }
    rest.push_str(left);
    (code, rest)
}

/// Splits Rust into code with empty strings and no comments, and its string literals; lines stay in place.
pub fn lex(text: &str) -> (String, Vec<(usize, String)>) {
    let (mut code, mut strings, mut line) = (String::new(), Vec::new(), 1);
    let mut left = text;
    while let Some(first) = left.chars().next() {
        let size = match first {
            '/' if left.starts_with("//") => left.find('\n').unwrap_or(left.len()),
            '/' if left.starts_with("/*") => left.find("*/").map_or(left.len(), |end| end + 2),
            '"' => quoted(left),
            'r' if raw_marks(left).is_some() && !after_word(&code) => raw(left),
            '\'' => character(left),
            other => other.len_utf8(),
        };
        let (token, next) = left.split_at(size);
        let lines = token.matches('\n').count();
        if first == '"' || (first == 'r' && size > 1) {
            strings.push((
                line,
                token
                    .trim_start_matches(['r', '#'])
                    .trim_end_matches('#')
                    .trim_matches('"')
                    .to_owned(),
            ));
            code.push_str("\"\"");
            code.push_str(&"\n".repeat(lines));
        } else if first == '/' && size > 1 {
            code.push_str(&"\n".repeat(lines));
        } else {
            code.push_str(token);
        }
        line += lines;
        left = next;
    }
    (code, strings)
}

fn after_word(code: &str) -> bool {
    code.chars()
        .next_back()
        .is_some_and(|last| last.is_alphanumeric() || last == '_')
}

/// How many bytes a plain string takes, its quotes included.
fn quoted(text: &str) -> usize {
    let mut escaped = false;
    for (at, letter) in text.char_indices().skip(1) {
        match letter {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return at + 1,
            _ => {}
        }
    }
    text.len()
}

fn raw_marks(text: &str) -> Option<usize> {
    let marks = text[1..].chars().take_while(|mark| *mark == '#').count();
    text[1 + marks..].starts_with('"').then_some(marks)
}

fn raw(text: &str) -> usize {
    let marks = raw_marks(text).unwrap_or_default();
    let close = format!("\"{}", "#".repeat(marks));
    let start = 2 + marks;
    text[start..]
        .find(&close)
        .map_or(text.len(), |end| start + end + close.len())
}

/// A letter in quotes is skipped whole, so that `'"'` opens no string; a lifetime is one character.
fn character(text: &str) -> usize {
    let mut letters = text.char_indices().skip(1);
    match letters.next() {
        Some((_, '\\')) => text[2..]
            .char_indices()
            .skip(1)
            .find(|(_, c)| *c == '\'')
            .map_or(1, |(at, _)| at + 3),
        Some(_) => letters
            .next()
            .filter(|(_, c)| *c == '\'')
            .map_or(1, |(at, _)| at + 1),
        None => 1,
    }
}
