//! Asks the validating resolver on this machine, as Postfix does, and believes its word on signatures (the AD bit of
//! RFC 4035, 3.2.3). A resolver elsewhere could be spoken for on the way, so only loopback addresses are accepted.
//! docs/decisions/0020 says why we do not validate ourselves.

mod packet;

use std::fmt;
use std::io::{self, Read, Write};
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, TcpStream, UdpSocket};
use std::time::Duration;

use crate::{Deadline, Security};
use packet::{Data, Packet};
pub use packet::{Kind, Mx, Tlsa};

/// Waits of the tries over UDP.
const TRIES: [Duration; 3] = [
    Duration::from_secs(3),
    Duration::from_secs(5),
    Duration::from_secs(8),
];
/// A try over TCP.
const TCP: Duration = Duration::from_secs(8);

/// The resolver on this machine.
#[derive(Clone, Copy, Debug)]
pub struct Resolver {
    address: SocketAddr,
}

/// The address is not on this machine, so its word on signatures means nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotLocal(pub SocketAddr);

impl fmt::Display for NotLocal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the resolver {} is not on this machine", self.0)
    }
}

impl std::error::Error for NotLocal {}

/// Why a resolver does not serve.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unfit {
    /// It gives no answer, or a failure.
    Silent(Failure),
    /// It does not say that the signed root is secure.
    NotValidating,
    /// It answers for a name whose signatures are known to be wrong.
    BelievesAnything,
}

impl fmt::Display for Unfit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Unfit::Silent(failure) => write!(f, "the resolver does not answer: {failure}"),
            Unfit::NotValidating => f.write_str("the resolver does not validate signatures"),
            Unfit::BelievesAnything => f.write_str("the resolver believes wrong signatures"),
        }
    }
}

impl std::error::Error for Unfit {}

/// Why there is no answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Failure {
    /// Nothing came in time.
    Silent,
    /// There is an answer, but its signatures do not hold.
    Bogus,
    /// The resolver could not find out.
    ServFail,
    /// The resolver will not say, or says what is no answer.
    Nonsense,
    /// It is no name.
    Name,
}

impl Failure {
    /// As evidence.
    pub fn security(self) -> Security {
        if self == Failure::Bogus {
            Security::Bogus
        } else {
            Security::Failed
        }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Failure::Silent => "no answer in time",
            Failure::Bogus => "signatures that do not hold",
            Failure::ServFail => "a failure of the resolver",
            Failure::Nonsense => "an answer that is none",
            Failure::Name => "no name",
        })
    }
}

/// An answer. No records and a secure answer is the proof that there are none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer<T> {
    pub records: Vec<T>,
    pub security: Security,
    /// The name at the end of all aliases.
    pub name: String,
    /// The name itself exists.
    pub exists: bool,
}

impl Resolver {
    /// A resolver on this machine.
    ///
    /// # Errors
    /// When the address is not a loopback address.
    pub fn new(address: SocketAddr) -> Result<Resolver, NotLocal> {
        if address.ip().is_loopback() {
            Ok(Resolver { address })
        } else {
            Err(NotLocal(address))
        }
    }

    /// To be asked at start: does it validate, and does it refuse `must_fail`, a name whose signatures are wrong?
    ///
    /// # Errors
    /// Why it must not be used.
    pub fn check(&self, must_fail: Option<&str>, deadline: Deadline) -> Result<(), Unfit> {
        let root = self.ask("", Kind::Soa, deadline).map_err(Unfit::Silent)?;
        if root.security() != Security::Secure {
            return Err(Unfit::NotValidating);
        }
        match must_fail.map(|name| self.ask(name, Kind::A, deadline)) {
            Some(Ok(_)) => Err(Unfit::BelievesAnything),
            Some(Err(Failure::Bogus)) | None => Ok(()),
            Some(Err(other)) => Err(Unfit::Silent(other)),
        }
    }

    /// The mail servers of a domain, the preferred first.
    ///
    /// # Errors
    /// Why nothing is known.
    pub fn mx(&self, domain: &str, deadline: Deadline) -> Result<Answer<Mx>, Failure> {
        self.records(domain, Kind::Mx, deadline, |data| match data {
            Data::Mx(mx) => Some(mx),
            _ => None,
        })
    }

    /// IPv4 and IPv6 addresses of a host. Secure only where both answers are.
    ///
    /// # Errors
    /// When neither kind is known, or one failed and the other has none.
    pub fn addresses(&self, host: &str, deadline: Deadline) -> Result<Answer<IpAddr>, Failure> {
        let address = |data| match data {
            Data::Address(ip) => Some(ip),
            _ => None,
        };
        let four = self.records(host, Kind::A, deadline, address);
        let six = self.records(host, Kind::Aaaa, deadline, address);
        match (four, six) {
            (Ok(mut four), Ok(six)) => {
                four.records.extend(six.records);
                if six.security != Security::Secure {
                    four.security = six.security;
                }
                Ok(four)
            }
            (Ok(mut one), Err(_)) | (Err(_), Ok(mut one)) if !one.records.is_empty() => {
                one.security = Security::Failed;
                Ok(one)
            }
            (Err(failure), _) | (_, Err(failure)) => Err(failure),
        }
    }

