//! What is not a person: the need check, the documents, the board overview, the terms.

use crate::day::{Day, Moment};
use crate::is_default;
use crate::object::{maybe_object, or_default};
use crate::text::{Exchanged, Handling, Text};
use crate::words::{AnswerWord, KindWord, MediaWord, PeopleWord};
use domain::documents::{Attached, BoardMember, DocumentId, MediaType};
use domain::draft::{Draft, TermsAnswers};
use domain::need::NeedAnswers;
use domain::preflight::Facts;
use domain::terms::OfficialText;
use jiff::Timestamp;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use std::fmt;

/// The need check: does the organisation need a connection at all?
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default, rename_all = "camelCase", deny_unknown_fields)]
pub struct NeedFile {
    /// How many persons act digitally for the organisation.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub people: Option<PeopleWord>,
    /// What kind of organisation it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<KindWord>,
    /// May the person who acts sign for the organisation alone? For an association: is it the
    /// registered association representative?
    #[serde(skip_serializing_if = "Option::is_none")]
    pub signs_alone: Option<AnswerWord>,
    /// Is the organisation connected to MitID Erhverv already? Since version 3.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub connected: Option<AnswerWord>,
}

/// A document that is attached. The file itself is not part of the case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "DocumentFile", bound = "H: Handling"))]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound = "H: Handling")]
pub struct DocumentFile<'a, H = Exchanged> {
    /// Which of the needed documents it is: an id of the rules, e.g. `identity`.
    #[serde(borrow)]
    pub kind: Text<'a, H>,
    /// The name of the file, without its folder.
    #[serde(borrow, default, skip_serializing_if = "Text::is_empty")]
    pub name: Text<'a, H>,
    /// What kind of file it is. Left out: a PDF.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub media: Option<MediaWord>,
    /// Its size in bytes. Left out: not empty and not too large.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub size: Option<u64>,
    /// SHA-256 of its bytes, 64 hexadecimal digits.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sha256: Option<Sha256>,
    /// When it was attached. Left out: when the file is read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<Moment>,
    /// What the person has confirmed about it: ids of the rules' points.
    #[serde(
        borrow,
        default,
        deserialize_with = "or_default",
        skip_serializing_if = "Vec::is_empty"
    )]
    #[cfg_attr(feature = "schema", schemars(with = "Option<Vec<Text<'a>>>"))]
    pub confirmed: Vec<Text<'a, H>>,
}

/// A SHA-256 hash, written as 64 hexadecimal digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Sha256(pub [u8; 32]);

/// A member of the board, for the board overview (bestyrelsesoversigt).
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "BoardMemberFile", bound = "H: Handling"))]
#[serde(default, rename_all = "camelCase", deny_unknown_fields, bound = "H: Handling")]
pub struct BoardMemberFile<'a, H = Exchanged> {
    /// Full name.
    #[serde(borrow, skip_serializing_if = "Text::is_empty")]
    pub name: Text<'a, H>,
    /// The member's function: "Formand", "Kasserer".
    #[serde(borrow, skip_serializing_if = "Text::is_empty")]
    pub function: Text<'a, H>,
}

/// What was done with the terms. Whether anybody read them is not known.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "TermsFile", bound = "H: Handling"))]
#[serde(default, rename_all = "camelCase", deny_unknown_fields, bound = "H: Handling")]
pub struct TermsFile<'a, H = Exchanged> {
    /// The name that `summaryShown` has in version 1. It is read, and not written any more.
    #[serde(skip_serializing)]
    pub opened: Option<Moment>,
    /// When Tilslut's own summary of them was shown.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub summary_shown: Option<Moment>,
    /// The official text, when it was opened in the browser. Only then can the terms be accepted.
    #[serde(borrow, deserialize_with = "maybe_object", skip_serializing_if = "Option::is_none")]
    pub official_text: Option<OfficialTextFile<'a, H>>,
    /// The edition that this is about, by its day of publication.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub edition: Option<Day>,
    /// The representative has said that approving includes them. They are accepted at MitID
    /// Erhverv, not here.
    #[serde(deserialize_with = "or_default", skip_serializing_if = "is_default")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<bool>"))]
    pub accepted: bool,
}

/// The official text of the terms, opened in the browser.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "OfficialTextFile", bound = "H: Handling"))]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound = "H: Handling")]
pub struct OfficialTextFile<'a, H = Exchanged> {
    /// When.
    pub opened: Moment,
    /// At which address.
    #[serde(borrow)]
    pub address: Text<'a, H>,
}

/// What has become of the case after it was prepared, as far as somebody says so.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default, rename_all = "camelCase", deny_unknown_fields)]
pub struct ProgressFile {
    /// The organisation is connected to MitID Erhverv already. Of versions 1 and 2; since then it is
    /// an answer, `need.connected`, which counts where both are there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub connected: Option<bool>,
    /// The day on which the case was sent with its documents.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sent: Option<Day>,
    /// The day on which it was rejected.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rejected: Option<Day>,
    /// The day on which the agreement was concluded.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub concluded: Option<Day>,
    /// The day on which the agreement was terminated.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub terminated: Option<Day>,
}

