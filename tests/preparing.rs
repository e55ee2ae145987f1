//! Preparing a case beyond the straight way: by hand, by name, with documents that are handed over
//! with it, and what the rules say of it. Through the shell library, against the practice register,
//! over real sockets.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod support;

use contract::answers::{
    AnswerName, Answers, Board, BoardMember, Organisation, Representative, RoleName,
};
use contract::pages::{Listing, Login, Lookup, Needed, SourceName};
use contract::preflight::{SeverityName, VerdictName};
use contract::{CaseIntent, CasesIntent, Intent, LoginIntent, Navigation, Page, PartName, View};
use sha2::{Digest as _, Sha256};
use shell::documents;
use std::path::PathBuf;
use support::{
    Installation, NORDLYS, Tilslut, administrators, answer_at_the_broker, at_the_broker, found,
    organisation,
};

/// An association whose board is in CVR and which has no registered association representative.
const WITHOUT_REPRESENTATIVE: &str = "91951762";
/// A number that the practice register answers as if it were down.
const DOWN: &str = "97015392";

fn begun(tilslut: &Tilslut) -> String {
    tilslut.send(Intent::Cases { intent: CasesIntent::Begin });
    let case = tilslut.case();
    tilslut.go(Navigation::Part { case: case.clone(), part: PartName::Organisation });
    case
}

fn verdict(view: &View) -> VerdictName {
    view.preflight.as_ref().expect("a draft is open").verdict
}

fn rules(view: &View, severity: SeverityName) -> Vec<&str> {
    view.preflight
        .iter()
        .flat_map(|p| &p.findings)
        .filter(|f| f.severity == severity)
        .map(|f| f.rule.as_str())
        .collect()
}

fn needed(view: &View) -> &[Needed] {
    match &view.page {
        Page::Documents { needed, .. } => needed,
        page => panic!("not the documents: {page:?}"),
    }
}

fn png() -> Vec<u8> {
    [include_bytes!("window/passport.png").as_slice(), b"Kanariebillede"].concat()
}

#[test]
fn a_second_case_of_an_organisation_is_told_of_the_first() {
    let tilslut = Installation::new().start();
    let others = |view: &View| match &view.page {
        Page::Organisation { others, .. } => {
            others.iter().map(|it| it.case.clone()).collect::<Vec<_>>()
        }
        page => panic!("not the organisation: {page:?}"),
    };
    let typed = |case: &str, number: &str| {
        let answers = organisation(number, Some(RoleName::Representative));
        tilslut.answer(case, Answers::Organisation(answers))
    };
    let first = begun(&tilslut);
    assert_eq!(others(&typed(&first, NORDLYS)), Vec::<String>::new(), "it is no other of itself");
    let second = begun(&tilslut);
    assert_eq!(others(&typed(&second, WITHOUT_REPRESENTATIVE)), Vec::<String>::new());
    assert_eq!(others(&typed(&second, NORDLYS)), std::slice::from_ref(&first));
    tilslut.go(Navigation::Case { case: first });
    let back = tilslut.go(Navigation::Part { case: second, part: PartName::Organisation });
    assert_eq!(others(&back).len(), 1, "told again on the page");
}

/// Without a register the outlook rests on what the person reads in CVR.
#[test]
fn by_hand_the_outlook_is_settled_by_what_the_person_says_that_cvr_says() {
    let tilslut = Installation::new().start_live(None);
    let case = begun(&tilslut);
    let typed = Organisation {
        by_hand: true,
        typed_name: "Skovgaard Snedkeri ApS".into(),
        typed_form: Some(80),
        typed_status: "AKTIV".into(),
        ..organisation(NORDLYS, Some(RoleName::Representative))
    };
    tilslut.answer(&case, Answers::Organisation(typed));
    let part = PartName::Representative;
    let view = tilslut.go(Navigation::Part { case: case.clone(), part });
    assert!(matches!(&view.page, Page::Representative { asks_in_cvr: Some(_), .. }));
    let said = |in_cvr| {
        let representative = Representative {
            name: "Mette Kanariefugl Krogh".into(),
            title: "direktør".into(),
            email: "mette@kanariefugl.example".into(),
            has_mitid: Some(AnswerName::Yes),
            in_cvr,
        };
        verdict(&tilslut.answer(&case, Answers::Representative(representative)))
    };
    tilslut.answer(&case, Answers::Administrators(administrators()));
    assert_eq!(said(None), VerdictName::Open);
    assert_eq!(said(Some(AnswerName::No)), VerdictName::Documents);
    let documents = tilslut.go(Navigation::Part { case: case.clone(), part: PartName::Documents });
    assert!(needed(&documents).iter().any(|document| document.required));
    assert_eq!(said(Some(AnswerName::Yes)), VerdictName::Automatic);
}

