//! Which services live uses: a profile is looked at before it is taken into use, and taken as far
//! as it can be; who decides when there are several; the register that a person may allow. Nothing
//! is asked before somebody said so, and what goes wrong is told where it was done and changes
//! nothing.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod support;

use app::model::{InMemory, Login, LoginReason, Open, Saved};
use app::{App, Phase};
use axum::Router;
use axum::http::{HeaderMap, StatusCode, Uri};
use contract::answers::{Answers, RoleName};
use contract::pages::{
    Answered, Lookup, Offered, ProfileSourceName, Said, ServiceName, ServiceRow, ServicesInUse,
};
use contract::{
    CasesIntent, EnvironmentName, Intent, Navigation, Page, ServicesIntent, SettingsIntent,
    VaultIntent, View,
};
use domain::case::{Case, CaseId, Delivery, Stage, Token};
use shell::live_profile::Places;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use support::{Installation, NORDLYS, Tilslut};
use tokio::runtime::Runtime;

const REGISTER: &str = "[register]\nkind = \"datafordeler\"\n";
const BROKEN: &str = "[delivery]\nurl = \"http://modtager.example\"\n";

fn file(machine: &Installation, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
    let path = machine.folder.with_file_name(name);
    std::fs::write(&path, bytes).unwrap();
    path
}

fn live(machine: &Installation) -> Tilslut {
    let tilslut = machine.start_live(None);
    tilslut.go(Navigation::Services);
    tilslut
}

fn send(tilslut: &Tilslut, intent: ServicesIntent) -> View {
    tilslut.send(Intent::Services { intent })
}

fn in_use(view: &View) -> &ServicesInUse {
    match &view.page {
        Page::Services { services, .. } => services,
        page => panic!("not the services: {page:?}"),
    }
}

fn row(view: &View, service: ServiceName) -> &ServiceRow {
    in_use(view).rows.iter().find(|row| row.service == service).unwrap()
}

fn source(view: &View) -> String {
    let source = serde_json::to_value(in_use(view).register.source).unwrap();
    source.as_str().unwrap().to_owned()
}

fn by(row: &ServiceRow) -> Option<ProfileSourceName> {
    row.by.as_ref().map(|by| by.source)
}

fn offered(view: &View) -> Option<&Offered> {
    match &view.page {
        Page::Services { offered, .. } => offered.as_ref(),
        _ => None,
    }
}

fn is_settled(view: &View) -> bool {
    matches!(&view.page, Page::Services { reading: false, changing: false, .. })
}

/// Chooses a file, and waits until it was read.
fn choose(tilslut: &Tilslut, path: &Path) -> View {
    tilslut.desktop.choices.lock().unwrap().push_back(path.to_owned());
    let before = tilslut.view().revision;
    send(tilslut, ServicesIntent::Choose);
    // The dialog, the reading, and what came of it.
    tilslut.wait("the file", |view| {
        view.revision > before + 1
            && is_settled(view)
            && (offered(view).is_some() || view.problem.is_some())
    })
}

fn take(tilslut: &Tilslut) -> View {
    send(tilslut, ServicesIntent::Take);
    tilslut.wait("the change", |view| is_settled(view) && offered(view).is_none())
}

