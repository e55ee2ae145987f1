//! The loopback listener that receives the one callback (RFC 8252 §7.3, `oidc.md` §6.1).
//!
//! It is bound to literal addresses before any browser is opened, takes only the request that knows
//! `state`, answers everything else without being disturbed by it, and is closed on every way out:
//! it is not a task of its own but a part of the login's future, so its port is free the moment
//! that is dropped.

use crate::Error;
use crate::callback::{self, Answer, DONE, Expected, HEAD, Meaning};
use crate::page::{Page, Pages, content_security_policy};
use crate::profile::{Host, Ports};
use crate::response::Policy;
use std::future::{Future, poll_fn};
use std::io;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::Poll;
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{Notify, Semaphore, mpsc, oneshot};
use tokio::task::JoinSet;
use tokio::time::{sleep, timeout};
use zeroize::Zeroizing;

/// How long a client may take to send its head, and again to take the answer.
const PATIENCE: Duration = Duration::from_secs(5);
/// How long the result page is kept for a browser that does not come for it.
const LINGER: Duration = Duration::from_secs(2);
/// How much is read at a time, in bytes.
const CHUNK: usize = 8 * 1024;
/// How many connections are served at once; more wait in the backlog.
const CONNECTIONS: usize = 32;
/// A pause after a failed accept, so that a lack of file handles does not become a busy loop.
const PAUSE: Duration = Duration::from_millis(50);

/// How many ports are tried where both literals must have the same one and any will do.
const ATTEMPTS: usize = 16;

/// A bound port that nobody knows of yet.
pub(crate) struct Listener {
    sockets: Vec<TcpListener>,
    port: u16,
}

impl Listener {
    /// Binds the first port that is free on every literal that the host means.
    pub(crate) async fn bind(host: Host, ports: &Ports) -> Result<Self, Error> {
        let any = [0; ATTEMPTS];
        let (candidates, named): (&[u16], &[u16]) = match ports {
            Ports::Any => (&any, &[]),
            Ports::List(list) => (list, list),
        };
        for port in candidates {
            if let Ok(listener) = Self::at(host, *port).await {
                return Ok(listener);
            }
        }
        Err(Error::LoopbackNotOpened { ports: named.to_vec() })
    }

    async fn at(host: Host, port: u16) -> io::Result<Self> {
        let (v4, v6) = (IpAddr::V4(Ipv4Addr::LOCALHOST), IpAddr::V6(Ipv6Addr::LOCALHOST));
        let first = TcpListener::bind((if host == Host::V6 { v6 } else { v4 }, port)).await?;
        let port = first.local_addr()?.port();
        let mut sockets = vec![first];
        if host == Host::Localhost {
            match TcpListener::bind((v6, port)).await {
                Ok(second) => sockets.push(second),
                // A machine without IPv6 has nobody there either; a port that is taken there has
                // somebody.
                Err(error)
                    if error.kind() == io::ErrorKind::AddrInUse
                        || error.kind() == io::ErrorKind::PermissionDenied =>
                {
                    return Err(error);
                }
                Err(_) => {}
            }
        }
        Ok(Self { sockets, port })
    }

    /// The port.
    pub(crate) fn port(&self) -> u16 {
        self.port
    }

    /// Prepares to answer. Nothing is answered before [`OpenListener::answered`] is awaited; until
    /// then clients queue.
    pub(crate) fn open(self, expected: Expected, policy: Policy, pages: Pages) -> OpenListener {
        let (sender, answer) = oneshot::channel();
        let done = Arc::new(Notify::new());
        // As many as are served at once; whoever sends more has been noticed.
        let (notice, others) = mpsc::channel(CONNECTIONS);
        let state = Mutex::new(State::Waiting(sender));
        let shared = Arc::new(Shared {
            expected,
            policy,
            pages,
            state,
            others: notice,
            done: Arc::clone(&done),
        });
        OpenListener {
            answer,
            others,
            closing: Closing { done, serving: Box::pin(serve(self.sockets, shared)) },
        }
    }
}

