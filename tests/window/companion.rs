//! The window beside the browser, on a real display: narrow and as high as the screen while the
//! companion is open, and again what it was afterwards; and a value in the real clipboard.

use crate::answers::Answers;
use crate::installation::Installation;
use crate::{processes, session};

/// About an organisation that was typed by hand.
const TYPED: Answers = Answers {
    typed: Some("Skovgaard Snedkeri ApS"),
    reporter: None,
    representative: ["Mette Kanariefugl Krogh", "mette@kanariefugl.example"],
    administrator: ["Søren Kanariefugl", "soren@kanariefugl.example"],
};

#[tokio::test]
async fn the_window_becomes_the_companion_and_again_what_it_was() {
    let installation = Installation::new("").await;
    let session = &installation.session;
    let window = installation.open(&["--live"]).await;
    let before = session.geometry();
    window.begin_with(&TYPED, "terms").await;
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
    let locked = processes::program();
    window.act("lock").await;
    session::wait_for("the number to be gone", || there().as_deref() != Some("13748136")).await;
    // The one that is started in its place stands where the window was before it was narrow.
    session::wait_for("the program to start anew", || !processes::runs(locked)).await;
    session::wait_for("the locked page", || session.title().starts_with("Du har låst")).await;
    assert_eq!(session.geometry(), before);
}