#[test]
fn a_profile_is_looked_at_taken_found_again_and_put_away() {
    let machine = Installation::new();
    let profile = file(&machine, "nordlys-profil.toml", format!("{REGISTER}{BROKEN}"));
    let tilslut = live(&machine);
    let view = choose(&tilslut, &profile);
    assert_eq!(source(&view), "typed", "nothing is used before it is taken");
    let seen = offered(&view).unwrap();
    assert_eq!(
        (seen.file.as_str(), &seen.takes),
        ("nordlys-profil.toml", &vec![ServiceName::Register])
    );
    let said: Vec<&Said> = seen.services.iter().map(|it| &it.said).collect();
    assert!(matches!(said[0], Said::Whole { host, .. } if host == "graphql.datafordeler.dk"));
    assert!(matches!(said[1], Said::Unnamed) && matches!(said[3], Said::Unnamed));
    assert!(matches!(said[2], Said::Lacks { unusable, .. } if unusable == &["delivery.url"]));

    let view = take(&tilslut);
    assert_eq!(source(&view), "datafordeler", "at once, without a restart");
    assert_eq!(by(row(&view, ServiceName::Register)), Some(ProfileSourceName::Kept));
    assert!(row(&view, ServiceName::Delivery).by.is_none(), "what is broken is not taken");
    assert!(!machine.bytes_on_disk().windows(12).any(|bytes| bytes == b"datafordeler"));
    tilslut.close();

    // The file is not needed any more.
    std::fs::remove_file(&profile).unwrap();
    let again = live(&machine);
    assert_eq!(source(&again.view()), "datafordeler");
    // Locked and opened, it is used as well.
    again.send(Intent::Vault { intent: VaultIntent::Lock });
    let held = again.engine.read(|app| format!("{app:?}"));
    assert!(!held.contains("datafordeler"), "locked, nothing of it is left: {held}");
    again.send(Intent::Vault { intent: VaultIntent::TryKeyStore });
    again.wait("the cases", |view| matches!(view.page, Page::Cases { .. }));
    again.go(Navigation::Services);
    assert_eq!(source(&again.view()), "datafordeler");
    send(&again, ServicesIntent::PutAway { service: ServiceName::Register });
    let view = again.wait("the change", |view| source(view) == "typed");
    assert!(row(&view, ServiceName::Register).by.is_none());
    again.close();
    assert_eq!(source(&live(&machine).view()), "typed");
}

#[test]
fn a_part_that_a_later_profile_does_not_name_stays_as_it_is() {
    let machine = Installation::new();
    let tilslut = live(&machine);
    choose(&tilslut, &file(&machine, "a.toml", REGISTER));
    take(&tilslut);
    let receiver = "[delivery]\nurl = \"https://modtager.example/a\"\n";
    choose(&tilslut, &file(&machine, "b.toml", receiver));
    let view = take(&tilslut);
    assert_eq!(source(&view), "datafordeler");
    assert!(in_use(&view).delivers && !in_use(&view).approves);
    let files = [ServiceName::Register, ServiceName::Delivery]
        .map(|service| row(&view, service).by.as_ref().map(|by| by.file.clone()));
    assert_eq!(files, [Some("a.toml".to_owned()), Some("b.toml".to_owned())]);
}

#[test]
fn what_is_left_changes_nothing() {
    let machine = Installation::new();
    let tilslut = live(&machine);
    choose(&tilslut, &file(&machine, "a.toml", REGISTER));
    let view = send(&tilslut, ServicesIntent::Leave);
    assert!(offered(&view).is_none() && source(&view) == "typed");
    // Asked for by a window that is behind.
    let view = send(&tilslut, ServicesIntent::Take);
    assert!(is_settled(&view) && source(&view) == "typed");
}

#[test]
fn what_is_no_profile_is_told_in_place_and_changes_nothing() {
    let machine = Installation::new();
    let tilslut = live(&machine);
    choose(&tilslut, &file(&machine, "first.toml", REGISTER));
    take(&tilslut);
    let folder = machine.folder.with_file_name("folder.toml");
    std::fs::create_dir(&folder).unwrap();
    let practice = include_str!("../src-tauri/crates/identity/profiles/practice.toml");
    for (path, problem, at) in [
        (file(&machine, "large.toml", vec![b'#'; 10 << 20]), "profile-too-large", None),
        (folder, "profile-unreadable", None),
        (machine.folder.with_file_name("nowhere.toml"), "profile-unreadable", None),
        (file(&machine, "bytes.toml", [0xC3, 0x28, 0x00, 0xFF]), "profile-not-text", None),
        (file(&machine, "line.toml", "[register]\nurl = \n"), "profile-not-toml", Some(2)),
        (file(&machine, "practice.toml", practice), "profile-practice", None),
        (file(&machine, "empty.toml", "# nothing\n"), "profile-empty", None),
    ] {
        let view = choose(&tilslut, &path);
        assert_eq!(view.problem.as_deref(), Some(problem), "{}", path.display());
        assert_eq!(source(&view), "datafordeler", "{problem}");
        let Page::Services { line, offered, .. } = view.page else { panic!("services") };
        assert_eq!((line, offered), (at, None), "{problem}");
        tilslut.go(Navigation::Services);
    }
}

