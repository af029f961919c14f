//! From runs of digits to numbers: which groups make which kind.

use crate::finding::{Reason, Strength};
use crate::kinds::{Kind, Series};

use super::checks::{digits, is_day_of_some_century, weighted};
use super::context::{Context, Means, Words};
use super::number::{Form, Number, Reading, form};
use super::persons::{self, Fits};
use super::tokens::{Gap, Token};
use super::{accounts, cards, finland, iban, organisations, phones};

/// One cluster of digits in its text.
#[derive(Clone, Copy)]
pub(crate) struct Place<'a> {
    pub(crate) words: &'a Words,
    pub(crate) bytes: &'a [u8],
    pub(crate) tokens: &'a [Token],
    /// What the word right before the first token names.
    pub(crate) beside: Means,
}

/// How many digits the groups have: fewer than six come to nothing.
pub(crate) fn total(tokens: &[Token]) -> usize {
    tokens.iter().map(|t| t.len).sum()
}

/// Whether the lengths of the groups may come to anything: most numbers in a table do not.
pub(crate) fn may_hold(bytes: &[u8], tokens: &[Token], beside: Means) -> bool {
    let Some(first) = tokens.first() else {
        return false;
    };
    let before = first
        .start
        .checked_sub(1)
        .and_then(|i| bytes.get(i))
        .copied()
        .unwrap_or(b' ');
    beside != Means::NOTHING
        || before == b'+'
        || before.is_ascii_alphabetic()
        || !(9..0x7F).contains(&before) && iban::begins(bytes, first.start)
        || total(tokens) >= 8 && bytes.get(first.start..first.start + 2) == Some(b"00")
        || (0..tokens.len()).any(|at| shape(bytes, tokens.get(at..).unwrap_or_default()))
}

/// Whether some number begins with groups of these lengths.
fn shape(bytes: &[u8], tokens: &[Token]) -> bool {
    let len = |at: usize| tokens.get(at).map_or(0, |t| t.len);
    match (len(0), len(1)) {
        (9..=19, _) | (6, 3..=5) | (8, 4) | (7, 1) | (4, 4 | 6) => true,
        (2, 2) => len(2) == 2 && matches!(len(3), 3..=5),
        (4, 2) => matches!((len(2), len(3)), (2, 4) | (5, _)),
        (1, 1) => tokens.len() >= 10,
        (6, 0) => tokens
            .first()
            .is_some_and(|t| matches!(bytes.get(t.end), Some(b'-' | b'+'))),
        (2.., _) => plus_before(bytes, tokens),
        _ => false,
    }
}

/// Inside a row of numbers, one with a country code.
fn plus_before(bytes: &[u8], tokens: &[Token]) -> bool {
    let start = tokens.first().and_then(|t| t.start.checked_sub(1));
    start.and_then(|i| bytes.get(i)) == Some(&b'+')
}

/// Everything that the cluster may be.
pub(crate) fn cluster(place: Place<'_>, out: &mut Vec<Reading>) {
    for at in 0..place.tokens.len() {
        let Some(rest) = place.tokens.get(at..) else {
            return;
        };
        let gap = at
            .checked_sub(1)
            .and_then(|i| place.tokens.get(i))
            .map(|t| t.gap);
        person(place, rest, gap, out);
        iban::read(place, rest, out);
        accounts::read(place, rest, gap, out);
        cards::read(place, rest, gap, out);
        phones::read(place, rest, gap, out);
        organisations::read(place, rest, gap, out);
    }
}

