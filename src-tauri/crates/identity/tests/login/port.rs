//! The loopback port: only the right request ends the login, whatever else any page or program sends.

use super::*;

/// What any page or program on the machine may send to the port.
async fn strays(callback: &Url) -> Vec<(&'static str, u16)> {
    let to = |path: &str, query: &str| {
        let mut address = callback.clone();
        address.set_path(path);
        address.set_query(Some(query));
        address
    };
    let right = callback.query().unwrap();
    let browser = person::client();
    let mut answers = vec![
        ("favicon", get(to("/favicon.ico", "")).await.status),
        ("other path", get(to("/callback/", right)).await.status),
        ("result page too early", get(to("/done", "")).await.status),
        ("post", got(browser.post(callback.clone()).body("code=c")).await.status),
        ("head", got(browser.head(callback.clone())).await.status),
        ("other host", got(browser.get(callback.clone()).header("host", "evil.example")).await.status),
        ("doubled code", get(to("/callback", &format!("{right}&code=other"))).await.status),
        ("doubled state", get(to("/callback", &format!("state=wrong&{right}"))).await.status),
        ("no state", get(to("/callback", "code=other")).await.status),
        ("neither code nor error", get(to("/callback", &right.replace("code=", "x="))).await.status),
        ("neither, with wrong state", get(to("/callback", "state=wrong")).await.status),
        (
            "wrong state at another host",
            got(browser.get(to("/callback", "code=other&state=wrong")).header("host", "evil.example")).await.status,
        ),
        ("wrong state at another path", get(to("/callback/", "code=other&state=wrong")).await.status),
        ("head too large", got(browser.get(callback.clone()).header("x", "y".repeat(9000))).await.status),
    ];
    let wrong = get(to("/callback", "code=other&state=wrong")).await;
    assert!(wrong.body.contains("Siden hører til et andet login"), "{}", wrong.body);
    answers.push(("wrong state", wrong.status));
    let wrong = get(to("/callback", "error=access_denied&state=wrong")).await;
    answers.push(("refusal with wrong state", wrong.status));
    answers
}

#[tokio::test]
async fn nothing_but_the_right_request_ends_the_login() {
    let broker = Broker::start(Conduct::default(), now()).await;
    let found = Arc::new(Mutex::new(Vec::new()));
    let noted = Arc::clone(&found);
    let browser = Playing::new(move |link| {
        let noted = Arc::clone(&noted);
        async move {
            let callback = log_in(&link).await;
            // One connection says nothing, and one stops in the middle of its head.
            let address = ("127.0.0.1", callback.port().unwrap());
            let silent = TcpStream::connect(address).await.unwrap();
            let mut halting = TcpStream::connect(address).await.unwrap();
            halting.write_all(b"GET /callback?code=").await.unwrap();
            *noted.lock().unwrap() = strays(&callback).await;
            let pages = come_back(callback).await;
            drop((silent, halting));
            pages
        }
    });
    let ended = login(&profile(&broker.issuer), &browser).await;
    assert_eq!(level(&ended), Some(Level::B));
    assert_eq!(ended.others, 2, "the code and the refusal with a wrong state are told, nothing else is");
    assert_eq!(browser.got().await.last().map(|page| page.status), Some(200));
    assert_eq!(
        *found.lock().unwrap(),
        [
            ("favicon", 404),
            ("other path", 404),
            ("result page too early", 404),
            ("post", 404),
            ("head", 404),
            ("other host", 400),
            ("doubled code", 400),
            ("doubled state", 400),
            ("no state", 400),
            ("neither code nor error", 400),
            ("neither, with wrong state", 400),
            ("wrong state at another host", 400),
            ("wrong state at another path", 404),
            ("head too large", 400),
            ("wrong state", 400),
            ("refusal with wrong state", 400),
        ]
    );
}

