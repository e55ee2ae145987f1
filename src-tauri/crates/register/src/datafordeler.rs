//! Datafordeler's GraphQL service for CVR (`domain.md` §6.2): official, over HTTPS, and without management.
//!
//! It answers one question about one kind of row at a time, so a look-up is one question for the unit and then the rest at
//! once, joined by the unit's id. Directors and signing rules are not in it, and names of persons need an access of their
//! own; so candidates and the signing rule are not told.

use crate::address::Parts;
use crate::line::{Line, Patience};
use crate::odd::{List, One, Scalar, Text};
use crate::secret::ApiKey;
use crate::text::{clean, plain, postal_code};
use crate::{Trouble, Unconfigured};
use domain::Timestamp;
use domain::cvr::CvrNumber;
use domain::organisation::{Organisation, Origins, Source, Status};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use serde::Deserialize;
use serde::de::IgnoredAny;
use serde_json::json;
use std::collections::HashMap;
use std::fmt;

/// Where the service is, unless a profile says otherwise. Earlier versions answer 404, which is [`Trouble::Gone`].
pub(crate) const ADDRESS: &str = "https://graphql.datafordeler.dk/CVR/v2";

/// The service, and the key that opens it.
#[derive(Clone)]
pub struct Datafordeler {
    line: Line,
    key: ApiKey,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Answer<'a> {
    #[serde(borrow)]
    data: Option<HashMap<String, One<Rows<'a>>>>,
    errors: Option<Vec<IgnoredAny>>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Rows<'a> {
    #[serde(borrow)]
    nodes: List<Row<'a>>,
}

/// A row of any kind: each kind has only some of these.
#[derive(Deserialize, Default)]
#[serde(default, rename_all = "camelCase")]
struct Row<'a> {
    #[serde(borrow)]
    id: Scalar<'a>,
    #[serde(rename = "CVRNummer")]
    cvr_nummer: Scalar<'a>,
    // General knowledge of medium certainty: the name of this member.
    status: Text<'a>,
    virkning_fra: Text<'a>,
    virkning_til: Text<'a>,
    vaerdi: Scalar<'a>,
    vaerdi_tekst: Text<'a>,
    sekvens: Scalar<'a>,
    #[serde(rename = "AdresseringAnvendelse")]
    use_of_address: Text<'a>,
    #[serde(rename = "CVRAdresse_vejnavn")]
    street: Text<'a>,
    #[serde(rename = "CVRAdresse_husnummerFra")]
    from: Scalar<'a>,
    #[serde(rename = "CVRAdresse_etagebetegnelse")]
    floor: Scalar<'a>,
    #[serde(rename = "CVRAdresse_doerbetegnelse")]
    door: Scalar<'a>,
    #[serde(rename = "CVRAdresse_postnummer")]
    postal_code: Scalar<'a>,
    #[serde(rename = "CVRAdresse_postdistrikt")]
    district: Text<'a>,
    #[serde(rename = "CVRAdresse_landekode")]
    country: Text<'a>,
    kreditoplysningstekst: Text<'a>,
}

/// The rows of one unit.
struct Joined<'a> {
    names: List<Row<'a>>,
    addresses: List<Row<'a>>,
    forms: List<Row<'a>>,
    /// None when the answer about them cannot be read.
    credit: Option<List<Row<'a>>>,
}

/// The unit that a number names, as every other row refers to it.
struct Unit {
    id: String,
    status: Option<String>,
    /// The moment at which the rows of the unit are asked for: now, or within the last time that it existed.
    at: Timestamp,
    has_ended: bool,
}

impl Datafordeler {
    /// The service at its address, such as `https://graphql.datafordeler.dk/CVR/v2`. The key travels in the address of
    /// every question, so plain `http` is never taken but on this machine: [`Unconfigured::PlainHttp`].
    pub fn new(address: &str, key: ApiKey) -> Result<Self, Unconfigured> {
        let line = Line::new(address, Patience::default(), None)?;
        if line.is_open() { Err(Unconfigured::PlainHttp) } else { Ok(Self { line, key }) }
    }

    /// The same service with other limits than [`Patience::default`].
    pub fn with_patience(self, patience: Patience) -> Self {
        Self { line: self.line.with_patience(patience), ..self }
    }

    /// Asks for the organisation with the number. `now` is kept as the time of the look-up.
    pub async fn look_up(&self, cvr: CvrNumber, now: Timestamp) -> Result<Organisation, Trouble> {
        self.line.in_time(self.joined(cvr, now)).await
    }

