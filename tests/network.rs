//! What leaves the machine: in live with nothing set up nothing at all, name server included, before
//! a person presses something that says so; and everything in the shell that can reach outside is in
//! docs/data-flows.md under the button that does it.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod support;

use contract::answers::RoleName;
use contract::intent::{CasesIntent, MailDraftIntent, Site};
use contract::pages::{CaseState, MailTo, OutcomeName, ValueName};
use contract::{
    CaseIntent, GuideIntent, Intent, MailIntent, Navigation, Page, PartName, ReceiptsIntent,
    SettingsIntent, View,
};
use domain::Language;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::process::Command;
use support::guided::{again, guide, live, open, prepare, row, show, state};
use support::{Installation, Tilslut};

/// Says to the test that was started again that everything it sends is counted.
const COUNTED: &str = "TILSLUT_TEST_COUNTED";

/// A network in which every address there is belongs to this machine, where nobody listens: what
/// is sent arrives at once, and is counted.
const EVERYWHERE: &str = "ip link set lo up && ip route add local 0.0.0.0/0 dev lo && \
    { ip -6 route add local ::/0 dev lo || true; } && exec \"$@\"";

/// Connections that were begun and datagrams that were sent in this network since it began.
fn sent() -> u64 {
    let pairs = std::fs::read_to_string("/proc/self/net/snmp").unwrap();
    let mut lines = pairs.lines();
    let mut sum = 0;
    while let (Some(names), Some(values)) = (lines.next(), lines.next()) {
        for (name, value) in names.split(' ').zip(values.split(' ')) {
            if name == "ActiveOpens" || (name == "OutDatagrams" && values.starts_with("Udp:")) {
                sum += value.parse::<u64>().unwrap();
            }
        }
    }
    let sixth = std::fs::read_to_string("/proc/self/net/snmp6").unwrap_or_default();
    let datagrams = sixth.lines().find(|line| line.starts_with("Udp6OutDatagrams"));
    let datagrams = datagrams.and_then(|line| line.split_whitespace().nth(1));
    sum + datagrams.map_or(0, |number| number.parse::<u64>().unwrap())
}

/// The ways to such a network: as root, and as anybody where the system lets them.
const NAMESPACES: [&[&str]; 2] =
    [&["unshare", "--net"], &["unshare", "--user", "--map-root-user", "--net"]];

/// The command that begins a program in a network of its own; none where the system has none to
/// give.
fn in_own_network() -> Option<Command> {
    let command = |words: &[&str]| {
        let mut command = Command::new(words[0]);
        command.args(&words[1..]).args(["sh", "-c", EVERYWHERE, "sh"]);
        command
    };
    NAMESPACES.into_iter().find_map(|words| {
        let possible = command(words).arg("true").output();
        possible.is_ok_and(|output| output.status.success()).then(|| command(words))
    })
}

/// Where the system gives a test no network of its own, only a name server that the test itself
/// plays counts.
#[test]
fn in_live_with_nothing_set_up_nothing_leaves_before_a_person_says_so() {
    const THIS: &str = "in_live_with_nothing_set_up_nothing_leaves_before_a_person_says_so";
    if std::env::var_os(COUNTED).is_some() {
        assert_eq!(sent(), 0, "nothing was sent before the program began");
        return the_whole_way(&Installation::new(), &sent);
    }
    if let Some(mut command) = in_own_network() {
        let this = std::env::current_exe().unwrap();
        let output = command.arg(this).args(["--exact", THIS]).env(COUNTED, "1").output().unwrap();
        let said = String::from_utf8_lossy(&output.stdout);
        assert!(output.status.success() && said.contains("1 passed"), "{said}");
    } else {
        let server = support::name_server::NameServer::new();
        let mut machine = Installation::new();
        machine.name_server = Some(server.address());
        the_whole_way(&machine, &|| server.questions() as u64);
    }
}

fn in_case(tilslut: &Tilslut, case: &str, intent: CaseIntent) -> View {
    tilslut.send(Intent::Case { case: case.to_owned(), intent })
}

fn of_mail(tilslut: &Tilslut, case: &str, intent: MailIntent) -> View {
    in_case(tilslut, case, CaseIntent::Mail { intent })
}

fn choose_next(tilslut: &Tilslut, path: &Path) {
    tilslut.will_choose(path);
}

