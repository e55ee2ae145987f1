//! The finished pages that the browser shows after a login: result first, no scripts, nothing
//! fetched, nothing kept.
//!
//! A tab that a script did not open cannot be closed by one, so the page itself must say that it is
//! the end (`oidc.md` §6.2).

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use domain::{Environment, Language};
use sha2::{Digest, Sha256};
use texts::Texts;

/// What a page says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Page {
    /// A code came; nothing is said about approval, because nothing is known yet.
    Received,
    /// The person refused.
    Refused,
    /// The login ended in another way.
    Failed,
    /// The answer belongs to another login.
    OtherLogin,
    /// What was asked for is not here, or could not be read. The login goes on.
    Unread,
}

/// The pages of one login.
pub(crate) struct Pages {
    texts: Texts,
    language: Language,
    environment: Environment,
}

const STYLE: &str = "\
:root{color-scheme:light dark;--ink:#1f1b1f;--ink-2:#5c565c;--canvas:#fff;--practice:#7fdfd5;--on-practice:#072f2c;--chip:#12625c}\
@media(prefers-color-scheme:dark){:root{--ink:#f2eef1;--ink-2:#bab2b9;--canvas:#1c1a1d;--practice:#57c8bd;--on-practice:#052a27;--chip:#0e4e49}}\
*{box-sizing:border-box}\
body{margin:0;background:var(--canvas);color:var(--ink);font:400 1rem/1.5 'IBM Plex Sans',system-ui,sans-serif}\
.practice{margin:0;padding:.5rem 2.5rem;background:var(--practice);color:var(--on-practice);border-bottom:1px solid}\
.practice strong{display:inline-block;margin-right:.75rem;padding:0 .5rem;border-radius:4px;background:var(--chip);color:#fff;letter-spacing:.06em}\
main{max-width:62ch;margin:0 auto;padding:4rem 2.5rem}\
h1{margin:0 0 1rem;font-size:1.75rem;line-height:1.25;font-weight:600}\
p{margin:0 0 1rem}\
.next{font-weight:600}\
footer{color:var(--ink-2);font-size:.875rem}";

impl Pages {
    /// The pages in one language, with the PRØVE mark in practice.
    pub(crate) fn new(language: Language, environment: Environment) -> Self {
        Self { texts: Texts::new(language), language, environment }
    }

    /// A whole HTML document.
    pub(crate) fn html(&self, page: Page) -> String {
        let key = match page {
            Page::Received => "received",
            Page::Refused => "refused",
            Page::Failed => "failed",
            Page::OtherLogin => "other",
            Page::Unread => "unread",
        };
        let text = |part: &str| escaped(&self.texts.get(&format!("login-{key}-{part}")));
        let (title, body, next) = (text("title"), text("text"), text("next"));
        let (mark, band) = self.practice();
        let language = match self.language {
            Language::Danish => "da",
            Language::English => "en",
        };
        format!(
            "<!doctype html>\n<html lang=\"{language}\">\n<head>\n<meta charset=\"utf-8\">\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
             <title>{mark}{title} – Tilslut</title>\n<style>{STYLE}</style>\n</head>\n<body>\n{band}\
             <main>\n<h1>{title}</h1>\n<p>{body}</p>\n<p class=\"next\">{next}</p>\n<footer>Tilslut</footer>\n</main>\n</body>\n</html>\n"
        )
    }

    fn practice(&self) -> (String, String) {
        match self.environment {
            Environment::Live => (String::new(), String::new()),
            Environment::Practice => {
                let mark = escaped(&self.texts.get("login-practice"));
                let note = escaped(&self.texts.get("login-practice-note"));
                (
                    format!("{mark} – "),
                    format!("<p class=\"practice\"><strong>{mark}</strong>{note}</p>\n"),
                )
            }
        }
    }
}

/// Only the one style sheet of the page is allowed, by its hash; no script, image, frame, form or
/// other origin.
pub(crate) fn content_security_policy() -> String {
    let hash = STANDARD.encode(Sha256::digest(STYLE));
    format!(
        "default-src 'none'; style-src 'sha256-{hash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    )
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_page_is_finished_in_both_languages() {
        for language in [Language::Danish, Language::English] {
            for environment in [Environment::Practice, Environment::Live] {
                for page in
                    [Page::Received, Page::Refused, Page::Failed, Page::OtherLogin, Page::Unread]
                {
                    let html = Pages::new(language, environment).html(page);
                    assert!(!html.contains("login-"), "a text is missing: {html}");
                    assert!(!html.contains("<script") && !html.contains("http"), "{html}");
                    assert_eq!(html.contains("PRØVE"), environment == Environment::Practice);
                }
            }
        }
    }

    #[test]
    fn the_policy_names_the_style_that_is_sent() {
        let html = Pages::new(Language::Danish, Environment::Live).html(Page::Received);
        let style = html
            .split("<style>")
            .nth(1)
            .and_then(|rest| rest.split("</style>").next())
            .map(Sha256::digest)
            .map(|hash| STANDARD.encode(hash));
        assert!(style.is_some_and(|hash| content_security_policy().contains(&format!("'sha256-{hash}'"))));
    }

    #[test]
    fn texts_cannot_become_markup() {
        assert_eq!(escaped("a<b>&\"c\""), "a&lt;b&gt;&amp;&quot;c&quot;");
    }
}
