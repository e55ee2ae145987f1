//! The signed tokens of one login, and that they belong together: a userinfo token that names the
//! same subject, a transaction token that carries the same nonce. What one of them says counts only
//! as far as its own key is anchored.

use crate::anchors::{Anchor, AuthorityForm, ClaimPlace, TokenKind};
use crate::certificate::{self, Purpose, X509};
use crate::token::Token;
use crate::verdict::{Authority, Downgrade, Reason};
use domain::Timestamp;
use domain::cvr::CvrNumber;
use serde_json::Value;

/// The tokens of one login.
pub(crate) struct Tokens<'a> {
    pub(crate) anchor: &'a Anchor,
    pub(crate) id: Token<'a>,
    /// The key of the ID token is anchored.
    pub(crate) id_anchored: bool,
    pub(crate) userinfo: Option<Token<'a>>,
    pub(crate) transaction: Option<Token<'a>>,
    /// The key of the transaction token is anchored, by itself or by its certificate.
    pub(crate) transaction_anchored: bool,
    /// When the ID token was issued.
    pub(crate) issued: Timestamp,
}

/// The certificate that a token is signed with, under an anchored authority.
pub(crate) struct Certified<'t> {
    pub(crate) leaf: &'t X509,
    pub(crate) issuer: &'t X509,
}

impl<'a> Tokens<'a> {
    /// Begins with the ID token, whose issuer and audience chose the anchor.
    pub(crate) fn new(anchor: &'a Anchor, id: Token<'a>, issued: Timestamp) -> Self {
        let id_anchored = anchor.trusts(&id.thumbprint, issued);
        Self {
            anchor,
            id,
            id_anchored,
            userinfo: None,
            transaction: None,
            transaction_anchored: false,
            issued,
        }
    }

    /// Adds the userinfo token: of the same issuer and subject, and signed with a key that is
    /// anchored when that of the ID token is. Its audience is not compared, because brokers differ
    /// in whether it has one (`oidc.md` §1.1).
    pub(crate) fn with_userinfo(&mut self, token: Token<'a>) -> Result<(), Reason> {
        let issued = token
            .seconds("iat")
            .and_then(|second| Timestamp::from_second(second).ok())
            .unwrap_or(self.issued);
        let ours = token
            .claims
            .get("iss")
            .is_none_or(|iss| iss.as_str().is_some_and(|iss| self.anchor.is_issuer(iss)))
            && self.id.text("sub").is_some_and(|subject| token.text("sub") == Some(subject))
            && self.same_transaction(&token)
            && (!self.id_anchored || self.anchor.trusts(&token.thumbprint, issued));
        self.userinfo = Some(token);
        ours.then_some(()).ok_or(Reason::UserinfoOther)
    }

    /// Adds the transaction token: of the same issuer, for the same client, with the same nonce and
    /// with times that agree.
    pub(crate) fn with_transaction(
        &mut self,
        token: Token<'a>,
        nonce: &str,
        now: Timestamp,
    ) -> Result<Timestamp, Reason> {
        let issued = token.issued(now).filter(|_| {
            token.text("iss").is_some_and(|iss| self.anchor.is_issuer(iss))
                && token.is_for(&self.anchor.client_id)
                && token.text("nonce") == Some(nonce)
                && self.same_transaction(&token)
        });
        let issued = issued.ok_or(Reason::TransactionOther)?;
        self.transaction_anchored = self.anchor.trusts(&token.thumbprint, issued);
        self.transaction = Some(token);
        Ok(issued)
    }

    /// The certificate of the transaction token and the authority right above it, when an anchored
    /// authority stands behind them. From then on the token counts as anchored, whether or not its
    /// key is listed too.
    pub(crate) fn certified(&mut self, issued: Timestamp) -> Result<Certified<'_>, Downgrade> {
        let token = self.transaction.as_ref().ok_or(Downgrade::CertificateMissing)?;
        let (leaf, others) = token
            .certificates
            .as_ref()
            .map_err(|doubt| *doubt)?
            .split_first()
            .ok_or(Downgrade::CertificateMissing)?;
        if !token.is_signed_with(leaf) {
            return Err(Downgrade::CertificateOfOtherKey);
        }
        let issuer =
            certificate::issuer(leaf, others, &self.anchor.certificates, Purpose::Signing, issued)?;
        self.transaction_anchored = true;
        Ok(Certified { leaf, issuer })
    }

    /// The broker's own name of the transaction, where both tokens have one.
    fn same_transaction(&self, token: &Token<'_>) -> bool {
        match (self.id.claims.get("transaction_id"), token.claims.get("transaction_id")) {
            (Some(ours), Some(theirs)) => ours == theirs,
            _ => true,
        }
    }

    /// What a token says at a place; none when there is no such token or claim.
    pub(crate) fn at(&self, place: &ClaimPlace) -> Option<&Value> {
        self.token(place.token)?.claims.get(&place.claim)
    }

    fn token(&self, kind: TokenKind) -> Option<&Token<'a>> {
        match kind {
            TokenKind::Id => Some(&self.id),
            TokenKind::Userinfo => self.userinfo.as_ref(),
            TokenKind::Transaction => self.transaction.as_ref(),
        }
    }

    /// True when an anchored key vouches for what such a token says.
    pub(crate) fn is_anchored(&self, kind: TokenKind) -> bool {
        match kind {
            TokenKind::Id | TokenKind::Userinfo => self.id_anchored,
            TokenKind::Transaction => self.transaction_anchored,
        }
    }

    /// A text that counts: from an anchored token, or from any when nothing is anchored and the
    /// level says so.
    pub(crate) fn trusted_text(&self, place: &ClaimPlace) -> Option<&str> {
        let counts = !self.id_anchored || self.is_anchored(place.token);
        self.at(place)?.as_str().filter(|text| counts && !text.is_empty())
    }

    /// True when the broker says that the person's name and address are protected, in a token that
    /// counts.
    pub(crate) fn protected(&self) -> bool {
        let Some(protection) = &self.anchor.claims.protection else { return false };
        let counts = !self.id_anchored || self.is_anchored(protection.place.token);
        counts && self.at(&protection.place).is_some_and(|value| is_yes(value, &protection.values))
    }

    /// Whether the broker says that the person may represent this organisation.
    pub(crate) fn authority(&self, cvr: CvrNumber) -> Authority {
        let Some(authority) = &self.anchor.claims.authority else { return Authority::Untold };
        let is_ours =
            |value: &Value| value.as_str().is_some_and(|text| CvrNumber::parse(text) == Ok(cvr));
        let said = match (self.at(&authority.place), &authority.written) {
            _ if self.id_anchored && !self.is_anchored(authority.place.token) => {
                return Authority::Untold;
            }
            (None, _) => return Authority::Untold,
            (Some(Value::Array(organisations)), AuthorityForm::Cvr) => {
                organisations.iter().any(is_ours)
            }
            (Some(organisation), AuthorityForm::Cvr) => is_ours(organisation),
            (Some(yes), AuthorityForm::Yes { values, cvr: claim }) => {
                let yes = is_yes(yes, values);
                let place = ClaimPlace { token: authority.place.token, claim: claim.clone() };
                yes && self.at(&place).is_some_and(is_ours)
            }
        };
        if said { Authority::Confirmed } else { Authority::Other }
    }
}

/// A word that means yes, or a boolean that is spelled like one.
fn is_yes(value: &Value, values: &[String]) -> bool {
    match value {
        Value::String(word) => values.contains(word),
        Value::Bool(yes) => values.iter().any(|value| *value == yes.to_string()),
        _ => false,
    }
}
