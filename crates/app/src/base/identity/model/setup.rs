//! What an empty installation is told first.

use kit::form::{self, Faults, Fields};

use super::{NewPassword, account, plain_code};

/// The first board, unit and administrator.
pub struct SetUp {
    /// As it is stored: without what only helps reading it.
    pub code: String,
    pub board: String,
    pub board_code: String,
    pub unit: String,
    pub unit_code: String,
    pub given: String,
    pub family: String,
    /// The personnel system's number of the person.
    pub number: String,
    pub title: String,
    pub email: String,
    /// None where passwords are switched off.
    pub password: Option<NewPassword>,
}

impl SetUp {
    /// # Errors
    /// Everything that is missing or wrong.
    pub fn check(fields: &Fields, passwords: bool) -> Result<SetUp, Faults> {
        let mut faults = Faults::new();
        let f = &mut faults;
        let code = plain_code(&form::required(fields, f, "code", form::REQUIRED, 80));
        let board = form::required(fields, f, "board", form::REQUIRED, 200);
        let board_code = form::required(fields, f, "board_code", form::REQUIRED, 20);
        let unit = form::required(fields, f, "unit", form::REQUIRED, 200);
        let unit_code = form::required(fields, f, "unit_code", form::REQUIRED, 20);
        let given = form::required(fields, f, "given", form::REQUIRED, 100);
        let family = form::required(fields, f, "family", form::REQUIRED, 100);
        let number = form::required(fields, f, "number", form::REQUIRED, 40);
        let title = form::required(fields, f, "title", form::REQUIRED, 100);
        let email = form::email(fields, f, "email");
        form::need(f, "email", form::REQUIRED, &email);
        let email = account(&email.unwrap_or_default());
        let password = if passwords {
            NewPassword::check(fields, f, &[&given, &family, &email])
        } else {
            None
        };
        faults.into_result(SetUp {
            code,
            board,
            board_code,
            unit,
            unit_code,
            given,
            family,
            number,
            title,
            email,
            password,
        })
    }
}
