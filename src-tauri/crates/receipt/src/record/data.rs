//! The record as data: what `tilslut-record.json` says (`docs/record.schema.json`). The pages are
//! made of nothing but this and of the mails beside it, so that they can be made again years later.
//!
//! The form is canonical (RFC 8785): texts, yes and no, and small whole numbers. A file that is not
//! in that form is none of ours, so every record has one spelling and one hash.

use super::mail_stated::MailStated;
use super::since::EventStated;
use super::words::{Hash, LevelWord, OutcomeWord, RoleWord, SourceWord, World};
use crate::chain::{Link, LinkHash as _, sha256};
use domain::Timestamp;
use domain::case::CaseId;
use domain::chain::End;
use domain::control_code::ControlCode;
use domain::cvr::CvrNumber;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// More records than any case has.
const MOST_EARLIER: usize = 1000;

/// What the file says it is. Another form is another word, and this one is read for ever.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
enum Type {
    #[serde(rename = "tilslut/record/v1")]
    V1,
    /// Of a case that was approved in Tilslut first: it names the approval, and where nobody was
    /// led through the official site it tells of no screens.
    #[serde(rename = "tilslut/record/v2")]
    V2,
}

/// A record: its place among the records and receipts of the machine, and what was stated.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RecordData {
    r#type: Type,
    /// Its number, and when it was made.
    pub record: Place,
    /// What is known of the case, and from whom.
    pub case: Facts,
}

/// The place of a record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Place {
    /// The number, in the same series as the receipts of the machine.
    pub number: u32,
    /// The hash of the link before; none at the first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub previous: Option<Hash>,
    /// When it was made.
    pub made: Timestamp,
    /// The numbers of the records that were made of the same case before, oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub earlier: Vec<u32>,
}

/// What is known of a case that was concluded on the official site, and from whom. Two records of the same case that differ in
/// nothing here say the same.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Facts {
    /// Practice or live.
    pub environment: World,
    /// The case.
    pub case_id: String,
    /// Who gave the answers, and the moment by which they had.
    pub prepared: Prepared,
    /// The approval in Tilslut that came first. Its receipt proves it; this record only names it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub approved: Option<ApprovedBefore>,
    /// Who was guided through the official site. What was approved may have been concluded there
    /// without.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub guided: Option<GuidedBy>,
    /// The organisation.
    pub organisation: OrganisationStated,
    /// The management representative.
    pub representative: RepresentativeStated,
    /// The reporter, where there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reporter: Option<ReporterStated>,
    /// Every administrator of the case as it stands, and nobody who was taken out of it or has
    /// stopped since.
    pub administrators: Vec<AdministratorStated>,
    /// How many administrators of the case have stopped since, as was stated. None is named.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub former: u32,
    /// The terms.
    pub terms: TermsStated,
    /// The documents that are enclosed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub documents: Vec<DocumentStated>,
    /// Every outcome that was stated, in its order; the last one stands. Never empty.
    pub outcomes: Vec<OutcomeStated>,
    /// What was stated of the agreement after it was concluded, in its order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub agreement: Vec<EventStated>,
    /// The screens of the guide, where somebody was guided.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub screens: Option<Screens>,
    /// The official mails in the case.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub mails: Vec<MailStated>,
}

/// Who gave the answers. When each was given is not kept, only by when all of them were.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Prepared {
    /// In which role.
    pub by: RoleWord,
    /// Not later than this.
    pub not_after: Timestamp,
}

/// An approval with MitID in Tilslut, as it stands in its receipt. Nothing of it can be checked with
/// the record: that takes the receipt.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ApprovedBefore {
    /// The number of the receipt.
    pub receipt: u32,
    /// When it was approved.
    pub at: Timestamp,
    /// The name in MitID; none where MitID told none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<String>,
    /// How much the evidence proves, as was verified on the machine that made the record when it
    /// was approved.
    pub level: LevelWord,
    /// The control code, as it is stored: twelve symbols.
    pub code: String,
    /// SHA-256 of the evidence, which lies in the receipt.
    pub evidence: Hash,
}

/// Who was guided.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GuidedBy {
    /// In which role.
    pub role: RoleWord,
    /// Since when.
    pub since: Timestamp,
}

/// The organisation. Who else holds a role in it was not entered, so it is not told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct OrganisationStated {
    /// The CVR number: eight digits.
    pub cvr: String,
    /// The name.
    pub name: String,
    /// The address, one line each.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub address: Vec<String>,
    /// CVR's code of the form.
    pub form_code: u16,
    /// CVR's own words for it.
    pub form: String,
    /// CVR's own words for the status; empty where nobody told.
    pub status: String,
    /// Who told the name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<SourceWord>,
    /// When the register answered, or when it was typed.
    pub told: Timestamp,
}

/// The management representative.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RepresentativeStated {
    /// The name.
    pub name: String,
    /// The title.
    pub title: String,
    /// The e-mail address.
    pub email: String,
}

/// The reporter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReporterStated {
    /// The name.
    pub name: String,
    /// The firm.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub organisation: Option<String>,
    /// The e-mail address.
    pub email: String,
}