#[tokio::test]
async fn another_login_s_answer_is_told_while_the_login_waits_and_shows_nothing_of_it() {
    let broker = Broker::start(Conduct::default(), now()).await;
    let browser = Playing::new(|link| async move {
        let mut other = log_in(&link).await;
        other.set_query(Some("code=kanariefugl&state=kanariefugl"));
        vec![get(other).await]
    });
    let (told, heard) = tokio::sync::oneshot::channel();
    let (mut told, mut seen) = (Some(told), String::new());
    let tell = |progress| {
        seen += &format!("{progress:?}");
        if progress == Progress::OtherAnswer {
            told.take().unwrap().send(()).unwrap();
        }
    };
    let cancelled = async { heard.await.unwrap() };
    let profile = profile(&broker.issuer);
    let outcome = approve(&profile, commitment(), Language::Danish, &At(now()), &browser, tell, cancelled, LONG).await;
    assert_eq!(outcome.err(), Some(Trouble::Cancelled), "it was told before the login ended");
    assert!(seen.ends_with("OtherAnswer") && !seen.contains("kanariefugl"), "{seen}");
}

#[tokio::test]
async fn the_first_right_answer_wins() {
    let broker = Broker::start(Conduct::default(), now()).await;
    let browser = Playing::new(|link| async move {
        let callback = log_in(&link).await;
        let mut refusal = callback.clone();
        let state = callback.query_pairs().find(|(name, _)| name == "state").unwrap().1.into_owned();
        refusal.query_pairs_mut().clear().append_pair("error", "access_denied").append_pair("state", &state);
        let mut pages = vec![get(callback.clone()).await, get(refusal.clone()).await];
        pages.push(get(callback.join("/done").unwrap()).await);
        pages
    });
    let ended = login(&profile(&broker.issuer), &browser).await;
    assert_eq!(level(&ended), Some(Level::B));
    let pages = browser.got().await;
    assert_eq!(pages.iter().map(|page| page.status).collect::<Vec<_>>(), [303, 303, 200]);
    assert!(pages[2].body.contains("MitID har svaret"));
}

#[tokio::test]
async fn connections_that_come_and_go_give_their_places_back() {
    let broker = Broker::start(Conduct::default(), now()).await;
    let browser = Playing::new(|link| async move {
        let callback = log_in(&link).await;
        let address = ("127.0.0.1", callback.port().unwrap());
        let mut crowd = Vec::new();
        for _ in 0..40 {
            crowd.push(TcpStream::connect(address).await.unwrap());
        }
        drop(crowd);
        come_back(callback).await
    });
    assert_eq!(level(&login(&profile(&broker.issuer), &browser).await), Some(Level::B));
}

#[tokio::test]
async fn a_list_of_ports_is_tried_in_order() {
    let broker = Broker::start(Conduct::default(), now()).await;
    let taken = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let ports = [taken.local_addr().unwrap().port(), free_port().await];
    let listed = |ports: &[u16]| BrokerProfile { ports: Ports::List(ports.to_vec()), ..profile(&broker.issuer) };

    let browser = Playing::new(straight);
    assert_eq!(login(&listed(&ports[..1]), &browser).await.outcome.err(), Some(Trouble::LoopbackNotOpened));
    assert!(!browser.was_opened());

    // Twice: the port is free again when a login has ended.
    for _ in 0..2 {
        assert_eq!(login(&listed(&ports), &browser).await.outcome.map(|approval| approval.verdict.level()).ok(), Some(Some(Level::B)));
        assert_eq!(broker.seen().authorize["redirect_uri"], format!("http://127.0.0.1:{}/callback", ports[1]));
    }
}

/// A free port that is not one of those that the system gives away, so no other test takes it meanwhile.
async fn free_port() -> u16 {
    let first = 20_000 + u16::try_from(std::process::id() % 5_000).unwrap();
    for port in first.. {
        if TcpListener::bind(("127.0.0.1", port)).await.is_ok() {
            return port;
        }
    }
    unreachable!("some port is free")
}

#[tokio::test]
async fn the_port_answers_on_loopback_only_and_closes_each_connection() {
    let broker = Broker::start(Conduct::default(), now()).await;
    let browser = Playing::new(|link| async move {
        let callback = log_in(&link).await;
        assert_eq!(callback.host_str(), Some("127.0.0.1"));
        let mut stream = TcpStream::connect(("127.0.0.1", callback.port().unwrap())).await.unwrap();
        stream.write_all(b"\x16\x03\x01 not HTTP\r\n\r\n").await.unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).await.unwrap();
        assert!(answer.starts_with("HTTP/1.1 400 ") && answer.contains("\r\nConnection: close\r\n"), "{answer}");
        come_back(callback).await
    });
    assert_eq!(level(&login(&profile(&broker.issuer), &browser).await), Some(Level::B));
    assert_eq!(browser.got().await.len(), 2);
}
