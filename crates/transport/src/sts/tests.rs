//! Policies as texts and over time; the name system and HTTPS are in the lab.

use super::*;

const GOOD: &str = "version: STSv1\r\nmode: enforce\r\nmx: mx1.Y.test\r\nmx: *.z.test.\r\nmax_age: 604800\r\nother: x\r\n";

#[test]
fn policies_are_read_or_refused() {
    let policy = Policy::read(GOOD).unwrap();
    assert_eq!((policy.mode, policy.max_age), (Mode::Enforce, 604_800));
    for (host, listed) in [
        ("mx1.y.test", true),
        ("MX1.y.test", true),
        ("a.z.test", true),
        ("a.b.z.test", false),
        ("z.test", false),
        ("mx2.y.test", false),
        ("evil-mx1.y.test", false),
        ("", false),
    ] {
        assert_eq!(policy.lists(host), listed, "{host}");
    }
    assert_eq!(
        Policy::read("version: STSv1\nmode: none\nmax_age: 99999999999\n").ok(),
        None
    );
    let long = Policy::read("version: STSv1\nmode: none\nmax_age: 9999999999\n").unwrap();
    assert_eq!((long.mode, long.max_age), (Mode::None, 31_557_600));
    for wrong in [
        "",
        "version: STSv2\nmode: none\nmax_age: 1\n",
        "mode: enforce\nmx: a\nmax_age: 1\n",
        "version: STSv1\nmode: enforce\nmax_age: 1\n",
        "version: STSv1\nmode: strict\nmx: a\nmax_age: 1\n",
        "version: STSv1\nmode: enforce\nmx: a\nmax_age: -1\n",
        "version: STSv1\nmode: enforce\nmx: a\n",
    ] {
        assert!(Policy::read(wrong).is_err(), "{wrong}");
    }
}

#[test]
fn an_announcement_is_one_or_none() {
    let announced = |texts: &[&str]| {
        let texts: Vec<Vec<u8>> = texts.iter().map(|text| text.as_bytes().to_vec()).collect();
        policy::announced(&texts)
    };
    assert_eq!(
        announced(&["v=STSv1; id=20260101T00;"]).as_deref(),
        Some("20260101T00")
    );
    assert_eq!(announced(&["other", "v=STSv1;id=1"]).as_deref(), Some("1"));
    for none in [
        &[][..],
        &["v=STSv1; id=1;", "v=STSv1; id=2;"],
        &["v=STSv1;"],
        &["v=STSv1; id=a-b;"],
        &["v=STSv10; id=1;"],
        &["x; v=STSv1; id=1"],
    ] {
        assert_eq!(announced(none), None, "{none:?}");
    }
}

#[test]
fn answers_of_http_are_read_whole_or_not_at_all() {
    let head = "HTTP/1.1 200 OK\r\ncontent-type: Text/Plain; charset=utf-8\r\n";
    let read = |rest: &str| https::text(format!("{head}{rest}").as_bytes());
    assert_eq!(
        read("Content-Length: 5\r\n\r\nhello").as_deref(),
        Ok("hello")
    );
    let pieces = "Transfer-Encoding: chunked\r\n\r\n3\r\nhel\r\n2;x=1\r\nlo\r\n0\r\n\r\n";
    assert_eq!(read(pieces).as_deref(), Ok("hello"));
    for wrong in [
        "Content-Length: 6\r\n\r\nhello",
        "\r\nhello",
        "Content-Length: x\r\n\r\nhello",
        "Transfer-Encoding: chunked\r\n\r\n3\r\nhel\r\n",
        "Transfer-Encoding: chunked\r\n\r\nffffffffffffffff\r\nhel\r\n",
        "Content-Length: 5",
    ] {
        assert!(read(wrong).is_err(), "{wrong}");
    }
    for wrong in [
        "HTTP/1.1 301 Moved\r\nLocation: /\r\nContent-Type: text/plain\r\nContent-Length: 0\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 0\r\n\r\n",
        "220 mx\r\n\r\n",
    ] {
        assert!(https::text(wrong.as_bytes()).is_err(), "{wrong}");
    }
}

#[test]
fn a_policy_survives_a_restart() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("policies.json");
    let known = Known {
        id: "1".into(),
        policy: Policy::read(GOOD).unwrap(),
        fetched: 1_000,
    };
    Policies::kept_in(file.clone()).keep("y.test", known.clone());
    let again = Policies::kept_in(file.clone());
    assert_eq!(again.known.lock().unwrap().get("y.test"), Some(&known));
    std::fs::write(&file, b"{ half").unwrap();
    assert!(Policies::kept_in(file).known.lock().unwrap().is_empty());
}

proptest::proptest! {
    #[test]
    fn no_text_is_too_odd(text: String, bytes: Vec<u8>) {
        let _ = Policy::read(&text);
        let _ = Policy::read(&GOOD.replace("604800", &text));
        let _ = https::text(&bytes);
        let _ = https::text(format!("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nTransfer-Encoding: chunked\r\n\r\n{text}").as_bytes());
    }
}
