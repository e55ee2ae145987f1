//! The signature of a mail (DKIM, RFC 6376): which domain signed it, and whether it is as it was
//! signed.
//!
//! The key is given, as it was seen in the DNS and when: nothing is asked here, so the same mail
//! and the same key give the same verdict years later. What `mail-auth` reads (the header and its
//! canonical form, keys, signatures) is its; what it forgives, as a mail server may that only sorts
//! mail, is refused here, because a verdict that a person keeps must not say "unchanged" of a part.
//!
//! A verdict says what the bytes prove. Whose the domain is, and whether the mail is about the
//! organisation, are other questions ([`listed`], [`crate::matching`]).

mod body;
mod lines;
mod record;
mod senders;
mod tags;
mod verdict;

pub use senders::{Sender, as_of, listed, senders};
pub use verdict::{
    Alignment, Change, Checked, Field, Forwarding, Found, Judged, KeyKind, KeyName, Reason,
    SeenKey, Signed, Verdict,
};

use crate::message::{Format, Mail};
use domain::Timestamp;
use mail_auth::AuthenticatedMessage;
use mail_auth::common::crypto::Algorithm;
use mail_auth::dkim::{DkimError, Signature};
use record::{KeyError, KeyRecord};
use sha2::{Digest as _, Sha256};
use tags::Tags;

/// As many signatures are judged; a mail passes few servers that sign.
const SIGNATURES_MAX: usize = 10;
/// As many fields may a signature name.
const NAMES_MAX: usize = 200;

/// The keys that are needed to judge a mail, each once, in the order of its signatures.
pub fn keys_needed(mail: &Mail) -> Vec<KeyName> {
    let mut needed: Vec<KeyName> = Vec::new();
    for judged in verify(mail, &[]).signatures {
        if let Verdict::NotChecked(key) = judged.verdict
            && !needed.contains(&key)
        {
            needed.push(key);
        }
    }
    needed
}

/// Judges every signature of a mail with the keys that are known.
pub fn verify(mail: &Mail, keys: &[SeenKey]) -> Checked {
    if mail.format == Format::Msg {
        return Checked::of_the_file(Verdict::Unsupported(Reason::OutlookMessage));
    }
    let Some(sent) = lines::as_sent(&mail.raw) else {
        // Line ends say nothing of a signature that is not there.
        let is_signed = AuthenticatedMessage::parse_with_opts(&mail.raw, None, false)
            .is_none_or(|it| it.headers.iter().any(|(name, _)| is_named(name, "DKIM-Signature")));
        return Checked::of_the_file(match is_signed {
            true => Verdict::Unsupported(Reason::MixedLineEnds),
            false => Verdict::NoSignature,
        });
    };
    let Some(message) = AuthenticatedMessage::parse_with_opts(&sent, None, false) else {
        return Checked::of_the_file(Verdict::NoSignature);
    };
    let signatures: Vec<(&[u8], &[u8])> = message
        .headers
        .iter()
        .filter(|(name, _)| is_named(name, "DKIM-Signature"))
        .copied()
        .collect();
    let from = mail.from.first().and_then(crate::Mailbox::domain);
    let senders = message.headers.iter().filter(|(name, _)| is_named(name, "From")).count();
    let context = Context {
        message: &message,
        bodies: body::Bodies::of(message.raw_body()),
        keys,
        from: from.as_deref(),
        senders,
    };
    let judged = signatures.iter().take(SIGNATURES_MAX);
    let judged = judged.map(|(name, value)| context.judge(name, value)).collect();
    let more = signatures.len().saturating_sub(SIGNATURES_MAX);
    Checked::of_signatures(judged, more, forwarding(&message, &mail.subject))
}

/// What a signature is judged with.
struct Context<'c> {
    message: &'c AuthenticatedMessage<'c>,
    bodies: body::Bodies<'c>,
    keys: &'c [SeenKey],
    from: Option<&'c str>,
    senders: usize,
}

