//! Datafordeler's GraphQL service for CVR (`domain.md` §6.2): official, over HTTPS, and without
//! management.
//!
//! It answers one question about one kind of row at a time, so a look-up is one question for the
//! unit and then the rest at once, joined by the unit's id. Directors and signing rules are not in
//! it, and names of persons need an access of their own; so candidates and the signing rule are not
//! told.

use crate::address::{AddressParts, houses};
use crate::endpoint::{Endpoint, Patience};
use crate::lenient::{HasUnreadable as _, List, One, Scalar, Text, has_unreadable};
use crate::read::{NO_FORM, no_name};
use crate::secret::ApiKey;
use crate::text::{Reading, clean, plain, postal_code};
use crate::{Error, Unconfigured};
use domain::cvr::CvrNumber;
use domain::organisation::{Organisation, Origins, Part, Source, Status};
use domain::{Timestamp, day_in_denmark};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use serde::Deserialize;
use serde::de::IgnoredAny;
use serde_json::json;
use std::collections::HashMap;
use std::fmt;

/// Where the service is, unless a profile says otherwise. Earlier versions answer 404, which is
/// [`Error::Gone`].
pub(crate) const ADDRESS: &str = "https://graphql.datafordeler.dk/CVR/v2";

/// The service, and the key that opens it.
#[derive(Clone)]
pub struct Datafordeler {
    line: Endpoint,
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
    /// `aktiv` or `inaktiv`.
    status: Text<'a>,
    /// The last day on which it is.
    virksomhed_ophoersdato: Text<'a>,
    virkning_fra: Text<'a>,
    virkning_til: Text<'a>,
    vaerdi: Scalar<'a>,
    vaerdi_tekst: Text<'a>,
    sekvens: Scalar<'a>,
    #[serde(rename = "AdresseringAnvendelse")]
    use_of_address: Text<'a>,
    co_navn: Text<'a>,
    #[serde(rename = "CVRAdresse_vejnavn")]
    street: Text<'a>,
    /// With its letter.
    #[serde(rename = "CVRAdresse_husnummerFra")]
    from: Scalar<'a>,
    #[serde(rename = "CVRAdresse_husnummerTil")]
    to: Scalar<'a>,
    #[serde(rename = "CVRAdresse_postboks")]
    postbox: Scalar<'a>,
    #[serde(rename = "CVRAdresse_supplerendeBynavn")]
    place: Text<'a>,
    #[serde(rename = "CVRAdresse_adresseFritekst")]
    free: Text<'a>,
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

has_unreadable! {
    Row {
        id, cvr_nummer, status, virksomhed_ophoersdato, virkning_fra, virkning_til, vaerdi, vaerdi_tekst, sekvens, use_of_address, co_navn, street, from, to,
        postbox, place, free, floor, door, postal_code, district, country, kreditoplysningstekst,
    }
}

/// What is asked of the unit; the service's own list of it has nothing else that tells about the
/// organisation.
const UNIT: &str = "id CVRNummer status virksomhedOphoersdato virkningFra virkningTil";

/// What is asked of addresses. `docs/reference/registers.md` says what is not.
const ADDRESS_OF: &str = "AdresseringAnvendelse coNavn CVRAdresse_vejnavn CVRAdresse_husnummerFra CVRAdresse_husnummerTil \
     CVRAdresse_etagebetegnelse CVRAdresse_doerbetegnelse CVRAdresse_supplerendeBynavn CVRAdresse_postboks CVRAdresse_postnummer \
     CVRAdresse_postdistrikt CVRAdresse_landekode CVRAdresse_adresseFritekst";

/// What has been answered since the service began. It refuses a whole question for one member that
/// it does not know, and these are asked for when that happens.
const UNIT_LEAST: &str = "id CVRNummer status virkningFra virkningTil";
const ADDRESS_OF_LEAST: &str = "AdresseringAnvendelse CVRAdresse_vejnavn CVRAdresse_husnummerFra CVRAdresse_etagebetegnelse \
     CVRAdresse_doerbetegnelse CVRAdresse_postnummer CVRAdresse_postdistrikt CVRAdresse_landekode";

/// The rows of one unit.
struct Joined<'a> {
    names: List<Row<'a>>,
    /// None when the answer about them cannot be read.
    addresses: Option<List<Row<'a>>>,
    /// The same.
    forms: Option<List<Row<'a>>>,
    /// None when the answer about them cannot be read.
    credit: Option<List<Row<'a>>>,
}

