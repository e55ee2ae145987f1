//! The practice broker is a real OpenID Provider: discovery, code flow with PKCE, both algorithms,
//! and the habits of the real brokers that a client must survive.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod login;

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use jsonwebtoken::jwk::{JwkSet, ThumbprintHash};
use jsonwebtoken::{Algorithm, DecodingKey, Validation, decode, decode_header};
use login::{answered, asked, client, exchange, form_of, jwks, open, press, redeem, tokens};
use practice::{Practice, persons};
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};
use std::collections::HashSet;

const TEXT: &str =
    "Godkend MitID Erhverv-tilslutning, CVR 13748136, 2 administratorer. Kode 7K4M Q2XR 9TDB";

async fn claims(practice: &Practice, id_token: &str) -> (Algorithm, Value) {
    let keys: JwkSet = serde_json::from_value(jwks(practice).await).unwrap();
    let header = decode_header(id_token).unwrap();
    let key = DecodingKey::from_jwk(keys.find(&header.kid.unwrap()).unwrap()).unwrap();
    let mut rules = Validation::new(header.alg);
    rules.set_audience(&[practice::CLIENT_ID]);
    rules.set_issuer(&[practice.issuer()]);
    (header.alg, decode(id_token, &key, &rules).unwrap().claims)
}

#[tokio::test]
async fn discovery_names_the_issuer_and_its_endpoints() {
    let practice = Practice::start().await.unwrap();
    let issuer = practice.issuer();
    let address = format!("{issuer}/.well-known/openid-configuration");
    let found: Value = client().get(address).send().await.unwrap().json().await.unwrap();
    assert_eq!(found["issuer"], issuer);
    for (member, path) in
        [("authorization_endpoint", "authorize"), ("token_endpoint", "token"), ("jwks_uri", "jwks")]
    {
        assert_eq!(found[member], format!("{issuer}/{path}"));
    }
    assert_eq!(found["code_challenge_methods_supported"], json!(["S256"]));
    assert_eq!(found["id_token_signing_alg_values_supported"], json!(["RS256", "ES256"]));
    assert_eq!(found["authorization_response_iss_parameter_supported"], true);
}

#[tokio::test]
async fn the_published_keys_are_the_anchored_ones_and_are_public() {
    let practice = Practice::start().await.unwrap();
    let published = jwks(&practice).await;
    let keys: JwkSet = serde_json::from_value(published.clone()).unwrap();
    let thumbprints: HashSet<String> =
        keys.keys.iter().map(|key| key.thumbprint(ThumbprintHash::SHA256).unwrap()).collect();
    let [anchor] = <[_; 1]>::try_from(evidence::anchors::practice().anchors).unwrap();
    assert_eq!(thumbprints, anchor.keys.into_iter().map(|key| key.thumbprint).collect());
    for key in published["keys"].as_array().unwrap() {
        for private in ["d", "p", "q", "dp", "dq", "qi", "k"] {
            assert!(key.get(private).is_none(), "{private}");
        }
    }
}

#[tokio::test]
async fn a_login_gives_a_signed_token_that_echoes_the_text() {
    let practice = Practice::start().await.unwrap();
    for (person, algorithm, level) in
        [("mette", Algorithm::RS256, "substantial"), ("signe", Algorithm::ES256, "high")]
    {
        let tokens = tokens(&practice, person, "the nonce", TEXT).await;
        assert_eq!(tokens["token_type"], "Bearer");
        let (signed_with, claims) = claims(&practice, tokens["id_token"].as_str().unwrap()).await;
        assert_eq!(signed_with, algorithm);
        let who = persons().iter().find(|one| one.id == person).unwrap();
        assert_eq!((&claims["name"], &claims["birthdate"]), (&json!(who.name), &json!(who.born)));
        assert_eq!(claims["nonce"], "the nonce");
        assert_eq!(claims["refTextBody"], TEXT);
        assert_eq!(claims["acr"], format!("urn:grn:authn:dk:mitid:{level}"));
        assert_eq!(claims["identityscheme"], "dkmitid");
        let hash = Sha256::digest(tokens["access_token"].as_str().unwrap());
        assert_eq!(claims["at_hash"], URL_SAFE_NO_PAD.encode(&hash[..16]));
        let second = |claim: &str| claims[claim].as_i64().unwrap();
        assert!(second("auth_time") <= second("iat") && second("iat") < second("exp"));
    }
}

