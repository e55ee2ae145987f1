//! What the practice broker shows in the browser: three pages and two ends, plain HTML,
//! unmistakably practice.
//!
//! No script, nothing from elsewhere. The only style is the one sheet below, allowed by its hash.

use crate::authorization::{Action, Malformed, Prompt, Why};
use crate::persons::{Person, persons};
use crate::words::Words;
use axum::http::{StatusCode, header};
use axum::response::{Html, IntoResponse, Response};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use domain::Language;
use sha2::{Digest as _, Sha256};
use std::fmt::Write as _;
use std::sync::LazyLock;

/// The page that lists the practice persons.
pub(crate) fn choose_person(language: Language, action: &str) -> Response {
    let heading = Words::new("Hvem logger ind?", "Who logs in?").in_language(language);
    let lead = Words::new(
        "Vælg en prøveperson. Ingen af dem findes, og der bruges intet bruger-ID.",
        "Choose a practice person. None of them exists, and no user ID is used.",
    );
    let mut body = format!(
        "<p>{}</p><form method=post action=\"{action}\"><ul>",
        escape(lead.in_language(language))
    );
    for person in persons() {
        let _ = write!(
            body,
            "<li><button name=person value=\"{id}\" aria-describedby=\"{id}\">{name}</button><p id=\"{id}\">{shows}</p></li>",
            id = escape(person.id),
            name = escape(person.name),
            shows = escape(person.shows.in_language(language)),
        );
    }
    body.push_str("</ul></form>");
    page(StatusCode::OK, language, heading, &body)
}

/// The page that lists the organisations that a person may represent.
pub(crate) fn choose_organisation(language: Language, action: &str, person: &Person) -> Response {
    let said = |da, en| escape(Words::new(da, en).in_language(language));
    let heading =
        Words::new("Hvem vil du handle for?", "Whom do you want to act for?").in_language(language);
    let mut list = String::new();
    for organisation in person.represents() {
        let _ = write!(
            list,
            "<li><button name=cvr value=\"{cvr}\">{name}</button><p>CVR {cvr}</p></li>",
            cvr = escape(organisation.cvr),
            name = escape(organisation.name),
        );
    }
    let lead = if list.is_empty() {
        said(
            "{name} står ikke i registret som en, der kan tegne en organisation.",
            "{name} is not in the register as somebody who can sign for an organisation.",
        )
    } else {
        said(
            "{name} står i prøvens register hos disse. En rigtig broker kan bede om et CPR-nummer her; det gør prøven ikke.",
            "{name} is in the practice register at these. A real broker may ask for a CPR number here; practice does not.",
        )
    };
    let body = format!(
        "<p>{lead}</p><form method=post action=\"{action}\"><ul>{list}</ul><p><button name=act value=abort>{abort}</button></p></form>",
        lead = lead.replace("{name}", &escape(person.name)),
        abort = said("Afbryd login", "Abort the login"),
    );
    page(StatusCode::OK, language, heading, &body)
}

/// The page that shows the reference text as MitID would, with the answers a person can give.
pub(crate) fn show_text(
    language: Language,
    action: &str,
    person: &Person,
    prompt: &Prompt,
) -> Response {
    let said = |da, en| escape(Words::new(da, en).in_language(language));
    let heading =
        Words::new("Som MitID ville vise det", "As MitID would show it").in_language(language);
    let text = match &prompt.text {
        Some(text) => format!("<p id=text>{}</p>", escape(text)),
        None => format!(
            "<p>{}</p>",
            said("Der er ikke sendt nogen tekst med.", "No text was sent along.")
        ),
    };
    let body = format!(
        "<section aria-label=\"{label}\"><p class=who>{name}</p><p class=action>{word}</p>{text}</section>\
         <p>{compare}</p><form method=post action=\"{action}\">\
         <p><button class=yes name=act value=approve>{approve}</button></p>\
         <p><button name=act value=refuse>{refuse}</button> <button name=act value=abort>{abort}</button></p>\
         <p><button name=act value=silent aria-describedby=silent>{silent}</button></p><p id=silent>{why_silent}</p></form>",
        label = said("Teksten i MitID", "The text in MitID"),
        name = escape(person.name),
        word = escape(action_words(prompt.action).in_language(language)),
        compare = said(
            "Sammenlign koden i teksten med koden i Tilslut. Er de ikke ens, så afvis.",
            "Compare the code in the text with the code in Tilslut. If they differ, refuse.",
        ),
        approve = said("Godkend", "Approve"),
        refuse = said("Afvis", "Refuse"),
        abort = said("Afbryd login", "Abort the login"),
        silent = said("Lad være med at svare", "Do not answer"),
        why_silent =
            said("Så får Tilslut aldrig noget svar.", "Then Tilslut never gets an answer."),
    );
    page(StatusCode::OK, language, heading, &body)
}

