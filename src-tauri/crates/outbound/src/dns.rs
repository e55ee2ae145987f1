//! One question to the system's name servers: the text records of a name.
//!
//! Asked once, never kept, with an end in time; a long answer is asked for again over TCP. Whether
//! an answer is genuine is for the name server to judge: the question asks it to check DNSSEC, and
//! what it says of that is handed on as what it is, the word of a name server over a connection
//! that nobody has secured.

use hickory_resolver::config::{NameServerConfig, ResolverOpts};
use hickory_resolver::net::runtime::TokioRuntimeProvider;
use hickory_resolver::net::xfer::FirstAnswer as _;
use hickory_resolver::net::{DnsError, DnsHandle as _, NetError};
use hickory_resolver::proto::op::{DnsRequestOptions, DnsResponse, Query, ResponseCode};
use hickory_resolver::proto::rr::{Name, RData, RecordType};
use hickory_resolver::system_conf::read_system_conf;
use hickory_resolver::{NameServerPool, PoolContext, TlsConfig};
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

/// The most that the text records of one name may hold together, in bytes. A key of 4096 bits, the
/// longest that is in use, takes less than 800.
pub const TEXT_MAX: usize = 16 * 1024;

/// An alias of an alias is followed this often, as name servers do.
const ALIASES_MAX: usize = 8;

/// What a name server answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TextRecords {
    /// Each record, with its strings put together as RFC 6376 §3.6.2.2 and RFC 7208 §3.3 say.
    pub records: Vec<Vec<u8>>,
    /// The name server says that it has checked the answer by DNSSEC (the AD bit, RFC 4035
    /// §3.2.3).
    pub authenticated: bool,
}

/// Why there are no text records.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NoText {
    /// There is no such name, or it has no text record: a true answer.
    #[error("the name has no text record")]
    Absent,
    /// Not a name that can be asked for.
    #[error("not a name that can be asked for")]
    NotAName,
    /// The name server answered that it cannot or will not tell, or something that makes no sense.
    #[error("the name server does not tell")]
    Refused,
    /// No answer came in time.
    #[error("no answer came in time")]
    Slow,
    /// There is no name server, or no way to it.
    #[error("no name server can be reached")]
    Unreachable,
    /// The answer is larger than it may be.
    #[error("the answer is too large")]
    TooLarge,
}

/// The name servers that are asked.
pub struct NameServers {
    pool: NameServerPool<TokioRuntimeProvider>,
    patience: Duration,
}

impl NameServers {
    /// Those that the system is set up with. `patience` bounds a whole question.
    ///
    /// # Errors
    /// [`NoText::Unreachable`] when the system has none.
    pub fn of_the_system(patience: Duration) -> Result<Self, NoText> {
        let (config, options) = read_system_conf().map_err(|_| NoText::Unreachable)?;
        let (_, _, servers) = config.into_parts();
        Self::new(servers, options, patience)
    }

    /// One at an address, over UDP and TCP.
    ///
    /// # Errors
    /// [`NoText::Unreachable`] when it cannot be asked at all.
    pub fn at(address: SocketAddr, patience: Duration) -> Result<Self, NoText> {
        let mut server = NameServerConfig::udp_and_tcp(address.ip());
        for connection in &mut server.connections {
            connection.port = address.port();
        }
        Self::new(vec![server], ResolverOpts::default(), patience)
    }

    fn new(
        servers: Vec<NameServerConfig>,
        mut options: ResolverOpts,
        patience: Duration,
    ) -> Result<Self, NoText> {
        if servers.is_empty() {
            return Err(NoText::Unreachable);
        }
        options.timeout = patience;
        // Windows asks the person before a program may use a port of its own choice.
        options.os_port_selection = true;
        let tls = TlsConfig::new().map_err(|_| NoText::Unreachable)?;
        let context = Arc::new(PoolContext::new(options, tls));
        let pool = NameServerPool::from_config(servers, context, TokioRuntimeProvider::default());
        Ok(Self { pool, patience })
    }

    /// The text records of a name, which is taken as it stands: no domain of the office is put
    /// behind it.
    ///
    /// # Errors
    /// [`NoText`] says why there are none.
    pub async fn text(&self, name: &str) -> Result<TextRecords, NoText> {
        let name = absolute(name)?;
        let query = Query::query(name.clone(), RecordType::TXT);
        let mut options = DnsRequestOptions::default();
        options.edns_set_dnssec_ok = true;
        let asked = self.pool.lookup(query, options).first_answer();
        let answer = tokio::time::timeout(self.patience, asked).await.map_err(|_| NoText::Slow)?;
        let answer = answer.and_then(|answer| Ok(DnsError::from_response(answer)?));
        records(&answer.map_err(|error| unanswered(&error))?, name)
    }
}

/// A name of letters, digits, hyphens and underscores, as selectors and domains are (RFC 6376
/// §3.1).
fn absolute(name: &str) -> Result<Name, NoText> {
    let name = name.strip_suffix('.').unwrap_or(name);
    let usual = |label: &str| {
        !label.is_empty()
            && label.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_'))
    };
    if !name.split('.').all(usual) {
        return Err(NoText::NotAName);
    }
    let mut name = Name::from_ascii(name).map_err(|_| NoText::NotAName)?;
    name.set_fqdn(true);
    Ok(name)
}

fn unanswered(error: &NetError) -> NoText {
    match error {
        NetError::Dns(DnsError::NoRecordsFound(none)) => match none.response_code {
            ResponseCode::NXDomain | ResponseCode::NoError => NoText::Absent,
            _ => NoText::Refused,
        },
        NetError::Timeout => NoText::Slow,
        NetError::NoConnections | NetError::Io(_) => NoText::Unreachable,
        _ => NoText::Refused,
    }
}

/// The text records of the name, or of the name that it is an alias of.
fn records(answer: &DnsResponse, asked: Name) -> Result<TextRecords, NoText> {
    let mut name = asked;
    for _ in 0..ALIASES_MAX {
        let target = answer.answers.iter().find_map(|record| match &record.data {
            RData::CNAME(target) if record.name == name => Some(target.0.clone()),
            _ => None,
        });
        match target {
            Some(target) => name = target,
            None => break,
        }
    }
    let texts = answer.answers.iter().filter_map(|record| match &record.data {
        RData::TXT(text) if record.name == name => Some(text.txt_data.concat()),
        _ => None,
    });
    let records: Vec<Vec<u8>> = texts.collect();
    if records.iter().map(Vec::len).sum::<usize>() > TEXT_MAX {
        return Err(NoText::TooLarge);
    }
    if records.is_empty() {
        return Err(NoText::Absent);
    }
    Ok(TextRecords { records, authenticated: answer.metadata.authentic_data })
}
