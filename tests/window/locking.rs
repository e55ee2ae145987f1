//! A lock empties the process and not only the file: what was typed and what opens the cases is
//! looked for in the memory of the program and of everything that it has started. And what a person
//! sees of it: one window, where it was.

use crate::installation::Installation;
use crate::processes::{self, Wanted, family_of, name, pages_of, program, programs};
use crate::session::wait_for;
use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::time::Instant;
use vault::{Secret, Vault};

const PASSPHRASE: &str = "Kvædesyre og tolv blå ænder";
/// What is typed: words that nothing else on this machine says.
const REPORTER: [(&str, &str); 4] = [
    ("cvr", "87145298"),
    ("reporter-name", "Ingeborg Qvistgaard-Zeuthen"),
    ("reporter-organisation", "Zeuthens Kanariefuglerevision"),
    ("reporter-email", "ingeborg@kanariefugl.example"),
];
const ADMINISTRATORS: [(&str, &str); 4] = [
    ("administrators-0-name", "Thorvald Xylander Brix"),
    ("administrators-0-email", "thorvald@xylander.example"),
    ("administrators-1-name", "Wilhelmine Ørnfeldt Juul"),
    ("administrators-1-email", "wilhelmine@oernfeldt.example"),
];
const KEY: &str = "the key of the cases";

#[tokio::test]
async fn nothing_of_the_cases_is_in_any_process_after_a_lock() {
    // What the program leaves behind becomes a child of this process, whose memory it may read where
    // the system lets nobody read a stranger's.
    rustix::process::set_child_subreaper(Some(rustix::process::getpid())).unwrap();
    let installation = Installation::new("locking").await;
    let session = &installation.session;
    let folder = installation.data().join("dk.tilslut.app");
    let passphrase = Secret::from(PASSPHRASE);
    let practice = domain::Environment::Practice;
    let vault = Vault::create_with_passphrase(&folder, practice, &passphrase).unwrap();
    let mut wanted = Wanted::default();
    wanted.key(KEY, &vault::testing::data_key(&vault));
    drop(vault);
    for (_, text) in REPORTER.into_iter().chain(ADMINISTRATORS).chain([("", PASSPHRASE)]) {
        wanted.text(text);
    }

    // No key store answers, so the passphrase is typed as on every day.
    let no_bus = ("DBUS_SESSION_BUS_ADDRESS", OsStr::new("unix:path=/nonexistent"));
    let window = installation.start_with(&[no_bus]).await;
    window.page("closed").await;
    window.driver.fill("passphrase", PASSPHRASE).await;
    window.act("unlockWithPassphrase").await;
    window.page("cases").await;
    window.act("begin").await;
    window.page("need").await;
    window.driver.tick("need-people-several").await;
    window.act("continue").await;
    window.page("organisation").await;
    window.driver.tick("role-reporter").await;
    for (field, text) in REPORTER {
        window.driver.fill(field, text).await;
    }
    window.act("go-case").await;
    window.page("tasks").await;
    window.act("edit-administrators").await;
    window.page("administrators").await;
    window.act("addAdministrator").await;
    window.act("addAdministrator").await;
    for (field, text) in ADMINISTRATORS {
        window.driver.fill(field, text).await;
    }
    window.driver.find("[data-saved='at']").await;

    let (family, place) = (family_of(program()), session.geometry());
    let there = found(&wanted, &family);
    report("before the lock", &there);
    let of = |name: &str| there.iter().find(|((it, _), _)| it.starts_with(name)).unwrap().1;
    // Where nothing is found before, nothing is proven after.
    assert!(of("tilslut").contains_key(KEY), "{there:?}");
    for (_, typed) in ADMINISTRATORS {
        assert!(of("tilslut").contains_key(typed), "{typed}: {there:?}");
        assert!(of("WebKitWebProces").contains_key(typed), "{typed}: {there:?}");
    }

    let pressed = Instant::now();
    window.act("lock").await;
    let title = || session.title().starts_with("Du har låst Tilslut");
    wait_for("the locked page", title).await;
    println!("locked page: {} ms after the press", pressed.elapsed().as_millis());
    let has_ended = || !family.iter().any(|pid| processes::runs(*pid));
    wait_for("the program and its pages to end", has_ended).await;
    println!("nothing in memory: {} ms after the press", pressed.elapsed().as_millis());
    let after = program();
    assert_eq!(session.geometry(), place, "one window, where it was");
    assert_eq!(pages_of(after).len(), 1, "with a page of its own");
    window.picture("locked");
    let left = found(&wanted, &family_of(after));
    report("after the lock", &left);
    assert!(left.len() >= 3 && left.values().all(BTreeMap::is_empty), "{left:?}");

    // The person unlocks there, and what was typed last is in it.
    session.type_keys(PASSPHRASE, "Return");
    wait_for("the cases", || session.title().starts_with("Sager")).await;
    assert_eq!(program(), after);
    let again = found(&wanted, &family_of(after));
    report("unlocked again", &again);
    assert!(again.values().any(|found| found.contains_key(KEY)), "{again:?}");
    session.close_window();
    wait_for("the program to end", || programs().is_empty()).await;
    drop(window);
    let window = installation.start_with(&[no_bus]).await;
    window.driver.fill("passphrase", PASSPHRASE).await;
    window.act("unlockWithPassphrase").await;
    window.act("go-case").await;
    window.act("edit-administrators").await;
    let typed = window.driver.find("#administrators-1-email").await.prop("value").await.unwrap();
    assert_eq!(typed.as_deref(), Some(ADMINISTRATORS[3].1));
}

/// What is found, by process.
type Found = BTreeMap<(String, u32), BTreeMap<&'static str, usize>>;

fn found(wanted: &Wanted, processes: &[u32]) -> Found {
    let of = |pid: &u32| {
        let found = wanted.found_in(*pid);
        let found = found.unwrap_or_else(|why| panic!("the memory of {}: {why}", name(*pid)));
        ((name(*pid), *pid), found.into_iter().collect())
    };
    processes.iter().filter(|pid| processes::runs(**pid)).map(of).collect()
}

/// The numbers that docs/vault.md tells.
fn report(when: &str, found: &Found) {
    for ((name, _), found) in found {
        let count = |what| found.get(what).copied().unwrap_or_default();
        let texts = found.iter().filter(|(it, _)| **it != KEY && **it != PASSPHRASE);
        let (kinds, times) =
            texts.fold((0, 0), |(kinds, times), (_, more)| (kinds + 1, times + more));
        let (key, passphrase) = (count(KEY), count(PASSPHRASE));
        println!(
            "{when}: {name}: key {key}, passphrase {passphrase}, {kinds} of 8 texts {times} times"
        );
    }
}
