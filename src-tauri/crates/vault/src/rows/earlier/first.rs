//! The shape that the first writer of version 1 gave to what a register said, brought into the one
//! that came after it without another number: a candidate had its roles in one text, and nobody was
//! named as the source.

use super::super::Unreadable;
use serde_json::{Map, Value, json};

/// What that writer's register put between the roles of a candidate.
const BETWEEN: &str = ", ";

/// The body with every organisation in it as later writers of version 1 wrote it.
pub(super) fn bring_on(mut body: Value) -> Result<Value, Unreadable> {
    // There was one way to a register in each world, so who said it is known for certain.
    let source = match body.get("environment").and_then(Value::as_str) {
        Some("practice") => "practice",
        Some("live") => "virk",
        _ => return Err(Unreadable),
    };
    organisations(&mut body, source)?;
    Ok(body)
}

/// Finds them wherever they are: in a draft's answer, in what was approved or handed over, and in
/// what that was made of.
fn organisations(value: &mut Value, source: &str) -> Result<(), Unreadable> {
    match value {
        Value::Object(members)
            if members.contains_key("lookedUp") && members.contains_key("candidates") =>
        {
            if members.contains_key("origins") { Ok(()) } else { bring(members, source) }
        }
        Value::Object(members) => {
            members.values_mut().try_for_each(|member| organisations(member, source))
        }
        Value::Array(items) => items.iter_mut().try_for_each(|item| organisations(item, source)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => Ok(()),
    }
}

fn bring(organisation: &mut Map<String, Value>, source: &str) -> Result<(), Unreadable> {
    let told = ["name", "address", "form", "status", "candidates", "signingRule"];
    let origins: Map<String, Value> =
        told.iter().map(|part| ((*part).to_owned(), source.into())).collect();
    organisation.insert("origins".to_owned(), origins.into());
    let candidates =
        organisation.get_mut("candidates").and_then(Value::as_array_mut).ok_or(Unreadable)?;
    candidates.iter_mut().try_for_each(|candidate| {
        let candidate = candidate.as_object_mut().ok_or(Unreadable)?;
        let Some(Value::String(role)) = candidate.remove("role") else { return Err(Unreadable) };
        // In which body, and since when, was not kept: it is not made up.
        let held = |function: &str| json!({ "relation": "", "body": "", "function": function, "since": null });
        candidate.insert("roles".to_owned(), role.split(BETWEEN).map(held).collect()).map_or(Ok(()), |_| Err(Unreadable))
    })
}

#[cfg(test)]
mod tests {
    use super::super::super::{VERSION, read};
    use domain::case::Stage;
    use domain::lookup::Lookup;
    use domain::organisation::{Origins, Source};
    use domain::problem::Problem;

    const BODIES: &str = include_str!("../frozen/1a.jsonl");

    /// The body of the draft whose organisation was found.
    fn found() -> &'static str {
        BODIES.lines().find(|body| body.contains("\"found\":{")).expect("one was found")
    }

    #[test]
    fn what_the_register_said_is_read_with_its_roles_and_its_source() {
        let two = found().replace("DIREKTØR", "DIREKTØR, FORMAND");
        for (environment, source) in [("practice", Source::Practice), ("live", Source::Virk)] {
            let body = two.replace("\"practice\"", &format!("\"{environment}\""));
            let case = read(1, body.as_bytes()).expect("readable");
            let Stage::Drafting(draft) = &case.stage else { panic!("a draft") };
            let Lookup::Found(organisation) = &draft.lookup else { panic!("found") };
            assert_eq!(organisation.origins, Origins::all(source));
            let roles: Vec<String> =
                organisation.candidates.iter().map(|candidate| candidate.role()).collect();
            assert_eq!(roles, ["DIREKTØR, FORMAND"; 3]);
            assert!(organisation.candidates.iter().all(|candidate| candidate.roles.len() == 2));
        }
    }

    /// Neither another version in this shape, nor a mixture of both, was ever written.
    #[test]
    fn nothing_else_is_taken_for_that_shape() {
        for (from, to) in [
            ("\"lookedUp\"", "\"origins\":{},\"lookedUp\""),
            ("\"role\":\"DIREKTØR\"", "\"role\":1"),
            ("\"role\":\"DIREKTØR\",", ""),
            ("\"role\":\"DIREKTØR\"", "\"role\":\"DIREKTØR\",\"roles\":[]"),
            ("\"practice\"", "\"staging\""),
            ("\"candidates\":[", "\"candidates\":[1,"),
        ] {
            assert!(found().contains(from), "{from} is in the sample");
            assert_eq!(
                read(1, found().replace(from, to).as_bytes()),
                Err(Problem::CaseDamaged),
                "{to}"
            );
        }
        for version in 2..=VERSION {
            assert_eq!(read(version, found().as_bytes()), Err(Problem::CaseDamaged), "{version}");
        }
    }
}
