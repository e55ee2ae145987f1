//! One organisation as the CVR register writes it: the field paths of a real answer (`domain.md` §6.1), periods on every
//! value, former values beside current ones, and participants who are no candidates.

use crate::organisations::Organisation;
use serde_json::{Value, json};

/// What the register holds about an organisation.
#[derive(Debug)]
pub(crate) struct Entry {
    pub(crate) unit: u64,
    pub(crate) form: Form,
    pub(crate) status: &'static str,
    pub(crate) founded: &'static str,
    pub(crate) ended: Option<&'static str>,
    pub(crate) former_name: Option<(&'static str, Span)>,
    pub(crate) street: &'static str,
    pub(crate) house: u16,
    pub(crate) former_address: Option<(&'static str, u16, Span)>,
    pub(crate) post: Post,
    pub(crate) email: &'static str,
    pub(crate) trade: (&'static str, &'static str),
    pub(crate) signing_rule: Option<&'static str>,
    pub(crate) participants: &'static [Participant],
}

/// A form of organisation, in CVR's own words (`domain.md` §2.2).
#[derive(Debug, Clone, Copy)]
pub(crate) struct Form {
    pub(crate) code: u16,
    pub(crate) short: &'static str,
    pub(crate) long: &'static str,
}

/// A postal district and its municipality.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Post {
    pub(crate) number: u16,
    pub(crate) district: &'static str,
    pub(crate) municipality_code: u16,
    pub(crate) municipality: &'static str,
}

/// From a day, and to a day when it is over.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Span {
    pub(crate) from: &'static str,
    pub(crate) until: Option<&'static str>,
}

/// Somebody, or something, with a relation to an organisation.
#[derive(Debug)]
pub(crate) struct Participant {
    pub(crate) unit: u64,
    pub(crate) name: &'static str,
    pub(crate) kind: Kind,
    pub(crate) roles: &'static [Role],
}

/// What kind of participant.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Kind {
    Person,
    PersonWithoutCpr,
    Organisation(&'static str),
}

/// What a participant does, where, and when.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Role {
    pub(crate) body: Body,
    pub(crate) function: &'static str,
    pub(crate) span: Span,
}

/// The part of an organisation in which a role is held.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Body {
    Directors,
    Board,
    BranchManagement,
    Partners,
    GeneralPartners,
    Owner,
    Representatives,
    Auditors,
    Owners,
    Founders,
}

impl Span {
    pub(crate) const fn since(from: &'static str) -> Self {
        Self { from, until: None }
    }

    pub(crate) const fn closed(from: &'static str, until: &'static str) -> Self {
        Self { from, until: Some(until) }
    }
}

impl Role {
    pub(crate) const fn since(body: Body, function: &'static str, from: &'static str) -> Self {
        Self { body, function, span: Span::since(from) }
    }

    pub(crate) const fn closed(body: Body, function: &'static str, from: &'static str, until: &'static str) -> Self {
        Self { body, function, span: Span::closed(from, until) }
    }

    /// The kind of value that the register keeps for the role.
    fn attribute(&self) -> &'static str {
        if self.body == Body::Owners { "EJERANDEL_PROCENT" } else { "FUNKTION" }
    }
}

/// When everything in the practice register was last changed.
const UPDATED: &str = "2026-01-05T08:00:00.000+01:00";

