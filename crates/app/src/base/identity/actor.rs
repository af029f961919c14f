//! Who acts, and what they may do. Rights come from duties and units; there is no list of permissions.

use std::fmt::Write as _;

use kit::words::Lang;

use super::super::Problem;
use super::super::organisation::{ControllerId, PersonId, UnitId};

kit::choices! {
    /// What a person answers for, for one controller or for the whole group.
    pub enum Role {
        /// Data protection officer (GDPR articles 37–39).
        Dpo = "dpo", "role-dpo";
        /// Information security officer.
        Ciso = "ciso", "role-ciso";
        /// Secretary of a board or company.
        Secretary = "secretary", "role-secretary";
        /// Reads registers and the book, not who reported.
        Auditor = "auditor", "role-auditor";
        /// Runs the installation and reads no content.
        Administrator = "administrator", "role-administrator";
        /// Contact person for data protection in a board.
        Contact = "contact", "role-contact";
    }
}

/// A duty in force today. Without a controller it holds for every board and company.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Duty {
    pub role: Role,
    pub controller: Option<ControllerId>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Who {
    Person(PersonId),
    /// The program itself, by the name of what it does.
    Program(&'static str),
    /// Somebody at the command line of the machine.
    Console,
    Nobody,
}

/// Who asks. Made by sign-in, by the command line or by a timer; nothing else can make one.
#[derive(Clone, Debug)]
pub struct Actor {
    who: Who,
    pub name: String,
    pub lang: Option<Lang>,
    duties: Vec<Duty>,
    /// Units the person leads, with everything below them.
    leads: Vec<UnitId>,
    /// Units of the person's own employments.
    works_in: Vec<UnitId>,
}

impl Actor {
    pub fn nobody() -> Actor {
        Actor::bare(Who::Nobody, "")
    }

    pub fn program(task: &'static str) -> Actor {
        Actor::bare(Who::Program(task), task)
    }

    pub fn console() -> Actor {
        Actor::bare(Who::Console, "console")
    }

    pub fn of_person(
        person: PersonId,
        name: String,
        lang: Option<Lang>,
        duties: Vec<Duty>,
        leads: Vec<UnitId>,
        works_in: Vec<UnitId>,
    ) -> Actor {
        Actor {
            who: Who::Person(person),
            name,
            lang,
            duties,
            leads,
            works_in,
        }
    }

    fn bare(who: Who, name: &str) -> Actor {
        let (duties, leads, works_in) = (Vec::new(), Vec::new(), Vec::new());
        Actor {
            who,
            name: name.to_owned(),
            lang: None,
            duties,
            leads,
            works_in,
        }
    }

    /// The mark that rows and the book carry: an id, never a name.
    pub fn mark(&self) -> String {
        match &self.who {
            Who::Person(id) => format!("person:{id}"),
            Who::Program(task) => format!("program:{task}"),
            Who::Console => "console".into(),
            Who::Nobody => "nobody".into(),
        }
    }

    /// The person whose mark it is.
    pub fn person_of(mark: &str) -> Option<PersonId> {
        mark.strip_prefix("person:").and_then(PersonId::parse)
    }

    pub fn person(&self) -> Option<PersonId> {
        if let Who::Person(id) = &self.who {
            Some(*id)
        } else {
            None
        }
    }

    /// The command line and the program's own timers stand outside the duties.
    pub fn is_inside(&self) -> bool {
        matches!(self.who, Who::Program(_) | Who::Console)
    }

    pub fn has(&self, role: Role) -> bool {
        self.duties.iter().any(|duty| duty.role == role)
    }

    pub fn duties(&self) -> &[Duty] {
        &self.duties
    }

    pub fn is_manager(&self) -> bool {
        !self.leads.is_empty()
    }

    pub fn leads(&self) -> &[UnitId] {
        &self.leads
    }

    pub fn works_in(&self) -> &[UnitId] {
        &self.works_in
    }

    /// For which controllers the role is held.
    pub fn scope(&self, role: Role) -> Scope {
        self.scope_of(&[role])
    }

    /// For which controllers any of the roles is held.
    pub fn scope_of(&self, roles: &[Role]) -> Scope {
        if self.is_inside() {
            return Scope::All;
        }
        let mut some = Vec::new();
        for duty in self.duties.iter().filter(|duty| roles.contains(&duty.role)) {
            match duty.controller {
                None => return Scope::All,
                Some(controller) => some.push(controller),
            }
        }
        Scope::Some(some)
    }

    /// Leave to change a controller's content as its data protection officer.
    pub fn editor_of(&self, controller: ControllerId) -> Result<Editor, Problem> {
        self.editor_as(Role::Dpo, controller)
    }

    /// Leave to change a controller's content in a certain duty.
    pub fn editor_as(&self, role: Role, controller: ControllerId) -> Result<Editor, Problem> {
        self.scope(role)
            .admits(controller)
            .then_some(Editor { controller })
            .ok_or(Problem::Forbidden)
    }

    /// Leave to run the installation.
    pub fn administrator(&self) -> Result<Administrator, Problem> {
        (self.is_inside() || self.has(Role::Administrator))
            .then_some(Administrator(()))
            .ok_or(Problem::Forbidden)
    }
}

/// Leave to change content of one controller. Only an [`Actor`] gives it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Editor {
    controller: ControllerId,
}

impl Editor {
    pub fn controller(self) -> ControllerId {
        self.controller
    }
}

/// Leave to change the installation: people, units, duties.
#[derive(Clone, Copy, Debug)]
pub struct Administrator(());

/// The controllers something holds for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Scope {
    All,
    Some(Vec<ControllerId>),
}

impl Scope {
    pub fn admits(&self, controller: ControllerId) -> bool {
        match self {
            Scope::All => true,
            Scope::Some(list) => list.contains(&controller),
        }
    }

    pub fn is_empty(&self) -> bool {
        matches!(self, Scope::Some(list) if list.is_empty())
    }

    /// A condition for a WHERE clause. Ids are typed, so nothing foreign can get into the text.
    pub fn sql(&self, column: &str) -> String {
        match self {
            Scope::All => "1 = 1".into(),
            Scope::Some(list) if list.is_empty() => "1 = 0".into(),
            Scope::Some(list) => {
                let mut text = format!("{column} IN (");
                for (index, id) in list.iter().enumerate() {
                    let _ = write!(text, "{}'{id}'", if index == 0 { "" } else { ", " });
                }
                text.push(')');
                text
            }
        }
    }
}
