//! Texts in other letters than UTF-8: read, or said that they were not.

#![allow(
    clippy::unwrap_used,
    reason = "a test stops at the first thing that is not as it should be"
)]

mod made;

use extract::Reason;
use made::{CPR, finds, not, parts};

#[test]
fn encodings_from_before_the_web_are_read_as_well() {
    for file in [
        &b"S\x9bren f\x86r kr\x91ft 010180-0008"[..],
        b"S\xbfren f\x8cr kr\xbeft 010180-0008",
        b"S|ren f}r kr{ft 010180-0008",
    ] {
        let found = parts("a.txt", file);
        assert!(finds(&found, "Søren får kræft 010180-0008"), "{found:#?}");
        assert!(not(&found).is_empty());
    }
}

#[test]
fn letters_of_four_bytes_are_read() {
    let said = "Søster 010180-0008 har kræft 😀";
    let wide = |big: bool, text: &str| -> Vec<u8> {
        let bytes = |c: char| {
            if big {
                u32::from(c).to_be_bytes()
            } else {
                u32::from(c).to_le_bytes()
            }
        };
        text.chars().flat_map(bytes).collect()
    };
    for big in [true, false] {
        let marked = wide(big, &format!("\u{feff}{said}"));
        for name in ["a.txt", "a.csv", "a.md", "a"] {
            let found = parts(name, &marked);
            assert!(finds(&found, said), "{big} {name} {found:#?}");
            assert!(not(&found).is_empty(), "{big} {found:#?}");
        }
        // A page: its text, and what a browser makes of it.
        let page = wide(
            big,
            "\u{feff}<html><body><p>0101<b>80</b>-0008</p></body></html>",
        );
        assert!(finds(&parts("a.html", &page), CPR));
        // Cut off, or with a wrong letter in it, the rest is read.
        let mut cut = marked.clone();
        cut.extend([7, 7, 7]);
        assert!(finds(&parts("a.txt", &cut), CPR));
        // Without a mark it is not called clean, and its readable runs are shown.
        let found = parts("a.txt", &wide(big, said));
        assert_eq!(not(&found), [Reason::UnknownType], "{found:#?}");
        assert!(finds(&found, CPR), "{found:#?}");
    }
    let mail = b"Content-Type: text/plain; charset=utf-32\nContent-Transfer-Encoding: base64\n\n\
        //4AADAAAAAxAAAAMAAAADEAAAA4AAAAMAAAAC0AAAAwAAAAMAAAADAAAAA4AAAA\n";
    let found = parts("a.eml", mail);
    assert!(finds(&found, CPR), "{found:#?}");
}

#[test]
fn zeros_in_a_text_hide_nothing() {
    // One in a number, one in a word; far behind, a text of two bytes a letter that nobody marked.
    let filled = "Referat af mødet i udvalget. ".repeat(3_000);
    let found = parts(
        "a.txt",
        format!("{filled}01\u{0}0180-0008 kr\u{0}æft").as_bytes(),
    );
    assert!(finds(&found, "010180-0008 kræft"), "{found:?}");
    let mut late = filled.clone().into_bytes();
    late.extend("010180-0008".encode_utf16().flat_map(u16::to_le_bytes));
    assert!(finds(&parts("a.txt", &late), CPR));
    let mut early = b"ab".repeat(600);
    early.extend(
        "010180-0008"
            .encode_utf16()
            .flat_map(u16::to_be_bytes)
            .cycle()
            .take(4_400),
    );
    let found = parts("a.txt", &early);
    assert!(finds(&found, CPR) && !not(&found).is_empty(), "{found:?}");
}

#[test]
fn a_mark_of_wide_letters_that_lies_hides_nothing() {
    for mark in [&b"\xff\xfe"[..], b"\xfe\xff", b"\xff\xfe\0\0"] {
        let mut file = mark.to_vec();
        file.extend(b"Borgeren 010180-0008 har s\xf8gt om hj\xe6lp til huslejen.");
        let found = parts("a.txt", &file);
        assert!(
            finds(&found, CPR) || !not(&found).is_empty(),
            "{mark:?} {found:#?}"
        );
    }
}
