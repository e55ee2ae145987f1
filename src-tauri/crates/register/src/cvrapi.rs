//! cvrapi.dk (`domain.md` §6.4): free, not official, fifty look-ups a day, and no management.
//!
//! Everything comes with status 200, errors too, and owners are names without a role. So candidates
//! and the signing rule are not told. Of the status it tells an end and a bankruptcy; that neither
//! is there does not make an organisation active.

use crate::address::AddressParts;
use crate::endpoint::{Endpoint, Patience};
use crate::lenient::{HasUnreadable as _, Scalar, Text};
use crate::quota::Quota;
use crate::read::{NO_FORM, no_name};
use crate::text::{Reading, clean, plain, postal_code};
use crate::{Error, Unconfigured};
use domain::cvr::CvrNumber;
use domain::organisation::{Organisation, Origins, Part, Source, Status};
use domain::{Timestamp, day_in_denmark};
use jiff::civil::Date;
use serde::Deserialize;
use std::fmt;

/// Where the service is, unless a profile says otherwise.
pub(crate) const ADDRESS: &str = "https://cvrapi.dk/api";

/// The service, and who asks it.
#[derive(Clone)]
pub struct Cvrapi {
    line: Endpoint,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Answer<'a> {
    #[serde(borrow)]
    error: Scalar<'a>,
    vat: Scalar<'a>,
    name: Text<'a>,
    address: Text<'a>,
    addressco: Text<'a>,
    zipcode: Scalar<'a>,
    city: Text<'a>,
    cityname: Text<'a>,
    enddate: Scalar<'a>,
    // `companycode`, `companydesc` and `creditbankrupt` are general knowledge, not seen in a
    // published answer.
    companycode: Scalar<'a>,
    companydesc: Text<'a>,
    creditbankrupt: Scalar<'a>,
}

impl Cvrapi {
    /// The service at its address, asked by `contact`: the one who asks and how to reach them, as
    /// `Eksempel ApS - it@eksempel.dk`. The service demands it and refuses whoever does not say; it
    /// must be letters that a header takes (ASCII), in two parts: [`Unconfigured::Contact`].
    pub fn new(address: &str, contact: &str) -> Result<Self, Unconfigured> {
        let contact = contact.trim();
        let parts = contact
            .split_once(" - ")
            .filter(|(who, how)| !who.trim().is_empty() && !how.trim().is_empty());
        if parts.is_none()
            || !contact.bytes().all(|byte| byte == b' ' || byte.is_ascii_graphic())
            || contact.len() > 200
        {
            return Err(Unconfigured::Contact);
        }
        let line =
            Endpoint::new(address, Patience::default(), Some(&format!("Tilslut - {contact}")))?
                .telling_in_refusals();
        if line.is_open() { Err(Unconfigured::PlainHttp) } else { Ok(Self { line }) }
    }

    /// The same service with other limits than [`Patience::default`].
    pub fn with_patience(self, patience: Patience) -> Self {
        Self { line: self.line.with_patience(patience) }
    }

    /// Asks for the organisation with the number, when today's look-ups are not used up. `quota` is
    /// counted before the question leaves, so that a look-up that is given up is counted too.
    pub async fn look_up(
        &self,
        cvr: CvrNumber,
        now: Timestamp,
        quota: &mut Quota,
    ) -> Result<Organisation, Error> {
        *quota = quota.spend(now)?;
        let mut address = self.line.address();
        address.query_pairs_mut().append_pair("vat", &cvr.to_string()).append_pair("country", "dk");
        let answer =
            self.line.in_time(self.line.ask(|| self.line.client().get(address.clone()))).await?;
        read(&answer, cvr, now)
    }
}

/// Nothing of who asks.
impl fmt::Debug for Cvrapi {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Cvrapi(…)")
    }
}

fn read(answer: &[u8], cvr: CvrNumber, now: Timestamp) -> Result<Organisation, Error> {
    let answer: Answer<'_> = crate::read::parse(answer)?;
    match &answer.error {
        Scalar::Nothing | Scalar::Flag(false) => {}
        Scalar::Text(error) if error.trim().is_empty() => {}
        Scalar::Text(error) => return Err(error_meant(error)),
        Scalar::Flag(true) | Scalar::Number(_) | Scalar::Unreadable => return Err(Error::Nonsense),
    }
    if answer.vat.number() != Some(u64::from(cvr.as_u32())) {
        return Err(Error::Nonsense);
    }
    organisation(&answer, cvr, now).ok_or(Error::Nonsense)
}

fn error_meant(error: &str) -> Error {
    match error.trim().to_uppercase().as_str() {
        "NOT_FOUND" => Error::Unknown,
        "QUOTA_EXCEEDED" => Error::Quota,
        "BANNED" => Error::Banned,
        "INVALID_UA" => Error::Anonymous,
        // General knowledge, not seen in a published answer.
        "INTERNAL_ERROR" => Error::Down,
        _ => Error::Nonsense,
    }
}

