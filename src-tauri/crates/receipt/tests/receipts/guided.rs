//! A case that was concluded on the official site, to make records of. The tables of misuse use it
//! too.

use domain::agreement::{AgreementEvent, StatedEvent};
use domain::case::{
    Basis, Case, CaseId, Found, Guided, History, KeyName, OfficialMail, Outcome, Reason, ScreenId,
    SeenKey, SetUpTick, Stage, Stated, Visit,
};
use domain::connection::{Administrator, Connection, Representative};
use domain::cvr::CvrNumber;
use domain::draft::{Draft, Role};
use domain::lookup::TypedOrganisation;
use domain::organisation::{Organisation, Origins, Source, Status};
use domain::outcome::ScreenNote;
use domain::person::{BirthDate, EmailAddress, PersonName};
use domain::terms::{CURRENT, OfficialText, TermsShown};
use domain::{Environment, Language, Timestamp};
use jiff::civil::{Date, date};
use mail::official;
use receipt::record::{Facts, Place, Record, RecordData};
use receipt::{Link, sha256};

/// A case, its mails, and how a record of it is made.
pub struct GuidedCase {
    pub case: Case,
    /// The number of the receipt, where it was approved in Tilslut first.
    pub receipt: Option<u64>,
    /// The mails that are in it, in their order.
    pub mails: Vec<Vec<u8>>,
    pub language: Language,
}

pub const CVR: &str = "13748136";

fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

fn administrator(name: &str, email: &str, born: Date) -> Administrator {
    Administrator {
        name: PersonName::parse(name).unwrap(),
        email: EmailAddress::parse(email).unwrap(),
        born: BirthDate::from_date(born, date(2026, 11, 24)).unwrap(),
        is_representative: false,
    }
}

/// Two administrators, everything typed by hand: the case of the drawings.
pub fn connection(environment: Environment) -> Connection {
    let mut mette =
        administrator("Mette Lindegaard Krogh", "mette@nordlys.example", date(1981, 3, 14));
    mette.is_representative = true;
    let soren = administrator("Søren Thorup Winther", "soren@nordlys.example", date(1987, 11, 30));
    let typed = Some(Source::Typed);
    Connection {
        organisation: Organisation {
            cvr: CvrNumber::parse(CVR).unwrap(),
            name: "Nordlys Tømrer & Snedker ApS".into(),
            address: vec![],
            form_code: 80,
            form: "Anpartsselskab".into(),
            status: Status::Uncertain,
            status_text: String::new(),
            candidates: vec![],
            signing_rule: None,
            looked_up: at("2026-11-24T13:05:00Z"),
            origins: Origins { name: typed, form: typed, ..Origins::default() },
            left_out: vec![],
        },
        representative: Representative {
            name: PersonName::parse("Mette Lindegaard Krogh").unwrap(),
            title: "direktør".into(),
            email: EmailAddress::parse("mette@nordlys.example").unwrap(),
        },
        administrators: vec![mette, soren],
        terms: TermsShown {
            title: CURRENT.title.into(),
            published: CURRENT.published,
            summary_shown: None,
            official: Some(OfficialText {
                opened: at("2026-11-24T13:20:00Z"),
                address: match environment {
                    Environment::Practice => "http://127.0.0.1:43117/vilkaar".into(),
                    Environment::Live => CURRENT.address.into(),
                },
            }),
        },
        reporter: None,
        enclosed: vec![],
    }
}

impl GuidedCase {
    /// Concluded, as was stated, with the signed mail in the case.
    pub fn usual(environment: Environment, language: Language) -> Self {
        let mut case = Self::without_mail(environment, language);
        case.take(&receipt_mail(CVR), "Kvittering.eml");
        case
    }

    /// Concluded, as was stated.
    pub fn without_mail(environment: Environment, language: Language) -> Self {
        let mut case = Self::begun(environment, language);
        case.state(Outcome::Concluded { on: date(2026, 11, 24) }, "2026-11-24T14:12:00Z");
        case
    }

    fn begun(environment: Environment, language: Language) -> Self {
        let connection = connection(environment);
        // What an earlier version of the answers held is in no record.
        let draft = Draft {
            typed: TypedOrganisation { name: "Et andet navn".into(), ..Default::default() },
            ..Draft::of(&connection)
        };
        let screen = |id: &str| ScreenId(id.into());
        let guided = Guided {
            connection,
            basis: Basis::Own(Box::new(draft)),
            role: Role::Representative,
            visit: Visit {
                since: at("2026-11-24T13:52:00Z"),
                screen: screen("organisation"),
                seen: ["start", "login", "organisation"].map(screen).into(),
            },
            earlier: 0,
        };
        let note = ScreenNote {
            screen: screen("login"),
            text: "Bodil Fjernet Holm stod der".into(),
            at: Some(at("2026-11-24T13:55:00Z")),
            guide: None,
        };
        let case = Case {
            id: CaseId("9f3c0a6b5d7e41f2a8c4b6d2e0f19375".into()),
            environment,
            created: at("2026-11-24T13:00:00Z"),
            changed: at("2026-11-24T14:12:00Z"),
            stage: Stage::Guided(Box::new(guided)),
            problem: None,
            discarded_approvals: vec![],
            history: History { notes: vec![note], ..History::default() },
        };
        Self { case, receipt: None, mails: vec![], language }
    }

