//! The practice site, as a browser sees it: the way of a representative, the way of a reporter, and
//! each way in which it can end.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use domain::rules::book;
use practice::Practice;
use reqwest::{Client, StatusCode};

const METTE: (&str, &str) = ("person", "mette");
const NORDLYS: (&str, &str) = ("cvr", "13 74 81 36");
const SOEREN: [(&str, &str); 4] = [
    ("act", "add"),
    ("name", "Søren Thorup Winther"),
    ("email", "soren@nordlystomrer.example"),
    ("born", "27.01.1969"),
];

struct Visit {
    client: Client,
    address: String,
    screen: String,
    page: String,
    /// Stops with it.
    _practice: Practice,
}

impl Visit {
    async fn begin(language: &str) -> Self {
        let practice = Practice::start().await.unwrap();
        let client = Client::new();
        let answer = client.post(practice.site()).form(&[("lang", language)]).send().await.unwrap();
        let address = answer.url().to_string();
        let page = answer.text().await.unwrap();
        Self { client, address, screen: screen(&page), page, _practice: practice }
    }

    async fn send(&mut self, screen_name: &str, fields: &[(&str, &str)]) -> StatusCode {
        let fields = [&[("screen", screen_name)], fields].concat();
        let answer = self.client.post(&self.address).form(&fields).send().await.unwrap();
        let status = answer.status();
        self.page = answer.text().await.unwrap();
        self.screen = screen(&self.page);
        status
    }

    /// Answers the screen that it is at.
    async fn answer(&mut self, fields: &[(&str, &str)]) -> &str {
        let here = self.screen.clone();
        let status = self.send(&here, fields).await;
        assert_eq!(status, StatusCode::OK, "{here}: {}", self.page);
        &self.screen
    }

    async fn mail(&self) -> (StatusCode, String) {
        let answer = self.client.get(format!("{}/e-mail", self.address)).send().await.unwrap();
        (answer.status(), answer.text().await.unwrap())
    }
}

fn screen(page: &str) -> String {
    assert!(page.contains("<b>PRØVE</b>"), "{page}");
    // A screen on which nothing is asked any more is told by its heading.
    let (_, rest) = page
        .split_once("name=screen value=")
        .or_else(|| page.split_once("<h1>"))
        .expect("a screen");
    rest[..rest.find(['>', '<']).unwrap()].to_owned()
}

/// A representative whom the register does not name, up to the documents.
async fn by_documents() -> Visit {
    let mut visit = Visit::begin("da").await;
    visit.answer(&[("name", "Jens Aagaard Holm")]).await;
    visit.answer(&[NORDLYS]).await;
    assert_eq!(visit.answer(&[("role", "representative")]).await, "documents");
    visit.answer(&[("documents", "referat.pdf\r\n\r\nkørekort.jpg")]).await;
    visit.answer(&[("accept", "yes")]).await;
    visit.answer(&SOEREN).await;
    visit.answer(&[("act", "next")]).await;
    assert_eq!(visit.answer(&[]).await, "under-review");
    visit
}

#[tokio::test]
async fn a_representative_whom_the_register_names_concludes_at_once() {
    let mut visit = Visit::begin("da").await;
    assert_eq!(visit.answer(&[METTE]).await, "organisation");
    assert!(visit.page.contains("Nordlys Tømrer &amp; Snedker ApS"), "{}", visit.page);
    assert_eq!(visit.answer(&[NORDLYS]).await, "role");
    assert_eq!(visit.answer(&[("role", "representative")]).await, "terms");
    assert_eq!(visit.answer(&[("accept", "yes")]).await, "administrators");
    assert_eq!(visit.answer(&SOEREN).await, "administrators");
    assert_eq!(visit.answer(&[("act", "next")]).await, "summary");
    assert_eq!(visit.mail().await.0, StatusCode::NOT_FOUND, "nothing has been concluded");
    assert_eq!(visit.answer(&[]).await, "Tilslutningsaftalen er indgået");
    let (status, mail) = visit.mail().await;
    assert_eq!(status, StatusCode::OK);
    assert!(mail.starts_with("DKIM-Signature:") || mail.contains("\r\nDKIM-Signature:"), "{mail}");
}

