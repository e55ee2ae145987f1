//! Cases to make receipts of.

use domain::approver::{Approver, DiscardedApproval};
use domain::case::{Accepted, CaseId, Evidence, Level, Mail, MailKind, Token};
use domain::connection::{Administrator, Connection, Reporter, Representative};
use domain::cvr::CvrNumber;
use domain::organisation::{
    Candidate, HeldRole, Organisation, Origins, ParticipantKind, Source, Status,
};
use domain::person::{BirthDate, EmailAddress, PersonName};
use domain::terms::{CURRENT, OfficialText, TermsShown};
use domain::{Environment, Language, Timestamp};
use evidence::{ApprovalRequest, Authority, Check, CheckId, Outcome, Time, Verdict};
use jiff::civil::{Date, date};
use receipt::{Delivered, Link, Made, Receipt};
use sha2::{Digest as _, Sha256};

/// Everything that a receipt borrows.
pub struct Case {
    pub environment: Environment,
    pub language: Language,
    pub id: CaseId,
    pub connection: Connection,
    pub evidence: Evidence,
    pub verdict: Verdict,
    pub accepted: Option<Accepted>,
    pub link: Link,
    pub case_json: Vec<u8>,
    pub approver: Option<Approver>,
    pub discarded_approvals: Vec<DiscardedApproval>,
}

pub fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

pub fn name(text: &str) -> PersonName {
    PersonName::parse(text).unwrap()
}

pub fn email(text: &str) -> EmailAddress {
    EmailAddress::parse(text).unwrap()
}

pub fn administrator(who: &str, mail: &str, born: Date) -> Administrator {
    let born = BirthDate::from_date(born, date(2026, 11, 24)).unwrap();
    Administrator { name: name(who), email: email(mail), born, is_representative: false }
}

impl Case {
    /// Two administrators, a reporter, delivered: the case of the drawings.
    pub fn usual(environment: Environment, language: Language) -> Self {
        let mut mette = administrator(
            "Mette Lindegaard Krogh",
            "mette@nordlystomrer.example",
            date(1981, 3, 14),
        );
        mette.is_representative = true;
        let soren = administrator(
            "Søren Thorup Winther",
            "soren@nordlystomrer.example",
            date(1987, 11, 30),
        );
        let connection = Connection {
            organisation: Organisation {
                cvr: CvrNumber::parse("13748136").unwrap(),
                name: "Nordlys Tømrer & Snedker ApS".into(),
                address: vec!["Ærøvej 12, 2. th.".into(), "8700 Horsens".into()],
                form_code: 80,
                form: "Anpartsselskab".into(),
                status: Status::Active,
                status_text: "NORMAL".into(),
                candidates: vec![Candidate {
                    unit: 4_000_123_456,
                    name: "Mette Lindegaard Krogh".into(),
                    roles: vec![HeldRole::new("LEDELSESORGAN", "Direktion", "DIREKTØR")],
                    kind: ParticipantKind::Person,
                }],
                signing_rule: Some("Selskabet tegnes af en direktør alene.".into()),
                looked_up: at("2026-11-24T13:21:00Z"),
                origins: Origins::all(Source::Virk),
                left_out: vec![],
            },
            representative: Representative {
                name: name("Mette Lindegaard Krogh"),
                title: "direktør".into(),
                email: email("mette@nordlystomrer.example"),
            },
            administrators: vec![mette, soren],
            terms: TermsShown {
                title: CURRENT.title.into(),
                published: CURRENT.published,
                summary_shown: Some(at("2026-11-24T13:35:00Z")),
                official: Some(OfficialText {
                    opened: at("2026-11-24T13:40:00Z"),
                    address: opened_at(environment).into(),
                }),
            },
            reporter: Some(Reporter {
                name: name("Jens Holm"),
                organisation: Some("Revision Holm ApS".into()),
                email: email("jens@revisionholm.example"),
            }),
            enclosed: vec![],
        };
        let mut case = Self::of(environment, language, connection);
        case.link = Link { number: 12, previous: Some([0x5a; 32]), ..case.link };
        case.deliver();
        case
    }

    /// A case about this connection, approved and not delivered.
    pub fn of(environment: Environment, language: Language, connection: Connection) -> Self {
        let id = CaseId("9f3c0a6b5d7e41f2a8c4b6d2e0f19375".into());
        let request = ApprovalRequest::of(&connection, environment, &id);
        let approved_at = at("2026-11-24T13:47:09Z");
        let detail = |id| match id {
            CheckId::RequestUnchanged => base16ct::lower::encode_string(&request.fingerprint()),
            CheckId::IssuerKnown => "http://127.0.0.1:43117/mitid".to_owned(),
            CheckId::TextShown => request.reference_text(),
            CheckId::LevelSubstantial => "urn:grn:authn:dk:mitid:substantial".into(),
            CheckId::OneTimeKey => "2AOOwCf5zVmoj2FIIE0BJvqaGGcvXmMmAuYCLd5OjgM".into(),
            CheckId::Time => approved_at.to_string(),
            _ => String::new(),
        };
        let verdict = Verdict {
            outcome: Outcome::Level(Level::B),
            checks: CheckId::ALL[..7]
                .iter()
                .map(|id| Check { id: *id, passed: Some(true), detail: detail(*id) })
                .collect(),
            approver: Some("Mette Lindegaard Krogh".into()),
            protected: false,
            clock_offset: None,
            approved_at: Some(approved_at),
            request: Some(request.clone()),
            time: Time::Claimed,
            uuid: None,
            authority: Authority::Untold,
        };
        let evidence = Evidence {
            bundle: b"{\"type\":\"tilslut/evidence/v1\"}".to_vec(),
            level: Level::B,
            approver: "Mette Lindegaard Krogh".into(),
            approved_at,
            control_code: request.control_code(),
            authority: domain::approver::Authority::Untold,
            clock_offset: None,
        };
        let bundle_sha256 = Sha256::digest(&evidence.bundle).into();
        let link = Link { number: 1, previous: None, case: id.clone(), bundle_sha256 };
        let case_json = b"{\"kind\":\"tilslut/case/v1\",\"name\":\"\xc3\x86r\xc3\xb8\"}\n".to_vec();
        Self {
            environment,
            language,
            id,
            connection,
            evidence,
            verdict,
            accepted: None,
            link,
            case_json,
            approver: None,
            discarded_approvals: vec![],
        }
    }

