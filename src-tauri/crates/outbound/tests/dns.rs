//! The question to the DNS, over real sockets: a small name server on loopback that answers over
//! UDP and TCP as it is told.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use hickory_resolver::proto::op::{Message, ResponseCode};
use hickory_resolver::proto::rr::rdata::{CNAME, TXT};
use hickory_resolver::proto::rr::{Name, RData, Record};
use outbound::dns::{NameServers, NoText, TEXT_MAX};
use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, UdpSocket};

/// Longer than any answer takes on a busy machine.
const PATIENCE: Duration = Duration::from_secs(30);
const NAME: &str = "k2026a._domainkey.mitid-erhverv.example";

/// Makes the answer of a question, over TCP when it says so.
type Answer = fn(&Message, tcp: bool) -> Message;

/// How often was asked over UDP and over TCP.
#[derive(Default)]
struct Asked {
    udp: AtomicUsize,
    tcp: AtomicUsize,
}

async fn name_server(answer: Answer) -> (SocketAddr, Arc<Asked>) {
    // The same port for both, as a name server has.
    let (udp, tcp) = loop {
        let udp = UdpSocket::bind("127.0.0.1:0").await.unwrap();
        if let Ok(tcp) = TcpListener::bind(udp.local_addr().unwrap()).await {
            break (udp, tcp);
        }
    };
    let address = udp.local_addr().unwrap();
    let asked = Arc::new(Asked::default());
    let (over_udp, over_tcp) = (Arc::clone(&asked), Arc::clone(&asked));
    tokio::spawn(async move {
        let mut packet = [0; 4096];
        while let Ok((length, from)) = udp.recv_from(&mut packet).await {
            over_udp.udp.fetch_add(1, Ordering::SeqCst);
            let question = Message::from_vec(&packet[..length]).unwrap();
            let _sent = udp.send_to(&answer(&question, false).to_vec().unwrap(), from).await;
        }
    });
    tokio::spawn(async move {
        while let Ok((mut stream, _)) = tcp.accept().await {
            let Ok(length) = stream.read_u16().await else { continue };
            let mut packet = vec![0; usize::from(length)];
            stream.read_exact(&mut packet).await.unwrap();
            over_tcp.tcp.fetch_add(1, Ordering::SeqCst);
            let bytes = answer(&Message::from_vec(&packet).unwrap(), true).to_vec().unwrap();
            stream.write_u16(u16::try_from(bytes.len()).unwrap()).await.unwrap();
            stream.write_all(&bytes).await.unwrap();
        }
    });
    (address, asked)
}

fn reply(question: &Message) -> Message {
    let mut answer = Message::response(question.metadata.id, question.metadata.op_code);
    answer.add_query(question.queries[0].clone());
    answer
}

fn text(question: &Message, strings: &[&str]) -> Record {
    text_of(question.queries[0].name().clone(), strings)
}

fn text_of(name: Name, strings: &[&str]) -> Record {
    let strings = strings.iter().map(|text| (*text).to_owned()).collect();
    Record::from_rdata(name, 60, RData::TXT(TXT::new(strings)))
}

async fn asked(answer: Answer) -> Result<(Vec<String>, bool), NoText> {
    let (address, _) = name_server(answer).await;
    let found = NameServers::at(address, PATIENCE).unwrap().text(NAME).await?;
    let records = found.records.into_iter().map(|record| String::from_utf8(record).unwrap());
    Ok((records.collect(), found.authenticated))
}

#[tokio::test]
async fn the_strings_of_a_record_are_put_together() {
    let found = asked(|question, _| {
        let mut answer = reply(question);
        answer.add_answer(text(question, &["v=DKIM1; k=rsa; p=MIIB", "IjANBg", ""]));
        answer
    })
    .await;
    assert_eq!(found, Ok((vec!["v=DKIM1; k=rsa; p=MIIBIjANBg".to_owned()], false)));
}

#[tokio::test]
async fn that_the_name_server_checked_the_answer_is_its_own_word_and_is_asked_for() {
    let found = asked(|question, _| {
        let mut answer = reply(question);
        let wants = question.edns.as_ref().is_some_and(|edns| edns.flags().dnssec_ok);
        answer.metadata.authentic_data = wants;
        answer.add_answer(text(question, &["v=DKIM1; p="]));
        answer
    })
    .await;
    assert_eq!(found, Ok((vec!["v=DKIM1; p=".to_owned()], true)));
}

