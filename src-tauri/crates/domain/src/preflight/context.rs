//! What a preflight looks at: the draft, the facts, and what the register knows of the people in
//! them.

use super::Facts;
use crate::Answer;
use crate::approver::Likeness;
use crate::draft::{Draft, Role};
use crate::lookup::UNKNOWN_FORM;
use crate::organisation::{Candidate, HeldRole, Organisation, Source};
use crate::person::{BirthDate, TypedDate};
use crate::rules::observation::facts;
use crate::rules::{Book, Form, Group, Standing, State, book};
use jiff::civil::Date;

/// A draft and what is known about it, with the look-ups that several observations need made once.
pub(super) struct RuleContext<'a> {
    pub draft: &'a Draft,
    pub facts: &'a Facts<'a>,
    pub today: Date,
    pub book: &'static Book,
    pub organisation: Option<&'a Organisation>,
    pub form: Option<&'static Form>,
    pub state: Option<&'static State>,
    pub management: facts::Management,
    pub found: CandidateMatch<'a>,
}

/// Whom the register names of the name of the representative.
#[derive(Clone, Copy)]
pub(super) enum CandidateMatch<'a> {
    /// Nobody was looked for, or the register does not tell, or it says that somebody has a role
    /// and not who.
    Unknown,
    /// Nobody.
    Nobody,
    /// Somebody whose first and last name are the same, or whose name is the same in another
    /// spelling.
    Similar(&'a Candidate),
    /// The representative.
    Somebody(&'a Candidate),
}

/// An administrator, the representative included.
#[derive(Clone, Copy)]
pub(super) struct Administrator<'a> {
    /// The number among the others; none for the representative.
    pub number: Option<usize>,
    pub name: &'a str,
    pub email: &'a str,
    pub born: &'a TypedDate,
    pub has_cpr: Option<Answer>,
    pub has_mitid: Option<Answer>,
}

/// The source tells the form. Whoever types the organisation by hand tells it once they have chosen
/// one.
fn tells_form(organisation: &Organisation) -> bool {
    match organisation.origins.form {
        // By its name in the window, by its code in a case file.
        Some(Source::Typed) => !blank(&organisation.form) || organisation.form_code != UNKNOWN_FORM,
        Some(_) => true,
        None => organisation.form_code != 0,
    }
}

impl<'a> RuleContext<'a> {
    pub fn new(draft: &'a Draft, facts: &'a Facts<'a>, today: Date) -> Self {
        let book = book();
        let organisation = facts.organisation;
        let form = organisation.filter(|o| tells_form(o)).map(|o| book.forms.find(o.form_code));
        let told = organisation.filter(|o| o.origins.status.is_some() || !o.status_text.is_empty());
        let state = told.and_then(|o| book.states.of(o.status, &o.status_text));
        let management = match organisation.map(|o| (o.origins.candidates, o.candidates.is_empty()))
        {
            None => facts::Management::Unknown,
            Some((Some(Source::Typed), _)) => facts::Management::Typed,
            Some((Some(_), _) | (None, false)) => facts::Management::Told,
            Some((None, true)) => facts::Management::NotTold,
        };
        let found = match organisation {
            Some(organisation) if management == facts::Management::Told => {
                find(form, organisation, &draft.representative.name)
            }
            _ => CandidateMatch::Unknown,
        };
        Self { draft, facts, today, book, organisation, form, state, management, found }
    }

    /// The administrators, the representative first.
    pub fn administrators(&self) -> impl Iterator<Item = Administrator<'a>> + use<'a> {
        let draft = self.draft;
        let representative = &draft.representative;
        let own = draft.representative_is_administrator.then_some(Administrator {
            number: None,
            name: &representative.name,
            email: &representative.email,
            born: &representative.born,
            has_cpr: representative.has_cpr,
            has_mitid: representative.has_mitid,
        });
        let others = draft.administrators.iter().enumerate().map(|(n, answers)| Administrator {
            number: Some(n),
            name: &answers.name,
            email: &answers.email,
            born: &answers.born,
            has_cpr: answers.has_cpr,
            has_mitid: answers.has_mitid,
        });
        own.into_iter().chain(others)
    }