#[test]
fn a_file_that_is_dropped_on_the_services_is_a_profile_and_elsewhere_one_to_check() {
    let machine = Installation::new();
    let profile = file(&machine, "a.toml", REGISTER);
    let tilslut = live(&machine);
    tilslut.engine.dragged(true);
    let view = tilslut.wait("the file over the window", |view| {
        matches!(view.page, Page::Services { dragging: true, .. })
    });
    assert!(offered(&view).is_none());
    tilslut.engine.dropped(profile.clone());
    tilslut.wait("the profile", |view| offered(view).is_some());
    tilslut.go(Navigation::Help);
    tilslut.engine.dropped(profile);
    tilslut.wait("the check", |view| matches!(view.page, Page::Verify { .. }));
}

#[test]
fn nothing_secret_in_a_profile_is_shown() {
    let machine = Installation::new();
    let text = "[delivery]\nurl = \"https://bruger:kanariefugl@modtager.example/kanariefugl\"\n\
        [update]\nurl = \"https://opdatering.example/a?kanariefugl\"\nkey = \"kanariefugl\"\n";
    let tilslut = live(&machine);
    choose(&tilslut, &file(&machine, "a.toml", text));
    take(&tilslut);
    assert!(!tilslut.told().contains("kanariefugl"), "in a view");
    let printed = tilslut.engine.read(|app| format!("{app:?}"));
    assert!(!printed.contains("kanariefugl"), "in what can be printed");
    assert!(
        !machine.bytes_on_disk().windows(11).any(|bytes| bytes == b"kanariefugl"),
        "on the disk"
    );
}

#[test]
fn the_managed_file_decides_before_the_named_one_and_that_before_what_was_taken() {
    let machine = Installation::new();
    let tilslut = live(&machine);
    let own = "[register]\nurl = \"https://cvr.example\"\n[delivery]\nurl = \"https://egen.example\"\n\
        [update]\nurl = \"https://egen.example\"\nkey = \"k\"\n";
    choose(&tilslut, &file(&machine, "own.toml", own));
    take(&tilslut);
    tilslut.close();
    let places = Places {
        managed: Some(file(&machine, "managed.toml", REGISTER)),
        named: Some(file(&machine, "named.toml", format!("{REGISTER}{BROKEN}"))),
        cvrapi: None,
    };
    let tilslut = machine.start_at_places(places);
    let view = tilslut.go(Navigation::Services);
    let sources = [ServiceName::Register, ServiceName::Delivery, ServiceName::Update]
        .map(|service| by(row(&view, service)));
    assert_eq!(
        sources,
        [
            Some(ProfileSourceName::Managed),
            Some(ProfileSourceName::Named),
            Some(ProfileSourceName::Kept)
        ]
    );
    let overruled = &row(&view, ServiceName::Register).overruled;
    assert_eq!(
        overruled.iter().map(|file| file.source).collect::<Vec<_>>(),
        [ProfileSourceName::Named, ProfileSourceName::Kept]
    );
    assert!(!in_use(&view).delivers, "the one that decides is broken, so it is done without");
    // What is decided before a person cannot be taken by one.
    let view = choose(&tilslut, &file(&machine, "again.toml", own));
    let seen = offered(&view).unwrap();
    assert_eq!(seen.takes, [ServiceName::Update]);
    let decided = seen.services.iter().filter_map(|it| it.decided.as_ref()).map(|it| it.source);
    assert_eq!(decided.collect::<Vec<_>>(), [ProfileSourceName::Managed, ProfileSourceName::Named]);
}

