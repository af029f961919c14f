//! Mail in and out, with proof of how it was protected on its way. Knows nothing of the business.
//!
//! * [`lmtp`] takes mail from a mail server, with one answer per recipient (RFC 2033);
//! * [`smtp`] hands mail on with the same bytes (RFC 5321);
//!
//! Everything blocks, and everything that waits is bounded by a [`Deadline`].

pub mod lmtp;
pub mod smtp;

mod deadline;
mod envelope;
mod message;
mod reply;
mod stuffing;

pub use deadline::Deadline;
pub use envelope::{Envelope, Recipient, Ret};
pub use message::Message;
pub use reply::Reply;
