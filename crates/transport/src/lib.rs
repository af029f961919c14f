//! Mail in and out, with proof of how it was protected on its way. Knows nothing of the business.
//!
//! * [`lmtp`] takes mail from a mail server, with one answer per recipient (RFC 2033);
//! * [`smtp`] hands mail on with the same bytes (RFC 5321);
//! * [`deliver()`] hands mail to the servers of a domain, and only to those whose protection was verified: DANE
//!   (RFC 7672), MTA-STS (RFC 8461), a pinned partner, or a certificate for the server's name;
//! * [`Evidence`] is what was seen on the way, for every recipient.
//!
//! Everything blocks, and everything that waits is bounded by a [`Deadline`].

pub mod dane;
pub mod deliver;
pub mod dns;
pub mod lmtp;
pub mod smtp;
pub mod sts;
pub mod tls;

mod deadline;
mod envelope;
mod evidence;
mod message;
mod reply;
mod stuffing;

pub use deadline::Deadline;
pub use deliver::{Carrier, Need, Outcome, Parcel, Pin, PinTrust, Reach, Why, deliver, probe};
pub use envelope::{Envelope, Recipient, Ret};
pub use evidence::{Basis, Check, Evidence, Security, StsSeen, Tls, TlsaRecord, TlsaSeen, Tried};
pub use message::Message;
pub use reply::Reply;