#[test]
fn what_was_approved_with_a_broker_is_measured_against_its_keys_when_that_was_put_away() {
    let machine = Installation::new();
    let tilslut = live(&machine);
    let issuers = |tilslut: &Tilslut| -> Vec<String> {
        let anchors = tilslut.engine.world().unwrap().anchors();
        anchors.anchors.into_iter().map(|anchor| anchor.issuer).collect()
    };
    choose(&tilslut, &file(&machine, "a.toml", include_str!("window/live.toml")));
    assert!(issuers(&tilslut).is_empty(), "nobody is trusted before the profile is taken");
    let view = take(&tilslut);
    assert!(in_use(&view).approves);
    assert_eq!(issuers(&tilslut), ["https://mitid.example"]);
    send(&tilslut, ServicesIntent::PutAway { service: ServiceName::Broker });
    let view = tilslut.wait("the change", |view| is_settled(view) && !in_use(view).approves);
    assert!(row(&view, ServiceName::Broker).by.is_none());
    assert_eq!(issuers(&tilslut), ["https://mitid.example"]);
    tilslut.close();
    assert_eq!(issuers(&live(&machine)), ["https://mitid.example"], "after a restart, too");
}

fn unread(view: &View) -> Option<(ProfileSourceName, String, Option<u32>)> {
    let Page::ProfileUnread { profiles } = &view.page else { return None };
    let [one] = profiles.as_slice() else { panic!("{profiles:?}") };
    Some((one.profile.source, one.code.clone(), one.line))
}

#[test]
fn a_profile_that_cannot_be_read_at_the_start_is_named_with_three_ways_on() {
    let machine = Installation::new();
    let missing = || Places {
        named: Some(machine.folder.with_file_name("nowhere.toml")),
        ..Places::default()
    };
    let tilslut = machine.start_at_places(missing());
    let told = (ProfileSourceName::Named, "profile-unreadable".to_owned(), None);
    assert_eq!(unread(&tilslut.view()), Some(told.clone()));
    let again = tilslut.send(Intent::Settings {
        intent: SettingsIntent::UseEnvironment { environment: EnvironmentName::Live },
    });
    assert!(matches!(again.page, Page::Opening));
    tilslut.wait("the same", |view| unread(view) == Some(told.clone()));

    send(&tilslut, ServicesIntent::GoOnWithout);
    tilslut.wait("the cases", |view| matches!(view.page, Page::Cases { .. }));
    let view = tilslut.go(Navigation::Services);
    assert_eq!((source(&view).as_str(), in_use(&view).unread.len()), ("typed", 1));
    tilslut.close();

    let tilslut = machine.start_at_places(missing());
    let sound = file(&machine, "sound.toml", REGISTER);
    tilslut.desktop.choices.lock().unwrap().push_back(sound);
    send(&tilslut, ServicesIntent::Choose);
    tilslut.wait("the cases", |view| matches!(view.page, Page::Cases { .. }));
    assert_eq!(source(&tilslut.go(Navigation::Services)), "datafordeler");
    tilslut.close();

    let tilslut = machine.start_at_places(missing());
    tilslut.engine.dropped(file(&machine, "broken.toml", "[register\n"));
    let broken = (ProfileSourceName::Named, "profile-not-toml".to_owned(), Some(1));
    tilslut.wait("what is wrong with that", |view| unread(view) == Some(broken.clone()));
    tilslut.send(Intent::Settings {
        intent: SettingsIntent::UseEnvironment { environment: EnvironmentName::Practice },
    });
    tilslut.wait("practice", |view| {
        view.environment == EnvironmentName::Practice && matches!(view.page, Page::Cases { .. })
    });
}

