//! The text that practice opens in the place of the official terms: its own, and it says so.

use crate::pages::{escape, page_under};
use crate::words::Words;
use axum::Router;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use domain::Language;
use domain::terms::CURRENT;
use std::fmt::Write as _;

/// The path on this host.
pub(crate) const PATH: &str = "/vilkaar";

/// The page, to be merged into the routes of this host.
pub(crate) fn routes() -> Router {
    Router::new().route(PATH, get(text))
}

/// In Danish, as the official text is, with the same in English below.
async fn text() -> Response {
    let heading = "Prøvens vilkår";
    let paragraphs = [
        Words::new(
            "Dette er ikke vilkårene for MitID Erhverv. Det er prøvens egen tekst, som åbnes i stedet for dem.",
            "These are not the terms of MitID Erhverv. This is practice’s own text, opened in their place.",
        ),
        Words::new(
            "I en rigtig tilslutning åbner Tilslut her den officielle tekst i din browser. Læs den, før du accepterer.",
            "In a live connection Tilslut opens the official text here in your browser. Read it before you accept.",
        ),
        Words::new(
            "Tilslut noterer kun, at teksten blev åbnet, og hvornår. Om du har læst den, ved kun du.",
            "Tilslut notes only that the text was opened, and when. Whether you have read it, only you know.",
        ),
        Words::new(
            "Du kan lukke fanen og gå tilbage til Tilslut.",
            "You can close the tab and go back to Tilslut.",
        ),
    ];
    let mut body = String::new();
    for (language, tag) in [(Language::Danish, "da"), (Language::English, "en")] {
        let _ = write!(body, "<section lang={tag}>");
        for paragraph in &paragraphs {
            let _ = write!(body, "<p>{}</p>", escape(paragraph.in_language(language)));
        }
        body.push_str("</section>");
    }
    let _ =
        write!(body, "<p>{}: <code>{}</code></p>", escape(CURRENT.title), escape(CURRENT.address));
    let band =
        Words::new("Prøve: dette er ikke MitID Erhverv", "Practice: this is not MitID Erhverv");
    page_under(band, StatusCode::OK, Language::Danish, heading, &body)
}
