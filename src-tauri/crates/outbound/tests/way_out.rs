//! The one way out, over real sockets: encrypted for those whom the system knows, no redirect, an
//! end in time, the office's proxy.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use outbound::client;
use reqwest::Url;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::pki_types::pem::PemObject;
use tokio_rustls::rustls::pki_types::{CertificateDer, PrivateKeyDer};

const PATIENCE: Duration = Duration::from_secs(10);
/// An authority that no system knows, and a server that it has certified for this machine.
const AUTHORITY: &[u8] = include_bytes!("keys/nobody.pem");
const CERTIFICATE: &[u8] = include_bytes!("keys/leaf.pem");
const KEY: &[u8] = include_bytes!("keys/leaf.key.pem");

/// A server that answers every request with the same bytes, and how many there were.
async fn server(answer: &'static str) -> (Url, Arc<AtomicUsize>) {
    let socket = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = Url::parse(&format!("http://{}/", socket.local_addr().unwrap())).unwrap();
    let asked = Arc::new(AtomicUsize::new(0));
    let count = Arc::clone(&asked);
    tokio::spawn(async move {
        loop {
            let (mut stream, _) = socket.accept().await.unwrap();
            count.fetch_add(1, Ordering::SeqCst);
            let mut head = [0; 1024];
            let _read = stream.read(&mut head).await;
            let _sent = stream.write_all(answer.as_bytes()).await;
        }
    });
    (address, asked)
}

#[tokio::test]
async fn a_redirect_is_not_followed() {
    let (address, asked) =
        server("HTTP/1.1 307 Temporary Redirect\r\nLocation: /elsewhere\r\nContent-Length: 0\r\nConnection: close\r\n\r\n").await;
    let answer = client(&address, PATIENCE)
        .build()
        .unwrap()
        .post(address)
        .body("code")
        .send()
        .await
        .unwrap();
    assert_eq!((answer.status().as_u16(), asked.load(Ordering::SeqCst)), (307, 1));
}

#[tokio::test]
async fn a_call_ends_in_time() {
    let socket = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = Url::parse(&format!("http://{}/", socket.local_addr().unwrap())).unwrap();
    // Connections wait in the backlog and are never answered.
    let ended =
        client(&address, Duration::from_millis(50)).build().unwrap().get(address).send().await;
    assert!(ended.unwrap_err().is_timeout());
    drop(socket);
}

#[tokio::test]
async fn nothing_goes_out_unencrypted_where_that_is_asked() {
    let (address, asked) = server("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n").await;
    assert!(
        client(&address, PATIENCE)
            .https_only(true)
            .build()
            .unwrap()
            .get(address)
            .send()
            .await
            .is_err()
    );
    assert_eq!(asked.load(Ordering::SeqCst), 0);
}

#[tokio::test]
async fn a_certificate_that_the_system_does_not_know_is_refused() {
    let certificate = CertificateDer::from_pem_slice(CERTIFICATE).unwrap();
    let key = PrivateKeyDer::from_pem_slice(KEY).unwrap();
    // Named, for a build of the whole workspace knows two.
    let provider = Arc::new(tokio_rustls::rustls::crypto::aws_lc_rs::default_provider());
    let config = ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .unwrap();
    let config = config.with_no_client_auth().with_single_cert(vec![certificate], key).unwrap();
    let socket = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = Url::parse(&format!("https://{}/", socket.local_addr().unwrap())).unwrap();
    let serving = tokio::spawn(async move {
        let mut handshakes = Vec::new();
        for _ in 0..2 {
            let (stream, _) = socket.accept().await.unwrap();
            let whole = TlsAcceptor::from(Arc::new(config.clone())).accept(stream).await;
            handshakes.push(match whole {
                Ok(mut stream) => {
                    let mut head = [0; 1024];
                    let read = stream.read(&mut head).await.unwrap_or(0);
                    let _sent = stream
                        .write_all(
                            b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n",
                        )
                        .await;
                    read > 0
                }
                Err(_) => false,
            });
        }
        handshakes
    });
    let refused =
        client(&address, PATIENCE).build().unwrap().get(address.clone()).send().await.unwrap_err();
    assert!(refused.is_connect(), "{refused:?}");
    // The server is sound: whoever is told to trust it, does.
    let root = reqwest::Certificate::from_pem(AUTHORITY).unwrap();
    let trusting = client(&address, PATIENCE).tls_certs_only([root]).build().unwrap();
    assert!(trusting.get(address).send().await.unwrap().status().is_success());
    assert_eq!(
        serving.await.unwrap(),
        [false, true],
        "nothing was sent to the one that is not known"
    );
}

/// The environment of this process cannot be changed safely, so a child has the proxy in its own.
#[tokio::test]
async fn the_system_s_proxy_is_asked_but_not_for_loopback() {
    let (proxy, asked) =
        server("HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\nConnection: close\r\n\r\n").await;
    let mut child = tokio::process::Command::new(std::env::current_exe().unwrap());
    for name in ["HTTP_PROXY", "http_proxy", "HTTPS_PROXY", "https_proxy"] {
        child.env(name, proxy.as_str());
    }
    let ended = child
        .env_remove("NO_PROXY")
        .env_remove("no_proxy")
        .args(["--exact", "asks_outside_and_at_home", "--ignored"])
        .output();
    let ended = ended.await.unwrap();
    assert!(ended.status.success(), "{}", String::from_utf8_lossy(&ended.stdout));
    assert_eq!(
        asked.load(Ordering::SeqCst),
        1,
        "for the address outside, and not for the one at home"
    );
}

#[tokio::test]
#[ignore = "is run by the test above, in a process of its own"]
async fn asks_outside_and_at_home() {
    let outside = Url::parse("https://mitid.example/").unwrap();
    assert!(client(&outside, PATIENCE).build().unwrap().get(outside).send().await.is_err());
    let (home, asked) =
        server("HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n").await;
    assert!(
        client(&home, PATIENCE)
            .build()
            .unwrap()
            .get(home)
            .send()
            .await
            .unwrap()
            .status()
            .is_success()
    );
    assert_eq!(asked.load(Ordering::SeqCst), 1);
}
