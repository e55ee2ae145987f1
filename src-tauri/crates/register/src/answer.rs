//! The parts of the register's answer that are read, in its own words (`domain.md` §6.1). Every
//! member may be missing, because the register leaves out what it does not know, and may be of
//! another type ([`crate::lenient`]); a member that comes twice makes the answer unreadable.

use crate::lenient::{HasUnreadable, List, One, Scalar, Text, has_unreadable};
use jiff::civil::Date;
use serde::Deserialize;

/// Any of the shapes in which organisations come: the envelope of a search, one hit of it, or the
/// source of a hit.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(crate) struct Answer<'a> {
    #[serde(borrow)]
    pub hits: One<Hits<'a>>,
    pub timed_out: Scalar<'a>,
    #[serde(rename = "_shards")]
    pub shards: One<Shards<'a>>,
    #[serde(rename = "_source")]
    pub source: One<Source<'a>>,
    #[serde(rename = "Vrvirksomhed")]
    pub company: One<Company<'a>>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub(crate) struct Shards<'a> {
    #[serde(borrow)]
    pub failed: Scalar<'a>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub(crate) struct Hits<'a> {
    #[serde(borrow)]
    pub hits: List<Hit<'a>>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub(crate) struct Hit<'a> {
    #[serde(rename = "_source", borrow)]
    pub source: One<Source<'a>>,
    /// Where the hit stands in the order that was asked for; kept as it is, to be sent back.
    pub sort: serde_json::Value,
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub(crate) struct Source<'a> {
    #[serde(rename = "Vrvirksomhed", borrow)]
    pub company: One<Company<'a>>,
}

#[derive(Deserialize, Default)]
#[serde(default, rename_all = "camelCase")]
pub(crate) struct Company<'a> {
    #[serde(borrow)]
    pub cvr_nummer: Scalar<'a>,
    pub navne: List<Name<'a>>,
    pub beliggenhedsadresse: List<Address<'a>>,
    pub postadresse: List<Address<'a>>,
    pub virksomhedsform: List<Form<'a>>,
    pub virksomhedsstatus: List<State<'a>>,
    pub livsforloeb: List<Life<'a>>,
    pub attributter: List<Attribute<'a>>,
    pub deltager_relation: List<Relation<'a>>,
    pub virksomhed_metadata: One<Metadata<'a>>,
}

#[derive(Deserialize, Default)]
#[serde(default, rename_all = "camelCase")]
pub(crate) struct Metadata<'a> {
    #[serde(borrow)]
    pub nyeste_navn: One<Name<'a>>,
    pub nyeste_beliggenhedsadresse: One<Address<'a>>,
    pub nyeste_virksomhedsform: One<Form<'a>>,
    pub sammensat_status: Text<'a>,
}

/// When something holds, in whole days.
#[derive(Deserialize, Default)]
#[serde(default, rename_all = "camelCase")]
pub(crate) struct Period<'a> {
    #[serde(borrow)]
    pub gyldig_fra: Moment<'a>,
    pub gyldig_til: Moment<'a>,
}

/// One end of a period: absent, or a text, or something that cannot be read.
#[derive(Default)]
pub(crate) struct Moment<'a>(Option<Scalar<'a>>);

impl<'de: 'a, 'a> Deserialize<'de> for Moment<'a> {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Option::<Scalar<'a>>::deserialize(deserializer).map(Self)
    }
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub(crate) struct Name<'a> {
    #[serde(borrow)]
    pub navn: Text<'a>,
    pub periode: One<Period<'a>>,
}

#[derive(Deserialize, Default)]
#[serde(default, rename_all = "camelCase")]
pub(crate) struct Form<'a> {
    #[serde(borrow)]
    pub virksomhedsformkode: Scalar<'a>,
    pub kort_beskrivelse: Text<'a>,
    pub lang_beskrivelse: Text<'a>,
    pub periode: One<Period<'a>>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub(crate) struct State<'a> {
    #[serde(borrow)]
    pub status: Text<'a>,
    pub periode: One<Period<'a>>,
}

has_unreadable! {
    Period { gyldig_fra, gyldig_til }
    Name { navn, periode }
    Form { virksomhedsformkode, kort_beskrivelse, lang_beskrivelse, periode }
    State { status, periode }
    Life { periode }
    Address {
        conavn, vejnavn, husnummer_fra, bogstav_fra, husnummer_til, bogstav_til, etage, sidedoer, postboks, bynavn, postnummer, postdistrikt,
        landekode, fritekst, periode,
    }
    Attribute { r#type, vaerdier }
    Value { vaerdi, periode }
    Relation { deltager, organisationer }
    Participant { enheds_nummer, enhedstype, navne, attributter }
    Body { hovedtype, organisations_navn, medlems_data }
    Member { attributter, periode }
}

impl HasUnreadable for Moment<'_> {
    fn has_unreadable(&self) -> bool {
        !self.is_absent() && self.day().is_none()
    }
}

/// A time during which the organisation exists.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(crate) struct Life<'a> {
    #[serde(borrow)]
    pub periode: One<Period<'a>>,
}

