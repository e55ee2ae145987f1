//! The forms of organisation (`domain.md` §2.2): who may be management representative, and where
//! CVR names that person (§6.1).

use super::file::{File, Sourced, Unreadable};
use super::words::letters;
use super::{Certainty, Documents, Sources, Wording};
use crate::organisation::{Candidate, HeldRole, ParticipantKind};
use jiff::civil::Date;
use serde::Deserialize;
use std::collections::BTreeMap;

/// Everything that `forms.toml` says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Forms {
    /// The day on which the file was compared with its sources.
    pub as_of: Date,
    /// Every form, by its code.
    pub all: Vec<Form>,
    /// Any other: by documents.
    pub unknown: Form,
    /// The ids of the documents that prove the tie as long as the form is not known.
    pub undecided: Vec<String>,
}

/// A form of organisation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Form {
    /// CVR's `virksomhedsformkode`; 0 for [`Forms::unknown`].
    pub code: u16,
    /// Our name of the form. Where CVR's own text is known it is shown instead.
    pub name: Wording,
    /// Forms that are alike.
    pub group: Group,
    /// Who may be management representative, in words.
    pub representative: Wording,
    /// Where CVR names that person.
    pub relations: Vec<Relation>,
    /// Whether a connection is normally verified automatically.
    pub automatic: Automatic,
    /// The ids of the documents that are asked for when it is not.
    pub documents: Vec<String>,
    /// The ids of documents that are useful without being asked for.
    pub helps: Vec<String>,
    /// Whether "MitID privat til erhverv" can be enough for one person.
    pub private_mitid: PrivateMitid,
    /// Where it was read: ids of the book's sources.
    pub source: Vec<String>,
    /// How sure it is.
    pub certainty: Certainty,
}

/// Forms that are alike for the connection.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Group {
    /// Sole proprietorship and PMV.
    SoleProprietor,
    /// General partnership and shipping partnership.
    Partnership,
    /// K/S and P/S, which have a general partner.
    LimitedPartnership,
    /// ApS, A/S and what is like them.
    Company,
    /// Foundations and other self-governing institutions.
    Foundation,
    /// Forening and frivillig forening, which have an association representative.
    Association,
    /// Cooperatives.
    Cooperative,
    /// Branches of foreign companies, which have a branch manager.
    Branch,
    /// Other foreign organisations.
    Foreign,
    /// State, regions, municipalities.
    Public,
    /// Church institutions.
    Church,
    /// Estates of the deceased.
    Estate,
    /// Being registered: cannot connect yet.
    BeingRegistered,
    /// Other forms.
    Other,
    /// A code that is not known, or that says nothing.
    Unknown,
}

/// Whether the tie between representative and organisation is normally verified automatically.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Automatic {
    /// Yes, when the representative is in CVR.
    Yes,
    /// Usually, when the representative is in CVR.
    Usually,
    /// Only when a certain person is in CVR: association representative, branch manager.
    IfRegistered,
    /// Nothing is published; documents are to be expected.
    Doubtful,
    /// No: documents are always asked for.
    No,
    /// The organisation cannot be connected yet.
    NotYet,
}

/// Whether one person needs no connection at all (`domain.md` §5.3).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PrivateMitid {
    /// The owner needs none.
    Yes,
    /// Who may sign alone needs none.
    IfSignsAlone,
    /// The registered association representative needs none.
    IfRegistered,
    /// Not among the groups that are published.
    No,
}

/// Where CVR names a person who may represent an organisation of a form.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Relation {
    /// `hovedtype`; any when left out.
    relation: Option<String>,
    /// Words of which one must be contained in the value of `FUNKTION` or in the name of the body;
    /// any when left out.
    named: Option<Vec<String>>,
    /// Words of which none may be contained in the name of the body or the value of `FUNKTION`.
    #[serde(default)]
    without: Vec<String>,
    /// Being named there, with a CPR number, is normally enough for automatic verification.
    automatic: bool,
}

/// What a role in CVR is worth for representing the organisation. Ordered: more is better.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Standing {
    /// Nothing: a substitute, an auditor, a founder.
    Nothing,
    /// The person may be management representative, with documents.
    ByDocuments,
    /// The person may be management representative and is normally verified automatically.
    Automatic,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Entry {
    code: u16,
    name: Wording,
    group: Group,
    representative: Wording,
    relations: Vec<String>,
    automatic: Automatic,
    documents: Vec<String>,
    #[serde(default)]
    helps: Vec<String>,
    private_mitid: PrivateMitid,
    source: Vec<String>,
    certainty: Certainty,
}

