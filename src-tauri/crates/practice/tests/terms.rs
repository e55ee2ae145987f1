//! The text that is opened in practice in the place of the official terms: on this machine, and it
//! says what it is not.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use domain::Environment;
use domain::terms::{CURRENT, is_opened_at};
use practice::Practice;

#[tokio::test]
async fn the_text_says_that_it_is_practice_and_not_the_terms() {
    let practice = Practice::start().await.unwrap();
    assert!(
        is_opened_at(practice.terms(), Environment::Practice)
            && !is_opened_at(practice.terms(), Environment::Live)
    );
    let answer = reqwest::get(practice.terms()).await.unwrap();
    assert_eq!(answer.status(), 200);
    let policy = answer.headers()["content-security-policy"].to_str().unwrap().to_owned();
    assert!(policy.starts_with("default-src 'none'"), "{policy}");
    let page = answer.text().await.unwrap();
    for said in [
        "<b>PRØVE</b>",
        "ikke vilkårene for MitID Erhverv",
        "not the terms of MitID Erhverv",
        CURRENT.address,
    ] {
        assert!(page.contains(said), "{said}: {page}");
    }
}