    /// RFC 6698.
    ///
    /// # Errors
    /// Why nothing is known; an attacker may be the reason (RFC 7672, 2.1.2).
    pub fn tlsa(&self, name: &str, deadline: Deadline) -> Result<Answer<Tlsa>, Failure> {
        self.records(name, Kind::Tlsa, deadline, |data| match data {
            Data::Tlsa(tlsa) => Some(tlsa),
            _ => None,
        })
    }

    /// Texts, each joined from its pieces.
    ///
    /// # Errors
    /// Why nothing is known.
    pub fn txt(&self, name: &str, deadline: Deadline) -> Result<Answer<Vec<u8>>, Failure> {
        self.records(name, Kind::Txt, deadline, |data| match data {
            Data::Txt(text) => Some(text),
            _ => None,
        })
    }

    fn records<T>(
        &self,
        name: &str,
        kind: Kind,
        deadline: Deadline,
        take: impl Fn(Data) -> Option<T>,
    ) -> Result<Answer<T>, Failure> {
        let packet = self.ask(name, kind, deadline)?;
        let (name, data) = packet.follow(name, kind).ok_or(Failure::Nonsense)?;
        Ok(Answer {
            records: data.into_iter().filter_map(take).collect(),
            security: packet.security(),
            name,
            exists: packet.exists(),
        })
    }

    fn ask(&self, name: &str, kind: Kind, deadline: Deadline) -> Result<Packet, Failure> {
        let packet = self.query(name, kind, false, deadline)?;
        if packet.is_answer() {
            return Ok(packet);
        }
        if !packet.has_failed() {
            return Err(Failure::Nonsense);
        }
        // The same without looking at signatures (CD): if there is an answer then, the signatures are to blame.
        match self.query(name, kind, true, deadline) {
            Ok(packet) if packet.is_answer() => Err(Failure::Bogus),
            _ => Err(Failure::ServFail),
        }
    }

    fn query(
        &self,
        name: &str,
        kind: Kind,
        unchecked: bool,
        deadline: Deadline,
    ) -> Result<Packet, Failure> {
        let mut id = [0; 2];
        getrandom::fill(&mut id).map_err(|_| Failure::Silent)?;
        let query = packet::query(id, name, kind, unchecked).ok_or(Failure::Name)?;
        let fits = |bytes: &[u8]| Packet::read(bytes, id, name, kind);
        for most in TRIES {
            let until = deadline.sooner(most);
            match self.over_udp(&query, until, fits) {
                Ok(packet) if packet.is_cut() => {
                    let until = deadline.sooner(TCP);
                    let bytes = self.over_tcp(&query, until).map_err(|_| Failure::Silent)?;
                    return fits(&bytes).ok_or(Failure::Nonsense);
                }
                Ok(packet) => return Ok(packet),
                Err(_) if deadline.is_over() => break,
                Err(_) => {}
            }
        }
        Err(Failure::Silent)
    }

    /// Waits for the packet that answers the question; others are passed over.
    fn over_udp(
        &self,
        query: &[u8],
        until: Deadline,
        fits: impl Fn(&[u8]) -> Option<Packet>,
    ) -> io::Result<Packet> {
        let own: IpAddr = match self.address {
            SocketAddr::V4(_) => Ipv4Addr::LOCALHOST.into(),
            SocketAddr::V6(_) => Ipv6Addr::LOCALHOST.into(),
        };
        let socket = UdpSocket::bind((own, 0))?;
        socket.connect(self.address)?;
        socket.send(query)?;
        let mut bytes = [0; 4_096];
        loop {
            let left = until.left();
            if left.is_zero() {
                return Err(io::ErrorKind::TimedOut.into());
            }
            socket.set_read_timeout(Some(left.max(Duration::from_millis(1))))?;
            let count = socket.recv(&mut bytes)?;
            if let Some(packet) = fits(bytes.get(..count).unwrap_or_default()) {
                return Ok(packet);
            }
        }
    }

    fn over_tcp(&self, query: &[u8], until: Deadline) -> io::Result<Vec<u8>> {
        let left = until.left().max(Duration::from_millis(1));
        let stream = TcpStream::connect_timeout(&self.address, left)?;
        let mut line = crate::smtp::Bounded { stream, until };
        let length = u16::try_from(query.len()).map_err(|_| io::ErrorKind::InvalidInput)?;
        line.write_all(&[&length.to_be_bytes(), query].concat())?;
        let mut length = [0; 2];
        line.read_exact(&mut length)?;
        let mut bytes = vec![0; usize::from(u16::from_be_bytes(length))];
        line.read_exact(&mut bytes)?;
        Ok(bytes)
    }
}

/// A domain as the name system writes it (RFC 5891), in small letters and without a dot at its end.
pub fn ascii(domain: &str) -> Option<String> {
    let ascii = idna::domain_to_ascii(domain.trim_end_matches('.')).ok()?;
    (!ascii.is_empty() && ascii.len() <= 253).then_some(ascii)
}

#[cfg(test)]
mod tests;
