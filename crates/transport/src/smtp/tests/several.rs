use super::*;

#[test]
fn one_connection_carries_several_mails_and_some_recipients_may_be_refused() {
    let script = vec![
        ("EHLO", Act::Say(EHLO)),
        ("MAIL", OK),
        ("RCPT", OK),
        ("RCPT", Act::Say("550 5.1.1 No\r\n")),
        ("RCPT", OK),
        ("DATA", GO),
        (".\r\n", Act::Say("250 2.0.0 first\r\n")),
        ("MAIL", OK),
        ("RCPT", Act::Say("450 4.1.1 No\r\n")),
        ("DATA", Act::Say("554 5.5.1 Nobody\r\n")),
        ("RSET", OK),
        ("MAIL", OK),
        ("RCPT", OK),
        ("DATA", GO),
        (".\r\n", Act::Say("250 2.0.0 third\r\n")),
        ("QUIT", OK),
    ];
    let (address, thread) = server(GREETING, script);
    let mut session = connect(address, long()).unwrap();
    let message = Message::of(b"x\r\n".to_vec());
    let fates = session
        .send(&to(&["a@y.test", "b@y.test", "c@y.test"]), b"", &message)
        .fates;
    assert!(
        matches!(
            &fates[..],
            [Fate::Taken(_), Fate::Refused(_), Fate::Taken(_)]
        ),
        "{fates:?}"
    );
    session.until(long());
    let fates = session.send(&to(&["a@y.test"]), b"", &message).fates;
    assert!(matches!(&fates[..], [Fate::Refused(reply)] if reply.is_later()));
    let fates = session.send(&to(&["a@y.test"]), b"", &message).fates;
    assert_eq!(fates, [Fate::Taken(Reply::new(250, "2.0.0", "third"))]);
    session.quit();
    assert_eq!(thread.join().unwrap().last().unwrap(), "QUIT\r\n");
}

#[test]
fn a_server_that_wants_a_content_for_nobody_gets_an_empty_one() {
    let script = vec![
        ("EHLO", Act::Say(EHLO)),
        ("MAIL", OK),
        ("RCPT", Act::Say("550 5.1.1 No\r\n")),
        ("DATA", GO),
        (".\r\n", Act::Say("554 5.5.1 Nobody\r\n")),
        ("MAIL", OK),
        ("RCPT", OK),
        ("DATA", GO),
        (".\r\n", OK),
    ];
    let (address, thread) = server(GREETING, script);
    let mut session = connect(address, long()).unwrap();
    let message = Message::of(b"x\r\n".to_vec());
    let fates = session.send(&to(&["a@y.test"]), b"", &message).fates;
    assert!(matches!(&fates[..], [Fate::Refused(reply)] if reply.is_refused()));
    let fates = session.send(&to(&["b@y.test"]), b"", &message).fates;
    assert!(matches!(&fates[..], [Fate::Taken(_)]));
    drop(session);
    let seen = thread.join().unwrap();
    assert_eq!(
        seen[3..6],
        ["DATA\r\n", ".\r\n", "MAIL FROM:<a@x.test> SIZE=3\r\n"]
    );
}

#[test]
fn a_server_that_became_tired_has_got_nothing() {
    let tired = Act::Say("250 2.0.0 first\r\n421 4.4.2 Timeout\r\n");
    for (end, then, open) in [(tired, Act::Drop, false), (OK, Act::Drop, true)] {
        let mut script = until(".\r\n", end);
        script.push(("MAIL", then));
        let (address, thread) = server(GREETING, script);
        let mut session = connect(address, long()).unwrap();
        let message = Message::of(b"x\r\n".to_vec());
        let first = session.send(&to(&["a@y.test"]), b"", &message);
        assert!(matches!(first.fates[..], [Fate::Taken(_)]));
        assert_eq!(session.is_open(), open);
        let second = session.send(&to(&["a@y.test"]), b"", &message);
        assert_eq!(second.fates, [Fate::NotSent]);
        assert!(second.fault.is_some());
        drop(session);
        thread.join().unwrap();
    }
}

#[test]
fn what_cannot_be_noted_first_is_not_sent() {
    for good in [true, false] {
        let (address, thread) = server(GREETING, until(".\r\n", OK));
        let mut session = connect(address, long()).unwrap();
        let message = Message::of(b"x\r\n".to_vec());
        let noted = std::sync::atomic::AtomicUsize::new(0);
        let note = || {
            noted.fetch_add(1, std::sync::atomic::Ordering::SeqCst);
            let full = std::io::ErrorKind::StorageFull;
            if good { Ok(()) } else { Err(full.into()) }
        };
        let sending = session.send_noting(&to(&["a@y.test"]), b"", &message, &note);
        assert_eq!(noted.into_inner(), 1);
        assert_eq!(matches!(sending.fates[..], [Fate::Taken(_)]), good);
        assert_eq!(sending.fates == [Fate::NotSent], !good);
        drop(session);
        let seen = thread.join().unwrap();
        assert_eq!(seen.iter().any(|line| line == ".\r\n"), good, "{seen:?}");
    }
}