/// Something that came to the port and is not the answer, but that the person should know of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Notice {
    /// The answer of another login.
    OtherAnswer,
    /// A browser that wanted to speak encrypted.
    Https,
}

/// A listener that answers.
pub(crate) struct OpenListener {
    answer: oneshot::Receiver<Answer>,
    others: mpsc::Receiver<Notice>,
    closing: Closing,
}

impl OpenListener {
    /// The first answer with the right `state`. Waits for ever if none comes; `heard` is called for
    /// what comes before it and the person should know of.
    pub(crate) async fn answered(
        mut self,
        mut heard: impl FnMut(Notice),
    ) -> Result<(Answer, Closing), Error> {
        let answer = loop {
            tokio::select! {
                // In the order in which they came. More others need `serving`, so they cannot keep
                // the answer waiting.
                biased;
                Some(notice) = self.others.recv() => heard(notice),
                answer = &mut self.answer => break answer.ok(),
                () = &mut self.closing.serving => break None,
            }
        };
        Ok((answer.ok_or(Error::LoopbackNotOpened { ports: Vec::new() })?, self.closing))
    }
}

/// A listener that has its answer and only shows the result page.
pub(crate) struct Closing {
    done: Arc<Notify>,
    serving: Pin<Box<dyn Future<Output = ()> + Send>>,
}

impl Closing {
    /// Waits until the browser has the result page, a moment at most, and frees the port.
    pub(crate) async fn closed(mut self) {
        tokio::select! {
            () = self.done.notified() => {}
            () = &mut self.serving => {}
            () = sleep(LINGER) => {}
        }
    }
}

/// What the connections share.
struct Shared {
    expected: Expected,
    policy: Policy,
    pages: Pages,
    state: Mutex<State>,
    others: mpsc::Sender<Notice>,
    done: Arc<Notify>,
}

enum State {
    Waiting(oneshot::Sender<Answer>),
    Answered(Page),
}

/// Accepts for ever. The connections are tasks, and end when this is dropped.
async fn serve(sockets: Vec<TcpListener>, shared: Arc<Shared>) {
    let places = Arc::new(Semaphore::new(CONNECTIONS));
    let mut connections = JoinSet::new();
    loop {
        let Ok(place) = Arc::clone(&places).acquire_owned().await else { return };
        while connections.try_join_next().is_some() {}
        match accept(&sockets).await {
            Ok(stream) => {
                let shared = Arc::clone(&shared);
                connections.spawn(async move {
                    shared.serve(stream).await;
                    drop(place);
                });
            }
            Err(_) => sleep(PAUSE).await,
        }
    }
}

/// The next connection on any of them.
async fn accept(sockets: &[TcpListener]) -> io::Result<TcpStream> {
    poll_fn(|context| {
        let mut ready =
            sockets.iter().map(|socket| socket.poll_accept(context)).filter(Poll::is_ready);
        ready.next().unwrap_or(Poll::Pending).map_ok(|(stream, _)| stream)
    })
    .await
}

impl Shared {
    /// One request, one answer. A client that is too slow or goes away is forgotten.
    async fn serve(&self, mut stream: TcpStream) {
        let Ok(Some(meaning)) = timeout(PATIENCE, self.read(&mut stream)).await else { return };
        let response = self.respond(meaning);
        let sent = timeout(PATIENCE, send(&mut stream, &response.bytes)).await;
        if response.last && matches!(sent, Ok(Ok(()))) {
            self.done.notify_one();
        }
        // What the client still sends is read, so that closing does not reset the connection under
        // the answer.
        let _ended = timeout(PATIENCE, drain(&mut stream)).await;
    }

    /// Reads a head. It is looked at when it begins and when it may be whole, and not each time
    /// that some of it comes: whoever sends byte by byte makes no work.
    async fn read(&self, stream: &mut TcpStream) -> Option<Meaning> {
        let mut head = Zeroizing::new(Vec::with_capacity(CHUNK));
        let mut chunk = Zeroizing::new([0; CHUNK]);
        loop {
            let came = match stream.read(chunk.as_mut_slice()).await {
                Ok(0) | Err(_) => return None,
                Ok(came) => came,
            };
            let (begins, seen) = (head.is_empty(), head.len().saturating_sub(3));
            extend(&mut head, chunk.get(..came).unwrap_or_default());
            let ends = head
                .get(seen..)
                .unwrap_or_default()
                .windows(2)
                .any(|two| two == b"\n\r" || two == b"\n\n");
            if let Some(meaning) =
                (begins || ends).then(|| callback::read(&head, &self.expected)).flatten()
            {
                return Some(meaning);
            }
            if head.len() >= HEAD {
                return Some(Meaning::Malformed);
            }
        }
    }

