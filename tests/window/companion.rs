//! The window beside the browser, on a real display: narrow and as high as the screen while the
//! companion is open, and again what it was afterwards; and a value in the real clipboard.

use crate::session::{self, Session};
use crate::window::Window;
use crate::{DISPLAY, folder};
use serde_json::{Value, json};
use std::ffi::OsStr;

/// The answers of a whole case whose organisation was typed by hand, page by page.
fn answers() -> Vec<Value> {
    let nothing = json!({ "day": "", "month": "", "year": "" });
    vec![
        json!({ "of": "need", "people": "several", "kind": null, "signsAlone": null }),
        json!({
            "of": "organisation", "cvr": "13748136", "byHand": true, "typedName": "Skovgaard Snedkeri ApS",
            "typedForm": 80, "role": "representative", "reporterName": "", "reporterOrganisation": "",
            "reporterEmail": ""
        }),
        json!({
            "of": "representative", "name": "Mette Kanariefugl Krogh", "title": "direktør",
            "email": "mette@kanariefugl.example", "hasMitid": "yes"
        }),
        json!({
            "of": "administrators", "representativeToo": false, "representativeBorn": nothing,
            "representativeHasCpr": null,
            "others": [{
                "name": "Søren Kanariefugl", "email": "soren@kanariefugl.example",
                "born": { "day": "30", "month": "11", "year": "1987" }, "hasCpr": "yes", "hasMitid": "yes"
            }]
        }),
    ]
}

#[tokio::test]
async fn the_window_becomes_the_companion_and_again_what_it_was() {
    let _display = DISPLAY.lock().await;
    let pictures = folder("");
    let scratch = tempfile::tempdir().unwrap();
    let session = Session::new(scratch.path());
    let other = session.other_data_home();
    let own: &[(&str, &OsStr)] = &[("XDG_DATA_HOME", other.as_os_str())];
    let window = Window::open_with(&pictures, &["--live"], own).await;
    window.page("cases").await;
    let before = session.geometry();
    window.begin_with(&answers(), "terms").await;
    window.act("openTerms").await;
    window.accept_and_check().await;

    window.act("begin-guide").await;
    window.page("guide").await;
    let (wide, high) = session.display();
    session::wait_for("the narrow window", || session.geometry() == (wide - 420, 0, 420, high))
        .await;
    window.act("screen-organisation").await;
    window.act("copy-cvr").await;
    let there = || arboard::Clipboard::new().and_then(|mut it| it.get_text()).ok();
    session::wait_for("the number", || there().as_deref() == Some("13748136")).await;

    window.act("end").await;
    window.page("outcome").await;
    session::wait_for("the window as it was", || session.geometry() == before).await;
    // The application still runs, so that nothing but itself takes the number out.
    window.act("lock").await;
    session::wait_for("the number to be gone", || there().as_deref() != Some("13748136")).await;
}