#[test]
fn by_hand_an_organisation_without_a_name_is_not_passed() {
    let tilslut = Installation::new().start_live(None);
    let case = begun(&tilslut);
    let number = organisation(NORDLYS, Some(RoleName::Representative));
    tilslut.answer(&case, Answers::Organisation(number));
    let part = PartName::Organisation;
    tilslut.send(Intent::Case { case, intent: CaseIntent::Continue { part } });
    assert_eq!(tilslut.problem_at("typed.name").as_deref(), Some("name-missing"));
    assert_eq!(tilslut.problem_at("typed.form").as_deref(), Some("answer-missing"));
}

#[test]
fn a_whole_case_of_an_ordinary_company_can_be_connected_automatically() {
    let tilslut = Installation::new().start();
    let case = tilslut.prepare(NORDLYS, "Mette Lindegaard Krogh", RoleName::Representative);
    let view = tilslut.go(Navigation::Case { case: case.clone() });
    assert_eq!(verdict(&view), VerdictName::Automatic, "{:#?}", view.preflight);
    assert!(view.preflight.as_ref().unwrap().in_favour.len() >= 3);
    assert!(
        rules(&view, SeverityName::Stops).is_empty()
            && rules(&view, SeverityName::Documents).is_empty()
    );
    let Page::Tasks { tasks, .. } = &view.page else { panic!("the tasks") };
    assert!(
        tasks.iter().all(|task| task.part != Some(PartName::Documents)),
        "no documents, no task"
    );
    let Page::Rules { rules } = tilslut.go(Navigation::Rules { case }).page else {
        panic!("the rules")
    };
    assert!(rules.len() >= 40 && rules.iter().all(|rule| !rule.sources.is_empty()));
}

#[test]
fn without_a_register_the_person_types_and_a_later_answer_takes_its_place() {
    let tilslut = Installation::new().start();
    let case = begun(&tilslut);
    let by_hand = |cvr: &str, by_hand| {
        let answers = Organisation {
            by_hand,
            typed_name: "Kanariefugl ApS".into(),
            typed_form: Some(80),
            ..organisation(cvr, Some(RoleName::Representative))
        };
        Answers::Organisation(answers)
    };
    tilslut.answer(&case, by_hand(DOWN, false));
    tilslut.wait("the register", |view| {
        matches!(&view.page, Page::Organisation { lookup: Lookup::Failed { .. }, .. })
    });
    let view = tilslut.answer(&case, by_hand(DOWN, true));
    let Page::Organisation { lookup: Lookup::Typed { organisation }, forms, .. } = &view.page
    else {
        panic!("typed: {view:#?}")
    };
    assert_eq!(
        (organisation.name.as_str(), organisation.form.as_str()),
        ("Kanariefugl ApS", "Anpartsselskab (ApS)")
    );
    assert_eq!((organisation.source, organisation.tells_management), (SourceName::Typed, false));
    assert!(forms.len() > 40);
    assert_ne!(verdict(&view), VerdictName::Automatic, "nobody has said who may represent it");
    tilslut.proceed(&case, PartName::Organisation);

    tilslut.go(Navigation::Part { case: case.clone(), part: PartName::Organisation });
    tilslut.answer(&case, by_hand(NORDLYS, true));
    tilslut.send(Intent::Case { case: case.clone(), intent: CaseIntent::LookUp });
    let view = tilslut.wait("the register", |view| found(view).is_some());
    assert_eq!(found(&view).unwrap().source, SourceName::Practice);
    let Page::Organisation { answers, .. } = &view.page else { panic!("organisation") };
    assert!(
        !answers.by_hand && answers.typed_name == "Kanariefugl ApS",
        "what was typed stays, and counts no more"
    );
}

