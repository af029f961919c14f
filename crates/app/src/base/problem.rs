//! What stops a request, in the words of the business.

use kit::form::Faults;
use kit::words::Arg;

/// Why something was not done. Everything else that happened in its transaction is undone.
#[derive(Debug)]
pub enum Problem {
    /// The thing does not exist, or this actor may not know that it does.
    NotFound,
    /// Signed in, but not for this.
    Forbidden,
    /// Nobody is signed in.
    SignIn,
    /// A form came back with faults; the handler shows it again.
    Faults(Faults),
    /// The state of things does not allow it: a message key with its arguments.
    Refused(&'static str, Vec<(&'static str, Arg)>),
    /// Larger or more frequent than allowed: a message key.
    TooMuch(&'static str),
    Database(kit::db::Error),
    /// A file, a child process or the network failed. For the log; the page says only the code.
    Outside(String),
}

impl Problem {
    pub fn refused(message: &'static str) -> Problem {
        Problem::Refused(message, Vec::new())
    }

    /// For the command line and the log; never holds personal data.
    pub fn plain(&self) -> String {
        match self {
            Problem::NotFound => "not found".into(),
            Problem::Forbidden => "not allowed".into(),
            Problem::SignIn => "not signed in".into(),
            Problem::Faults(faults) => {
                let list: Vec<String> = faults
                    .iter()
                    .map(|f| format!("{}: {}", f.field, f.message))
                    .collect();
                format!("not accepted: {}", list.join(", "))
            }
            Problem::Refused(message, _) | Problem::TooMuch(message) => (*message).to_owned(),
            Problem::Database(error) => error.to_string(),
            Problem::Outside(text) => text.clone(),
        }
    }
}

impl From<kit::db::Error> for Problem {
    fn from(error: kit::db::Error) -> Self {
        Problem::Database(error)
    }
}

impl From<Faults> for Problem {
    fn from(faults: Faults) -> Self {
        Problem::Faults(faults)
    }
}

impl From<std::io::Error> for Problem {
    fn from(error: std::io::Error) -> Self {
        Problem::Outside(error.to_string())
    }
}
