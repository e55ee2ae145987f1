//! A profile that a person brings: what it says is shown, and used once it was taken.

use crate::support::{Installation, Tilslut};
use crate::{
    BROKEN, REGISTER, by, choose, file, in_use, is_settled, live, offered, row, send, source, take,
};
use contract::pages::{ProfileSourceName, Said, ServiceName};
use contract::{Intent, Navigation, Page, ServicesIntent, VaultIntent};

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
    let practice = include_str!("../../src-tauri/crates/identity/profiles/practice.toml");
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
fn what_was_approved_with_a_broker_is_measured_against_its_keys_when_that_was_put_away() {
    let machine = Installation::new();
    let tilslut = live(&machine);
    let issuers = |tilslut: &Tilslut| -> Vec<String> {
        let anchors = tilslut.engine.world().unwrap().anchors();
        anchors.anchors.into_iter().map(|anchor| anchor.issuer).collect()
    };
    choose(&tilslut, &file(&machine, "a.toml", include_str!("../window/live.toml")));
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
