//! Logins as they are: what each broker answers of people who are not the usual one, clocks that
//! are wrong, and browsers as people have them. Once a person has approved in MitID, none of it may
//! throw that approval away.

use super::*;
use crate::brokers::{IDURA, NETS_EID, PLAIN, SIGNICAT, filled, key};
use identity::{Client, ClockOff};
use practice::BrokerFlavour;
use proptest::prelude::*;
use serde_json::Map;

type Claims = Map<String, Value>;

/// What a login itself says, which no recorded answer can know.
const OF_THE_LOGIN: [&str; 13] = [
    "iss",
    "aud",
    "azp",
    "nonce",
    "iat",
    "nbf",
    "exp",
    "at_hash",
    "sub",
    "auth_time",
    "authenticationinstant",
    "transaction_id",
    "redirect_uri",
];

/// The claims of a login about the person of a recorded answer.
fn answering(recorded: &Value) -> impl Fn(&mut Claims) + Send + Sync + use<> {
    let recorded = recorded.as_object().cloned().unwrap_or_default();
    move |claims: &mut Claims| {
        let made = std::mem::take(claims);
        claims.extend(
            made.iter()
                .filter(|(name, _)| OF_THE_LOGIN.contains(&name.as_str()))
                .map(|(name, value)| (name.clone(), value.clone())),
        );
        for (name, value) in &recorded {
            let is_the_text =
                value.as_str().is_some_and(|text| text.starts_with("(the text of the login"));
            let value = if is_the_text {
                made.get(name).cloned().unwrap_or(Value::Null)
            } else {
                value.clone()
            };
            claims.insert(name.clone(), value);
        }
    }
}

fn plain() -> String {
    let levels = "levels = [\"urn:grn:authn:dk:mitid:substantial\"]";
    PLAIN
        .replace("levels = []", levels)
        .replace("ui_locales", "acr_values = \"urn:grn:authn:dk:mitid:substantial\"\nui_locales")
}

/// Every answer of `tests/real_world/brokers`: kept or not, at which level, with which name.
#[tokio::test]
async fn each_broker_s_normal_protected_foreign_under_age_and_company_login_person_ends_as_recorded()
 {
    let flavours = [
        ("idura", BrokerFlavour::Idura),
        ("nets-eid-broker", BrokerFlavour::NetsEid),
        ("signicat", BrokerFlavour::Signicat),
        ("plain", BrokerFlavour::Idura),
        ("practice", BrokerFlavour::Idura),
    ];
    for (file, flavour) in flavours {
        let path =
            format!("{}/../../../tests/real_world/brokers/{file}.json", env!("CARGO_MANIFEST_DIR"));
        let recorded: Value = serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap();
        let persons = recorded["persons"].as_object().unwrap();
        for kind in ["normal", "protected", "foreign", "under-age", "company-login"] {
            assert!(persons.contains_key(kind), "{file}: {kind}");
        }
        for (person, answer) in persons {
            let faults = FaultInjection {
                flavour,
                proof: if flavour == BrokerFlavour::Signicat {
                    practice::ClientProof::PrivateKey
                } else {
                    practice::ClientProof::Public
                },
                claims: Box::new(answering(&answer["idToken"])),
                userinfo: Box::new(answering(&answer["userinfoToken"])),
                transaction: Box::new(answering(&answer["transactionToken"])),
                ..FaultInjection::default()
            };
            let broker = Broker::start(faults, now()).await;
            let profile = match file {
                "idura" => filled(IDURA, &broker.issuer),
                "nets-eid-broker" => filled(NETS_EID, &broker.issuer),
                "signicat" => filled(SIGNICAT, &broker.issuer),
                "plain" => filled(&plain(), &broker.issuer),
                _ => profile(&broker.issuer),
            };
            let key = key();
            let client =
                Client { profile: &profile, credential: profile.needs_key().then_some(&key) };
            let browser = Playing::new(straight);
            let outcome = approve(
                client,
                commitment(),
                Language::Danish,
                &At(now()),
                &browser,
                |_| {},
                pending(),
                LONG,
            )
            .await;
            let found = match outcome {
                Ok(approval) => {
                    let verdict = approval.verdict;
                    json!({ "level": format!("{:?}", verdict.level().unwrap()), "name": verdict.approver, "protected": verdict.protected })
                }
                Err(trouble) => json!({ "problem": Problem::from(trouble).code() }),
            };
            assert_eq!(found, answer["expect"], "{file}: {person}");
        }
    }
}

/// What the person was told of the clock, and the outcome.
async fn with_clock(
    computer: i64,
    faults: FaultInjection,
) -> (Option<i64>, Result<Approval, Error>) {
    let broker = Broker::start(faults, now()).await;
    let browser = Playing::new(straight);
    let clock = At(now() + jiff::SignedDuration::from_secs(computer));
    let mut said = None;
    let tell = |progress| {
        if let Progress::ClockOff(ClockOff { offset, go_on }) = progress {
            assert!(!browser.was_opened(), "it is said before the browser is opened");
            assert!(said.replace(offset).is_none(), "once");
            go_on.anyway();
        }
    };
    let outcome = approve(
        &profile(&broker.issuer),
        commitment(),
        Language::Danish,
        &clock,
        &browser,
        tell,
        pending(),
        LONG,
    )
    .await;
    (said, outcome)
}