    async fn joined(&self, cvr: CvrNumber, now: Timestamp) -> Result<Organisation, Trouble> {
        let filter = format!("first: 100, where: {{ CVRNummer: {{ eq: {} }} }}", cvr.as_u32());
        let units = self.ask("CVR_Virksomhed", &filter, "id CVRNummer status virkningFra virkningTil").await?;
        let unit = unit(&rows(&units, "CVR_Virksomhed")?, cvr, now)?;
        let filter = format!(
            "first: 50, virkningstid: \"{:.0}\", where: {{ CVREnhedsId: {{ eq: {} }} }}",
            unit.at,
            // A text of GraphQL is written as one of JSON.
            json!(unit.id)
        );
        let (names, addresses, forms, credit) = tokio::try_join!(
            self.ask("CVR_Navn", &filter, "vaerdi sekvens"),
            self.ask(
                "CVR_Adressering",
                &filter,
                "AdresseringAnvendelse CVRAdresse_vejnavn CVRAdresse_husnummerFra CVRAdresse_etagebetegnelse CVRAdresse_doerbetegnelse \
                 CVRAdresse_postnummer CVRAdresse_postdistrikt CVRAdresse_landekode"
            ),
            self.ask("CVR_Virksomhedsform", &filter, "vaerdi vaerdiTekst"),
            // The one question that a look-up can do without.
            async { Ok(self.ask("CVR_Kreditoplysninger", &filter, "kreditoplysningstekst").await.ok()) },
        )?;
        let rows = Joined {
            names: rows(&names, "CVR_Navn")?,
            addresses: rows(&addresses, "CVR_Adressering")?,
            forms: rows(&forms, "CVR_Virksomhedsform")?,
            credit: credit.as_deref().and_then(|credit| rows(credit, "CVR_Kreditoplysninger").ok()),
        };
        organisation(unit, &rows, cvr, now).ok_or(Trouble::Nonsense)
    }

    /// One kind of row is all that one question may ask for.
    async fn ask(&self, kind: &str, filter: &str, members: &str) -> Result<Vec<u8>, Trouble> {
        let question = json!({ "query": format!("{{ {kind}({filter}) {{ nodes {{ {members} }} }} }}") });
        let mut address = self.line.address();
        address.query_pairs_mut().append_pair("apiKey", self.key.expose());
        self.line.ask(|| self.line.client().post(address.clone()).json(&question)).await
    }
}

/// Nothing of the key.
impl fmt::Debug for Datafordeler {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Datafordeler(…)")
    }
}

/// The rows of an answer without errors.
fn rows<'a>(answer: &'a [u8], kind: &str) -> Result<List<Row<'a>>, Trouble> {
    let answer: Answer<'a> = crate::read::parse(answer)?;
    let mut kinds = answer.data.filter(|_| answer.errors.unwrap_or_default().is_empty()).ok_or(Trouble::Nonsense)?;
    let rows = kinds.remove(kind).and_then(One::into_inner).ok_or(Trouble::Nonsense)?;
    if rows.nodes.is_whole() { Ok(rows.nodes) } else { Err(Trouble::Nonsense) }
}

/// The unit that exists now, or the last that did.
fn unit(rows: &List<Row<'_>>, cvr: CvrNumber, now: Timestamp) -> Result<Unit, Trouble> {
    if rows.iter().len() == 0 {
        return Err(Trouble::Unknown);
    }
    let asked = rows.iter().filter(|row| row.cvr_nummer.number() == Some(u64::from(cvr.as_u32())));
    let lasts = |row: &Row<'_>| match row.virkning_til.as_str() {
        None => true,
        Some(end) => moment(end).is_some_and(|end| end > now),
    };
    let began = |row: &Row<'_>| row.virkning_fra.as_str().and_then(moment);
    let newest = asked.max_by_key(|row| (lasts(row), began(row))).ok_or(Trouble::Nonsense)?;
    let has_ended = !lasts(newest);
    Ok(Unit {
        id: plain(&newest.id).ok_or(Trouble::Nonsense)?,
        status: clean(newest.status.as_str()),
        at: if has_ended { began(newest).unwrap_or(now) } else { now },
        has_ended,
    })
}

/// A moment as the service writes it: with an offset from UTC, or a day in Denmark.
fn moment(text: &str) -> Option<Timestamp> {
    text.parse().ok().or_else(|| {
        let zone = TimeZone::get("Europe/Copenhagen").ok()?;
        Some(text.parse::<Date>().ok()?.to_zoned(zone).ok()?.timestamp())
    })
}