impl Place<'_> {
    /// What the word right before `start` names; of the first token it is known.
    pub(crate) fn beside_of(&self, start: usize) -> Means {
        if self
            .tokens
            .first()
            .is_some_and(|first| first.start == start)
        {
            return self.beside;
        }
        self.words.right_before(self.bytes, start)
    }

    pub(crate) fn context(&self, start: usize, end: usize) -> Context {
        self.words.around(self.bytes, start, end)
    }

    /// Whether digits before or behind make it a part of a decimal fraction or of an amount. A cell between two
    /// commas is no fraction.
    pub(crate) fn is_fraction(&self, number: &Number) -> bool {
        let at = |i: Option<usize>| i.and_then(|i| self.bytes.get(i)).copied().unwrap_or(b' ');
        let before = at(number.start.checked_sub(1));
        let after = at(Some(number.end));
        let digit_before = at(number.start.checked_sub(2)).is_ascii_digit();
        let digit_after = at(Some(number.end + 1)).is_ascii_digit();
        if before == b',' && after == b',' {
            return false;
        }
        matches!(before, b'.' | b',') && digit_before || matches!(after, b'.' | b',') && digit_after
    }
}

/// Numbers of persons that begin with the first token.
fn person(place: Place<'_>, tokens: &[Token], before: Option<Gap>, out: &mut Vec<Reading>) {
    match tokens {
        [t, ..] if (9..=12).contains(&t.len) => rules(place, Number::of(t), out),
        [date, serial, ..] if date.len == 6 && matches!(serial.len, 3..=5) => {
            six(place, date, serial, tokens, out);
        }
        [date, serial, ..] if date.len == 8 && serial.len == 4 => {
            two(place, &[*date, *serial], date.gap, out);
        }
        [a, b, c, serial, ..] if (a.len, b.len, c.len) == (2, 2, 2) && same_marks(a.gap, b.gap) => {
            parts(place, tokens, serial, out);
        }
        // 1944-08-13-9089
        [a, b, c, d, ..]
            if (a.len, b.len, c.len, d.len) == (4, 2, 2, 4) && same_marks(a.gap, b.gap) =>
        {
            two(place, &[*a, *b, *c, *d], c.gap, out);
        }
        _ => {}
    }
    if tokens.first().is_some_and(|t| t.len < 9) {
        any(place, tokens, before, out);
    }
    birth_date(place, tokens, out);
}

/// A date is written with the same mark twice.
fn same_marks(a: Gap, b: Gap) -> bool {
    a == b && matches!(a, Gap::Dot | Gap::Space | Gap::Hyphen | Gap::Slash)
}

/// `010180-0008`, `151086 95088`, `311299 567 15`, `020504A902E`.
fn six(place: Place<'_>, date: &Token, serial: &Token, tokens: &[Token], out: &mut Vec<Reading>) {
    if serial.len != 5 {
        finnish(place, (date.start, date.value), date.gap, serial, out);
    }
    match (serial.len, tokens) {
        (4 | 5, _) => two(place, &[*date, *serial], date.gap, out),
        (3, [_, _, last, ..]) if last.len == 2 => {
            two(place, &[*date, *serial, *last], date.gap, out)
        }
        (3, _) => two(place, &[*date, *serial], date.gap, out),
        _ => {}
    }
}

/// `01.01.80-0008` and the like: the date in three parts.
fn parts(place: Place<'_>, tokens: &[Token], serial: &Token, out: &mut Vec<Reading>) {
    let Some([a, b, c]) = tokens.get(..3) else {
        return;
    };
    let value = a.value * 10_000 + b.value * 100 + c.value;
    finnish(place, (a.start, value), c.gap, serial, out);
    match (serial.len, tokens.get(4)) {
        (4 | 5, _) => two(place, &[*a, *b, *c, *serial], c.gap, out),
        (3, Some(last)) if last.len == 2 => two(place, &[*a, *b, *c, *serial, *last], c.gap, out),
        _ => {}
    }
}

fn finnish(place: Place<'_>, date: (usize, u64), gap: Gap, serial: &Token, out: &mut Vec<Reading>) {
    if let Some((reading, dash)) = finland::read(place.bytes, date, gap, serial) {
        let span = reading.finding.span.clone();
        out.push(finland::judge(
            reading,
            dash,
            place.context(span.start, span.end),
        ));
    }
}

