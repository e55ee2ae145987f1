//! What is known of the organisation, and who said it.

use crate::day::{Day, Moment};
use crate::is_default;
use crate::object::{maybe_object, maybe_objects, objects, or_default};
use crate::text::{Exchanged, Handling, Name, Number, RegisterText, Stored};
use crate::words::{ParticipantWord, SourceWord, StandingWord};
use domain::cvr::CvrNumber;
use domain::draft::Draft;
use domain::lookup::Lookup;
use domain::organisation::{
    Candidate, HeldRole, LeftOut, Organisation, Origins, ParticipantKind, Source, Status,
};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// The organisation: its number as somebody wrote it, and what a register or a person says of it.
/// With the number alone it has not been looked up.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "OrganisationFile", bound = "H: Handling"))]
#[serde(default, rename_all = "camelCase", deny_unknown_fields, bound = "H: Handling")]
pub struct OrganisationFile<'a, H = Exchanged> {
    /// CVR number: eight digits, as a text or an integer. Spaces, dots, dashes and a leading `DK`
    /// or `CVR-nr.` are ignored. A wrong number is reported by the check, not refused here.
    #[serde(borrow, skip_serializing_if = "is_default")]
    pub cvr: Number<'a, H>,
    /// Current name. It is not looked through for CPR numbers: many names have a date and a number.
    #[serde(borrow, skip_serializing_if = "Name::is_empty")]
    pub name: Name<'a, H>,
    /// Current address, one line each.
    #[serde(borrow, deserialize_with = "or_default", skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<Vec<RegisterText<'a>>>"))]
    pub address: Vec<RegisterText<'a, H>>,
    /// CVR's form code (`virksomhedsformkode`), e.g. 80 for an ApS.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub form_code: Option<u16>,
    /// CVR's own description of the form (`langBeskrivelse`), e.g. "Anpartsselskab".
    #[serde(borrow, skip_serializing_if = "RegisterText::is_empty")]
    pub form: RegisterText<'a, H>,
    /// CVR's composite status (`sammensatStatus`), spelled any way: NORMAL, AKTIV, UNDERKONKURS,
    /// OPHØRT …
    #[serde(borrow, skip_serializing_if = "RegisterText::is_empty")]
    pub status: RegisterText<'a, H>,
    /// What the status means, where that is not what its word says. Tilslut writes it only then.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub standing: Option<StandingWord>,
    /// The persons whom the register names in a role that may represent the organisation, in its
    /// order. Left out: nobody was asked for them. An empty list: the register names nobody.
    #[serde(borrow, deserialize_with = "maybe_objects", skip_serializing_if = "Option::is_none")]
    pub candidates: Option<Vec<CandidateFile<'a, H>>>,
    /// The rule that says who binds the organisation (tegningsregel), as free text.
    #[serde(borrow, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "RegisterText<'a>"))]
    pub signing_rule: Option<RegisterText<'a, H>>,
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
#[cfg_attr(feature = "schema", schemars(rename = "CandidateFile", bound = "H: Handling"))]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound = "H: Handling")]
pub struct CandidateFile<'a, H = Exchanged> {
    /// The register's own number of the person (`enhedsNummer`). Left out: the place in the list,
    /// from 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<u64>,
    /// Current name. Left out: the register says that somebody holds the roles, and not who.
    #[serde(borrow, default, skip_serializing_if = "Name::is_empty")]
    pub name: Name<'a, H>,
    /// What the participant is. Only a person with a CPR number can be verified automatically.
    pub kind: ParticipantWord,
    /// Every role that holds now, in the register's order.
    #[serde(borrow, default, deserialize_with = "objects", skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<Vec<HeldRoleFile<'a>>>"))]
    pub roles: Vec<HeldRoleFile<'a, H>>,
}

/// A role as CVR keeps it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "HeldRoleFile", bound = "H: Handling"))]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound = "H: Handling")]
pub struct HeldRoleFile<'a, H = Exchanged> {
    /// `hovedtype` of the relation, e.g. "LEDELSESORGAN" or "FULDT_ANSVARLIG_DELTAGERE".
    #[serde(borrow)]
    pub relation: RegisterText<'a, H>,
    /// The body's name (`organisationsNavn`), e.g. "Direktion".
    #[serde(borrow, default, skip_serializing_if = "RegisterText::is_empty")]
    pub body: RegisterText<'a, H>,
    /// The value of `FUNKTION`, e.g. "DIREKTØR".
    #[serde(borrow)]
    pub function: RegisterText<'a, H>,
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
        let known = draft.organisation().map_or_else(Self::default, Self::of);
        known.with_number(&draft.cvr)
    }

    /// Lends a snapshot. Its number is written as eight digits, and what a reader concludes from
    /// the rest is left out.
    pub fn of(organisation: &'a Organisation) -> Self {
        let mut file = Self::whole(organisation);
        file.signing_rule = file.signing_rule.filter(|rule| !rule.is_empty());
        if organisation.status == Status::of(&organisation.status_text) {
            file.standing = None;
        }
        let Origins { name, address, form, status, candidates, signing_rule } =
            organisation.origins;
        let said = [name, address, form, status, candidates, signing_rule];
        if let Some(source) = said.into_iter().flatten().next()
            && file.all_said_by(source) == organisation.origins
        {
            (file.source, file.origins) = (Some(source.into()), None);
        }
        file
    }
}