    fn respond(&self, meaning: Meaning) -> Response {
        match meaning {
            Meaning::Callback(answer) => {
                self.take(answer);
                Response::redirect()
            }
            Meaning::Done => match *self.state() {
                State::Answered(page) => Response::last(&self.pages.html(page)),
                State::Waiting(_) => self.refused("404 Not Found"),
            },
            Meaning::OtherLogin => {
                self.notice(Notice::OtherAnswer);
                Response::page("400 Bad Request", &self.pages.html(Page::OtherLogin))
            }
            Meaning::NotHere => self.refused("404 Not Found"),
            Meaning::Https => {
                self.notice(Notice::Https);
                self.refused("400 Bad Request")
            }
            Meaning::Malformed => self.refused("400 Bad Request"),
        }
    }

    /// The login goes on, and whoever looks at the browser is told so.
    fn refused(&self, status: &str) -> Response {
        Response::page(status, &self.pages.html(Page::Unread))
    }

    fn notice(&self, notice: Notice) {
        // Full or gone: the person has been told often enough, or nobody waits any more.
        let _untold = self.others.try_send(notice);
    }

    /// The first answer wins; a reloaded callback changes nothing.
    fn take(&self, answer: Answer) {
        let mut state = self.state();
        if let State::Waiting(_) = *state {
            let page = State::Answered(self.policy.page(&answer));
            if let State::Waiting(sender) = std::mem::replace(&mut *state, page) {
                // Nobody waits any more when the login was cancelled this very moment.
                let _unwanted = sender.send(answer);
            }
        }
    }

    fn state(&self) -> std::sync::MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

struct Response {
    bytes: Vec<u8>,
    /// The result page: after it nothing more is expected.
    last: bool,
}

impl Response {
    fn new(status: &str, header: &str, body: &str) -> Self {
        let policy = content_security_policy();
        let bytes = format!(
            "HTTP/1.1 {status}\r\n{header}Content-Type: text/html; charset=utf-8\r\nContent-Length: {}\r\nConnection: close\r\n\
             Cache-Control: no-store\r\nContent-Security-Policy: {policy}\r\nReferrer-Policy: no-referrer\r\n\
             X-Content-Type-Options: nosniff\r\n\r\n{body}",
            body.len()
        );
        Self { bytes: bytes.into_bytes(), last: false }
    }

    fn page(status: &str, html: &str) -> Self {
        Self::new(status, "", html)
    }

    fn redirect() -> Self {
        Self::new("303 See Other", &format!("Location: {DONE}\r\n"), "")
    }

    fn last(html: &str) -> Self {
        Self { last: true, ..Self::page("200 OK", html) }
    }
}

async fn send(stream: &mut TcpStream, bytes: &[u8]) -> io::Result<()> {
    stream.write_all(bytes).await?;
    stream.shutdown().await
}

async fn drain(stream: &mut TcpStream) {
    let mut rest = [0; 1024];
    // As much as a head that was refused may go on.
    for _ in 0..256 {
        if !matches!(stream.read(&mut rest).await, Ok(1..)) {
            return;
        }
    }
}

/// Appends without leaving a copy of what was there in memory that is given back: the head of the
/// callback holds the code.
fn extend(head: &mut Zeroizing<Vec<u8>>, more: &[u8]) {
    if head.capacity() - head.len() < more.len() {
        let mut larger =
            Zeroizing::new(Vec::with_capacity((head.len() + more.len()).saturating_mul(2)));
        larger.extend_from_slice(head);
        *head = larger;
    }
    head.extend_from_slice(more);
}
