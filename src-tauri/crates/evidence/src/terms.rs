//! The terms as a request writes them: each fact has a member of its own, in each version of the
//! request.

use crate::purpose::Version;
use crate::wire;
use domain::Timestamp;
use domain::terms::{OfficialText, TermsShown};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct WireTerms {
    title: String,
    #[serde(with = "wire")]
    published: Date,
    /// Version 1 only: when Tilslut's own summary was shown.
    #[serde(default, with = "wire::optional", skip_serializing_if = "Option::is_none")]
    opened: Option<Timestamp>,
    /// Since version 2.
    #[serde(default, with = "wire::optional", skip_serializing_if = "Option::is_none")]
    summary_shown: Option<Timestamp>,
    /// Since version 2.
    #[serde(default, deserialize_with = "wire::present", skip_serializing_if = "Option::is_none")]
    official_text: Option<WireOfficialText>,
}

#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct WireOfficialText {
    #[serde(with = "wire")]
    opened: Timestamp,
    address: String,
}

impl WireTerms {
    /// As the newest version writes them.
    pub(crate) fn of(terms: &TermsShown) -> Self {
        let TermsShown { title, published, summary_shown, official } = terms;
        Self {
            title: title.clone(),
            published: *published,
            opened: None,
            summary_shown: *summary_shown,
            official_text: official.as_ref().map(|text| WireOfficialText {
                opened: text.opened,
                address: text.address.clone(),
            }),
        }
    }

    /// As version 1 wrote them; none when it could not have.
    pub(crate) fn of_first_version(terms: &TermsShown) -> Option<Self> {
        let TermsShown { title, published, summary_shown, official } = terms;
        let first = Self {
            title: title.clone(),
            published: *published,
            opened: *summary_shown,
            summary_shown: None,
            official_text: None,
        };
        official.is_none().then_some(first)
    }

    /// What they say; none when a member is not one of this version.
    pub(crate) fn terms_shown(&self, version: Version) -> Option<TermsShown> {
        let Self { title, published, opened, summary_shown, official_text } = self;
        let (summary_shown, official) = match (version, opened, summary_shown, official_text) {
            (Version::V1, opened, None, None) => (*opened, None),
            (Version::V2, None, summary, official) => (
                *summary,
                official.as_ref().map(|text| OfficialText {
                    opened: text.opened,
                    address: text.address.clone(),
                }),
            ),
            _ => return None,
        };
        Some(TermsShown { title: title.clone(), published: *published, summary_shown, official })
    }
}