    pub fn group(&self) -> Option<Group> {
        self.form.map(|form| form.group)
    }

    /// Everybody who was named as administrator is the same person.
    pub fn one_administrator(&self) -> bool {
        let mut administrators = self.administrators();
        let first = administrators.next();
        first.is_some_and(|first| {
            administrators.all(|other| first.is_same_person(&other, self.today))
        })
    }

    /// Nobody but the person tells who is in the management.
    pub fn management_is_untold(&self) -> bool {
        matches!(self.management, facts::Management::NotTold | facts::Management::Typed)
    }

    /// Whether the representative is named in CVR, as the person says where nobody else tells.
    pub fn said_in_cvr(&self) -> Option<Answer> {
        self.draft.representative.in_cvr.filter(|_| self.management_is_untold())
    }

    /// The representative as the register knows them.
    pub fn listed(&self) -> Option<&'a Candidate> {
        match self.found {
            CandidateMatch::Somebody(candidate) => Some(candidate),
            CandidateMatch::Unknown | CandidateMatch::Nobody | CandidateMatch::Similar(_) => None,
        }
    }

    /// The first in the register, other than the representative, who would normally be verified
    /// automatically.
    pub fn somebody_else(&self) -> Option<&'a Candidate> {
        let form = self.form.filter(|_| self.management == facts::Management::Told)?;
        let listed = self.listed().map(|candidate| candidate.unit);
        let others = self.organisation?.named().filter(|candidate| Some(candidate.unit) != listed);
        others.into_iter().find(|candidate| {
            form.best(candidate).is_some_and(|(standing, _)| standing == Standing::Automatic)
        })
    }

    /// The representative's role as association representative; or else that of another.
    pub fn association_representative(&self) -> Option<(&'a Candidate, &'a HeldRole)> {
        let form = self.form?;
        let automatic = |candidate: &'a Candidate| {
            form.best(candidate)
                .filter(|(standing, _)| *standing == Standing::Automatic)
                .map(|(_, role)| (candidate, role))
        };
        self.listed().and_then(automatic).or_else(|| self.organisation?.named().find_map(automatic))
    }

    /// The reporter's words count only while a reporter prepares.
    pub fn reporter(&self) -> Option<&'a crate::draft::ReporterAnswers> {
        (self.draft.role == Some(Role::Reporter)).then_some(&self.draft.reporter)
    }
}

impl Administrator<'_> {
    /// As far as the answers tell, the two are one person: one name in any spelling, and not two
    /// dates of birth; or one date of birth, and one first name, as when a last name was left out
    /// or is another now.
    pub fn is_same_person(&self, other: &Self, today: Date) -> bool {
        let whole = alike(self.name, other.name);
        if !whole && !alike(first(self.name), first(other.name)) {
            return false;
        }
        let born = |one: &Self| BirthDate::parse(one.born, today).ok();
        match (born(self), born(other)) {
            (Some(one), Some(two)) => one == two,
            _ => whole,
        }
    }
}

/// One name in two spellings, or the same.
fn alike(one: &str, other: &str) -> bool {
    !blank(one)
        && !blank(other)
        && may_be_like(initials(one), initials(other))
        && Likeness::of(one, other) != Likeness::Other
}

fn first(name: &str) -> &str {
    name.split_whitespace().next().unwrap_or_default()
}

/// The candidate of this name; of several the one whose role is worth most.
fn find<'a>(form: Option<&Form>, organisation: &'a Organisation, name: &str) -> CandidateMatch<'a> {
    if blank(name) {
        return CandidateMatch::Unknown;
    }
    let worth = |candidate: &Candidate| {
        form.and_then(|form| form.best(candidate)).map(|(standing, _)| standing)
    };
    let persons: Vec<&Candidate> = organisation.named().collect();
    let named = persons.iter().copied().filter(|candidate| same(&candidate.name, name));
    if let Some(candidate) = named.rev().max_by_key(|candidate| worth(candidate)) {
        return CandidateMatch::Somebody(candidate);
    }
    let letters = initials(name);
    let likeness = |other: &str| {
        if may_be_like(letters, initials(other)) {
            Likeness::of(other, name)
        } else {
            Likeness::Other
        }
    };
    let like: Vec<_> =
        persons.into_iter().map(|candidate| (candidate, likeness(&candidate.name))).collect();
    // Letters and accents may be kept apart or as one: that is no other name.
    if let Some((candidate, _)) = like.iter().find(|(_, likeness)| *likeness == Likeness::Same) {
        return CandidateMatch::Somebody(candidate);
    }
    let similar = |(candidate, likeness): &&(&Candidate, Likeness)| {
        *likeness == Likeness::Spelled || similar(&candidate.name, name)
    };
    // Who holds a role without being named may be the representative.
    let nobody = if organisation.unnamed().next().is_some() {
        CandidateMatch::Unknown
    } else {
        CandidateMatch::Nobody
    };
    like.iter().find(similar).map_or(nobody, |(candidate, _)| CandidateMatch::Similar(candidate))
}