#[tokio::test]
async fn persons_who_show_a_fault_have_it() {
    let practice = Practice::start().await.unwrap();
    let without_echo = tokens(&practice, "karl", "n", TEXT).await;
    assert!(
        claims(&practice, without_echo["id_token"].as_str().unwrap())
            .await
            .1
            .get("refTextBody")
            .is_none()
    );
    let low = tokens(&practice, "viggo", "n", TEXT).await;
    assert_eq!(
        claims(&practice, low["id_token"].as_str().unwrap()).await.1["acr"],
        "urn:grn:authn:dk:mitid:low"
    );
}

#[tokio::test]
async fn success_comes_back_with_issuer_and_refusal_without() {
    let practice = Practice::start().await.unwrap();
    let back = answered(&practice, &asked("n", TEXT), "bente", "approve").await;
    assert_eq!((back["state"].as_str(), back["iss"].as_str()), ("the state", practice.issuer()));
    for act in ["refuse", "abort"] {
        let back = answered(&practice, &asked("n", TEXT), "bente", act).await;
        assert_eq!(
            (back["error"].as_str(), back["state"].as_str()),
            ("access_denied", "the state")
        );
        assert!(!back.contains_key("iss") && !back.contains_key("code"));
    }
}

#[tokio::test]
async fn a_code_is_good_once_for_the_one_who_asked() {
    let practice = Practice::start().await.unwrap();
    let code = |back: &std::collections::HashMap<String, String>| exchange(&back["code"]);
    let used = code(&answered(&practice, &asked("n", TEXT), "mette", "approve").await);
    assert_eq!(redeem(&practice, &used).await.0, 200);
    assert_eq!(redeem(&practice, &used).await, (400, json!({ "error": "invalid_grant" })));

    for (member, value, status, error) in [
        ("code_verifier", "another-verifier-that-is-long-enough-to-be-one", 400, "invalid_grant"),
        ("redirect_uri", "http://127.0.0.1:50124/callback", 400, "invalid_grant"),
        ("code", "never-given", 400, "invalid_grant"),
        ("client_id", "someone-else", 401, "invalid_client"),
        ("grant_type", "password", 400, "unsupported_grant_type"),
    ] {
        let sound = code(&answered(&practice, &asked("n", TEXT), "mette", "approve").await);
        let changed: Vec<_> = sound
            .iter()
            .map(|(name, old)| {
                (*name, if *name == member { value.to_owned() } else { old.clone() })
            })
            .collect();
        assert_eq!(
            redeem(&practice, &changed).await,
            (status, json!({ "error": error })),
            "{member}"
        );
        if ["code_verifier", "redirect_uri"].contains(&member) {
            assert_eq!(
                redeem(&practice, &sound).await.1["error"],
                "invalid_grant",
                "the code is spent by the wrong {member}"
            );
        }
        let lacking: Vec<_> = sound.into_iter().filter(|(name, _)| *name != member).collect();
        assert_eq!(
            redeem(&practice, &lacking).await,
            (400, json!({ "error": "invalid_request" })),
            "{member}"
        );
    }
}

#[tokio::test]
async fn what_a_request_lacks_ends_here_and_never_comes_back() {
    let practice = Practice::start().await.unwrap();
    for missing in
        ["state", "nonce", "code_challenge", "redirect_uri", "client_id", "response_type"]
    {
        let query: Vec<_> =
            asked("n", TEXT).into_iter().filter(|(name, _)| *name != missing).collect();
        let answer = open(&practice, &query).await;
        assert_eq!(answer.status(), 400, "{missing}");
        assert!(answer.headers().get("location").is_none());
        assert!(answer.text().await.unwrap().contains(&format!("<code>{missing}</code> mangler")));
    }
}

