//! Pages read without the tokenizer and by it.

use proptest::prelude::*;

use super::tokens::Sink;
use super::{Shown, show};

fn by_tokenizer(page: &str) -> Shown {
    let sink = Sink::new(page.len());
    sink.tokenize(page);
    sink.shown()
}

/// What pages are made of, whole and broken.
const PIECES: &[&str] = &[
    "<p>",
    "</p>",
    "<br>",
    "<br/>",
    "<br / >",
    "<P CLASS=a>",
    "<td width=5>",
    "</td >",
    "<b",
    "<",
    "</",
    ">",
    "/",
    "=",
    "<a href=\"mailto:a%40b.dk?x=1&amp;y=2\" title='010180-0008'>",
    "<a href=x&y=1>",
    "</a>",
    "<div hidden>",
    "</div>",
    "<div style=\"display:none\" STYLE=x>",
    "<span class=\"x y\">",
    "</span>",
    "<style>.x{display:none}</style>",
    "<style>",
    "</style",
    "<STYLE>.y{display:none}</Style >",
    "<title>a\n  b &amp; c</title>",
    "<title>",
    "</title>",
    "<script>if (a<b) \"</p>\"</script>",
    "<script><!-- ",
    "--></script>",
    "<script>",
    "</script>",
    "<pre>",
    "</pre>",
    "<textarea>",
    "</textarea>",
    "<xmp>",
    "</xmp>",
    "<iframe>",
    "<plaintext>",
    "<!-- a <b>c</b> -->",
    "<!--",
    "-->",
    "<!-->",
    "<!--->",
    "--!>",
    "<!--[if !mso]><!-->",
    "<![endif]-->",
    "<![CDATA[x]]>",
    "<!DOCTYPE html \"a>",
    "<?xml x?>",
    "</>",
    "</ x>",
    "<3",
    "< ",
    "&",
    "&amp;",
    "&AMP",
    "&aring;",
    "&oslash",
    "&notit;",
    "&nosuch;",
    "&#48;",
    "&#x30;",
    "&#x80;",
    "&#0;",
    "&#55296;",
    "&#99999999999;",
    "&#",
    "&#x",
    "&nbsp;",
    "&fjlig;",
    ";",
    "010180",
    "-0008",
    " ",
    "  ",
    "\n",
    "\r\n",
    "\r",
    "\t",
    "\u{c}",
    "\u{feff}",
    "\u{a0}",
    "å",
    "\"",
    "'",
    "x",
    "Y",
    "!",
    "?",
    "<o:p>",
    "</o:p>",
    "<img src=\"data:image/png;base64,AAAA\"/>",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn a_page_reads_as_by_the_tokenizer(picked in prop::collection::vec(0..PIECES.len(), 0..30)) {
        let page: String = picked.iter().filter_map(|at| PIECES.get(*at)).copied().collect();
        prop_assert_eq!(show(&page), by_tokenizer(&page), "{:?}", page);
    }

    #[test]
    fn any_text_reads_as_by_the_tokenizer(page in "[<>/!&;#=a-cA-C\"' \n\r\t0-9x\u{0}-]{0,60}") {
        prop_assert_eq!(show(&page), by_tokenizer(&page), "{:?}", page);
    }
}

#[test]
fn what_follows_a_piece_is_read() {
    let shown = show("<p>a &notit; b</P><title>c</title>d<br/>e");
    assert_eq!(
        shown.whole,
        by_tokenizer("<p>a &notit; b</P><title>c</title>d<br/>e").whole
    );
    assert!(shown.whole.ends_with("d\ne"), "{}", shown.whole);
}
