//! One organisation as the CVR register writes it: the field paths of a real answer (`domain.md`
//! §6.1), periods on every value, former values beside current ones, and participants who are no
//! candidates.

use crate::entry::{Address, Body, Entry, Form, Kind, Participant, Role, Span};
use crate::organisations::Organisation;
use serde_json::{Value, json};

/// When everything in the practice register was last changed.
const UPDATED: &str = "2026-01-05T08:00:00.000+01:00";

/// The `_source` of a hit.
pub(crate) fn source(organisation: &Organisation, entry: &Entry) -> Value {
    let alive = Span { from: entry.founded, until: entry.ended };
    let number: Value = organisation.cvr.parse::<u32>().map_or(Value::Null, Value::from);
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
        "beliggenhedsadresse": addresses(entry),
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
        Some((name, span)) => vec![
            named(name, span),
            named(organisation.name, Span::since(span.until.unwrap_or(span.from))),
        ],
        None => vec![named(organisation.name, Span::since(entry.founded))],
    }
}

/// The former address, if any, and then the one that holds now.
fn addresses(entry: &Entry) -> Vec<Value> {
    let former = entry.former_address.iter().map(|(former, span)| place(former, *span));
    former.chain(entry.address.iter().map(|address| place(address, address_since(entry)))).collect()
}

fn address_since(entry: &Entry) -> Span {
    Span::since(
        entry.former_address.map_or(entry.founded, |(_, span)| span.until.unwrap_or(span.from)),
    )
}

fn place(address: &Address, span: Span) -> Value {
    let municipality = address.post.map(|post| {
        json!({
            "kommuneKode": post.municipality_code,
            "kommuneNavn": post.municipality,
            "periode": period(span),
            "sidstOpdateret": UPDATED,
        })
    });
    json!({
        "vejnavn": address.street,
        "husnummerFra": address.house,
        "husnummerTil": null,
        "bogstavFra": address.letter,
        "bogstavTil": null,
        "etage": address.floor,
        "sidedoer": address.door,
        "conavn": address.care_of,
        "postboks": address.postbox,
        "bynavn": address.place,
        // 0 stands for none, beside an address abroad.
        "postnummer": address.post.map_or(0, |post| post.number),
        "postdistrikt": address.post.map(|post| post.district),
        "landekode": address.country,
        "fritekst": address.free_text,
        "vejkode": address.street.map(|_| 1),
        "kommune": municipality,
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
    let purpose = "Selskabets formål er at vise, hvordan Tilslut virker. PRØVE.";
    let rule = entry.signing_rule.map(|rule| attribute("TEGNINGSREGEL", &[(rule, alive)]));
    [attribute("FORMÅL", &[(purpose, alive)])].into_iter().chain(rule).collect()
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
        Kind::ForeignOrganisation | Kind::Nobody => ("ANDEN_DELTAGER", Value::Null),
    };
    let since = Span::since(
        participant.roles.iter().map(|role| role.span.from).min().unwrap_or("2000-01-01"),
    );
    let memberships: Vec<Value> = participant
        .roles
        .chunk_by(|a, b| a.body == b.body)
        .map(|roles| membership(participant, roles, since))
        .collect();
    // What another participant is, as the register tells it (`domain.md` §11).
    let attributes = match participant.kind {
        Kind::PersonWithoutCpr => vec![attribute("ANDRE_DELT_TYPE", &[("PERSON", since)])],
        Kind::ForeignOrganisation => vec![attribute("ANDRE_DELT_TYPE", &[("VIRKSOMHED", since)])],
        Kind::Person | Kind::Organisation(_) | Kind::Nobody => vec![],
    };
    if matches!(participant.kind, Kind::Nobody) {
        return json!({ "deltager": null, "kontorsteder": [], "organisationer": memberships });
    }
    json!({
        "deltager": {
            "enhedsNummer": participant.unit,
            "enhedstype": kind,
            "forretningsnoegle": key,
            "organisationstype": null,
            "sidstIndlaest": UPDATED,
            "sidstOpdateret": UPDATED,
            "navne": [{ "navn": participant.name, "periode": period(since), "sidstOpdateret": UPDATED }],
            "adresseHemmelig": participant.secret,
            "attributter": attributes,
            "beliggenhedsadresse": [],
        },
        "kontorsteder": [],
        "organisationer": memberships,
    })
}

/// Everything a participant is and was in one body: the register keeps it as several values of one
/// attribute.
fn membership(participant: &Participant, roles: &[Role], since: Span) -> Value {
    let body = roles.first().map(|role| role.body);
    let (main, name) = body.map_or(("", ""), titles);
    let kind = if body == Some(Body::Owners) { "EJERANDEL_PROCENT" } else { "FUNKTION" };
    let values: Vec<(&str, Span)> = roles.iter().map(|role| (role.function, role.span)).collect();
    json!({
        "enhedsNummerOrganisation": participant.unit + 900_000,
        "hovedtype": main,
        "organisationsNavn": [{ "navn": name, "periode": period(since), "sidstOpdateret": UPDATED }],
        "attributter": [],
        "medlemsData": [{ "attributter": [attribute(kind, &values)] }],
    })
}

/// `hovedtype` and `organisationsNavn`: pairs seen in real answers (`domain.md` §6.1). Those of
/// trustees and restructurers follow the liquidators', because no answer with one is at hand.
fn titles(body: Body) -> (&'static str, &'static str) {
    match body {
        Body::Directors => ("LEDELSESORGAN", "Direktion"),
        Body::Board => ("LEDELSESORGAN", "Bestyrelse"),
        Body::BranchManagement => ("LEDELSESORGAN", "Filialbestyrere"),
        Body::Liquidators => ("LEDELSESORGAN", "Likvidator"),
        Body::Trustees => ("LEDELSESORGAN", "Kurator"),
        Body::Restructurers => ("LEDELSESORGAN", "Rekonstruktør"),
        Body::Partners => ("FULDT_ANSVARLIG_DELTAGERE", "Interessenter"),
        Body::GeneralPartners => ("FULDT_ANSVARLIG_DELTAGERE", "Komplementarer"),
        Body::Owner => ("FULDT_ANSVARLIG_DELTAGERE", "Fuldt ansvarlige deltagere"),
        Body::Representatives => ("REPRÆSENTANTER", "Foreningsrepræsentant"),
        Body::Auditors => ("REVISION", "Revision"),
        Body::Owners => ("REGISTER", "EJERREGISTER"),
        Body::BeneficialOwners => ("REGISTER", "Reelle ejere"),
        Body::Founders => ("STIFTERE", "Stiftere"),
    }
}

fn metadata(organisation: &Organisation, entry: &Entry) -> Value {
    json!({
        "nyesteNavn": { "navn": organisation.name, "periode": period(Span::since(entry.founded)), "sidstOpdateret": UPDATED },
        "nyesteBinavne": [],
        "nyesteBeliggenhedsadresse": entry.address.map(|address| place(&address, address_since(entry))),
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
