//! What a person does with the window beside the browser, and afterwards: goes from screen to
//! screen, takes a value along, states how it went, and brings in the e-mail that came.

use crate::dropping;
use crate::session::{self, Session};
use crate::window::Window;
use jiff::civil::Date;
use std::path::Path;

impl Window {
    /// Waits until the companion shows this screen.
    pub async fn screen(&self, screen: &str) {
        let stop = format!("[data-act='screen-{screen}'][aria-current='step']");
        self.driver.find(&stop).await;
    }

    /// Copies a value of the screen and answers with what then lies in the real clipboard, as the
    /// person would paste it.
    pub async fn copied(&self, value: &str) -> String {
        let shown = self.driver.text_of(&format!("[data-value='{value}'] .v")).await;
        let bare = |text: &str| text.replace(' ', "");
        let there = || arboard::Clipboard::new().and_then(|mut it| it.get_text()).ok();
        self.act(&format!("copy-{value}")).await;
        session::wait_for(value, || there().is_some_and(|text| bare(&text) == bare(&shown))).await;
        there().expect("it lies there still")
    }

    /// States how it went, on the day that the page suggests. Answers with that day.
    pub async fn state(&self, outcome: &str) -> Date {
        self.page("outcome").await;
        self.driver.tick(&format!("outcome-{outcome}")).await;
        let day = self.day("outcome-on").await;
        self.picture(&format!("outcome-{outcome}"));
        self.act("save-outcome").await;
        self.page("stated").await;
        day
    }

    /// The day that stands in three fields.
    async fn day(&self, fields: &str) -> Date {
        let mut numbers = [0_i16; 3];
        for (number, part) in numbers.iter_mut().zip(["year", "month", "day"]) {
            let field = self.driver.find(&format!("#{fields}-{part}")).await;
            let typed = field.prop("value").await.unwrap().expect("the field holds a number");
            *number = typed.parse().expect("the field holds a number");
        }
        let [year, month, day] = numbers;
        Date::new(year, month.try_into().unwrap(), day.try_into().unwrap()).unwrap()
    }

    /// Takes an e-mail from a file into the case, through the system's own dialog, and has its
    /// signature checked.
    pub async fn take_mail(&self, session: &Session, file: &Path, name: &str) {
        self.act("take-mail").await;
        self.page("mail").await;
        self.picture(&format!("{name}-how"));
        self.act("choose").await;
        session.answer_file_dialog(file).await;
        self.keep_mail(name).await;
    }

    /// Drops an e-mail on the page of the case, as a person drags it out of a folder, and has its
    /// signature checked.
    pub async fn drop_mail(&self, file: &Path, name: &str) {
        self.page("stated").await;
        dropping::drop_on_window(file).await;
        self.page("mail").await;
        self.keep_mail(name).await;
    }

    async fn keep_mail(&self, name: &str) {
        self.act("check").await;
        self.driver.find("[data-worth='signed'][data-belonging='belongs']").await;
        self.picture(name);
        self.act("keep").await;
        self.page("stated").await;
        self.driver.find("[data-part='kept-mails'] [data-act='show-mail']").await;
    }

    /// Opens the one case of the list, which is in this state.
    pub async fn open_case(&self, state: &str) {
        self.act("go-cases").await;
        self.page("cases").await;
        self.driver.click(&format!("tr[data-state='{state}'] [data-act='go-case']")).await;
    }
}
