//! The loopback port: where it is, and what it tells.

use super::*;
use identity::Host;
use practice::BrokerFlavour;

#[tokio::test]
async fn another_login_s_answer_is_told_while_the_login_waits_and_shows_nothing_of_it() {
    let broker = Broker::start(FaultInjection::default(), now()).await;
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
    let outcome = approve(
        &profile,
        commitment(),
        Language::Danish,
        &At(now()),
        &browser,
        tell,
        cancelled,
        LONG,
    )
    .await;
    assert_eq!(outcome.err(), Some(Error::Cancelled), "it was told before the login ended");
    assert!(seen.ends_with("OtherAnswer") && !seen.contains("kanariefugl"), "{seen}");
}

#[tokio::test]
async fn a_list_of_ports_is_tried_in_order() {
    let broker = Broker::start(FaultInjection::default(), now()).await;
    let taken = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let ports = [taken.local_addr().unwrap().port(), free_port().await];
    let listed = |ports: &[u16]| BrokerProfile {
        ports: Ports::List(ports.to_vec()),
        ..profile(&broker.issuer)
    };

    let browser = Playing::new(straight);
    assert_eq!(
        login(&listed(&ports[..1]), &browser).await.outcome.err(),
        Some(Error::LoopbackNotOpened { ports: ports[..1].to_vec() })
    );
    assert!(!browser.was_opened());

    // Twice: the port is free again when a login has ended.
    for _ in 0..2 {
        assert_eq!(
            login(&listed(&ports), &browser)
                .await
                .outcome
                .map(|approval| approval.verdict.level())
                .ok(),
            Some(Some(Level::B))
        );
        assert_eq!(
            broker.seen().authorize["redirect_uri"],
            format!("http://127.0.0.1:{}/callback", ports[1])
        );
    }
}

/// A free port that is not one of those that the system gives away, so no other test takes it
/// meanwhile.
async fn free_port() -> u16 {
    let first = 20_000 + u16::try_from(std::process::id() % 5_000).unwrap();
    for port in first.. {
        if TcpListener::bind(("127.0.0.1", port)).await.is_ok() {
            return port;
        }
    }
    unreachable!("some port is free")
}

/// The person comes back to this address, whatever the broker thinks of it: here it is the listener
/// that is looked at.
async fn come_back_to(host: Host, reach: &'static str) -> (Option<Level>, String) {
    let broker = Broker::start(
        FaultInjection { flavour: BrokerFlavour::Signicat, ..FaultInjection::default() },
        now(),
    )
    .await;
    let profile = BrokerProfile { host, ..profile(&broker.issuer) };
    let (sender, redirect) = tokio::sync::oneshot::channel();
    let sender = Mutex::new(Some(sender));
    let browser = Playing::new(move |link| {
        let asked: std::collections::HashMap<_, _> =
            Url::parse(&link).unwrap().query_pairs().into_owned().collect();
        let mut callback = Url::parse(&asked["redirect_uri"]).unwrap();
        let authority = callback[url::Position::BeforeHost..url::Position::AfterPort].to_owned();
        sender.lock().unwrap().take().unwrap().send(asked["redirect_uri"].clone()).unwrap();
        callback
            .query_pairs_mut()
            .append_pair("error", "access_denied")
            .append_pair("state", &asked["state"]);
        callback.set_host(Some(reach)).unwrap();
        async move { vec![got(person::client().get(callback).header("host", authority)).await] }
    });
    let ended = login(&profile, &browser).await;
    assert_eq!(ended.outcome.as_ref().err(), Some(&Error::Refused), "{host:?} at {reach}");
    (level(&ended), redirect.await.unwrap())
}

#[tokio::test]
async fn the_host_of_the_redirect_is_the_profile_s_and_what_is_bound_is_a_literal() {
    for (host, reach, prefix) in [
        (Host::V4, "127.0.0.1", "http://127.0.0.1:"),
        (Host::V6, "[::1]", "http://[::1]:"),
        (Host::Localhost, "127.0.0.1", "http://localhost:"),
        (Host::Localhost, "[::1]", "http://localhost:"),
    ] {
        let (_, redirect) = come_back_to(host, reach).await;
        assert!(redirect.starts_with(prefix), "{redirect}");
    }
}

#[tokio::test]
async fn a_port_that_is_taken_on_one_literal_is_not_used_for_a_name() {
    let broker = Broker::start(FaultInjection::default(), now()).await;
    let taken = TcpListener::bind("[::1]:0").await.unwrap();
    let ports = vec![taken.local_addr().unwrap().port()];
    let named = BrokerProfile {
        host: Host::Localhost,
        ports: Ports::List(ports.clone()),
        ..profile(&broker.issuer)
    };
    let browser = Playing::new(straight);
    assert_eq!(
        login(&named, &browser).await.outcome.err(),
        Some(Error::LoopbackNotOpened { ports })
    );
    assert!(!browser.was_opened());
}

#[tokio::test]
async fn the_port_answers_on_loopback_only_and_closes_each_connection() {
    let broker = Broker::start(FaultInjection::default(), now()).await;
    let browser = Playing::new(|link| async move {
        let callback = log_in(&link).await;
        assert_eq!(callback.host_str(), Some("127.0.0.1"));
        let mut stream = TcpStream::connect(("127.0.0.1", callback.port().unwrap())).await.unwrap();
        stream.write_all(b"\x15\x03\x01 not HTTP\r\n\r\n").await.unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).await.unwrap();
        assert!(
            answer.starts_with("HTTP/1.1 400 ") && answer.contains("\r\nConnection: close\r\n"),
            "{answer}"
        );
        come_back(callback).await
    });
    assert_eq!(level(&login(&profile(&broker.issuer), &browser).await), Some(Level::B));
    assert_eq!(browser.got().await.len(), 2);
}
