//! Cases as data: what differs from a draft in which nothing is wrong.

use domain::cvr::CvrNumber;
use domain::documents::{Attached, BoardMember, DocumentId, MediaType};
use domain::draft::{AdministratorAnswers, Draft, RepresentativeAnswers, Role};
use domain::lookup::Lookup;
use domain::need::{Kind, NeedAnswers, People};
use domain::organisation::{
    Candidate, HeldRole, Organisation, Origins, ParticipantKind, Source, Status,
};
use domain::person::TypedDate;
use domain::preflight::Facts;
use domain::terms::CURRENT;
use domain::{Answer, Timestamp};
use jiff::civil::{Date, date};
use serde::Deserialize;

/// What differs from the base: a company whose director, named in CVR, prepares the connection and
/// appoints two administrators.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct Scenario {
    pub today: Option<String>,
    pub need: Option<Need>,
    /// What was typed as CVR number; the register's stays.
    pub cvr: Option<String>,
    /// The organisation was not looked up.
    pub unknown: bool,
    pub form: Option<u16>,
    pub form_text: Option<String>,
    pub status: Option<String>,
    pub signing: Option<String>,
    /// Who told the management, when not the register: `not-told` or `typed`.
    pub management: Option<String>,
    pub looked_up: Option<String>,
    pub people: Option<Vec<Person>>,
    pub role: Option<String>,
    pub reporter: Words,
    pub representative: Words,
    pub representative_is_administrator: bool,
    pub administrators: Option<Vec<Words>>,
    /// `older` or `not-opened`.
    pub terms: Option<String>,
    pub documents: Vec<File>,
    pub board: Vec<Member>,
    pub connected: Option<bool>,
    pub sent: Option<String>,
    pub rejected: Option<String>,
    pub concluded: Option<String>,
    pub terminated: Option<String>,
    pub stopped_for_documents: bool,
    pub administrators_left: Option<usize>,
}

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Need {
    people: Option<String>,
    kind: Option<String>,
    alone: Option<String>,
}

/// A person in the register. Without words it is the director of the base.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Person {
    pub name: Option<String>,
    pub kind: Option<String>,
    pub relation: Option<String>,
    pub body: Option<String>,
    pub function: Option<String>,
    pub since: Option<String>,
}

/// What is typed about a person; what is left out is as in the base.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default, rename_all = "kebab-case")]
pub struct Words {
    pub name: Option<String>,
    pub title: Option<String>,
    pub email: Option<String>,
    pub born: Option<String>,
    pub cpr: Option<String>,
    pub mitid: Option<String>,
    pub in_cvr: Option<String>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct File {
    kind: String,
    name: Option<String>,
    size: Option<u64>,
    #[serde(default)]
    confirmed: Vec<String>,
    content: Option<u8>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Member {
    name: String,
    function: String,
}

pub const DIRECTOR: &str = "Mette Lindegaard Krogh";
const TODAY: Date = date(2026, 11, 24);

impl Scenario {
    pub fn today(&self) -> Date {
        self.today.as_deref().map_or(TODAY, day)
    }

    pub fn facts<'a>(&self, draft: &'a Draft) -> Facts<'a> {
        let on = |text: &Option<String>| text.as_deref().map(day);
        Facts {
            connected: self.connected,
            sent: on(&self.sent),
            rejected: on(&self.rejected),
            concluded: on(&self.concluded),
            terminated: on(&self.terminated),
            administrators_left: self.administrators_left,
            stopped_for_documents: self.stopped_for_documents,
            ..Facts::of(draft)
        }
    }

    pub fn draft(&self) -> Draft {
        let opened: Timestamp = "2026-11-24T08:00:00Z".parse().unwrap();
        let mut draft = Draft {
            need: self.need.as_ref().map_or(
                NeedAnswers { people: Some(People::Several), ..NeedAnswers::default() },
                need,
            ),
            cvr: self.cvr.clone().unwrap_or_else(|| "13748136".into()),
            lookup: if self.unknown {
                Lookup::NotYet
            } else {
                Lookup::Found(Box::new(self.organisation()))
            },
            role: match self.role.as_deref() {
                None | Some("representative") => Some(Role::Representative),
                Some("reporter") => Some(Role::Reporter),
                Some("unanswered") => None,
                Some(other) => panic!("no role {other}"),
            },
            representative: representative(&self.representative),
            representative_is_administrator: self.representative_is_administrator,
            documents: self
                .documents
                .iter()
                .enumerate()
                .map(|(n, file)| attached(n, file))
                .collect(),
            board: self
                .board
                .iter()
                .map(|m| BoardMember { name: m.name.clone(), function: m.function.clone() })
                .collect(),
            ..Draft::default()
        };
        draft.reporter.name =
            self.reporter.name.clone().unwrap_or_else(|| "Jens Aagaard Holm".into());
        draft.reporter.email =
            self.reporter.email.clone().unwrap_or_else(|| "jens@holmbjerre.example".into());
        draft.terms = draft.terms.after_opening(opened, CURRENT.address);
        match self.terms.as_deref() {
            None => {}
            Some("older") => draft.terms.edition = Some(date(2023, 1, 1)),
            Some("unknown") => draft.terms.edition = Some(date(1999, 1, 1)),
            Some("not-opened") => draft.terms.official = None,
            Some(other) => panic!("no terms {other}"),
        }
        let first = Words {
            name: Some("Søren Thorup Winther".into()),
            email: Some("soren@nordlystomrer.example".into()),
            ..Words::default()
        };
        let second = Words {
            name: Some("Anna Birk Lauritsen".into()),
            email: Some("anna@nordlystomrer.example".into()),
            ..Words::default()
        };
        draft.administrators = self
            .administrators
            .clone()
            .unwrap_or_else(|| vec![first, second])
            .iter()
            .map(administrator)
            .collect();
        draft
    }

