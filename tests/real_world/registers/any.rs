//! A sound answer with odd values at some places, which still tells the number and a part.

use super::{ABROAD, COMPANY, DATED, NOBODY, NUMBER, PARTNER, approved, file, now};
use domain::cpr::looks_like_cpr;
use domain::cvr::CvrNumber;
use domain::organisation::ParticipantKind;
use proptest::prelude::*;
use serde_json::{Value, json};

proptest! {
    /// Whatever is odd in a sound answer costs nobody the look-up, no number survives but in the
    /// name, and there is a receipt.
    #[test]
    fn any_answer_is_looked_up_without_a_number_and_has_a_receipt(answer in any_answer()) {
        let organisation = register::read(answer.to_string().as_bytes(), CvrNumber::parse("13748136").unwrap(), now());
        let organisation = organisation.map_err(|why| TestCaseError::fail(format!("{why}: {answer}")))?;
        prop_assert!(!organisation.name.is_empty() && !organisation.form.is_empty());
        let texts = organisation.address.iter().chain([&organisation.form, &organisation.status_text]).chain(&organisation.signing_rule);
        let roles = organisation.candidates.iter().flat_map(|one| one.roles.iter().flat_map(|role| [&role.relation, &role.body, &role.function]));
        let persons = organisation.candidates.iter().filter(|one| one.kind != ParticipantKind::Organisation).map(|one| &one.name);
        for text in texts.chain(roles).chain(persons) {
            prop_assert!(!looks_like_cpr(text), "{}", text);
        }
        approved(organisation);
    }
}

/// A sound answer with odd values at some places, which still tells the number and a part.
pub(crate) fn any_answer() -> impl Strategy<Value = Value> {
    let name = prop::sample::select(vec![PARTNER, NOBODY, ABROAD, DATED, NUMBER]);
    let changes = prop::collection::vec((any::<prop::sample::Index>(), odd()), 1..5);
    (name, changes).prop_map(|(name, changes)| {
        let mut answer = file(name);
        for (which, value) in changes {
            let company = answer.pointer_mut(COMPANY).unwrap();
            let mut all = Vec::new();
            places(company, "", &mut all);
            let place = which.get(&all).clone();
            // The number decides who it is, and the parts together must tell something.
            if !place.is_empty()
                && place != "/cvrNummer"
                && !(place.starts_with("/virksomhedMetadata") && place.matches('/').count() == 1)
            {
                *company.pointer_mut(&place).unwrap() = value;
            }
        }
        answer
    })
}

fn odd() -> impl Strategy<Value = Value> {
    prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        ".{0,20}".prop_map(Value::from),
        "[a-zæøå ]{0,8}(cpr|nr|kl)?[. ]?[0-3][0-9]{5}[- ]?[0-9]{4}[. ]?[0-9a-z ]{0,4}"
            .prop_map(Value::from),
        Just(json!([])),
        Just(json!({})),
        Just(json!([null, {}, [[]]])),
    ]
}

/// Every place in a JSON value, as pointers.
fn places(value: &Value, here: &str, all: &mut Vec<String>) {
    match value {
        Value::Object(members) => {
            members.iter().for_each(|(name, inner)| places(inner, &format!("{here}/{name}"), all))
        }
        Value::Array(items) => items
            .iter()
            .enumerate()
            .for_each(|(i, inner)| places(inner, &format!("{here}/{i}"), all)),
        _ => {}
    }
    all.push(here.to_owned());
}
