//! What is known of the organisation, and who said it.

use crate::day::{Day, Moment};
use crate::is_default;
use crate::object::{maybe_object, maybe_objects, objects, or_default};
use crate::text::{Name, Number, RegisterText, Text};
use crate::words::{ParticipantWord, SourceWord, StandingWord};
use domain::cvr::CvrNumber;
use domain::draft::Draft;
use domain::lookup::Lookup;
use domain::organisation::{
    Candidate, HeldRole, Organisation, Origins, ParticipantKind, Source, Status,
};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// The organisation: its number as somebody wrote it, and what a register or a person says of it.
/// With the number alone it has not been looked up.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default, rename_all = "camelCase", deny_unknown_fields)]
pub struct OrganisationFile<'a> {
    /// CVR number: eight digits, as a text or an integer. Spaces, dots, dashes and a leading `DK`
    /// or `CVR-nr.` are ignored. A wrong number is reported by the check, not refused here.
    #[serde(borrow, skip_serializing_if = "is_default")]
    pub cvr: Number<'a>,
    /// Current name. It is not looked through for CPR numbers: many names have a date and a number.
    #[serde(borrow, skip_serializing_if = "Name::is_empty")]
    pub name: Name<'a>,
    /// Current address, one line each.
    #[serde(borrow, deserialize_with = "or_default", skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<Vec<RegisterText<'a>>>"))]
    pub address: Vec<RegisterText<'a>>,
    /// CVR's form code (`virksomhedsformkode`), e.g. 80 for an ApS.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub form_code: Option<u16>,
    /// CVR's own description of the form (`langBeskrivelse`), e.g. "Anpartsselskab".
    #[serde(borrow, skip_serializing_if = "RegisterText::is_empty")]
    pub form: RegisterText<'a>,
    /// CVR's composite status (`sammensatStatus`), spelled any way: NORMAL, AKTIV, UNDERKONKURS,
    /// OPHØRT …
    #[serde(borrow, skip_serializing_if = "RegisterText::is_empty")]
    pub status: RegisterText<'a>,
    /// What the status means, where that is not what its word says. Tilslut writes it only then.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub standing: Option<StandingWord>,
    /// The persons whom the register names in a role that may represent the organisation, in its
    /// order. Left out: nobody was asked for them. An empty list: the register names nobody.
    #[serde(borrow, deserialize_with = "maybe_objects", skip_serializing_if = "Option::is_none")]
    pub candidates: Option<Vec<CandidateFile<'a>>>,
    /// The rule that says who binds the organisation (tegningsregel), as free text.
    #[serde(borrow, skip_serializing_if = "RegisterText::is_empty")]
    pub signing_rule: RegisterText<'a>,
    /// When the register answered or it was typed. Left out: when the file is read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub looked_up: Option<Moment>,
    /// Who said everything that is given here. Left out: `typed`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<SourceWord>,
    /// Who said each thing, where not everything comes from one source: then this counts instead of
    /// `source`.
    #[serde(deserialize_with = "maybe_object", skip_serializing_if = "Option::is_none")]
    pub origins: Option<OriginsFile>,
}

/// For each thing who said it; left out where the source does not tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default, rename_all = "camelCase", deny_unknown_fields)]
pub struct OriginsFile {
    /// Of the name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<SourceWord>,
    /// Of the address.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub address: Option<SourceWord>,
    /// Of form code and form.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub form: Option<SourceWord>,
    /// Of the status.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<SourceWord>,
    /// Of the candidates.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub candidates: Option<SourceWord>,
    /// Of the signing rule.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub signing_rule: Option<SourceWord>,
}

