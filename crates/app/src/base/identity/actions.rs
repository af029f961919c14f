//! The verbs of sign-in. Each leaves a line in the book, with the person as its subject and no secret.

use kit::clock::Day;
use kit::db::Tx;
use kit::form::Faults;
use kit::words::{Lang, Texts};

use super::super::config::Oidc;
use super::super::organisation::{
    self, NewController, NewDuty, NewEmployment, NewPerson, NewUnit, PersonId,
};
use super::super::{App, Problem, Role, audit, keys};
use super::actor::{Actor, Administrator};
use super::model::{self, SetUp};
use super::provider::Proven;
use super::session;
use super::store::{self, LinkKind};

/// How long a person has for choosing the first password.
pub const INVITED_DAYS: i64 = 7;

/// An account with which a person may sign in once a password is chosen. One that exists stays.
///
/// # Errors
/// A fault of `account` when somebody else has that name.
pub fn open_account(
    tx: &Tx<'_>,
    _: Administrator,
    person: PersonId,
    account: &str,
) -> Result<(), Problem> {
    if store::account_of(tx, person)?.is_some() {
        return Ok(());
    }
    if store::account(tx, account)?.is_some() {
        let mut faults = Faults::new();
        faults.add("account", "identity-account-taken");
        return Err(faults.into());
    }
    store::add_account(tx, person, account)?;
    audit::noted(tx, "identity.account", &session::of(person))
}

/// A link with which a person chooses a password, once. An earlier link no longer works.
///
/// # Errors
/// [`Problem::NotFound`] when the person has no account.
pub fn invite(tx: &Tx<'_>, _: Administrator, person: PersonId) -> Result<String, Problem> {
    store::account_of(tx, person)?.ok_or(Problem::NotFound)?;
    let secret = session::secret();
    store::drop_links(tx, LinkKind::Invite, Some(person))?;
    let until = tx.at().plus_days(INVITED_DAYS);
    store::add_link(tx, LinkKind::Invite, &secret, Some(person), Some(until))?;
    audit::noted(tx, "identity.invite", &session::of(person))?;
    Ok(secret)
}

/// Whose invitation this is, while it holds.
pub fn invited(app: &App, secret: &str) -> Result<PersonId, Problem> {
    app.read(|conn| store::link(conn, LinkKind::Invite, secret, app.now()))?
        .flatten()
        .ok_or(Problem::refused("identity-link-old"))
}

/// Sets the password of an invited person and uses the link up.
///
/// # Errors
/// [`Problem::Refused`] when the link was used meanwhile.
pub fn choose_password(
    tx: &Tx<'_>,
    person: PersonId,
    secret: &str,
    hash: &str,
) -> Result<(), Problem> {
    if !store::use_link(tx, LinkKind::Invite, secret)? {
        return Err(Problem::refused("identity-link-old"));
    }
    change_password(tx, person, hash, None)
}

/// Sets a password; every session but the one that asks ends, because whoever knew the old one may be inside.
pub fn change_password(
    tx: &Tx<'_>,
    person: PersonId,
    hash: &str,
    own: Option<&str>,
) -> Result<(), Problem> {
    if store::set_password(tx, person, hash)? == 0 {
        return Err(Problem::NotFound);
    }
    session::end_all(tx, person, own)?;
    audit::noted(tx, "identity.password", &session::of(person))
}

/// Locks a person out and ends their sessions. Nobody locks themselves out: that would need a second
/// administrator to mend.
pub fn lock(tx: &Tx<'_>, _: Administrator, by: &Actor, person: PersonId) -> Result<(), Problem> {
    if by.person() == Some(person) {
        return Err(Problem::refused("identity-lock-self"));
    }
    store::lock(tx, person)?;
    session::end_all(tx, person, None)?;
    audit::noted(tx, "identity.lock", &session::of(person))
}

pub fn unlock(tx: &Tx<'_>, _: Administrator, person: PersonId) -> Result<(), Problem> {
    if store::unlock(tx, person)? == 0 {
        return Ok(());
    }
    audit::noted(tx, "identity.unlock", &session::of(person))
}

/// Forgets who the person is at the provider, so that their next sign-in is matched anew.
pub fn unbind(tx: &Tx<'_>, _: Administrator, person: PersonId) -> Result<(), Problem> {
    if store::unbind(tx, person)? == 0 {
        return Ok(());
    }
    session::end_all(tx, person, None)?;
    audit::noted(tx, "identity.unbind", &session::of(person))
}

pub fn choose_language(tx: &Tx<'_>, person: PersonId, lang: Lang) -> Result<(), Problem> {
    store::choose(tx, person, lang)?;
    audit::noted(tx, "identity.language", &session::of(person))
}

