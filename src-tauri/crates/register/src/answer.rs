//! The parts of the register's answer that are read, in its own words (`domain.md` §6.1). Every field may be missing,
//! because the register leaves out what it does not know; a field of another type than this makes the answer unreadable.

use serde::Deserialize;

#[derive(Deserialize)]
pub(crate) struct Answer {
    pub hits: Hits,
    pub timed_out: Option<bool>,
    #[serde(rename = "_shards")]
    pub shards: Option<Shards>,
}

#[derive(Deserialize)]
pub(crate) struct Shards {
    pub failed: Option<u64>,
}

#[derive(Deserialize)]
pub(crate) struct Hits {
    pub hits: Vec<Hit>,
}

#[derive(Deserialize)]
pub(crate) struct Hit {
    #[serde(rename = "_source")]
    pub source: Source,
}

#[derive(Deserialize)]
pub(crate) struct Source {
    #[serde(rename = "Vrvirksomhed")]
    pub company: Company,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Company {
    pub cvr_nummer: u32,
    pub navne: Option<Vec<Name>>,
    pub beliggenhedsadresse: Option<Vec<Address>>,
    pub virksomhedsform: Option<Vec<Form>>,
    pub virksomhedsstatus: Option<Vec<State>>,
    pub attributter: Option<Vec<Attribute>>,
    pub deltager_relation: Option<Vec<Relation>>,
    pub virksomhed_metadata: Option<Metadata>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Metadata {
    pub nyeste_navn: Option<Name>,
    pub nyeste_beliggenhedsadresse: Option<Address>,
    pub nyeste_virksomhedsform: Option<Form>,
    pub sammensat_status: Option<String>,
}

/// When something holds. Open as long as there is no end.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Period {
    pub gyldig_fra: Option<String>,
    pub gyldig_til: Option<String>,
}

#[derive(Deserialize)]
pub(crate) struct Name {
    pub navn: Option<String>,
    pub periode: Option<Period>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Form {
    pub virksomhedsformkode: Option<u16>,
    pub kort_beskrivelse: Option<String>,
    pub lang_beskrivelse: Option<String>,
    pub periode: Option<Period>,
}

#[derive(Deserialize)]
pub(crate) struct State {
    pub status: Option<String>,
    pub periode: Option<Period>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Address {
    pub conavn: Option<String>,
    pub vejnavn: Option<String>,
    pub husnummer_fra: Option<Scalar>,
    pub bogstav_fra: Option<String>,
    pub husnummer_til: Option<Scalar>,
    pub bogstav_til: Option<String>,
    pub etage: Option<Scalar>,
    pub sidedoer: Option<Scalar>,
    pub postboks: Option<Scalar>,
    pub bynavn: Option<String>,
    pub postnummer: Option<Scalar>,
    pub postdistrikt: Option<String>,
    pub landekode: Option<String>,
    pub fritekst: Option<String>,
    pub periode: Option<Period>,
}

/// House numbers, floors and postal codes come as numbers or as text.
#[derive(Deserialize)]
#[serde(untagged)]
pub(crate) enum Scalar {
    Number(u32),
    Text(String),
}

#[derive(Deserialize)]
pub(crate) struct Attribute {
    pub r#type: Option<String>,
    pub vaerdier: Option<Vec<Value>>,
}

#[derive(Deserialize)]
pub(crate) struct Value {
    pub vaerdi: Option<String>,
    pub periode: Option<Period>,
}

#[derive(Deserialize)]
pub(crate) struct Relation {
    pub deltager: Option<Participant>,
    pub organisationer: Option<Vec<Body>>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Participant {
    pub enheds_nummer: Option<u64>,
    pub enhedstype: Option<String>,
    pub navne: Option<Vec<Name>>,
}

/// A body that a participant belongs to: board, executive board, partners, auditors and so on.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Body {
    pub hovedtype: Option<String>,
    pub organisations_navn: Option<Vec<Name>>,
    pub medlems_data: Option<Vec<Member>>,
}

#[derive(Deserialize)]
pub(crate) struct Member {
    pub attributter: Option<Vec<Attribute>>,
}

impl Period {
    fn is_open(&self) -> bool {
        self.gyldig_til.is_none()
    }
}

/// Something that the register dates.
pub(crate) trait Dated {
    fn period(&self) -> Option<&Period>;

    /// Certainly holds now: the register gives a period, and it has no end.
    fn is_open(&self) -> bool {
        self.period().is_some_and(Period::is_open)
    }

    /// When it began, as the register's ISO date, which sorts as text.
    fn began(&self) -> &str {
        self.period().and_then(|period| period.gyldig_fra.as_deref()).unwrap_or_default()
    }
}

macro_rules! dated {
    ($($name:ident),+) => {
        $(impl Dated for $name {
            fn period(&self) -> Option<&Period> {
                self.periode.as_ref()
            }
        })+
    };
}

dated!(Name, Form, State, Address, Value);

/// The one that holds now: of those with an open period, the one that began last.
pub(crate) fn current<T: Dated>(all: Option<&[T]>) -> Option<&T> {
    all.unwrap_or_default().iter().filter(|one| one.is_open()).max_by(|a, b| a.began().cmp(b.began()))
}