#[test]
fn a_managed_file_that_is_broken_is_named_and_the_program_goes_on_and_none_is_no_fault() {
    let machine = Installation::new();
    let managed = |path: PathBuf| Places { managed: Some(path), ..Places::default() };
    let none = machine.start_at_places(managed(machine.folder.with_file_name("none.toml")));
    assert!(matches!(none.view().page, Page::Cases { .. }));
    choose_and_take(&none, &file(&machine, "own.toml", REGISTER));
    none.close();
    let broken = file(&machine, "managed.toml", "[register]\nurl = \n");
    let tilslut = machine.start_at_places(managed(broken));
    assert_eq!(
        unread(&tilslut.view()),
        Some((ProfileSourceName::Managed, "profile-not-toml".to_owned(), Some(2)))
    );
    send(&tilslut, ServicesIntent::GoOnWithout);
    tilslut.wait("the cases", |view| matches!(view.page, Page::Cases { .. }));
    assert_eq!(source(&tilslut.go(Navigation::Services)), "datafordeler", "their own is used");
    tilslut.close();

    // Another file does not mend the managed one, which was told: the program goes on all the same.
    let tilslut = machine.start_at_places(managed(machine.folder.with_file_name("managed.toml")));
    let named = "[register]\nurl = \"https://cvr.example\"\n";
    tilslut.engine.dropped(file(&machine, "named.toml", named));
    tilslut.wait("the cases", |view| matches!(view.page, Page::Cases { .. }));
    let view = tilslut.go(Navigation::Services);
    assert_eq!((source(&view).as_str(), in_use(&view).unread.len()), ("virk", 1));
}

fn choose_and_take(tilslut: &Tilslut, path: &Path) {
    tilslut.go(Navigation::Services);
    choose(tilslut, path);
    take(tilslut);
}

#[test]
fn a_part_that_is_not_whole_at_the_start_is_named_and_the_others_are_used() {
    let machine = Installation::new();
    for (text, unusable, source) in [
        (REGISTER.to_owned(), &[][..], "datafordeler"),
        (format!("{REGISTER}{BROKEN}"), &["delivery.url"][..], "datafordeler"),
        ("[update]\nurl = \"nowhere\"\n".to_owned(), &["update.key", "update.url"][..], "typed"),
        (String::new(), &[][..], "typed"),
    ] {
        let tilslut = machine.start_live(Some(file(&machine, "profile.toml", &text)));
        let Page::Cases { unusable: named, .. } = tilslut.go(Navigation::Cases).page else {
            panic!("cases")
        };
        assert_eq!(named, unusable, "{text}");
        assert_eq!(self::source(&tilslut.go(Navigation::Services)), source, "{text}");
    }
}

/// cvrapi, pretended: what it was asked, and by whom.
struct Cvrapi {
    address: String,
    asked: Arc<Mutex<Vec<(String, String)>>>,
    _runtime: Runtime,
}

impl Cvrapi {
    fn start() -> Self {
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .worker_threads(1)
            .enable_all()
            .build()
            .unwrap();
        let asked: Arc<Mutex<Vec<(String, String)>>> = Arc::default();
        let seen = Arc::clone(&asked);
        let answer = move |uri: Uri, headers: HeaderMap| {
            let agent = headers.get("user-agent").unwrap().to_str().unwrap().to_owned();
            seen.lock().unwrap().push((uri.to_string(), agent));
            let body = format!(
                r#"{{"vat":{NORDLYS},"name":"Nordlys Tømrer ApS","address":"Havnegade 1","zipcode":"8000","city":"Aarhus C","companycode":80,"companydesc":"Anpartsselskab"}}"#
            );
            std::future::ready((StatusCode::OK, body))
        };
        let listener = runtime.block_on(tokio::net::TcpListener::bind("127.0.0.1:0")).unwrap();
        let address = format!("http://{}/api", listener.local_addr().unwrap());
        let router = Router::new().fallback(answer);
        runtime.spawn(async move { axum::serve(listener, router).await.unwrap() });
        Self { address, asked, _runtime: runtime }
    }

