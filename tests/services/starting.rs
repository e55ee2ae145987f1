//! A start with a profile that is broken, half, or not there.

use crate::support::{Installation, Tilslut};
use crate::{BROKEN, REGISTER, choose, file, in_use, send, source, take};
use contract::pages::ProfileSourceName;
use contract::{EnvironmentName, Intent, Navigation, Page, ServicesIntent, SettingsIntent, View};
use shell::live_profile::Places;
use std::path::{Path, PathBuf};

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
    tilslut.will_choose(sound);
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
        assert_eq!(crate::source(&tilslut.go(Navigation::Services)), source, "{text}");
    }
}

fn unread(view: &View) -> Option<(ProfileSourceName, String, Option<u32>)> {
    let Page::ProfileUnread { profiles } = &view.page else { return None };
    let [one] = profiles.as_slice() else { panic!("{profiles:?}") };
    Some((one.profile.source, one.code.clone(), one.line))
}

fn choose_and_take(tilslut: &Tilslut, path: &Path) {
    tilslut.go(Navigation::Services);
    choose(tilslut, path);
    take(tilslut);
}
