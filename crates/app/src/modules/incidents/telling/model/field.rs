//! The fields of a notification: article 33(3) in the shape of the EDPB common template v1.0 (facts § 8).

use super::choices::{self, Choices};

/// How a field is filled in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// One line, at most 300 characters.
    Line,
    /// Text, at most 20,000 characters.
    Text,
    One(Choices),
    Many(Choices),
    /// Day and time, both known.
    Moment,
    Day,
    /// A time as far as it is known.
    When,
    Count,
    Parties,
}

kit::choices! {
    /// The seven parts of the template, with the third as its five chapters. Each is one page of the form.
    pub enum Part {
        Controller = "controller", "incidents-telling-part-controller";
        Times = "times", "incidents-telling-part-times";
        Nature = "nature", "incidents-telling-part-nature";
        People = "people", "incidents-telling-part-people";
        Records = "records", "incidents-telling-part-records";
        Before = "before", "incidents-telling-part-before";
        Consequences = "consequences", "incidents-telling-part-consequences";
        Informed = "informed", "incidents-telling-part-informed";
        Others = "others", "incidents-telling-part-others";
    }
}

impl Part {
    /// The page that follows.
    pub fn next(self) -> Option<Part> {
        Part::ALL.into_iter().find(|part| *part > self)
    }

    pub fn fields(self) -> impl Iterator<Item = Field> {
        Field::ALL
            .iter()
            .copied()
            .filter(move |field| field.part() == self)
    }
}

macro_rules! fields {
    ($($variant:ident $code:literal $part:ident $form:expr, $word:literal;)+) => {
        /// One field. Its code is stored, sent by forms and stands in the JSON file.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Field { $($variant,)+ }

        impl Field {
            pub const ALL: &[Field] = &[$(Field::$variant,)+];

            pub fn code(self) -> &'static str {
                match self { $(Field::$variant => $code,)+ }
            }

            /// Name of the input with the day alone, or with the number of a count.
            pub fn second(self) -> &'static str {
                match self { $(Field::$variant => concat!($code, "_2"),)+ }
            }

            /// Name of the input with the upper end of a count.
            pub fn third(self) -> &'static str {
                match self { $(Field::$variant => concat!($code, "_3"),)+ }
            }

            pub fn part(self) -> Part {
                match self { $(Field::$variant => Part::$part,)+ }
            }

            pub fn form(self) -> Form {
                match self { $(Field::$variant => $form,)+ }
            }

            /// Message with its name.
            pub fn word(self) -> &'static str {
                match self { $(Field::$variant => $word,)+ }
            }
        }
    };
}

use Form::{Count, Day, Line, Many, Moment, One, Parties, Text, When};

