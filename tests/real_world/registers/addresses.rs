//! Addresses, in Denmark and abroad, with everything that stands in them.

use super::{ABROAD, COMPANY, changed, file, read};
use serde_json::{Value, json};

const SEAT: &str = "/virksomhedMetadata/nyesteBeliggenhedsadresse";

#[test]
fn an_address_is_told_with_everything_in_it() {
    let danish = |more: Value| {
        let mut address = json!({ "landekode": "DK", "vejnavn": "Havnegade", "husnummerFra": 14, "postnummer": 5953, "postdistrikt": "Tranekær" });
        address.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        address
    };
    for (address, lines) in [
        (
            file(ABROAD).pointer(&format!("{COMPANY}{SEAT}")).unwrap().clone(),
            &["Storgatan 1", "211 42 Malmö", "SE"][..],
        ),
        (
            json!({ "landekode": "NO", "fritekst": "Storgata 1\r\n0155 Oslo", "postnummer": 9999, "postdistrikt": null }),
            &["Storgata 1", "0155 Oslo", "NO"],
        ),
        (
            json!({ "landekode": "DE", "fritekst": "Hafenstr. 1, 24103 Kiel", "postnummer": "0" }),
            &["Hafenstr. 1, 24103 Kiel", "DE"],
        ),
        (
            json!({ "landekode": "SE", "conavn": "Berg", "fritekst": "Storgatan 1" }),
            &["c/o Berg", "Storgatan 1", "SE"],
        ),
        (danish(json!({})), &["Havnegade 14", "5953 Tranekær"]),
        (
            danish(json!({ "husnummerTil": 18, "bogstavTil": "C" })),
            &["Havnegade 14-18C", "5953 Tranekær"],
        ),
        (
            danish(json!({ "bogstavFra": "A", "bogstavTil": "C" })),
            &["Havnegade 14A-C", "5953 Tranekær"],
        ),
        (
            danish(json!({ "conavn": "Winther", "etage": "1", "sidedoer": "tv" })),
            &["c/o Winther", "Havnegade 14, 1. tv", "5953 Tranekær"],
        ),
        (
            danish(json!({ "bynavn": "Lejbølle", "postboks": "12" })),
            &["Havnegade 14", "Postboks 12", "Lejbølle", "5953 Tranekær"],
        ),
        (
            danish(json!({ "fritekst": "Bygning 4" })),
            &["Havnegade 14", "Bygning 4", "5953 Tranekær"],
        ),
        (
            danish(json!({ "vejnavn": null, "bynavn": "Lejbølle" })),
            &["Lejbølle 14", "5953 Tranekær"],
        ),
    ] {
        let organisation = read(&changed(ABROAD, &[(SEAT, address.clone())]));
        assert_eq!(organisation.address, lines, "{address}");
    }
}

/// Every member of an address is read, or the table says that it is not: what is changed changes
/// what is shown exactly then.
#[test]
fn every_member_of_an_address_is_read_or_listed_as_not_read() {
    let members = documented("### Address of `Vrvirksomhed`");
    let whole = json!({
        "landekode": "DK", "fritekst": "Bygning 4", "vejkode": 205, "kommune": { "kommuneKode": 482, "kommuneNavn": "LANGELAND" },
        "husnummerFra": 14, "husnummerTil": 18, "bogstavFra": "A", "bogstavTil": "C", "etage": "1", "sidedoer": "tv", "conavn": "Winther",
        "postboks": "12", "vejnavn": "Havnegade", "bynavn": "Lejbølle", "postnummer": 5953, "postdistrikt": "Tranekær", "adresseId": "a",
        "periode": { "gyldigFra": "2015-01-01", "gyldigTil": null }, "sidstOpdateret": "2015-01-01T00:00:00.000+01:00", "sidstValideret": null,
    });
    let shown = |address: Value| read(&changed(ABROAD, &[(SEAT, address)])).address;
    let before = shown(whole.clone());
    for member in whole.as_object().unwrap().keys() {
        let is_read = members
            .iter()
            .find(|(name, _)| name == member)
            .unwrap_or_else(|| panic!("{member} is not listed"))
            .1;
        let mut other = whole.clone();
        other[member] = if member == "landekode" { json!("SE") } else { json!("77") };
        assert_eq!(shown(other) != before, is_read && member != "periode", "{member}");
    }
    assert_eq!(members.len(), whole.as_object().unwrap().len());
    let asked = documented("### Address of Datafordeler (`CVR_Adressering`)");
    assert!(
        asked.iter().filter(|(_, is_read)| *is_read).count() == 13 && asked.len() == 18,
        "{asked:?}"
    );
}

/// Rows of the table below a heading of `docs/reference/registers.md`: the member, and whether it
/// is read.
fn documented(heading: &str) -> Vec<(String, bool)> {
    let page = std::fs::read_to_string(format!(
        "{}/docs/reference/registers.md",
        env!("CARGO_MANIFEST_DIR")
    ))
    .unwrap();
    let part = page.split(heading).nth(1).unwrap_or_else(|| panic!("{heading}"));
    let part = part.split("\n#").next().unwrap();
    let cells = |line: &str| {
        line.split('|').map(|cell| cell.trim().trim_matches('`').to_owned()).collect::<Vec<_>>()
    };
    part.lines()
        .filter(|line| line.starts_with("| `"))
        .map(cells)
        .map(|row| (row[1].clone(), row[2] == "read"))
        .collect()
}
