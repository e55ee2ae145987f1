//! A profile is read part by part, and what a person is shown of it holds nothing secret.

use super::*;
use domain::profile::{ProfileSource, Profiles};
use proptest::prelude::*;

const REGISTER: &str = "[register]\nkind = \"datafordeler\"\n";
const DELIVERY: &str =
    "[delivery]\nurl = \"https://bruger:kanarie@modtager.example/hemmelig?k=1\"\n";
const UPDATE: &str =
    "[update]\nurl = \"https://opdatering.example/a.json?token=kanarie\"\nkey = \"kanarie\"\n";

fn whole(register: Option<Source>, host: &str) -> PartReading {
    PartReading::Whole(Service { register, host: host.to_owned() })
}

fn lacks(missing: &[&str], unusable: &[&str]) -> PartReading {
    let owned = |fields: &[&str]| fields.iter().map(|field| (*field).to_owned()).collect();
    PartReading::Lacks { missing: owned(missing), unusable: owned(unusable) }
}

fn parts(text: &str) -> [PartReading; 4] {
    let profile = read(text.as_bytes()).unwrap_or_else(|why| panic!("{text}: {why}"));
    ServicePart::ALL.map(|part| profile.part(part))
}

#[test]
fn each_part_is_read_by_itself() {
    use PartReading::{Unnamed, Unreadable};
    let datafordeler = || whole(Some(Source::Datafordeler), "graphql.datafordeler.dk");
    for (text, [register, broker, delivery, update]) in [
        ("", [Unnamed, Unnamed, Unnamed, Unnamed]),
        (REGISTER, [datafordeler(), Unnamed, Unnamed, Unnamed]),
        (
            &format!("{REGISTER}[broker]\nid = 1\n{DELIVERY}{UPDATE}"),
            [
                datafordeler(),
                Unreadable { line: 4 },
                whole(None, "modtager.example"),
                whole(None, "opdatering.example"),
            ],
        ),
        (
            "[register]\npassword = \"x\"\n[delivery]\n[update]\n",
            [
                Unreadable { line: 2 },
                Unnamed,
                lacks(&["delivery.url"], &[]),
                lacks(&["update.url", "update.key"], &[]),
            ],
        ),
        (
            "[delivery]\nurl = \"http://modtager.example\"\n[update]\nurl = \"http://a.example\"\nkey = \"k\"",
            [Unnamed, Unnamed, lacks(&[], &["delivery.url"]), lacks(&[], &["update.url"])],
        ),
        (
            "[delivery]\nurl = \"https://a.example\"\ntoken = \"x\"\n",
            [Unnamed, Unnamed, Unreadable { line: 3 }, Unnamed],
        ),
    ] {
        assert_eq!(parts(text), [register, broker, delivery, update], "{text}");
    }
}

#[test]
fn what_is_no_profile_of_live_is_refused_with_the_reason() {
    let large = vec![b' '; usize::try_from(LARGEST).unwrap() + 1];
    for (bytes, why) in [
        (large.as_slice(), NotAProfile::TooLarge),
        (&[0xC3, 0x28, 0x00, 0xFF], NotAProfile::NotText),
        (b"[register]\nurl = \n", NotAProfile::NotToml { line: 2 }),
        (b"%PDF-1.7", NotAProfile::NotToml { line: 1 }),
        (b"[broker]\nenvironment = \"practice\"\n", NotAProfile::Practice),
    ] {
        assert_eq!(read(bytes).err(), Some(why));
    }
    assert!(read(REGISTER.as_bytes()).is_ok_and(|profile| !profile.is_empty()));
    assert!(read(b"# nothing").is_ok_and(|profile| profile.is_empty()));
}

#[test]
fn a_file_of_a_windows_editor_is_read() {
    let wide: Vec<u8> = REGISTER.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let marked = [&[0xEF, 0xBB, 0xBF], REGISTER.as_bytes()].concat();
    for bytes in [wide, marked] {
        assert!(read(&bytes).is_ok_and(|profile| profile.part(ServicePart::Register).is_whole()));
    }
}