    fn organisation(&self) -> Organisation {
        let status_text = self.status.clone().unwrap_or_else(|| "NORMAL".into());
        let mut organisation = Organisation {
            cvr: CvrNumber::parse("13748136").unwrap(),
            name: "Nordlys Tømrer & Snedker ApS".into(),
            address: vec!["Havnegade 1".into()],
            form_code: self.form.unwrap_or(80),
            form: self.form_text.clone().unwrap_or_else(|| "Anpartsselskab".into()),
            status: Status::of(&status_text),
            status_text,
            candidates: self
                .people
                .clone()
                .unwrap_or_else(|| vec![Person::default()])
                .iter()
                .enumerate()
                .map(candidate)
                .collect(),
            signing_rule: self.signing.clone(),
            looked_up: self.looked_up.as_deref().unwrap_or("2026-11-23T12:00:00Z").parse().unwrap(),
            origins: Origins::all(Source::Virk),
            left_out: vec![],
        };
        if organisation.status_text.is_empty() {
            organisation.origins.status = None;
        }
        match self.management.as_deref() {
            None => {}
            Some("not-told") => {
                (organisation.origins.candidates, organisation.candidates) = (None, vec![])
            }
            Some("typed") => organisation.origins.candidates = Some(Source::Typed),
            Some(other) => panic!("no management {other}"),
        }
        organisation
    }
}

fn day(text: &str) -> Date {
    text.parse().unwrap_or_else(|why| panic!("{text}: {why}"))
}

fn answer(text: &Option<String>, base: Option<Answer>) -> Option<Answer> {
    match text.as_deref() {
        None => base,
        Some("yes") => Some(Answer::Yes),
        Some("no") => Some(Answer::No),
        Some("unknown") => Some(Answer::Unknown),
        Some("unanswered") => None,
        Some(other) => panic!("no answer {other}"),
    }
}

fn need(need: &Need) -> NeedAnswers {
    NeedAnswers {
        people: need.people.as_deref().map(|word| match word {
            "one" => People::One,
            "several" => People::Several,
            "unknown" => People::Unknown,
            other => panic!("no people {other}"),
        }),
        kind: need.kind.as_deref().map(|word| match word {
            "sole-proprietor" => Kind::SoleProprietor,
            "company" => Kind::Company,
            "association" => Kind::Association,
            "other" => Kind::Other,
            other => panic!("no kind {other}"),
        }),
        signs_alone: answer(&need.alone, None),
        connected: None,
    }
}

fn candidate((n, person): (usize, &Person)) -> Candidate {
    let word = |text: &Option<String>, base: &str| text.clone().unwrap_or_else(|| base.into());
    let mut role = HeldRole::new(
        &word(&person.relation, "LEDELSESORGAN"),
        &word(&person.body, "Direktion"),
        &word(&person.function, "DIREKTØR"),
    );
    role.since = person.since.as_deref().map(day);
    Candidate {
        unit: 4_000_000_000 + n as u64,
        name: word(&person.name, DIRECTOR),
        kind: match person.kind.as_deref() {
            None | Some("person") => ParticipantKind::Person,
            Some("without-cpr") => ParticipantKind::PersonWithoutCpr,
            Some("unclear") => ParticipantKind::Unknown,
            Some("organisation") => ParticipantKind::Organisation,
            Some(other) => panic!("no kind {other}"),
        },
        roles: vec![role],
    }
}

fn born(text: &Option<String>) -> TypedDate {
    let text = text.clone().unwrap_or_else(|| "1987-11-30".into());
    let part = |n: usize| text.split('-').nth(n).unwrap_or_default().to_owned();
    TypedDate { year: part(0), month: part(1), day: part(2) }
}

fn representative(words: &Words) -> RepresentativeAnswers {
    RepresentativeAnswers {
        name: words.name.clone().unwrap_or_else(|| DIRECTOR.into()),
        title: words.title.clone().unwrap_or_else(|| "direktør".into()),
        email: words.email.clone().unwrap_or_else(|| "mette@nordlystomrer.example".into()),
        born: born(&words.born),
        has_mitid: answer(&words.mitid, Some(Answer::Yes)),
        has_cpr: answer(&words.cpr, Some(Answer::Yes)),
        in_cvr: answer(&words.in_cvr, None),
    }
}

fn administrator(words: &Words) -> AdministratorAnswers {
    AdministratorAnswers {
        name: words.name.clone().unwrap_or_else(|| "Søren Thorup Winther".into()),
        email: words.email.clone().unwrap_or_else(|| "soren@nordlystomrer.example".into()),
        born: born(&words.born),
        has_cpr: answer(&words.cpr, Some(Answer::Yes)),
        has_mitid: answer(&words.mitid, Some(Answer::Yes)),
    }
}

fn attached(n: usize, file: &File) -> Attached {
    Attached {
        id: DocumentId(format!("{n:032}")),
        kind: file.kind.clone(),
        name: file.name.clone().unwrap_or_else(|| format!("scan-{n}.pdf")),
        media: MediaType::Pdf,
        size: file.size.unwrap_or(120_000),
        sha256: [file.content.unwrap_or(n as u8); 32],
        at: "2026-11-24T08:00:00Z".parse().unwrap(),
        confirmed: file.confirmed.clone(),
    }
}