/// The unit that a number names, as every other row refers to it.
struct Unit {
    id: String,
    status: Option<String>,
    /// The moment at which the rows of the unit are asked for: now, or within the last time that it
    /// existed.
    at: Timestamp,
    has_ended: bool,
    /// Something in its row cannot be read.
    has_unreadable: bool,
}

impl Datafordeler {
    /// The service at its address, such as `https://graphql.datafordeler.dk/CVR/v2`. The key
    /// travels in the address of every question, so plain `http` is never taken but on this
    /// machine: [`Unconfigured::PlainHttp`].
    pub fn new(address: &str, key: ApiKey) -> Result<Self, Unconfigured> {
        let line = Endpoint::new(address, Patience::default(), None)?;
        if line.is_open() { Err(Unconfigured::PlainHttp) } else { Ok(Self { line, key }) }
    }

    /// The same service with other limits than [`Patience::default`].
    pub fn with_patience(self, patience: Patience) -> Self {
        Self { line: self.line.with_patience(patience), ..self }
    }

    /// Asks for the organisation with the number. `now` is kept as the time of the look-up.
    pub async fn look_up(&self, cvr: CvrNumber, now: Timestamp) -> Result<Organisation, Error> {
        self.line.in_time(self.joined(cvr, now)).await
    }

    async fn joined(&self, cvr: CvrNumber, now: Timestamp) -> Result<Organisation, Error> {
        let filter = format!("first: 100, where: {{ CVRNummer: {{ eq: {} }} }}", cvr.as_u32());
        let units = self.ask_most("CVR_Virksomhed", &filter, [UNIT, UNIT_LEAST]).await?;
        let unit = unit(&rows(&units, "CVR_Virksomhed")?, cvr, now)?;
        let filter = format!(
            "first: 50, virkningstid: \"{:.0}\", where: {{ CVREnhedsId: {{ eq: {} }} }}",
            unit.at,
            // A text of GraphQL is written as one of JSON.
            json!(unit.id)
        );
        let (names, addresses, forms, credit) = tokio::try_join!(
            self.ask("CVR_Navn", &filter, "vaerdi sekvens"),
            // What a look-up can do without.
            async {
                Ok(self
                    .ask_most("CVR_Adressering", &filter, [ADDRESS_OF, ADDRESS_OF_LEAST])
                    .await
                    .ok())
            },
            async { Ok(self.ask("CVR_Virksomhedsform", &filter, "vaerdi vaerdiTekst").await.ok()) },
            async {
                Ok(self.ask("CVR_Kreditoplysninger", &filter, "kreditoplysningstekst").await.ok())
            },
        )?;
        let rows = Joined {
            names: rows(&names, "CVR_Navn")?,
            addresses: addresses
                .as_deref()
                .and_then(|addresses| rows(addresses, "CVR_Adressering").ok()),
            forms: forms.as_deref().and_then(|forms| rows(forms, "CVR_Virksomhedsform").ok()),
            credit: credit.as_deref().and_then(|credit| rows(credit, "CVR_Kreditoplysninger").ok()),
        };
        organisation(unit, &rows, cvr, now).ok_or(Error::Nonsense)
    }

    /// Asks for the first members, and for the second when the service does not know one of the
    /// first.
    async fn ask_most(
        &self,
        kind: &str,
        filter: &str,
        [most, least]: [&str; 2],
    ) -> Result<Vec<u8>, Error> {
        let answer = self.ask(kind, filter, most).await;
        match answer {
            Ok(answer) if rows(&answer, kind).is_ok() => Ok(answer),
            // The service tells such a mistake with status 400 too.
            Ok(_) | Err(Error::Nonsense) => self.ask(kind, filter, least).await,
            Err(trouble) => Err(trouble),
        }
    }

