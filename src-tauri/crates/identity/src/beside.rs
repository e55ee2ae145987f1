//! What the broker sends beside the ID token, and what all of it says together: a signed answer about the person, a long-lived
//! transaction token (`oidc.md` §0, facts 3 and 4). Each must be signed by a key of the broker and belong to this very login; then
//! level, name and text are read where the profile says that they are, and nowhere else.

use crate::profile::Organisations;
use crate::token::{Expected, SKEW, Unverified};
use base64::alphabet;
use base64::engine::{DecodePaddingMode, Engine, GeneralPurpose, GeneralPurposeConfig};
use domain::cvr::CvrNumber;
use domain::organisation::Represented;
use evidence::{ClaimPlace, TokenKind};
use serde_json::Value;

/// The signed tokens of one login, each with its signature checked.
pub(crate) struct Tokens {
    /// The ID token.
    pub(crate) id: Unverified,
    /// The signed answer about the person.
    pub(crate) userinfo: Option<Unverified>,
    /// The long-lived token.
    pub(crate) transaction: Option<Unverified>,
}

impl Tokens {
    /// Everything that the tokens must say together.
    pub(crate) fn hold(&self, expected: &Expected<'_>) -> bool {
        let claims = &expected.profile.claims;
        self.belong_together(expected)
            && self.text(&claims.level).is_some_and(|level| claims.levels.iter().any(|accepted| accepted == level))
            && self.text(&claims.name).is_some_and(|name| !name.trim().is_empty())
            && self.shows(expected)
    }

    /// What came beside the ID token belongs to this very login.
    pub(crate) fn belong_together(&self, expected: &Expected<'_>) -> bool {
        self.userinfo.as_ref().is_none_or(|token| self.is_about_the_person(token, expected))
            && self.transaction.as_ref().is_none_or(|token| self.is_of_the_transaction(token, expected))
    }

    /// The organisations that the person may represent, as the broker names them: one, or a list of numbers. What is no CVR number is
    /// none of them, and one that the broker says the person may not represent is not either.
    pub(crate) fn organisations(&self, places: &Organisations) -> Vec<Represented> {
        let may = places.may.as_ref().is_none_or(|may| self.text(&may.place).is_some_and(|word| may.values.iter().any(|yes| yes == word)));
        let numbers = match self.at(&places.cvr).filter(|_| may) {
            Some(Value::Array(several)) => several.iter().collect(),
            Some(one) => vec![one],
            None => vec![],
        };
        let name = places.name.as_ref().filter(|_| numbers.len() == 1).and_then(|place| self.text(place)).map(str::to_owned);
        let read = |number: &Value| Some(Represented { cvr: CvrNumber::parse(number.as_str()?).ok()?, name: name.clone() });
        numbers.into_iter().filter_map(read).collect()
    }

    /// It carries no nonce at any known broker, so subject, transaction and time tie it to the ID token. Where it names issuer and
    /// audience, they must be right.
    fn is_about_the_person(&self, token: &Unverified, expected: &Expected<'_>) -> bool {
        token.text("iss").is_none_or(|iss| iss == expected.profile.issuer)
            && token.claims.get("aud").is_none_or(|aud| is_for(aud, &expected.profile.client_id))
            && self.same(token, "sub", true)
            && self.same(token, "transaction_id", false)
            && token.claims.get("nonce").is_none_or(|nonce| nonce == expected.nonce)
            && is_timely(token, expected)
    }

    /// It carries the nonce, so it commits to the request as the ID token does.
    fn is_of_the_transaction(&self, token: &Unverified, expected: &Expected<'_>) -> bool {
        token.text("iss") == Some(&expected.profile.issuer)
            && token.claims.get("aud").is_some_and(|aud| is_for(aud, &expected.profile.client_id))
            && token.text("nonce") == Some(expected.nonce)
            && self.same(token, "sub", false)
            && self.same(token, "transaction_id", false)
            && token.claims.contains_key("iat")
            && is_timely(token, expected)
            && token.claims.get("transaction_actions").is_none_or(was_a_login)
    }

    /// A claim that both tokens have is the same in both; one that is `needed` both have.
    fn same(&self, token: &Unverified, claim: &str, needed: bool) -> bool {
        match (self.id.claims.get(claim), token.claims.get(claim)) {
            (Some(ours), Some(theirs)) => ours == theirs,
            (_, _) => !needed,
        }
    }

    fn at(&self, place: &ClaimPlace) -> Option<&Value> {
        let token = match place.token {
            TokenKind::Id => Some(&self.id),
            TokenKind::Userinfo => self.userinfo.as_ref(),
            TokenKind::Transaction => self.transaction.as_ref(),
        };
        token?.claims.get(&place.claim)
    }

    fn text(&self, place: &ClaimPlace) -> Option<&str> {
        self.at(place)?.as_str()
    }

    /// Tokens that echo another text are not the answer to this login. Those without any echo may be: their evidence says by its level
    /// that what was shown is not proven (DESIGN §3, level C).
    fn shows(&self, expected: &Expected<'_>) -> bool {
        let claims = &expected.profile.claims;
        match self.at(&claims.text) {
            None => true,
            Some(Value::String(echo)) if claims.text_base64 => decoded(echo).is_some_and(|text| text == expected.text.as_bytes()),
            Some(echo) => *echo == expected.text,
        }
    }
}

/// The client alone: a stranger in a list could use the token for itself.
fn is_for(audience: &Value, client: &str) -> bool {
    match audience {
        Value::String(one) => one == client,
        Value::Array(several) => !several.is_empty() && several.iter().all(|one| one == client),
        _ => false,
    }
}

/// The times that a token has are those of this login, and it still holds.
fn is_timely(token: &Unverified, expected: &Expected<'_>) -> bool {
    let now = |claim: &str| token.claims.get(claim).is_none_or(|_| token.moment(claim).is_some_and(|at| expected.is_now(at)));
    let holds = token.claims.get("exp").is_none_or(|_| token.moment("exp").is_some_and(|until| until > expected.now - SKEW));
    now("iat") && now("auth_time") && holds
}

/// `transaction_actions` is a text or a list of them (`oidc.md` §5.2): without a login among them, an old session was reused.
fn was_a_login(actions: &Value) -> bool {
    match actions {
        Value::String(one) => one == "mitid.login",
        Value::Array(several) => several.iter().any(|one| one == "mitid.login"),
        _ => false,
    }
}

/// Brokers send base64 as they got it: with either alphabet, padded or not.
fn decoded(echo: &str) -> Option<Vec<u8>> {
    let config = GeneralPurposeConfig::new().with_decode_padding_mode(DecodePaddingMode::Indifferent);
    [alphabet::STANDARD, alphabet::URL_SAFE].iter().find_map(|alphabet| GeneralPurpose::new(alphabet, config).decode(echo).ok())
}