#[tokio::test]
async fn a_reporter_prepares_and_only_the_named_representative_approves() {
    let mut visit = Visit::begin("en").await;
    visit.answer(&[("person", "jens")]).await;
    visit.answer(&[NORDLYS]).await;
    assert_eq!(visit.answer(&[("role", "reporter")]).await, "representative");
    visit
        .answer(&[("name", "Mette Lindegaard Krogh"), ("email", "mette@nordlystomrer.example")])
        .await;
    assert_eq!(visit.screen, "administrators", "the register names her, so no documents");
    visit.answer(&SOEREN).await;
    visit.answer(&[("act", "next")]).await;
    assert_eq!(visit.answer(&[]).await, "waiting");
    assert_eq!(visit.answer(&[]).await, "log-in");
    assert_eq!(visit.send("log-in", &[("person", "jens")]).await, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(visit.answer(&[METTE]).await, "terms");
    assert_eq!(visit.answer(&[("accept", "yes")]).await, "summary");
    assert!(visit.page.contains("Søren Thorup Winther"), "as the reporter chose: {}", visit.page);
    assert_eq!(visit.answer(&[]).await, "The connection agreement is concluded");
}

#[tokio::test]
async fn documents_are_accepted_or_rejected_for_each_published_reason() {
    let mut visit = by_documents().await;
    assert_eq!(
        visit.send("under-review", &[("rule", "none")]).await,
        StatusCode::UNPROCESSABLE_ENTITY
    );
    assert_eq!(visit.mail().await.0, StatusCode::NOT_FOUND, "no answer has come");
    assert_eq!(visit.answer(&[("accept", "yes")]).await, "Tilslutningsaftalen er indgået");
    for reason in &book().guide.reasons {
        let mut visit = by_documents().await;
        assert_eq!(visit.answer(&[("rule", &reason.id)]).await, "Ansøgningen er afvist");
        assert_eq!(visit.mail().await.0, StatusCode::OK, "{}", reason.id);
    }
}

#[tokio::test]
async fn what_is_wrong_is_said_in_place_and_changes_nothing() {
    let mut visit = Visit::begin("da").await;
    for (fields, next) in [
        (vec![("person", "nobody")], vec![METTE]),
        (vec![("cvr", "13748137")], vec![NORDLYS]),
        (vec![("role", "owner")], vec![("role", "representative")]),
        (vec![("accept", "")], vec![("accept", "yes")]),
        (vec![("act", "next")], SOEREN.to_vec()),
        (
            vec![("act", "add"), ("name", "Bo"), ("email", "bo"), ("born", "31-02-1980")],
            vec![("act", "next")],
        ),
    ] {
        let here = visit.screen.clone();
        assert_eq!(visit.send(&here, &fields).await, StatusCode::UNPROCESSABLE_ENTITY, "{here}");
        assert_eq!(visit.screen, here);
        assert!(visit.page.contains("role=alert"), "{}", visit.page);
        // What was typed in a field stands there still.
        for (name, value) in
            fields.iter().filter(|(name, _)| ["cvr", "email", "born"].contains(name))
        {
            assert!(visit.page.contains(&format!("value=\"{value}\"")), "{name}: {}", visit.page);
        }
        visit.answer(&next).await;
    }
    assert_eq!(visit.screen, "summary");
}

#[tokio::test]
async fn one_goes_back_screen_by_screen_and_an_old_page_answers_nothing() {
    let mut visit = Visit::begin("da").await;
    visit.answer(&[METTE]).await;
    visit.answer(&[NORDLYS]).await;
    visit.answer(&[("role", "representative")]).await;
    visit.answer(&[("accept", "yes")]).await;
    visit.send("organisation", &[("cvr", "00000000")]).await;
    assert_eq!(visit.screen, "administrators", "an answer to a screen that was left");
    for screen in ["terms", "role", "organisation", "log-in"] {
        assert_eq!(visit.answer(&[("act", "back")]).await, screen);
    }
}

#[tokio::test]
async fn a_visit_that_is_not_there_is_over() {
    let practice = Practice::start().await.unwrap();
    let answer = reqwest::get(format!("{}/nobody", practice.site())).await.unwrap();
    assert_eq!(answer.status(), StatusCode::GONE);
}
