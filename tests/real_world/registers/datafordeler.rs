//! Datafordeler's own words, as its service says them.

use super::{file, now};
use domain::cvr::CvrNumber;
use domain::organisation::Status;
use serde_json::{Value, json};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};

#[tokio::test]
async fn datafordelers_own_words_for_the_end_are_read() {
    for (status, last_day, told) in [
        (json!("inaktiv"), json!("2024-06-30"), Status::Ceased),
        (json!("inaktiv"), Value::Null, Status::Ceased),
        (json!("aktiv"), json!("2024-06-30"), Status::Ceased),
        (json!("aktiv"), json!("2026-11-24"), Status::Active),
        (json!("aktiv"), json!("2027-06-30"), Status::Active),
        (json!("AKTIV"), Value::Null, Status::Active),
        (Value::Null, json!("2024-06-30"), Status::Ceased),
    ] {
        let mut rows = file("07-datafordeler-inaktiv.json");
        (rows["CVR_Virksomhed"][0]["status"], rows["CVR_Virksomhed"][0]["virksomhedOphoersdato"]) =
            (status.clone(), last_day.clone());
        let key = register::ApiKey::new("key".to_owned()).unwrap();
        let service = register::Datafordeler::new(&datafordeler(rows).await, key).unwrap();
        let organisation =
            service.look_up(CvrNumber::parse("13748136").unwrap(), now()).await.unwrap();
        assert_eq!(
            (organisation.status, organisation.name.as_str()),
            (told, "Nordlys Tømrer ApS"),
            "{status} {last_day}"
        );
        assert_eq!(organisation.address, ["Havnegade 14", "5953 Tranekær"]);
    }
}

/// Serves the rows of a file, and of each only the members that are asked for.
async fn datafordeler(rows: Value) -> String {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move {
        while let Ok((mut socket, _)) = listener.accept().await {
            let mut question = Vec::new();
            let mut chunk = [0; 4096];
            while !question.ends_with(b"}") {
                let read = socket.read(&mut chunk).await.unwrap();
                question.extend_from_slice(&chunk[..read]);
                if read == 0 {
                    break;
                }
            }
            let asked = String::from_utf8(question).unwrap();
            let is_asked = |member: &str| {
                asked.split(|c: char| !c.is_alphanumeric() && c != '_').any(|word| word == member)
            };
            let (kind, rows) =
                rows.as_object().unwrap().iter().find(|(kind, _)| is_asked(kind)).unwrap();
            let mut rows = rows.clone();
            for row in rows.as_array_mut().unwrap() {
                row.as_object_mut().unwrap().retain(|member, _| is_asked(member));
            }
            let body = json!({ "data": { kind: { "nodes": rows } } }).to_string();
            let head = format!(
                "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\nconnection: close\r\ncontent-length: {}\r\n\r\n",
                body.len()
            );
            let _ = socket.write_all(format!("{head}{body}").as_bytes()).await;
        }
    });
    format!("http://{address}/CVR/v2")
}