    fn asked(&self) -> Vec<(String, String)> {
        self.asked.lock().unwrap().clone()
    }
}

fn allow(who: &str, email: &str) -> ServicesIntent {
    ServicesIntent::AllowCvrapi { who: who.into(), email: email.into() }
}

/// A case whose CVR number is typed.
fn type_number(tilslut: &Tilslut) -> String {
    tilslut.send(Intent::Cases { intent: CasesIntent::Begin });
    let case = tilslut.case();
    let part = contract::PartName::Organisation;
    tilslut.go(Navigation::Part { case: case.clone(), part });
    let organisation = support::organisation(NORDLYS, Some(RoleName::Representative));
    tilslut.answer(&case, Answers::Organisation(organisation));
    case
}

#[test]
fn cvrapi_is_asked_once_it_is_allowed_and_no_more_when_that_is_taken_back() {
    let cvrapi = Cvrapi::start();
    let machine = Installation::new();
    let places = || Places { cvrapi: Some(cvrapi.address.clone()), ..Places::default() };
    let tilslut = machine.start_at_places(places());
    type_number(&tilslut);
    assert!(cvrapi.asked().is_empty(), "nobody is asked before it is allowed");

    tilslut.go(Navigation::Services);
    let view = send(&tilslut, allow("Sørens Smedje", "it"));
    let told: Vec<(&str, &str)> = view
        .field_problems
        .iter()
        .map(|wrong| (wrong.field.as_str(), wrong.code.as_str()))
        .collect();
    assert_eq!(told, [("contact.who", "contact-characters"), ("contact.email", "email-at")]);
    send(&tilslut, allow("Kanariefugl ApS", "it@kanariefugl.example"));
    let view = tilslut.wait("the change", |view| is_settled(view) && source(view) == "cvrapi");
    assert!(view.field_problems.is_empty());
    assert!(cvrapi.asked().is_empty(), "allowing asks nobody yet");
    type_number(&tilslut);
    let view = tilslut.wait("the register", |view| support::found(view).is_some());
    assert_eq!(support::found(&view).unwrap().name, "Nordlys Tømrer ApS");
    let [(address, agent)] = cvrapi.asked().try_into().unwrap();
    assert_eq!(agent, "Tilslut - Kanariefugl ApS - it@kanariefugl.example");
    assert_eq!(address, format!("/api?vat={NORDLYS}&country=dk"));
    tilslut.close();

    let disk = machine.bytes_on_disk();
    assert!(!disk.windows(11).any(|bytes| bytes == b"kanariefugl"), "the contact is encrypted");
    let again = machine.start_at_places(places());
    let view = again.go(Navigation::Services);
    assert_eq!(in_use(&view).contact.as_ref().unwrap().email, "it@kanariefugl.example");
    send(&again, ServicesIntent::WithdrawCvrapi);
    again.wait("the change", |view| is_settled(view) && source(view) == "typed");
    let case = type_number(&again);
    let part = contract::PartName::Organisation;
    let view = again.go(Navigation::Part { case, part });
    let Page::Organisation { lookup, .. } = view.page else { panic!("organisation") };
    assert!(matches!(lookup, Lookup::NotYet), "{lookup:?}");
    assert_eq!(cvrapi.asked().len(), 1);
}

#[test]
fn what_a_person_allows_does_not_come_before_a_profile() {
    let machine = Installation::new();
    let managed = Some(file(&machine, "managed.toml", REGISTER));
    let tilslut = machine.start_at_places(Places { managed, ..Places::default() });
    tilslut.go(Navigation::Services);
    send(&tilslut, allow("Kanariefugl ApS", "it@kanariefugl.example"));
    let view = tilslut.wait("the change", |view| in_use(view).contact.is_some());
    assert_eq!(source(&view), "datafordeler");
}

