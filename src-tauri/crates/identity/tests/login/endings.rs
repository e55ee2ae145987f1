//! A login that does not come to an answer ends with its own trouble, and leaves nothing open.

use super::*;

#[tokio::test]
async fn a_login_can_be_cancelled_while_it_waits_and_frees_its_port() {
    let broker = Broker::start(FaultInjection::default(), now()).await;
    let profile = profile(&broker.issuer);
    let (told, waiting) = tokio::sync::oneshot::channel();
    let (port, cancel) = (Arc::new(Mutex::new(0)), Arc::new(tokio::sync::Notify::new()));
    let browser = Playing::new({
        let (port, cancel) = (Arc::clone(&port), Arc::clone(&cancel));
        move |link| {
            let (port, cancel) = (Arc::clone(&port), Arc::clone(&cancel));
            async move {
                *port.lock().unwrap() = log_in(&link).await.port().unwrap();
                cancel.notify_one();
                Vec::new()
            }
        }
    });
    let outcome = approve(
        &profile,
        commitment(),
        Language::Danish,
        &At(now()),
        &browser,
        hand_on(told),
        cancel.notified(),
        LONG,
    )
    .await;
    assert_eq!(outcome.err(), Some(Error::Cancelled));
    assert!(waiting.await.is_ok());
    let port = *port.lock().unwrap();
    assert_eq!(
        TcpStream::connect(("127.0.0.1", port)).await.map(|_| ()).map_err(|e| e.kind()),
        Err(std::io::ErrorKind::ConnectionRefused)
    );
}

#[tokio::test]
async fn a_login_that_nobody_answers_times_out() {
    let broker = Broker::start(FaultInjection::default(), now()).await;
    let browser = Playing::new(|_| async { Vec::new() });
    let mut told = None;
    let outcome = approve(
        &profile(&broker.issuer),
        commitment(),
        Language::Danish,
        &At(now()),
        &browser,
        |progress| told = Some(progress),
        pending(),
        Duration::ZERO,
    )
    .await;
    assert_eq!(outcome.err(), Some(Error::TimedOut));
    assert!(matches!(told, Some(Progress::Waiting(waiting)) if waiting.until == now()));
}

#[tokio::test]
async fn without_a_browser_the_link_can_be_opened_elsewhere() {
    let broker = Broker::start(FaultInjection::default(), now()).await;
    let (told, waiting) = tokio::sync::oneshot::channel();
    let elsewhere = async {
        let waiting: Waiting = waiting.await.unwrap();
        assert!(waiting.browser_failed);
        straight(waiting.link).await
    };
    let profile = profile(&broker.issuer);
    let clock = At(now());
    let approval = approve(
        &profile,
        commitment(),
        Language::English,
        &clock,
        &NoBrowser,
        hand_on(told),
        pending(),
        LONG,
    );
    let (outcome, pages) = tokio::join!(approval, elsewhere);
    assert_eq!(outcome.unwrap().verdict.level(), Some(Level::B));
    assert!(pages[1].body.contains("MitID has answered"));
}

#[tokio::test]
async fn evidence_that_does_not_verify_is_no_approval() {
    let broker = Broker::start(FaultInjection::default(), now()).await;
    let ended = log_in_for(
        commitment_in(Environment::Live),
        &profile(&broker.issuer),
        &Playing::new(straight),
    )
    .await;
    assert_eq!(
        ended.outcome.err(),
        Some(Error::EvidenceInvalid),
        "a live request under the practice anchors"
    );
}