impl Forms {
    /// The form with this code; [`Forms::unknown`] for a code that is not known.
    pub fn find(&self, code: u16) -> &Form {
        self.all
            .binary_search_by_key(&code, |form| form.code)
            .ok()
            .and_then(|at| self.all.get(at))
            .unwrap_or(&self.unknown)
    }

    pub(super) fn parse(
        text: &str,
        sources: &Sources,
        documents: &Documents,
    ) -> Result<Self, Unreadable> {
        let file = File::read("forms", text, sources)?;
        let relations: BTreeMap<String, Relation> = file.part("relations")?;
        let relations: BTreeMap<String, Relation> =
            relations.into_iter().map(|(name, relation)| (name, relation.folded())).collect();
        let whole = |entry: Entry| -> Result<Form, Unreadable> {
            let wrong = |why: String| file.wrong(entry.code, why);
            let find = |name: &String| {
                relations.get(name).cloned().ok_or_else(|| wrong(format!("no relation {name}")))
            };
            let found = entry.relations.iter().map(find).collect::<Result<_, _>>()?;
            let unknown =
                entry.documents.iter().chain(&entry.helps).find(|id| documents.find(id).is_none());
            unknown.map_or(Ok(()), |id| Err(wrong(format!("no document {id}"))))?;
            Ok(Form {
                code: entry.code,
                name: entry.name,
                group: entry.group,
                representative: entry.representative,
                relations: found,
                automatic: entry.automatic,
                documents: entry.documents,
                helps: entry.helps,
                private_mitid: entry.private_mitid,
                source: entry.source,
                certainty: entry.certainty,
            })
        };
        let mut all =
            file.entries("form")?.into_iter().map(whole).collect::<Result<Vec<_>, _>>()?;
        all.sort_by_key(|form| form.code);
        let unknown: Entry = file.part("unknown")?;
        file.sourced("unknown", &unknown)?;
        Ok(Self {
            as_of: file.as_of,
            all,
            unknown: whole(unknown)?,
            undecided: file.part("undecided")?,
        })
    }
}

impl Form {
    /// What a role that is held now is worth.
    pub fn standing(&self, role: &HeldRole) -> Standing {
        let (relation, body, function) =
            (letters(&role.relation), letters(&role.body), letters(&role.function));
        let fitting = self.relations.iter().filter(|place| place.fits(&relation, &body, &function));
        fitting
            .map(|place| if place.automatic { Standing::Automatic } else { Standing::ByDocuments })
            .max()
            .unwrap_or(Standing::Nothing)
    }

    /// The best role of a candidate, and what it is worth. Only a person with a CPR number is
    /// verified automatically.
    pub fn best<'a>(&self, candidate: &'a Candidate) -> Option<(Standing, &'a HeldRole)> {
        let most = match (candidate.kind, self.automatic) {
            (
                ParticipantKind::Person,
                Automatic::Yes | Automatic::Usually | Automatic::IfRegistered,
            ) => Standing::Automatic,
            _ => Standing::ByDocuments,
        };
        // The first of equals: the register's order.
        candidate
            .roles
            .iter()
            .rev()
            .map(|role| (self.standing(role).min(most), role))
            .max_by_key(|(standing, _)| *standing)
    }
}

impl Relation {
    fn folded(self) -> Self {
        let fold = |words: Vec<String>| words.iter().map(|word| letters(word)).collect::<Vec<_>>();
        Self {
            relation: self.relation.map(|word| letters(&word)),
            named: self.named.map(fold),
            without: fold(self.without),
            automatic: self.automatic,
        }
    }

    /// All three with only letters left.
    fn fits(&self, relation: &str, body: &str, function: &str) -> bool {
        let stands = |words: &[String]| {
            words
                .iter()
                .any(|word| function.contains(word.as_str()) || body.contains(word.as_str()))
        };
        self.relation.as_deref().is_none_or(|wanted| wanted == relation)
            && self.named.as_deref().is_none_or(stands)
            && !stands(&self.without)
    }
}

impl Sourced for Entry {
    fn source(&self) -> &[String] {
        &self.source
    }
}
