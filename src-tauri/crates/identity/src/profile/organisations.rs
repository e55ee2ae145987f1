//! How a broker tells which organisations a person may represent, and the login by which it is
//! asked (`oidc.md` §3).

use super::{BrokerProfile, Userinfo};
use evidence::{ClaimPlace, TokenKind};
use std::collections::BTreeMap;

/// How a person is asked, and the broker told, which organisations that person may represent
/// (`oidc.md` §3): in a login of its own, of which nothing is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Organisations {
    /// The scopes of that login.
    pub scopes: Vec<String>,
    /// What else its authorization request carries, as [`BrokerProfile::authorize`]; no text is
    /// shown.
    pub authorize: BTreeMap<String, String>,
    /// Claims of its ID token that must have exactly this value.
    pub required: BTreeMap<String, String>,
    /// The CVR number, or a list of them.
    pub cvr: ClaimPlace,
    /// The name of the one organisation.
    pub name: Option<ClaimPlace>,
    /// Says that the person may represent it; without this the number alone says so.
    pub may: Option<Yes>,
}

/// A claim that says yes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Yes {
    /// Where.
    pub place: ClaimPlace,
    /// The values that mean it.
    pub values: Vec<String>,
}

impl Organisations {
    /// As the pretended broker tells it, which is as Idura does.
    pub(super) fn practice() -> Self {
        let authorize =
            [("acr_values", "urn:grn:authn:dk:mitid:business"), ("ui_locales", "{language}")];
        Self {
            scopes: vec!["openid".to_owned()],
            authorize: authorize.map(|(name, value)| (name.to_owned(), value.to_owned())).into(),
            required: BTreeMap::new(),
            cvr: ClaimPlace::id("cvrNumberIdentifier"),
            name: Some(ClaimPlace::id("2.5.4.10")),
            may: Some(Yes {
                place: ClaimPlace::id("companySignatory"),
                values: vec!["true".to_owned()],
            }),
        }
    }

    /// The places that are read, with the field that names each.
    pub(super) fn places(&self) -> impl Iterator<Item = (&'static str, &ClaimPlace)> {
        let name = self.name.as_ref().map(|place| ("organisations.name", place));
        let may = self.may.as_ref().map(|may| ("organisations.may", &may.place));
        [Some(("organisations.cvr", &self.cvr)), name, may].into_iter().flatten()
    }
}

impl BrokerProfile {
    /// The profile of the login that tells which organisations a person may represent, and where
    /// they stand in it.
    pub(crate) fn for_organisations(&self) -> Option<(Self, Organisations)> {
        let asked = self.organisations.clone()?;
        let of_userinfo = asked.places().any(|(_, place)| place.token == TokenKind::Userinfo);
        let profile = Self {
            scopes: asked.scopes.clone(),
            authorize: asked.authorize.clone(),
            required: asked.required.clone(),
            userinfo: if of_userinfo { self.userinfo } else { Userinfo::None },
            transaction_token: false,
            shows_text: false,
            ..self.clone()
        };
        Some((profile, asked))
    }
}
