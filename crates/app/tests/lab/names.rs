//! A name system in a few answers, all of them said to be signed: the guard believes the resolver of its own machine.
//! Real zones, signatures and resolvers are in the transport's laboratory.

use std::collections::BTreeMap;
use std::net::{Ipv4Addr, SocketAddr, UdpSocket};

const A: u16 = 1;
const MX: u16 = 15;
const TLSA: u16 = 52;

/// Answers by name and kind of record; the name exists where one of its kinds is here.
#[derive(Default)]
pub struct Names(BTreeMap<(String, u16), Vec<u8>>);

impl Names {
    /// A domain whose server is at `ip` and `port`, and the key that it is promised to show (RFC 6698: usage 3,
    /// selector 1, SHA-256).
    pub fn domain(&mut self, domain: &str, ip: Ipv4Addr, port: u16, key: Option<[u8; 32]>) {
        let host = format!("mx.{domain}");
        let record = [&10u16.to_be_bytes()[..], &encoded(&host)].concat();
        self.0.insert((domain.to_owned(), MX), record);
        self.0.insert((host.clone(), A), ip.octets().to_vec());
        if let Some(key) = key {
            let tlsa = [&[3, 1, 1][..], &key].concat();
            self.0.insert((format!("_{port}._tcp.{host}"), TLSA), tlsa);
        }
    }

    /// Answers until the test ends.
    pub fn serve(self) -> SocketAddr {
        let socket = UdpSocket::bind("127.0.0.1:0").unwrap();
        let address = socket.local_addr().unwrap();
        std::thread::spawn(move || {
            let mut packet = [0; 1_500];
            while let Ok((count, from)) = socket.recv_from(&mut packet) {
                if let Some(answer) = self.answer(&packet[..count]) {
                    let _ = socket.send_to(&answer, from);
                }
            }
        });
        address
    }

    fn answer(&self, query: &[u8]) -> Option<Vec<u8>> {
        let (name, end) = name(query)?;
        let kind = u16::from_be_bytes(query.get(end..end + 2)?.try_into().ok()?);
        let record = self.0.get(&(name.clone(), kind));
        // An empty name between two that exist exists as well (RFC 8020).
        let under = format!(".{name}");
        let exists = self
            .0
            .keys()
            .any(|(known, _)| *known == name || known.ends_with(&under));
        // An answer (QR, RD, RA) with AD; 3: there is no such name.
        let flags: u16 = 0x81a0 | if exists || name.is_empty() { 0 } else { 3 };
        let mut answer = query.get(..2)?.to_vec();
        answer.extend(flags.to_be_bytes());
        answer.extend([0, 1, 0, u8::from(record.is_some()), 0, 0, 0, 0]);
        answer.extend(query.get(12..end + 4)?);
        if let Some(data) = record {
            answer.extend([0xc0, 12]);
            answer.extend(kind.to_be_bytes());
            answer.extend([0, 1, 0, 0, 0, 60]);
            answer.extend(u16::try_from(data.len()).ok()?.to_be_bytes());
            answer.extend(data);
        }
        Some(answer)
    }
}

fn encoded(name: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    for label in name.split('.') {
        bytes.push(u8::try_from(label.len()).unwrap());
        bytes.extend(label.as_bytes());
    }
    bytes.push(0);
    bytes
}

/// The name that is asked for, and where it ends.
fn name(query: &[u8]) -> Option<(String, usize)> {
    let (mut at, mut labels) = (12, Vec::new());
    loop {
        let length = usize::from(*query.get(at)?);
        at += 1;
        if length == 0 {
            return Some((labels.join("."), at));
        }
        let label = query.get(at..at + length)?;
        labels.push(String::from_utf8_lossy(label).to_ascii_lowercase());
        at += length;
    }
}
