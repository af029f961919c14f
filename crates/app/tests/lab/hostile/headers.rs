//! Headers that contradict each other, go on for ever, or are none.

use super::{Hostile, SECRET, lines};

const TEXT: &str = "Content-Type: text/plain; charset=utf-8\n";

pub fn all() -> Vec<Hostile> {
    [shapes(), contradicting(), names(), words()].concat()
}

fn shapes() -> Vec<Hostile> {
    let many = |line: &str, count: usize| line.repeat(count);
    vec![
        ("no header at all", lines(&format!("\n{SECRET}\n"))),
        (
            "headers without a body",
            lines(&format!("Subject: {SECRET}\n")),
        ),
        (
            "no empty line before the text",
            lines(&format!("Subject: x\n{SECRET}\nno header either\n")),
        ),
        (
            "a space before the colon",
            lines(&format!(
                "Subject : {SECRET}\nContent-Type : text/plain\n\nx\n"
            )),
        ),
        (
            "a header without a name",
            lines(&format!(": {SECRET}\n:\nSubject: x\n\n{SECRET}\n")),
        ),
        (
            "a hundred thousand headers",
            lines(&format!("{}\n{SECRET}\n", many("X-A: b\n", 100_000))),
        ),
        (
            "a header of two megabytes",
            lines(&format!("X-A: {}\n\n{SECRET}\n", many("a", 2_000_000))),
        ),
        (
            "a header folded thirty thousand times",
            lines(&format!(
                "Subject: {SECRET}\n{}\n{SECRET}\n",
                many(" a\n", 30_000)
            )),
        ),
        (
            "a header folded with nothing in it",
            lines(&format!("Subject:\n \n\t\n {SECRET}\n\nx\n")),
        ),
        (
            "letters beyond ASCII that nobody has declared",
            [
                b"Subject: \xe5\xe4\xf6\xff\xfe\r\nX-\xc3\xa5: 1\r\n\r\n\x80\x81\x1b[2J\x7f\r\n"
                    .to_vec(),
                lines(&format!("{SECRET}\n")),
            ]
            .concat(),
        ),
    ]
}

fn contradicting() -> Vec<Hostile> {
    let two = |first: &str, second: &str| {
        lines(&format!(
            "MIME-Version: 1.0\n{first}{second}\n--a\n{TEXT}\n{SECRET}\n--a--\n--b\n{TEXT}\n{SECRET}\n--b--\n"
        ))
    };
    let mixed = |boundary: &str| format!("Content-Type: multipart/mixed; boundary={boundary}\n");
    let encoded = |name: &str| format!("Content-Transfer-Encoding: {name}\n");
    vec![
        ("two types, text first", two(TEXT, &mixed("a"))),
        ("two types, parts first", two(&mixed("b"), TEXT)),
        (
            "two boundaries in two headers",
            two(&mixed("a"), &mixed("b")),
        ),
        (
            "two boundaries in one header",
            two(
                "",
                "Content-Type: multipart/mixed; boundary=a; boundary=b\n",
            ),
        ),
        (
            "a boundary behind a semicolon in quotes",
            two(
                "",
                "Content-Type: multipart/mixed; x=\"; boundary=a\"; boundary=b\n",
            ),
        ),
        (
            "a comment in the type",
            two(
                "",
                "Content-Type: (a)multipart(b)/(c)mixed(d); boundary(e)=(f)a\n",
            ),
        ),
        (
            "two encodings",
            lines(&format!(
                "MIME-Version: 1.0\n{TEXT}{}{}\n{}\n",
                encoded("base64"),
                encoded("7bit"),
                SECRET
            )),
        ),
        (
            "an encoding that nobody knows",
            lines(&format!("{TEXT}{}\n{SECRET}\n", encoded("x-rot13"))),
        ),
        (
            "two subjects, two senders",
            lines(&format!(
                "Subject: x\nFrom: a@b\nSubject: {SECRET}\nFrom: c@d\nMIME-Version: 1.0\nMIME-Version: 2.0\n\nx\n"
            )),
        ),
    ]
}

/// RFC 2231: names in pieces, out of order, in charsets that lie.
fn names() -> Vec<Hostile> {
    let attached = |parameters: &str| {
        lines(&format!(
            "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=a\n\n--a\n\
             Content-Type: text/plain{parameters}\nContent-Disposition: attachment{parameters}\n\n{SECRET}\n--a--\n"
        ))
    };
    vec![
        (
            "a name in pieces out of order",
            attached("; filename*2*=8; filename*0*=utf-8''010180; filename*1=-000"),
        ),
        (
            "a name with a piece that is missing",
            attached("; name*0=a; name*2=010180-0008; name*1000000000000000000000=c"),
        ),
        (
            "a name twice, coded and plain",
            attached("; filename=a.txt; filename*=utf-8''010180-0008.txt; filename=b.txt"),
        ),
        (
            "a name whose charset lies",
            attached("; name*=utf-16''%30%00%31; name*=x-none'xx'010180-0008; name*='''"),
        ),
        (
            "a name whose signs are cut off",
            attached("; name*=utf-8''%E0%80%; filename*=utf-8''%; filename*0*=%4"),
        ),
        (
            "a name in quotes that never end",
            attached("; name=\"010180-0008"),
        ),
        (
            "a name in ten thousand pieces",
            attached(
                &(0..10_000)
                    .map(|n| format!(";\n name*{n}*=%30"))
                    .collect::<String>(),
            ),
        ),
    ]
}

/// RFC 2047, broken in every way.
fn words() -> Vec<Hostile> {
    let subject = |text: &str| lines(&format!("Subject: {text}\n\n{SECRET}\n"));
    vec![
        (
            "an encoded word without an end",
            subject("=?utf-8?B?MDEwMTgwLTAwMDg"),
        ),
        (
            "an encoded word in no charset",
            subject("=??Q?010180-0008?= =?x?B??="),
        ),
        (
            "encoded words in each other",
            subject("=?utf-8?Q?=?utf-8?B?MDEw?=?="),
        ),
        (
            "a letter cut in two by encoded words",
            subject("=?utf-8?Q?=C3?= =?utf-8?Q?=A5_010180-?=\n =?utf-8?Q?0008?="),
        ),
        (
            "wrong signs in an encoded word",
            subject("=?utf-8?Q?=ZZ=0?= =?utf-8?B?*?="),
        ),
        (
            "an encoded word in utf-7",
            subject("=?utf-7?Q?+AGE-010180-0008?="),
        ),
        (
            "ten thousand encoded words",
            subject(&"=?utf-8?B?MA==?=\n ".repeat(10_000)),
        ),
        (
            "line ends in an encoded word",
            subject("=?utf-8?Q?a=0D=0ABcc:_x@y?="),
        ),
    ]
}