fn organisation(answer: &Answer<'_>, cvr: CvrNumber, now: Timestamp) -> Option<Organisation> {
    let mut left_out = Reading::default();
    for (part, has_unreadable) in [
        (Part::Name, answer.name.has_unreadable()),
        (
            Part::Address,
            [&answer.address, &answer.addressco, &answer.city, &answer.cityname]
                .into_iter()
                .any(|text| text.has_unreadable())
                || answer.zipcode.has_unreadable(),
        ),
        (Part::Form, answer.companycode.has_unreadable() || answer.companydesc.has_unreadable()),
        (
            Part::Status,
            answer.enddate.has_unreadable() || matches!(answer.creditbankrupt, Scalar::Unreadable),
        ),
    ] {
        left_out.unreadable(part, has_unreadable);
    }
    let name = clean(answer.name.as_str());
    let form_code = answer.companycode.number().and_then(|code| u16::try_from(code).ok());
    let form = left_out.text(Part::Form, answer.companydesc.as_str());
    let (status, status_text) = status(answer, day_in_denmark(now));
    let address = address(answer, &mut left_out);
    if name.is_none() && form.is_none() && form_code.is_none() && address.is_empty() {
        return None;
    }
    let told = |is_told: bool| is_told.then_some(Source::Cvrapi);
    Some(Organisation {
        cvr,
        origins: Origins {
            name: told(name.is_some()),
            address: told(!address.is_empty()),
            form: told(form.is_some() || form_code.is_some()),
            status: told(status != Status::Uncertain),
            candidates: None,
            signing_rule: None,
        },
        name: name.unwrap_or_else(|| no_name(cvr)),
        address,
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

fn address(answer: &Answer<'_>, left_out: &mut Reading) -> Vec<String> {
    let mut text = |raw: &Text<'_>| left_out.text(Part::Address, raw.as_str());
    let parts = AddressParts {
        care_of: text(&answer.addressco),
        // Street, number, floor and door are one text here.
        street: text(&answer.address),
        place: text(&answer.cityname).filter(|place| Some(place) != text(&answer.city).as_ref()),
        postal_code: postal_code(&answer.zipcode),
        district: text(&answer.city),
        ..AddressParts::default()
    };
    parts.lines().iter().filter_map(|line| left_out.text(Part::Address, Some(line))).collect()
}

/// An end that lies in the future has not come; one that cannot be read is taken for one that has.
fn status(answer: &Answer<'_>, today: Date) -> (Status, String) {
    if plain(&answer.enddate).is_some_and(|end| day(&end).is_none_or(|end| end < today)) {
        return (Status::Ceased, "Ophørt".to_owned());
    }
    let bankrupt = match &answer.creditbankrupt {
        Scalar::Flag(flag) => *flag,
        Scalar::Number(number) => *number == 1,
        Scalar::Text(text) => ["true", "1"].contains(&text.trim().to_lowercase().as_str()),
        Scalar::Nothing | Scalar::Unreadable => false,
    };
    if bankrupt {
        (Status::Dissolving, "Under konkurs".to_owned())
    } else {
        (Status::Uncertain, String::new())
    }
}

/// A day as the service writes it, `30/06 - 2024`, or as a date.
fn day(text: &str) -> Option<Date> {
    let written = || {
        let (day, rest) = text.split_once('/')?;
        let (month, year) = rest.split_once('-')?;
        Date::new(year.trim().parse().ok()?, month.trim().parse().ok()?, day.trim().parse().ok()?)
            .ok()
    };
    text.get(..10).and_then(|date| date.parse().ok()).or_else(written)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lenient::arbitrary::json;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn any_members_are_read_or_refused(members in prop::collection::vec(json(), 8)) {
            let names = ["name", "address", "addressco", "zipcode", "city", "companydesc", "enddate", "creditbankrupt"];
            let mut answer: serde_json::Map<String, serde_json::Value> = names.into_iter().map(str::to_owned).zip(members).collect();
            answer.insert("vat".to_owned(), 13_748_136.into());
            answer.insert("companycode".to_owned(), 80.into());
            let bytes = serde_json::Value::from(answer).to_string();
            if let Ok(read) = read(bytes.as_bytes(), CvrNumber::parse("13748136").unwrap(), Timestamp::UNIX_EPOCH) {
                prop_assert!(!read.name.is_empty() && !read.form.is_empty() && read.address.iter().all(|line| !line.is_empty()));
            }
        }

        #[test]
        fn any_bytes_are_refused(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
            prop_assert_eq!(read(&bytes, CvrNumber::parse("13748136").unwrap(), Timestamp::UNIX_EPOCH), Err(Error::Nonsense));
        }
    }
}
