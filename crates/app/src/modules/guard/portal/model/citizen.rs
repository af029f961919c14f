//! Somebody who can prove who they are, as an employee registers them.

use kit::form::{self, Faults, Fields};
use kit::words::Lang;

use super::super::super::model::mail::folded;
use super::super::super::wishes::{self, Digits};

const KNOWN_BY: usize = 200;

/// As it was typed.
#[derive(Clone, Debug)]
pub struct Draft {
    pub address: String,
    pub phone: String,
    pub number: String,
    pub lang: Option<Lang>,
    pub known_by: String,
}

/// As it may be stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checked {
    pub address: String,
    pub phone: Option<String>,
    pub number: Option<String>,
    pub lang: Lang,
    pub known_by: String,
}

impl Draft {
    pub fn typed(fields: &Fields, faults: &mut Faults) -> Draft {
        Draft {
            address: fields.text("address").to_owned(),
            phone: fields.text("phone").to_owned(),
            number: fields.text("number").to_owned(),
            lang: form::choice(fields, faults, "lang", Lang::parse),
            known_by: form::required(fields, faults, "known_by", form::REQUIRED, KNOWN_BY),
        }
    }

    /// # Errors
    /// Everything that is wrong, beside its field.
    pub fn check(&self, mut faults: Faults) -> Result<Checked, Faults> {
        // An address as it is: what stands behind a plus sign may be somebody else's here.
        let address = wishes::folded(&self.address).map(|_| folded(&self.address));
        if address.is_none() {
            faults.add("address", form::EMAIL);
        }
        let phone = phone(&self.phone);
        if phone.is_none() && !self.phone.trim().is_empty() {
            faults.add("phone", "guard-portal-fault-phone");
        }
        let number = Digits::typed(&self.number);
        if number.is_none() && !self.number.trim().is_empty() {
            faults.add("number", "guard-wishes-fault-number");
        }
        if self.phone.trim().is_empty() && self.number.trim().is_empty() {
            faults.add("phone", "guard-portal-fault-neither");
        }
        form::need(&mut faults, "lang", form::REQUIRED, &self.lang);
        let (Some(address), Some(lang)) = (address, self.lang) else {
            return Err(faults);
        };
        faults.into_result(Checked {
            address,
            phone,
            number: number.map(|number| number.as_str().to_owned()),
            lang,
            known_by: self.known_by.clone(),
        })
    }
}

/// A phone number with its country (E.164): a plus sign and 8 to 15 digits.
pub fn phone(text: &str) -> Option<String> {
    let plain: String = text
        .chars()
        .filter(|c| !c.is_whitespace() && !matches!(c, '-' | '(' | ')' | '.'))
        .collect();
    let plain = match plain.strip_prefix("00") {
        Some(rest) => format!("+{rest}"),
        None => plain,
    };
    let digits = plain.strip_prefix('+')?;
    let fits = (8..=15).contains(&digits.len()) && !digits.starts_with('0');
    (fits && digits.bytes().all(|byte| byte.is_ascii_digit())).then_some(plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_phone_number_has_its_country() {
        for right in ["+45 12 34 56 78", "0045-12345678", "+358 (40) 123 4567"] {
            assert!(phone(right).is_some(), "{right}");
        }
        for wrong in [
            "",
            "12345678",
            "040 1234567",
            "+45",
            "+0123456789",
            "+45 hello 123",
        ] {
            assert_eq!(phone(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn somebody_has_a_way_to_prove_it() {
        let draft = |phone: &str, number: &str| Draft {
            address: "bo@borger.example".into(),
            phone: phone.into(),
            number: number.into(),
            lang: Some(Lang::Da),
            known_by: "seen at the desk".into(),
        };
        assert!(draft("+4512345678", "").check(Faults::new()).is_ok());
        assert!(draft("", "010180-0008").check(Faults::new()).is_ok());
        assert!(draft("", "").check(Faults::new()).is_err());
        assert!(draft("12", "").check(Faults::new()).is_err());
    }
}
