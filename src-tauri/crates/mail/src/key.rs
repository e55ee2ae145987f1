//! The key of a signature, asked of the DNS: the one thing here that leaves the machine, and only
//! when called. The name server learns the domain and the name of the key, nothing of the mail.

use crate::dkim::{Found, KeyName, SeenKey};
use domain::Timestamp;
use domain::problem::Problem;
use outbound::dns::{NameServers, NoText};

/// Why the key was not seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
pub enum NotSeen {
    /// No name server can be reached: try again when there is a connection.
    #[error("no name server can be reached")]
    Unreachable,
    /// No answer came in time: try again.
    #[error("no answer came in time")]
    Slow,
    /// The name server does not tell, or what it says cannot be a key: try again elsewhere.
    #[error("the name server does not tell")]
    NotTold,
}

impl From<NotSeen> for Problem {
    fn from(trouble: NotSeen) -> Self {
        match trouble {
            NotSeen::Unreachable => Self::MailKeyDown,
            NotSeen::Slow => Self::MailKeySlow,
            NotSeen::NotTold => Self::MailKeyNotTold,
        }
    }
}

/// Asks for a key. `now` is kept as the time that it was seen.
///
/// # Errors
/// [`NotSeen`] when it is not known whether there is a key; that there is none is an answer.
pub async fn ask(
    servers: &NameServers,
    name: &KeyName,
    now: Timestamp,
) -> Result<SeenKey, NotSeen> {
    let (found, authenticated) = match servers.text(&name.in_the_dns()).await {
        Ok(answer) => (key_in(answer.records)?, answer.authenticated),
        Err(NoText::Absent) => (Found::Gone, false),
        Err(NoText::Slow) => return Err(NotSeen::Slow),
        Err(NoText::Unreachable) => return Err(NotSeen::Unreachable),
        Err(NoText::NotAName | NoText::Refused | NoText::TooLarge) => return Err(NotSeen::NotTold),
    };
    Ok(SeenKey { name: name.clone(), at: now, found, authenticated })
}

/// The one record that is a key. Domains that answer every name with the same text have none here;
/// of two keys nobody can say which is meant (RFC 6376 §3.6.2.2).
fn key_in(records: Vec<Vec<u8>>) -> Result<Found, NotSeen> {
    let texts = records.into_iter().filter_map(|record| String::from_utf8(record).ok());
    let mut keys: Vec<String> = texts.filter(|text| is_a_key(text)).collect();
    keys.dedup();
    match keys.pop() {
        Some(_) if !keys.is_empty() => Err(NotSeen::NotTold),
        Some(key) => Ok(Found::Record(key)),
        None => Ok(Found::Gone),
    }
}

/// It has a key, and names no other kind of record as its version.
fn is_a_key(text: &str) -> bool {
    let value = |wanted: &str| {
        let mut tags = text.split(';').filter_map(|tag| tag.split_once('='));
        tags.find(|(name, _)| name.trim() == wanted).map(|(_, value)| value.trim())
    };
    value("p").is_some() && value("v").is_none_or(|version| version == "DKIM1")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_one_key_is_found_among_other_records() {
        let found = |records: &[&str]| {
            key_in(records.iter().map(|record| record.as_bytes().to_vec()).collect())
        };
        let key = "v=DKIM1; k=rsa; p=AAAA";
        assert_eq!(found(&[key]), Ok(Found::Record(key.into())));
        assert_eq!(found(&["v=spf1 -all", key]), Ok(Found::Record(key.into())));
        assert_eq!(found(&[key, key]), Ok(Found::Record(key.into())));
        assert_eq!(found(&["p="]), Ok(Found::Record("p=".into())));
        assert_eq!(found(&["v=spf1 -all", "v=DMARC1; p=none"]), Ok(Found::Gone));
        assert_eq!(found(&[key, "v=DKIM1; p=BBBB"]), Err(NotSeen::NotTold));
    }
}