/// A person whom the register names in a role that may represent the organisation, and who holds it
/// now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CandidateFile<'a> {
    /// The register's own number of the person (`enhedsNummer`). Left out: the place in the list,
    /// from 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<u64>,
    /// Current name. Left out: the register says that somebody holds the roles, and not who.
    #[serde(borrow, default, skip_serializing_if = "Name::is_empty")]
    pub name: Name<'a>,
    /// What the participant is. Only a person with a CPR number can be verified automatically.
    pub kind: ParticipantWord,
    /// Every role that holds now, in the register's order.
    #[serde(borrow, default, deserialize_with = "objects", skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<Vec<HeldRoleFile<'a>>>"))]
    pub roles: Vec<HeldRoleFile<'a>>,
}

/// A role as CVR keeps it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct HeldRoleFile<'a> {
    /// `hovedtype` of the relation, e.g. "LEDELSESORGAN" or "FULDT_ANSVARLIG_DELTAGERE".
    #[serde(borrow)]
    pub relation: RegisterText<'a>,
    /// The body's name (`organisationsNavn`), e.g. "Direktion".
    #[serde(borrow, default, skip_serializing_if = "RegisterText::is_empty")]
    pub body: RegisterText<'a>,
    /// The value of `FUNKTION`, e.g. "DIREKTØR".
    #[serde(borrow)]
    pub function: RegisterText<'a>,
    /// Since when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<Day>,
}

/// A snapshot of the domain has a number. Where the file has none that is sound, this one
/// (Erhvervsstyrelsen's own example) stands in, so that everything else can be checked; the draft
/// keeps what was written, and nothing can be approved with that.
fn number_or_example(written: &str) -> Option<CvrNumber> {
    CvrNumber::parse(written).or_else(|_| CvrNumber::parse("13748136")).ok()
}

impl<'a> OrganisationFile<'a> {
    /// Lends what a draft knows. A question to the register that is under way, and one that failed,
    /// are not part of a file.
    pub(crate) fn of_draft(draft: &'a Draft) -> Self {
        let cvr = Number(Text::of(&draft.cvr));
        draft.organisation().map_or_else(Self::default, Self::of).with_number(cvr)
    }

    /// Lends a snapshot. Its number is written as eight digits.
    pub fn of(organisation: &'a Organisation) -> Self {
        // What was left out of the answer was told when it was looked up; a case has what is known.
        let Organisation {
            cvr,
            name,
            address,
            form_code,
            form,
            status,
            status_text,
            candidates,
            signing_rule,
            looked_up,
            origins,
            left_out: _,
        } = organisation;
        let mut file = Self {
            cvr: Number(Text(cvr.to_string().into())),
            name: name.into(),
            address: address.iter().map(RegisterText::from).collect(),
            form_code: Some(*form_code),
            form: form.into(),
            status: status_text.into(),
            standing: (*status != Status::of(status_text)).then(|| (*status).into()),
            candidates: (origins.candidates.is_some() || !candidates.is_empty())
                .then(|| candidates.iter().map(CandidateFile::from).collect()),
            signing_rule: signing_rule.as_ref().map(RegisterText::from).unwrap_or_default(),
            looked_up: Some(Moment(*looked_up)),
            source: None,
            origins: None,
        };
        let Origins { name, address, form, status, candidates, signing_rule } = *origins;
        let source =
            [name, address, form, status, candidates, signing_rule].into_iter().flatten().next();
        match source {
            Some(source) if file.all_said_by(source) == *origins => {
                file.source = Some(source.into())
            }
            _ => file.origins = Some((*origins).into()),
        }
        file
    }

    fn with_number(self, cvr: Number<'a>) -> Self {
        Self { cvr, ..self }
    }

