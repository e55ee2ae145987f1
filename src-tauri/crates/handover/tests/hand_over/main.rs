//! A case goes from one machine to another in a file, or it does not go at all.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod documents;
mod login;
mod sample;

use domain::case::CaseId;
use domain::connection::{Administrator, Connection, Reporter};
use domain::person::{BirthDate, EmailAddress, PersonName};
use domain::problem::Problem;
use domain::{Environment, Timestamp, day_in_denmark};
use evidence::ApprovalRequest;
use handover::{Error, file_name, open, seal, words, write};
use sample::{CASE, connection, handed_over, six};
use std::fs;
use std::time::Duration;

fn request(environment: Environment) -> ApprovalRequest {
    ApprovalRequest::of(&connection(), environment, &CaseId(CASE.into()))
}

#[test]
fn what_goes_in_comes_out_with_the_words_as_people_type_them() {
    let file = seal(&request(Environment::Practice), &[], None, handed_over(), &six()).unwrap();
    for typed in [
        "anker birk cello æble måge fugl",
        " Anker, Birk,Cello - ÆBLE\nMÅGE  fugl.",
        "anker birk cello aeble maage fugl",
    ] {
        let opened = open(file.as_slice(), typed, Environment::Practice, handed_over()).unwrap();
        assert_eq!((opened.case.0.as_str(), opened.handed_over), (CASE, handed_over()));
        assert_eq!(opened.connection, connection());
    }
}

#[test]
fn drawn_words_open_the_file() {
    let words = words().unwrap();
    let file = seal(&request(Environment::Live), &[], None, handed_over(), &words).unwrap();
    assert_eq!(
        open(file.as_slice(), &words.join(" "), Environment::Live, handed_over())
            .unwrap()
            .connection,
        connection()
    );
}

#[test]
fn wrong_words_do_not_open_it() {
    let file = seal(&request(Environment::Practice), &[], None, handed_over(), &six()).unwrap();
    for typed in [
        "",
        "anker birk cello æble måge",
        "birk anker cello æble måge fugl",
        "anker birk cello æble måge fugle",
    ] {
        assert_eq!(
            open(file.as_slice(), typed, Environment::Practice, handed_over()),
            Err(Error::WrongWords),
            "{typed}"
        );
    }
}

#[test]
fn a_file_of_the_other_environment_is_refused() {
    for (made, opened) in
        [(Environment::Practice, Environment::Live), (Environment::Live, Environment::Practice)]
    {
        let file = seal(&request(made), &[], None, handed_over(), &six()).unwrap();
        assert_eq!(
            open(file.as_slice(), &six().join(" "), opened, handed_over()),
            Err(Error::OtherEnvironment)
        );
    }
}

/// What comes in a file passes the same checks as what is typed, whatever the version that wrote it
/// let through.
#[test]
fn what_nobody_could_type_is_refused_and_named() {
    let name = |text: &str| PersonName::kept(text).unwrap();
    let mail = |text: &str| EmailAddress::kept(text).unwrap();
    let changed = |change: &dyn Fn(&mut Connection)| {
        let mut connection = connection();
        change(&mut connection);
        connection
    };
    let reporter = |it: &mut Connection| it.reporter.clone().unwrap();
    let mut refused = vec![
        (
            changed(&|it| it.representative.name = name("Bo\u{200b} Lund")),
            Problem::HandoverRepresentativeName,
        ),
        (
            changed(&|it| it.representative.title = "di\u{ad}rektør".into()),
            Problem::HandoverRepresentativeTitle,
        ),
        (
            changed(&|it| {
                it.administrators.push(it.administrators[0].clone());
                it.administrators[1].name = name("Ida\u{200b} Lund");
            }),
            Problem::HandoverAdministratorName,
        ),
        (
            changed(&|it| it.administrators[0].email = mail("ida@x.dk\u{feff}")),
            Problem::HandoverAdministratorEmail,
        ),
        (
            changed(&|it| {
                it.reporter = Some(Reporter { name: name("\u{feff}Mie"), ..reporter(it) })
            }),
            Problem::HandoverReporterName,
        ),
        (
            changed(&|it| it.reporter = Some(Reporter { email: mail("mie@x"), ..reporter(it) })),
            Problem::HandoverReporterEmail,
        ),
        (
            changed(&|it| {
                it.reporter =
                    Some(Reporter { organisation: Some("Re\u{200b}vision".into()), ..reporter(it) })
            }),
            Problem::HandoverReporterOrganisation,
        ),
    ];
    for text in
        ["bo\u{200b}@nordlys.example", "bo..lund@nordlys.example", "mailto:bo@nordlys.example"]
    {
        refused.push((
            changed(&|it| it.representative.email = mail(text)),
            Problem::HandoverRepresentativeEmail,
        ));
    }
    // Terminals and bidirectional text: neither can be typed.
    for text in ["Bo\u{1b}[31m Lund", "Bo \u{202e}dnuL"] {
        let problem = Problem::HandoverRepresentativeName;
        refused.push((changed(&|it| it.representative.name = name(text)), problem));
        let title = Problem::HandoverRepresentativeTitle;
        refused.push((changed(&|it| it.representative.title = text.into()), title));
    }
    let title = changed(&|it| it.representative.title = "direktør ".repeat(100_000));
    refused.push((title, Problem::HandoverRepresentativeTitle));
    let firm = "Revision".repeat(30);
    let organisation = changed(&|it| {
        it.reporter = Some(Reporter { organisation: Some(firm.clone()), ..reporter(it) })
    });
    refused.push((organisation, Problem::HandoverReporterOrganisation));
    let many = changed(&|it| it.administrators = vec![it.administrators[0].clone(); 4000]);
    refused.push((many, Problem::HandoverAdministratorsMany));
    let twice = changed(&|it| {
        let other = Administrator { is_representative: false, ..it.administrators[0].clone() };
        it.administrators = vec![other.clone(), other];
    });
    refused.push((twice, Problem::HandoverAdministratorTwice));
    let born = changed(&|it| {
        let other = Administrator {
            name: name("Ida Lund"),
            email: mail("ida@x.dk"),
            ..it.administrators[0].clone()
        };
        let tomorrow = day_in_denmark(handed_over()).tomorrow().unwrap();
        let born = BirthDate::from_date(tomorrow, tomorrow.tomorrow().unwrap()).unwrap();
        it.administrators.push(Administrator { born, ..other });
    });
    refused.push((born, Problem::HandoverAdministratorBorn));
    for (connection, problem) in refused {
        let administrator = match problem {
            Problem::HandoverAdministratorName
            | Problem::HandoverAdministratorTwice
            | Problem::HandoverAdministratorBorn => Some(2),
            Problem::HandoverAdministratorEmail => Some(1),
            _ => None,
        };
        let request = ApprovalRequest::of(&connection, Environment::Practice, &CaseId(CASE.into()));
        let file = seal(&request, &[], None, handed_over(), &six()).unwrap();
        assert_eq!(
            open(file.as_slice(), &six().join(" "), Environment::Practice, handed_over()),
            Err(Error::NotAccepted { problem, administrator })
        );
    }
}