#[test]
fn nothing_secret_of_a_profile_is_shown() {
    let text = format!("{REGISTER}{DELIVERY}{UPDATE}[kanariefugl]\n");
    let profile = read(text.as_bytes()).unwrap();
    let shown = profile.reading("a.toml");
    assert!(!format!("{shown:?}").contains("kanarie\""), "{shown:?}");
    assert!(!format!("{shown:?}").contains("hemmelig"), "{shown:?}");
    assert_eq!(shown.unknown, ["kanariefugl"], "a table that nobody reads is told");
}

#[test]
fn a_part_is_kept_by_itself() {
    let text = format!("# who\n{REGISTER}{DELIVERY}");
    let kept = only(&text, ServicePart::Delivery).unwrap();
    let [register, _, delivery, _] = parts(&kept);
    assert_eq!((register, delivery), (PartReading::Unnamed, whole(None, "modtager.example")));
    assert_eq!(only(&text, ServicePart::Update), None);
}

fn given(source: ProfileSource, text: &str) -> Given {
    Given { source, file: format!("{source:?}.toml"), read: read(text.as_bytes()) }
}

fn source_of(profiles: &Profiles, part: ServicePart) -> Option<ProfileSource> {
    profiles.source(part)
}

#[test]
fn the_managed_profile_decides_before_the_named_one_and_that_before_the_kept_one() {
    use ProfileSource::{Kept, Managed, Named};
    let virk = "[register]\nurl = \"https://cvr.example\"\n";
    let (chosen, profiles) = in_force(vec![
        given(Kept, &format!("{virk}{UPDATE}")),
        given(Named, &format!("{REGISTER}{DELIVERY}")),
        given(Managed, "[delivery]\nurl = \"nowhere\"\n"),
    ]);
    assert_eq!(chosen.register.map(|register| register.kind), Some(Kind::Datafordeler));
    assert!(chosen.receiver.is_none(), "a managed part that is broken is done without");
    assert!(chosen.update.is_some() && chosen.broker.is_none());
    assert_eq!(
        ServicePart::ALL.map(|part| source_of(&profiles, part)),
        [Some(Named), None, Some(Managed), Some(Kept)]
    );
    let overruled = |part| profiles.parts.get(&part).unwrap().overruled.clone();
    assert_eq!(overruled(ServicePart::Register), [(Kept, "Kept.toml".to_owned())]);
    assert_eq!(overruled(ServicePart::Delivery), [(Named, "Named.toml".to_owned())]);
    assert_eq!(profiles.unusable(), ["delivery.url"]);
}

#[test]
fn a_profile_that_cannot_be_read_is_told_and_the_next_one_decides() {
    use ProfileSource::{Kept, Managed};
    let (chosen, profiles) = in_force(vec![given(Managed, "[register\n"), given(Kept, REGISTER)]);
    assert!(chosen.register.is_some());
    let [unread] = profiles.unread.as_slice() else { panic!("{profiles:?}") };
    assert_eq!((unread.source, unread.problem), (Managed, Problem::ProfileNotToml));
    assert_eq!(profiles.unusable(), ["Managed.toml:1"]);
}

proptest! {
    #[test]
    fn any_bytes_are_a_profile_or_none(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        if let Ok(profile) = read(&bytes) {
            prop_assert!(!profile.is_of_practice());
        }
    }

    /// Whatever parts there are, keeping each by itself loses none and adds none.
    #[test]
    fn the_parts_kept_one_by_one_are_the_profile(named in prop::collection::vec(any::<bool>(), 3)) {
        let tables = [REGISTER, DELIVERY, UPDATE];
        let text: String =
            tables.iter().zip(&named).filter(|(_, named)| **named).map(|(text, _)| *text).collect();
        let whole = parts(&text);
        for (part, reading) in ServicePart::ALL.into_iter().zip(whole) {
            let kept = only(&text, part);
            prop_assert_eq!(kept.is_some(), reading != PartReading::Unnamed);
            if let Some(kept) = kept {
                prop_assert_eq!(read(kept.as_bytes()).unwrap().part(part), reading);
            }
        }
    }
}