/// `11-clock.json` and more: seconds that the computer's clock is ahead of the broker's, and what
/// is said and kept.
#[tokio::test]
async fn a_clock_that_is_wrong_is_said_in_time_and_never_costs_the_approval() {
    for ahead in
        [-86_400, -3_600, -600, -302, -300, -90, -61, 0, 61, 90, 300, 302, 600, 3_600, 86_400]
    {
        let (said, outcome) = with_clock(ahead, FaultInjection::default()).await;
        let approval = outcome.unwrap_or_else(|trouble| panic!("{ahead}: {trouble}"));
        // `Date` has whole seconds, so a difference is found to within one.
        let near = |offset: i64| (offset + ahead).abs() <= 1;
        assert_eq!(said.is_some(), ahead.abs() > 301, "{ahead}: {said:?}");
        assert!(said.is_none_or(near), "{ahead}: {said:?}");
        let verdict = approval.verdict;
        assert!(verdict.clock_offset.is_some_and(near), "{ahead}: {:?}", verdict.clock_offset);
        assert_eq!(
            (verdict.level(), verdict.time, verdict.approved_at),
            (Some(Level::B), evidence::Time::Claimed, Some(now())),
            "{ahead}"
        );
    }
}

/// Nothing is said, corrected or recorded where the broker does not tell what time it is.
#[tokio::test]
async fn no_date_and_no_sense_in_it_say_nothing_of_the_clock() {
    for date in ["", "yesterday", "Thu, 01 Jan 1970 00:00:00 GMT", "2026-11-24T10:00:00Z"] {
        for ahead in [-86_400, 0, 86_400] {
            let faults = FaultInjection {
                date: Box::new(move |told| date.clone_into(told)),
                ..FaultInjection::default()
            };
            let (said, outcome) = with_clock(ahead, faults).await;
            let verdict =
                outcome.unwrap_or_else(|trouble| panic!("{date} {ahead}: {trouble}")).verdict;
            assert_eq!(
                (said, verdict.clock_offset, verdict.level()),
                (None, None, Some(Level::B)),
                "{date} {ahead}"
            );
        }
    }
}

#[tokio::test]
async fn whoever_does_not_go_on_opens_nothing() {
    let broker = Broker::start(FaultInjection::default(), now()).await;
    let browser = Playing::new(straight);
    let clock = At(now() + jiff::SignedDuration::from_hours(1));
    let ended = approve(
        &profile(&broker.issuer),
        commitment(),
        Language::Danish,
        &clock,
        &browser,
        |_| {},
        pending(),
        Duration::ZERO,
    )
    .await;
    assert_eq!(ended.err(), Some(Error::TimedOut));
    assert!(!browser.was_opened() && broker.seen().authorize.is_empty());
}

/// Cookies of every other program on 127.0.0.1, and headers of whatever is between.
#[tokio::test]
async fn a_callback_with_many_cookies_and_headers_is_read() {
    for (cookies, headers) in
        [(7_000, 0), (30_000, 0), (64_000, 0), (0, 70), (0, 200), (30_000, 150)]
    {
        let broker = Broker::start(FaultInjection::default(), now()).await;
        let browser = Playing::new(move |link| async move {
            let callback = log_in(&link).await;
            let laden = (0..headers).fold(person::client().get(callback.clone()), |request, n| {
                request.header(format!("x-{n}"), "y")
            });
            let laden = if cookies == 0 {
                laden
            } else {
                laden.header("cookie", format!("a={}", "y".repeat(cookies)))
            };
            let first = got(laden).await;
            let next = callback
                .join(first.header("location").expect("the callback is redirected"))
                .unwrap();
            vec![first, get(next).await]
        });
        assert_eq!(
            level(&login(&profile(&broker.issuer), &browser).await),
            Some(Level::B),
            "{cookies} bytes, {headers} headers"
        );
    }
}