/// The end of a login that is never answered.
pub(crate) fn silent(language: Language) -> Response {
    let heading =
        Words::new("Der sker ikke mere her", "Nothing more happens here").in_language(language);
    let body = Words::new(
        "Login er ikke besvaret, og Tilslut får intet at vide. Gå tilbage til Tilslut, og annullér, eller vent, til tiden er gået. Du kan lukke fanen.",
        "The login is not answered, and Tilslut is told nothing. Go back to Tilslut and cancel, or wait until the time is up. You can close the tab.",
    );
    page(
        StatusCode::OK,
        language,
        heading,
        &format!("<p>{}</p>", escape(body.in_language(language))),
    )
}

/// The clock of practice has been set wrong, to see what a wrong clock does.
pub(crate) fn clock_set(language: Language) -> Response {
    let heading = Words::new(
        "Prøvens ur går nu 12 minutter foran",
        "The practice clock is now 12 minutes ahead",
    )
    .in_language(language);
    let body = Words::new(
        "Ingen er logget ind. Gå tilbage til Tilslut, og begynd godkendelsen igen: så siger Tilslut, at uret ikke passer. Når nogen har logget ind, går prøvens ur rigtigt igen. Du kan lukke fanen.",
        "Nobody has logged in. Go back to Tilslut and begin the approval again: then Tilslut says that the clock is wrong. When somebody has logged in, the practice clock is right again. You can close the tab.",
    );
    page(
        StatusCode::OK,
        language,
        heading,
        &format!("<p>{}</p>", escape(body.in_language(language))),
    )
}

/// A button was pressed in a login that has been answered already, or is too old.
pub(crate) fn over(language: Language) -> Response {
    let heading = Words::new("Dette login er slut", "This login is over").in_language(language);
    let body = Words::new(
        "Det er besvaret, eller der er gået for lang tid. Begynd igen i Tilslut. Du kan lukke fanen.",
        "It has been answered, or too much time has passed. Begin again in Tilslut. You can close the tab.",
    );
    page(
        StatusCode::GONE,
        language,
        heading,
        &format!("<p>{}</p>", escape(body.in_language(language))),
    )
}

/// The program asked in a way the broker does not understand. The person is not sent back
/// (`oidc.md` §0.8).
pub(crate) fn malformed(language: Language, malformed: Malformed) -> Response {
    let heading =
        Words::new("Login kan ikke begynde", "The login cannot begin").in_language(language);
    let lead = Words::new(
        "Programmet, der sendte dig hertil, spurgte på en måde, som ikke forstås. Gå tilbage til Tilslut, og annullér.",
        "The program that sent you here asked in a way that is not understood. Go back to Tilslut and cancel.",
    );
    let why = match malformed.why {
        Why::Missing => Words::new("mangler", "is missing"),
        Why::Repeated => Words::new("er sendt mere end én gang", "was sent more than once"),
        Why::Wrong => Words::new("kan ikke bruges", "cannot be used"),
    };
    let body = format!(
        "<p>{}</p><p><code>{}</code> {}.</p>",
        escape(lead.in_language(language)),
        escape(malformed.parameter),
        escape(why.in_language(language))
    );
    page(StatusCode::BAD_REQUEST, language, heading, &body)
}

fn action_words(action: Action) -> Words {
    match action {
        Action::LogOn => Words::new("Log ind", "Log on"),
        Action::Confirm => Words::new("Bekræft", "Confirm"),
        Action::Accept => Words::new("Acceptér", "Accept"),
        Action::Approve => Words::new("Godkend", "Approve"),
        Action::Sign => Words::new("Underskriv", "Sign"),
    }
}

