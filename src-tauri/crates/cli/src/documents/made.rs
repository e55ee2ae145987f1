//! Which documents a case gives, each made or with the reason why not.

use crate::proof::Proof;
use crate::today::Moment;
use crate::words::words;
use domain::approver::Approver;
use domain::case::{Approved, Case as ApprovedCase, Delivery, Stage, Token};
use domain::connection::Connection;
use domain::draft::Draft;
use domain::preflight::{Facts, documents_needed};
use domain::timeline::timeline;
use domain::{Environment, Language};
use receipt::{Administrators, BoardOverview, Checklist, HandOverSheet, Timeline};
use serde::Serialize;

/// What documents are made of.
pub struct Case<'a> {
    /// Practice or live.
    pub environment: Environment,
    /// The language they are written in.
    pub language: Language,
    /// The answers.
    pub draft: &'a Draft,
    /// What is known beside them.
    pub facts: Facts<'a>,
    /// The approval, when its evidence was given.
    pub proof: Option<&'a Proof>,
    /// The day they are made.
    pub today: Moment,
}

/// The documents of a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// The set-up checklist.
    Checklist,
    /// The board overview.
    BoardOverview,
    /// The hand-over sheet.
    HandOverSheet,
    /// The summary of the appointed administrators.
    Administrators,
    /// The page of one of them.
    AdministratorSheet,
    /// The timeline of administrators.
    Timeline,
}

/// Why a document is not made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Without {
    /// The case needs none.
    NotNeeded,
    /// The organisation is not known.
    NoOrganisation,
    /// The representative prepares the case, so it is not handed over.
    NoReporter,
    /// Answers are missing; `preflight` says which.
    Incomplete,
    /// The evidence of the approval was not given.
    NoEvidence,
    /// The evidence is about another organisation or of the other environment.
    OtherCase,
    /// The program is damaged.
    NotMade,
    /// The file is there already, or could not be written.
    NotWritten,
}

words! {
    Kind {
        Checklist = "checklist",
        BoardOverview = "board-overview",
        HandOverSheet = "hand-over-sheet",
        Administrators = "administrators",
        AdministratorSheet = "administrator-sheet",
        Timeline = "timeline",
    }
    Without {
        NotNeeded = "not-needed",
        NoOrganisation = "no-organisation",
        NoReporter = "no-reporter",
        Incomplete = "incomplete",
        NoEvidence = "no-evidence",
        OtherCase = "other-case",
        NotMade = "not-made",
        NotWritten = "not-written",
    }
}

/// A document, or why there is none.
pub enum Made {
    /// The document with the name of its file.
    Document {
        /// Good on every system.
        name: String,
        /// The file.
        pdf: Vec<u8>,
    },
    /// There is none.
    Without(Without),
}

impl Kind {
    /// Those that only an approval gives.
    const OF_AN_APPROVAL: [Self; 3] =
        [Self::Administrators, Self::AdministratorSheet, Self::Timeline];
}

/// Every document, in the order in which they are used.
pub fn every(case: &Case<'_>) -> Vec<(Kind, Made)> {
    let mut made = vec![
        (Kind::Checklist, checklist(case)),
        (Kind::BoardOverview, board_overview(case)),
        (Kind::HandOverSheet, hand_over_sheet(case)),
    ];
    made.extend(of_approval(case));
    made
}

fn document(name: String, pdf: Result<Vec<u8>, receipt::Error>) -> Made {
    match pdf {
        Ok(pdf) => Made::Document { name, pdf },
        Err(receipt::Error::Unproven) => Made::Without(Without::OtherCase),
        Err(receipt::Error::NotMade | receipt::Error::TooLarge) => Made::Without(Without::NotMade),
    }
}

fn checklist(case: &Case<'_>) -> Made {
    let Case { environment, language, draft, facts, today, .. } = *case;
    let checklist = Checklist { environment, language, draft, facts, on: today.day };
    document(receipt::checklist_file_name(&checklist), receipt::checklist(&checklist))
}

