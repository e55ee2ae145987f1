//! What a receiver says, read with doubt: it is another party's machine, and its words are shown to
//! people.

use domain::Timestamp;
use domain::case::{Accepted, Mail, MailKind, Token};
use serde::Deserialize;

/// The longest case number, address or subject that is kept, in characters.
const LINE_MAX: usize = 300;

/// The longest reason of a refusal that is kept, in characters.
const REASON_MAX: usize = 1_000;

/// The longest text of an e-mail that is kept, in characters.
const BODY_MAX: usize = 20_000;

/// The most e-mails that are kept of one delivery.
const MAILS_MAX: usize = 200;

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct DeliveryAnswer {
    r#type: AnswerType,
    id: String,
    case_number: String,
    at: String,
    mails: Vec<SentMail>,
}

#[derive(Deserialize)]
enum AnswerType {
    #[serde(rename = "tilslut/delivery-answer/v1")]
    V1,
}

#[derive(Deserialize)]
struct SentMail {
    kind: SentKind,
    to: String,
    at: String,
    subject: String,
    body: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
enum SentKind {
    Receipt,
    SetUpLink,
}

#[derive(Deserialize)]
struct DeliveryRefusal {
    r#type: RefusalType,
    reason: String,
}

#[derive(Deserialize)]
enum RefusalType {
    #[serde(rename = "tilslut/delivery-refusal/v1")]
    V1,
}

/// Reads a `tilslut/delivery-answer/v1`; none when it is something else, about another delivery, or
/// names no case.
pub(crate) fn accepted(body: &[u8], id: &Token) -> Option<Accepted> {
    let DeliveryAnswer { r#type: AnswerType::V1, id: answered, case_number, at, mails } =
        serde_json::from_slice(body).ok()?;
    let case_number = line(&case_number, LINE_MAX);
    if answered != id.0 || case_number.is_empty() || mails.len() > MAILS_MAX {
        return None;
    }
    let mails = mails.into_iter().map(mail).collect::<Option<_>>()?;
    Some(Accepted { id: id.clone(), case_number, at: at.parse().ok()?, mails })
}

/// Reads the reason of a `tilslut/delivery-refusal/v1`; none when it is something else.
pub(crate) fn refused(body: &[u8]) -> Option<String> {
    let DeliveryRefusal { r#type: RefusalType::V1, reason } = serde_json::from_slice(body).ok()?;
    Some(line(&reason, REASON_MAX))
}

fn mail(sent: SentMail) -> Option<Mail> {
    let kind = match sent.kind {
        SentKind::Receipt => MailKind::Receipt,
        SentKind::SetUpLink => MailKind::SetUpLink,
    };
    let at: Timestamp = sent.at.parse().ok()?;
    Some(Mail {
        kind,
        to: line(&sent.to, LINE_MAX),
        at,
        subject: line(&sent.subject, LINE_MAX),
        body: paragraphs(&sent.body),
    })
}

/// One line, its white space folded, without what cannot be seen.
fn line(text: &str, longest: usize) -> String {
    let seen: String = text.chars().filter(|c| c.is_whitespace() || is_seen(*c)).collect();
    let folded = seen.split_whitespace().collect::<Vec<_>>().join(" ");
    folded.chars().take(longest).collect::<String>().trim_end().to_owned()
}

/// Several lines: line breaks stay, other control characters go.
fn paragraphs(text: &str) -> String {
    text.chars().filter(|c| *c == '\n' || is_seen(*c)).take(BODY_MAX).collect()
}

/// Neither a control character nor one of the marks that reverse the order in which letters are
/// shown.
fn is_seen(c: char) -> bool {
    !c.is_control()
        && !matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const SOUND: &str = r#"{"type":"tilslut/delivery-answer/v1","id":"a1","caseNumber":"PRØVE-2026-0147","at":"2026-11-24T13:48:00Z","mails":[
        {"kind":"receipt","to":"soren@nordlystomrer.example","at":"2026-11-24T13:48:01Z","subject":"Kvittering","body":"Hej\nSøren"},
        {"kind":"setUpLink","to":"mette@nordlystomrer.example","at":"2026-11-24T13:48:02+01:00","subject":"Opsætning","body":""}]}"#;

    fn id() -> Token {
        Token("a1".into())
    }

    fn sound_with(from: &str, to: &str) -> Option<Accepted> {
        assert!(SOUND.contains(from), "{from}");
        accepted(SOUND.replace(from, to).as_bytes(), &id())
    }

    #[test]
    fn a_sound_answer_is_read_whole() {
        let answer = accepted(SOUND.as_bytes(), &id()).unwrap();
        assert_eq!((answer.id, answer.case_number.as_str()), (id(), "PRØVE-2026-0147"));
        assert_eq!(answer.at, "2026-11-24T13:48:00Z".parse().unwrap());
        let [receipt, link] = answer.mails.as_slice() else { panic!("two e-mails") };
        assert_eq!(
            (receipt.kind, receipt.to.as_str(), receipt.body.as_str()),
            (MailKind::Receipt, "soren@nordlystomrer.example", "Hej\nSøren")
        );
        assert_eq!(
            (link.kind, link.subject.as_str(), link.at),
            (MailKind::SetUpLink, "Opsætning", "2026-11-24T12:48:02Z".parse().unwrap())
        );
    }

    #[test]
    fn an_answer_that_is_not_ours_is_none() {
        for (from, to) in [
            ("delivery-answer/v1", "delivery-answer/v2"),
            ("\"a1\"", "\"a2\""),
            ("PRØVE-2026-0147", " \u{0000}"),
            ("PRØVE-2026-0147", "\\u0007"),
            ("2026-11-24T13:48:00Z", "24. november"),
            ("2026-11-24T13:48:01Z", ""),
            ("\"receipt\"", "\"invoice\""),
            ("\"caseNumber\"", "\"number\""),
            ("\"mails\":[", "\"mails\":[1,"),
        ] {
            assert_eq!(sound_with(from, to), None, "{from} -> {to}");
        }
        assert_eq!(accepted(b"", &id()), None);
    }

    #[test]
    fn what_is_shown_is_cleaned_and_bounded() {
        let answer = sound_with("Hej\\nSøren", "a\\u0000b\\u202ec\\nd").unwrap();
        assert_eq!(answer.mails[0].body, "abc\nd");
        assert_eq!(
            sound_with("PRØVE-2026-0147", &"7".repeat(9_000)).unwrap().case_number.chars().count(),
            LINE_MAX
        );
        assert_eq!(
            sound_with("Hej", &"7".repeat(90_000)).unwrap().mails[0].body.chars().count(),
            BODY_MAX
        );
        let reason = |text: &str| {
            refused(
                format!(r#"{{"type":"tilslut/delivery-refusal/v1","reason":"{text}"}}"#).as_bytes(),
            )
        };
        assert_eq!(
            reason(" Mangler\\n\\tdokumentation\\u0007 "),
            Some("Mangler dokumentation".into())
        );
        assert_eq!(reason(&"æ".repeat(5_000)).map(|text| text.chars().count()), Some(REASON_MAX));
        assert_eq!(reason(""), Some(String::new()));
        assert_eq!(refused(SOUND.as_bytes()), None);
    }

    #[test]
    fn too_many_mails_are_not_taken() {
        let mail = r#"{"kind":"receipt","to":"a@b.dk","at":"2026-11-24T13:48:01Z","subject":"x","body":"x"},"#;
        assert!(sound_with("\"mails\":[", &format!("\"mails\":[{}", mail.repeat(198))).is_some());
        assert_eq!(sound_with("\"mails\":[", &format!("\"mails\":[{}", mail.repeat(199))), None);
    }

    proptest! {
        #[test]
        fn other_bytes_are_read_or_refused(changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..8), any in prop::collection::vec(any::<u8>(), 0..200)) {
            let mut bytes = SOUND.as_bytes().to_vec();
            for (which, byte) in changes {
                let place = which.index(bytes.len());
                bytes[place] = byte;
            }
            let _ = (accepted(&bytes, &id()), refused(&bytes));
            prop_assert_eq!((accepted(&any, &id()), refused(&any)), (None, None));
        }
    }
}