#[tokio::test]
async fn a_browser_that_wants_https_is_noticed_and_a_refusal_has_words() {
    let broker = Broker::start(FaultInjection::default(), now()).await;
    let browser = Playing::new(|link| async move {
        let callback = log_in(&link).await;
        let mut encrypted =
            TcpStream::connect(("127.0.0.1", callback.port().unwrap())).await.unwrap();
        // The beginning of a ClientHello (RFC 8446 §4.1.2).
        encrypted
            .write_all(&[0x16, 0x03, 0x01, 0x02, 0x00, 0x01, 0x00, 0x01, 0xfc, 0x03, 0x03])
            .await
            .unwrap();
        let mut answer = Vec::new();
        encrypted.read_to_end(&mut answer).await.unwrap();
        let mut elsewhere = callback.clone();
        elsewhere.set_path("/elsewhere");
        let refused = get(elsewhere).await;
        assert!(
            refused.status == 404 && refused.body.contains("Tilslut venter stadig"),
            "{}",
            refused.body
        );
        come_back(callback).await
    });
    let mut heard = Vec::new();
    let tell = |progress: Progress| heard.push(progress);
    let outcome = approve(
        &profile(&broker.issuer),
        commitment(),
        Language::Danish,
        &At(now()),
        &browser,
        tell,
        pending(),
        LONG,
    )
    .await;
    assert_eq!(outcome.map(|approval| approval.verdict.level()).ok(), Some(Some(Level::B)));
    assert!(matches!(heard[..], [Progress::Waiting(_), Progress::Https]), "{heard:?}");
}

/// `10-callback-idp-error.json`: named by the Signicat profile, and a code to be shown everywhere
/// else.
#[tokio::test]
async fn an_error_of_the_broker_s_own_is_a_refusal_where_its_profile_says_so_and_else_told_with_its_code()
 {
    let signicat = BrokerProfile::read(&{
        let keys = keys()[0]["kid"].as_str().unwrap().to_owned();
        SIGNICAT
            .replace("issuer = \"\"", "issuer = \"https://x.example\"")
            .replace("client-id = \"\"", "client-id = \"c\"")
            .replace("ports = []", "ports = \"any\"")
            .replace("keys = []", &format!("keys = [\"{keys}\"]"))
    })
    .unwrap();
    for (errors, told) in [
        (signicat.errors, Error::Refused),
        (
            profile("http://127.0.0.1:1/mitid").errors,
            Error::NotMade { code: "IDP-3200".to_owned() },
        ),
    ] {
        let stopped = |query: &mut Vec<(String, String)>| {
            let description = "Authentication with IdP 'mitid' was aborted by the end user";
            *query = vec![
                ("error".into(), "IDP-3200".into()),
                ("error_description".into(), description.into()),
                query[1].clone(),
            ];
        };
        let broker = Broker::start(
            FaultInjection { callback: Box::new(stopped), ..FaultInjection::default() },
            now(),
        )
        .await;
        let ended =
            login(&BrokerProfile { errors, ..profile(&broker.issuer) }, &Playing::new(straight))
                .await;
        assert_eq!(ended.outcome.err(), Some(told));
    }
}

/// RFC 7519 §2: a time may have a fraction.
#[tokio::test]
async fn times_with_a_fraction_do_not_cost_the_approval() {
    let fractions = |claims: &mut Claims| {
        for name in ["iat", "exp", "auth_time"] {
            if let Some(seconds) = claims.get(name).and_then(Value::as_i64) {
                claims.insert(
                    name.to_owned(),
                    serde_json::from_str(&format!("{seconds}.25")).unwrap(),
                );
            }
        }
    };
    let (ended, ..) =
        with(FaultInjection { claims: Box::new(fractions), ..FaultInjection::default() }).await;
    assert!(ended.outcome.is_ok(), "{:?}", ended.outcome.err());
}

/// What a broker may tell as a name: anything.
fn any_name() -> impl Strategy<Value = Option<Value>> {
    prop_oneof![
        Just(None),
        Just(Some(Value::Null)),
        any::<String>().prop_map(|name| Some(json!(name))),
        any::<i64>().prop_map(|name| Some(json!(name))),
        Just(Some(json!("x".repeat(20_000)))),
        Just(Some(json!([{ "name": "Mette" }]))),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    /// Any name or none, any clock within a day, other claims of any kind: a genuine approval is
    /// kept. One without its nonce, level, text, issuer, audience or signature never is.
    #[test]
    fn a_genuine_approval_is_kept_whatever_the_name_and_the_clock_and_no_other_ever_is(
        name in any_name(),
        ahead in -86_400_i64..86_400,
        spoiled in 0_usize..7,
    ) {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        let spoil = move |claims: &mut Claims| {
            match &name {
                Some(name) => drop(claims.insert("name".to_owned(), name.clone())),
                None => drop(claims.remove("name")),
            }
            claims.remove("birthdate");
            claims.insert("email_verified".to_owned(), json!("perhaps"));
            let wrong = ["nonce", "acr", "refTextBody", "iss", "aud"].get(spoiled.wrapping_sub(1));
            if let Some(claim) = wrong {
                claims.insert((*claim).to_owned(), json!("another"));
            }
        };
        let signed = if spoiled == 6 { Signed::ByStranger } else { Signed::AsPersonShows };
        let (_, outcome) = runtime.block_on(with_clock(ahead, FaultInjection { claims: Box::new(spoil), signed, ..FaultInjection::default() }));
        prop_assert_eq!(outcome.is_ok(), spoiled == 0, "{}: {:?}", spoiled, outcome.err());
    }
}