impl Context<'_> {
    fn judge(&self, name: &[u8], value: &[u8]) -> Judged {
        let Some(tags) = Tags::parse(value) else {
            return Judged::unreadable(Reason::Malformed);
        };
        let moment = |name| {
            let seconds = tags.number(name)?.ok()?;
            Timestamp::from_second(i64::try_from(seconds).ok()?).ok()
        };
        let key = || {
            let text = |tag| tags.text(tag).filter(|text| !text.is_empty());
            Some(KeyName::new(&text("d")?, &text("s")?))
        };
        Judged {
            key: key(),
            signed_at: moment("t"),
            expires: moment("x"),
            verdict: self.verdict(name, value, &tags, key()).unwrap_or_else(|verdict| verdict),
        }
    }

    /// The verdict, early when something cannot be judged.
    fn verdict(
        &self,
        name: &[u8],
        value: &[u8],
        tags: &Tags<'_>,
        key: Option<KeyName>,
    ) -> Result<Verdict, Verdict> {
        let key = key.ok_or(Verdict::Unsupported(Reason::Malformed))?;
        let signature = readable(value, tags).map_err(Verdict::Unsupported)?;
        if self.senders != 1 {
            // Which of them a person is shown is for the mail program to choose.
            return Err(Verdict::Unsupported(Reason::SeveralSenders));
        }
        let seen = self.keys.iter().find(|seen| seen.name == key);
        let seen = seen.ok_or_else(|| Verdict::NotChecked(key.clone()))?;
        let Found::Record(text) = &seen.found else { return Err(Verdict::KeyGone(key)) };
        let record = KeyRecord::parse(text).map_err(|trouble| match trouble {
            KeyError::Revoked => Verdict::KeyGone(key.clone()),
            KeyError::Unreadable => Verdict::Unsupported(Reason::KeyUnreadable),
            KeyError::NotForMail => Verdict::Unsupported(Reason::KeyNotForMail),
            KeyError::TooShort(bits) => Verdict::Unsupported(Reason::KeyTooShort(bits)),
        })?;
        if !record.fits(signature.a) {
            return Err(Verdict::Unsupported(Reason::KeyOfAnotherKind));
        }
        if record.exact_domain && identity_domain(tags).is_some_and(|domain| domain != key.domain) {
            return Err(Verdict::Unsupported(Reason::Malformed));
        }
        let change = Change {
            header_holds: self.header_holds(name, &signature, tags, &record),
            body_holds: self.body_holds(&signature, tags).map_err(Verdict::Unsupported)?,
        };
        if !change.header_holds || !change.body_holds {
            return Err(Verdict::Changed(change));
        }
        if tags.get("l").is_some() {
            // Anybody may have put more behind it.
            return Err(Verdict::Unsupported(Reason::PartOfTheBody));
        }
        if let Some(Ok(until)) = tags.number("x")
            && i64::try_from(until).is_ok_and(|until| until < seen.at.as_second())
        {
            return Err(Verdict::Expired(key));
        }
        Ok(Verdict::SignedAndUnchanged(Box::new(Signed {
            alignment: verdict::alignment(&key.domain, self.from),
            key: record.kind,
            is_weak: record.is_weak(),
            is_test: record.is_test,
            unsigned: self.unsigned(&signature),
            seen_at: seen.at,
            authenticated: seen.authenticated,
            name: key,
        })))
    }

    /// Whether the key made the signature of these fields.
    fn header_holds(
        &self,
        name: &[u8],
        signature: &Signature,
        tags: &Tags<'_>,
        record: &KeyRecord,
    ) -> bool {
        let stripped = tags.without("b");
        let stripped = stripped.strip_suffix(b"\r\n").unwrap_or(&stripped);
        let mut signed = Vec::new();
        let fields = self.message.signed_headers(&signature.h, name, stripped);
        signature.ch.canonicalize_headers(fields, &mut signed);
        record.verifies(&signed, &signature.b, signature.a)
    }

    /// Whether the body, or as much of it as is signed, has the hash that was signed.
    fn body_holds(&self, signature: &Signature, tags: &Tags<'_>) -> Result<bool, Reason> {
        let body = self.bodies.canonical(signature.cb);
        let signed = match tags.number("l") {
            None => body,
            Some(length) => length
                .ok()
                .and_then(|length| body.get(..usize::try_from(length).ok()?))
                .ok_or(Reason::Malformed)?,
        };
        Ok(Sha256::digest(signed).as_slice() == signature.bh)
    }

    /// The fields that a person is shown, or that decide what is shown, and that stand in the mail
    /// more often than they are signed.
    fn unsigned(&self, signature: &Signature) -> Vec<Field> {
        let count =
            |name: &str| self.message.headers.iter().filter(|(n, _)| is_named(n, name)).count();
        let signed =
            |name: &str| signature.h.iter().filter(|n| n.eq_ignore_ascii_case(name)).count();
        Field::ALL.into_iter().filter(|field| count(field.name()) > signed(field.name())).collect()
    }
}