#[tokio::test]
async fn an_alias_is_followed_and_other_names_are_not_taken() {
    let found = asked(|question, _| {
        let mut answer = reply(question);
        let name = question.queries[0].name().clone();
        let elsewhere = Name::from_ascii("key.sender.example.").unwrap();
        answer.add_answer(text_of(Name::from_ascii("other.example.").unwrap(), &["no"]));
        answer.add_answer(Record::from_rdata(name, 60, RData::CNAME(CNAME(elsewhere.clone()))));
        answer.add_answer(text_of(elsewhere, &["v=DKIM1; p=AAAA"]));
        answer
    })
    .await;
    assert_eq!(found, Ok((vec!["v=DKIM1; p=AAAA".to_owned()], false)));
}

#[tokio::test]
async fn a_true_no_is_told_from_a_name_server_that_does_not_tell() {
    for (answer, why) in [
        (
            (|question, _| {
                let mut answer = reply(question);
                answer.metadata.response_code = ResponseCode::NXDomain;
                answer
            }) as Answer,
            NoText::Absent,
        ),
        ((|question, _| reply(question)) as Answer, NoText::Absent),
        (
            |question, _| {
                let mut answer = reply(question);
                answer.metadata.response_code = ResponseCode::ServFail;
                answer
            },
            NoText::Refused,
        ),
        (
            |question, _| {
                let mut answer = reply(question);
                answer.metadata.response_code = ResponseCode::Refused;
                answer
            },
            NoText::Refused,
        ),
        // Records of other names only.
        (
            |question, _| {
                let mut answer = reply(question);
                answer.add_answer(text_of(Name::from_ascii("other.example.").unwrap(), &["x"]));
                answer
            },
            NoText::Absent,
        ),
    ] {
        assert_eq!(asked(answer).await, Err(why));
    }
}

#[tokio::test]
async fn an_answer_that_was_cut_is_asked_for_again_over_tcp() {
    let (address, count) = name_server(|question, tcp| {
        let mut answer = reply(question);
        if tcp {
            answer.add_answer(text(question, &[&"a".repeat(255), &"b".repeat(255)]));
        } else {
            answer.metadata.truncation = true;
        }
        answer
    })
    .await;
    let found = NameServers::at(address, PATIENCE).unwrap().text(NAME).await.unwrap();
    assert_eq!(found.records, [["a".repeat(255), "b".repeat(255)].concat().into_bytes()]);
    assert_eq!((count.udp.load(Ordering::SeqCst), count.tcp.load(Ordering::SeqCst)), (1, 1));
}

#[tokio::test]
async fn an_answer_has_an_upper_limit() {
    let found = asked(|question, tcp| {
        let mut answer = reply(question);
        let line = "x".repeat(255);
        if tcp {
            answer.add_answer(text(question, &vec![line.as_str(); TEXT_MAX / 255 + 1]));
        } else {
            answer.metadata.truncation = true;
        }
        answer
    })
    .await;
    assert_eq!(found, Err(NoText::TooLarge));
}

#[tokio::test]
async fn a_question_that_nobody_answers_ends_in_time() {
    let silent = UdpSocket::bind("127.0.0.1:0").await.unwrap();
    let address = silent.local_addr().unwrap();
    let servers = NameServers::at(address, Duration::from_millis(50)).unwrap();
    assert_eq!(servers.text(NAME).await, Err(NoText::Slow));
}

#[tokio::test]
async fn a_name_that_cannot_be_one_is_not_asked_for() {
    let (address, count) = name_server(|question, _| reply(question)).await;
    let servers = NameServers::at(address, PATIENCE).unwrap();
    let long = format!("{}.example", "a".repeat(64));
    for name in ["", ".", "a..b", "bøger.example", "a b.example", "a\u{0}.example", &long] {
        assert_eq!(servers.text(name).await, Err(NoText::NotAName), "{name:?}");
    }
    assert_eq!(count.udp.load(Ordering::SeqCst), 0);
}
