//! What the window may send, as JSON, and what the core makes of it. The shapes are the other side
//! of `ui/src/backend/contract.gen.ts`, so a change here is a change of the window.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use app::intent::{self as of, CaseIntent, CasesIntent, Navigation, ReceiptsIntent, Site};
use app::model::{Restores, Theme};
use app::route::ROWS;
use domain::approver::Explanation;
use domain::case::CaseId;
use domain::documents::DocumentId;
use domain::parts::Part;
use domain::summary::{CaseState, Direction, Query, SortBy};
use domain::{Language, Secret};
use serde_json::{Value, json};

fn read(sent: &Value) -> Result<app::Intent, String> {
    serde_json::from_value::<contract::Intent>(sent.clone())
        .map(Into::into)
        .map_err(|error| error.to_string())
}

fn in_case(intent: &Value) -> Value {
    json!({ "is": "case", "case": "c1", "intent": intent })
}

#[test]
fn each_group_reads_what_the_window_sends() {
    let id = || CaseId("c1".into());
    let hidden = || Secret::new("hemmelig".into());
    let go = |to: Value| json!({ "is": "navigation", "intent": to });
    let group = |name: &str, intent: Value| json!({ "is": name, "intent": intent });
    let case = |intent| app::Intent::Case(id(), intent);
    for (sent, meant) in [
        (go(json!({ "is": "aboutPractice" })), app::Intent::Navigation(Navigation::AboutPractice)),
        (
            go(json!({ "is": "part", "case": "c1", "part": "terms" })),
            app::Intent::Navigation(Navigation::Part(id(), Part::Terms)),
        ),
        (
            go(json!({ "is": "readProblem", "case": null })),
            app::Intent::Navigation(Navigation::ReadProblem(None)),
        ),
        (
            go(json!({ "is": "openSite", "site": "connection" })),
            app::Intent::Navigation(Navigation::OpenSite(Site::Connection)),
        ),
        (group("cases", json!({ "is": "begin" })), app::Intent::Cases(CasesIntent::Begin)),
        (
            group("cases", json!({ "is": "saveUnreadable", "case": "c1" })),
            app::Intent::Cases(CasesIntent::SaveUnreadable(id())),
        ),
        (in_case(&json!({ "is": "lookUp" })), case(CaseIntent::LookUp)),
        (
            in_case(&json!({ "is": "continue", "part": "need" })),
            case(CaseIntent::Continue(Part::Need)),
        ),
        (
            in_case(&json!({ "is": "chooseOrganisation", "cvr": "13748136" })),
            case(CaseIntent::ChooseOrganisation("13748136".into())),
        ),
        (
            in_case(
                &json!({ "is": "confirmDocument", "document": "d", "point": "p", "holds": true }),
            ),
            case(CaseIntent::ConfirmDocument {
                document: DocumentId("d".into()),
                point: "p".into(),
                holds: true,
            }),
        ),
        (
            in_case(&json!({ "is": "explainApprover", "explanation": "samePerson" })),
            case(CaseIntent::ExplainApprover(Some(Explanation::SamePerson))),
        ),
        (
            in_case(&json!({ "is": "handOver", "loggedIn": true })),
            case(CaseIntent::HandOver { logged_in: true }),
        ),
        (group("login", json!({ "is": "cancel" })), app::Intent::Login(of::LoginIntent::Cancel)),
        (
            group("handOver", json!({ "is": "open", "words": "hemmelig" })),
            app::Intent::HandOver(of::HandOverIntent::Open(hidden())),
        ),
        (
            group("receipts", json!({ "is": "list", "from": 60 })),
            app::Intent::Receipts(ReceiptsIntent::List { from: 60 }),
        ),
        (
            group("receipts", json!({ "is": "export", "from": "2026-01-01", "to": "2026-12-31" })),
            app::Intent::Receipts(ReceiptsIntent::Export {
                from: "2026-01-01".into(),
                to: "2026-12-31".into(),
            }),
        ),
        (
            group("receipts", json!({ "is": "setRetention", "years": 5, "yearEnds": 12 })),
            app::Intent::Receipts(ReceiptsIntent::SetRetention { years: 5, year_ends: 12 }),
        ),
        (
            group("receipts", json!({ "is": "print", "cases": ["c1"], "records": [7] })),
            app::Intent::Receipts(ReceiptsIntent::Print(vec![
                app::model::PaperId::Receipt(id()),
                app::model::PaperId::Record(7),
            ])),
        ),
        (
            group("verification", json!({ "is": "choose" })),
            app::Intent::Verification(of::VerificationIntent::Choose),
        ),
        (
            group("vault", json!({ "is": "goOn", "restore": true })),
            app::Intent::Vault(of::VaultIntent::GoOn(Restores::Yes)),
        ),
        (
            group("vault", json!({ "is": "unlockWithPassphrase", "passphrase": "hemmelig" })),
            app::Intent::Vault(of::VaultIntent::UnlockWithPassphrase(hidden())),
        ),
        (
            group(
                "vault",
                json!({ "is": "setPassphrase", "current": "hemmelig", "passphrase": "hemmelig" }),
            ),
            app::Intent::Vault(of::VaultIntent::SetPassphrase {
                current: Some(hidden()),
                new: hidden(),
            }),
        ),
        (
            group("vault", json!({ "is": "removePassphrase", "current": null })),
            app::Intent::Vault(of::VaultIntent::RemovePassphrase { current: None }),
        ),
        (
            group("vault", json!({ "is": "unlockWithBackup", "code": "hemmelig" })),
            app::Intent::Vault(of::VaultIntent::UnlockWithBackup(hidden())),
        ),
        (
            group("settings", json!({ "is": "setLanguage", "language": "english" })),
            app::Intent::Settings(of::SettingsIntent::SetLanguage(Language::English)),
        ),
        (
            group("settings", json!({ "is": "setTheme", "theme": "dark" })),
            app::Intent::Settings(of::SettingsIntent::SetTheme(Theme::Dark)),
        ),
        (
            group(
                "settings",
                json!({ "is": "keepRegisterKey", "user": "u", "secret": "hemmelig", "inTheOpen": false }),
            ),
            app::Intent::Settings(of::SettingsIntent::KeepRegisterKey {
                user: "u".into(),
                secret: hidden(),
                in_the_open: false,
            }),
        ),
    ] {
        assert_eq!(read(&sent), Ok(meant), "{sent}");
    }
}

