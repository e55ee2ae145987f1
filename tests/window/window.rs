//! Tilslut in its window, as a person at the keyboard has it.

use crate::driver::{Driver, free_port};
use crate::session::{self, Session};
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Tilslut in its window.
pub struct Window {
    pub driver: Driver,
    pictures: PathBuf,
}

impl Window {
    pub async fn open(pictures: &Path) -> Self {
        Self::open_with(pictures, &[], &[]).await
    }

    /// Opens the window with words on the command line, and with other surroundings than the
    /// session's.
    pub async fn open_with(
        pictures: &Path,
        words: &[&str],
        surroundings: &[(&str, &OsStr)],
    ) -> Self {
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
        let window = Self { driver, pictures: pictures.to_owned() };
        if words.is_empty() {
            window.practise().await;
        }
        window
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