/// From the first start to the dates of the agreement, with a restart in between.
fn the_whole_way(machine: &Installation, sent: &dyn Fn() -> u64) {
    let tilslut = live(machine);
    let links = |tilslut: &Tilslut| tilslut.desktop.links.lock().unwrap().clone();
    let case = prepare(&tilslut, RoleName::Representative);
    // The terms were opened by a press; the browser was handed an address, and nothing else was.
    assert_eq!(links(&tilslut).len(), 1, "{:?}", links(&tilslut));
    // A number that is typed, or asked about by a window that is behind, is asked of nobody.
    tilslut.go(Navigation::Part { case: case.clone(), part: PartName::Organisation });
    in_case(&tilslut, &case, CaseIntent::LookUp);
    in_case(&tilslut, &case, CaseIntent::Search { words: "skovgaard".into() });
    in_case(&tilslut, &case, CaseIntent::ListOrganisations);
    tilslut.send(Intent::Settings { intent: SettingsIntent::LookForUpdate });
    for page in [
        Navigation::Check { case: case.clone() },
        Navigation::Services,
        Navigation::Settings,
        Navigation::Help,
    ] {
        tilslut.go(page);
    }
    in_case(&tilslut, &case, CaseIntent::Approve);

    // Beside the official site.
    tilslut.go(Navigation::Check { case: case.clone() });
    guide(&tilslut, &case, GuideIntent::Begin);
    show(&tilslut, &case, "organisation");
    guide(&tilslut, &case, GuideIntent::Copy { what: ValueName::Cvr });
    assert_eq!(links(&tilslut).len(), 1, "only a press opens the browser");
    tilslut.go(Navigation::OpenSite { site: Site::Connection });
    tilslut.wait_for_link("https://mitid-erhverv.dk/tilslutning");
    guide(&tilslut, &case, GuideIntent::Ask);
    state(&tilslut, &case, OutcomeName::Concluded, "");

    let tilslut = again(machine, tilslut);
    open(&tilslut, &case);
    let mail = MailTo::Administrator { index: 0, reminder: false };
    let draft = |intent| in_case(&tilslut, &case, CaseIntent::MailDraft { intent });
    draft(MailDraftIntent::Show { mail });
    draft(MailDraftIntent::Open);
    tilslut.wait_for_desktop("the draft", |desktop| desktop.opened.lock().unwrap().len() == 1);

    // The official mail, and what is made of it.
    let file = machine.folder.with_extension("eml");
    std::fs::write(&file, official_mail()).unwrap();
    open(&tilslut, &case);
    choose_next(&tilslut, &file);
    of_mail(&tilslut, &case, MailIntent::Open);
    of_mail(&tilslut, &case, MailIntent::Choose);
    let is_read = |view: &View| matches!(&view.page, Page::Mail { mail: Some(_), .. });
    tilslut.wait("the mail to be read", is_read);
    of_mail(&tilslut, &case, MailIntent::Keep);
    tilslut.wait("the mail to be kept", |view| matches!(view.page, Page::Stated { .. }));
    let record = machine.folder.with_extension("pdf");
    choose_next(&tilslut, &record);
    let intent = ReceiptsIntent::SaveRecord { case: case.clone() };
    tilslut.send(Intent::Receipts { intent });
    wait_for_file(&tilslut, &record);
    tilslut.go(Navigation::Verify);
    tilslut.engine.dropped(record);
    tilslut.wait("the record to be checked", |view| {
        matches!(&view.page, Page::Verify { verification: Some(_), .. })
    });
    tilslut.go(Navigation::FollowUp);
    let dates = machine.folder.with_extension("ics");
    choose_next(&tilslut, &dates);
    tilslut.send(Intent::Cases { intent: CasesIntent::SaveDates { date: None } });
    wait_for_file(&tilslut, &dates);
    assert_eq!(row(&tilslut, &case).state, CaseState::StatedConcluded);
    assert_eq!(links(&tilslut), Vec::<String>::new(), "nobody pressed anything since");
    assert_eq!(sent(), 0, "nothing was sent, and nobody's name was asked for");

    // What is counted here is what is sent: this button says so, and does.
    open(&tilslut, &case);
    let Page::Stated { after } = tilslut.view().page else { panic!("what was stated") };
    let sha256 = after.mails[0].sha256.clone();
    of_mail(&tilslut, &case, MailIntent::Show { sha256 });
    tilslut.wait("the kept mail", is_read);
    of_mail(&tilslut, &case, MailIntent::Check);
    tilslut.wait(
        "the name servers to be asked",
        |view| matches!(&view.page, Page::Mail { mail: Some(mail), .. } if !mail.signature.asking),
    );
    assert!(sent() > 0);
}

