//! Who a mail is from and to, as its envelope says.

/// The envelope. Addresses and parameters are kept as they were written, so that they can be handed on unchanged.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Envelope {
    /// The mail server's own number of the mail: from XFORWARD, else from the topmost `Received`.
    pub queue_id: Option<String>,
    /// The address of the client that gave the mail to the mail server (XFORWARD).
    pub client: Option<String>,
    /// `None` is the empty sender of a message about a message.
    pub from: Option<String>,
    pub recipients: Vec<Recipient>,
    /// `BODY=8BITMIME` was said (RFC 6152).
    pub body_8bit: bool,
    /// RFC 6531.
    pub smtputf8: bool,
    /// RFC 3461, as written (xtext).
    pub envid: Option<String>,
    /// RFC 3461: what a bounce may quote.
    pub ret: Option<Ret>,
}

/// One recipient.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Recipient {
    /// Without angle brackets.
    pub address: String,
    /// RFC 3461, as written.
    pub orcpt: Option<String>,
    /// RFC 3461, as written.
    pub notify: Option<String>,
}

/// What a bounce may quote.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ret {
    Full,
    Headers,
}

impl Envelope {
    /// The same mail to fewer recipients.
    pub fn only(&self, keep: impl Fn(&Recipient) -> bool) -> Envelope {
        let mut fewer = self.clone();
        fewer.recipients.retain(keep);
        fewer
    }
}

impl Recipient {
    /// A recipient without parameters.
    pub fn to(address: &str) -> Recipient {
        Recipient {
            address: address.to_owned(),
            ..Recipient::default()
        }
    }

    /// What stands after the last `@`: a quoted local part may hold one as well.
    pub fn domain(&self) -> Option<&str> {
        self.address
            .rsplit_once('@')
            .map(|(_, domain)| domain)
            .filter(|domain| !domain.is_empty())
    }
}