fn is_named(name: &[u8], wanted: &str) -> bool {
    name.trim_ascii().eq_ignore_ascii_case(wanted.as_bytes())
}

/// A signature of the first version, by an algorithm that holds, over the sender at least.
fn readable(value: &[u8], tags: &Tags<'_>) -> Result<Signature, Reason> {
    if tags.get("v") != Some(b"1") {
        return Err(Reason::Malformed);
    }
    let names = tags.list("h").ok_or(Reason::Malformed)?;
    if names.len() > NAMES_MAX || !names.iter().any(|name| name == "from") {
        return Err(Reason::SenderNotSigned);
    }
    let signature = Signature::parse(value).map_err(|error| match error {
        mail_auth::Error::Dkim(
            DkimError::UnsupportedAlgorithm | DkimError::UnsupportedCanonicalization,
        ) => Reason::Algorithm,
        _ => Reason::Malformed,
    })?;
    if signature.a == Algorithm::RsaSha1 {
        return Err(Reason::Algorithm);
    }
    if tags.text("q").is_some_and(|query| !query.split(':').any(|q| q.starts_with("dns"))) {
        return Err(Reason::Algorithm);
    }
    let (signed_at, expires) = (tags.number("t"), tags.number("x"));
    let in_order = match (signed_at, expires) {
        (Some(Err(_)), _) | (_, Some(Err(_))) => false,
        (Some(Ok(from)), Some(Ok(until))) => from < until,
        _ => true,
    };
    let domain = tags.text("d").unwrap_or_default().to_ascii_lowercase();
    let identity_fits =
        tags.get("i").is_none() || identity_domain(tags).is_some_and(|of| is_within(&of, &domain));
    if in_order && identity_fits { Ok(signature) } else { Err(Reason::Malformed) }
}

/// The domain of the identity that a signature names (`i=`).
fn identity_domain(tags: &Tags<'_>) -> Option<String> {
    let identity = tags.text("i")?;
    let (_, domain) = identity.rsplit_once('@')?;
    Some(domain.to_ascii_lowercase())
}

/// Whether a domain is another one or below it.
fn is_within(domain: &str, above: &str) -> bool {
    let below = domain.strip_suffix(above);
    below.is_some_and(|rest| rest.is_empty() || rest.ends_with('.') && rest.len() > 1)
}

/// What says that a mail was passed on: only what stands there, no guess.
fn forwarding(message: &AuthenticatedMessage<'_>, subject: &str) -> Vec<Forwarding> {
    let has = |names: &[&str]| {
        message.headers.iter().any(|(name, _)| names.iter().any(|wanted| is_named(name, wanted)))
    };
    let mut found = Vec::new();
    if has(&["List-Id", "List-Post"]) {
        found.push(Forwarding::List);
    }
    if has(&["Resent-From", "Resent-To", "Resent-Date"]) {
        found.push(Forwarding::Resent);
    }
    if has(&["X-Forwarded-To", "X-Forwarded-For", "X-MS-Exchange-Inbox-Rules-Loop"]) {
        found.push(Forwarding::Rule);
    }
    let begins = |prefix: &str| {
        subject.get(..prefix.len()).is_some_and(|start| start.eq_ignore_ascii_case(prefix))
    };
    if ["fw:", "fwd:", "vs:", "videresendt:"].iter().any(|prefix| begins(prefix)) {
        found.push(Forwarding::Subject);
    }
    found
}

#[cfg(test)]
mod tests {
    use super::is_within;

    #[test]
    fn a_domain_is_within_itself_and_those_above_it() {
        for (domain, above, within) in [
            ("a.example", "a.example", true),
            ("b.a.example", "a.example", true),
            ("ba.example", "a.example", false),
            (".a.example", "a.example", false),
            ("example", "a.example", false),
            ("a.example", "", false),
        ] {
            assert_eq!(is_within(domain, above), within, "{domain} {above}");
        }
    }
}