/// An administrator. That they have a Danish CPR number and private MitID at level Substantial was
/// attested of everyone, or there would be no whole case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AdministratorStated {
    /// The name.
    pub name: String,
    /// The e-mail address.
    pub email: String,
    /// The date of birth.
    pub born: Date,
    /// This administrator is the representative too.
    pub is_representative: bool,
    /// When it was stated that the set-up is finished, where it was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub set_up: Option<Timestamp>,
    /// The last day, where it was stated that the person stops.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub leaves: Option<Date>,
}

/// The terms, and what became of them in Tilslut. Whether anybody read them is not known.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TermsStated {
    /// The title.
    pub title: String,
    /// The edition.
    pub published: Date,
    /// When Tilslut's own summary was shown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub summary_shown: Option<Timestamp>,
    /// The official text, where it was opened.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub official: Option<Opened>,
}

/// A text that was handed to the browser.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Opened {
    /// When.
    pub opened: Timestamp,
    /// Where the browser was sent.
    pub address: String,
}

/// A document that is enclosed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DocumentStated {
    /// Its kind: an id of the rule book.
    pub kind: String,
    /// The name of the file.
    pub name: String,
    /// SHA-256 of the file.
    pub sha256: Hash,
}

/// An outcome that was stated.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct OutcomeStated {
    /// Which.
    pub is: OutcomeWord,
    /// The day that it is about, where one was stated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on: Option<Date>,
    /// The screen that it stopped on, where the person knew.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub screen: Option<String>,
    /// The published reason: the id of a rule.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rule: Option<String>,
    /// The words of the person or of the mail.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub words: String,
    /// When it was stated.
    pub at: Timestamp,
    /// In which role.
    pub by: RoleWord,
    /// It is about an earlier attempt, with answers that may have been others.
    #[serde(default, skip_serializing_if = "is_false")]
    pub earlier_attempt: bool,
}

/// The screens of the guide that were looked at in Tilslut. What the browser showed is not known.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Screens {
    /// The one that was looked at last.
    pub last: String,
    /// Each, in no order but that of their ids.
    pub seen: Vec<String>,
}

impl RecordData {
    /// A record with this place.
    pub fn new(record: Place, case: Facts) -> Self {
        let r#type = if case.approved.is_some() { Type::V2 } else { Type::V1 };
        Self { r#type, record, case }
    }

    /// The bytes, in the one form.
    pub fn to_json(&self) -> Vec<u8> {
        evidence::json::canonical(self)
    }

    /// Reads a record; none when it is not exactly what [`RecordData::to_json`] writes of one that
    /// can be. What an earlier version wrote stays readable.
    pub fn read(bytes: &[u8]) -> Option<Self> {
        let members = evidence::json::object(bytes)?;
        let read: Self = serde_json::from_value(members.into()).ok()?;
        (read.is_sound() && read.to_json() == bytes).then_some(read)
    }

    /// What every record that Tilslut makes keeps to.
    fn is_sound(&self) -> bool {
        let Self { r#type, record, case } = self;
        let is_guided = case.guided.is_some();
        let begins = match (r#type, &case.approved) {
            (Type::V1, None) => is_guided,
            (Type::V2, Some(approved)) => {
                approved.receipt > 0
                    && approved.receipt < record.number
                    && ControlCode::parse(&approved.code).is_some()
            }
            _ => false,
        };
        let rising = record.earlier.is_sorted_by(|one, next| one < next)
            && record.earlier.last().is_none_or(|last| *last < record.number);
        let files = (1..).zip(&case.mails).all(|(number, mail)| mail.file == mail.file_at(number));
        record.number > 0
            && (record.number > 1) == record.previous.is_some()
            && record.earlier.len() <= MOST_EARLIER
            && rising
            && files
            && begins
            && is_guided == case.screens.is_some()
            && CvrNumber::parse(&case.organisation.cvr).is_ok()
            && (!case.administrators.is_empty() || case.former > 0)
            && case.outcomes.last().is_some_and(|last| !last.earlier_attempt)
    }

    /// Its place in the chain, which names the hash of this very text.
    pub fn link(&self) -> Link {
        Link {
            number: u64::from(self.record.number),
            previous: self.record.previous.map(|hash| hash.0),
            case: CaseId(self.case.case_id.clone()),
            bundle_sha256: sha256(&self.to_json()),
        }
    }
}

impl Place {
    /// The place after the newest link of a machine's chain. None when there is no number left.
    pub fn after(newest: Option<&Link>, earlier: Vec<u32>, made: Timestamp) -> Option<Self> {
        let end = newest.map(|newest| End { number: newest.number, hash: newest.hash() });
        Self::after_end(end, earlier, made)
    }

    /// The place where the chain ends. None when there is no number left.
    pub fn after_end(end: Option<End>, earlier: Vec<u32>, made: Timestamp) -> Option<Self> {
        let number = end.map_or(1, |end| end.number.saturating_add(1));
        let previous = end.map(|end| Hash(end.hash));
        Some(Self { number: number.try_into().ok()?, previous, made, earlier })
    }
}

impl Facts {
    /// The outcome that stands. Every record that can be read has one.
    pub fn outcome(&self) -> Option<&OutcomeStated> {
        self.outcomes.last()
    }

    /// The CVR number, as every record that can be read has one.
    pub fn cvr(&self) -> Option<CvrNumber> {
        CvrNumber::parse(&self.organisation.cvr).ok()
    }
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands a reference over")]
fn is_zero(number: &u32) -> bool {
    *number == 0
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands a reference over")]
fn is_false(flag: &bool) -> bool {
    !flag
}
