//! The whole file: one case.

use crate::error::{LooksLikeCpr, Unreadable};
use crate::object::{Object, object, objects};
use crate::organisation::OrganisationFile;
use crate::papers::{BoardMemberFile, DocumentFile, NeedFile, ProgressFile, TermsFile};
use crate::people::{AdministratorFile, ReporterFile, RepresentativeFile};
use crate::text::{Exchanged, Handling, Stored, Text};
use crate::words::{EnvironmentWord, RoleWord};
use crate::{LIMIT, is_default};
use domain::Environment;
use domain::documents::BoardMember;
use domain::draft::{AdministratorAnswers, Draft};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// What a file is, and in which version. Another version is another word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Kind {
    /// A case, version 1: of the terms it has one time only, `terms.opened`.
    #[serde(rename = "tilslut/case/v1")]
    CaseV1,
    /// A case, version 2: tells Tilslut's own summary of the terms from the official text.
    #[serde(rename = "tilslut/case/v2")]
    CaseV2,
    /// A case, version 3: the need check asks whether the organisation is connected already.
    #[serde(rename = "tilslut/case/v3")]
    CaseV3,
    /// A case, version 4: the representative says whether CVR names them, where no register tells.
    #[default]
    #[serde(rename = "tilslut/case/v4")]
    CaseV4,
}

/// A case of Tilslut: an organisation's connection to MitID Erhverv while it is prepared. Only
/// `type` is required. Everything else may be left out, or be `null`, as long as it is not known.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "CaseFile", bound = "H: Handling"))]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound = "H: Handling")]
pub struct CaseFile<'a, H = Exchanged> {
    /// What this file is.
    #[serde(rename = "type")]
    pub kind: Kind,
    /// Where the schema of this file is, for editors; not read.
    #[serde(rename = "$schema", borrow, default, skip_serializing_if = "Text::is_empty")]
    pub schema: Text<'a, H>,
    /// The writer's own name for the case. It comes back with the result.
    #[serde(borrow, default, skip_serializing_if = "Text::is_empty")]
    pub reference: Text<'a, H>,
    /// Practice or live; left out when the case comes from neither.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub environment: Option<EnvironmentWord>,
    /// The need check.
    #[serde(default, deserialize_with = "object", skip_serializing_if = "is_default")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<NeedFile>"))]
    pub need: NeedFile,
    /// The organisation.
    #[serde(borrow, default, deserialize_with = "object", skip_serializing_if = "is_default")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<OrganisationFile<'a>>"))]
    pub organisation: OrganisationFile<'a, H>,
    /// Who prepares the case.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<RoleWord>,
    /// The reporter, when somebody else than the representative prepares.
    #[serde(borrow, default, deserialize_with = "object", skip_serializing_if = "is_default")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<ReporterFile<'a>>"))]
    pub reporter: ReporterFile<'a, H>,
    /// The management representative.
    #[serde(borrow, default, deserialize_with = "object", skip_serializing_if = "is_default")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<RepresentativeFile<'a>>"))]
    pub representative: RepresentativeFile<'a, H>,
    /// The administrators who are to be appointed beside the representative.
    #[serde(borrow, default, deserialize_with = "objects", skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<Vec<AdministratorFile<'a>>>"))]
    pub administrators: Vec<AdministratorFile<'a, H>>,
    /// The documents that are attached.
    #[serde(borrow, default, deserialize_with = "objects", skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<Vec<DocumentFile<'a>>>"))]
    pub documents: Vec<DocumentFile<'a, H>>,
    /// The board, for an organisation whose board is not in CVR.
    #[serde(borrow, default, deserialize_with = "objects", skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<Vec<BoardMemberFile<'a>>>"))]
    pub board: Vec<BoardMemberFile<'a, H>>,
    /// The terms.
    #[serde(borrow, default, deserialize_with = "object", skip_serializing_if = "is_default")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<TermsFile<'a>>"))]
    pub terms: TermsFile<'a, H>,
    /// What has become of the case after it was prepared.
    #[serde(default, deserialize_with = "object", skip_serializing_if = "is_default")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<ProgressFile>"))]
    pub progress: ProgressFile,
}

