//! The way of a case from a reporter to the representative, as both walk it.

use super::running::Tilslut;
use super::steps::login;
use contract::pages::Login;
use contract::{CaseIntent, HandOverIntent, Intent, Navigation, Page, View};
use std::path::Path;

impl Tilslut {
    /// Hands a reporter's case over in a file there; the words that open it.
    pub fn hand_over(&self, case: &str, path: &Path) -> String {
        self.will_choose(path);
        self.go(Navigation::HandOver { case: case.into() });
        self.send(Intent::Case {
            case: case.into(),
            intent: CaseIntent::HandOver { logged_in: false },
        });
        let shown = path.display().to_string();
        let written = |view: &View| match &view.page {
            Page::HandOver { written: Some(written), .. } if written.path == shown => {
                Some(written.clone())
            }
            _ => None,
        };
        let view = self.wait("the hand-over file", |view| written(view).is_some());
        written(&view).unwrap().words.iter().map(|word| word.read()).collect::<Vec<_>>().join(" ")
    }

    /// Hands a reporter's case over after a login, and waits for its link.
    pub fn log_in_to_hand_over(&self, case: &str, path: &Path) -> Login {
        self.will_choose(path);
        self.go(Navigation::HandOver { case: case.into() });
        self.send(Intent::Case {
            case: case.into(),
            intent: CaseIntent::HandOver { logged_in: true },
        });
        let view = self.wait("the login link", |view| login(view).is_some());
        login(&view).unwrap().clone()
    }

    /// Chooses a hand-over file and types words; what comes of it is to be waited for.
    pub fn open_hand_over(&self, path: &Path, words: &str) {
        self.will_choose(path);
        self.go(Navigation::OpenHandOver);
        self.send(Intent::HandOver { intent: HandOverIntent::Choose });
        self.wait("the chosen file", |view| {
            matches!(&view.page, Page::OpenHandOver { file: Some(_), .. })
        });
        self.send(Intent::HandOver { intent: HandOverIntent::Open { words: words.into() } });
    }
}
