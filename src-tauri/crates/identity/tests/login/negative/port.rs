//! The loopback port: whatever any page or program on the machine sends, only the right request
//! ends the login.

use super::*;

/// Something else happens at the port first, and then the person comes back.
async fn after<F: Future<Output = ()> + Send + 'static>(
    stray: impl Fn(Url) -> F + Send + Sync + Clone + 'static,
    others: usize,
) -> Ended {
    let broker = Broker::start(FaultInjection::default(), now()).await;
    let browser = Playing::new(move |link| {
        let stray = stray.clone();
        async move {
            let callback = log_in(&link).await;
            stray(callback.clone()).await;
            come_back(callback).await
        }
    });
    let ended = login(&profile(&broker.issuer), &browser).await;
    assert_eq!(browser.got().await.last().map(|page| page.status), Some(200));
    assert_eq!(ended.others, others, "the person is told only of answers of other logins");
    ended
}

/// One request is answered with this status.
async fn stray(request: fn(Url) -> reqwest::RequestBuilder, status: u16, others: usize) -> Ended {
    let check =
        move |callback: Url| async move { assert_eq!(got(request(callback)).await.status, status) };
    after(check, others).await
}

/// The callback with its path and query changed.
fn at(callback: &Url, path: &str, query: impl Fn(&str) -> String) -> reqwest::RequestBuilder {
    let mut address = callback.clone();
    address.set_path(path);
    address.set_query(Some(&query(callback.query().unwrap())));
    person::client().get(address)
}

fn here(callback: &Url, query: impl Fn(&str) -> String) -> reqwest::RequestBuilder {
    at(callback, "/callback", query)
}

/// Connects, sends this and nothing more, and is sent away when its time is up; the clock goes on
/// by itself meanwhile.
async fn halts(callback: Url, bytes: &'static [u8]) {
    let mut stream = TcpStream::connect(("127.0.0.1", callback.port().unwrap())).await.unwrap();
    stream.write_all(bytes).await.unwrap();
    tokio::time::pause();
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).await.unwrap();
    tokio::time::resume();
    assert_eq!(answer, b"");
}

async fn crowd(callback: Url) {
    let mut crowd = Vec::new();
    for _ in 0..40 {
        crowd.push(TcpStream::connect(("127.0.0.1", callback.port().unwrap())).await.unwrap());
    }
}

async fn reloaded_with_a_refusal() -> Ended {
    let broker = Broker::start(FaultInjection::default(), now()).await;
    let browser = Playing::new(|link| async move {
        let callback = log_in(&link).await;
        let mut refusal = callback.clone();
        let state =
            callback.query_pairs().find(|(name, _)| name == "state").unwrap().1.into_owned();
        refusal
            .query_pairs_mut()
            .clear()
            .append_pair("error", "access_denied")
            .append_pair("state", &state);
        let mut pages = vec![get(callback.clone()).await, get(refusal.clone()).await];
        pages.push(get(callback.join("/done").unwrap()).await);
        pages
    });
    let ended = login(&profile(&broker.issuer), &browser).await;
    let pages = browser.got().await;
    assert_eq!(pages.iter().map(|page| page.status).collect::<Vec<_>>(), [303, 303, 200]);
    assert!(pages[2].body.contains("MitID har svaret"));
    ended
}

async fn every_port_taken() -> Ended {
    let broker = Broker::start(FaultInjection::default(), now()).await;
    let taken = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = taken.local_addr().unwrap().port();
    let browser = Playing::new(straight);
    let ended = login(
        &BrokerProfile { ports: Ports::List(vec![port]), ..profile(&broker.issuer) },
        &browser,
    )
    .await;
    let trouble = ended.outcome.as_ref().unwrap_err();
    assert_eq!(*trouble, Error::LoopbackNotOpened { ports: vec![port] });
    assert!(trouble.to_string().contains(&port.to_string()), "{trouble}");
    assert!(!browser.was_opened());
    ended
}

cases! {
    a_wrong_state: "level B", stray(|c| here(&c, |_| "code=other&state=wrong".to_owned()), 400, 1);
    a_refusal_with_a_wrong_state: "level B", stray(|c| here(&c, |_| "error=access_denied&state=wrong".to_owned()), 400, 1);
    no_state: "level B", stray(|c| here(&c, |_| "code=other".to_owned()), 400, 0);
    an_empty_state: "level B", stray(|c| here(&c, |_| "code=other&state=".to_owned()), 400, 1);
    a_doubled_state: "level B", stray(|c| here(&c, |right| format!("state=wrong&{right}")), 400, 0);
    two_codes: "level B", stray(|c| here(&c, |right| format!("{right}&code=other")), 400, 0);
    a_code_and_an_error: "level B", stray(|c| here(&c, |right| format!("{right}&error=access_denied")), 400, 0);
    neither_code_nor_error: "level B", stray(|c| here(&c, |right| right.replace("code=", "x=")), 400, 0);
    another_path: "level B", stray(|c| at(&c, "/callback/", str::to_owned), 404, 0);
    a_path_in_other_letters: "level B", stray(|c| at(&c, "/Callback", str::to_owned), 404, 0);
    a_callback_by_post: "level B", stray(|c| person::client().post(c).body("code=c"), 404, 0);
    a_callback_by_head: "level B", stray(|c| person::client().head(c), 404, 0);
    a_question_before_a_request_from_elsewhere: "level B", stray(|c| person::client().request(reqwest::Method::OPTIONS, c), 404, 0);
    the_favicon_first: "level B", stray(|c| at(&c, "/favicon.ico", |_| String::new()), 404, 0);
    the_result_page_too_early: "level B", stray(|c| at(&c, "/done", |_| String::new()), 404, 0);
    another_host: "level B", stray(|c| person::client().get(c).header("host", "evil.example"), 400, 0);
    the_same_address_under_its_name: "level B", stray(|c| {
        let port = c.port().unwrap();
        person::client().get(c).header("host", format!("localhost:{port}"))
    }, 400, 0);
    a_head_that_is_too_large: "level B", stray(|c| person::client().get(c).header("x", "y".repeat(100_000)), 400, 0);
    more_headers_than_a_browser_sends: "level B", stray(|c| {
        (0..300).fold(person::client().get(c), |request, n| request.header(format!("x-{n}"), "y"))
    }, 400, 0);
    a_head_that_never_ends: "level B", after(|callback| halts(callback, b"GET /callback?code="), 0);
    a_connection_that_says_nothing: "level B", after(|callback| halts(callback, b""), 0);
    connections_that_come_and_go: "level B", after(crowd, 0);
    a_second_answer: "level B", reloaded_with_a_refusal();
    every_port_is_taken: "loopback-not-opened", every_port_taken();
}
