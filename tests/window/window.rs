//! Tilslut in its window, as a person at the keyboard has it.

use crate::answers::Answers;
use crate::driver::{Driver, free_port};
use crate::session::{self, Session};
use serde_json::{Value, json};
use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};
use std::process::Command;

/// Tilslut in its window.
pub struct Window {
    pub driver: Driver,
    pictures: PathBuf,
    surroundings: Vec<(String, OsString)>,
}

impl Window {
    pub async fn open(pictures: &Path) -> Self {
        Self::open_with(pictures, &[], &[]).await
    }

    /// Opens the window with words on the command line, and with other surroundings than the
    /// session's. Without words practice is chosen at the very first start.
    pub async fn open_with(
        pictures: &Path,
        words: &[&str],
        surroundings: &[(&str, &OsStr)],
    ) -> Self {
        let window = Self::start(pictures, words, surroundings).await;
        if words.is_empty() {
            window.practise().await;
        }
        window
    }

    /// Opens the window, and leaves the person at whatever it shows first.
    pub async fn start(pictures: &Path, words: &[&str], surroundings: &[(&str, &OsStr)]) -> Self {
        let port = free_port();
        let mut program = Command::new("WebKitWebDriver");
        program.args([format!("--port={port}"), "--host=127.0.0.1".to_owned()]);
        // Tauri lets itself be driven only when it is asked to in this way.
        program.envs([("TAURI_AUTOMATION", "true"), ("TAURI_WEBVIEW_AUTOMATION", "true")]);
        program.envs(surroundings.iter().copied());
        let binary = env!("CARGO_BIN_EXE_tilslut");
        let driver = Driver::start(
            program,
            port,
            serde_json::json!({ "webkitgtk:browserOptions": { "binary": binary, "args": words } }),
        )
        .await;
        let surroundings = surroundings.iter();
        let surroundings = surroundings.map(|(name, it)| ((*name).to_owned(), (*it).to_owned()));
        Self { driver, pictures: pictures.to_owned(), surroundings: surroundings.collect() }
    }

    /// Closes the window with the cross in its corner, and opens it another time.
    pub async fn closed_and_opened(self, session: &Session) -> Self {
        session.close_window();
        session::wait_for("the window to close", || !session.shows_window()).await;
        self.opened_again().await
    }

    /// Kills the program as a power cut would, and opens it another time.
    pub async fn killed_and_opened(mut self) -> Self {
        self.driver.kill();
        self.opened_again().await
    }

    async fn opened_again(self) -> Self {
        let Self { driver, pictures, surroundings } = self;
        drop(driver);
        let surroundings: Vec<_> =
            surroundings.iter().map(|(name, it)| (name.as_str(), it.as_os_str())).collect();
        Self::start(&pictures, &[], &surroundings).await
    }

    /// Asks the core, as the page does.
    async fn ask(&self, command: &str, told: Value) -> Value {
        let script = "const [command, told, done] = arguments;
            window.__TAURI_INTERNALS__.invoke(command, told).then(done, (why) => done({ why: String(why) }));";
        let arguments = vec![command.into(), told];
        self.driver.page.execute_async(script, arguments).await.expect("the core answers")
    }

    /// Begins a case and gives it these answers without typing them; then the page of a part.
    pub async fn begin_with(&self, answers: &Answers, part: &str) {
        self.act("begin").await;
        self.page("need").await;
        let begun = self.ask("view", json!({})).await;
        let case = begun["case"]["id"].as_str().expect("a case");
        for answers in answers.pages() {
            let intent = json!({ "is": "answer", "answers": answers });
            let intent = json!({ "is": "case", "case": case, "intent": intent });
            self.ask("send", json!({ "intent": intent })).await;
        }
        self.act("go-case").await;
        self.page("tasks").await;
        self.act(&format!("edit-{part}")).await;
        self.page(part).await;
    }

    /// What can be done stands on one line in the window's first size, the main button last.
    pub async fn has_one_bar(&self) {
        let script = "return [...document.querySelectorAll('.actions button')]
            .map((button) => Math.round(button.getBoundingClientRect().top))";
        let tops = self.driver.page.execute(script, vec![]).await.expect("the page is measured");
        let tops = tops.as_array().expect("a list");
        assert!(tops.iter().all(|top| Some(top) == tops.first()), "{tops:?}");
    }