fn wait_for_file(tilslut: &Tilslut, path: &Path) {
    let shown = path.display().to_string();
    tilslut.wait("the file to be written", |view| view.written.as_ref() == Some(&shown));
}

/// Signed, and with addresses in it that a careless reader would fetch.
fn official_mail() -> Vec<u8> {
    let text = "From: MitID Erhverv <kvittering@mitid-erhverv.example>\r\n\
        Subject: Kvittering\r\n\
        Date: Tue, 24 Nov 2026 14:13:00 +0000\r\n\
        MIME-Version: 1.0\r\n\
        Content-Type: text/html; charset=utf-8\r\n\
        \r\n\
        <img src=\"http://192.0.2.7/pixel.png\"><link rel=\"stylesheet\" \
        href=\"https://mitid-erhverv.example/a.css\">CVR 13748136\r\n";
    practice::signed_mail(text.as_bytes(), "2026-11-24T14:13:00Z".parse().unwrap()).unwrap()
}

/// Everything in the shell that reaches outside: the file, the call, and the buttons that lead
/// there, by their keys in the catalogue.
const WAYS_OUT: &[(&str, &str, &[&str])] = &[
    ("search.rs", ".look_up(", &["look-up"]),
    ("search.rs", ".search(", &["find"]),
    // Of a profile whose way in was just given: nobody is asked then, only by the two above.
    ("register_access.rs", ".look_up(", &["look-up"]),
    ("register_access.rs", ".search(", &["find"]),
    ("login.rs", "identity::approve(", &["approve", "hand-over-logged-in", "login-anew"]),
    ("login.rs", "identity::organisations(", &["list-act"]),
    ("login.rs", ".open_link(", &["open-browser", "open-browser-first"]),
    ("wiring.rs", ".open_link(", &["approve", "list-act"]),
    (
        "on_desktop.rs",
        ".open_link(",
        &["companion-site", "register-open", "terms-official", "terms-official-practice"],
    ),
    ("effects.rs", ".deliver(", &["send-again", "ask-receiver"]),
    ("official_mail.rs", "name_servers::", &["official-check"]),
    ("verification.rs", "name_servers::", &["record-check-ask"]),
    ("name_servers.rs", "NameServers::", &["official-check", "record-check-ask"]),
    ("services.rs", "profile::ask(", &["offered-ask"]),
    ("updates.rs", ".newer_version(", &["update-look"]),
    ("updates.rs", ".install_newer(", &["update-install"]),
    ("desktop.rs", ".updater_builder(", &["update-look", "update-install"]),
];

/// Other words by which the shell would reach outside.
const OTHER_WAYS: [&str; 5] =
    ["reqwest", "TcpStream", "UdpSocket", "to_socket_addrs", "outbound::client"];

fn shell_sources() -> BTreeMap<String, String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src-tauri/src");
    let files = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let rust = files.filter(|path| path.extension().is_some_and(|ending| ending == "rs"));
    rust.map(|path| {
        let code = std::fs::read_to_string(&path).unwrap();
        let code: Vec<&str> =
            code.lines().filter(|line| !line.trim_start().starts_with("//")).collect();
        (path.file_name().unwrap().to_string_lossy().into_owned(), code.join("\n"))
    })
    .collect()
}

#[test]
fn everything_in_the_shell_that_reaches_outside_is_known() {
    let sources = shell_sources();
    let known: BTreeSet<(&str, &str)> =
        WAYS_OUT.iter().map(|(file, call, _)| (*file, *call)).collect();
    let words: BTreeSet<&str> = known.iter().map(|(_, call)| *call).chain(OTHER_WAYS).collect();
    let calls = sources.iter().flat_map(|(file, code)| {
        let called = words.iter().filter(|word| code.contains(**word));
        called.map(|word| (file.as_str(), *word))
    });
    assert_eq!(calls.collect::<BTreeSet<_>>(), known, "docs/data-flows.md lists each");
}

#[test]
fn each_button_that_sends_something_is_listed() {
    let docs = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/data-flows.md");
    let docs = std::fs::read_to_string(docs).unwrap();
    let texts = texts::Texts::new(Language::Danish);
    for (file, call, buttons) in WAYS_OUT {
        for key in *buttons {
            let button = texts.get(key);
            assert!(docs.contains(&format!("\"{button}\"")), "{file} {call} by {button}");
        }
    }
}
