//! What the rule book says of the status that a register tells of an organisation.

use super::{State, book};
use crate::Language;
use crate::organisation::{Organisation, Status};

impl Status {
    /// Reads CVR's composite status, spelled any way: what the rule book says of it
    /// ([`super::States`]).
    pub fn of(text: &str) -> Self {
        book().states.find(text).map_or(Self::Uncertain, State::status)
    }
}

impl Organisation {
    /// The form in words: CVR's own for who reads Danish, else our name of a form that is known.
    pub fn form_text(&self, language: Language) -> &str {
        let known = book().forms.all.iter().find(|form| form.code == self.form_code);
        match (language, known) {
            (Language::English, Some(form)) => &form.name.en,
            _ => &self.form,
        }
    }

    /// The status in words, as [`super::States::told`] has them.
    pub fn status_text(&self, language: Language) -> String {
        book().states.told(self.status, &self.status_text, language)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_status_is_told_in_words_and_an_unknown_word_as_it_is() {
        use crate::Language::{Danish, English};
        let told = |text: &str, language| book().states.told(Status::of(text), text, language);
        for (text, da, en) in [
            ("UNDERKONKURS", "Under konkurs", "In bankruptcy"),
            ("Under konkurs", "Under konkurs", "In bankruptcy"),
            ("TVANGSOPLØST", "Tvangsopløst", "Compulsorily dissolved"),
            ("OPLØSTEFTERFUSION", "Opløst efter fusion", "Dissolved after a merger"),
            ("inaktiv", "Inaktiv", "Inactive"),
            ("NOGETNYT", "Ukendt status: »NOGETNYT«", "Unknown status: “NOGETNYT”"),
            (
                "UNDERNOGETNYT",
                "Under opløsning: »UNDERNOGETNYT«",
                "Being dissolved: “UNDERNOGETNYT”",
            ),
            ("", "", ""),
        ] {
            assert_eq!((told(text, Danish).as_str(), told(text, English).as_str()), (da, en));
        }
    }

    #[test]
    fn every_status_of_the_reference_is_placed() {
        for (texts, status) in [
            (&["AKTIV", "NORMAL", "Aktiv", " normal "][..], Status::Active),
            (
                &[
                    "UNDERKONKURS",
                    "Under konkurs",
                    "UNDERTVANGSOPLØSNING",
                    "UNDERREKONSTRUKTION",
                    "UNDERFRIVILLIGLIKVIDATION",
                    "UNDERREASSUMERING",
                    "UNDERREASUMMERING",
                    "UNDERREASUMERING",
                ],
                Status::Dissolving,
            ),
            (
                &[
                    "TVANGSOPLØST",
                    "OPLØSTEFTERKONKURS",
                    "OPHØRT",
                    "Ophørt",
                    "OPLØST",
                    "OPLØSTEFTERERKLÆRING",
                    "OPLØSTEFTERFRIVILLIGLIKVIDATION",
                    "OPLØSTEFTERFUSION",
                    "OPLØSTEFTERGRÆNSEOVERSKRIDENDEFUSION",
                    "OPLØSTEFTERSPALTNING",
                    "SLETTET",
                    "inaktiv",
                ],
                Status::Ceased,
            ),
            (&["FREMTID", "UDENRETSVIRKNING", "", "noget nyt"], Status::Uncertain),
        ] {
            for text in texts {
                assert_eq!(Status::of(text), status, "{text}");
            }
        }
    }
}