    /// Accepts the terms that were opened, and goes on to the page that shows every answer.
    pub async fn accept_and_check(&self) {
        self.driver.tick("terms-accepted").await;
        self.go_on_to_check().await;
    }

    /// From the terms to the page that shows every answer.
    pub async fn go_on_to_check(&self) {
        self.act("continue").await;
        self.page("administrators").await;
        self.act("continue").await;
        self.page("check").await;
        self.has_one_bar().await;
    }

    /// At the very first start of an installation practice is chosen.
    async fn practise(&self) {
        let main = self.driver.find("main[data-page]:not([data-page='opening'])").await;
        if main.attr("data-page").await.unwrap().as_deref() == Some("chooseEnvironment") {
            self.picture("choose-environment");
            self.act("practice").await;
        }
    }

    pub async fn page(&self, name: &str) {
        self.driver.find(&format!("main[data-page='{name}']")).await;
    }

    pub async fn act(&self, act: &str) {
        self.driver.click(&format!("[data-act='{act}']")).await;
    }

    pub fn picture(&self, name: &str) {
        session::photograph(&self.pictures.join(format!("{name}.png")));
    }

    /// Waits for the problem with this code.
    pub async fn problem(&self, code: &str) {
        self.driver.find(&format!("[data-problem='{code}']")).await;
    }

    /// Waits for words on the page.
    pub async fn says(&self, words: &str) {
        self.driver.reads(words).await;
    }

    /// Chooses a hand-over file to open.
    pub async fn choose_hand_over(&self, session: &Session, file: &Path) {
        self.act("go-cases").await;
        self.act("go-openHandOver").await;
        self.page("openHandOver").await;
        self.act("handOver-choose").await;
        session.answer_file_dialog(file).await;
    }

    /// Fills in everything up to the check page, looking at each page on the way.
    pub async fn prepare(&self, session: &Session, cvr: &str, role: &str) {
        let d = &self.driver;
        // The reporter's pictures do not take the place of the representative's.
        let picture = |name: &str| {
            self.picture(&if role == "reporter" {
                format!("{name}-reporter")
            } else {
                name.to_owned()
            })
        };
        self.act("begin").await;
        self.page("need").await;
        d.tick("need-people-one").await;
        d.tick("need-kind-soleProprietor").await;
        d.find("[data-outcome='ownerAlone']").await;
        picture("need-not-needed");
        d.tick("need-people-several").await;
        d.find("[data-outcome='severalPeople']").await;
        picture("need");
        self.act("continue").await;
        self.page("organisation").await;
        d.fill("cvr", cvr).await;
        d.tick(&format!("role-{role}")).await;
        if role == "reporter" {
            d.fill("reporter-name", "Jens Aagaard Holm").await;
            d.fill("reporter-organisation", "Holm & Bjerre Revision ApS").await;
            d.fill("reporter-email", "jens@holmbjerre.example").await;
        }
        d.find("[data-cvr]").await;
        picture("organisation");
        self.act("continue").await;
        self.page("representative").await;
        self.act("choose-0").await;
        d.fill("representative-email", "mette@nordlystomrer.example").await;
        d.tick("representative-hasMitid-yes").await;
        picture("representative");
        self.act("continue").await;
        self.page("terms").await;
        self.act("openTerms").await;
        session.read_terms().await;
        if role == "representative" {
            d.tick("terms-accepted").await;
        }
        picture("terms");
        self.act("continue").await;
        self.page("administrators").await;
        d.tick("administrators-representativeToo").await;
        for (field, text) in [("day", "14"), ("month", "3"), ("year", "1981")] {
            d.fill(&format!("representative-born-{field}"), text).await;
        }
        d.tick("representative-hasCpr-yes").await;
        self.act("addAdministrator").await;
        d.fill("administrators-0-name", "Søren Thorup Winther").await;
        d.fill("administrators-0-email", "soren@nordlystomrer.example").await;
        for (field, text) in [("day", "31"), ("month", "11"), ("year", "1987")] {
            d.fill(&format!("administrators-0-born-{field}"), text).await;
        }
        d.tick("administrators-0-hasCpr-yes").await;
        d.tick("administrators-0-hasMitid-yes").await;
        self.act("continue").await;
        d.find(".alert-error").await;
        picture("administrators-wrong");
        assert!(d.page.title().await.expect("the page has a title").starts_with("Fejl: "));
        d.fill("administrators-0-born-day", "30").await;
        picture("administrators");
        self.act("continue").await;
        self.page("check").await;
        picture("check");
    }
}
