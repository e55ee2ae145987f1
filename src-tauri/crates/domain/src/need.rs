//! Does the organisation need a connection at all? The question that the official pages repeat and
//! many skip.

use crate::Answer;

/// What a person has answered so far.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct NeedAnswers {
    /// How many persons act digitally for the organisation.
    pub people: Option<People>,
    /// What kind of organisation it is.
    pub kind: Option<Kind>,
    /// May the person who acts sign for the organisation alone?
    pub signs_alone: Option<Answer>,
    /// Is the organisation connected already? It may stay unanswered: nobody but MitID Erhverv
    /// knows for certain, and nothing that is approved follows from it.
    pub connected: Option<Answer>,
}

/// How many persons act digitally for the organisation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum People {
    /// Only one.
    One,
    /// More than one.
    Several,
    /// Not known yet.
    Unknown,
}

/// The groups that the official need check tells apart (`domain.md` §5.3).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Sole proprietorship or small personally owned enterprise (form codes 10 and 15).
    SoleProprietor,
    /// ApS, A/S and other companies with limited liability.
    Company,
    /// Association or voluntary association (form codes 110 and 115).
    Association,
    /// Anything else.
    Other,
}

/// What follows from the answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Need {
    /// Not all that matters has been answered.
    Open,
    /// A connection is needed.
    Needed(WhyNeeded),
    /// "MitID privat til erhverv" is enough.
    NotNeeded(WhyNot),
}

/// Why a connection is needed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum WhyNeeded {
    /// More than one person acts.
    SeveralPeople,
    /// The one who acts may not sign alone.
    NotAlone,
    /// "MitID privat til erhverv" does not cover this kind of organisation.
    KindNotCovered,
    /// It could not be ruled out, so preparing is the safe way.
    NotRuledOut,
}

/// Why no connection is needed: each is a group that may use "MitID privat til erhverv" (MIGR,
/// ASSOC, PREP-EM).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum WhyNot {
    /// The owner alone acts.
    OwnerAlone,
    /// One person acts and may sign alone.
    SignsAlone,
    /// A registered association representative alone acts.
    AssociationRepresentative,
}

impl NeedAnswers {
    /// What follows from what has been answered.
    pub fn outcome(&self) -> Need {
        let Some(people) = self.people else { return Need::Open };
        match (people, self.kind, self.signs_alone) {
            (People::Several, _, _) => Need::Needed(WhyNeeded::SeveralPeople),
            (_, None, _) => Need::Open,
            (_, Some(Kind::Other), _) => Need::Needed(WhyNeeded::KindNotCovered),
            (People::Unknown, Some(_), _) => Need::Needed(WhyNeeded::NotRuledOut),
            (People::One, Some(Kind::SoleProprietor), _) => Need::NotNeeded(WhyNot::OwnerAlone),
            (People::One, Some(Kind::Company | Kind::Association), None) => Need::Open,
            (People::One, Some(Kind::Company), Some(Answer::Yes)) => {
                Need::NotNeeded(WhyNot::SignsAlone)
            }
            (People::One, Some(Kind::Association), Some(Answer::Yes)) => {
                Need::NotNeeded(WhyNot::AssociationRepresentative)
            }
            (People::One, Some(Kind::Company | Kind::Association), Some(Answer::No)) => {
                Need::Needed(WhyNeeded::NotAlone)
            }
            (People::One, Some(Kind::Company | Kind::Association), Some(Answer::Unknown)) => {
                Need::Needed(WhyNeeded::NotRuledOut)
            }
        }
    }

    /// Whether the organisation is connected already, as the person says; none while nobody knows.
    pub fn is_connected(&self) -> Option<bool> {
        match self.connected? {
            Answer::Yes => Some(true),
            Answer::No => Some(false),
            Answer::Unknown => None,
        }
    }

    /// True when the question whether the person signs alone matters for the outcome.
    pub fn asks_signs_alone(&self) -> bool {
        self.people == Some(People::One)
            && matches!(self.kind, Some(Kind::Company | Kind::Association))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_outcome_follows_the_published_groups() {
        let of = |people, kind, signs_alone| {
            NeedAnswers { people, kind, signs_alone, connected: None }.outcome()
        };
        let (one, several, unknown) =
            (Some(People::One), Some(People::Several), Some(People::Unknown));
        for (answers, expected) in [
            ((None, None, None), Need::Open),
            ((several, None, None), Need::Needed(WhyNeeded::SeveralPeople)),
            ((one, None, None), Need::Open),
            ((one, Some(Kind::SoleProprietor), None), Need::NotNeeded(WhyNot::OwnerAlone)),
            ((one, Some(Kind::Company), None), Need::Open),
            ((one, Some(Kind::Company), Some(Answer::Yes)), Need::NotNeeded(WhyNot::SignsAlone)),
            ((one, Some(Kind::Company), Some(Answer::No)), Need::Needed(WhyNeeded::NotAlone)),
            (
                (one, Some(Kind::Association), Some(Answer::Yes)),
                Need::NotNeeded(WhyNot::AssociationRepresentative),
            ),
            (
                (one, Some(Kind::Association), Some(Answer::Unknown)),
                Need::Needed(WhyNeeded::NotRuledOut),
            ),
            ((one, Some(Kind::Other), None), Need::Needed(WhyNeeded::KindNotCovered)),
            ((unknown, Some(Kind::SoleProprietor), None), Need::Needed(WhyNeeded::NotRuledOut)),
        ] {
            assert_eq!(of(answers.0, answers.1, answers.2), expected, "{answers:?}");
        }
    }

    #[test]
    fn signing_alone_is_asked_only_where_it_matters() {
        let asks = |people, kind| {
            NeedAnswers { people, kind, ..NeedAnswers::default() }.asks_signs_alone()
        };
        assert!(asks(Some(People::One), Some(Kind::Company)));
        assert!(!asks(Some(People::One), Some(Kind::SoleProprietor)));
        assert!(!asks(Some(People::Several), Some(Kind::Company)));
    }
}
