//! The words that a file may choose between, each an enum of the domain.

use domain::documents::MediaType;
use domain::draft::Role;
use domain::need::{Kind, People};
use domain::organisation::{ParticipantKind, Source, Status};
use domain::{Answer, Environment};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use std::fmt;

/// An enum of the domain without members of its own, by name.
macro_rules! words {
    ($(#[doc = $doc:literal])+ $word:ident = $domain:ident { $( $(#[doc = $meaning:literal])+ $variant:ident ),+ $(,)? }) => {
        $(#[doc = $doc])+
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[serde(rename_all = "camelCase")]
        pub enum $word { $( $(#[doc = $meaning])+ $variant ),+ }

        impl From<$domain> for $word {
            fn from(word: $domain) -> Self {
                match word { $($domain::$variant => Self::$variant),+ }
            }
        }

        impl From<$word> for $domain {
            fn from(word: $word) -> Self {
                match word { $($word::$variant => Self::$variant),+ }
            }
        }
    };
}

words! {
    /// Which of the two worlds the case belongs to.
    EnvironmentWord = Environment {
        /// Prøve: pretended, and marked so wherever it is shown.
        Practice,
        /// Live.
        Live,
    }
}

words! {
    /// Who prepares the case.
    RoleWord = Role {
        /// The management representative (ledelsesrepræsentant), who may approve.
        Representative,
        /// A reporter (anmelder), who prepares and hands over.
        Reporter,
    }
}

words! {
    /// How many persons act digitally for the organisation.
    PeopleWord = People {
        /// Only one.
        One,
        /// More than one.
        Several,
        /// Not known yet.
        Unknown,
    }
}

words! {
    /// The groups that the official need check tells apart.
    KindWord = Kind {
        /// A sole proprietorship or a small personally owned enterprise (form codes 10 and 15).
        SoleProprietor,
        /// An ApS, an A/S or another company with limited liability.
        Company,
        /// An association or a voluntary association (form codes 110 and 115).
        Association,
        /// Anything else.
        Other,
    }
}

words! {
    /// Who said something about the organisation.
    SourceWord = Source {
        /// Erhvervsstyrelsen's system-to-system access to CVR.
        Virk,
        /// Datafordeler, which knows no management.
        Datafordeler,
        /// cvrapi.dk, which knows no management.
        Cvrapi,
        /// The pretended register of practice.
        Practice,
        /// A person, by hand.
        Typed,
    }
}

words! {
    /// What the state of an organisation means for the connection.
    StandingWord = Status {
        /// Active.
        Active,
        /// Under bankruptcy, compulsory dissolution, restructuring, voluntary liquidation or
        /// resumption.
        Dissolving,
        /// Ceased.
        Ceased,
        /// Nothing certain follows.
        Uncertain,
    }
}

words! {
    /// What a participant is in CVR (`deltager.enhedstype`).
    ParticipantWord = ParticipantKind {
        /// `PERSON`: a person who is registered with a CPR number.
        Person,
        /// `ANDEN_DELTAGER` in the management: a person without one.
        PersonWithoutCpr,
        /// `VIRKSOMHED`: an organisation.
        Organisation,
        /// The register does not tell whether it is a person or an organisation.
        Unknown,
    }
}

words! {
    /// What kind of file a document is.
    MediaWord = MediaType {
        /// Portable Document Format.
        Pdf,
        /// JPEG.
        Jpeg,
        /// Portable Network Graphics.
        Png,
    }
}

/// An answer: `yes` or `true`, `no` or `false`, or `unknown` ("Det ved jeg ikke endnu").
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct AnswerWord(pub Answer);

impl From<Answer> for AnswerWord {
    fn from(answer: Answer) -> Self {
        Self(answer)
    }
}

impl From<AnswerWord> for Answer {
    fn from(word: AnswerWord) -> Self {
        word.0
    }
}

impl Serialize for AnswerWord {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(match self.0 {
            Answer::Yes => "yes",
            Answer::No => "no",
            Answer::Unknown => "unknown",
        })
    }
}

impl<'de> Deserialize<'de> for AnswerWord {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(AnswerVisitor).map(Self)
    }
}

struct AnswerVisitor;

impl de::Visitor<'_> for AnswerVisitor {
    type Value = Answer;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("`yes`, `no` or `unknown`")
    }

    fn visit_bool<E: de::Error>(self, yes: bool) -> Result<Answer, E> {
        Ok(if yes { Answer::Yes } else { Answer::No })
    }

    fn visit_str<E: de::Error>(self, word: &str) -> Result<Answer, E> {
        match word {
            "yes" => Ok(Answer::Yes),
            "no" => Ok(Answer::No),
            "unknown" => Ok(Answer::Unknown),
            _ => Err(E::invalid_value(de::Unexpected::Other("another word"), &self)),
        }
    }
}