    /// The receiver has it, and has sent each administrator a link.
    pub fn deliver(&mut self) {
        let mail = |person: &Administrator| Mail {
            kind: MailKind::SetUpLink,
            to: person.email.as_str().to_owned(),
            at: at("2026-11-24T13:48:31Z"),
            subject: "Opsætning".into(),
            body: "…".into(),
        };
        self.accepted = Some(Accepted {
            id: Token("d1".into()),
            case_number: "2026-004711".into(),
            at: at("2026-11-24T13:48:30Z"),
            mails: self.connection.administrators.iter().map(mail).collect(),
        });
    }

    /// Changes what is approved, and the evidence with it.
    pub fn about(&self, change: impl FnOnce(&mut Connection)) -> Self {
        let mut connection = self.connection.clone();
        change(&mut connection);
        let mut case = Self::of(self.environment, self.language, connection);
        if self.accepted.is_some() {
            case.deliver();
        }
        case
    }

    pub fn receipt(&self) -> Receipt<'_> {
        Receipt {
            environment: self.environment,
            language: self.language,
            case: &self.id,
            connection: &self.connection,
            evidence: &self.evidence,
            approver: self.approver.as_ref(),
            discarded_approvals: &self.discarded_approvals,
            verdict: &self.verdict,
            delivery: self.accepted.as_ref().map_or(Delivered::NotConfirmed, Delivered::Accepted),
            made: Made::At(at("2026-11-24T13:49:00Z")),
            bundle: &self.evidence.bundle,
            case_json: &self.case_json,
            link: Some(&self.link),
        }
    }

    pub fn pdf(&self) -> Vec<u8> {
        receipt::pdf(&self.receipt()).unwrap()
    }
}

/// As many administrators.
pub fn many(count: usize) -> Vec<Administrator> {
    (1..=count)
        .map(|n| {
            administrator(
                &format!("Administrator Nummer {n} Sørensen"),
                &format!("admin{n}@boligforening.example"),
                date(1980, 1, 1),
            )
        })
        .collect()
}

/// The cases that are looked at, by name.
pub fn samples() -> Vec<(&'static str, Case)> {
    use Environment::{Live, Practice};
    use Language::{Danish, English};
    let usual = Case::usual(Practice, Danish);
    let long = usual.about(|connection| {
        connection.organisation.name =
            "Den Selvejende Institution Sankt Ansgars Kulturhistoriske Samlinger og Værksteder i Sønderjylland under konkurs F.M.B.A. "
                .repeat(2);
        connection.representative.title = "bestyrelsesformand, administrerende direktør og økonomiansvarlig for hele koncernen ".repeat(2);
        connection.administrators.push(administrator(
            &"Wolfeschlegelsteinhausenbergerdorff-Ægidiussen ".repeat(2),
            "wolfeschlegelsteinhausenbergerdorff.aegidiussen.overordentlig@kulturhistoriske-samlinger-i-soenderjylland.example",
            date(1955, 9, 30),
        ));
    });
    let hostile = usual.about(|connection| {
        connection.organisation.name = "株式会社 Ærø <b>&amp;</b> \u{202e}SpA\u{202c} 😀".into();
        connection.representative.title = "x".repeat(10_000);
    });
    let hebrew = usual.about(|connection| {
        connection.organisation.name = "שלום עולם ApS".into();
        connection.organisation.signing_rule =
            Some(format!("{} {}", "כל דירקטור לבדו, 2 או 3 ApS ".repeat(30), "ש".repeat(300)));
        connection.administrators.push(administrator(
            "נועה בת-שבע לוי",
            "noa@nordlystomrer.example",
            date(1990, 2, 28),
        ));
    });
    let mut waiting = usual.about(|_| {});
    waiting.accepted = None;
    let mut weak = Case::usual(Live, Danish);
    weak.verdict.outcome = Outcome::Level(Level::C);
    weak.verdict.approver = Some("Mette L. Krogh".into());
    weak.verdict
        .checks
        .iter_mut()
        .filter(|check| check.id == CheckId::TextShown)
        .for_each(|check| check.passed = None);
    vec![
        ("usual", Case::usual(Practice, Danish)),
        ("english", Case::usual(Practice, English)),
        ("live", Case::usual(Live, Danish)),
        ("live-english", Case::usual(Live, English)),
        ("forty", usual.about(|connection| connection.administrators = many(40))),
        ("long", long),
        ("hostile", hostile),
        ("hebrew", hebrew),
        ("waiting", waiting),
        ("weak", weak),
    ]
}

/// Where the official text was opened; in practice, practice's own.
fn opened_at(environment: Environment) -> &'static str {
    match environment {
        Environment::Practice => "http://127.0.0.1:43117/vilkaar",
        Environment::Live => CURRENT.address,
    }
}