    /// One kind of row is all that one question may ask for.
    async fn ask(&self, kind: &str, filter: &str, members: &str) -> Result<Vec<u8>, Error> {
        let question =
            json!({ "query": format!("{{ {kind}({filter}) {{ nodes {{ {members} }} }} }}") });
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
fn rows<'a>(answer: &'a [u8], kind: &str) -> Result<List<Row<'a>>, Error> {
    let answer: Answer<'a> = crate::read::parse(answer)?;
    let mut kinds = answer
        .data
        .filter(|_| answer.errors.unwrap_or_default().is_empty())
        .ok_or(Error::Nonsense)?;
    let rows = kinds.remove(kind).and_then(One::into_inner).ok_or(Error::Nonsense)?;
    let odd_only = rows.nodes.is_malformed() && rows.nodes.iter().len() == 0;
    if rows.nodes.is_present() && !odd_only { Ok(rows.nodes) } else { Err(Error::Nonsense) }
}

/// The unit that exists now, or the last that did.
fn unit(rows: &List<Row<'_>>, cvr: CvrNumber, now: Timestamp) -> Result<Unit, Error> {
    if rows.iter().len() == 0 {
        return Err(Error::Unknown);
    }
    let asked = rows.iter().filter(|row| row.cvr_nummer.number() == Some(u64::from(cvr.as_u32())));
    let lasts = |row: &Row<'_>| match row.virkning_til.as_str() {
        None => true,
        Some(end) => moment(end).is_some_and(|end| end > now),
    };
    let began = |row: &Row<'_>| row.virkning_fra.as_str().and_then(moment);
    let newest = asked.max_by_key(|row| (lasts(row), began(row))).ok_or(Error::Nonsense)?;
    // Its last day may lie in the future: then it is still active (`domain.md` §11).
    let last_day = newest.virksomhed_ophoersdato.as_str().and_then(day);
    let over = last_day.is_some_and(|day| day < day_in_denmark(now));
    let has_ended = !lasts(newest) || over;
    let at_the_end = || last_day.filter(|_| lasts(newest)).and_then(begins);
    Ok(Unit {
        id: plain(&newest.id).ok_or(Error::Nonsense)?,
        status: clean(newest.status.as_str()),
        at: if has_ended { at_the_end().or_else(|| began(newest)).unwrap_or(now) } else { now },
        has_ended,
        has_unreadable: newest.has_unreadable()
            || (newest.virksomhed_ophoersdato.as_str().is_some() && last_day.is_none()),
    })
}

/// A moment as the service writes it: with an offset from UTC, or a day in Denmark.
fn moment(text: &str) -> Option<Timestamp> {
    text.parse().ok().or_else(|| begins(text.parse::<Date>().ok()?))
}

/// When a day begins in Denmark.
fn begins(day: Date) -> Option<Timestamp> {
    Some(day.to_zoned(TimeZone::get(domain::DENMARK).ok()?).ok()?.timestamp())
}

/// A day as the service writes it: a date, or a moment of it.
fn day(text: &str) -> Option<Date> {
    let text = text.trim();
    text.parse::<Timestamp>()
        .map(day_in_denmark)
        .ok()
        .or_else(|| text.get(..10).unwrap_or(text).parse().ok())
}

fn organisation(
    unit: Unit,
    rows: &Joined<'_>,
    cvr: CvrNumber,
    now: Timestamp,
) -> Option<Organisation> {
    let mut left_out = Reading::default();
    // The first in sequence is the name, the rest are secondary.
    let mut names: Vec<&Row<'_>> = rows.names.iter().collect();
    names.sort_by_key(|row| row.sekvens.number().unwrap_or(u64::MAX));
    let name = names.into_iter().find_map(|row| plain(&row.vaerdi));
    let form = || rows.forms.iter().flat_map(List::iter);
    let code = |row: &Row<'_>| row.vaerdi.number().and_then(|code| u16::try_from(code).ok());
    let row = form().find(|row| code(row).is_some()).or_else(|| form().next());
    let form_code = row.and_then(code);
    let form = row.and_then(|row| left_out.text(Part::Form, row.vaerdi_tekst.as_str()));
    let address = rows.addresses.as_ref().and_then(|addresses| address(addresses, &mut left_out));
    for (part, has_unreadable) in [
        (Part::Name, rows.names.has_unreadable()),
        (
            Part::Address,
            rows.addresses.as_ref().is_none_or(crate::lenient::HasUnreadable::has_unreadable),
        ),
        (Part::Form, rows.forms.as_ref().is_none_or(crate::lenient::HasUnreadable::has_unreadable)),
        (
            Part::Status,
            unit.has_unreadable
                || rows.credit.as_ref().is_some_and(crate::lenient::HasUnreadable::has_unreadable),
        ),
    ] {
        left_out.unreadable(part, has_unreadable);
    }
    let (status, status_text) = status(&unit, rows.credit.as_ref());
    let status_text = left_out.text(Part::Status, Some(&status_text)).unwrap_or_default();
    let told = |is_told: bool| is_told.then_some(Source::Datafordeler);
    if name.is_none() && row.is_none() && address.is_none() {
        return None;
    }
    Some(Organisation {
        cvr,
        origins: Origins {
            name: told(name.is_some()),
            address: told(address.is_some()),
            form: told(form_code.is_some() || form.is_some()),
            status: told(status != Status::Uncertain || !status_text.is_empty()),
            candidates: None,
            signing_rule: None,
        },
        name: name.unwrap_or_else(|| no_name(cvr)),
        address: address.unwrap_or_default(),
        form: form
            .or_else(|| form_code.map(|code| code.to_string()))
            .unwrap_or_else(|| NO_FORM.to_owned()),
        form_code: form_code.unwrap_or_default(),
        status,
        status_text,
        candidates: Vec::new(),
        signing_rule: None,
        looked_up: now,
        left_out: left_out.left_out(),
    })
}

