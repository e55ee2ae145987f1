//! Every legal move of a case, every refusal, and what no sequence of events can do.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod agreement;
mod any;
mod approved_outcome;
mod carried;
mod deleting;
mod delivery;
#[path = "../drafts/mod.rs"]
mod drafts;
mod guiding;
mod handing_over;
mod login;
mod never_lost;
mod preparing;
mod proof;
mod set_up;
mod stated;
mod used_again;

use domain::approver::{Authority, Explanation};
use domain::case::{
    Accepted, Basis, Case, CaseId, Delivery, DeliveryOutcome, Effect, Event, Evidence,
    HandOverFile, Level, Outcome, Purpose, Received, Refusal, ScreenId, Stage, Token, step,
};
use domain::connection::Connection;
use domain::control_code::ControlCode;
use domain::cvr::CvrNumber;
use domain::draft::{Draft, HandOverLogin, Role, TermsAnswers};
use domain::lookup::Lookup;
use domain::organisation::Status;
use domain::problem::Problem;
use domain::terms::{CURRENT, OfficialText};
use domain::{Answer, Environment, Secret, Timestamp};
use drafts::{CVR, attached, born, draft_of, drafting, go, later, now, organisation, whole};
use jiff::civil::date;
use proptest::prelude::*;

fn token(text: &str) -> Token {
    Token(text.into())
}

fn evidence() -> Box<Evidence> {
    Box::new(Evidence {
        bundle: b"{}".to_vec(),
        level: Level::B,
        approver: "Mette Lindegaard Krogh".into(),
        approved_at: now().at,
        control_code: ControlCode::from_hash(&[7; 32]),
        authority: Authority::Untold,
        clock_offset: None,
    })
}

fn accepted(id: &str) -> Accepted {
    Accepted {
        id: token(id),
        case_number: "PRØVE-2026-000147".into(),
        at: later().at,
        mails: vec![],
    }
}

fn prepared() -> Box<Connection> {
    Box::new(Connection::parse(&whole(Role::Reporter), now().today).unwrap())
}

fn approving() -> Case {
    go(&drafting(whole(Role::Representative)), Event::ApprovalAsked { attempt: token("one") }).0
}

fn approved() -> Case {
    go(
        &approving(),
        Event::LoginEnded { attempt: token("one"), outcome: Ok(evidence()), delivery: token("d") },
    )
    .0
}

fn delivery_of(case: &Case) -> &Delivery {
    match &case.stage {
        Stage::Approved(approved) => &approved.delivery,
        other => panic!("not approved: {other:?}"),
    }
}

fn opening() -> Event {
    Event::TermsOpened { address: CURRENT.address.into() }
}

fn file(path: &str, word: &str) -> HandOverFile {
    HandOverFile { path: path.into(), words: vec![Secret::new(word.into())] }
}