#[derive(Deserialize, Default)]
#[serde(default, rename_all = "camelCase")]
pub(crate) struct Address<'a> {
    #[serde(borrow)]
    pub conavn: Text<'a>,
    pub vejnavn: Text<'a>,
    pub husnummer_fra: Scalar<'a>,
    pub bogstav_fra: Text<'a>,
    pub husnummer_til: Scalar<'a>,
    pub bogstav_til: Text<'a>,
    pub etage: Scalar<'a>,
    pub sidedoer: Scalar<'a>,
    pub postboks: Scalar<'a>,
    pub bynavn: Text<'a>,
    pub postnummer: Scalar<'a>,
    pub postdistrikt: Text<'a>,
    pub landekode: Text<'a>,
    pub fritekst: Text<'a>,
    pub periode: One<Period<'a>>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub(crate) struct Attribute<'a> {
    #[serde(borrow)]
    pub r#type: Text<'a>,
    pub vaerdier: List<Value<'a>>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub(crate) struct Value<'a> {
    #[serde(borrow)]
    pub vaerdi: Text<'a>,
    pub periode: One<Period<'a>>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub(crate) struct Relation<'a> {
    #[serde(borrow)]
    pub deltager: One<Participant<'a>>,
    pub organisationer: List<Body<'a>>,
}

#[derive(Deserialize, Default)]
#[serde(default, rename_all = "camelCase")]
pub(crate) struct Participant<'a> {
    #[serde(borrow)]
    pub enheds_nummer: Scalar<'a>,
    pub enhedstype: Text<'a>,
    pub navne: List<Name<'a>>,
    pub attributter: List<Attribute<'a>>,
}

/// A body that a participant belongs to: board, executive board, partners, auditors and so on.
#[derive(Deserialize, Default)]
#[serde(default, rename_all = "camelCase")]
pub(crate) struct Body<'a> {
    #[serde(borrow)]
    pub hovedtype: Text<'a>,
    pub organisations_navn: List<Name<'a>>,
    pub medlems_data: List<Member<'a>>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub(crate) struct Member<'a> {
    #[serde(borrow)]
    pub attributter: List<Attribute<'a>>,
    /// Seldom there: the functions have their own.
    pub periode: One<Period<'a>>,
}

/// Something that the register dates.
pub(crate) trait Dated {
    fn period(&self) -> Option<&Period<'_>>;

    /// Certainly holds on the day: the register gives a period that has begun by then and has no
    /// end, or does not end before: `gyldigTil` is the last day on which it holds (`domain.md`
    /// §11). A beginning that is not given has been; a date that cannot be read closes the period.
    fn holds(&self, today: Date) -> bool {
        let Some(period) = self.period() else { return false };
        let begun = period.gyldig_fra.is_absent()
            || period.gyldig_fra.day().is_some_and(|day| day <= today);
        let lasts = period.gyldig_til.is_absent()
            || period.gyldig_til.day().is_some_and(|day| day >= today);
        begun && lasts
    }

    /// Certainly held, and holds no more on the day.
    fn has_ended(&self, today: Date) -> bool {
        self.period().and_then(|period| period.gyldig_til.day()).is_some_and(|day| day < today)
    }

    /// When it began, as far as the register says.
    fn began(&self) -> Option<Date> {
        self.period().and_then(|period| period.gyldig_fra.day())
    }
}

impl Moment<'_> {
    fn is_absent(&self) -> bool {
        self.0.is_none()
    }

    /// The day of an ISO date, which a time of day may follow.
    fn day(&self) -> Option<Date> {
        let Some(Scalar::Text(text)) = &self.0 else { return None };
        let (date, rest) = text.split_at_checked(10)?;
        let &[y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = date.as_bytes() else { return None };
        let number = |digits: &[u8]| {
            let digit = |sum: i16, digit: &u8| {
                digit.is_ascii_digit().then(|| sum * 10 + i16::from(digit - b'0'))
            };
            digits.iter().try_fold(0, digit)
        };
        let (month, day) =
            (i8::try_from(number(&[m1, m2])?).ok()?, i8::try_from(number(&[d1, d2])?).ok()?);
        let date = Date::new(number(&[y1, y2, y3, y4])?, month, day).ok()?;
        (rest.is_empty() || rest.starts_with('T')).then_some(date)
    }
}

macro_rules! dated {
    ($($name:ident),+) => {
        $(impl Dated for $name<'_> {
            fn period(&self) -> Option<&Period<'_>> {
                self.periode.get()
            }
        })+
    };
}

dated!(Name, Form, State, Life, Address, Value, Member);

/// The one that holds now: of those whose period says so, the one that began last.
pub(crate) fn current<T: Dated>(all: &List<T>, today: Date) -> Option<&T> {
    all.iter().filter(|one| one.holds(today)).max_by_key(|one| one.began())
}

/// The one that holds now, or the last that held: an organisation that has ceased still has its
/// last name.
pub(crate) fn latest<T: Dated>(all: &List<T>, today: Date) -> Option<&T> {
    let past = |one: &&T| one.began().is_none_or(|day| day <= today);
    current(all, today).or_else(|| all.iter().filter(past).max_by_key(|one| one.began()))
}
