//! Pretended registers on loopback: what they are asked, and how often.

use axum::Router;
use axum::body::Bytes;
use axum::http::{HeaderMap, StatusCode, Uri, header};
use domain::Timestamp;
use domain::cvr::CvrNumber;
use register::Patience;
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpListener;

/// A question as it came over the line.
#[derive(Debug, Clone)]
pub struct Asked {
    pub uri: Uri,
    pub headers: HeaderMap,
    pub body: Bytes,
}

/// Every question that came, in their order.
pub type Questions = Arc<Mutex<Vec<Asked>>>;

/// Serves what `answer` says to each question, with how many came before it.
pub async fn serve<F>(answer: F) -> (String, Questions)
where
    F: Fn(usize, &Asked) -> (u16, String) + Clone + Send + Sync + 'static,
{
    let questions = Questions::default();
    let kept = Arc::clone(&questions);
    let handler = move |uri: Uri, headers: HeaderMap, body: Bytes| {
        let asked = Asked { uri, headers, body };
        let mut kept = kept.lock().unwrap();
        let (status, body) = answer(kept.len(), &asked);
        kept.push(asked);
        async move {
            (
                StatusCode::from_u16(status).unwrap(),
                [(header::CONTENT_TYPE, "application/json")],
                body,
            )
        }
    };
    (listen(Router::new().fallback(handler)).await, questions)
}

pub async fn listen(router: Router) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move { axum::serve(listener, router).await });
    format!("http://{address}")
}

/// Serves bytes as they are, one connection after the other: the last ones again and again.
pub async fn raw(replies: Vec<String>) -> (String, Arc<Mutex<usize>>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let connections = Arc::new(Mutex::new(0));
    let counted = Arc::clone(&connections);
    tokio::spawn(async move {
        loop {
            let (mut socket, _) = listener.accept().await.unwrap();
            let reply = {
                let mut count = counted.lock().unwrap();
                *count += 1;
                replies[(*count - 1).min(replies.len() - 1)].clone()
            };
            let mut question = [0; 8192];
            let _ = socket.read(&mut question).await;
            let _ = socket.write_all(reply.as_bytes()).await;
            let _ = socket.shutdown().await;
        }
    });
    (format!("http://{address}"), connections)
}

/// Sends the head of an answer and then one byte after the other, without end.
pub async fn endless(pause: Duration) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move {
        while let Ok((mut socket, _)) = listener.accept().await {
            tokio::spawn(async move {
                let mut question = [0; 8192];
                let _ = socket.read(&mut question).await;
                let _ = socket
                    .write_all(b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n\r\n")
                    .await;
                let chunk = if pause.is_zero() { vec![b' '; 64 * 1024] } else { vec![b' '] };
                while socket.write_all(&chunk).await.is_ok() {
                    tokio::time::sleep(pause).await;
                }
            });
        }
    });
    format!("http://{address}")
}

/// The whole time of the real thing, and hardly a pause between the tries.
pub fn patience() -> Patience {
    Patience { pause: Duration::from_millis(1), ..Patience::default() }
}

pub fn hurry() -> Patience {
    Patience { whole: Duration::from_millis(100), pause: Duration::from_millis(1) }
}

pub fn cvr() -> CvrNumber {
    CvrNumber::parse("13748136").unwrap()
}

pub fn now() -> Timestamp {
    "2026-11-24T12:00:00Z".parse().unwrap()
}
