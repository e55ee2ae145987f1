//! The files of the catalogue, compiled in, so that there is one list of them and no path to get
//! wrong.

use domain::Language;
use fluent_bundle::FluentResource;
use fluent_syntax::ast::Entry;

macro_rules! files {
    ($folder:literal) => {
        &[
            (
                "problems",
                include_str!(concat!("../../../../ui/src/messages/", $folder, "/problems.ftl")),
            ),
            ("dates", include_str!(concat!("../../../../ui/src/messages/", $folder, "/dates.ftl"))),
            (
                "window",
                include_str!(concat!("../../../../ui/src/messages/", $folder, "/window.ftl")),
            ),
            (
                "keeping",
                include_str!(concat!("../../../../ui/src/messages/", $folder, "/keeping.ftl")),
            ),
            ("guide", include_str!(concat!("../../../../ui/src/messages/", $folder, "/guide.ftl"))),
            (
                "follow-up",
                include_str!(concat!("../../../../ui/src/messages/", $folder, "/follow-up.ftl")),
            ),
            (
                "services",
                include_str!(concat!("../../../../ui/src/messages/", $folder, "/services.ftl")),
            ),
            (
                "backups",
                include_str!(concat!("../../../../ui/src/messages/", $folder, "/backups.ftl")),
            ),
            ("bin", include_str!(concat!("../../../../ui/src/messages/", $folder, "/bin.ftl"))),
            (
                "history",
                include_str!(concat!("../../../../ui/src/messages/", $folder, "/history.ftl")),
            ),
            ("log", include_str!(concat!("../../../../ui/src/messages/", $folder, "/log.ftl"))),
            (
                "official-mail",
                include_str!(concat!(
                    "../../../../ui/src/messages/",
                    $folder,
                    "/official-mail.ftl"
                )),
            ),
            (
                "receipt",
                include_str!(concat!("../../../../ui/src/messages/", $folder, "/receipt.ftl")),
            ),
            (
                "record",
                include_str!(concat!("../../../../ui/src/messages/", $folder, "/record.ftl")),
            ),
            (
                "evidence",
                include_str!(concat!("../../../../ui/src/messages/", $folder, "/evidence.ftl")),
            ),
            (
                "documents",
                include_str!(concat!("../../../../ui/src/messages/", $folder, "/documents.ftl")),
            ),
            (
                "command-line",
                include_str!(concat!("../../../../ui/src/messages/", $folder, "/command-line.ftl")),
            ),
            ("login", include_str!(concat!("../../../../ui/src/messages/", $folder, "/login.ftl"))),
            (
                "drafts",
                include_str!(concat!("../../../../ui/src/messages/", $folder, "/drafts.ftl")),
            ),
            ("mail", include_str!(concat!("../../../../ui/src/messages/", $folder, "/mail.ftl"))),
        ]
    };
}

static DANISH: &[(&str, &str)] = files!("da");
static ENGLISH: &[(&str, &str)] = files!("en");

/// The files of a language: name and source.
pub(crate) fn files(language: Language) -> &'static [(&'static str, &'static str)] {
    match language {
        Language::Danish => DANISH,
        Language::English => ENGLISH,
    }
}

/// Reads one file. An entry that does not parse is left out; the tests refuse a catalogue that has
/// one.
pub(crate) fn read(source: &str) -> FluentResource {
    FluentResource::try_new(source.to_owned()).unwrap_or_else(|(readable, _)| readable)
}

/// Every key of the catalogue, sorted. Danish is the first language, and the tests hold English to
/// the same keys.
pub fn keys() -> Vec<String> {
    let mut keys: Vec<String> =
        files(Language::Danish).iter().flat_map(|(_, source)| ids(&read(source))).collect();
    keys.sort_unstable();
    keys
}

