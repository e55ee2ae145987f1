//! A person at the broker: chooses who to be, sees the reference text as MitID would show it, and
//! answers.

use crate::authorization::{Authorization, language};
use crate::broker::Broker;
use crate::grant::{Grant, Login};
use crate::persons::persons;
use crate::{expiring_map, pages};
use axum::Form;
use axum::extract::{Path, RawQuery, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use std::sync::Arc;

/// A button on one of the two pages. The names and values are relied on by scripts that press them.
#[derive(Deserialize)]
pub(crate) struct Pressed {
    person: Option<String>,
    cvr: Option<String>,
    act: Option<Act>,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Act {
    Approve,
    Refuse,
    Abort,
    Silent,
}

/// `GET {issuer}/authorize`: the page that lists the practice persons.
pub(crate) async fn authorize(
    State(broker): State<Arc<Broker>>,
    RawQuery(query): RawQuery,
) -> Response {
    let query = query.unwrap_or_default();
    broker.faults().note(|seen| seen.query.clone_from(&query));
    let asked = match broker.authorization_request(&query) {
        Ok(asked) => asked,
        Err(malformed) => return pages::malformed(language(&query), malformed),
    };
    let Ok(name) = expiring_map::random_name() else {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    let page = pages::choose_person(asked.language, &broker.path_of(&name, asked.language));
    broker.logins().insert(name, Login { asked, person: None }, broker.now());
    page
}

/// `POST {issuer}/login/{name}`: a person was chosen, or the text was answered.
pub(crate) async fn press(
    State(broker): State<Arc<Broker>>,
    Path(name): Path<String>,
    RawQuery(query): RawQuery,
    Form(pressed): Form<Pressed>,
) -> Response {
    let page = match pressed {
        Pressed { person: Some(id), cvr: None, act: None } => show_text(&broker, &name, &id),
        Pressed { person: None, cvr: Some(cvr), act: None } => choose(&broker, &name, &cvr),
        Pressed { person: None, cvr: None, act: Some(act) } => answer(&broker, &name, act),
        _ => None,
    };
    page.unwrap_or_else(|| pages::over(language(&query.unwrap_or_default())))
}

fn show_text(broker: &Broker, name: &str, id: &str) -> Option<Response> {
    let person = persons().iter().find(|person| person.id == id)?;
    let mut logins = broker.logins();
    let Login { asked, person: chosen } = logins.get_mut(name, broker.now())?;
    *chosen = Some(person);
    if let Some(seconds) = person.clock {
        broker.set_clock(seconds);
        return Some(pages::clock_set(asked.language));
    }
    if asked.prompt.business {
        return Some(pages::choose_organisation(
            asked.language,
            &broker.path_of(name, asked.language),
            person,
        ));
    }
    Some(pages::show_text(
        asked.language,
        &broker.path_of(name, asked.language),
        person,
        &asked.prompt,
    ))
}

/// An organisation was chosen, in a login that asks for one.
fn choose(broker: &Broker, name: &str, cvr: &str) -> Option<Response> {
    let now = broker.now();
    let mut logins = broker.logins();
    let Login { asked, person } = logins.get_mut(name, now)?;
    let organisation = person
        .filter(|_| asked.prompt.business)?
        .represents()
        .find(|organisation| organisation.cvr == cvr)?;
    let Login { asked, person } = logins.take(name, now)?;
    drop(logins);
    Some(approve(
        broker,
        Grant { asked, person: person?, authenticated: now, organisation: Some(organisation) },
    ))
}

/// None when the login is over already, or nobody was chosen, or an organisation is to be chosen
/// instead.
fn answer(broker: &Broker, name: &str, act: Act) -> Option<Response> {
    let now = broker.now();
    let Login { asked, person } = broker.logins().take(name, now)?;
    let person = person?;
    Some(match act {
        Act::Approve if asked.prompt.business => return None,
        Act::Approve => {
            approve(broker, Grant { asked, person, authenticated: now, organisation: None })
        }
        // Both end as NEB ends an aborted login: without `iss`, whatever discovery promises
        // (`oidc.md` §0.7). Its word for a refusal in the MitID app is not known, so that one is
        // ours.
        Act::Refuse => denied(&asked, "mitid_user_refused"),
        Act::Abort => denied(&asked, "mitid_user_aborted"),
        Act::Silent => pages::silent(asked.language),
    })
}

fn approve(broker: &Broker, grant: Grant) -> Response {
    let Ok(code) = expiring_map::random_name() else {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    broker.faults().note(|seen| seen.secrets.push(code.clone()));
    let (noise, fragment) = broker.faults().flavour.noise();
    let own = [("code", code.as_str()), ("state", &grant.asked.state), ("iss", broker.issuer())];
    let mut parameters: Vec<_> = own
        .iter()
        .chain(noise)
        .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
        .collect();
    (broker.faults().callback)(&mut parameters);
    let back = grant.asked.back_with(&parameters);
    broker.codes().insert(code, grant, broker.now());
    see_other(back + fragment)
}

fn denied(asked: &Authorization, description: &str) -> Response {
    see_other(asked.back_with(&[
        ("error", "access_denied"),
        ("error_description", description),
        ("state", &asked.state),
    ]))
}

fn see_other(address: String) -> Response {
    (
        StatusCode::SEE_OTHER,
        [(header::LOCATION, address), (header::CACHE_CONTROL, "no-store".to_owned())],
    )
        .into_response()
}