const STYLE: &str = "\
:root{color-scheme:light dark}*{box-sizing:border-box}\
body{margin:0;font:16px/1.5 system-ui,sans-serif;color:#1f1b1f;background:#fff}\
header{padding:20px 24px;background:#7fdfd5;color:#072f2c;border-bottom:3px solid #072f2c;font-size:20px;font-weight:600}\
header b{display:inline-block;margin-right:12px;padding:2px 10px;border-radius:4px;background:#12625c;color:#fff;letter-spacing:.06em}\
main{max-width:66ch;margin:0 auto;padding:32px 24px}h1{font-size:28px;line-height:34px;font-weight:600;margin:0 0 16px}\
ul{list-style:none;padding:0}li{padding:12px 0;border-top:1px solid #e0dbd8}li p,#silent{margin:4px 0 0;color:#5c565c;font-size:15px}\
section{margin:24px 0;padding:20px 24px;border:2px solid #857d84;border-radius:8px}.who{margin:0;color:#5c565c}.action{margin:0 0 8px;font-weight:600}\
#text{margin:0;font-size:20px;line-height:1.4;overflow-wrap:anywhere}\
button{min-height:40px;padding:8px 16px;font:inherit;font-weight:600;color:#1f1b1f;background:#fff;border:1px solid #857d84;border-radius:8px;cursor:pointer}\
button:hover{background:#f6f4f2}button:focus-visible{outline:3px solid #1f1b1f;outline-offset:2px}\
h2{font-size:20px;line-height:26px;margin:24px 0 0}dl{display:grid;grid-template-columns:minmax(14ch,max-content) 1fr;gap:8px 24px}dt{color:#5c565c}dd{margin:0;overflow-wrap:anywhere}\
input:not([type]),textarea{min-height:40px;width:min(40ch,100%);padding:8px 12px;font:inherit;color:inherit;background:transparent;border:1px solid #857d84;border-radius:8px}\
input:focus-visible,textarea:focus-visible{outline:3px solid #1f1b1f;outline-offset:2px}.wrong{padding:8px 16px;border-left:4px solid #b3120f;color:#b3120f;font-weight:600}\
.yes{color:#fff;background:#12625c;border-color:#12625c}.yes:hover{background:#072f2c}\
@media(prefers-color-scheme:dark){body{color:#f2eef1;background:#1c1a1d}li{border-color:#3a353b}li p,#silent,.who,dt{color:#bab2b9}.wrong{color:#ff9d97;border-color:#ff9d97}input:focus-visible,textarea:focus-visible{outline-color:#fff}\
button{color:#f2eef1;background:#242125;border-color:#958d95}button:hover{background:#3a353b}button:focus-visible{outline-color:#fff}\
.yes{color:#fff;background:#0e4e49;border-color:#57c8bd}}\
@media(forced-colors:active){header,header b{border:2px solid CanvasText}}";

/// `form-action` covers the redirect that follows a form, so it must allow the program's own
/// loopback port.
static POLICY: LazyLock<String> = LazyLock::new(|| {
    let style = STANDARD.encode(Sha256::digest(STYLE));
    format!(
        "default-src 'none'; style-src 'sha256-{style}'; form-action http://127.0.0.1:*; frame-ancestors 'none'; base-uri 'none'"
    )
});

fn page(status: StatusCode, language: Language, heading: &str, body: &str) -> Response {
    page_under(
        Words::new("Prøve: dette er ikke MitID", "Practice: this is not MitID"),
        status,
        language,
        heading,
        body,
    )
}

/// A page under practice's band, which says in these words what it is not.
pub(crate) fn page_under(
    band: Words,
    status: StatusCode,
    language: Language,
    heading: &str,
    body: &str,
) -> Response {
    let tag = Words::new("da", "en").in_language(language);
    let band = escape(band.in_language(language));
    let heading = escape(heading);
    let html = format!(
        "<!doctype html><html lang={tag}><head><meta charset=utf-8><meta name=viewport content=\"width=device-width\">\
         <title>{heading} – PRØVE</title><style>{STYLE}</style></head>\
         <body><header><b>PRØVE</b>{band}</header><main><h1>{heading}</h1>{body}</main></body></html>"
    );
    let headers = [
        (header::CONTENT_SECURITY_POLICY, POLICY.as_str()),
        (header::CACHE_CONTROL, "no-store"),
        (header::REFERRER_POLICY, "no-referrer"),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    ];
    (status, headers, Html(html)).into_response()
}

pub(crate) fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
        .replace('\'', "&#39;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_that_is_sent_can_become_markup() {
        assert_eq!(escape("<b a='1' c=\"2\">&"), "&lt;b a=&#39;1&#39; c=&quot;2&quot;&gt;&amp;");
    }
}