fn two(place: Place<'_>, tokens: &[Token], gap: Gap, out: &mut Vec<Reading>) {
    let number = form(gap).and_then(|form| Number::joined(tokens, form));
    if let Some(number) = number {
        rules(place, number, out);
    }
}

/// Digits grouped in a way that no rule knows: one word right beside them makes a number of them.
fn any(place: Place<'_>, tokens: &[Token], before: Option<Gap>, out: &mut Vec<Reading>) {
    let single = tokens.iter().take(10).take_while(|t| t.len == 1).count() == 10;
    if before.is_some() && !single || tokens.len() < 2 {
        return;
    }
    let mut sum = 0;
    for (at, token) in tokens.iter().enumerate().take(14) {
        sum += token.len;
        let joined = tokens.get(..=at).unwrap_or_default();
        let next = tokens.get(at + 1);
        let last = next.is_none_or(|t| single && t.len != 1);
        if at > 0 && (10..=12).contains(&sum) && last {
            let grouped = Number::joined(joined, if single { Form::Loose } else { Form::Any });
            if let Some(number) = grouped.filter(|_| single || place.is_named()) {
                rules(place, number, out);
            }
        }
        if sum > 12
            || !matches!(
                token.gap,
                Gap::Space | Gap::Hyphen | Gap::Line | Gap::Dot | Gap::Slash
            )
        {
            return;
        }
    }
}

impl Place<'_> {
    /// Whether the word right before names a person's number.
    fn is_named(&self) -> bool {
        let beside = self.beside;
        [Means::CPR, Means::PNR, Means::SAM, Means::FNR, Means::KT]
            .iter()
            .any(|m| beside.has(*m))
    }
}

/// All countries' rules on the same digits.
fn rules(place: Place<'_>, number: Number, out: &mut Vec<Reading>) {
    let (fits, count) = fitting(&number);
    let fits = fits.get(..count).unwrap_or_default();
    let special = matches!(number.len, 9 | 12)
        || matches!(number.digits / 1_000_000_000, 8 | 9)
        || number.len == 11;
    let bare = number.form == Form::Bare;
    // Bare digits without a check digit need a word; look for one only where one can be.
    if fits.iter().flatten().next().is_none() && !special {
        return;
    }
    let unsure = !fits.iter().flatten().any(|f| f.checked);
    if bare && unsure && !has_letter_before(place.bytes, number.start) {
        return;
    }
    let context = place.context(number.start, number.end);
    if place.is_fraction(&number)
        && !matches!(number.form, Form::Hyphen | Form::Plus)
        && !named_at_all(context)
    {
        return;
    }
    let already = out.len();
    for fit in fits.iter().flatten() {
        out.extend(persons::judge(
            &number,
            *fit,
            context,
            value(&number, fit.kind),
        ));
    }
    if out.len() == already {
        out.extend(by_word(&number, context));
    }
}

fn named_at_all(context: Context) -> bool {
    context.near != Means::NOTHING && !context.is_other()
}

fn has_letter_before(bytes: &[u8], start: usize) -> bool {
    let near = bytes
        .get(start.saturating_sub(48)..start)
        .unwrap_or_default();
    near.iter().any(|b| b.is_ascii_alphabetic() || *b >= 0x80)
}

fn fitting(number: &Number) -> ([Option<Fits>; 3], usize) {
    let value = number.digits;
    let fits = match (number.len, number.form) {
        (10, Form::Plus) => [None, persons::sweden(value), None],
        (10, _) => [
            persons::denmark(value),
            persons::sweden(value),
            persons::iceland(value),
        ],
        (11, Form::Plus) => [None; 3],
        (11, _) => [persons::norway(value), None, None],
        (12, _) => [
            persons::sweden_long(value),
            sole_trader(value),
            danish_long(number),
        ],
        _ => [None; 3],
    };
    (fits, 3)
}

