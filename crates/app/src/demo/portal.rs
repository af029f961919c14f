//! A message that waits in the portal: the guard's way for what may not be sent openly. Text messages go to a
//! simulator, which its page says.

use std::path::Path;

use kit::clock::Moment;
use kit::id::Id;
use kit::words::Lang;
use serde::Deserialize;

use super::{hand, stage};
use crate::base::{Actor, App, Problem};
use crate::modules::guard::model::Proof;
use crate::modules::guard::portal::{Deposit, deposit, door};

/// Where the path of the message's door lies.
pub const DOOR: &str = "portal.txt";

#[derive(Deserialize)]
struct Data {
    address: String,
    phone: String,
    known_by: String,
    lang: String,
    subject: String,
    text: String,
    file: String,
    content: String,
}

/// Registers the recipient's phone as an employee does, and puts the message in.
///
/// # Errors
/// A form that comes back: the demonstration would be wrong.
pub fn write(app: &App, dir: &Path, now: Moment) -> Result<(), Problem> {
    let data: Data = toml::from_str(include_str!("../../../../demo/portal.toml"))
        .map_err(|error| Problem::Outside(format!("demo/portal: {error}")))?;
    app.clock.put(now.plus_minutes(-10));
    let employee = stage::actor(app, 0, app.now())?;
    let fields = [
        ("address", data.address.clone()),
        ("phone", data.phone.clone()),
        ("known_by", data.known_by.clone()),
        ("lang", data.lang.clone()),
    ];
    hand::post(app, &employee, "/guard/recipients", &fields)?;
    let message = message(&data);
    let given = Deposit {
        mail: Id::random(),
        recipient: &data.address,
        sender: employee.person(),
        sender_address: "sosiaalipalvelut@demo.example",
        language: Lang::parse(&data.lang).unwrap_or(Lang::En),
        proof: Proof::PhoneCode,
        message: message.as_bytes(),
    };
    app.write(&Actor::program("guard"), |tx| deposit(app, tx, &given))?;
    let path = app.read(|conn| door(app, conn, &data.address))?;
    let path = path.ok_or(Problem::NotFound)?;
    std::fs::write(dir.join(DOOR), format!("{path}\n"))?;
    app.clock.put(now);
    Ok(())
}

fn message(data: &Data) -> String {
    let text = data.text.trim().replace('\n', "\r\n");
    format!(
        "From: Sosiaalipalvelut <sosiaalipalvelut@demo.example>\r\nTo: {}\r\nSubject: {}\r\nMIME-Version: 1.0\r\n\
         Content-Type: multipart/mixed; boundary=\"edge\"\r\n\r\n--edge\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n\
         {text}\r\n--edge\r\nContent-Type: text/plain; charset=utf-8; name=\"{}\"\r\n\
         Content-Disposition: attachment; filename=\"{}\"\r\n\r\n{}\r\n--edge--\r\n",
        data.address, data.subject, data.file, data.file, data.content
    )
}
