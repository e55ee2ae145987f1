//! One visit to the practice site: what has been answered so far, and which screen that leads to.
//! The screen is always the first that still lacks an answer, so going back is taking the last
//! answer away. Which screens there are is what is known of the official site (`domain.md` §1.3);
//! their words are practice's own.

use crate::entry::Entry;
use crate::organisations::{Organisation, Registered, organisations};
use crate::persons::persons;
use crate::words::Words;
use domain::Language;
use domain::cvr::CvrNumber;
use domain::person::{BirthDate, EmailAddress, PersonName, TypedDate};
use domain::rules::book;
use jiff::civil::Date;
use std::collections::HashMap;

/// Who a person is in the organisation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Role {
    Reporter,
    Representative,
}

/// A person whom a reporter or a representative has named.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Named {
    pub(crate) name: PersonName,
    pub(crate) email: EmailAddress,
}

/// Somebody who is to be an organisation administrator.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Administrator {
    pub(crate) named: Named,
    pub(crate) born: BirthDate,
}

/// Where a visit is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Screen {
    LogIn,
    Organisation,
    Role,
    Representative,
    Documents,
    Terms,
    Administrators,
    Summary,
    /// A reporter has sent it to the representative.
    Waiting,
    /// A person at MitID Erhverv would look at the documents.
    UnderReview,
    /// The agreement is made.
    Concluded,
    /// The documents were not accepted.
    Rejected,
}

/// What case handling ends with. In practice the person chooses it.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Decision {
    Accepted,
    /// With the id of the rule that was broken.
    Rejected(String),
}

/// What has been answered so far.
#[derive(Debug, Clone)]
pub(crate) struct Visit {
    pub(crate) language: Language,
    /// The name of whoever logged in.
    pub(crate) person: Option<String>,
    pub(crate) organisation: Option<&'static Organisation>,
    pub(crate) role: Option<Role>,
    /// Named by the reporter; a representative who starts alone is the person who logged in.
    pub(crate) representative: Option<Named>,
    /// Names of files. Practice takes none.
    pub(crate) documents: Vec<String>,
    /// A reporter has prepared it, and the representative only accepts.
    pub(crate) is_prepared: bool,
    pub(crate) administrators: Vec<Administrator>,
    terms_accepted: bool,
    administrators_done: bool,
    sent: bool,
    decision: Option<Decision>,
}

/// What a form holds, by the names of its fields.
pub(crate) type Fields = HashMap<String, String>;

impl Visit {
    /// A visit of which nothing is known.
    pub(crate) fn new(language: Language) -> Self {
        Self {
            language,
            person: None,
            organisation: None,
            role: None,
            representative: None,
            documents: Vec::new(),
            is_prepared: false,
            administrators: Vec::new(),
            terms_accepted: false,
            administrators_done: false,
            sent: false,
            decision: None,
        }
    }

    /// The first screen that still lacks an answer.
    pub(crate) fn screen(&self) -> Screen {
        match self.decision {
            Some(Decision::Accepted) => return Screen::Concluded,
            Some(Decision::Rejected(_)) => return Screen::Rejected,
            None => {}
        }
        if self.person.is_none() {
            return Screen::LogIn;
        }
        if self.organisation.is_none() {
            return Screen::Organisation;
        }
        let Some(role) = self.role else { return Screen::Role };
        if self.sent {
            return match role {
                Role::Reporter => Screen::Waiting,
                Role::Representative if self.needs_documents() => Screen::UnderReview,
                Role::Representative => Screen::Concluded,
            };
        }
        if role == Role::Reporter && self.representative.is_none() {
            return Screen::Representative;
        }
        if self.needs_documents() && self.documents.is_empty() {
            return Screen::Documents;
        }
        if role == Role::Representative && !self.terms_accepted {
            return Screen::Terms;
        }
        if self.administrators_done { Screen::Summary } else { Screen::Administrators }
    }

    /// The representative: as the reporter named them, or whoever logged in as one.
    pub(crate) fn representative_name(&self) -> &str {
        match (&self.representative, &self.person) {
            (Some(named), _) => named.name.as_str(),
            (None, Some(person)) => person,
            (None, None) => "",
        }
    }

    /// True when the register does not say that the representative may represent the organisation.
    pub(crate) fn needs_documents(&self) -> bool {
        let Some(organisation) = self.organisation else { return false };
        !organisation.signatories().any(|name| name == self.representative_name())
    }

    /// Why it was rejected: the id of a rule of the rule book.
    pub(crate) fn rejected_for(&self) -> Option<&str> {
        match &self.decision {
            Some(Decision::Rejected(rule)) => Some(rule),
            Some(Decision::Accepted) | None => None,
        }
    }