fn ids(resource: &FluentResource) -> Vec<String> {
    let id = |entry: &Entry<&str>| match entry {
        Entry::Message(message) => Some(message.id.name.to_owned()),
        Entry::Term(_)
        | Entry::Comment(_)
        | Entry::GroupComment(_)
        | Entry::ResourceComment(_)
        | Entry::Junk { .. } => None,
    };
    resource.entries().filter_map(id).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::problem::Problem;
    use fluent_syntax::ast::{
        CallArguments, Expression, InlineExpression, Pattern, PatternElement,
    };
    use std::collections::{BTreeMap, BTreeSet};

    const LANGUAGES: [Language; 2] = [Language::Danish, Language::English];

    type Variables = BTreeSet<String>;

    /// Every message and attribute of a file, with the variables that it uses.
    fn messages(source: &str) -> BTreeMap<String, Variables> {
        let mut found = BTreeMap::new();
        for entry in read(source).entries() {
            let Entry::Message(message) = entry else { continue };
            let name = message.id.name;
            found
                .insert(name.to_owned(), message.value.as_ref().map(variables).unwrap_or_default());
            for attribute in &message.attributes {
                found.insert(format!("{name}.{}", attribute.id.name), variables(&attribute.value));
            }
        }
        found
    }

    fn variables(pattern: &Pattern<&str>) -> Variables {
        let mut found = Variables::new();
        in_pattern(pattern, &mut found);
        found
    }

    fn in_pattern(pattern: &Pattern<&str>, found: &mut Variables) {
        for element in &pattern.elements {
            if let PatternElement::Placeable { expression } = element {
                in_expression(expression, found);
            }
        }
    }

    fn in_expression(expression: &Expression<&str>, found: &mut Variables) {
        match expression {
            Expression::Inline(inline) => in_inline(inline, found),
            Expression::Select { selector, variants } => {
                in_inline(selector, found);
                variants.iter().for_each(|variant| in_pattern(&variant.value, found));
            }
        }
    }

    fn in_inline(inline: &InlineExpression<&str>, found: &mut Variables) {
        match inline {
            InlineExpression::VariableReference { id } => {
                found.insert(id.name.to_owned());
            }
            InlineExpression::Placeable { expression } => in_expression(expression, found),
            InlineExpression::FunctionReference { arguments, .. } => in_arguments(arguments, found),
            InlineExpression::TermReference { arguments: Some(arguments), .. } => {
                in_arguments(arguments, found)
            }
            InlineExpression::StringLiteral { .. }
            | InlineExpression::NumberLiteral { .. }
            | InlineExpression::MessageReference { .. }
            | InlineExpression::TermReference { arguments: None, .. } => {}
        }
    }

    fn in_arguments(arguments: &CallArguments<&str>, found: &mut Variables) {
        arguments.positional.iter().for_each(|inline| in_inline(inline, found));
        arguments.named.iter().for_each(|named| in_inline(&named.value, found));
    }

    #[test]
    fn every_file_parses_whole() {
        for language in LANGUAGES {
            for (name, source) in files(language) {
                if let Err((_, errors)) = FluentResource::try_new((*source).to_owned()) {
                    panic!("{language:?} {name}.ftl: {errors:?}");
                }
            }
        }
    }

    #[test]
    fn the_variables_of_every_kind_of_expression_are_seen() {
        let found = messages(
            "a = { $one } { $n ->\n    [one] x { $two }\n   *[other] { NUMBER($three, digits: 1) }\n  } { { $four } }\n    .title = { $five }\n",
        );
        let names =
            |wanted: &[&str]| wanted.iter().map(|name| (*name).to_owned()).collect::<Variables>();
        assert_eq!(found["a"], names(&["one", "n", "two", "three", "four"]));
        assert_eq!(found["a.title"], names(&["five"]));
    }

    #[test]
    fn both_languages_have_the_same_messages_with_the_same_variables_in_the_same_files() {
        for ((name, danish), (same, english)) in
            files(Language::Danish).iter().zip(files(Language::English))
        {
            assert_eq!(name, same);
            let (danish, english) = (messages(danish), messages(english));
            let all: BTreeSet<_> = danish.keys().chain(english.keys()).collect();
            let differing: Vec<_> = all
                .into_iter()
                .filter(|key| danish.get(*key) != english.get(*key))
                .map(|key| (key, danish.get(key), english.get(key)))
                .collect();
            assert!(differing.is_empty(), "{name}.ftl (key, Danish, English): {differing:#?}");
        }
    }

    #[test]
    fn no_key_stands_twice() {
        for language in LANGUAGES {
            let mut seen = BTreeSet::new();
            for (name, source) in files(language) {
                for key in ids(&read(source)) {
                    assert!(seen.insert(key.clone()), "{language:?} {name}.ftl: {key}");
                }
            }
        }
    }

    #[test]
    fn every_problem_has_both_texts_and_no_text_is_without_a_problem() {
        let wanted: BTreeSet<String> = Problem::ALL
            .iter()
            .flat_map(|problem| {
                [format!("err-{}", problem.code()), format!("rec-{}", problem.code())]
            })
            .collect();
        let have: BTreeSet<String> = keys()
            .into_iter()
            .filter(|key| key.starts_with("err-") || key.starts_with("rec-"))
            .collect();
        assert_eq!(have, wanted);
    }

    #[test]
    fn no_text_of_a_problem_is_empty_or_needs_a_variable() {
        for language in LANGUAGES {
            let source = files(language)
                .iter()
                .find(|(name, _)| *name == "problems")
                .map(|(_, source)| *source)
                .unwrap();
            for (key, variables) in messages(source) {
                assert!(
                    variables.is_empty(),
                    "{language:?} {key}: a problem is shown in places that know nothing but its code"
                );
            }
        }
    }
}
