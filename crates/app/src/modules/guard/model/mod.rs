//! Rules and types; pure.

pub mod level;
pub mod mail;
pub mod way;
pub mod wish;

pub use detect::Class;
pub use level::{Level, Proof};
pub use mail::{Domain, Found, Judged, Mail, MailId, Marked, OneFound, Recipient, Unread};
pub use way::{Basis, Reason, Said, Verdict, Way};
pub use wish::{Channel, Number, Wish, WishOf};
