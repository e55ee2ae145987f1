//! What a register says about an organisation, and what follows for the connection.

use crate::cvr::CvrNumber;
use crate::typed::normalise;
use jiff::Timestamp;
use jiff::civil::Date;

/// One answer of a register, kept with the case as it was when it was asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Organisation {
    /// The CVR number that was asked for.
    pub cvr: CvrNumber,
    /// The current name.
    pub name: String,
    /// The current address, one line each; empty when the register keeps none.
    pub address: Vec<String>,
    /// CVR's numeric form code (`virksomhedsformkode`), e.g. 80.
    pub form_code: u16,
    /// CVR's own long description of the form, e.g. "Anpartsselskab". Shown instead of a label of
    /// ours.
    pub form: String,
    /// What the composite status means for the connection.
    pub status: Status,
    /// CVR's own text of the composite status.
    pub status_text: String,
    /// Those who hold a role that may represent the organisation, in the register's order: persons,
    /// organisations, and holders whom the register does not name ([`Candidate::is_named`]).
    pub candidates: Vec<Candidate>,
    /// The rule that says who binds the company (tegningsregel), as free text.
    pub signing_rule: Option<String>,
    /// When the register answered, or when it was typed.
    pub looked_up: Timestamp,
    /// Who said each of these things.
    pub origins: Origins,
    /// What of the answer was not kept, so that a person is told; in the order of [`Part`], each
    /// once.
    pub left_out: Vec<LeftOut>,
}

/// Something that a register answered and that is not kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct LeftOut {
    /// What it belonged to.
    pub part: Part,
    /// Why it is not there.
    pub why: WhyLeftOut,
}

/// A part of a register's answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Part {
    /// Name.
    Name,
    /// Address.
    Address,
    /// Form of organisation.
    Form,
    /// Status, and since when and until when the organisation is.
    Status,
    /// Participants and their roles.
    Participants,
    /// Signing rule and what else is kept beside it.
    SigningRule,
}

/// Why a part of an answer is not kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum WhyLeftOut {
    /// It is not written as the register writes such things, so nobody can say what it means.
    Unreadable,
    /// It can be a personal number ([`crate::personal_number`]).
    PersonalNumber,
}

/// An organisation that a person may represent, as the broker says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Represented {
    /// CVR number.
    pub cvr: CvrNumber,
    /// Its name, where the broker tells it.
    pub name: Option<String>,
}

/// Who said what is known of an organisation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Source {
    /// Erhvervsstyrelsen's system-to-system access to CVR (`domain.md` §6.1).
    Virk,
    /// Datafordeler's GraphQL service (`domain.md` §6.2), which knows no management.
    Datafordeler,
    /// cvrapi.dk (`domain.md` §6.4), which knows no management.
    Cvrapi,
    /// The pretend register of practice.
    Practice,
    /// The person, by hand.
    Typed,
}

/// For each field who said it; none where the source does not tell, which is not the same as an
/// empty answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Origins {
    /// Of the name.
    pub name: Option<Source>,
    /// Of the address.
    pub address: Option<Source>,
    /// Of form code and form.
    pub form: Option<Source>,
    /// Of the status.
    pub status: Option<Source>,
    /// Of the candidates: none means that nobody was asked for them, not that there is none.
    pub candidates: Option<Source>,
    /// Of the signing rule.
    pub signing_rule: Option<Source>,
}

impl Origins {
    /// Everything from one source that tells everything.
    pub const fn all(source: Source) -> Self {
        let from = Some(source);
        Self {
            name: from,
            address: from,
            form: from,
            status: from,
            candidates: from,
            signing_rule: from,
        }
    }
}

/// What a composite status (`sammensatStatus`) means for the connection (`domain.md` §6.1 and
/// §2.3).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Status {
    /// AKTIV, NORMAL.
    Active,
    /// Under bankruptcy, compulsory dissolution, restructuring, voluntary liquidation or
    /// resumption: blocked in MitID Erhverv.
    Dissolving,
    /// The organisation has ceased.
    Ceased,
    /// Not begun yet, without legal effect, or a word that is not known: nothing certain follows.
    Uncertain,
}

/// Somebody who holds a role that may represent the organisation now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// The register's own number of the participant (`enhedsNummer`); the place in the answer where
    /// it gives none.
    pub unit: u64,
    /// The current name; empty when the register says that somebody holds the role and not who.
    pub name: String,
    /// What kind of participant: only a person with a CPR number can be verified automatically.
    pub kind: ParticipantKind,
    /// Every role that may represent the organisation and holds now, in the register's order.
    pub roles: Vec<HeldRole>,
}

/// A role as CVR keeps it (`domain.md` §6.1).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeldRole {
    /// `hovedtype` of the relation, e.g. "LEDELSESORGAN".
    pub relation: String,
    /// The body's current name (`organisationsNavn`), e.g. "Direktion"; empty when the register
    /// keeps none.
    pub body: String,
    /// The open value of `FUNKTION`, e.g. "DIREKTØR".
    pub function: String,
    /// Since when.
    pub since: Option<Date>,
}

impl HeldRole {
    /// A role of which only the words are known.
    pub fn new(relation: &str, body: &str, function: &str) -> Self {
        Self {
            relation: relation.to_owned(),
            body: body.to_owned(),
            function: function.to_owned(),
            since: None,
        }
    }
}

impl Candidate {
    /// False when the register says that somebody holds the role and not who: a relation without a
    /// participant, a participant without a name, or one that is called "Ukendt".
    pub fn is_named(&self) -> bool {
        !self.name.trim().is_empty()
    }

    /// The roles in CVR's own words, each once: "FORMAND, DIREKTØR".
    pub fn role(&self) -> String {
        let mut functions: Vec<&str> = Vec::new();
        for role in &self.roles {
            if !functions.contains(&role.function.as_str()) {
                functions.push(&role.function);
            }
        }
        functions.join(", ")
    }
}

/// What a participant is, by `deltager.enhedstype` and what the register says beside it
/// (`domain.md` §6.1, §11).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ParticipantKind {
    /// PERSON: a person registered with a CPR number.
    Person,
    /// A person without one: an ANDEN_DELTAGER who is in the management, or whose attribute says
    /// so.
    PersonWithoutCpr,
    /// An organisation: VIRKSOMHED, or an ANDEN_DELTAGER that its attribute or its name says to be
    /// one.
    Organisation,
    /// An ANDEN_DELTAGER of which nothing tells whether it is a person or an organisation, or a
    /// word that is not known.
    Unknown,
}

impl Organisation {
    /// The candidate with this name, compared without regard to case and white space.
    pub fn candidate_named(&self, name: &str) -> Option<&Candidate> {
        let wanted = normalise(name);
        self.named().find(|candidate| normalise(&candidate.name) == wanted)
    }

    /// A register tells the status, or the file that it came in does without saying who told it; what
    /// the person says of it does not count then.
    pub fn has_status_from_others(&self) -> bool {
        match self.origins.status {
            None => !self.status_text.is_empty(),
            Some(source) => source != Source::Typed,
        }
    }

    /// The candidates whom the register names.
    pub fn named(&self) -> impl Iterator<Item = &Candidate> {
        self.candidates.iter().filter(|candidate| candidate.is_named())
    }

    /// The holders of roles whom the register does not name. As long as there is one, nobody can
    /// say that somebody is not in the management.
    pub fn unnamed(&self) -> impl Iterator<Item = &Candidate> {
        self.candidates.iter().filter(|candidate| !candidate.is_named())
    }
}