#[test]
fn an_organisation_is_found_by_its_name_page_by_page() {
    let tilslut = Installation::new().start();
    let case = begun(&tilslut);
    let search = |view: &View| match &view.page {
        Page::Organisation { search: Some(search), .. } => Some(search.clone()),
        _ => None,
    };
    let ended = |view: &View| search(view).is_some_and(|search| !search.asking);
    tilslut.send(Intent::Case {
        case: case.clone(),
        intent: CaseIntent::Search { words: "prøve".into() },
    });
    let first = search(&tilslut.wait("the first page", ended)).unwrap();
    assert!(first.more && !first.hits.is_empty());
    tilslut.send(Intent::Case { case: case.clone(), intent: CaseIntent::SearchMore });
    let second = search(&tilslut.wait("the second page", |view| {
        ended(view) && search(view).unwrap().hits.len() > first.hits.len()
    }))
    .unwrap();
    assert_eq!(second.hits[..first.hits.len()], first.hits[..]);

    tilslut.send(Intent::Case {
        case: case.clone(),
        intent: CaseIntent::Search { words: "NORDLYS tomrer".into() },
    });
    let nordlys = search(&tilslut.wait("Nordlys", ended)).unwrap();
    assert_eq!(nordlys.hits.iter().map(|found| found.cvr.as_str()).collect::<Vec<_>>(), [NORDLYS]);
    tilslut.send(Intent::Case {
        case,
        intent: CaseIntent::ChooseOrganisation { cvr: NORDLYS.into() },
    });
    let view = tilslut.wait("the register", |view| found(view).is_some());
    assert!(search(&view).is_none());
}

