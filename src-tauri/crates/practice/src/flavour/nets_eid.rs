//! As Nets eID Broker speaks (`oidc.md` §1.1): the ID token has neither name nor text, other tokens
//! have; numbers come as texts.

use crate::authorization::{Action, Malformed, Prompt, Sent, text, wrong};
use crate::claims::{Claims, LoginFacts, members};
use crate::persons::{ClaimsGiven, Person};
use serde_json::{Value, json};

/// Six years: how long the transaction token holds.
const TRANSACTION_SECONDS: i64 = 189_388_800;

pub(super) fn metadata(issuer: &str) -> Value {
    json!({
        "userinfo_endpoint": format!("{issuer}/userinfo"),
        "id_token_signing_alg_values_supported": ["RS256"],
        "code_challenge_methods_supported": ["plain", "S256"],
        "request_parameter_supported": true,
    })
}

pub(super) fn prompt(sent: &Sent) -> Result<Prompt, Malformed> {
    sent.only("idp_values", |value| value.split(' ').any(|word| word == "mitid"))?;
    let Some(parameters) = sent.value("idp_params") else {
        return Ok(Prompt { action: Action::LogOn, text: None, echo: None, business: false });
    };
    let parameters: Value = serde_json::from_str(parameters).map_err(|_| wrong("idp_params"))?;
    let of_mitid =
        |name: &str| parameters.pointer(&format!("/mitid/{name}")).and_then(Value::as_str);
    // What is inside is not checked before MitID is asked; the text comes back as it was sent.
    let echo = of_mitid("reference_text").map(str::to_owned);
    let action = match of_mitid("action_text") {
        Some("APPROVE") => Action::Approve,
        Some("CONFIRM") => Action::Confirm,
        Some("ACCEPT") => Action::Accept,
        Some("SIGN") => Action::Sign,
        _ => Action::LogOn,
    };
    Ok(Prompt { action, text: echo.as_deref().and_then(text), echo, business: false })
}

pub(super) fn claims(facts: &LoginFacts<'_>) -> Claims {
    let Person { born, uuid, level, claims_given: kind, .. } = *facts.grant.person;
    let identity = if kind == ClaimsGiven::Employee { "professional" } else { "private" };
    let (now, authenticated) = (facts.now.as_second(), facts.grant.authenticated.as_second());
    let loa = format!("https://data.gov.dk/concept/core/nsis/{}", level.title());
    let transaction_id = "ff2e086a-b567-4ba7-b311-34e70cbd4953";
    let mut id = facts.common();
    id.extend(members(json!({
        "amr": ["code_app"],
        "sid": "prøve-session",
        "neb_sid": "prøve-session",
        "idp": "mitid",
        "acr": loa,
        "loa": loa,
        "aal": loa,
        "ial": loa,
        "identity_type": identity,
        "transaction_id": transaction_id,
        "idp_transaction_id": "1b69e5a5-d5e5-47b6-9e04-aa530c9beee1",
        "session_expiry": (now + 16_200).to_string(),
        "idtoken_type": "strict",
        "subject_type": "org_mapped",
    })));
    let mut userinfo = members(json!({
        "iss": facts.issuer,
        "nbf": now,
        "iat": now,
        "exp": now + 300,
        "amr": ["code_app"],
        "mitid.transaction_id": "1b69e5a5-d5e5-47b6-9e04-aa530c9beee1",
        "mitid.uuid": uuid,
        "mitid.date_of_birth": born,
        "mitid.has_cpr": (kind != ClaimsGiven::Foreign).to_string(),
        "loa": loa,
        "ial": loa,
        "aal": loa,
        "identity_type": identity,
        "idp": "mitid",
        "acr": loa,
        "auth_time": authenticated.to_string(),
        "sub": facts.grant.person.subject,
        "transaction_id": transaction_id,
        "aud": facts.client,
    }));
    // "All non-empty mitid.* claims will be issued": a name that is protected is left out.
    if let Some(name) = facts.grant.person.claimed_name() {
        userinfo.insert("mitid.identity_name".to_owned(), name.into());
    }
    let mut transaction = userinfo.clone();
    transaction.extend(members(json!({
        "amr": "code_app",
        "nonce": facts.grant.asked.nonce,
        "redirect_uri": facts.grant.asked.redirect_uri,
        "requested_scope": "openid mitid transaction_token",
        "mitid.psd2": "false",
        "transaction_actions": "mitid.login",
        "transaction_client_ip": "127.0.0.1",
        "exp": now + TRANSACTION_SECONDS,
    })));
    if let Some(text) = facts.grant.echo() {
        transaction.insert("mitid.reference_text".to_owned(), text.into());
    }
    let wants = |scope: &str| facts.grant.asked.scope.split(' ').any(|word| word == scope);
    Claims {
        id,
        userinfo: Some(userinfo),
        transaction: wants("transaction_token").then_some(transaction),
    }
}