    /// The number as written, and what is known of the organisation; `read_at` is when, where the
    /// file does not say.
    pub(crate) fn into_lookup(self, read_at: Timestamp) -> (String, Lookup) {
        let known = Self { cvr: self.cvr.clone(), ..Self::default() } != self;
        let origins = match self.origins {
            Some(origins) => origins.into(),
            None => self.all_said_by(self.source.map_or(Source::Typed, Source::from)),
        };
        let cvr = self.cvr.0.into_owned();
        let Some(number) = number_or_example(&cvr).filter(|_| known) else {
            return (cvr, Lookup::NotYet);
        };
        let candidates = self.candidates.unwrap_or_default();
        let organisation = Organisation {
            cvr: number,
            name: self.name.into_owned(),
            address: self.address.into_iter().map(RegisterText::into_owned).collect(),
            form_code: self.form_code.unwrap_or_default(),
            form: self.form.into_owned(),
            status: self.standing.map_or_else(|| Status::of(&self.status.0), Status::from),
            status_text: self.status.into_owned(),
            candidates: (1..)
                .zip(candidates)
                .map(|(place, candidate)| candidate.into_candidate(place))
                .collect(),
            signing_rule: Some(self.signing_rule.into_owned()).filter(|rule| !rule.is_empty()),
            looked_up: self.looked_up.map_or(read_at, |moment| moment.0),
            origins,
            left_out: Vec::new(),
        };
        (cvr, Lookup::Found(Box::new(organisation)))
    }

    /// Who said what, when one source said all that is given.
    fn all_said_by(&self, source: Source) -> Origins {
        let told = |given: bool| given.then_some(source);
        Origins {
            name: told(!self.name.is_empty()),
            address: told(!self.address.is_empty()),
            form: told(self.form_code.is_some() || !self.form.is_empty()),
            status: told(!self.status.is_empty() || self.standing.is_some()),
            candidates: told(self.candidates.is_some()),
            signing_rule: told(!self.signing_rule.is_empty()),
        }
    }
}

impl From<Origins> for OriginsFile {
    fn from(origins: Origins) -> Self {
        let Origins { name, address, form, status, candidates, signing_rule } = origins;
        Self {
            name: name.map(Into::into),
            address: address.map(Into::into),
            form: form.map(Into::into),
            status: status.map(Into::into),
            candidates: candidates.map(Into::into),
            signing_rule: signing_rule.map(Into::into),
        }
    }
}

impl From<OriginsFile> for Origins {
    fn from(file: OriginsFile) -> Self {
        let OriginsFile { name, address, form, status, candidates, signing_rule } = file;
        Self {
            name: name.map(Into::into),
            address: address.map(Into::into),
            form: form.map(Into::into),
            status: status.map(Into::into),
            candidates: candidates.map(Into::into),
            signing_rule: signing_rule.map(Into::into),
        }
    }
}

impl<'a> From<&'a Candidate> for CandidateFile<'a> {
    fn from(candidate: &'a Candidate) -> Self {
        let Candidate { unit, name, kind, roles } = candidate;
        let name = if *kind == ParticipantKind::Organisation {
            name.into()
        } else {
            Name(RegisterText::from(name).0)
        };
        Self {
            unit: Some(*unit),
            name,
            kind: (*kind).into(),
            roles: roles.iter().map(HeldRoleFile::from).collect(),
        }
    }
}

impl CandidateFile<'_> {
    fn into_candidate(self, place: u64) -> Candidate {
        let kind = ParticipantKind::from(self.kind);
        let name = if kind == ParticipantKind::Organisation {
            self.name
        } else {
            Name(RegisterText::without_numbers(self.name.0).0)
        };
        Candidate {
            unit: self.unit.unwrap_or(place),
            name: name.into_owned(),
            kind,
            roles: self.roles.into_iter().map(HeldRole::from).collect(),
        }
    }
}

impl<'a> From<&'a HeldRole> for HeldRoleFile<'a> {
    fn from(role: &'a HeldRole) -> Self {
        let HeldRole { relation, body, function, since } = role;
        Self {
            relation: relation.into(),
            body: body.into(),
            function: function.into(),
            since: since.map(Day),
        }
    }
}

impl From<HeldRoleFile<'_>> for HeldRole {
    fn from(file: HeldRoleFile<'_>) -> Self {
        let HeldRoleFile { relation, body, function, since } = file;
        Self {
            relation: relation.into_owned(),
            body: body.into_owned(),
            function: function.into_owned(),
            since: since.map(|day| day.0),
        }
    }
}