#[test]
fn documents_are_attached_confirmed_kept_encrypted_and_shown() {
    let machine = Installation::new();
    let tilslut = machine.start();
    let case =
        tilslut.prepare(WITHOUT_REPRESENTATIVE, "Nobody Whom CVR Knows", RoleName::Representative);
    let view = tilslut.go(Navigation::Part { case: case.clone(), part: PartName::Documents });
    assert_eq!(verdict(&view), VerdictName::Documents);
    assert!(!rules(&view, SeverityName::Documents).is_empty());
    let kinds: Vec<String> = needed(&view).iter().map(|needed| needed.kind.clone()).collect();
    assert!(
        kinds.len() > 1
            && needed(&view).iter().all(|needed| !needed.done && !needed.points.is_empty())
    );
    let Page::Documents { expected: Some(expected), .. } = &view.page else {
        panic!("an answer is expected some day")
    };
    assert!(expected.early <= expected.latest);

    let folder = tempfile::tempdir().unwrap();
    let file = |name: &str, bytes: &[u8]| -> PathBuf {
        let path = folder.path().join(name);
        std::fs::write(&path, bytes).unwrap();
        path
    };
    let attach = |path: PathBuf| {
        tilslut.will_choose(path);
        tilslut.send(Intent::Case {
            case: case.clone(),
            intent: CaseIntent::AttachDocument { kind: kinds[0].clone() },
        });
    };
    for (path, code) in [
        (file("pas.docx", b"PK\x03\x04"), "document-kind"),
        (file("pas.pdf", &vec![b'%'; 10 * 1024 * 1024 + 1]), "document-too-large"),
        (folder.path().join("missing.pdf"), "document-unreadable"),
    ] {
        attach(path);
        tilslut.wait(code, |view| view.problem.as_deref() == Some(code));
        tilslut.send(Intent::Navigation { intent: Navigation::ReadProblem { case: None } });
    }

    attach(file("Kanariepas.png", &png()));
    let view = tilslut.wait("the document", |view| !needed(view)[0].attached.is_empty());
    let attached = needed(&view)[0].attached[0].clone();
    assert_eq!((attached.name.as_str(), attached.confirmed.len()), ("Kanariepas.png", 0));
    for point in &needed(&view)[0].points {
        let confirm = Intent::Case {
            case: case.clone(),
            intent: CaseIntent::ConfirmDocument {
                document: attached.id.clone(),
                point: point.id.clone(),
                holds: true,
            },
        };
        tilslut.send(confirm);
    }
    assert!(needed(&tilslut.view())[0].done);
    assert!(documents::picture(&tilslut.engine, &attached.id).is_some(), "shown in place");
    assert_eq!(documents::picture(&tilslut.engine, "00"), None);
    tilslut.send(Intent::Case {
        case: case.clone(),
        intent: CaseIntent::ShowDocument { document: attached.id.clone() },
    });
    let opened = tilslut.shown_file();
    assert_eq!(std::fs::read(&opened).unwrap(), png());
    assert_eq!(opened.extension().unwrap(), "png");

    tilslut.go(Navigation::Cases);
    assert_eq!(documents::picture(&tilslut.engine, &attached.id), None, "not from another page");
    tilslut.close();
    let on_disk = machine.bytes_on_disk();
    assert!(
        !on_disk.windows(14).any(|bytes| bytes == b"Kanariebillede")
            && !on_disk.windows(9).any(|bytes| bytes == b"Kanariepas")
    );

    let again = machine.start();
    let view = again.go(Navigation::Part { case: case.clone(), part: PartName::Documents });
    assert_eq!(needed(&view)[0].attached, [needed_file(&view)]);
    assert!(documents::picture(&again.engine, &attached.id).is_some(), "there after a restart");
    again.send(Intent::Case {
        case,
        intent: CaseIntent::RemoveDocument { document: attached.id.clone() },
    });
    assert!(needed(&again.view())[0].attached.is_empty());
    assert_eq!(documents::picture(&again.engine, &attached.id), None);
}

fn needed_file(view: &View) -> contract::pages::File {
    needed(view)[0].attached[0].clone()
}

/// The name of an enclosed document on every machine.
fn id_of(bytes: &[u8]) -> String {
    base16ct::lower::encode_string(&Sha256::digest(bytes))
}

fn is_shown(tilslut: &Tilslut, bytes: &[u8]) -> bool {
    documents::picture(&tilslut.engine, &id_of(bytes)).is_some()
}

/// Attaches a file as the first document that is needed.
fn attach(tilslut: &Tilslut, case: &str, file: PathBuf) -> contract::pages::File {
    let view = tilslut.go(Navigation::Part { case: case.into(), part: PartName::Documents });
    let (kind, before) = (needed(&view)[0].kind.clone(), needed(&view)[0].attached.len());
    tilslut.will_choose(file);
    tilslut.send(Intent::Case { case: case.into(), intent: CaseIntent::AttachDocument { kind } });
    let view = tilslut.wait("the document", |view| needed(view)[0].attached.len() > before);
    needed(&view)[0].attached[before].clone()
}

fn opened_elsewhere(tilslut: &Tilslut, case: &str, bytes: &[u8]) -> (Vec<u8>, String) {
    tilslut.send(Intent::Case {
        case: case.into(),
        intent: CaseIntent::ShowDocument { document: id_of(bytes) },
    });
    let path = tilslut.shown_file();
    (std::fs::read(&path).unwrap(), path.extension().unwrap().to_string_lossy().into_owned())
}