impl ProgressFile {
    /// What is known beside the draft.
    pub fn facts<'a>(&self, draft: &'a Draft) -> Facts<'a> {
        let day = |day: Option<Day>| day.map(|day| day.0);
        Facts {
            organisation: draft.organisation(),
            connected: draft.need.is_connected().or(self.connected),
            sent: day(self.sent),
            rejected: day(self.rejected),
            concluded: day(self.concluded),
            terminated: day(self.terminated),
            ..Facts::of(draft)
        }
    }
}

impl Serialize for Sha256 {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&base16ct::lower::encode_string(&self.0))
    }
}

impl<'de> Deserialize<'de> for Sha256 {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(Sha256Visitor)
    }
}

struct Sha256Visitor;

impl de::Visitor<'_> for Sha256Visitor {
    type Value = Sha256;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("64 hexadecimal digits")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Sha256, E> {
        base16ct::mixed::decode_vec(text)
            .ok()
            .and_then(|bytes| bytes.try_into().ok())
            .map(Sha256)
            .ok_or_else(|| E::invalid_value(de::Unexpected::Other("another text"), &self))
    }
}

impl From<NeedAnswers> for NeedFile {
    fn from(need: NeedAnswers) -> Self {
        let NeedAnswers { people, kind, signs_alone, connected } = need;
        Self {
            people: people.map(Into::into),
            kind: kind.map(Into::into),
            signs_alone: signs_alone.map(Into::into),
            connected: connected.map(Into::into),
        }
    }
}

impl From<NeedFile> for NeedAnswers {
    fn from(file: NeedFile) -> Self {
        let NeedFile { people, kind, signs_alone, connected } = file;
        Self {
            people: people.map(Into::into),
            kind: kind.map(Into::into),
            signs_alone: signs_alone.map(Into::into),
            connected: connected.map(Into::into),
        }
    }
}

impl<'a, H: Handling> From<&'a Attached> for DocumentFile<'a, H> {
    /// The document's name on this machine means nothing elsewhere, and stays.
    fn from(attached: &'a Attached) -> Self {
        let Attached { id: _, kind, name, media, size, sha256, at, confirmed } = attached;
        Self {
            kind: kind.into(),
            name: name.into(),
            media: Some((*media).into()),
            size: Some(*size),
            sha256: Some(Sha256(*sha256)),
            at: Some(Moment(*at)),
            confirmed: confirmed.iter().map(Text::from).collect(),
        }
    }
}

impl<H: Handling> DocumentFile<'_, H> {
    /// True when everything is there that is written of an attached document.
    pub(crate) fn is_whole(&self) -> bool {
        self.media.is_some() && self.size.is_some() && self.sha256.is_some() && self.at.is_some()
    }

    /// `place` in the list, from 1, names the document in the draft.
    pub(crate) fn into_attached(self, place: u64, read_at: Timestamp) -> Attached {
        Attached {
            id: DocumentId(format!("{place:032x}")),
            kind: self.kind.into_owned(),
            name: self.name.into_owned(),
            media: self.media.map_or(MediaType::Pdf, Into::into),
            size: self.size.unwrap_or(1),
            sha256: self.sha256.map_or([0; 32], |hash| hash.0),
            at: self.at.map_or(read_at, |moment| moment.0),
            confirmed: self.confirmed.into_iter().map(Text::into_owned).collect(),
        }
    }
}

impl<'a, H: Handling> From<&'a BoardMember> for BoardMemberFile<'a, H> {
    fn from(member: &'a BoardMember) -> Self {
        let BoardMember { name, function } = member;
        Self { name: name.into(), function: function.into() }
    }
}

impl<H: Handling> From<BoardMemberFile<'_, H>> for BoardMember {
    fn from(file: BoardMemberFile<'_, H>) -> Self {
        let BoardMemberFile { name, function } = file;
        Self { name: name.into_owned(), function: function.into_owned() }
    }
}

impl<'a, H: Handling> From<&'a TermsAnswers> for TermsFile<'a, H> {
    fn from(terms: &'a TermsAnswers) -> Self {
        let TermsAnswers { summary_shown, official, edition, accepted } = terms;
        let text = |text: &'a OfficialText| OfficialTextFile {
            opened: Moment(text.opened),
            address: (&text.address).into(),
        };
        Self {
            opened: None,
            summary_shown: summary_shown.map(Moment),
            official_text: official.as_ref().map(text),
            edition: edition.map(Day),
            accepted: *accepted,
        }
    }
}

impl<H: Handling> From<TermsFile<'_, H>> for TermsAnswers {
    fn from(file: TermsFile<'_, H>) -> Self {
        let TermsFile { opened, summary_shown, official_text, edition, accepted } = file;
        Self {
            summary_shown: summary_shown.or(opened).map(|moment| moment.0),
            official: official_text.map(|text| OfficialText {
                opened: text.opened.0,
                address: text.address.into_owned(),
            }),
            edition: edition.map(|day| day.0),
            accepted,
        }
    }
}
