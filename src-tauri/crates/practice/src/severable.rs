//! A line that can be cut before an answer gets through: the only honest way to pretend a lost
//! connection.

use axum::extract::connect_info::Connected;
use axum::serve::{IncomingStream, Listener};
use std::io;
use std::net::SocketAddr;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::{Context, Poll};
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::{TcpListener, TcpStream};

/// The connection that a request came on.
#[derive(Clone, Default)]
pub(crate) struct SeverableConnection(Arc<AtomicBool>);

impl SeverableConnection {
    /// From now on nothing is written: the connection closes instead.
    pub(crate) fn cut(&self) {
        self.0.store(true, Ordering::Release);
    }

    fn is_cut(&self) -> bool {
        self.0.load(Ordering::Acquire)
    }
}

/// A listener whose connections can be cut.
pub(crate) struct SeverableListener {
    listener: TcpListener,
    /// Who was waited for and is not answered yet.
    first: Option<(TcpStream, SocketAddr)>,
}

impl SeverableListener {
    /// Wraps a bound listener.
    pub(crate) fn new(listener: TcpListener) -> Self {
        Self { listener, first: None }
    }

    /// Waits until somebody connects; they are the first to be accepted.
    pub(crate) async fn wait(&mut self) {
        if self.first.is_none() {
            self.first = Some(Listener::accept(&mut self.listener).await);
        }
    }
}

impl Listener for SeverableListener {
    type Io = SeverableStream;
    type Addr = SocketAddr;

    async fn accept(&mut self) -> (Self::Io, Self::Addr) {
        let (stream, address) = match self.first.take() {
            Some(first) => first,
            None => Listener::accept(&mut self.listener).await,
        };
        (SeverableStream { stream, line: SeverableConnection::default() }, address)
    }

    fn local_addr(&self) -> io::Result<Self::Addr> {
        self.listener.local_addr()
    }
}

impl Connected<IncomingStream<'_, SeverableListener>> for SeverableConnection {
    fn connect_info(stream: IncomingStream<'_, SeverableListener>) -> Self {
        stream.io().line.clone()
    }
}

/// The bytes of one connection.
pub(crate) struct SeverableStream {
    stream: TcpStream,
    line: SeverableConnection,
}

impl AsyncRead for SeverableStream {
    fn poll_read(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_read(cx, buffer)
    }
}

impl AsyncWrite for SeverableStream {
    fn poll_write(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        if self.line.is_cut() {
            return Poll::Ready(Err(io::ErrorKind::ConnectionAborted.into()));
        }
        Pin::new(&mut self.stream).poll_write(cx, bytes)
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(cx)
    }
}
