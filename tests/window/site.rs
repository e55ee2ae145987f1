//! The practice site in a real Chromium, as a person uses it: what stands for the official flow when
//! that is rehearsed, screen by screen.

use crate::driver::Driver;
use crate::session::Session;
use std::path::{Path, PathBuf};

/// The practice site, in the browser that the application opened.
pub struct Site(Driver);

impl Site {
    /// Joins the browser and begins.
    pub async fn begin(session: &Session) -> Self {
        let site = Self(session.browser().await);
        site.0.reads("Prøve: dette er ikke MitID Erhverv").await;
        site.0.click("button[name='lang']").await;
        site.is_at("log-in").await;
        site
    }

    /// Waits for the screen of this name.
    pub async fn is_at(&self, screen: &str) {
        self.0.find(&form(screen)).await;
    }

    /// Logs in as one of practice's persons, or as anybody by name.
    pub async fn log_in(&self, name: &str) {
        self.write("log-in", "name", name).await;
        self.next("log-in").await;
    }

    pub async fn organisation(&self, cvr: &str) {
        self.write("organisation", "cvr", cvr).await;
        self.next("organisation").await;
    }

    pub async fn role(&self, role: &str) {
        self.0.click(&format!("button[name='role'][value='{role}']")).await;
    }

    pub async fn representative(&self, name: &str, email: &str) {
        self.write("representative", "name", name).await;
        self.write("representative", "email", email).await;
        self.next("representative").await;
    }

    pub async fn documents(&self, names: &str) {
        self.0.write(&format!("{} textarea", form("documents")), names).await;
        self.next("documents").await;
    }

    pub async fn accept_terms(&self) {
        self.0.click(&format!("{} input[name='accept']", form("terms"))).await;
        self.next("terms").await;
    }

    pub async fn administrator(&self, name: &str, email: &str, born: &str) {
        for (field, text) in [("name", name), ("email", email), ("born", born)] {
            self.write("administrators", field, text).await;
        }
        self.0.click(&format!("{} button[value='add']", form("administrators"))).await;
        self.0.reads(email).await;
    }

    /// Goes on from a screen by its main button.
    pub async fn next(&self, screen: &str) {
        self.0.click(&format!("{} button.yes", form(screen))).await;
    }

    /// Decides what case handling ends with: a published reason, or that all is in order.
    pub async fn decide(&self, reason: Option<&str>) {
        match reason {
            Some(rule) => self.0.click(&format!("button[name='rule'][value='{rule}']")).await,
            None => self.next("under-review").await,
        }
    }

    /// Waits for words on the page.
    pub async fn reads(&self, words: &str) {
        self.0.reads(words).await;
    }

    pub async fn picture(&self, file: &Path) {
        self.0.picture(file).await;
    }

    /// Downloads the e-mail that follows.
    pub async fn download(&self, session: &Session, name: &str) -> PathBuf {
        self.0.click("a[download]").await;
        session.downloaded(name).await
    }

    async fn write(&self, screen: &str, field: &str, text: &str) {
        self.0.write(&format!("{} input[name='{field}']", form(screen)), text).await;
    }
}

/// A form of the screen that is shown. A screen may have several, so what is wanted in it is named
/// after it.
fn form(screen: &str) -> String {
    format!("form:has(input[name='screen'][value='{screen}'])")
}