    /// Takes in what a form of the current screen says.
    ///
    /// # Errors
    /// What the person is to do otherwise; then nothing has changed.
    pub(crate) fn answer(&mut self, fields: &Fields, today: Date) -> Result<(), Words> {
        let text = |name: &str| fields.get(name).map(String::as_str).unwrap_or_default();
        match self.screen() {
            Screen::LogIn => {
                let person = persons().iter().find(|person| person.id == text("person"));
                let name = match person {
                    Some(person) => person.name.to_owned(),
                    None => name(text("name"))?.as_str().to_owned(),
                };
                if self.is_prepared && name != self.representative_name() {
                    return Err(Words::new(
                        "Kun den ledelsesrepræsentant, som anmelderen har skrevet, kan godkende",
                        "Only the management representative whom the reporter named can approve",
                    ));
                }
                self.person = Some(name);
            }
            Screen::Organisation => self.organisation = Some(found(text("cvr"))?),
            Screen::Role => {
                self.role = Some(match text("role") {
                    "reporter" => Role::Reporter,
                    "representative" => Role::Representative,
                    _ => return Err(CHOOSE),
                });
            }
            Screen::Representative => {
                self.representative = Some(named(text("name"), text("email"))?);
            }
            Screen::Documents => {
                let lines = text("documents").lines().map(str::trim);
                let names: Vec<_> = lines.filter(|name| !name.is_empty()).collect();
                if names.is_empty() {
                    return Err(Words::new(
                        "Skriv navnet på mindst ét dokument",
                        "Write the name of at least one document",
                    ));
                }
                self.documents = names.into_iter().take(20).map(str::to_owned).collect();
            }
            Screen::Terms => {
                if text("accept") != "yes" {
                    return Err(Words::new(
                        "Sæt kryds, når du har læst vilkårene",
                        "Tick the box when you have read the terms",
                    ));
                }
                self.terms_accepted = true;
            }
            Screen::Administrators => self.administrators(fields, today)?,
            Screen::Summary => self.sent = true,
            Screen::Waiting => self.begin_as_representative(),
            Screen::UnderReview => {
                self.decision = Some(match (text("accept"), book().guide.reason(text("rule"))) {
                    ("yes", None) => Decision::Accepted,
                    (_, Some(reason)) => Decision::Rejected(reason.id.clone()),
                    _ => return Err(CHOOSE),
                });
            }
            Screen::Concluded | Screen::Rejected => {}
        }
        Ok(())
    }

    fn administrators(&mut self, fields: &Fields, today: Date) -> Result<(), Words> {
        let text = |name: &str| fields.get(name).map(String::as_str).unwrap_or_default();
        if let Ok(place) = text("remove").parse::<usize>() {
            if place < self.administrators.len() {
                self.administrators.remove(place);
            }
            return Ok(());
        }
        if text("act") == "next" {
            if self.administrators.is_empty() {
                return Err(Words::new(
                    "Tilføj mindst én organisationsadministrator",
                    "Add at least one organisation administrator",
                ));
            }
            self.administrators_done = true;
            return Ok(());
        }
        let mut day = text("born").split(['.', '-', '/', ' ']).filter(|part| !part.is_empty());
        let mut part = || day.next().unwrap_or_default().to_owned();
        let born = TypedDate { day: part(), month: part(), year: part() };
        let born = BirthDate::parse(&born, today).map_err(|_| {
            Words::new(
                "Skriv fødselsdatoen som dag, måned og år, fx 27-01-1969",
                "Write the date of birth as day, month and year, such as 27-01-1969",
            )
        })?;
        if self.administrators.len() >= 100 {
            return Err(Words::new("Prøven tager højst 100", "Practice takes at most 100"));
        }
        self.administrators
            .push(Administrator { named: named(text("name"), text("email"))?, born });
        Ok(())
    }

    /// The representative opens what the reporter sent, and only accepts it.
    fn begin_as_representative(&mut self) {
        self.person = None;
        self.role = Some(Role::Representative);
        self.is_prepared = true;
        self.sent = false;
        self.terms_accepted = false;
    }

    /// Takes the last answer away. What a reporter has prepared, and what was sent, stays.
    pub(crate) fn back(&mut self) {
        match self.screen() {
            Screen::Organisation => self.person = None,
            Screen::Role => self.organisation = None,
            Screen::Representative => self.role = None,
            Screen::Documents if self.role == Some(Role::Reporter) => self.representative = None,
            Screen::Documents => self.role = None,
            Screen::Terms if self.is_prepared => self.person = None,
            Screen::Terms if self.needs_documents() => self.documents.clear(),
            Screen::Terms => self.role = None,
            Screen::Administrators if self.role == Some(Role::Representative) => {
                self.terms_accepted = false;
            }
            Screen::Administrators if self.needs_documents() => self.documents.clear(),
            Screen::Administrators => self.representative = None,
            Screen::Summary if self.is_prepared => self.terms_accepted = false,
            Screen::Summary => self.administrators_done = false,
            Screen::LogIn
            | Screen::Waiting
            | Screen::UnderReview
            | Screen::Concluded
            | Screen::Rejected => {}
        }
    }
}

const CHOOSE: Words = Words::new("Vælg en af dem", "Choose one of them");

fn name(typed: &str) -> Result<PersonName, Words> {
    PersonName::parse(typed)
        .map_err(|_| Words::new("Skriv fornavn og efternavn", "Write first name and last name"))
}

fn named(typed: &str, email: &str) -> Result<Named, Words> {
    let name = name(typed)?;
    let email = EmailAddress::parse(email).map_err(|_| {
        Words::new(
            "Skriv en e-mailadresse, fx navn@firma.dk",
            "Write an e-mail address, such as name@company.dk",
        )
    })?;
    Ok(Named { name, email })
}

/// An organisation that can be connected.
fn found(typed: &str) -> Result<&'static Organisation, Words> {
    let cvr = CvrNumber::parse(typed)
        .map_err(|_| {
            Words::new("Skriv CVR-nummerets otte cifre", "Write the eight digits of the CVR number")
        })?
        .to_string();
    let organisation =
        organisations().iter().find(|organisation| organisation.cvr == cvr).ok_or(Words::new(
            "Prøvens register kender ikke nummeret",
            "The practice register does not know the number",
        ))?;
    match organisation.registered {
        Registered::As(Entry { ended: Some(_), .. }) => Err(Words::new(
            "Organisationen er ophørt og kan ikke tilsluttes",
            "The organisation has ceased and cannot be connected",
        )),
        _ => Ok(organisation),
    }
}