/// The VAT number of a Swedish sole trader is the personnummer and 01.
fn sole_trader(value: u64) -> Option<Fits> {
    (value % 100 == 1)
        .then(|| persons::sweden(value / 100))
        .flatten()
}

/// A CPR number with the whole year, `01011980-0008`: no official form, so only its word makes it one.
fn danish_long(number: &Number) -> Option<Fits> {
    let year = number.digits / 10_000 % 10_000;
    let short = number.digits / 100_000_000 * 1_000_000 + number.digits % 1_000_000;
    let fits = persons::denmark(short).filter(|_| (1858..2058).contains(&year))?;
    Some(Fits {
        checked: false,
        ..fits
    })
}

fn value(number: &Number, kind: Kind) -> String {
    let text = number.text();
    match (kind, number.len, number.form) {
        (Kind::Cpr, 12, _) => format!(
            "{}{}",
            &text.get(..4).unwrap_or_default(),
            text.get(6..).unwrap_or_default()
        ),
        (_, 10, Form::Plus) => format!(
            "{}+{}",
            text.get(..6).unwrap_or_default(),
            text.get(6..).unwrap_or_default()
        ),
        _ => text,
    }
}

/// Numbers without a date: only their word makes them.
fn by_word(number: &Number, context: Context) -> Option<Reading> {
    let lead = number.digits / 10_u64.pow(number.len as u32 - 1);
    let near = context.near;
    let (kind, series, checked) = match number.len {
        10 if near.has(Means::KT) && lead >= 8 => (Kind::Kennitala, Series::System, false),
        11 if near.has(Means::FH) && lead >= 8 => (Kind::Fodselsnummer, Series::FhNumber, false),
        12 if near.has(Means::DUF) && is_duf(number.digits) => (Kind::Duf, Series::Ordinary, true),
        9 if near.has(Means::PTAL) => (Kind::Ptal, Series::Ordinary, false),
        _ => return None,
    };
    let reading = Reading::new(kind, (number.start, number.end), number.text(), 90)
        .country(persons::country(kind))
        .series(series)
        .strength(Strength::Strong)
        .because(checked, Reason::CheckDigit)
        .because(true, Reason::ContextWord);
    Some(reading)
}

/// Immigration authority's number: the year moves behind the serial for the sum, whose rest stands in two digits.
fn is_duf(value: u64) -> bool {
    let places = digits::<12>(value);
    let (year, rest) = places.split_at(4);
    let sum = weighted(rest, &[4, 6, 3, 2, 7, 5]) + weighted(year, &[4, 6, 3, 2]);
    u64::from(sum % 11) == value % 100
}

/// `VIRTANEN,E 251123-`: a birth date and its separator without a serial still point at a person.
fn birth_date(place: Place<'_>, tokens: &[Token], out: &mut Vec<Reading>) {
    let Some(date) = tokens.first().filter(|t| t.len == 6 && t.gap == Gap::Break) else {
        return;
    };
    let after = place.bytes.get(date.end).copied().unwrap_or_default();
    let ends = !place
        .bytes
        .get(date.end + 1)
        .is_some_and(|b| b.is_ascii_alphanumeric() || *b >= 0x80);
    let name = match place.bytes.get(date.start.saturating_sub(4)..date.start) {
        Some([b',', b' ', name, b' '] | [_, b',', name, b' ']) => *name,
        _ => return,
    };
    let value = date.value;
    let day = is_day_of_some_century(
        (value % 100) as u32,
        (value / 100 % 100) as u32,
        (value / 10_000) as u32,
    );
    if matches!(after, b'-' | b'+') && ends && day && name.is_ascii_uppercase() {
        let text = format!("{value:06}");
        out.push(
            Reading::new(Kind::BirthDate, (date.start, date.end + 1), text, 20)
                .strength(Strength::Weak),
        );
    }
}
