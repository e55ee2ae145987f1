//! The line to a register: one address, one question and its answer, bounded in time and size,
//! asked once more when the first try never got through.

use crate::{ANSWER_MAX, Error, Unconfigured};
use outbound::{Unread, is_loopback};
use reqwest::{Client, RequestBuilder, Response, StatusCode, Url};
use std::time::Duration;

/// How long a look-up waits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Patience {
    /// For the whole look-up, from the first byte out to the last byte in, both tries included.
    pub whole: Duration,
    /// Between the first try and the second. Fixed, because a person's single program needs no
    /// spread.
    pub pause: Duration,
}

/// Ten seconds, and half a second between the tries.
impl Default for Patience {
    fn default() -> Self {
        Self { whole: Duration::from_secs(10), pause: Duration::from_millis(500) }
    }
}

/// An address that may be asked.
#[derive(Clone)]
pub(crate) struct Endpoint {
    address: Url,
    client: Client,
    patience: Patience,
    /// Whether the body of a refusal may say what it is about (unknown number, quota), and an empty
    /// one means that the caller is shut out: there is no credential that could be wrong.
    tells_in_refusals: bool,
}

impl Endpoint {
    /// A line to an `http` or `https` address with a host, without query, fragment and credentials.
    pub(crate) fn new(
        address: &str,
        patience: Patience,
        agent: Option<&str>,
    ) -> Result<Self, Unconfigured> {
        let address = Url::parse(address).map_err(|_| Unconfigured::Address)?;
        let addressed = matches!(address.scheme(), "http" | "https") && address.has_host();
        let named = !address.username().is_empty() || address.password().is_some();
        if !addressed || named || address.query().is_some() || address.fragment().is_some() {
            return Err(Unconfigured::Address);
        }
        let mut client = outbound::client(&address, patience.whole);
        if let Some(agent) = agent {
            client = client.user_agent(agent);
        }
        let client = client.build().map_err(|_| Unconfigured::Address)?;
        Ok(Self { address, client, patience, tells_in_refusals: false })
    }

    /// The same line with a path behind the address's own.
    pub(crate) fn below(mut self, path: &str) -> Self {
        let path = format!("{}{path}", self.address.path().trim_end_matches('/'));
        self.address.set_path(&path);
        self
    }

    pub(crate) fn with_patience(mut self, patience: Patience) -> Self {
        self.patience = patience;
        self
    }

    /// The body of a refusal is an answer too; without one, whoever asks is shut out.
    pub(crate) fn telling_in_refusals(self) -> Self {
        Self { tells_in_refusals: true, ..self }
    }

    /// What is sent can be read on the way: plain `http` that leaves this machine.
    pub(crate) fn is_open(&self) -> bool {
        self.address.scheme() == "http" && !is_loopback(&self.address)
    }

    pub(crate) fn address(&self) -> Url {
        self.address.clone()
    }

    pub(crate) fn client(&self) -> &Client {
        &self.client
    }

    /// Bounds a whole look-up, however many questions it takes. Dropping the future ends it at
    /// once.
    pub(crate) async fn in_time<T>(
        &self,
        look_up: impl Future<Output = Result<T, Error>>,
    ) -> Result<T, Error> {
        tokio::time::timeout(self.patience.whole, look_up).await.unwrap_or(Err(Error::Slow))
    }

    /// Asks, and once more after a pause when the connection failed or a machine in front of the
    /// register said that it cannot get through (502, 503, 504). Never after an answer about the
    /// question, and never after a time-out.
    ///
    /// Nothing of an error is kept but its kind: it may carry the address, and the address a key.
    pub(crate) async fn ask(
        &self,
        question: impl Fn() -> RequestBuilder,
    ) -> Result<Vec<u8>, Error> {
        match self.attempt(question()).await {
            Err(Failed::AskAgain(_)) => {
                tokio::time::sleep(self.patience.pause).await;
                self.attempt(question()).await.map_err(Failed::error)
            }
            first => first.map_err(Failed::error),
        }
    }

    async fn attempt(&self, question: RequestBuilder) -> Result<Vec<u8>, Failed> {
        let response = question.timeout(self.patience.whole).send().await.map_err(|error| {
            match error.is_timeout() {
                true => Failed::Finally(Error::Slow),
                false => Failed::AskAgain(Error::Down),
            }
        })?;
        match response.status() {
            StatusCode::OK => body(response).await,
            StatusCode::NOT_FOUND if self.tells_in_refusals => body(response).await,
            status @ (StatusCode::BAD_REQUEST
            | StatusCode::UNAUTHORIZED
            | StatusCode::FORBIDDEN
            | StatusCode::TOO_MANY_REQUESTS)
                if self.tells_in_refusals =>
            {
                let told = body(response).await?;
                let says_why = told.trim_ascii_start().first() == Some(&b'{')
                    && told.windows(7).any(|word| word == b"\"error\"");
                match status {
                    _ if says_why => Ok(told),
                    StatusCode::TOO_MANY_REQUESTS => Err(Failed::Finally(Error::Quota)),
                    StatusCode::BAD_REQUEST => Err(Failed::Finally(Error::Nonsense)),
                    _ => Err(Failed::Finally(Error::Blocked)),
                }
            }
            StatusCode::BAD_GATEWAY | StatusCode::SERVICE_UNAVAILABLE => {
                Err(Failed::AskAgain(Error::Down))
            }
            StatusCode::GATEWAY_TIMEOUT => Err(Failed::AskAgain(Error::Slow)),
            StatusCode::REQUEST_TIMEOUT => Err(Failed::Finally(Error::Slow)),
            StatusCode::UNAUTHORIZED | StatusCode::FORBIDDEN => {
                Err(Failed::Finally(Error::Refused))
            }
            StatusCode::TOO_MANY_REQUESTS => Err(Failed::Finally(Error::Quota)),
            StatusCode::NOT_FOUND | StatusCode::GONE => Err(Failed::Finally(Error::Gone)),
            broken if broken.is_server_error() => Err(Failed::Finally(Error::Down)),
            _ => Err(Failed::Finally(Error::Nonsense)),
        }
    }
}

enum Failed {
    AskAgain(Error),
    Finally(Error),
}

impl Failed {
    fn error(self) -> Error {
        match self {
            Self::AskAgain(trouble) | Self::Finally(trouble) => trouble,
        }
    }
}

async fn body(response: Response) -> Result<Vec<u8>, Failed> {
    outbound::body(response, ANSWER_MAX).await.map_err(|why| match why {
        Unread::Slow => Failed::Finally(Error::Slow),
        Unread::Broken => Failed::AskAgain(Error::Down),
        Unread::TooLarge => Failed::Finally(Error::Nonsense),
    })
}
