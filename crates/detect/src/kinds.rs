//! What a finding may be: kinds, countries, categories. The names in lower case are stable: they stand in policies,
//! in the output of `tillit scan` and in the book.

/// Makes an enum whose members have stable names.
macro_rules! named {
    ($(#[$doc:meta])* $name:ident { $($(#[$item_doc:meta])* $item:ident = $text:literal,)+ }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$item_doc])* $item,)+ }

        impl $name {
            /// All of them, in order.
            pub const ALL: &'static [Self] = &[$(Self::$item,)+];

            /// The stable name.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Self::$item => $text,)+ }
            }

            /// The member with this stable name.
            #[must_use]
            pub fn of_name(name: &str) -> Option<Self> {
                match name { $($text => Some(Self::$item),)+ _ => None }
            }
        }
    };
}
pub(crate) use named;

named! {
    /// What was found.
    Kind {
        /// Danish CPR number, replacement numbers too.
        Cpr = "cpr",
        /// Finnish henkilötunnus.
        Hetu = "hetu",
        /// Swedish personnummer.
        Personnummer = "personnummer",
        /// Swedish samordningsnummer (day + 60).
        Samordningsnummer = "samordningsnummer",
        /// Swedish reserve number of a patient; shapes are regional ([`crate::Pattern`]).
        Reservnummer = "reservnummer",
        /// Norwegian fødselsnummer, D-, H- and FH-number.
        Fodselsnummer = "fodselsnummer",
        /// Norwegian DUF number of the immigration authority.
        Duf = "duf",
        /// Icelandic kennitala, of persons, companies and system numbers.
        Kennitala = "kennitala",
        /// Faroese P-tal.
        Ptal = "ptal",
        /// A birth date with its separator and no serial ("VIRTANEN,E 251123-"): points at a person.
        BirthDate = "birth_date",
        /// IBAN.
        Iban = "iban",
        /// National bank account.
        BankAccount = "bank_account",
        /// Payment card.
        Card = "card",
        /// Phone number.
        Phone = "phone",
        /// E-mail address.
        Email = "email",
        /// Machine-readable zone of a passport or identity card.
        Mrz = "mrz",
        /// Number of a passport or driving licence, by its word.
        Document = "document",
        /// Number of an organisation: not personal data.
        Orgnr = "orgnr",
        /// By a municipality's own pattern.
        Own = "own",
        /// A word or phrase about a sensitive matter; [`Category`] says which.
        Matter = "matter",
        /// Name of a person.
        Name = "name",
    }
}

impl Kind {
    /// Whether it is a number that stands for one person.
    #[must_use]
    pub const fn is_person_number(self) -> bool {
        matches!(
            self,
            Self::Cpr
                | Self::Hetu
                | Self::Personnummer
                | Self::Samordningsnummer
                | Self::Reservnummer
                | Self::Fodselsnummer
                | Self::Duf
                | Self::Kennitala
                | Self::Ptal
        )
    }
}

named! {
    /// Country whose rule matched.
    Country {
        /// Denmark and Greenland.
        Dk = "DK",
        /// Faroe Islands.
        Fo = "FO",
        /// Finland.
        Fi = "FI",
        /// Sweden.
        Se = "SE",
        /// Norway.
        No = "NO",
        /// Iceland.
        Is = "IS",
    }
}

named! {
    /// What part of life a finding belongs to.
    Category {
        /// National identity number: GDPR art. 87; confidential in Denmark, secret parts elsewhere.
        IdentityNumber = "identity_number",
        /// Bank accounts and cards.
        Money = "money",
        /// Phone numbers and addresses.
        Contact = "contact",
        /// Organisations: not personal data.
        Organisation = "organisation",
        /// A person's name.
        Person = "person",
        /// Data concerning health, art. 9.
        Health = "health",
        /// Racial or ethnic origin, art. 9.
        Ethnicity = "ethnicity",
        /// Religious or philosophical beliefs, art. 9.
        Religion = "religion",
        /// Political opinions, art. 9.
        Politics = "politics",
        /// Trade union membership, art. 9.
        Union = "union",
        /// Sex life or sexual orientation, art. 9.
        SexualLife = "sexual_life",
        /// Genetic and biometric data that identify, art. 9.
        Biometric = "biometric",
        /// Criminal convictions and offences, art. 10.
        Crime = "crime",
        /// Social services: confidential by national law.
        SocialServices = "social_services",
        /// Child protection: confidential by national law.
        ChildProtection = "child_protection",
        /// Difficulties in school: confidential by national law.
        School = "school",
        /// Protected identity and address: the highest channel.
        ProtectedIdentity = "protected_identity",
        /// Personnel cases: confidential by national law.
        Personnel = "personnel",
        /// By a municipality's own word or pattern.
        Own = "own",
    }
}

/// Where the protection of a [`Category`] comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Article {
    /// Ordinary personal data, or none.
    Ordinary,
    /// Confidential by national law.
    National,
    /// GDPR art. 10.
    Ten,
    /// GDPR art. 9.
    Nine,
}

impl Category {
    /// The strictest rule that protects it.
    #[must_use]
    pub const fn article(self) -> Article {
        match self {
            Self::Contact | Self::Organisation | Self::Person => Article::Ordinary,
            Self::IdentityNumber
            | Self::Money
            | Self::SocialServices
            | Self::ChildProtection
            | Self::School
            | Self::ProtectedIdentity
            | Self::Personnel
            | Self::Own => Article::National,
            Self::Crime => Article::Ten,
            Self::Health
            | Self::Ethnicity
            | Self::Religion
            | Self::Politics
            | Self::Union
            | Self::SexualLife
            | Self::Biometric => Article::Nine,
        }
    }

    /// Whether it is a matter: something about a person's life, not a number or a name.
    #[must_use]
    pub const fn is_matter(self) -> bool {
        !matches!(
            self,
            Self::IdentityNumber
                | Self::Money
                | Self::Contact
                | Self::Organisation
                | Self::Person
                | Self::Own
        )
    }
}

named! {
    /// Which series of its kind a number belongs to.
    Series {
        /// The usual one, or the kind has none.
        Ordinary = "ordinary",
        /// Danish replacement number (day + 60).
        Replacement = "replacement",
        /// Finnish 900 to 999: fictive persons and temporary codes of real patients.
        Temporary = "temporary",
        /// Swedish day + 60.
        Coordination = "coordination",
        /// Norwegian day + 40.
        DNumber = "d_number",
        /// Norwegian month + 40, a hospital's number of a real patient (and one test series).
        HNumber = "h_number",
        /// Norwegian series without birth date, first digit 8 or 9.
        FhNumber = "fh_number",
        /// Norwegian month + 20, the welfare administration's own.
        Npid = "npid",
        /// Norwegian month + 65 or + 80: made up by the authorities for tests.
        Synthetic = "synthetic",
        /// Icelandic system number.
        System = "system",
        /// Icelandic company: not a person.
        Company = "company",
    }
}