#[test]
fn documents_travel_with_their_case_and_are_seen_before_it_is_approved() {
    let (office, home, folder) =
        (Installation::new(), Installation::new(), tempfile::tempdir().unwrap());
    let pdf = [b"%PDF-1.7\n".as_slice(), &[b'K'; 300_000]].concat();
    let file = |name: &str, bytes: &[u8]| {
        let path = folder.path().join(name);
        std::fs::write(&path, bytes).unwrap();
        path
    };
    let reporter = office.start();
    let case = reporter.prepare(WITHOUT_REPRESENTATIVE, "Bente Rask Olesen", RoleName::Reporter);
    let first = attach(&reporter, &case, file("Kanariepas.png", &png()));
    attach(&reporter, &case, file("Kanariereferat.pdf", &pdf));
    let handed_over = folder.path().join("1.tilslut");
    let words = reporter.hand_over(&case, &handed_over);
    assert!(is_shown(&reporter, &png()), "the reporter sees it still");
    let sealed = std::fs::read(&handed_over).unwrap();
    assert!((300_000..320_000).contains(&sealed.len()), "the bytes as they are: {}", sealed.len());

    let representative = home.start();
    representative.open_hand_over(&file("damaged.tilslut", &sealed[..200_000]), &words);
    let view = representative.wait("the damage to be told", |view| {
        view.problem.as_deref() == Some("handover-unreadable")
    });
    assert_eq!(view.case_count, 0, "nothing is kept of it");
    representative.open_hand_over(&handed_over, &words);
    let id = representative
        .wait("the case", |view| matches!(view.page, Page::Review { .. }))
        .case
        .unwrap()
        .id;
    assert!(is_shown(&representative, &png()), "shown in place");
    assert_eq!(opened_elsewhere(&representative, &id, &pdf), (pdf.clone(), "pdf".into()));
    assert_eq!(opened_elsewhere(&representative, &id, &png()), (png(), "png".into()));
    representative.send(Intent::Case {
        case: id.clone(),
        intent: CaseIntent::ShowDocument { document: first.id.clone() },
    });
    assert_eq!(
        representative.view().problem.as_deref(),
        Some("not-allowed-here"),
        "the reporter's own name for it"
    );

    let corrected = [png(), b", rettet".to_vec()].concat();
    reporter.send(Intent::Case { case: case.clone(), intent: CaseIntent::TakeBack });
    reporter.send(Intent::Case {
        case: case.clone(),
        intent: CaseIntent::RemoveDocument { document: first.id },
    });
    attach(&reporter, &case, file("Kanariepas 2.png", &corrected));
    let handed_over = folder.path().join("2.tilslut");
    let words = reporter.hand_over(&case, &handed_over);
    representative.open_hand_over(&handed_over, &words);
    representative
        .wait("the newer case", |view| view.problem.as_deref() == Some("handover-changed"));
    assert_eq!(
        (is_shown(&representative, &png()), is_shown(&representative, &corrected)),
        (false, true)
    );

    representative.open_terms(&id);
    representative
        .send(Intent::Case { case: id.clone(), intent: CaseIntent::AcceptTerms { tick: true } });
    representative.approve_as(&id, "bente");
    representative.delivered();
    representative.close();
    let on_disk = home.bytes_on_disk();
    assert!(!on_disk.windows(14).any(|bytes| bytes == b"Kanariebillede" || bytes == [b'K'; 14]));

    let later = home.start();
    later.go(Navigation::Case { case: id.clone() });
    assert!(is_shown(&later, &corrected), "kept with what was approved");
    assert_eq!(opened_elsewhere(&later, &id, &pdf).0, pdf);
}

#[test]
fn the_board_overview_is_filled_in_and_opened_for_printing() {
    let tilslut = Installation::new().start();
    let case =
        tilslut.prepare(WITHOUT_REPRESENTATIVE, "Nobody Whom CVR Knows", RoleName::Representative);
    tilslut.go(Navigation::Part { case: case.clone(), part: PartName::Documents });
    let member =
        |name: &str, function: &str| BoardMember { name: name.into(), function: function.into() };
    let members = vec![member("Åse Kanariefugl", "Formand"), member("", "")];
    let view = tilslut.answer(&case, Answers::Board(Board { members: members.clone() }));
    let Page::Documents { board, .. } = &view.page else { panic!("the documents") };
    assert_eq!(*board, members);
    tilslut.send(Intent::Case { case, intent: CaseIntent::ShowBoard });
    let opened = tilslut.shown_file();
    assert!(std::fs::read(&opened).unwrap().starts_with(b"%PDF-"));
    assert!(opened.file_name().unwrap().to_string_lossy().ends_with("bestyrelsesoversigt.pdf"));
}

