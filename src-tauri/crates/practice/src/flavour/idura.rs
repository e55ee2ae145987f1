//! As Idura Verify speaks (`oidc.md` §1.2).

use crate::authorization::{Action, Malformed, Prompt, Sent, text, wrong};
use crate::claims::{Claims, LoginFacts, members};
use crate::persons::{ClaimsGiven, Level, Person};
use serde_json::{Value, json};

/// A private MitID on behalf of an organisation (`oidc.md` §3).
const BUSINESS: &str = "urn:grn:authn:dk:mitid:business";

pub(super) fn metadata(issuer: &str) -> Value {
    json!({
        "userinfo_endpoint": format!("{issuer}/userinfo"),
        "scopes_supported": ["openid"],
        "acr_values_supported": Level::ALL.map(Level::acr),
        "ui_locales_supported": ["da", "en"],
    })
}

pub(super) fn prompt(sent: &Sent) -> Result<Prompt, Malformed> {
    let asked = sent.only("acr_values", |value| {
        value.split(' ').any(|word| word == BUSINESS || is_level(word))
    })?;
    let business = asked.split(' ').any(|word| word == BUSINESS);
    let mut prompt = Prompt { action: Action::LogOn, text: None, echo: None, business };
    for part in
        sent.value("login_hint").unwrap_or_default().split(' ').filter(|part| !part.is_empty())
    {
        match part.split_once(':') {
            Some(("message", encoded)) if prompt.text.is_none() => {
                prompt.text = Some(text(encoded).ok_or(wrong("login_hint"))?);
                prompt.echo.clone_from(&prompt.text);
            }
            Some(("action", word)) => prompt.action = action(word).ok_or(wrong("login_hint"))?,
            _ => return Err(wrong("login_hint")),
        }
    }
    Ok(prompt)
}

fn is_level(word: &str) -> bool {
    Level::ALL.iter().any(|level| level.acr() == word)
}

fn action(word: &str) -> Option<Action> {
    Some(match word {
        "login" => Action::LogOn,
        "confirm" => Action::Confirm,
        "accept" => Action::Accept,
        "approve" => Action::Approve,
        "sign" => Action::Sign,
        _ => return None,
    })
}

pub(super) fn claims(facts: &LoginFacts<'_>) -> Claims {
    let Person { born, uuid, level, claims_given: kind, .. } = *facts.grant.person;
    let mut id = facts.common();
    id.extend(members(json!({
        "acr": level.acr(),
        "authenticationtype": level.acr(),
        "authenticationinstant": facts.grant.authenticated.to_string(),
        "identityscheme": "dkmitid",
        "loA": level.word(),
        "uuid": uuid,
        "birthdate": born,
        "dateofbirth": born,
        "country": "DK",
    })));
    // The documentation shows no such claim; practice has one of its own, so that it can be tried
    // (`docs/reference/brokers.md`).
    match facts.grant.person.claimed_name() {
        Some(name) => drop(id.insert("name".to_owned(), name.into())),
        None => drop(id.insert("nameAndAddressProtection".to_owned(), "true".into())),
    }
    if kind == ClaimsGiven::Foreign {
        id.insert("country".to_owned(), "PL".into());
    }
    if let Some(cvr) = facts.grant.person.vouched {
        id.extend(members(json!({ "companySignatory": "true", "cvrNumberIdentifier": cvr })));
    }
    if let Some(text) = facts.grant.echo() {
        id.insert("refTextBody".to_owned(), text.into());
    }
    if let Some(organisation) = facts.grant.organisation {
        id.extend(members(json!({
            "companySignatory": "true",
            "cvrNumberIdentifier": organisation.cvr,
            "2.5.4.10": organisation.name,
        })));
    }
    // The user info response strategy "signedJwt": the same again, signed apart.
    let userinfo = id
        .iter()
        .filter(|(name, _)| !["nonce", "at_hash"].contains(&name.as_str()))
        .map(|(k, v)| (k.clone(), v.clone()))
        .collect();
    Claims { id, userinfo: Some(userinfo), transaction: None }
}