impl OrganisationFile<'_, Stored> {
    /// The snapshot, when everything is there that [`OrganisationFile::whole`] writes, with what
    /// was left out of the register's answer, which no file tells.
    pub fn into_snapshot(self, left_out: Vec<LeftOut>) -> Option<Organisation> {
        let whole = self.form_code.is_some()
            && self.standing.is_some()
            && self.looked_up.is_some()
            && self.origins.is_some();
        let cvr = CvrNumber::parse(self.cvr.0.as_str()).ok().filter(|_| whole)?;
        Some(Organisation { left_out, ..self.into_organisation(cvr, Timestamp::UNIX_EPOCH) })
    }
}

impl<'a, H: Handling> OrganisationFile<'a, H> {
    /// Lends a snapshot with nothing left to a reader's conclusion.
    pub fn whole(organisation: &'a Organisation) -> Self {
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
        Self {
            cvr: Number(cvr.to_string().into()),
            name: name.into(),
            address: address.iter().map(RegisterText::from).collect(),
            form_code: Some(*form_code),
            form: form.into(),
            status: status_text.into(),
            standing: Some((*status).into()),
            candidates: (origins.candidates.is_some() || !candidates.is_empty())
                .then(|| candidates.iter().map(CandidateFile::from).collect()),
            signing_rule: signing_rule.as_ref().map(RegisterText::from),
            looked_up: Some(Moment(*looked_up)),
            source: None,
            origins: Some((*origins).into()),
        }
    }

    /// The number as it was typed in the place of the snapshot's own.
    pub(crate) fn with_number(self, typed: &'a String) -> Self {
        Self { cvr: Number(typed.into()), ..self }
    }

    /// The number as written, and what is known of the organisation; `read_at` is when, where the
    /// file does not say.
    pub(crate) fn into_lookup(mut self, read_at: Timestamp) -> (String, Lookup) {
        self.signing_rule = self.signing_rule.filter(|rule| !rule.is_empty());
        let known = Self { cvr: self.cvr.clone(), ..Self::default() } != self;
        let cvr = self.cvr.clone().0.into_owned();
        match number_or_example(&cvr).filter(|_| known) {
            Some(number) => (cvr, Lookup::Found(Box::new(self.into_organisation(number, read_at)))),
            None => (cvr, Lookup::NotYet),
        }
    }

    fn into_organisation(self, cvr: CvrNumber, read_at: Timestamp) -> Organisation {
        let origins = match self.origins {
            Some(origins) => origins.into(),
            None => self.all_said_by(self.source.map_or(Source::Typed, Source::from)),
        };
        let candidates = self.candidates.unwrap_or_default();
        Organisation {
            cvr,
            name: self.name.into_owned(),
            address: self.address.into_iter().map(RegisterText::into_owned).collect(),
            form_code: self.form_code.unwrap_or_default(),
            form: self.form.into_owned(),
            status: self.standing.map_or_else(|| Status::of(self.status.as_str()), Status::from),
            status_text: self.status.into_owned(),
            candidates: (1..)
                .zip(candidates)
                .map(|(place, candidate)| candidate.into_candidate(place))
                .collect(),
            signing_rule: self.signing_rule.map(RegisterText::into_owned),
            looked_up: self.looked_up.map_or(read_at, |moment| moment.0),
            origins,
            left_out: Vec::new(),
        }
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
            signing_rule: told(self.signing_rule.as_ref().is_some_and(|rule| !rule.is_empty())),
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

impl<'a, H: Handling> From<&'a Candidate> for CandidateFile<'a, H> {
    fn from(candidate: &'a Candidate) -> Self {
        let Candidate { unit, name, kind, roles } = candidate;
        let name = if *kind == ParticipantKind::Organisation {
            name.into()
        } else {
            RegisterText::from(name).into()
        };
        Self {
            unit: Some(*unit),
            name,
            kind: (*kind).into(),
            roles: roles.iter().map(HeldRoleFile::from).collect(),
        }
    }
}

impl<H: Handling> CandidateFile<'_, H> {
    fn into_candidate(self, place: u64) -> Candidate {
        let kind = ParticipantKind::from(self.kind);
        let name = if kind == ParticipantKind::Organisation {
            self.name
        } else {
            RegisterText::from(self.name).into()
        };
        Candidate {
            unit: self.unit.unwrap_or(place),
            name: name.into_owned(),
            kind,
            roles: self.roles.into_iter().map(HeldRole::from).collect(),
        }
    }
}

impl<'a, H: Handling> From<&'a HeldRole> for HeldRoleFile<'a, H> {
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

impl<H: Handling> From<HeldRoleFile<'_, H>> for HeldRole {
    fn from(file: HeldRoleFile<'_, H>) -> Self {
        let HeldRoleFile { relation, body, function, since } = file;
        Self {
            relation: relation.into_owned(),
            body: body.into_owned(),
            function: function.into_owned(),
            since: since.map(|day| day.0),
        }
    }
}