/// A clock may be a few hours wrong; a file of the year 9999 says something else.
#[test]
fn a_file_from_the_future_is_refused_and_says_so() {
    let open_at = |made: Timestamp| {
        let file = seal(&request(Environment::Practice), &[], None, made, &six()).unwrap();
        open(file.as_slice(), &six().join(" "), Environment::Practice, handed_over())
    };
    let hour = Duration::from_secs(60 * 60);
    assert!(open_at(handed_over() + 24 * hour).is_ok());
    let refused = Error::NotAccepted { problem: Problem::HandoverDate, administrator: None };
    for made in [handed_over() + 25 * hour, "9999-01-01T00:00:00Z".parse().unwrap()] {
        assert_eq!(open_at(made), Err(refused), "{made}");
    }
}

#[test]
fn a_damaged_file_is_unreadable() {
    let file = seal(&request(Environment::Practice), &[], None, handed_over(), &six()).unwrap();
    let mut flipped = file.clone();
    *flipped.last_mut().unwrap() ^= 1;
    for damaged in [&file[..file.len() - 1], &flipped, &file[1..], b"PK\x03\x04", b""] {
        assert_eq!(
            open(damaged, &six().join(" "), Environment::Practice, handed_over()),
            Err(Error::Unreadable)
        );
    }
}

#[test]
fn a_case_under_another_kind_of_name_is_unreadable() {
    for case in ["", "../../x", "0123456789ABCDEF0123456789ABCDEF", "0123456789abcdef"] {
        let request =
            ApprovalRequest::of(&connection(), Environment::Practice, &CaseId(case.into()));
        let file = seal(&request, &[], None, handed_over(), &six()).unwrap();
        assert_eq!(
            open(file.as_slice(), &six().join(" "), Environment::Practice, handed_over()),
            Err(Error::Unreadable),
            "{case}"
        );
    }
}

#[test]
fn too_few_words_or_too_large_a_request_make_no_file() {
    assert_eq!(
        seal(&request(Environment::Practice), &[], None, handed_over(), &six()[..5]),
        Err(Error::NotWritten)
    );
    let mut large = connection();
    large.organisation.signing_rule = Some("x".repeat(2 * 1024 * 1024));
    let large = ApprovalRequest::of(&large, Environment::Practice, &CaseId(CASE.into()));
    assert_eq!(seal(&large, &[], None, handed_over(), &six()), Err(Error::NotWritten));
}

#[test]
fn nothing_that_was_typed_stands_in_the_file() {
    let file = seal(&request(Environment::Practice), &[], None, handed_over(), &six()).unwrap();
    for typed in ["Nordlys", "13748136", "Mette", "1981", "jens@", "anker", "tilslut/"] {
        assert!(!file.windows(typed.len()).any(|window| window == typed.as_bytes()), "{typed}");
    }
}

#[test]
fn the_file_name_tells_the_environment_and_the_organisation() {
    assert_eq!(
        file_name(&request(Environment::Practice)),
        "PRØVE Nordlys ApS CVR 13748136.tilslut"
    );
    assert_eq!(file_name(&request(Environment::Live)), "Nordlys ApS CVR 13748136.tilslut");
    let mut nameless = connection();
    nameless.organisation.name = "...".into();
    let nameless = ApprovalRequest::of(&nameless, Environment::Practice, &CaseId(CASE.into()));
    assert_eq!(file_name(&nameless), "PRØVE CVR 13748136.tilslut");
}

#[test]
fn a_file_is_written_whole_over_an_older_one() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(file_name(&request(Environment::Practice)));
    for bytes in [&b"first"[..], b"second, longer", b""] {
        write(&path, bytes).unwrap();
        assert_eq!(fs::read(&path).unwrap(), bytes);
    }
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "nothing else is left behind");
}

#[test]
fn a_place_that_cannot_be_written_leaves_what_is_there() {
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(
        write(&folder.path().join("missing").join("a.tilslut"), b"x"),
        Err(Error::NotWritten)
    );
    let taken = folder.path().join("a-folder.tilslut");
    fs::create_dir(&taken).unwrap();
    fs::write(taken.join("kept"), b"kept").unwrap();
    assert_eq!(write(&taken, b"x"), Err(Error::NotWritten));
    assert_eq!(fs::read(taken.join("kept")).unwrap(), b"kept");
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "nothing else is left behind");
}
