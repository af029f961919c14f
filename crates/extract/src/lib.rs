//! Bytes in, texts out: mail, office documents, archives and old encodings become texts that can be searched.
//!
//! Three promises:
//!
//! 1. **What could not be read is said.** A part is a text or [`Content::NotInspected`] with a reason; nothing
//!    that was skipped looks clean.
//! 2. **What may be read in two ways is read in both.** Mail programs disagree about broken messages, so a
//!    message with doubtful marks is read a second time, with every interpretation that it allows
//!    ([`Text::second`] marks those texts).
//! 3. **Everything is bounded** by [`Limits`]: bytes, unpacked bytes, text, parts, depth, time. Parsers of foreign
//!    formats may still allocate or recurse more than they should, so run this in a child process that has
//!    limits of its own and may be killed. [`wire`] is how such a child answers.
//!
//! ```
//! use extract::{Content, Limits, NoTools, read};
//!
//! let mail = b"Subject: =?utf-8?B?VmVkci4gMDEwMTgwLTAwMDg=?=\r\n\
//!     Content-Type: text/html\r\n\r\n<p>010180<b>-0008</b></p>";
//! let parts = read("a.eml", mail, &Limits::default(), &mut NoTools);
//! let texts: Vec<&str> = parts.iter().filter_map(|part| part.text()).collect();
//! assert!(texts.iter().any(|text| text.contains("Vedr. 010180-0008")));
//! assert!(texts.iter().any(|text| text.contains("010180-0008\n")));
//! assert!(parts.iter().all(|part| !matches!(part.content, Content::NotInspected(_))));
//! ```

mod archive;
mod bounds;
mod html;
mod image;
mod mail;
mod office;
mod old;
mod part;
mod pdf;
mod plain;
mod reading;
mod rtf;
mod sniff;
mod strings;
mod wide;
pub mod wire;

pub use bounds::Limits;
pub use part::{Content, Kind, Part, Places, Reason, Spot, Spots, Text};
pub use reading::{NoTools, Tool, Tools, read};
