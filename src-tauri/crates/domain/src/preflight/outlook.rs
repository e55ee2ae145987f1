//! The findings read as one answer: will the connection go through automatically, with documents,
//! or not?

use super::Finding;
use super::context::RuleContext;
use crate::Answer;
use crate::organisation::Source;
use crate::rules::observation::{Observations, facts};
use crate::rules::{About, RequiredDocuments, Severity};

/// Whether the connection is likely to go through, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outlook<'f> {
    /// The answer.
    pub verdict: Verdict,
    /// The findings behind it, what matters most first.
    pub reasons: Vec<&'f Finding>,
    /// What holds in favour.
    pub in_favour: Vec<InFavour>,
}

/// Whether the connection is likely to go through.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Verdict {
    /// Not enough is known yet.
    Open,
    /// "Kan tilsluttes automatisk": everything it depends on is known and fits.
    Automatic,
    /// "Kræver dokumentation": documents are needed and a person handles the case.
    Documents,
    /// "Kan ikke tilsluttes" with these answers.
    Impossible,
    /// No connection is needed: "MitID privat til erhverv" is enough.
    NotNeeded,
}

/// Something that speaks for the connection.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum InFavour {
    /// The organisation is active.
    OrganisationActive,
    /// The person says that it is, where no register tells.
    OrganisationSaidActive,
    /// Its form is normally verified automatically.
    FormAutomatic,
    /// The register names the representative, with a CPR number, in a role that may represent the
    /// organisation.
    RepresentativeListed {
        /// The role in the register's own words.
        role: String,
    },
    /// The person says that CVR names the representative in such a role, where no register tells.
    RepresentativeSaidListed,
    /// The representative has private MitID.
    RepresentativeHasMitid,
    /// Every administrator has CPR number and MitID, and everything that is asked about them is
    /// there.
    AdministratorsReady,
    /// Several administrators: nobody is locked out when one leaves.
    SeveralAdministrators,
}

pub(super) fn read<'f>(
    context: &RuleContext<'_>,
    observations: &Observations,
    findings: &'f [Finding],
) -> Outlook<'f> {
    let in_favour = in_favour(context, observations);
    let stops =
        |finding: &&Finding| finding.rule.severity == Severity::Stops && !finding.rule.unanswered;
    let lasting = |finding: &&Finding| stops(finding) && finding.rule.about == About::Organisation;
    let documents = |finding: &&Finding| {
        finding.rule.severity == Severity::Documents
            && finding.rule.brings != RequiredDocuments::Nothing
    };
    let needless = |finding: &&Finding| {
        finding.rule.about == About::Need && finding.rule.severity == Severity::Advice
    };
    let unsettled = |finding: &&Finding| finding.rule.unsettled;
    let alone = [facts::Need::OwnerAlone, facts::Need::SignsAlone, facts::Need::AssociationAlone]
        .iter()
        .any(|need| observations.has(*need));
    let reasons =
        |which: &dyn Fn(&&Finding) -> bool| findings.iter().filter(which).collect::<Vec<_>>();
    let not_needed = alone
        && !observations.has(facts::NeedKind::Differs)
        && findings.iter().any(|finding| needless(&finding));
    let everything = observations.has(facts::Number::Sound)
        && in_favour.iter().filter(|fact| **fact != InFavour::SeveralAdministrators).count() == 5;
    let (verdict, reasons) = match () {
        () if findings.iter().any(|finding| lasting(&finding)) => {
            (Verdict::Impossible, reasons(&stops))
        }
        () if not_needed => (Verdict::NotNeeded, reasons(&needless)),
        () if findings.iter().any(|finding| stops(&finding)) => {
            (Verdict::Impossible, reasons(&stops))
        }
        () if findings.iter().any(|finding| documents(&finding)) => {
            (Verdict::Documents, reasons(&documents))
        }
        () if everything && !findings.iter().any(|finding| unsettled(&finding)) => {
            (Verdict::Automatic, Vec::new())
        }
        () => (Verdict::Open, reasons(&unsettled)),
    };
    Outlook { verdict, reasons, in_favour }
}

fn in_favour(context: &RuleContext<'_>, observations: &Observations) -> Vec<InFavour> {
    let automatic = [
        facts::FormAutomatic::Yes,
        facts::FormAutomatic::Usually,
        facts::FormAutomatic::IfRegistered,
    ];
    let listed =
        observations.has(facts::ListedAs::Person) && observations.has(facts::ListedRole::Automatic);
    let said = context.said_in_cvr() == Some(Answer::Yes);
    let role = context
        .listed()
        .filter(|_| listed)
        .map(|candidate| InFavour::RepresentativeListed { role: candidate.role() })
        .or(said.then_some(InFavour::RepresentativeSaidListed));
    let typed = context.organisation.is_some_and(|it| it.origins.status == Some(Source::Typed));
    let active =
        if typed { InFavour::OrganisationSaidActive } else { InFavour::OrganisationActive };
    let if_seen = |holds: bool, fact: InFavour| holds.then_some(fact);
    [
        if_seen(observations.has(facts::Status::Active), active),
        if_seen(automatic.iter().any(|value| observations.has(*value)), InFavour::FormAutomatic),
        role,
        if_seen(
            observations.has(facts::RepresentativeMitid::Yes),
            InFavour::RepresentativeHasMitid,
        ),
        if_seen(observations.has(facts::AdministratorsReady::Yes), InFavour::AdministratorsReady),
        if_seen(observations.has(facts::Administrators::Several), InFavour::SeveralAdministrators),
    ]
    .into_iter()
    .flatten()
    .collect()
}
