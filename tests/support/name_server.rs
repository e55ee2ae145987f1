//! A name server on loopback that answers as it is told and counts what it is asked.

use hickory_resolver::proto::op::{Message, ResponseCode};
use hickory_resolver::proto::rr::rdata::TXT;
use hickory_resolver::proto::rr::{RData, Record};
use std::net::{SocketAddr, UdpSocket};
use std::sync::{Arc, Mutex};

/// A name server. Its thread ends with the test's process.
pub struct NameServer {
    address: SocketAddr,
    state: Arc<Mutex<State>>,
}

#[derive(Default)]
struct State {
    /// The text record of every name; none refuses.
    record: Option<String>,
    questions: usize,
}

impl NameServer {
    /// One that refuses to tell.
    pub fn new() -> Self {
        let socket = UdpSocket::bind("127.0.0.1:0").unwrap();
        let address = socket.local_addr().unwrap();
        let state = Arc::new(Mutex::new(State::default()));
        let shared = Arc::clone(&state);
        std::thread::spawn(move || {
            let mut packet = [0; 4096];
            while let Ok((length, from)) = socket.recv_from(&mut packet) {
                let question = Message::from_vec(&packet[..length]).unwrap();
                let mut state = shared.lock().unwrap();
                state.questions += 1;
                let reply = reply(&question, state.record.as_deref());
                socket.send_to(&reply, from).unwrap();
            }
        });
        Self { address, state }
    }

    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// From now on this is the text record of every name.
    pub fn answers(&self, record: &str) {
        self.state.lock().unwrap().record = Some(record.to_owned());
    }

    /// How often it was asked.
    pub fn questions(&self) -> usize {
        self.state.lock().unwrap().questions
    }
}

fn reply(question: &Message, record: Option<&str>) -> Vec<u8> {
    let mut reply = Message::response(question.metadata.id, question.metadata.op_code);
    reply.add_query(question.queries[0].clone());
    match record {
        Some(text) => {
            let data = RData::TXT(TXT::from_bytes(text.as_bytes().chunks(255).collect()));
            let name = question.queries[0].name().clone();
            reply.add_answer(Record::from_rdata(name, 60, data));
        }
        None => reply.metadata.response_code = ResponseCode::ServFail,
    }
    reply.to_vec().unwrap()
}