#[tokio::test]
async fn the_pages_are_plainly_practice_and_run_nothing() {
    let practice = Practice::start().await.unwrap();
    for (locale, band, who) in [
        ("da", "Prøve: dette er ikke MitID", "Hvem logger ind?"),
        ("en", "Practice: this is not MitID", "Who logs in?"),
    ] {
        let mut query = asked("n", "<script>alert(1)</script> & Kode 7K4M");
        query.push(("ui_locales", locale.into()));
        let first = open(&practice, &query).await;
        let policy = first.headers()["content-security-policy"].to_str().unwrap().to_owned();
        assert_eq!(first.headers()["cache-control"], "no-store");
        let first = first.text().await.unwrap();
        assert!(first.contains(who) && first.contains(&format!("<html lang={locale}>")));
        for person in persons() {
            assert!(
                first.contains(&format!("name=person value=\"{}\"", person.id)),
                "{}",
                person.id
            );
        }
        let second =
            press(&form_of(&practice, &first), "person", "mette").await.text().await.unwrap();
        for act in ["approve", "refuse", "abort", "silent"] {
            assert!(second.contains(&format!("name=act value={act}")), "{act}");
        }
        assert!(second.contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; Kode 7K4M"));
        for page in [&first, &second] {
            assert!(page.contains(band) && page.contains("#7fdfd5") && !page.contains("<script"));
            let style = page
                .split("<style>")
                .nth(1)
                .and_then(|rest| rest.split("</style>").next())
                .unwrap();
            assert!(policy.contains(&format!(
                "style-src 'sha256-{}'",
                STANDARD.encode(Sha256::digest(style))
            )));
            assert!(policy.starts_with("default-src 'none'") && !policy.contains("unsafe"));
        }
    }
}

#[tokio::test]
async fn a_login_that_is_not_answered_says_so_and_is_over() {
    let practice = Practice::start().await.unwrap();
    let form = form_of(&practice, &open(&practice, &asked("n", TEXT)).await.text().await.unwrap());
    assert_eq!(press(&form, "person", "nobody").await.status(), 410);
    press(&form, "person", "mette").await;
    let silent = press(&form, "act", "silent").await;
    assert_eq!(silent.status(), 200);
    assert!(silent.headers().get("location").is_none());
    assert!(silent.text().await.unwrap().contains("Der sker ikke mere her"));
    for (name, value) in [("act", "approve"), ("person", "mette")] {
        assert_eq!(press(&form, name, value).await.status(), 410);
    }
    let mut query = asked("n", TEXT);
    query.push(("ui_locales", "en".into()));
    let form = form_of(&practice, &open(&practice, &query).await.text().await.unwrap());
    assert!(
        press(&form, "act", "approve").await.text().await.unwrap().contains("This login is over"),
        "nobody was chosen"
    );
}

#[tokio::test]
async fn two_logins_do_not_disturb_each_other() {
    let practice = Practice::start().await.unwrap();
    let one = form_of(&practice, &open(&practice, &asked("one", TEXT)).await.text().await.unwrap());
    let two = form_of(&practice, &open(&practice, &asked("two", TEXT)).await.text().await.unwrap());
    press(&one, "person", "mette").await;
    press(&two, "person", "signe").await;
    for (form, nonce, name) in
        [(two, "two", "Signe Dalgas Munch"), (one, "one", "Mette Lindegaard Krogh")]
    {
        let back = press(&form, "act", "approve").await;
        let address = url::Url::parse(back.headers()["location"].to_str().unwrap()).unwrap();
        let code = address.query_pairs().find(|(key, _)| key == "code").unwrap().1.into_owned();
        let tokens = redeem(&practice, &exchange(&code)).await.1;
        let claims = claims(&practice, tokens["id_token"].as_str().unwrap()).await.1;
        assert_eq!((claims["nonce"].as_str(), claims["name"].as_str()), (Some(nonce), Some(name)));
    }
}

#[tokio::test]
async fn a_page_that_comes_under_another_name_gets_nothing() {
    let practice = Practice::start().await.unwrap();
    for address in [practice.mailbox().to_owned(), format!("{}/jwks", practice.issuer())] {
        let answer = client().get(address).header("host", "rebound.example").send().await.unwrap();
        assert_eq!(answer.status(), 421);
        assert_eq!(answer.text().await.unwrap(), "");
    }
}

#[tokio::test]
async fn dropping_the_practice_world_stops_it() {
    let practice = Practice::start().await.unwrap();
    let keeps_open = client();
    let address = format!("{}/jwks", practice.issuer());
    assert_eq!(keeps_open.get(&address).send().await.unwrap().status(), 200);
    drop(practice);
    // The tasks end at their next turn; until then a connection may still be taken and closed.
    while client().get(&address).send().await.is_ok() {
        tokio::task::yield_now().await;
    }
    assert!(keeps_open.get(&address).send().await.is_err());
}
