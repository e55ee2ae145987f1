//! The words of the answers that are this program's own, in both languages. What is wrong with a
//! case is said by the rules, and problems are named by the catalogue that the window uses too.

mod papers;
mod refused;

use crate::output::plain;
use crate::preflight::Expected;
use casefile::error::Position;
use casefile::{LIMIT, Unreadable};
use domain::Language;
use domain::preflight::{InFavour, Verdict};
use domain::rules::{Automatic, Consequence, PrivateMitid, Severity};
use jiff::civil::Weekday;
use serde::Serialize;

/// The words of one language.
pub struct Words {
    /// Which.
    pub language: Language,
    /// Of a CVR number.
    pub valid: &'static str,
    /// Of a CVR number.
    pub not_valid: &'static str,
    /// The date by the early calendar.
    pub early: &'static str,
    /// The date by the conservative calendar, which is the later one.
    pub conservative: &'static str,
    /// Before the days that did not count.
    pub skipped: &'static str,
    /// After a day that only one calendar skips.
    pub only_conservative: &'static str,
    /// Counting leads out of the calendar.
    pub beyond_calendar: &'static str,
    /// Before the form of organisation.
    pub form: &'static str,
    /// Who may be management representative.
    pub representative: &'static str,
    /// Before who that is, when no authority has said it.
    pub normally: &'static str,
    /// Is the tie verified automatically?
    pub automatic_question: &'static str,
    /// Can "MitID privat til erhverv" be enough?
    pub private_mitid_question: &'static str,
    /// Before the documents that are asked for when it is not automatic.
    pub documents_otherwise: &'static str,
    /// Before the state.
    pub state: &'static str,
    /// Before who may conclude the agreement again.
    pub re_entry_by: &'static str,
    /// Before the signing rule.
    pub signing_rule: &'static str,
    /// Before the candidates.
    pub candidates: &'static str,
    /// Instead of candidates, when the register names nobody.
    pub no_candidates: &'static str,
    /// Instead of candidates, when the answer does not tell them.
    pub candidates_not_told: &'static str,
    /// Before the day on which a role began.
    pub since: &'static str,
    /// Of a candidate.
    pub without_cpr: &'static str,
    /// In the place of a name that the register does not tell.
    pub not_named: &'static str,
    /// Of a candidate who may be a person or an organisation.
    pub kind_unknown: &'static str,
    /// Of a candidate.
    pub not_a_person: &'static str,
    /// A case of practice.
    pub practice: &'static str,
    /// Before the day that counts as today.
    pub today: &'static str,
    /// Before the day of the rules.
    pub rules_as_of: &'static str,
    /// Before the checklist.
    pub documents: &'static str,
    /// Of a document.
    pub document_ready: &'static str,
    /// Of a document.
    pub document_missing: &'static str,
    /// Of a document that is not asked for.
    pub document_useful: &'static str,
    /// Before what is missing for the approval.
    pub before_approval: &'static str,
    /// Before the number of a line.
    pub line: &'static str,
    /// The result could not be written.
    pub not_written: &'static str,
    /// A file that may not be written over.
    pub already_there: &'static str,
    /// Before the level of evidence.
    pub evidence_level: &'static str,
    /// Before the control code.
    pub control_code: &'static str,
}

const DANISH: Words = Words {
    language: Language::Danish,
    valid: "er et gyldigt CVR-nummer",
    not_valid: "er ikke et gyldigt CVR-nummer",
    early: "Tidlig dato",
    conservative: "Sen dato",
    skipped: "Dage, der ikke tæller med:",
    only_conservative: " (kun i den sene dato)",
    beyond_calendar: "Kalenderen kender kun årene 1990 til 2099",
    form: "Virksomhedsform",
    representative: "Ledelsesrepræsentant",
    normally: "som regel ",
    automatic_question: "Automatisk bekræftelse",
    private_mitid_question: "MitID privat til erhverv",
    documents_otherwise: "Dokumentation ellers",
    state: "Status",
    re_entry_by: "Aftalen kan indgås igen af",
    signing_rule: "Tegningsregel",
    candidates: "Kandidater til ledelsesrepræsentant:",
    no_candidates: "Kandidater til ledelsesrepræsentant: registret nævner ingen",
    candidates_not_told: "Kandidater til ledelsesrepræsentant: svaret fortæller ikke, hvem der er i ledelsen",
    since: "siden",
    not_named: "Registret siger ikke hvem",
    kind_unknown: "Registret siger ikke, om det er en person eller en virksomhed: forvent, at der skal dokumentation til",
    without_cpr: "Registreret uden CPR-nummer: forvent, at der skal dokumentation til",
    not_a_person: "En organisation, ikke en person: forvent, at der skal dokumentation til",
    practice: "PRØVE: sagen er fra prøvemiljøet",
    today: "Opgjort pr.",
    rules_as_of: "Reglerne er sammenlignet med kilderne",
    documents: "Dokumenter",
    document_ready: "klar",
    document_missing: "mangler",
    document_useful: "kan hjælpe",
    before_approval: "Før sagen kan godkendes",
    line: "linje",
    not_written: "Resultatet kunne ikke skrives",
    already_there: "filen findes allerede; --force skriver over den",
    evidence_level: "Bevisniveau",
    control_code: "kontrolkode",
};

