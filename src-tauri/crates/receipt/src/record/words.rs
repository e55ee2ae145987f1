//! What a record writes for single values: its words for those of the domain, and a hash.

use crate::chain::unhex;
use domain::Environment;
use serde::{Deserialize, Serialize};

/// 32 bytes as 64 lower-case hexadecimal digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hash(pub [u8; 32]);

impl Serialize for Hash {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(&base16ct::lower::encode_string(&self.0))
    }
}

impl<'de> Deserialize<'de> for Hash {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = String::deserialize(from)?;
        unhex(&text).map(Self).ok_or_else(|| serde::de::Error::custom("not a hash"))
    }
}

/// Words of the file for values of the domain, both ways.
macro_rules! words {
    ($(#[$about:meta])* $name:ident = $domain:ty { $($variant:ident = $word:literal),+ $(,)? }) => {
        $(#[$about])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
        #[expect(missing_docs, reason = "each is the domain's word of that name")]
        pub enum $name { $(#[serde(rename = $word)] $variant),+ }

        impl From<$domain> for $name {
            fn from(value: $domain) -> Self {
                match value { $(<$domain>::$variant => Self::$variant),+ }
            }
        }

        impl From<$name> for $domain {
            fn from(word: $name) -> Self {
                match word { $($name::$variant => <$domain>::$variant),+ }
            }
        }
    };
}

pub(super) use words;

words!(
    /// Practice or live.
    World = Environment { Practice = "practice", Live = "live" }
);
words!(
    /// How much evidence proves.
    LevelWord = domain::case::Level { A = "a", B = "b", C = "c", D = "d" }
);
words!(
    /// A role in the case.
    RoleWord = domain::draft::Role { Representative = "representative", Reporter = "reporter" }
);
words!(
    /// Who told something of the organisation.
    SourceWord = domain::organisation::Source {
        Virk = "virk", Datafordeler = "datafordeler", Cvrapi = "cvrapi", Practice = "practice",
        Typed = "typed",
    }
);
words!(
    /// How it went.
    OutcomeWord = domain::case::OutcomeKind {
        Concluded = "concluded", SentWithDocuments = "sent-with-documents",
        SentToRepresentative = "sent-to-representative", Stopped = "stopped",
        Rejected = "rejected", Withdrawn = "withdrawn",
    }
);
words!(
    /// The file that a mail came in.
    FormatWord = domain::case::MailFormat { Eml = "eml", Msg = "msg", Pdf = "pdf" }
);
words!(
    /// Whether a mail belongs to the organisation.
    BelongingWord = domain::case::Belonging {
        Belongs = "belongs", Another = "another", Silent = "silent",
    }
);
words!(
    /// Whether a domain counts as MitID Erhverv's.
    ListingWord = domain::case::Listing {
        Confirmed = "confirmed", Unconfirmed = "unconfirmed", Unlisted = "unlisted",
    }
);