#[test]
fn a_list_is_asked_for_by_words_states_and_order_and_the_core_says_how_many_rows() {
    let query = json!({
        "words": "bager", "states": ["unknown", "draft", "unknown"], "needsAttention": true,
        "sort": "deadline", "direction": "ascending", "from": 120,
    });
    let sent = json!({ "is": "cases", "intent": { "is": "list", "query": query } });
    let meant = Query {
        words: "bager".into(),
        states: vec![CaseState::Draft, CaseState::Unknown],
        needs_attention: true,
        sort: SortBy::Deadline,
        direction: Direction::Ascending,
        from: 120,
        limit: ROWS,
    };
    assert_eq!(read(&sent), Ok(app::Intent::Cases(CasesIntent::List(meant))));
}

#[test]
fn what_the_window_cannot_mean_is_refused() {
    for sent in [
        json!({ "is": "approve", "case": "c1" }),
        json!({ "is": "case", "intent": { "is": "approve" } }),
        json!({ "is": "case", "case": "c1", "intent": { "is": "continue", "part": "need", "also": 1 } }),
        json!({ "is": "case", "case": "c1", "intent": { "is": "approve" }, "also": 1 }),
        json!({ "is": "case", "case": "c1", "intent": { "is": "continue", "part": "everything" } }),
        json!({ "is": "navigation", "intent": { "is": "begin" } }),
        json!({ "is": "receipts", "intent": { "is": "list", "from": -1 } }),
        json!({ "is": "cases", "intent": { "is": "list", "query": { "words": "" } } }),
    ] {
        assert!(read(&sent).is_err(), "{sent}");
    }
}

#[test]
fn what_is_too_long_for_a_field_is_cut_before_the_core_has_it() {
    let long = "æ".repeat(10_000);
    let answers = json!({ "of": "representative", "name": long, "title": "Direktør", "email": "", "hasMitid": "yes" });
    let Ok(app::Intent::Case(
        _,
        CaseIntent::Answer(app::Answers::Representative { name, title, .. }),
    )) = read(&in_case(&json!({ "is": "answer", "answers": answers })))
    else {
        panic!("answers")
    };
    assert_eq!((name.chars().count(), title.as_str()), (400, "Direktør"));

    let Ok(app::Intent::Case(_, CaseIntent::Search(words))) =
        read(&in_case(&json!({ "is": "search", "words": long })))
    else {
        panic!("search")
    };
    assert_eq!(words.chars().count(), 400);

    let member = json!({ "name": long, "function": "" });
    let board = json!({ "of": "board", "members": vec![member; 1000] });
    let Ok(app::Intent::Case(_, CaseIntent::Answer(app::Answers::Board(members)))) =
        read(&in_case(&json!({ "is": "answer", "answers": board })))
    else {
        panic!("board")
    };
    assert_eq!((members.len(), members[0].name.chars().count()), (100, 400));
}
