//! The resolver's answers as bytes, and a resolver that says what a test tells it. Real resolvers are in the lab.

use std::net::TcpListener;

use proptest::prelude::*;

use super::*;

fn deadline() -> Deadline {
    Deadline::after(Duration::from_secs(30))
}

/// An answer to `query` with these flags and records (name, type, data).
fn answer(query: &[u8], flags: u16, records: &[(&[u8], u16, Vec<u8>)]) -> Vec<u8> {
    // The question ends where the EDNS record (11 bytes) begins.
    let question = &query[12..query.len() - 11];
    let mut bytes = query[..2].to_vec();
    bytes.extend((0x8180 | flags).to_be_bytes());
    bytes.extend([0, 1]);
    bytes.extend((records.len() as u16).to_be_bytes());
    bytes.extend([0; 4]);
    bytes.extend(question);
    for (name, kind, data) in records {
        bytes.extend(*name);
        bytes.extend(kind.to_be_bytes());
        bytes.extend([0, 1, 0, 0, 0, 9]);
        bytes.extend((data.len() as u16).to_be_bytes());
        bytes.extend(data);
    }
    bytes
}

const ID: [u8; 2] = [7, 9];
/// A pointer to the question's name.
const SAME: &[u8] = &[0xc0, 12];
const AD: u16 = 0x20;

fn read(
    name: &str,
    kind: Kind,
    flags: u16,
    records: &[(&[u8], u16, Vec<u8>)],
) -> Option<(String, Vec<Data>)> {
    let query = packet::query(ID, name, kind, false).unwrap();
    let packet = Packet::read(&answer(&query, flags, records), ID, name, kind)?;
    assert_eq!(packet.security() == Security::Secure, flags & AD != 0);
    packet.follow(name, kind)
}

#[test]
fn records_are_read() {
    let mx = [&[0, 10, 2, b'M', b'x'][..], SAME].concat();
    let expected = Data::Mx(Mx {
        preference: 10,
        host: "mx.y.test".into(),
    });
    assert_eq!(
        read("y.test", Kind::Mx, AD, &[(SAME, 15, mx)]),
        Some(("y.test".into(), vec![expected]))
    );
    let tlsa = Data::Tlsa(Tlsa {
        usage: 3,
        selector: 1,
        matching: 1,
        data: vec![9; 32],
    });
    let data = [&[3, 1, 1][..], &[9; 32]].concat();
    assert_eq!(
        read("_25._tcp.mx", Kind::Tlsa, 0, &[(SAME, 52, data)])
            .unwrap()
            .1,
        [tlsa]
    );
    let text = vec![2, b'a', b'b', 1, b'c'];
    assert_eq!(
        read("y", Kind::Txt, 0, &[(SAME, 16, text)]).unwrap().1,
        [Data::Txt(b"abc".to_vec())]
    );
    let alias = (SAME, 5, vec![1, b'z', 0]);
    let own = (&[1, b'Z', 0][..], 1, vec![192, 0, 2, 1]);
    let stray = (&[1, b'q', 0][..], 1, vec![192, 0, 2, 2]);
    let (name, data) = read("y.test", Kind::A, AD, &[alias.clone(), own, stray]).unwrap();
    assert_eq!(
        (name.as_str(), data),
        ("z", vec![Data::Address("192.0.2.1".parse().unwrap())])
    );
    // Aliases in a circle, and a name that is no host's.
    let back = (&[1, b'z', 0][..], 5, SAME.to_vec());
    assert_eq!(read("y.test", Kind::A, 0, &[alias, back]), None);
    let odd = vec![0, 1, 3, b'a', b'.', b'b', 0];
    let odd = read("y", Kind::Mx, 0, &[(SAME, 15, odd)]).unwrap().1;
    assert_eq!(
        odd,
        [Data::Mx(Mx {
            preference: 1,
            host: "a\\046b".into()
        })]
    );
}

#[test]
fn what_is_no_answer_to_the_question_is_passed_over() {
    let query = packet::query(ID, "y.test", Kind::A, false).unwrap();
    let good = answer(&query, 0, &[(SAME, 1, vec![192, 0, 2, 1])]);
    assert!(Packet::read(&good, ID, "Y.test", Kind::A).is_some());
    assert!(Packet::read(&good, [1, 1], "y.test", Kind::A).is_none());
    assert!(Packet::read(&good, ID, "z.test", Kind::A).is_none());
    assert!(Packet::read(&good, ID, "y.test", Kind::Aaaa).is_none());
    assert!(Packet::read(&query, ID, "y.test", Kind::A).is_none());
    for end in 0..good.len() {
        assert!(Packet::read(&good[..end], ID, "y.test", Kind::A).is_none());
    }
    for (kind, data) in [
        (1, vec![1; 5]),
        (15, vec![0, 1, 0, 0]),
        (16, vec![9, 1]),
        (52, vec![3]),
        (5, vec![0xc0, 0xff]),
    ] {
        let bytes = answer(&query, 0, &[(SAME, kind, data)]);
        assert!(
            Packet::read(&bytes, ID, "y.test", Kind::A).is_none(),
            "{kind}"
        );
    }
    for name in ["a..b", &"x".repeat(64), &"abc.".repeat(80), "å"] {
        assert_eq!(packet::query(ID, name, Kind::A, false), None);
    }
}

#[test]
fn names_are_written_as_the_name_system_does() {
    assert_eq!(ascii("Bø.Example.").as_deref(), Some("xn--b-5ga.example"));
    assert_eq!(ascii(""), None);
    assert_eq!(ascii(&"a.".repeat(200)), None);
}

