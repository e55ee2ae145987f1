//! Who decides when several say which services are used.

use crate::asking::allow;
use crate::support::Installation;
use crate::{BROKEN, REGISTER, by, choose, file, in_use, live, offered, row, send, source, take};
use contract::Navigation;
use contract::pages::{ProfileSourceName, ServiceName};
use shell::live_profile::Places;

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
fn what_a_person_allows_does_not_come_before_a_profile() {
    let machine = Installation::new();
    let managed = Some(file(&machine, "managed.toml", REGISTER));
    let tilslut = machine.start_at_places(Places { managed, ..Places::default() });
    tilslut.go(Navigation::Services);
    send(&tilslut, allow("Kanariefugl ApS", "it@kanariefugl.example"));
    let view = tilslut.wait("the change", |view| in_use(view).contact.is_some());
    assert_eq!(source(&view), "datafordeler");
}
