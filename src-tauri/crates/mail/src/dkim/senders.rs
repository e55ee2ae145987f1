//! Which domains count as MitID Erhverv's: data with a source, in `senders.toml`.

use domain::Environment;
use domain::rules::Certainty;
use serde::Deserialize;
use std::sync::OnceLock;

/// A domain that MitID Erhverv may send from.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sender {
    /// The domain, in small letters.
    pub domain: String,
    environment: World,
    /// How sure it is that MitID Erhverv sends from it.
    pub certainty: Certainty,
    /// Whether a genuine receipt of this domain has been seen.
    pub confirmed: bool,
    /// Where that was read.
    pub source: String,
    /// What is known of it.
    pub note: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum World {
    Practice,
    Live,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Senders {
    as_of: String,
    sender: Vec<Sender>,
}

/// The day that the list was last looked through, as `2026-11-28`.
pub fn as_of() -> &'static str {
    &list().as_of
}

/// The listed domains of an environment.
pub fn senders(environment: Environment) -> impl Iterator<Item = &'static Sender> {
    let world = match environment {
        Environment::Practice => World::Practice,
        Environment::Live => World::Live,
    };
    list().sender.iter().filter(move |sender| sender.environment == world)
}

/// The listed domain that a signing domain is, or is below.
pub fn listed(domain: &str, environment: Environment) -> Option<&'static Sender> {
    let domain = domain.trim_end_matches('.').to_ascii_lowercase();
    senders(environment).find(|sender| super::is_within(&domain, &sender.domain))
}

#[expect(clippy::expect_used, reason = "compiled in, and read by the test below")]
fn list() -> &'static Senders {
    static LIST: OnceLock<Senders> = OnceLock::new();
    LIST.get_or_init(|| {
        toml::from_str(include_str!("senders.toml")).expect("the list of senders can be read")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_sound_and_claims_no_more_than_is_known() {
        assert!(as_of().parse::<jiff::civil::Date>().is_ok());
        for environment in [Environment::Practice, Environment::Live] {
            assert!(senders(environment).count() > 0);
            for sender in senders(environment) {
                assert_eq!(sender.domain, sender.domain.to_ascii_lowercase());
                assert!(!sender.source.is_empty() && !sender.note.is_empty());
                // Confirming one takes a genuine receipt, and a change of this test.
                assert!(!sender.confirmed, "{}", sender.domain);
            }
        }
    }

    #[test]
    fn a_domain_is_listed_with_those_below_it_and_in_its_own_world() {
        let listed = |domain, environment| listed(domain, environment).map(|s| &*s.domain);
        for (domain, found) in [
            ("mitid-erhverv.dk", Some("mitid-erhverv.dk")),
            ("Mail.MitID-Erhverv.dk.", Some("mitid-erhverv.dk")),
            ("notmitid-erhverv.dk", None),
            ("mitid-erhverv.dk.evil.example", None),
            ("dk", None),
            ("", None),
            ("mitid-erhverv.example", None),
        ] {
            assert_eq!(listed(domain, Environment::Live), found, "{domain}");
        }
        assert!(listed("mitid-erhverv.example", Environment::Practice).is_some());
        assert_eq!(listed("mitid-erhverv.dk", Environment::Practice), None);
    }
}