fn organisation(unit: Unit, rows: &Joined<'_>, cvr: CvrNumber, now: Timestamp) -> Option<Organisation> {
    // The first in sequence is the name, the rest are secondary.
    let name = rows.names.iter().min_by_key(|row| row.sekvens.number().unwrap_or(u64::MAX)).and_then(|row| plain(&row.vaerdi))?;
    let form = rows.forms.iter().next()?;
    let form_code: u16 = form.vaerdi.number()?.try_into().ok()?;
    let is_seat = |row: &&Row<'_>| row.use_of_address.as_str().is_some_and(|use_of| use_of.to_lowercase().contains("beliggenhed"));
    let address = rows.addresses.iter().find(is_seat).map(|row| parts(row).lines());
    let (status, status_text) = status(&unit, rows.credit.as_ref());
    let told = |is_told: bool| is_told.then_some(Source::Datafordeler);
    Some(Organisation {
        cvr,
        name,
        origins: Origins {
            name: Some(Source::Datafordeler),
            address: told(address.is_some()),
            form: Some(Source::Datafordeler),
            status: told(status != Status::Uncertain || !status_text.is_empty()),
            candidates: None,
            signing_rule: None,
        },
        address: address.unwrap_or_default(),
        form_code,
        form: clean(form.vaerdi_tekst.as_str()).unwrap_or_else(|| form_code.to_string()),
        status,
        status_text,
        candidates: Vec::new(),
        signing_rule: None,
        looked_up: now,
    })
}

/// The unit's own status knows neither bankruptcy nor dissolution; the credit notes do. Where those cannot be read, that it
/// is active is not enough to call it so, and the status is not told.
fn status(unit: &Unit, credit: Option<&List<Row<'_>>>) -> (Status, String) {
    let own = unit.status.clone().unwrap_or_default();
    if unit.has_ended {
        return (Status::Ceased, own);
    }
    let note = credit.into_iter().flat_map(List::iter).filter_map(|row| clean(row.kreditoplysningstekst.as_str())).find(|note| {
        let note = note.to_lowercase();
        ["konkurs", "tvangsopløs", "rekonstruktion", "likvidation"].iter().any(|word| note.contains(word))
    });
    match (Status::of(&own), note) {
        (Status::Active | Status::Uncertain, Some(note)) => (Status::Dissolving, note),
        (Status::Active, None) if credit.is_none() => (Status::Uncertain, String::new()),
        (status, _) => (status, own),
    }
}

fn parts(row: &Row<'_>) -> Parts {
    Parts {
        street: clean(row.street.as_str()),
        from: plain(&row.from),
        floor: plain(&row.floor),
        door: plain(&row.door),
        postal_code: postal_code(&row.postal_code),
        district: clean(row.district.as_str()),
        country: clean(row.country.as_str()),
        ..Parts::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::odd::arbitrary::json;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn any_rows_are_joined_or_refused(unit_row in json(), name in json(), form in json(), address in json(), end in ".{0,30}") {
            let now = Timestamp::UNIX_EPOCH;
            let cvr = CvrNumber::parse("13748136").unwrap();
            let answer = |row: serde_json::Value| json!({ "data": { "rows": { "nodes": [row] } } }).to_string();
            let units = json!({ "id": unit_row, "CVRNummer": 13_748_136, "virkningFra": end, "virkningTil": name });
            let name = json!({ "vaerdi": name, "sekvens": form });
            let form = json!({ "vaerdi": "80", "vaerdiTekst": form });
            let address = json!({ "AdresseringAnvendelse": "beliggenhedsadresse", "CVRAdresse_vejnavn": address, "CVRAdresse_postnummer": address });
            let answers = [units, name, address, form].map(answer);
            let [units, names, addresses, forms] = answers.each_ref().map(|answer| rows(answer.as_bytes(), "rows"));
            let (Ok(units), Ok(names), Ok(addresses), Ok(forms)) = (units, names, addresses, forms) else { panic!("sound JSON") };
            if let Ok(unit) = unit(&units, cvr, now) {
                let joined = Joined { names, addresses, forms, credit: None };
                prop_assert!(organisation(unit, &joined, cvr, now).is_none_or(|read| !read.name.is_empty() && !read.form.is_empty()));
            }
        }

        #[test]
        fn any_bytes_are_refused(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
            prop_assert!(rows(&bytes, "CVR_Navn").is_err());
        }
    }
}