/// Ends one of a person's own sessions by its key, or all but the one that asks.
pub fn close_sessions(
    tx: &Tx<'_>,
    person: PersonId,
    key: &str,
    own: Option<&str>,
) -> Result<(), Problem> {
    let ended = if key == "others" {
        session::end_all(tx, person, own)?
    } else {
        session::end_one(tx, person, key)?
    };
    if ended == 0 {
        return Ok(());
    }
    audit::noted(tx, "identity.sessions", &session::of(person))
}

/// Whom the provider has proven: by issuer and subject; the first time by an e-mail address that it has
/// verified, of one of the municipality's own domains, that exactly one person has. Whoever is bound already is
/// not bound again: an address may pass to somebody else, a person does not.
pub fn match_proven(
    tx: &Tx<'_>,
    oidc: &Oidc,
    proven: &Proven,
) -> Result<Option<PersonId>, Problem> {
    if let Some(person) = store::person_of(tx, &proven.issuer, &proven.subject)? {
        return Ok(Some(person));
    }
    let Some(email) = proven
        .email
        .as_deref()
        .filter(|_| proven.issuer == oidc.issuer)
    else {
        return Ok(None);
    };
    if !model::of_domain(email, &oidc.email_domains) {
        return Ok(None);
    }
    let [person] = organisation::people_by_email(tx, email)?[..] else {
        return Ok(None);
    };
    if store::is_bound(tx, person)? {
        return Ok(None);
    }
    store::bind(tx, &proven.issuer, &proven.subject, person)?;
    audit::noted(tx, "identity.bind", &session::of(person))?;
    Ok(Some(person))
}

/// Makes the first board, unit and administrator; the code is used up.
///
/// # Errors
/// A fault of `code` when it is not the one on the console.
pub fn set_up(
    tx: &Tx<'_>,
    new: &SetUp,
    hash: Option<&str>,
    lang: Lang,
    day: Day,
) -> Result<PersonId, Problem> {
    if !store::use_link(tx, LinkKind::SetUp, &new.code)? {
        let mut faults = Faults::new();
        faults.add("code", "identity-setup-code-wrong");
        return Err(faults.into());
    }
    let may = Actor::program("set-up").administrator()?;
    let person = first_person(tx, may, new, lang, day)?;
    if let Some(hash) = hash {
        store::add_account(tx, person, &new.email)?;
        store::set_password(tx, person, hash)?;
    }
    audit::noted(tx, "identity.set-up", &session::of(person))?;
    Ok(person)
}

fn first_person(
    tx: &Tx<'_>,
    may: Administrator,
    new: &SetUp,
    lang: Lang,
    from: Day,
) -> Result<PersonId, Problem> {
    let named = |text: &str| -> Texts { [(lang, text.to_owned())].into_iter().collect() };
    let controller = NewController {
        code: new.board_code.clone(),
        company: false,
        name: named(&new.board),
        from,
    };
    let controller = organisation::add_controller(tx, may, &controller)?;
    let unit = NewUnit {
        code: new.unit_code.clone(),
        name: named(&new.unit),
        parent: None,
        controller,
        from,
    };
    let unit = organisation::add_unit(tx, may, &unit)?;
    let person = NewPerson {
        number: new.number.clone(),
        given: new.given.clone(),
        family: new.family.clone(),
        email: Some(new.email.clone()),
        lang: Some(lang),
    };
    let person = organisation::add_person(tx, may, &person)?;
    let title = organisation::add_title(tx, may, &new.title, &named(&new.title))?;
    let employment = NewEmployment {
        number: new.number.clone(),
        person,
        unit,
        title,
        from,
        until: None,
    };
    organisation::employ(tx, may, &employment)?;
    let duty = NewDuty {
        role: Role::Administrator,
        person,
        controller: None,
        from,
    };
    organisation::give_duty(tx, may, &duty)?;
    Ok(person)
}

/// A fresh code for the set-up page, which replaces the one before.
pub fn new_code(tx: &Tx<'_>) -> Result<String, Problem> {
    let code = model::grouped(&keys::random());
    store::drop_links(tx, LinkKind::SetUp, None)?;
    store::add_link(tx, LinkKind::SetUp, &model::plain_code(&code), None, None)?;
    let installation = super::super::subject::Subject::named("installation", "set-up");
    audit::noted(tx, "identity.code", &installation)?;
    Ok(code)
}

/// Keeps a link that signs in, for the demonstration.
pub fn add_demo_link(
    tx: &Tx<'_>,
    person: PersonId,
    role: &str,
    secret: &str,
) -> Result<(), Problem> {
    let whole = format!("{role}/{secret}");
    store::add_link(tx, LinkKind::Demo, &whole, Some(person), None)?;
    audit::noted(tx, "identity.demo-link", &session::of(person))
}
