//! The official connection flow, screen by screen, and the published reasons for which it stops.

use super::file::{File, Sourced, Unreadable};
use super::{Certainty, Sources, Wording};
use crate::Language;
use crate::role::Role;
use jiff::civil::Date;
use serde::Deserialize;

/// Everything that `guide.toml` says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Guide {
    /// The day on which the file was compared with its sources.
    pub as_of: Date,
    /// Every screen, in the order in which they come.
    pub screens: Vec<Screen>,
    /// The published reasons for which a connection stops or is rejected.
    pub reasons: Vec<PublishedReason>,
}

/// A screen of the official flow.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Screen {
    /// Stable, in kebab case.
    pub id: String,
    /// Its number in the flow, from one on.
    pub number: u8,
    /// Whose screen it is.
    pub role: Whose,
    /// When it comes.
    #[serde(default)]
    pub condition: Condition,
    /// What could be read about it.
    pub known: Known,
    /// What it is called; none where nothing is known of it.
    pub title: Option<ScreenTitle>,
    /// What it is about, in a word or two of ours.
    pub short: Wording,
    /// What to do on it, in order.
    #[serde(default, rename = "do")]
    pub steps: Vec<Step>,
    /// What is taken to stand on it, where nothing is known.
    pub assumed: Option<Wording>,
    /// Values that may be asked for, because of what is assumed.
    #[serde(default)]
    pub have: Vec<GuideField>,
    /// What is known otherwise, each saying how surely.
    #[serde(default)]
    pub remarks: Vec<Remark>,
    /// Where it was read, or is missing: ids of the book's sources.
    pub source: Vec<String>,
    /// How sure what is said of it is; none where nothing is known.
    pub certainty: Option<Certainty>,
}

/// What a screen is called.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ScreenTitle {
    /// The official English title.
    pub en: String,
    /// The Danish title.
    pub da: String,
    /// Whose the Danish title is.
    pub danish: TitleOrigin,
}

/// Whose a Danish title is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum TitleOrigin {
    /// It was read on the official pages.
    Official,
    /// It is our translation.
    Ours,
}

/// Whose a screen, a step or a remark is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Whose {
    /// Whoever goes through the flow.
    #[default]
    Both,
    /// The management representative.
    Representative,
    /// The reporter.
    Reporter,
}

/// When a screen comes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Condition {
    /// Always.
    #[default]
    Always,
    /// When documents are needed.
    Documents,
}

/// What could be read about a screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Known {
    /// Its title and what to choose on it.
    Screen,
    /// What it asks for, and not how it is worded.
    Content,
    /// Nothing.
    Nothing,
}

/// One thing to do on a screen.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// Danish.
    pub da: String,
    /// English.
    pub en: String,
    /// Who does it.
    #[serde(default)]
    pub role: Whose,
    /// The value of the case that is needed for it.
    pub field: Option<GuideField>,
}

/// Something beside what is said of a screen itself.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Remark {
    /// Danish.
    pub da: String,
    /// English.
    pub en: String,
    /// Whom it is for.
    #[serde(default)]
    pub role: Whose,
    /// How sure it is.
    pub certainty: Certainty,
    /// Where it was read: ids of the book's sources.
    pub source: Vec<String>,
}

/// A value of the case that a screen asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum GuideField {
    /// The CVR number.
    Cvr,
    /// The representative's name.
    RepresentativeName,
    /// The representative's e-mail address.
    RepresentativeEmail,
    /// Whether the representative has private MitID, as the case says.
    RepresentativeMitid,
    /// The documents that are enclosed.
    Documents,
    /// The edition of the terms that the case is about.
    Terms,
    /// Name, e-mail address and date of birth of each administrator.
    Administrators,
    /// Everything of these that a summary repeats, to be compared with it.
    Answers,
}

/// A published reason for which a connection stops or is rejected.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PublishedReason {
    /// The rule of the book that says it: an id of its findings.
    #[serde(rename = "rule")]
    pub id: String,
    /// Which documents are to be replaced because of it.
    pub replaces: Option<Replaced>,
    /// Danish, in few words.
    pub da: String,
    /// English, in few words.
    pub en: String,
}

/// Documents that are to be replaced.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Replaced {
    /// The copy of the identity document.
    Identity,
    /// The terms that were signed by hand.
    SignedTerms,
    /// Those that prove the tie between representative and organisation.
    Proof,
}

impl PublishedReason {
    /// The reason, in few words.
    pub fn text(&self, language: Language) -> &str {
        match language {
            Language::Danish => &self.da,
            Language::English => &self.en,
        }
    }
}

impl Guide {
    pub(super) fn parse(
        text: &str,
        sources: &Sources,
        is_rule: impl Fn(&str) -> bool,
    ) -> Result<Self, Unreadable> {
        let file = File::read("guide", text, sources)?;
        let screens: Vec<Screen> = file.entries("screen")?;
        for (screen, number) in screens.iter().zip(1..) {
            for remark in &screen.remarks {
                file.sourced(&screen.id, remark)?;
            }
            screen.holds(number).map_err(|why| file.wrong(&screen.id, why))?;
        }
        let reasons: Vec<PublishedReason> = file.part("reason")?;
        for (at, reason) in reasons.iter().enumerate() {
            if !is_rule(&reason.id) {
                return Err(file.wrong(&reason.id, "no rule has this id"));
            }
            if reasons.iter().take(at).any(|earlier| earlier.id == reason.id) {
                return Err(file.wrong(&reason.id, "twice"));
            }
        }
        Ok(Self { as_of: file.as_of, screens, reasons })
    }

    /// The screen with this id; none when this version knows no such screen.
    pub fn screen(&self, id: &str) -> Option<&Screen> {
        self.screens.iter().find(|screen| screen.id == id)
    }

    /// The published reason of this rule.
    pub fn reason(&self, rule: &str) -> Option<&PublishedReason> {
        self.reasons.iter().find(|reason| reason.id == rule)
    }
}

impl Screen {
    /// What is unknown has no title, no steps and no certainty; what is known has all three.
    fn holds(&self, number: u8) -> Result<(), &'static str> {
        let unknown = self.known == Known::Nothing;
        match () {
            () if self.number != number => Err("the screens are numbered in their order"),
            () if unknown != self.title.is_none() => Err("a title, and something known of it"),
            () if unknown != self.certainty.is_none() => Err("a certainty, and something known"),
            () if unknown != self.steps.is_empty() => Err("steps, and something known of them"),
            () if self.have.is_empty() != self.assumed.is_none() => {
                Err("values, and what is assumed")
            }
            () => Ok(()),
        }
    }
}

impl Whose {
    /// It is for whoever goes through the flow in this role.
    pub fn is_for(self, role: Role) -> bool {
        match self {
            Self::Both => true,
            Self::Representative => role == Role::Representative,
            Self::Reporter => role == Role::Reporter,
        }
    }
}

impl Sourced for Screen {
    fn source(&self) -> &[String] {
        &self.source
    }
}

impl Sourced for Remark {
    fn source(&self) -> &[String] {
        &self.source
    }
}