fields! {
    OwnReference "own_reference" Controller Line, "incidents-telling-own-reference";
    EarlierId "earlier_id" Controller Line, "incidents-telling-earlier-id";
    WithdrawReasons "withdraw_reasons" Controller Text, "incidents-telling-withdraw-reasons";
    ControllerName "controller_name" Controller Line, "incidents-telling-controller-name";
    ControllerNumber "controller_number" Controller Line, "incidents-telling-controller-number";
    ControllerContact "controller_contact" Controller Text, "incidents-telling-controller-contact";
    ControllerSector "controller_sector" Controller One(choices::SECTOR), "incidents-telling-controller-sector";
    ControllerActivity "controller_activity" Controller Line, "incidents-telling-controller-activity";
    Representative "representative" Controller Line, "incidents-telling-representative";
    ReporterName "reporter_name" Controller Line, "incidents-telling-reporter-name";
    ReporterFunction "reporter_function" Controller One(choices::FUNCTION), "incidents-telling-reporter-function";
    ReporterContact "reporter_contact" Controller Line, "incidents-telling-reporter-contact";
    DpoDesignated "dpo_designated" Controller One(choices::YES_NO), "incidents-telling-dpo-designated";
    DpoContact "dpo_contact" Controller Text, "incidents-telling-dpo-contact";
    OtherParties "other_parties" Controller Parties, "incidents-telling-other-parties";

    Occurred "occurred" Times One(choices::OCCURRED), "incidents-telling-occurred";
    OccurredFrom "occurred_from" Times When, "incidents-telling-occurred-from";
    OccurredUntil "occurred_until" Times When, "incidents-telling-occurred-until";
    OccurredEstimated "occurred_estimated" Times One(choices::YES_NO), "incidents-telling-occurred-estimated";
    Discovered "discovered" Times When, "incidents-telling-discovered";
    DiscoveredBy "discovered_by" Times One(choices::DISCOVERED), "incidents-telling-discovered-by";
    Aware "aware" Times Moment, "incidents-telling-aware";
    DelayReasons "delay_reasons" Times Text, "incidents-telling-delay-reasons";
    TimesComments "times_comments" Times Text, "incidents-telling-times-comments";

    WhatHappened "what_happened" Nature Text, "incidents-telling-what-happened";
    Kinds "kinds" Nature Many(choices::KINDS), "incidents-telling-kinds";
    Disclosure "disclosure" Nature One(choices::DISCLOSURE), "incidents-telling-disclosure";
    Unintelligible "unintelligible" Nature One(choices::UNINTELLIGIBLE), "incidents-telling-unintelligible";
    Integrity "integrity" Nature One(choices::INTEGRITY), "incidents-telling-integrity";
    Availability "availability" Nature One(choices::AVAILABILITY), "incidents-telling-availability";
    Natures "natures" Nature Many(choices::NATURES), "incidents-telling-natures";
    DanishTypes "danish_types" Nature Many(choices::DANISH), "incidents-telling-danish-types";
    Cause "cause" Nature One(choices::CAUSE), "incidents-telling-cause";
    CauseText "cause_text" Nature Text, "incidents-telling-cause-text";
    Systems "systems" Nature Text, "incidents-telling-systems";
    DataWhere "data_where" Nature Text, "incidents-telling-data-where";

    Groups "groups" People Many(choices::GROUPS), "incidents-telling-groups";
    GroupsMore "groups_more" People Text, "incidents-telling-groups-more";
    PeopleCount "people_count" People Count, "incidents-telling-people-count";
    Relation "relation" People Text, "incidents-telling-relation";

    RecordKinds "record_kinds" Records Many(choices::RECORDS), "incidents-telling-record-kinds";
    RecordsMore "records_more" Records Text, "incidents-telling-records-more";
    RecordCount "record_count" Records Count, "incidents-telling-record-count";

    MeasuresBefore "measures_before" Before Many(choices::BEFORE), "incidents-telling-measures-before";
    MeasuresBeforeText "measures_before_text" Before Text, "incidents-telling-measures-before-text";

    ConsequencesC "consequences_c" Consequences Text, "incidents-telling-consequences-c";
    ConsequencesI "consequences_i" Consequences Text, "incidents-telling-consequences-i";
    ConsequencesA "consequences_a" Consequences Text, "incidents-telling-consequences-a";
    Impacts "impacts" Consequences Many(choices::IMPACTS), "incidents-telling-impacts";
    ImpactsMore "impacts_more" Consequences Line, "incidents-telling-impacts-more";
    Severity "severity" Consequences One(choices::SEVERITY), "incidents-telling-severity";
    Risk "risk" Consequences One(choices::RISK), "incidents-telling-risk";
    RiskMethod "risk_method" Consequences Text, "incidents-telling-risk-method";
    MeasuresTaken "measures_taken" Consequences Text, "incidents-telling-measures-taken";
    MeasuresPlanned "measures_planned" Consequences Text, "incidents-telling-measures-planned";
    MeasuresAgainst "measures_against" Consequences Many(choices::AGAINST), "incidents-telling-measures-against";

    Informed "informed" Informed One(choices::INFORMED), "incidents-telling-informed";
    InformedOn "informed_on" Informed When, "incidents-telling-informed-on";
    InformedWillOn "informed_will_on" Informed Day, "incidents-telling-informed-will-on";
    InformedWho "informed_who" Informed Text, "incidents-telling-informed-who";
    InformedExtent "informed_extent" Informed One(choices::EXTENT), "incidents-telling-informed-extent";
    InformedPartWhy "informed_part_why" Informed Text, "incidents-telling-informed-part-why";
    InformedMeans "informed_means" Informed Many(choices::MEANS), "incidents-telling-informed-means";
    InformedText "informed_text" Informed Text, "incidents-telling-informed-text";
    Exemption "exemption" Informed One(choices::EXEMPTIONS), "incidents-telling-exemption";
    NotInformedWhy "not_informed_why" Informed Text, "incidents-telling-not-informed-why";

    Police "police" Others One(choices::YES_NO_OPEN), "incidents-telling-police";
    OtherAuthorities "other_authorities" Others Text, "incidents-telling-other-authorities";
    CrossBorder "cross_border" Others One(choices::YES_NO_OPEN), "incidents-telling-cross-border";
    CrossBorderWhich "cross_border_which" Others Line, "incidents-telling-cross-border-which";
    OutsideEea "outside_eea" Others One(choices::YES_NO_OPEN), "incidents-telling-outside-eea";
    OutsideEeaWhich "outside_eea_which" Others Line, "incidents-telling-outside-eea-which";
    Attachments "attachments" Others Many(choices::ATTACHMENTS), "incidents-telling-attachments";
    AttachmentsText "attachments_text" Others Text, "incidents-telling-attachments-text";
}

impl Field {
    pub fn parse(code: &str) -> Option<Field> {
        Field::ALL
            .iter()
            .copied()
            .find(|field| field.code() == code)
    }

    /// What helps to fill it in; empty for most.
    pub fn hint(self) -> &'static str {
        match self {
            Field::Aware => "incidents-telling-hint-aware",
            Field::OccurredFrom | Field::OccurredUntil | Field::Discovered | Field::InformedOn => {
                "incidents-law-ask-part-hint"
            }
            Field::PeopleCount => "incidents-telling-hint-people",
            Field::RecordCount => "incidents-telling-hint-records",
            Field::WhatHappened => "incidents-telling-hint-what",
            Field::DelayReasons => "incidents-telling-hint-delay",
            Field::WithdrawReasons => "incidents-telling-hint-withdraw",
            Field::OtherParties => "incidents-telling-hint-parties",
            Field::Systems => "incidents-telling-hint-systems",
            Field::GroupsMore => "incidents-telling-hint-groups",
            Field::DanishTypes => "incidents-telling-hint-danish",
            Field::OtherAuthorities => "incidents-telling-hint-authorities",
            Field::NotInformedWhy => "incidents-telling-hint-not-informed",
            _ => "",
        }
    }
}
