//! As Signicat speaks (`oidc.md` §1.3): the text travels in a signed request only, the level is a
//! bare word, one claim is a boolean.

use crate::authorization::{Action, Malformed, Prompt, Sent, text, wrong};
use crate::claims::{Claims, LoginFacts, members};
use crate::persons::{ClaimsGiven, Person};
use serde_json::{Value, json};

pub(super) fn metadata(issuer: &str) -> Value {
    json!({
        "userinfo_endpoint": format!("{issuer}/userinfo"),
        "subject_types_supported": ["public"],
        "id_token_signing_alg_values_supported": ["RS256"],
        "request_parameter_supported": true,
        "request_object_signing_alg_values_supported": ["RS256", "PS256", "ES256"],
    })
}

pub(super) fn prompt(sent: &Sent) -> Result<Prompt, Malformed> {
    let asked =
        sent.only("acr_values", |value| value.split(' ').any(|word| word == "idp:mitid"))?;
    let mut prompt = Prompt { action: Action::LogOn, text: None, echo: None, business: false };
    // Other words are ignored without a sound, and so is a text that nobody has signed.
    let encoded = asked
        .split(' ')
        .find_map(|word| word.strip_prefix("mitid_reference_text:"))
        .filter(|_| sent.is_signed());
    if let Some(encoded) = encoded {
        prompt.text = Some(text(encoded).ok_or(wrong("acr_values"))?);
        prompt.echo.clone_from(&prompt.text);
    }
    Ok(prompt)
}

pub(super) fn claims(facts: &LoginFacts<'_>) -> Claims {
    let Person { born, uuid, level, claims_given: kind, .. } = *facts.grant.person;
    let word = level.word().to_lowercase();
    let mut id = facts.common();
    id.extend(members(json!({
        "amr": ["external"],
        "sid": "0123456789abcdef0123456789abcdef",
        "idp": "mitid",
        "birthdate": born,
        "idp_issuer": "mitid",
        "transaction_id": "5f2e086a-b567-4ba7-b311-34e70cbd4953",
        "sandbox": true,
        "acr": word,
        "mitid_uuid": uuid,
        "mitid_loa": level.word(),
        "mitid_has_cpr": (kind != ClaimsGiven::Foreign).to_string(),
    })));
    match facts.grant.person.claimed_name() {
        Some(name) => {
            let (given, family) = name.split_once(' ').unwrap_or((name, ""));
            id.extend(members(json!({ "name": name, "family_name": family, "given_name": given })));
        }
        None => drop(id.insert("mitid_name_and_address_protection".to_owned(), "true".into())),
    }
    if let Some(text) = facts.grant.echo() {
        id.insert("mitid_reference_text_body".to_owned(), Value::from(text));
    }
    // "Userinfo response type: Signed" gives the same again.
    let userinfo = id
        .iter()
        .filter(|(name, _)| !["nonce", "at_hash"].contains(&name.as_str()))
        .map(|(k, v)| (k.clone(), v.clone()))
        .collect();
    Claims { id, userinfo: Some(userinfo), transaction: None }
}