    /// Another outcome is stated.
    pub fn state(&mut self, outcome: Outcome, when: &str) {
        let by = Role::Representative;
        self.case.history.stated.push(Stated { outcome, at: at(when), by });
    }

    /// A correction of what was stated before.
    pub fn correct(&mut self) {
        let reason = Reason { rule: None, words: "Kreditoroplysninger".into() };
        let outcome = Outcome::Rejected { on: date(2026, 11, 26), reason };
        self.state(outcome, "2026-11-27T08:00:00Z");
    }

    /// Somebody is said to be set up.
    pub fn tick(&mut self, email: &str, done: bool, when: &str) {
        let administrator = EmailAddress::parse(email).unwrap();
        self.case.history.set_up.push(SetUpTick { administrator, place: None, done, at: at(when) });
    }

    /// A mail is taken in, with practice's key as the DNS would show it.
    pub fn take(&mut self, bytes: &[u8], name: &str) {
        let keys = vec![key()];
        let connection = self.case.connection().unwrap();
        let organisation = &connection.organisation;
        let of = official::Organisation { cvr: organisation.cvr, name: &organisation.name };
        let read = official::reading(bytes, of, self.case.environment, &keys).unwrap();
        self.case.history.mails.push(OfficialMail {
            sha256: sha256(bytes),
            name: name.into(),
            size: bytes.len() as u64,
            format: read.format,
            sent: read.sent,
            taken: at("2026-11-24T14:20:00Z"),
            belonging: read.belonging,
            signature: read.signature.signature,
            keys,
            removed: None,
        });
        self.mails.push(bytes.to_vec());
    }

    /// Something is stated of the agreement.
    pub fn agree(&mut self, event: AgreementEvent, when: &str) {
        self.case.history.agreement.push(StatedEvent { event, at: at(when) });
    }

    /// What is known in the first days.
    pub fn facts(&self) -> Facts {
        self.facts_on(date(2026, 11, 27))
    }

    /// What is known on a day.
    pub fn facts_on(&self, day: Date) -> Facts {
        Facts::of(&self.case, self.receipt, day).unwrap()
    }

    /// The record with number 12.
    pub fn data(&self) -> RecordData {
        self.data_with(self.facts())
    }

    /// The record with number 12 that says this.
    pub fn data_with(&self, facts: Facts) -> RecordData {
        let newest = Link {
            number: 11,
            previous: Some([0x5a; 32]),
            case: CaseId("0".repeat(32)),
            bundle_sha256: [0x5b; 32],
        };
        let made = at("2026-11-24T14:21:00Z");
        RecordData::new(Place::after(Some(&newest), vec![7, 9], made).unwrap(), facts)
    }

    pub fn pdf(&self) -> Vec<u8> {
        self.pdf_of(&self.data(), &self.mails)
    }

    pub fn pdf_of(&self, data: &RecordData, mails: &[Vec<u8>]) -> Vec<u8> {
        receipt::record::pdf(&Record { data, mails, language: self.language }).unwrap()
    }
}

/// Practice's key, as it was seen.
pub fn key() -> SeenKey {
    SeenKey {
        name: KeyName::new(practice::MAIL_DOMAIN, practice::MAIL_SELECTOR),
        at: at("2026-11-24T14:20:30Z"),
        found: Found::Record(practice::MAIL_KEY_RECORD.trim().to_owned()),
        authenticated: false,
    }
}

/// A mail that practice signed, about an organisation.
pub fn receipt_mail(cvr: &str) -> Vec<u8> {
    let mail = format!(
        "From: Kvittering <kvittering@{}>\r\nTo: mette@nordlys.example\r\n\
         Subject: Kvittering for tilslutning\r\nDate: Tue, 24 Nov 2026 15:13:00 +0100\r\n\
         Message-ID: <1@mitid-erhverv.example>\r\nMIME-Version: 1.0\r\n\
         Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n\
         Organisationen med CVR-nummer {cvr} er tilsluttet.\r\n",
        practice::MAIL_DOMAIN
    );
    practice::signed_mail(mail.as_bytes(), at("2026-11-24T14:13:00Z")).unwrap()
}