const ENGLISH: Words = Words {
    language: Language::English,
    valid: "is a valid CVR number",
    not_valid: "is not a valid CVR number",
    early: "Early date",
    conservative: "Conservative date",
    skipped: "Days that do not count:",
    only_conservative: " (in the conservative date only)",
    beyond_calendar: "The calendar knows the years 1990 to 2099 only",
    form: "Form",
    representative: "Management representative",
    normally: "normally ",
    automatic_question: "Verified automatically",
    private_mitid_question: "MitID private for business",
    documents_otherwise: "Documents otherwise",
    state: "State",
    re_entry_by: "The agreement may be concluded again by",
    signing_rule: "Signing rule",
    candidates: "Candidates for management representative:",
    no_candidates: "Candidates for management representative: the register names nobody",
    candidates_not_told: "Candidates for management representative: the answer does not tell who is in the management",
    since: "since",
    not_named: "The register does not tell who",
    kind_unknown: "The register does not tell whether this is a person or an organisation: expect that documents are needed",
    without_cpr: "Registered without a CPR number: expect that documents are needed",
    not_a_person: "An organisation, not a person: expect that documents are needed",
    practice: "PRØVE (practice): the case is from the practice environment",
    today: "As of",
    rules_as_of: "The rules were compared with their sources on",
    documents: "Documents",
    document_ready: "ready",
    document_missing: "missing",
    document_useful: "can help",
    before_approval: "Before the case can be approved",
    line: "line",
    not_written: "The result could not be written",
    already_there: "the file is there already; --force writes over it",
    evidence_level: "Evidence level",
    control_code: "control code",
};

impl Words {
    /// The words of a language.
    pub fn of(language: Language) -> &'static Self {
        match language {
            Language::Danish => &DANISH,
            Language::English => &ENGLISH,
        }
    }
}

/// What a candidate's best role is worth.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Worth {
    /// The person is normally verified automatically.
    Automatic,
    /// The person may be management representative, with documents.
    ByDocuments,
    /// The person may conclude the agreement of an organisation that is being dissolved.
    ReEntry,
    /// The person cannot act as long as the organisation is what its state says.
    Blocked,
    /// The role represents nobody in this form of organisation.
    Nothing,
}