fn board_overview(case: &Case<'_>) -> Made {
    let Case { environment, language, draft, facts, today, .. } = *case;
    let needed = || {
        documents_needed(draft, &facts, today.day)
            .iter()
            .any(|need| need.document.id == "board-overview")
    };
    if draft.board.is_empty() && !needed() {
        return Made::Without(Without::NotNeeded);
    }
    let Some(organisation) = draft.organisation() else {
        return Made::Without(Without::NoOrganisation);
    };
    let overview =
        BoardOverview { environment, language, organisation, members: &draft.board, on: today.day };
    document(receipt::board_overview_file_name(&overview), receipt::board_overview(&overview))
}

fn hand_over_sheet(case: &Case<'_>) -> Made {
    let Case { environment, language, draft, today, .. } = *case;
    if draft.role == Some(domain::draft::Role::Representative) {
        return Made::Without(Without::NoReporter);
    }
    let Ok(connection) = Connection::parse(draft, today.day) else {
        return Made::Without(Without::Incomplete);
    };
    let Some(reporter) = &connection.reporter else { return Made::Without(Without::NoReporter) };
    let sheet = HandOverSheet {
        environment,
        language,
        connection: &connection,
        reporter,
        file: None,
        written: None,
        on: today.day,
    };
    document(receipt::hand_over_sheet_file_name(&sheet), receipt::hand_over_sheet(&sheet))
}

/// What an approval gives, from what was approved and not from the answers of the case, which may
/// have changed since.
fn of_approval(case: &Case<'_>) -> Vec<(Kind, Made)> {
    let without = |why| Kind::OF_AN_APPROVAL.map(|kind| (kind, Made::Without(why))).into();
    let Some(proof) = case.proof else { return without(Without::NoEvidence) };
    let cvr = proof.connection.organisation.cvr;
    if proof.environment != case.environment
        || domain::cvr::CvrNumber::parse(&case.draft.cvr) != Ok(cvr)
    {
        return without(Without::OtherCase);
    }
    let Proof { environment, connection, evidence, .. } = proof;
    let all = Administrators {
        environment: *environment,
        language: case.language,
        case: &proof.case,
        connection,
        evidence,
        accepted: None,
        made: case.today.made,
    };
    let mut made = vec![(
        Kind::Administrators,
        document(receipt::administrators_file_name(&all), receipt::administrators(&all)),
    )];
    for index in 0..connection.administrators.len() {
        let pdf = receipt::administrator_sheet(&all, index)
            .and_then(|pdf| pdf.ok_or(receipt::Error::NotMade));
        made.push((
            Kind::AdministratorSheet,
            document(receipt::administrator_sheet_file_name(&all, index), pdf),
        ));
    }
    made.push((Kind::Timeline, timeline_of(case, proof)));
    made
}

fn timeline_of(case: &Case<'_>, proof: &Proof) -> Made {
    // What became of the delivery is not in the evidence.
    let delivery = Delivery::NotSent { id: Token(String::new()) };
    let approver = Approver::of(&proof.evidence, &proof.connection);
    let approved = Approved {
        connection: proof.connection.clone(),
        evidence: proof.evidence.clone(),
        approver,
        delivery,
        visit: None,
    };
    let at = proof.evidence.approved_at;
    let stage = Stage::Approved(Box::new(approved));
    let environment = proof.environment;
    let approved = ApprovedCase {
        id: proof.case.clone(),
        environment,
        created: at,
        changed: at,
        stage,
        problem: None,
        discarded_approvals: vec![],
        history: domain::case::History::default(),
    };
    let organisation = &proof.connection.organisation;
    let appointments = timeline([&approved], environment, organisation.cvr);
    let timeline = Timeline {
        environment,
        language: case.language,
        organisation,
        appointments: &appointments,
        on: case.today.day,
    };
    document(receipt::timeline_file_name(&timeline), receipt::timeline(&timeline))
}
