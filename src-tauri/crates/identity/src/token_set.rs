//! What the broker sends beside the ID token, and what all of it says together: a signed answer
//! about the person, a long-lived transaction token (`oidc.md` §0, facts 3 and 4). Each must be
//! signed by a key of the broker and belong to this very login; then level, name and text are read
//! where the profile says that they are, and nowhere else.

use crate::Error;
use crate::profile::Organisations;
use crate::token::{Expected, Unverified, is_for};
use base64::alphabet;
use base64::engine::{DecodePaddingMode, Engine, GeneralPurpose, GeneralPurposeConfig};
use domain::Timestamp;
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
    /// What the tokens must say together for an approval: they belong to one login, at a level that
    /// is accepted, and nothing else than the right text was shown. Who logged in is read from the
    /// evidence afterwards: a name that is not told costs nothing.
    pub(crate) fn hold(&self, expected: &Expected<'_>) -> Result<(), Error> {
        let claims = &expected.profile.claims;
        if !self.belong_together(expected) || !self.shows(expected) {
            return Err(Error::NotTrusted);
        }
        match self.text(&claims.level) {
            Some(level) if claims.levels.iter().any(|accepted| accepted == level) => Ok(()),
            Some(level) if is_low(level) => Err(Error::LevelLow),
            Some(_) | None => Err(Error::NotTrusted),
        }
    }

    /// When the last of the tokens was issued, as the broker says.
    pub(crate) fn issued(&self) -> Timestamp {
        let all = [Some(&self.id), self.userinfo.as_ref(), self.transaction.as_ref()];
        all.into_iter()
            .flatten()
            .filter_map(|token| token.moment("iat"))
            .max()
            .unwrap_or(Timestamp::MIN)
    }

    /// What came beside the ID token belongs to this very login.
    pub(crate) fn belong_together(&self, expected: &Expected<'_>) -> bool {
        self.userinfo.as_ref().is_none_or(|token| self.is_about_the_person(token, expected))
            && self
                .transaction
                .as_ref()
                .is_none_or(|token| self.is_of_the_transaction(token, expected))
    }

    /// The organisations that the person may represent, as the broker names them: one, or a list of
    /// numbers. What is no CVR number is none of them, and one that the broker says the person may
    /// not represent is not either.
    pub(crate) fn organisations(&self, places: &Organisations) -> Vec<Represented> {
        let may = places.may.as_ref().is_none_or(|may| {
            self.text(&may.place).is_some_and(|word| may.values.iter().any(|yes| yes == word))
        });
        let numbers = match self.at(&places.cvr).filter(|_| may) {
            Some(Value::Array(several)) => several.iter().collect(),
            Some(one) => vec![one],
            None => vec![],
        };
        let name = places
            .name
            .as_ref()
            .filter(|_| numbers.len() == 1)
            .and_then(|place| self.text(place))
            .map(str::to_owned);
        let read = |number: &Value| {
            Some(Represented { cvr: CvrNumber::parse(number.as_str()?).ok()?, name: name.clone() })
        };
        numbers.into_iter().filter_map(read).collect()
    }

    /// It carries no nonce at any known broker, so subject, transaction and time tie it to the ID
    /// token. Where it names issuer and audience, they must be right.
    fn is_about_the_person(&self, token: &Unverified, expected: &Expected<'_>) -> bool {
        token.text("iss").is_none_or(|iss| iss == expected.profile.issuer)
            && token.claims.get("aud").is_none_or(|aud| is_for(aud, &expected.profile.client_id))
            && self.same(token, "sub", true)
            && self.same(token, "transaction_id", false)
            && token.claims.get("nonce").is_none_or(|nonce| nonce == expected.nonce)
            && is_timely(token, expected, self.id.moment("iat"))
    }

    /// It carries the nonce, so it commits to the request as the ID token does.
    fn is_of_the_transaction(&self, token: &Unverified, expected: &Expected<'_>) -> bool {
        token.text("iss") == Some(&expected.profile.issuer)
            && token.claims.get("aud").is_some_and(|aud| is_for(aud, &expected.profile.client_id))
            && token.text("nonce") == Some(expected.nonce)
            && self.same(token, "sub", false)
            && self.same(token, "transaction_id", false)
            && token.claims.contains_key("iat")
            && is_timely(token, expected, self.id.moment("iat"))
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

    /// Tokens that echo another text are not the answer to this login. Those without any echo may
    /// be: their evidence says by its level that what was shown is not proven (DESIGN §3, level C).
    fn shows(&self, expected: &Expected<'_>) -> bool {
        let claims = &expected.profile.claims;
        match self.at(&claims.text) {
            None => true,
            Some(Value::String(echo)) if claims.text_base64 => {
                decoded(echo).is_some_and(|text| text == expected.text.as_bytes())
            }
            Some(echo) => *echo == expected.text,
        }
    }
}

/// Level Low, as each broker spells it: `low`, `LOW`, or the last part of an URN or of the NSIS
/// concept.
fn is_low(level: &str) -> bool {
    level.rsplit(['/', ':']).next().is_some_and(|last| last.eq_ignore_ascii_case("low"))
}

/// The times that a token has are those of this login, and agree with each other.
fn is_timely(token: &Unverified, expected: &Expected<'_>, id_issued: Option<Timestamp>) -> bool {
    let Expected { clocks, .. } = expected;
    let readable = |claim: &str| !token.claims.contains_key(claim) || token.moment(claim).is_some();
    let issued = token.moment("iat").or(id_issued);
    readable("iat")
        && readable("exp")
        && token.moment("iat").is_none_or(|at| clocks.may_be_now(at))
        && token
            .moment("exp")
            .is_none_or(|until| clocks.may_hold(until) && issued.is_none_or(|at| at <= until))
        && token
            .moment("auth_time")
            .is_none_or(|at| issued.is_none_or(|issued| clocks.is_login(at, issued)))
}

/// `transaction_actions` is a text or a list of them (`oidc.md` §5.2): without a login among them,
/// an old session was reused.
fn was_a_login(actions: &Value) -> bool {
    match actions {
        Value::String(one) => one == "mitid.login",
        Value::Array(several) => several.iter().any(|one| one == "mitid.login"),
        _ => false,
    }
}

/// Brokers send base64 as they got it: with either alphabet, padded or not.
fn decoded(echo: &str) -> Option<Vec<u8>> {
    let config =
        GeneralPurposeConfig::new().with_decode_padding_mode(DecodePaddingMode::Indifferent);
    [alphabet::STANDARD, alphabet::URL_SAFE]
        .iter()
        .find_map(|alphabet| GeneralPurpose::new(alphabet, config).decode(echo).ok())
}