/// The `_source` of a hit.
pub(crate) fn source(organisation: &Organisation, entry: &Entry) -> Value {
    let alive = Span { from: entry.founded, until: entry.ended };
    let number: Value = organisation.cvr.parse::<u32>().map_or(Value::Null, Value::from);
    let mut address: Vec<Value> = entry.former_address.iter().map(|(street, house, span)| place(street, *house, entry, *span)).collect();
    let current_since = entry.former_address.map_or(entry.founded, |(_, _, span)| span.until.unwrap_or(span.from));
    address.push(place(entry.street, entry.house, entry, Span { from: current_since, until: None }));
    json!({ "Vrvirksomhed": {
        "cvrNummer": number,
        "enhedsNummer": entry.unit,
        "enhedstype": "VIRKSOMHED",
        "reklamebeskyttet": true,
        "samtId": 1,
        "sidstOpdateret": UPDATED,
        "fejlRegistreret": false,
        "dataAdgang": 0,
        "virkningsAktoer": "PRØVE",
        "navne": names(organisation, entry),
        "binavne": [],
        "postadresse": [],
        "beliggenhedsadresse": address,
        "telefonNummer": [],
        "elektroniskPost": [],
        "obligatoriskEmail": [{ "kontaktoplysning": entry.email, "hemmelig": false, "periode": period(alive), "sidstOpdateret": UPDATED }],
        "hjemmeside": [],
        "livsforloeb": [{ "periode": period(alive), "sidstOpdateret": UPDATED }],
        "hovedbranche": [{ "branchekode": entry.trade.0, "branchetekst": entry.trade.1, "periode": period(alive), "sidstOpdateret": UPDATED }],
        "status": [],
        "virksomhedsstatus": [{ "status": entry.status, "periode": period(Span::since(entry.founded)), "sidstOpdateret": UPDATED }],
        "virksomhedsform": [with_period(form(&entry.form), alive)],
        "attributter": attributes(entry, alive),
        "penheder": [{ "pNummer": 9_000_000_000_u64 + entry.unit % 1_000_000, "periode": period(alive), "sidstOpdateret": UPDATED }],
        "deltagerRelation": entry.participants.iter().map(relation).collect::<Vec<_>>(),
        "virksomhedMetadata": metadata(organisation, entry),
    }})
}

fn names(organisation: &Organisation, entry: &Entry) -> Vec<Value> {
    let named = |name: &str, span: Span| json!({ "navn": name, "periode": period(span), "sidstOpdateret": UPDATED });
    match entry.former_name {
        Some((name, span)) => vec![named(name, span), named(organisation.name, Span::since(span.until.unwrap_or(span.from)))],
        None => vec![named(organisation.name, Span::since(entry.founded))],
    }
}

fn place(street: &str, house: u16, entry: &Entry, span: Span) -> Value {
    let Post { number, district, municipality_code, municipality } = entry.post;
    json!({
        "vejnavn": street,
        "husnummerFra": house,
        "husnummerTil": null,
        "bogstavFra": null,
        "bogstavTil": null,
        "etage": null,
        "sidedoer": null,
        "conavn": null,
        "postboks": null,
        "bynavn": null,
        "postnummer": number,
        "postdistrikt": district,
        "landekode": "DK",
        "fritekst": null,
        "vejkode": 1,
        "kommune": { "kommuneKode": municipality_code, "kommuneNavn": municipality, "periode": period(span), "sidstOpdateret": UPDATED },
        "adresseId": null,
        "periode": period(span),
        "sidstOpdateret": UPDATED,
    })
}

fn form(form: &Form) -> Value {
    json!({
        "virksomhedsformkode": form.code,
        "kortBeskrivelse": form.short,
        "langBeskrivelse": form.long,
        "ansvarligDataleverandoer": "E&S",
    })
}

fn attributes(entry: &Entry, alive: Span) -> Vec<Value> {
    let mut attributes = vec![attribute("FORMÅL", &[("Selskabets formål er at vise, hvordan Tilslut virker. PRØVE.", alive)])];
    if let Some(rule) = entry.signing_rule {
        attributes.push(attribute("TEGNINGSREGEL", &[(rule, alive)]));
    }
    attributes
}

fn attribute(kind: &str, values: &[(&str, Span)]) -> Value {
    let values: Vec<Value> =
        values.iter().map(|(value, span)| json!({ "vaerdi": value, "periode": period(*span), "sidstOpdateret": UPDATED })).collect();
    json!({ "sekvensnr": 0, "type": kind, "vaerditype": "string", "vaerdier": values })
}