#[test]
fn services_are_asked_when_the_person_says_so_and_told_nothing() {
    let there = Cvrapi::start();
    let gone = {
        let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        format!("http://{}", listener.local_addr().unwrap())
    };
    let text =
        format!("[register]\nurl = \"{}\"\n[delivery]\nurl = \"{gone}/hemmelig\"\n", there.address);
    let machine = Installation::new();
    let tilslut = live(&machine);
    choose(&tilslut, &file(&machine, "a.toml", text));
    assert!(there.asked().is_empty(), "looking at it asks nobody");
    send(&tilslut, ServicesIntent::Ask);
    let view = tilslut.wait("the answers", |view| offered(view).is_some_and(|seen| seen.asked));
    let answers = &offered(&view).unwrap().services;
    assert_eq!(answers[0].answer, Some(Answered::Answers));
    assert_eq!((&answers[1].answer, &answers[2].answer), (&None, &Some(Answered::Silent)));
    let [(address, agent)] = there.asked().try_into().unwrap();
    assert_eq!(address, "/", "of the address only the host");
    assert!(agent.starts_with("Tilslut/"));
}

/// The state of the program, with something more in it.
fn change(tilslut: &Tilslut, change: impl FnOnce(&mut Open)) {
    let mut app = tilslut.engine.read(App::clone);
    let Phase::Open(open) = &mut app.phase else { panic!("it is open") };
    change(open);
    tilslut.engine.replace(app);
}

#[test]
fn a_login_or_a_delivery_in_progress_is_told_before_services_change() {
    let machine = Installation::new();
    let tilslut = live(&machine);
    choose(&tilslut, &file(&machine, "a.toml", REGISTER));
    let at = domain::Timestamp::UNIX_EPOCH;
    let login = Login {
        case: CaseId("a".into()),
        attempt: Token("b".into()),
        reason: LoginReason::Case,
        link: None,
        host: String::new(),
        since: at,
        until: at,
        browser_failed: false,
        other_answer: false,
        https: false,
        clock_behind: None,
    };
    change(&tilslut, |open| open.login = Some(login));
    let view = send(&tilslut, ServicesIntent::Take);
    assert_eq!(view.problem.as_deref(), Some("services-login"));
    assert!(offered(&view).is_some() && is_settled(&view), "it can be taken afterwards");

    let is_sent = |case: &Case| match &case.stage {
        Stage::Approved(approved) => matches!(approved.delivery, Delivery::Sending { .. }),
        _ => false,
    };
    let case = vault::testing::cases().into_iter().find(is_sent).unwrap();
    let (id, saved) = (case.id.clone(), Saved::At(case.changed));
    change(&tilslut, |open| {
        open.login = None;
        open.cases
            .insert(id.clone(), InMemory { case, saved, link: None, copied: None, record: None });
    });
    let view = send(&tilslut, ServicesIntent::Take);
    assert_eq!(view.problem.as_deref(), Some("services-delivery"));
    change(&tilslut, |open| {
        open.cases.remove(&id);
    });
    let view = take(&tilslut);
    assert_eq!((source(&view).as_str(), view.problem), ("datafordeler", None));
}

#[test]
fn a_key_store_that_asks_the_person_holds_up_the_change_and_nothing_else() {
    let machine = Installation::new();
    let tilslut = live(&machine);
    choose(&tilslut, &file(&machine, "a.toml", REGISTER));
    machine.question.ask();
    let view = send(&tilslut, ServicesIntent::Take);
    assert!(!is_settled(&view));
    // The window goes on, and so does the database.
    tilslut.go(Navigation::Settings);
    let language = contract::LanguageName::English;
    let view = tilslut.send(Intent::Settings { intent: SettingsIntent::SetLanguage { language } });
    assert!(view.problem.is_none());
    machine.question.answer();
    let used = |view: &View| {
        matches!(&view.page, Page::Services { services, .. }
        if serde_json::to_value(services.register.source).unwrap() == "datafordeler")
    };
    tilslut.go(Navigation::Services);
    tilslut.wait("the change", used);
}