/// Reads one case. Any bytes are read without a panic; a byte order mark before it is passed over.
///
/// # Errors
/// [`Unreadable`] says what is wrong and where, and repeats nothing of what somebody wrote but the
/// names of members.
pub fn read(json: &[u8]) -> Result<CaseFile<'_>, Unreadable> {
    if json.len() > LIMIT {
        return Err(Unreadable::TooLarge);
    }
    let json = json.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(json);
    // Only what failed is read a second time, to learn where: keeping track of the place costs as
    // much as reading.
    serde_json::from_slice::<Object<CaseFile<'_>>>(json)
        .map(|object| object.0)
        .map_err(|_| Unreadable::of(json))
}

impl<'a> CaseFile<'a> {
    /// Lends the answers of a draft; [`CaseFile::reference`] and [`CaseFile::progress`] are the
    /// writer's to add. A question to the register that is under way or failed is left out, and so
    /// are its earlier answers, what was typed of the organisation without counting, and a login
    /// that no hand-over file holds yet.
    pub fn of(draft: &'a Draft, environment: Environment) -> Self {
        let organisation = OrganisationFile::of_draft(draft);
        Self { environment: Some(environment.into()), ..Self::lend(draft, organisation) }
    }

    /// The file, indented for people, with a line end.
    ///
    /// # Errors
    /// [`LooksLikeCpr`] names the text that looks like a CPR number, without repeating it.
    pub fn to_json(&self) -> Result<String, LooksLikeCpr> {
        let mut json = serde_json::to_string_pretty(self).map_err(|_| LooksLikeCpr::of(self))?;
        json.push('\n');
        Ok(json)
    }
}

impl<'a> CaseFile<'a, Stored> {
    /// Lends the answers of a draft, each of them letter by letter, for the encrypted vault. What
    /// [`CaseFile::of`] leaves out, the names of the documents on this machine and the environment
    /// are the vault's to keep beside it.
    pub fn stored(draft: &'a Draft) -> Self {
        let known = draft.organisation().map_or_else(OrganisationFile::default, |organisation| {
            OrganisationFile::whole(organisation)
        });
        Self::lend(draft, known.with_number(&draft.cvr))
    }

    /// The answers, when everything is there that [`CaseFile::stored`] writes of them. What is
    /// known of the organisation, and what names the documents, is the vault's to add.
    pub fn into_stored(self) -> Option<Draft> {
        let whole = self.documents.iter().all(DocumentFile::is_whole);
        let cvr = self.organisation.cvr;
        let organisation = OrganisationFile { cvr, ..OrganisationFile::default() };
        let file = Self { organisation, ..self };
        whole.then(|| file.into_draft(Timestamp::UNIX_EPOCH))
    }
}

impl<'a, H: Handling> CaseFile<'a, H> {
    fn lend(draft: &'a Draft, organisation: OrganisationFile<'a, H>) -> Self {
        let Draft {
            need,
            cvr: _,
            lookup: _,
            earlier: _,
            typed: _,
            role,
            reporter,
            representative,
            representative_is_administrator,
            administrators,
            documents,
            board,
            terms,
            login: _,
        } = draft;
        Self {
            kind: Kind::CaseV4,
            schema: Text::default(),
            reference: Text::default(),
            environment: None,
            need: (*need).into(),
            organisation,
            role: role.map(RoleWord::from),
            reporter: reporter.into(),
            representative: RepresentativeFile::of(
                representative,
                *representative_is_administrator,
            ),
            administrators: administrators.iter().map(AdministratorFile::from).collect(),
            documents: documents.iter().map(DocumentFile::from).collect(),
            board: board.iter().map(BoardMemberFile::from).collect(),
            terms: terms.into(),
            progress: ProgressFile::default(),
        }
    }

    /// The answers as the domain keeps them. `read_at` stands where the file does not say when a
    /// thing was learnt.
    pub fn into_draft(self, read_at: Timestamp) -> Draft {
        let (cvr, lookup) = self.organisation.into_lookup(read_at);
        Draft {
            need: self.need.into(),
            cvr,
            lookup,
            role: self.role.map(Into::into),
            reporter: self.reporter.into(),
            representative_is_administrator: self.representative.is_administrator,
            representative: self.representative.into(),
            administrators: self
                .administrators
                .into_iter()
                .map(AdministratorAnswers::from)
                .collect(),
            documents: (1..)
                .zip(self.documents)
                .map(|(place, document)| document.into_attached(place, read_at))
                .collect(),
            board: self.board.into_iter().map(BoardMember::from).collect(),
            terms: self.terms.into(),
            ..Draft::default()
        }
    }
}
