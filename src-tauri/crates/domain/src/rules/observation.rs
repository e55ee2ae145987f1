//! What a rule can look at: a closed list of observations, each with a few named values.
//!
//! A rule's conditions are written in `findings.toml` as `observation = ["value", …]`; all must
//! hold. Each observation is made once for a case, or once for each administrator, needed document
//! or attached file, by one pure function in [`crate::preflight`]. A condition on something that is
//! not in this list does not parse.

use serde::Deserialize;

/// What an observation is made for, and a rule is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Scope {
    /// The case as a whole.
    #[default]
    Case,
    /// Each administrator, the representative included.
    Administrator,
    /// Each document that is needed.
    Need,
    /// Each file that is attached.
    File,
}

macro_rules! observations {
    ($( $(#[doc = $doc:literal])+ $scope:ident $name:ident = $key:literal { $( $value:ident = $word:literal, )+ } )+) => {
        /// Something that is observed about a case.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Observation { $( $(#[doc = $doc])+ $name, )+ }

        impl Observation {
            /// Every observation there is.
            pub const ALL: &'static [Self] = &[ $( Self::$name, )+ ];

            /// Its name in the rule file.
            pub const fn key(self) -> &'static str {
                match self { $( Self::$name => $key, )+ }
            }

            /// The names of its values, in the order of their bits.
            pub const fn words(self) -> &'static [&'static str] {
                match self { $( Self::$name => &[ $( $word, )+ ], )+ }
            }

            /// What it is made for.
            pub const fn each(self) -> Scope {
                match self { $( Self::$name => Scope::$scope, )+ }
            }
        }

        /// The values of each observation.
        pub mod facts {
            use super::{Observation, Fact};

            $(
                $(#[doc = $doc])+
                #[derive(Debug, Clone, Copy, PartialEq, Eq)]
                pub enum $name { $( #[doc = $word] $value, )+ }

                impl Fact for $name {
                    const OBSERVATION: Observation = Observation::$name;
                    fn bit(self) -> u32 {
                        1 << (self as u32)
                    }
                }

                impl $name {
                    /// The value with this name.
                    #[allow(dead_code, reason = "only some are named in other files than the findings")]
                    pub fn named(word: &str) -> Option<Self> {
                        match word { $( $word => Some(Self::$value), )+ _ => None }
                    }
                }
            )+
        }
    };
}

/// A value of an observation.
pub trait Fact: Copy {
    /// What was observed.
    const OBSERVATION: Observation;
    /// The value, as one bit.
    fn bit(self) -> u32;
}

/// Everything that was observed: for each observation one bit, or none when it was not made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Observations([u32; Observation::ALL.len()]);

/// One condition of a rule: the values that an observation may have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Condition {
    observation: Observation,
    allowed: u32,
}

impl Observations {
    /// Nothing was observed.
    pub const NOTHING: Self = Self([0; Observation::ALL.len()]);

    /// Adds an observation, or makes it anew.
    pub fn record<S: Fact>(&mut self, value: S) {
        if let Some(bits) = self.0.get_mut(S::OBSERVATION as usize) {
            *bits = value.bit();
        }
    }

    /// True when this was observed.
    pub fn has<S: Fact>(&self, value: S) -> bool {
        self.bits(S::OBSERVATION) == value.bit()
    }

    /// True when all conditions hold.
    pub fn meets(&self, conditions: &[Condition]) -> bool {
        conditions.iter().all(|condition| self.bits(condition.observation) & condition.allowed != 0)
    }

    fn bits(&self, observation: Observation) -> u32 {
        self.0.get(observation as usize).copied().unwrap_or_default()
    }
}

impl Condition {
    /// A condition as it is written, for a rule that is asked for `each`; or what is wrong with it.
    pub fn parse(key: &str, words: &[String], each: Scope) -> Result<Self, String> {
        let observation =
            Observation::ALL.iter().copied().find(|observation| observation.key() == key);
        let observation = observation.ok_or_else(|| format!("nothing is observed as {key}"))?;
        if observation.each() != Scope::Case && observation.each() != each {
            return Err(format!("{key} is not observed for {each:?}"));
        }
        let mut allowed = 0_u32;
        for word in words {
            let bit = observation
                .words()
                .iter()
                .position(|known| known == word)
                .ok_or_else(|| format!("{key} is never {word}"))?;
            allowed |= 1 << bit;
        }
        if words.is_empty() || allowed.count_ones() as usize == observation.words().len() {
            return Err(format!("{key} says nothing"));
        }
        Ok(Self { observation, allowed })
    }
}

observations! {
    /// What the need check says.
    Case Need = "need" {
        Open = "open", OwnerAlone = "owner-alone", SignsAlone = "signs-alone", AssociationAlone = "association-alone",
        SeveralPeople = "several-people", NotAlone = "not-alone", NotCovered = "not-covered", NotRuledOut = "not-ruled-out",
    }
    /// Whether the kind of organisation that was answered is the one that the register knows.
    Case NeedKind = "need-kind" { Fits = "fits", Differs = "differs", Unknown = "unknown", }
    /// Whether "MitID privat til erhverv" can be enough for this form.
    Case PrivateMitid = "private-mitid" {
        Yes = "yes", IfSignsAlone = "if-signs-alone", IfRegistered = "if-registered", No = "no", Unknown = "unknown",
    }

    /// The CVR number as it was written.
    Case Number = "number" { Sound = "sound", Wrong = "wrong", Missing = "missing", }
    /// Whether the register has been asked.
    Case Register = "register" { NotAsked = "not-asked", Waiting = "waiting", Answered = "answered", NoSuch = "no-such", NoAnswer = "no-answer", }
    /// Whether the source tells who is in the management.
    Case Management = "management" { Told = "told", NotTold = "not-told", Typed = "typed", Unknown = "unknown", }
    /// How old the answer of the register is.
    Case RegisterAge = "register-age" { Fresh = "fresh", Old = "old", Unknown = "unknown", }
    /// The group of the organisation's form.
    Case FormGroup = "form-group" {
        SoleProprietor = "sole-proprietor", Partnership = "partnership", LimitedPartnership = "limited-partnership", Company = "company",
        Foundation = "foundation", Association = "association", Cooperative = "cooperative", Branch = "branch", Foreign = "foreign",
        Public = "public", Church = "church", Estate = "estate", BeingRegistered = "being-registered", Other = "other", Unknown = "unknown",
        NotTold = "not-told",
    }
    /// Forms of which there is more to say.
    Case SpecialForm = "special-form" { VoluntaryAssociation = "voluntary-association", County = "county", None = "none", }
    /// Whether the form is normally verified automatically.
    Case FormAutomatic = "form-automatic" {
        Yes = "yes", Usually = "usually", IfRegistered = "if-registered", Doubtful = "doubtful", No = "no", NotYet = "not-yet", Unknown = "unknown",
    }
    /// The state of the organisation: the ids of `states.toml`.
    Case Status = "status" {
        Active = "active", NotBegun = "not-begun", WithoutEffect = "without-effect", VoluntaryLiquidation = "voluntary-liquidation",
        Resumption = "resumption", Bankruptcy = "bankruptcy", CompulsoryDissolution = "compulsory-dissolution",
        Restructuring = "restructuring", OtherDissolution = "other-dissolution", Ceased = "ceased", Unclear = "unclear", Unknown = "unknown",
    }
    /// Whether the representative is the one who may conclude the agreement of an organisation that
    /// is being dissolved.
    Case ReEntry = "re-entry" { ByRepresentative = "by-representative", ByOther = "by-other", Unneeded = "unneeded", Impossible = "impossible", }
    /// What the signing rule says.
    Case SigningRule = "signing-rule" {
        Alone = "alone", Jointly = "jointly", WholeBoard = "whole-board", ByGeneralPartner = "by-general-partner", Other = "other",
        Unknown = "unknown",
    }
    /// Who is liable for a partnership: a person, or organisations only.
    Case Partners = "partners" { Person = "person", OnlyOrganisations = "only-organisations", None = "none", Unknown = "unknown", }
    /// The association representative of an association.
    Case AssociationRepresentative = "association-representative" {
        Chosen = "chosen", New = "new", Other = "other", None = "none", Unknown = "unknown", NoAssociation = "no-association",
    }
    /// Whether somebody else in the register would normally be verified automatically.
    Case SomebodyElse = "somebody-else" { Automatic = "automatic", Nobody = "nobody", }
    /// Whether the register names everybody who holds a role that may represent the organisation.
    Case Holders = "holders" { Named = "named", NotNamed = "not-named", Unknown = "unknown", }
    /// Whether the organisation is connected already, as the person says.
    Case Connected = "connected" { Yes = "yes", No = "no", Unknown = "unknown", }

    /// Who prepares the case.
    Case Role = "role" { Representative = "representative", Reporter = "reporter", Unanswered = "unanswered", }
    /// Whether the reporter is somebody else than the representative.
    Case Reporter = "reporter" { Somebody = "somebody", Representative = "representative", None = "none", }

    /// Whether CVR names the representative: as the register tells, or else as the person says.
    Case Listed = "listed" { Yes = "yes", Similar = "similar", No = "no", Unknown = "unknown", }
    /// As what kind of participant.
    Case ListedAs = "listed-as" {
        Person = "person", WithoutCpr = "without-cpr", Organisation = "organisation", Unclear = "unclear", Unknown = "unknown",
    }
    /// What the representative's role in the register is worth for this form.
    Case ListedRole = "listed-role" {
        Automatic = "automatic", ByDocuments = "by-documents", Substitute = "substitute", Nothing = "nothing", Unknown = "unknown",
    }
    /// Whether the representative has private MitID.
    Case RepresentativeMitid = "representative-mitid" { Yes = "yes", No = "no", Unknown = "unknown", Unanswered = "unanswered", }
    /// Whether the representative has a Danish CPR number.
    Case RepresentativeCpr = "representative-cpr" { Yes = "yes", No = "no", Unknown = "unknown", Unanswered = "unanswered", }
    /// What the representative's title shows.
    Case RepresentativeTitle = "representative-title" { Management = "management", Other = "other", Unclear = "unclear", Missing = "missing", }
    /// The representative's name.
    Case RepresentativeName = "representative-name" { Full = "full", OneWord = "one-word", Missing = "missing", }
    /// Who reads the representative's mailbox.
    Case RepresentativeEmail = "representative-email" { Own = "own", ReportersToo = "reporters-too", Role = "role", Missing = "missing", }

    /// Which edition of the terms was opened.
    Case Terms = "terms" { Current = "current", Older = "older", Unknown = "unknown", NotOpened = "not-opened", }

    /// How many persons are named as administrators.
    Case Administrators = "administrators" { None = "none", One = "one", Several = "several", }
    /// Whether all of them are ready: CPR number, MitID and the words that are asked for.
    Case AdministratorsReady = "administrators-ready" { Yes = "yes", NotYet = "not-yet", }

    /// Whether documents are needed.
    Case Documents = "documents" { Needed = "needed", Unneeded = "unneeded", }
    /// The board overview that was filled in.
    Case Board = "board" { Whole = "whole", WithoutRepresentative = "without-representative", Gaps = "gaps", Empty = "empty", }
    /// All attached files together.
    Case Together = "together" { Fine = "fine", TooLarge = "too-large", }

    /// Whether documents were sent, and how long ago.
    Case Sent = "sent" { No = "no", Waiting = "waiting", Overdue = "overdue", }
    /// Whether the application was rejected.
    Case Rejected = "rejected" { Yes = "yes", No = "no", }
    /// Whether an attempt before stopped because of its documents.
    Case StoppedForDocuments = "stopped-for-documents" { Yes = "yes", No = "no", }
    /// Whether the agreement was concluded, and what is left of the time for the set-up.
    Case SetUp = "set-up" { NotYet = "not-yet", DeadlineFrom = "running", EndsSoon = "ends-soon", Expired = "expired", Done = "done", }
    /// Whether the agreement was terminated.
    Case Terminated = "terminated" { No = "no", DeadlineFrom = "running", Over = "over", }
    /// How many administrators stay once everybody who was said to stop has.
    Case AdministratorsLeft = "administrators-left" { Nobody = "nobody", One = "one", Several = "several", NobodyStops = "nobody-stops", }
    /// How old the rules themselves are.
    Case RuleBook = "rule-book" { Fresh = "fresh", Old = "old", }

    /// Whether an administrator has a Danish CPR number.
    Administrator AdministratorCpr = "cpr" { Yes = "yes", No = "no", Unknown = "unknown", Unanswered = "unanswered", }
    /// Whether an administrator has private MitID at level Substantial.
    Administrator AdministratorMitid = "mitid" { Yes = "yes", No = "no", Unknown = "unknown", Unanswered = "unanswered", }
    /// How old an administrator is.
    Administrator AdministratorAge = "age" { Under13 = "under-13", Under18 = "under-18", Adult = "adult", Unknown = "unknown", }
    /// An administrator's name.
    Administrator AdministratorName = "name" { Full = "full", OneWord = "one-word", Missing = "missing", }
    /// Who reads an administrator's mailbox.
    Administrator AdministratorEmail = "email" {
        Own = "own", Representatives = "representatives", Reporters = "reporters", Another = "another", Role = "role", Missing = "missing",
    }
    /// Who an administrator is.
    Administrator AdministratorIs = "is" { Representative = "representative", Reporter = "reporter", Other = "other", }
    /// Whether an administrator seems to be somebody who was named before.
    Administrator AdministratorAgain = "again" { Yes = "yes", SameName = "same-name", No = "no", }

    /// Which document is needed: the ids of `documents.toml`.
    Need NeededDocument = "needed" {
        Identity = "identity", Affiliation = "affiliation", Employment = "employment", Minutes = "minutes", BoardOverview = "board-overview",
        SignedTerms = "signed-terms", AppointmentCertificate = "appointment-certificate", LiquidatorMinutes = "liquidator-minutes",
        ProbateCertificate = "probate-certificate",
    }
    /// Whether it is there.
    Need Attached = "attached" { Yes = "yes", No = "no", }
    /// Whether the person has confirmed every point about it.
    Need Points = "points" { Confirmed = "confirmed", Open = "open", }

    /// Whether an attached file is of a kind that is needed.
    File FileKind = "kind" { Needed = "needed", Useful = "useful", NotNeeded = "not-needed", Unknown = "unknown", }
    /// The size of an attached file.
    File FileSize = "size" { Fine = "fine", TooLarge = "too-large", Empty = "empty", }
    /// What its name says.
    File FileName = "file-name" { Plain = "plain", Extract = "extract", }
    /// Whether the same file is attached as another document too.
    File FileTwice = "twice" { Yes = "yes", No = "no", }
}