pub(super) fn blank(text: &str) -> bool {
    text.trim().is_empty()
}

/// Two texts are the same but for case and white space, and there is something in them.
pub(super) fn same(one: &str, other: &str) -> bool {
    !blank(one) && lower(one).eq(lower(other))
}

/// First and last name are the same, and something between them is not.
fn similar(one: &str, other: &str) -> bool {
    let ends = |name: &'_ str| {
        let mut words = name.split_whitespace();
        let first = words.next()?.to_lowercase();
        words.next_back().map(|last| (first, last.to_lowercase()))
    };
    ends(one).is_some_and(|name| Some(name) == ends(other))
}

/// The letters with which the words of a name begin, a bit for each from a to z, in plain letters;
/// nothing when one of them is none of those.
fn initials(name: &str) -> Option<u32> {
    let parts =
        |c: char| c.is_whitespace() || matches!(c, '-' | '.' | ',' | '\u{2010}'..='\u{2015}');
    let first = |word: &str| word.chars().find(|c| c.is_alphanumeric());
    name.split(parts).filter_map(first).try_fold(0, |found, letter| {
        let plain = match letter {
            'a'..='z' => letter,
            'A'..='Z' => letter.to_ascii_lowercase(),
            'å' | 'Å' | 'æ' | 'Æ' | 'ä' | 'Ä' | 'á' | 'Á' => 'a',
            'ø' | 'Ø' | 'ö' | 'Ö' | 'ó' | 'Ó' => 'o',
            'é' | 'É' => 'e',
            'ü' | 'Ü' => 'u',
            _ => return None,
        };
        Some(found | 1 << (u32::from(plain) - u32::from('a')))
    })
}

/// False when two names are certainly not one in two spellings, told without comparing them: of two
/// such names one has the initials of the other, and more where the other leaves something out.
fn may_be_like(one: Option<u32>, other: Option<u32>) -> bool {
    let (Some(one), Some(other)) = (one, other) else { return true };
    one & !other == 0 || other & !one == 0
}

fn lower(text: &str) -> impl Iterator<Item = char> + '_ {
    text.split_whitespace()
        .flat_map(|word| std::iter::once(' ').chain(word.chars().flat_map(char::to_lowercase)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn word() -> impl Strategy<Value = String> {
        prop::sample::select(vec![
            "Anne",
            "Anne-Marie",
            "Annemarie",
            "Marie",
            "Åse",
            "Aase",
            "A\u{30a}se",
            "Ågård",
            "Aagaard",
            "Søren",
            "Soeren",
            "Østergård",
            "O'Neill",
            "Oneill",
            "de",
            "la",
            "Cour",
            "Delacour",
            "M.",
            "Krogh,",
            "Ærø",
            "Łukasz",
            "Þór",
            "Éva",
            "李",
            "ß",
        ])
        .prop_map(str::to_owned)
    }

    proptest! {
        /// The quick look never hides a name from the thorough one.
        #[test]
        fn names_that_are_alike_have_initials_that_allow_it(
            one in prop::collection::vec(word(), 1..4),
            other in prop::collection::vec(word(), 1..4),
        ) {
            let (one, other) = (one.join(" "), other.join(" "));
            prop_assert!(may_be_like(initials(&one), initials(&other)) || Likeness::of(&one, &other) == Likeness::Other, "{one} / {other}");
        }
    }
}
