//! The same members as `serde`'s derive reads them without further thought: every text owned, every
//! odd type an error.
#![allow(dead_code)]

use serde::Deserialize;

macro_rules! plain {
    ($($name:ident { $($(#[$how:meta])? $member:ident: $kind:ty),+ $(,)? })+) => {
        $(
            #[derive(Deserialize)]
            #[serde(rename_all = "camelCase")]
            pub struct $name { $($(#[$how])? $member: Option<$kind>),+ }
        )+
    };
}

plain! {
    Answer { hits: Hits, #[serde(rename = "timed_out")] timed_out: bool, #[serde(rename = "_shards")] shards: Shards }
    Shards { failed: u64 }
    Hits { hits: Vec<Hit> }
    Hit { #[serde(rename = "_source")] source: Source, sort: serde_json::Value }
    Source { #[serde(rename = "Vrvirksomhed")] company: Company }
    Company {
        cvr_nummer: u32,
        navne: Vec<Name>,
        beliggenhedsadresse: Vec<Address>,
        virksomhedsform: Vec<Form>,
        virksomhedsstatus: Vec<State>,
        livsforloeb: Vec<Life>,
        attributter: Vec<Attribute>,
        deltager_relation: Vec<Relation>,
        virksomhed_metadata: Metadata,
    }
    Metadata { nyeste_navn: Name, nyeste_beliggenhedsadresse: Address, nyeste_virksomhedsform: Form, sammensat_status: String }
    Period { gyldig_fra: String, gyldig_til: String }
    Name { navn: String, periode: Period }
    Form { virksomhedsformkode: u16, kort_beskrivelse: String, lang_beskrivelse: String, periode: Period }
    State { status: String, periode: Period }
    Life { periode: Period }
    Address {
        conavn: String,
        vejnavn: String,
        husnummer_fra: u32,
        bogstav_fra: String,
        husnummer_til: u32,
        etage: String,
        sidedoer: String,
        bynavn: String,
        postnummer: u32,
        postdistrikt: String,
        landekode: String,
        fritekst: String,
        periode: Period,
    }
    Attribute { r#type: String, vaerdier: Vec<Value> }
    Value { vaerdi: String, periode: Period }
    Relation { deltager: Participant, organisationer: Vec<Body> }
    Participant { enheds_nummer: u64, enhedstype: String, navne: Vec<Name> }
    Body { hovedtype: String, organisations_navn: Vec<Name>, medlems_data: Vec<Member> }
    Member { attributter: Vec<Attribute> }
}