impl Words {
    /// One of two texts.
    pub fn either(&self, danish: &'static str, english: &'static str) -> &'static str {
        match self.language {
            Language::Danish => danish,
            Language::English => english,
        }
    }

    /// Why a file, or one line of a file, is no case. Nothing of what somebody wrote is repeated
    /// but the names of members.
    pub fn unreadable(&self, why: &Unreadable, one_line: bool) -> String {
        let place = |place: &Position| match (self.language, one_line) {
            (Language::Danish, true) => format!("tegn {}", place.column),
            (Language::Danish, false) => format!("linje {}, tegn {}", place.line, place.column),
            (Language::English, true) => format!("column {}", place.column),
            (Language::English, false) => place.to_string(),
        };
        // A member's name is somebody's text too: nothing in it moves the cursor of a terminal.
        let named = |member: &str| {
            if member.is_empty() { String::new() } else { format!("{}: ", plain(member)) }
        };
        match why {
            Unreadable::TooLarge => {
                format!(
                    "{} {LIMIT} {}",
                    self.either("sagen er større end", "the case is larger than"),
                    self.either("byte", "bytes")
                )
            }
            Unreadable::NotText(why) => self.not_text(*why).to_owned(),
            Unreadable::NotJson { place: at } => {
                format!("{} ({})", self.either("det er ikke JSON", "it is not JSON"), place(at))
            }
            Unreadable::NotACase { member, what, place: at } => format!(
                "{}: {}{} ({})",
                self.either(
                    "det er ikke en sag, som docs/case.schema.json beskriver den",
                    "it is not a case as docs/case.schema.json describes it"
                ),
                named(member),
                plain(&self.wrong(what)),
                place(at)
            ),
            Unreadable::Cpr { member, place: at } => {
                format!("{}{} ({})", named(member), self.looks_like_cpr(), place(at))
            }
        }
    }

    /// Is the tie verified automatically?
    pub fn automatic(&self, automatic: Automatic) -> &'static str {
        match automatic {
            Automatic::Yes => self.either(
                "normalt ja, når personen står i CVR med CPR-nummer",
                "normally yes, when the person is in CVR with a CPR number",
            ),
            Automatic::Usually => self.either(
                "som regel, når personen står i CVR med CPR-nummer",
                "usually, when the person is in CVR with a CPR number",
            ),
            Automatic::IfRegistered => self.either(
                "kun når netop den person er registreret i CVR",
                "only when that very person is registered in CVR",
            ),
            Automatic::Doubtful => self.either(
                "tvivlsomt: forvent, at der skal dokumentation til",
                "doubtful: expect that documents are needed",
            ),
            Automatic::No => {
                self.either("nej, der skal dokumentation til", "no, documents are needed")
            }
            Automatic::NotYet => self.either(
                "organisationen kan som regel ikke tilsluttes endnu",
                "the organisation can as a rule not be connected yet",
            ),
        }
    }

    /// Can "MitID privat til erhverv" be enough for one person?
    pub fn private_mitid(&self, enough: PrivateMitid) -> &'static str {
        match enough {
            PrivateMitid::Yes => self.either(
                "er nok, når kun ejeren handler digitalt",
                "is enough when only the owner acts digitally",
            ),
            PrivateMitid::IfSignsAlone => self.either(
                "er nok, når kun én person handler digitalt og må tegne alene",
                "is enough when only one person acts digitally and may sign alone",
            ),
            PrivateMitid::IfRegistered => self.either(
                "er nok, når kun en registreret foreningsrepræsentant handler digitalt",
                "is enough when only a registered association representative acts digitally",
            ),
            PrivateMitid::No => self.either(
                "nævnes ikke for denne virksomhedsform",
                "is not mentioned for this form of organisation",
            ),
        }
    }

    /// What a state means for the connection.
    pub fn consequence(&self, consequence: Consequence) -> &'static str {
        match consequence {
            Consequence::Connect => {
                self.either("Organisationen kan tilsluttes", "The organisation can be connected")
            }
            Consequence::Warn => self.either(
                "Det er usikkert, om organisationen kan tilsluttes",
                "Whether the organisation can be connected is uncertain",
            ),
            Consequence::Blocked => self.either(
                "Organisationen er spærret i MitID Erhverv",
                "The organisation is blocked in MitID Erhverv",
            ),
            Consequence::Stop => self.either(
                "Organisationen kan som regel ikke tilsluttes",
                "The organisation can as a rule not be connected",
            ),
        }
    }

    /// Whether the connection is likely to go through.
    pub fn verdict(&self, verdict: Verdict) -> &'static str {
        match verdict {
            Verdict::Open => self.either(
                "Der mangler svar, før udsigten kan vurderes",
                "Answers are missing before the outlook can be told",
            ),
            Verdict::Automatic => {
                self.either("Kan tilsluttes automatisk", "Can be connected automatically")
            }
            Verdict::Documents => self.either("Kræver dokumentation", "Needs documents"),
            Verdict::Impossible => self.either("Kan ikke tilsluttes", "Cannot be connected"),
            Verdict::NotNeeded => self.either(
                "Tilslutning er ikke nødvendig: MitID privat til erhverv er nok",
                "No connection is needed: MitID private for business is enough",
            ),
        }
    }

    /// How much findings matter.
    pub fn severity(&self, severity: Severity) -> &'static str {
        match severity {
            Severity::Stops => self.either("Stopper tilslutningen", "Stops the connection"),
            Severity::Documents => self.either("Kræver dokumentation", "Needs documents"),
            Severity::Warning => {
                self.either("Kan gå galt eller tage længere tid", "May go wrong or take longer")
            }
            Severity::Advice => self.either("Godt at vide", "Good to know"),
        }
    }

    /// What holds in favour.
    pub fn in_favour(&self, fact: &InFavour) -> &'static str {
        match fact {
            InFavour::OrganisationActive => {
                self.either("organisationen er aktiv", "the organisation is active")
            }
            InFavour::FormAutomatic => self.either(
                "virksomhedsformen bekræftes normalt automatisk",
                "the form of organisation is normally verified automatically",
            ),
            InFavour::RepresentativeListed { .. } => self.either(
                "ledelsesrepræsentanten står i CVR",
                "the management representative is in CVR",
            ),
            InFavour::RepresentativeHasMitid => self.either(
                "ledelsesrepræsentanten har privat MitID",
                "the management representative has private MitID",
            ),
            InFavour::AdministratorsReady => {
                self.either("administratorerne er klar", "the administrators are ready")
            }
            InFavour::SeveralAdministrators => {
                self.either("der er flere administratorer", "there are several administrators")
            }
        }
    }

    /// When an answer can be expected to a case that is sent with its documents in order.
    pub fn expected(&self, expected: &Expected) -> String {
        let Expected { sent, early, conservative } = expected;
        let (sent, early, late) = (sent.0, early.0, conservative.0);
        match self.language {
            Language::Danish => {
                format!(
                    "Sendes sagen {sent} med dokumentationen i orden, er svaret forventet senest {late} (tidlig dato: {early})"
                )
            }
            Language::English => {
                format!(
                    "Sent on {sent} with its documents in order, the case is expected to be answered by {late} (early date: {early})"
                )
            }
        }
    }

    /// What of a register's answer was not kept.
    pub fn left_out(&self, left: domain::organisation::LeftOut) -> String {
        use domain::organisation::{Part, WhyLeftOut};
        let part = match left.part {
            Part::Name => self.either("navnet", "the name"),
            Part::Address => self.either("adressen", "the address"),
            Part::Form => self.either("virksomhedsformen", "the form of organisation"),
            Part::Status => self.either("statussen", "the status"),
            Part::Participants => self.either("deltagerne", "the participants"),
            Part::SigningRule => self.either("tegningsreglen", "the signing rule"),
        };
        match left.why {
            WhyLeftOut::Unreadable => {
                format!(
                    "{} {part}",
                    self.either(
                        "Noget i registrets svar kunne ikke læses og er udeladt:",
                        "Some of the answer could not be read and is left out:"
                    )
                )
            }
            WhyLeftOut::PersonalNumber => {
                format!(
                    "{} {part}",
                    self.either(
                        "Et tal, der kan være et CPR-nummer, er udeladt af",
                        "A number that may be a CPR number is left out of"
                    )
                )
            }
        }
    }

    /// What a candidate's role is worth.
    pub fn worth(&self, worth: Worth) -> &'static str {
        match worth {
            Worth::Automatic => {
                self.either("bekræftes normalt automatisk", "is normally verified automatically")
            }
            Worth::ByDocuments => {
                self.either("kan repræsentere med dokumentation", "may represent, with documents")
            }
            Worth::ReEntry => self.either(
                "kan indgå aftalen igen med dokumentation for udpegningen",
                "may conclude the agreement again, with proof of the appointment",
            ),
            Worth::Blocked => self.either(
                "kan ikke indgå aftalen, så længe organisationen har denne status",
                "cannot conclude the agreement as long as the organisation is in this state",
            ),
            Worth::Nothing => self.either(
                "rollen er ikke nok i denne virksomhedsform",
                "the role is not enough in this form of organisation",
            ),
        }
    }
}

/// A day of the week, named.
pub trait DayName {
    /// Its name.
    fn named(self, language: Language) -> &'static str;
}

impl DayName for Weekday {
    fn named(self, language: Language) -> &'static str {
        let [danish, english] = match self {
            Self::Monday => ["mandag", "Monday"],
            Self::Tuesday => ["tirsdag", "Tuesday"],
            Self::Wednesday => ["onsdag", "Wednesday"],
            Self::Thursday => ["torsdag", "Thursday"],
            Self::Friday => ["fredag", "Friday"],
            Self::Saturday => ["lørdag", "Saturday"],
            Self::Sunday => ["søndag", "Sunday"],
        };
        match language {
            Language::Danish => danish,
            Language::English => english,
        }
    }
}
