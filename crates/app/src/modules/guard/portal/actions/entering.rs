//! Proving who one is.

use kit::clock::Moment;
use kit::db::{Conn, Tx};
use kit::words::Lang;

use super::super::super::model::Proof;
use super::super::super::wishes::Digits;
use super::super::model::{Form, LETTER_TRIES, Limits, PHONE_TRIES, code_of};
use super::super::store::entering::{self, Begun, Entered};
use super::super::store::messages::MessageRow;
use super::super::store::{codes, people};
use super::super::{MESSAGE, MessageId, NUMBER};
use crate::base::identity::session::secret;
use crate::base::keys::random;
use crate::base::{App, Problem, audit};

/// A session of a citizen; afterwards they prove it again.
const MINUTES: i64 = 30;
/// Whoever takes longer at the eID begins again.
const EID_MINUTES: i64 = 10;

/// What opens a message, beside a code in a letter that is there already.
pub struct Ways {
    /// The phone to which a code can be sent.
    pub phone: Option<String>,
    /// The recipient's national eID.
    pub eid: bool,
    /// A code in a letter would.
    pub letter: bool,
    /// A phone is registered, but a code to it does not open this message.
    pub short: bool,
}

impl Ways {
    /// Of a message to a recipient, with this floor, that came at this moment.
    pub fn of(
        app: &App,
        conn: &Conn,
        (recipient, floor, at): (&str, Proof, Moment),
    ) -> Result<Ways, Problem> {
        let citizen = people::of_address(conn, &app.keys, recipient)?;
        let opens = |proof: Proof| {
            let counts = citizen.as_ref().is_some_and(|one| one.opens(proof, at));
            counts && proof >= floor
        };
        let can = opens(Proof::PhoneCode) && app.texter.can_send();
        let eid = opens(Proof::NationalEid) && app.config.portal.eid.is_some();
        let phone = citizen.and_then(|citizen| citizen.phone);
        Ok(Ways {
            eid,
            letter: Proof::LetterCode >= floor,
            short: phone.is_some() && !can,
            phone: phone.filter(|_| can),
        })
    }

    /// Whether the recipient needs nothing more from the sender.
    pub fn open(&self) -> bool {
        self.phone.is_some() || self.eid
    }
}

/// A code that was made and where it goes. Neither is stored in the clear.
pub struct Asked {
    pub phone: String,
    pub lang: Lang,
    pub code: String,
}

/// Makes a code for a registered phone.
///
/// # Errors
/// `guard-portal-no-phone` when none was registered when the message came; [`Problem::TooMuch`] with how long to wait
/// when too many were asked for or tried.
pub fn ask(app: &App, tx: &Tx<'_>, message: &MessageRow) -> Result<Asked, Problem> {
    let citizen = people::of_address(tx, &app.keys, &message.recipient)?;
    let citizen = citizen.filter(|citizen| citizen.opens(Proof::PhoneCode, message.at));
    let known = citizen.and_then(|citizen| Some((citizen.phone?, citizen.lang)));
    let (phone, lang) = known.ok_or_else(|| Problem::refused("guard-portal-no-phone"))?;
    let count =
        |hours: i64| codes::since(tx, message.id, Proof::PhoneCode, tx.at().plus_hours(-hours));
    let ((hour, _), (day, wrong)) = (count(1)?, count(24)?);
    if day >= Limits::A_DAY || wrong >= Limits::WRONG {
        return Err(Problem::TooMuch("guard-portal-slow-day"));
    }
    if hour >= Limits::AN_HOUR {
        return Err(Problem::TooMuch("guard-portal-slow-hour"));
    }
    let code = code_of(Form::Phone, &random());
    let until = tx.at().plus_minutes(app.config.portal.code_minutes);
    codes::insert(tx, &app.keys, message.id, Proof::PhoneCode, &code, until)?;
    audit::noted(tx, "guard.portal-code", &MESSAGE.subject(message.id))?;
    Ok(Asked { phone, lang, code })
}

/// Makes a code for a letter; it holds as long as the message.
pub fn letter(app: &App, tx: &Tx<'_>, message: &MessageRow) -> Result<String, Problem> {
    let code = code_of(Form::Letter, &random());
    codes::insert(
        tx,
        &app.keys,
        message.id,
        Proof::LetterCode,
        &code,
        message.expires,
    )?;
    audit::noted(tx, "guard.portal-letter", &MESSAGE.subject(message.id))?;
    Ok(code)
}