/// The address of the seat; where there is none, the postal address, which is all that some units
/// have (`domain.md` §11).
fn address(rows: &List<Row<'_>>, left_out: &mut Reading) -> Option<Vec<String>> {
    let used = |row: &Row<'_>, word: &str| {
        row.use_of_address.as_str().is_some_and(|use_of| use_of.to_lowercase().contains(word))
    };
    let seats = rows.iter().filter(|row| used(row, "beliggenhed"));
    seats.chain(rows.iter().filter(|row| used(row, "post"))).find_map(|row| {
        let lines = parts(row, left_out).lines();
        let lines: Vec<String> =
            lines.iter().filter_map(|line| left_out.text(Part::Address, Some(line))).collect();
        (!lines.is_empty()).then_some(lines)
    })
}

/// The unit's own status knows neither bankruptcy nor dissolution; the credit notes do. Where those
/// cannot be read, that it is active is not enough to call it so, and the status is not told.
fn status(unit: &Unit, credit: Option<&List<Row<'_>>>) -> (Status, String) {
    let own = unit.status.clone().unwrap_or_default();
    if unit.has_ended {
        return (Status::Ceased, own);
    }
    let note = credit
        .into_iter()
        .flat_map(List::iter)
        .filter_map(|row| clean(row.kreditoplysningstekst.as_str()))
        .find(|note| {
            let note = note.to_lowercase();
            ["konkurs", "tvangsopløs", "rekonstruktion", "likvidation"]
                .iter()
                .any(|word| note.contains(word))
        });
    match (Status::of(&own), note) {
        (Status::Active | Status::Uncertain, Some(note)) => (Status::Dissolving, note),
        (Status::Active, None) if credit.is_none() => (Status::Uncertain, String::new()),
        (status, _) => (status, own),
    }
}

fn parts(row: &Row<'_>, left_out: &mut Reading) -> AddressParts {
    let mut text = |raw: &Text<'_>| left_out.text(Part::Address, raw.as_str());
    let (care_of, street, place) = (text(&row.co_navn), text(&row.street), text(&row.place));
    let (district, country) = (text(&row.district), text(&row.country));
    let (from, to) = houses((plain(&row.from), None), (plain(&row.to), None));
    let free = row.free.as_str().unwrap_or_default().lines();
    let mut plain = |value: &Scalar<'_>| left_out.plain(Part::Address, value);
    AddressParts {
        care_of,
        street,
        from,
        to,
        floor: plain(&row.floor),
        door: plain(&row.door),
        postbox: plain(&row.postbox),
        place,
        postal_code: postal_code(&row.postal_code),
        district,
        country: country.map(|code| code.to_uppercase()),
        free: free.filter_map(|line| left_out.text(Part::Address, Some(line))).take(8).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lenient::arbitrary::json;
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
                let joined = Joined { names, addresses: Some(addresses), forms: Some(forms), credit: None };
                prop_assert!(organisation(unit, &joined, cvr, now).is_none_or(|read| !read.name.is_empty() && !read.form.is_empty()));
            }
        }

        #[test]
        fn any_bytes_are_refused(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
            prop_assert!(rows(&bytes, "CVR_Navn").is_err());
        }
    }
}
