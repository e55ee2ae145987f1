//! The key of a signature, from a name server on loopback to the verdict.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod mails;

use domain::Timestamp;
use hickory_resolver::proto::op::{Message, ResponseCode};
use hickory_resolver::proto::rr::rdata::TXT;
use hickory_resolver::proto::rr::{RData, Record};
use mail::dkim::{Found, Verdict, keys_needed, verify};
use mail::key::{NotSeen, ask};
use mails::{mail, receipt};
use outbound::dns::NameServers;
use std::time::Duration;
use tokio::net::UdpSocket;

const PATIENCE: Duration = Duration::from_secs(30);

/// A name server that answers every question so: with text records, or with a code.
async fn name_server(answer: Result<Vec<String>, ResponseCode>) -> NameServers {
    let socket = UdpSocket::bind("127.0.0.1:0").await.unwrap();
    let servers = NameServers::at(socket.local_addr().unwrap(), PATIENCE).unwrap();
    tokio::spawn(async move {
        let mut packet = [0; 4096];
        while let Ok((length, from)) = socket.recv_from(&mut packet).await {
            let question = Message::from_vec(&packet[..length]).unwrap();
            let mut reply = Message::response(question.metadata.id, question.metadata.op_code);
            reply.add_query(question.queries[0].clone());
            match &answer {
                Ok(records) => {
                    for text in records {
                        let strings = text.as_bytes().chunks(255).collect();
                        let data = RData::TXT(TXT::from_bytes(strings));
                        let name = question.queries[0].name().clone();
                        reply.add_answer(Record::from_rdata(name, 60, data));
                    }
                }
                Err(code) => reply.metadata.response_code = *code,
            }
            let _sent = socket.send_to(&reply.to_vec().unwrap(), from).await;
        }
    });
    servers
}

fn now() -> Timestamp {
    "2026-11-24T14:21:00Z".parse().unwrap()
}

#[tokio::test]
async fn a_key_is_asked_for_once_and_then_judges_the_mail() {
    let signed = practice::signed_mail(receipt().as_bytes(), now()).unwrap();
    let mail = mail(&signed);
    let [name] = &keys_needed(&mail)[..] else { panic!() };
    assert_eq!(name.in_the_dns(), "proeve2026._domainkey.mitid-erhverv.example");
    let servers = name_server(Ok(vec![practice::MAIL_KEY_RECORD.to_owned()])).await;
    let seen = ask(&servers, name, now()).await.unwrap();
    assert_eq!(seen.found, Found::Record(practice::MAIL_KEY_RECORD.to_owned()));
    assert_eq!((seen.at, seen.authenticated), (now(), false));
    assert!(matches!(verify(&mail, &[seen]).verdict, Verdict::SignedAndUnchanged(_)));
}

#[tokio::test]
async fn that_there_is_no_key_is_an_answer_and_silence_is_none() {
    let signed = practice::signed_mail(receipt().as_bytes(), now()).unwrap();
    let name = keys_needed(&mail(&signed)).remove(0);
    for answer in [Err(ResponseCode::NXDomain), Ok(vec!["v=spf1 -all".to_owned()])] {
        let seen = ask(&name_server(answer).await, &name, now()).await.unwrap();
        assert_eq!(seen.found, Found::Gone);
        assert_eq!(verify(&mail(&signed), &[seen]).verdict, Verdict::KeyGone(name.clone()));
    }
    let seen = ask(&name_server(Err(ResponseCode::ServFail)).await, &name, now()).await;
    assert_eq!(seen, Err(NotSeen::NotTold));
    let two = vec!["p=AAAA".to_owned(), "p=BBBB".to_owned()];
    assert_eq!(ask(&name_server(Ok(two)).await, &name, now()).await, Err(NotSeen::NotTold));
    let silent = UdpSocket::bind("127.0.0.1:0").await.unwrap();
    let silent = NameServers::at(silent.local_addr().unwrap(), Duration::from_millis(50)).unwrap();
    assert_eq!(ask(&silent, &name, now()).await, Err(NotSeen::Slow));
}