fn relation(participant: &Participant) -> Value {
    let (kind, key) = match participant.kind {
        Kind::Person => ("PERSON", Value::Null),
        Kind::PersonWithoutCpr => ("ANDEN_DELTAGER", Value::Null),
        Kind::Organisation(cvr) => ("VIRKSOMHED", Value::from(cvr)),
    };
    let since = participant.roles.iter().map(|role| role.span.from).min().unwrap_or("2000-01-01");
    json!({
        "deltager": {
            "enhedsNummer": participant.unit,
            "enhedstype": kind,
            "forretningsnoegle": key,
            "organisationstype": null,
            "sidstIndlaest": UPDATED,
            "sidstOpdateret": UPDATED,
            "navne": [{ "navn": participant.name, "periode": period(Span::since(since)), "sidstOpdateret": UPDATED }],
            "adresseHemmelig": false,
            "beliggenhedsadresse": [],
        },
        "kontorsteder": [],
        "organisationer": participant.roles.iter().map(|role| {
            let (main, name) = body(role.body);
            json!({
                "enhedsNummerOrganisation": participant.unit + 900_000,
                "hovedtype": main,
                "organisationsNavn": [{ "navn": name, "periode": period(Span::since(since)), "sidstOpdateret": UPDATED }],
                "attributter": [],
                "medlemsData": [{ "attributter": [attribute(role.attribute(), &[(role.function, role.span)])] }],
            })
        }).collect::<Vec<_>>(),
    })
}

/// `hovedtype` and `organisationsNavn`, as the pairs seen in real answers (`domain.md` §6.1).
fn body(body: Body) -> (&'static str, &'static str) {
    match body {
        Body::Directors => ("LEDELSESORGAN", "Direktion"),
        Body::Board => ("LEDELSESORGAN", "Bestyrelse"),
        Body::BranchManagement => ("LEDELSESORGAN", "Filialbestyrere"),
        Body::Partners => ("FULDT_ANSVARLIG_DELTAGERE", "Interessenter"),
        Body::GeneralPartners => ("FULDT_ANSVARLIG_DELTAGERE", "Komplementarer"),
        Body::Owner => ("FULDT_ANSVARLIG_DELTAGERE", "Fuldt ansvarlige deltagere"),
        Body::Representatives => ("REPRÆSENTANTER", "Foreningsrepræsentant"),
        Body::Auditors => ("REVISION", "Revision"),
        Body::Owners => ("REGISTER", "EJERREGISTER"),
        Body::Founders => ("STIFTERE", "Stiftere"),
    }
}

fn metadata(organisation: &Organisation, entry: &Entry) -> Value {
    let current = Span::since(entry.former_address.map_or(entry.founded, |(_, _, span)| span.until.unwrap_or(span.from)));
    json!({
        "nyesteNavn": { "navn": organisation.name, "periode": period(Span::since(entry.founded)), "sidstOpdateret": UPDATED },
        "nyesteBinavne": [],
        "nyesteBeliggenhedsadresse": place(entry.street, entry.house, entry, current),
        "nyesteVirksomhedsform": with_period(form(&entry.form), Span::since(entry.founded)),
        "nyesteHovedbranche": { "branchekode": entry.trade.0, "branchetekst": entry.trade.1 },
        "nyesteKontaktoplysninger": [entry.email],
        "antalPenheder": 1,
        "sammensatStatus": entry.status,
        "stiftelsesDato": entry.founded,
        "virkningsDato": entry.founded,
        "nyesteStatus": null,
    })
}

fn with_period(mut value: Value, span: Span) -> Value {
    if let Some(members) = value.as_object_mut() {
        members.insert("periode".to_owned(), period(span));
        members.insert("sidstOpdateret".to_owned(), UPDATED.into());
    }
    value
}

fn period(span: Span) -> Value {
    json!({ "gyldigFra": span.from, "gyldigTil": span.until })
}