fn listing(view: &View) -> &Listing {
    match &view.page {
        Page::Organisation { listing, .. } => listing,
        page => panic!("not the organisation: {page:?}"),
    }
}

/// Presses "Log ind med MitID" and waits for the link.
fn list(tilslut: &Tilslut, case: &str) -> Login {
    tilslut.send(Intent::Case { case: case.to_owned(), intent: CaseIntent::ListOrganisations });
    let view = tilslut
        .wait("the link", |view| matches!(listing(view), Listing::UnderWay { login: Some(_) }));
    match listing(&view) {
        Listing::UnderWay { login: Some(login) } => login.clone(),
        other => panic!("not under way: {other:?}"),
    }
}

#[test]
fn the_broker_tells_whom_a_person_may_represent_and_nothing_of_that_login_is_kept() {
    let machine = Installation::new();
    let tilslut = machine.start();
    let case = begun(&tilslut);
    assert_eq!(*listing(&tilslut.view()), Listing::Offered);

    let login = list(&tilslut, &case);
    at_the_broker(login.link.read(), "mette", "abort");
    let refused =
        tilslut.wait("the refusal", |view| matches!(listing(view), Listing::Failed { .. }));
    assert_eq!(*listing(&refused), Listing::Failed { code: "login-refused".into() });

    list(&tilslut, &case);
    tilslut.send(Intent::Login { intent: LoginIntent::Cancel });
    tilslut.wait("the end of it", |view| *listing(view) == Listing::Offered);

    let login = list(&tilslut, &case);
    let (organisations, _) = answer_at_the_broker(login.link.read(), "mette", ("cvr", NORDLYS));
    assert!(organisations.contains("Nordlys"), "{organisations}");
    let view = tilslut.wait("the organisation", |view| found(view).is_some());
    let Listing::Listed { organisations } = listing(&view) else { panic!("{:?}", listing(&view)) };
    assert_eq!((organisations.len(), organisations[0].cvr.as_str()), (1, NORDLYS));
    assert!(
        matches!(&view.page, Page::Organisation { answers, .. } if answers.cvr == NORDLYS),
        "it is taken where no number was typed"
    );

    let again = list(&tilslut, &case);
    answer_at_the_broker(again.link.read(), "bente", ("cvr", "95504183"));
    let view =
        tilslut.wait("the other one", |view| matches!(listing(view), Listing::Listed { organisations } if organisations[0].cvr != NORDLYS));
    assert!(
        matches!(&view.page, Page::Organisation { answers, .. } if answers.cvr == NORDLYS),
        "a number that is there is not replaced unasked"
    );
    tilslut.close();

    let again = machine.start();
    let view = again.go(Navigation::Part { case, part: PartName::Organisation });
    assert_eq!(*listing(&view), Listing::Offered);
}

#[test]
fn a_login_that_lists_organisations_gives_way_to_an_approval() {
    let tilslut = Installation::new().start();
    let other = begun(&tilslut);
    tilslut.answer(&other, Answers::Organisation(organisation(DOWN, None)));
    let whole = tilslut.prepare(NORDLYS, "Mette Lindegaard Krogh", RoleName::Representative);
    tilslut.go(Navigation::Part { case: other.clone(), part: PartName::Organisation });
    let listing = list(&tilslut, &other);
    tilslut.go(Navigation::Check { case: whole.clone() });
    tilslut.approve_as(&whole, "mette");
    assert!(
        support::fetch(&support::redirect_of(listing.link.read())).is_err(),
        "nobody listens for the first any more"
    );
}