/// A port that is free for both: what is free over UDP may be somebody's over TCP.
fn port() -> (UdpSocket, TcpListener) {
    (0..100)
        .find_map(|_| {
            let udp = UdpSocket::bind("127.0.0.1:0").unwrap();
            let tcp = TcpListener::bind(udp.local_addr().unwrap());
            Some((udp, tcp.ok()?))
        })
        .expect("a port that is free for both")
}

/// A resolver that answers each query, over UDP and TCP, with what `speak` makes of it.
fn resolver(speak: fn(&[u8], bool) -> Option<Vec<u8>>) -> Resolver {
    let (udp, tcp) = port();
    let address = udp.local_addr().unwrap();
    std::thread::spawn(move || {
        let mut bytes = [0; 600];
        while let Ok((count, from)) = udp.recv_from(&mut bytes) {
            if let Some(answer) = speak(&bytes[..count], false) {
                let _ = udp.send_to(&answer, from);
            }
        }
    });
    std::thread::spawn(move || {
        for stream in tcp.incoming() {
            let mut stream = stream.unwrap();
            let mut length = [0; 2];
            stream.read_exact(&mut length).unwrap();
            let mut query = vec![0; usize::from(u16::from_be_bytes(length))];
            stream.read_exact(&mut query).unwrap();
            let answer = speak(&query, true).unwrap();
            stream
                .write_all(&(answer.len() as u16).to_be_bytes())
                .unwrap();
            stream.write_all(&answer).unwrap();
        }
    });
    Resolver::new(address).unwrap()
}

/// Whether the question asks not to look at signatures.
fn is_unchecked(query: &[u8]) -> bool {
    query[3] & 0x10 != 0
}

#[test]
fn wrong_signatures_are_told_apart_from_other_failures() {
    let bogus =
        resolver(|query, _| Some(answer(query, if is_unchecked(query) { 0 } else { 2 }, &[])));
    assert_eq!(bogus.mx("y.test", deadline()), Err(Failure::Bogus));
    let failing = resolver(|query, _| Some(answer(query, 2, &[])));
    assert_eq!(failing.tlsa("y.test", deadline()), Err(Failure::ServFail));
    let unwilling = resolver(|query, _| Some(answer(query, 5, &[])));
    assert_eq!(unwilling.txt("y.test", deadline()), Err(Failure::Nonsense));
    let none = resolver(|query, _| Some(answer(query, AD | 3, &[])));
    let found = none.mx("y.test", deadline()).unwrap();
    assert_eq!((found.exists, found.security), (false, Security::Secure));
    let silent = resolver(|_, _| None);
    assert_eq!(
        silent.mx("y.test", Deadline::after(Duration::from_millis(300))),
        Err(Failure::Silent)
    );
}

#[test]
fn a_long_answer_comes_over_tcp_and_a_stray_one_is_passed_over() {
    let long = resolver(|query, tcp| {
        let records = vec![(SAME, 1, vec![192, 0, 2, 1]); if tcp { 500 } else { 0 }];
        Some(answer(query, if tcp { AD } else { 0x200 }, &records))
    });
    let found = long.records("y.test", Kind::A, deadline(), Some).unwrap();
    assert_eq!(
        (found.records.len(), found.security),
        (500, Security::Secure)
    );
}

#[test]
fn addresses_are_secure_only_when_both_kinds_are() {
    // IPv4 is signed, IPv6 is not.
    let mixed = resolver(|query, _| {
        let six = query[query.len() - 11 - 3] == 28;
        Some(if six {
            answer(query, 0, &[(SAME, 28, vec![0x20; 16])])
        } else {
            answer(query, AD, &[(SAME, 1, vec![192, 0, 2, 1])])
        })
    });
    let found = mixed.addresses("mx.test", deadline()).unwrap();
    assert_eq!(
        (found.records.len(), found.security),
        (2, Security::Insecure)
    );
}

#[test]
fn a_resolver_is_believed_only_here_and_only_if_it_looks() {
    assert!(Resolver::new("192.0.2.53:53".parse().unwrap()).is_err());
    let blind = resolver(|query, _| Some(answer(query, 0, &[])));
    assert_eq!(blind.check(None, deadline()), Err(Unfit::NotValidating));
    let gullible = resolver(|query, _| Some(answer(query, AD, &[])));
    assert_eq!(
        gullible.check(Some("bad.test"), deadline()),
        Err(Unfit::BelievesAnything)
    );
    assert_eq!(gullible.check(None, deadline()), Ok(()));
    let good = resolver(|query, _| {
        let of_root = query[12] == 0;
        Some(answer(
            query,
            if of_root {
                AD
            } else if is_unchecked(query) {
                0
            } else {
                2
            },
            &[],
        ))
    });
    assert_eq!(good.check(Some("bad.test"), deadline()), Ok(()));
}

proptest! {
    #[test]
    fn no_packet_is_too_odd(bytes in prop::collection::vec(any::<u8>(), 0..300), at in 0..80usize, byte: u8) {
        let query = packet::query(ID, "y.test", Kind::A, false).unwrap();
        let head = &answer(&query, 0, &[])[..6];
        let _ = Packet::read(&[head, &[255, 255, 0, 0, 0, 0], &query[12..query.len() - 11], &bytes].concat(), ID, "y.test", Kind::A);
        let mx = [&[0, 10, 2, b'm', b'x'][..], SAME].concat();
        let mut good = answer(&query, 0, &[(SAME, 15, mx), (SAME, 5, vec![1, b'z', 0])]);
        if let Some(place) = good.get_mut(at) {
            *place = byte;
        }
        if let Some(packet) = Packet::read(&good, ID, "y.test", Kind::A) {
            let _ = packet.follow("y.test", Kind::A);
        }
    }
}