/// What came of a code that was tried. A wrong one is counted, so it is an outcome and no failure that undoes it.
pub enum Tried {
    /// The session's secret.
    Opened(String),
    Wrong,
    /// The code has been tried too often, or too many wrong ones were.
    Spent,
}

/// Tries a code. It works once; a few wrong ones end it.
pub fn try_code(
    app: &App,
    tx: &Tx<'_>,
    message: &MessageRow,
    form: Form,
    code: &str,
) -> Result<Tried, Problem> {
    let (proof, most) = match form {
        Form::Phone => (Proof::PhoneCode, PHONE_TRIES),
        Form::Letter => (Proof::LetterCode, LETTER_TRIES),
    };
    let Some(row) = codes::holding(tx, message.id, proof, tx.at())? else {
        return Ok(Tried::Wrong);
    };
    if row.tries >= most {
        return Ok(Tried::Spent);
    }
    if !codes::fits(&app.keys, &row, code) {
        codes::tried(tx, row.id)?;
        audit::noted(tx, "guard.portal-wrong-code", &MESSAGE.subject(message.id))?;
        return Ok(Tried::Wrong);
    }
    // It went to a phone that may have been replaced since.
    if proof == Proof::PhoneCode && !registered(app, tx, message, proof)? {
        return Ok(Tried::Wrong);
    }
    // A code below the floor opens nothing, and says so by the page: the session knows what was proven.
    codes::end(tx, row.id)?;
    open(tx, message, proof).map(Tried::Opened)
}

/// Whether what is registered for the recipient counts for this message.
fn registered(app: &App, conn: &Conn, message: &MessageRow, proof: Proof) -> Result<bool, Problem> {
    let citizen = people::of_address(conn, &app.keys, &message.recipient)?;
    Ok(citizen.is_some_and(|citizen| citizen.opens(proof, message.at)))
}

fn open(tx: &Tx<'_>, message: &MessageRow, proof: Proof) -> Result<String, Problem> {
    let secret = secret();
    let entered = Entered {
        message: message.id,
        proof,
    };
    let until = tx.at().plus_minutes(MINUTES);
    entering::enter(tx, &secret, &message.recipient_mark, &entered, until)?;
    audit::noted(tx, "guard.portal-entered", &MESSAGE.subject(message.id))?;
    Ok(secret)
}

pub fn leave(tx: &Tx<'_>, secret: &str, message: MessageId) -> Result<(), Problem> {
    entering::leave(tx, secret)?;
    audit::noted(tx, "guard.portal-left", &MESSAGE.subject(message))
}

/// Notes a sign-in at the eID that begins.
pub fn begin_eid(tx: &Tx<'_>, state: &str, begun: &Begun) -> Result<(), Problem> {
    let until: Moment = tx.at().plus_minutes(EID_MINUTES);
    entering::begin(tx, state, begun, until)?;
    audit::noted(tx, "guard.portal-eid", &MESSAGE.subject(begun.message))
}

/// Takes it back when the eID answers: it works once.
pub fn take_eid(tx: &Tx<'_>, state: &str) -> Result<Option<Begun>, Problem> {
    let begun = entering::take(tx, state)?;
    if let Some(begun) = &begun {
        audit::noted(tx, "guard.portal-eid-back", &MESSAGE.subject(begun.message))?;
    }
    Ok(begun)
}

/// Opens a session when the number that the eID proved is the one that was registered for the recipient when the
/// message came.
///
/// # Errors
/// `guard-portal-other-person` when it is not.
pub fn enter_by_eid(
    app: &App,
    tx: &Tx<'_>,
    message: &MessageRow,
    number: &str,
) -> Result<String, Problem> {
    let citizen = people::of_address(tx, &app.keys, &message.recipient)?;
    let citizen = citizen.filter(|citizen| citizen.opens(Proof::NationalEid, message.at));
    let registered = citizen.and_then(|citizen| citizen.number_mark);
    let proven = app.keys.marks(NUMBER, Digits::of(number).as_str());
    if !registered.is_some_and(|mark| proven.contains(&mark)) {
        return Err(Problem::refused("guard-portal-other-person"));
    }
    open(tx, message, Proof::NationalEid)
}
