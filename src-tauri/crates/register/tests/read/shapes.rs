//! The shapes in which people have a raw answer: whole, its hits, one organisation, and through a
//! spreadsheet.

use crate::sound::{SOUND, now, read_value, sound};
use register::{Error, read_any};
use serde_json::{Value, json};

#[test]
fn a_raw_answer_is_read_in_every_shape_without_its_number() {
    let read_any = |value: &Value| read_any(value.to_string().as_bytes(), now());
    let whole = read_value(&sound()).unwrap();
    let answer = sound();
    let hit = &answer["hits"]["hits"][0];
    let alone = [hit, &hit["_source"], &hit["_source"]["Vrvirksomhed"]];
    for shape in [&answer, &answer["hits"]].into_iter().chain(alone) {
        assert_eq!(read_any(shape), Ok(vec![whole.clone()]), "{shape}");
    }
    for shape in alone {
        assert_eq!(read_any(&json!([shape])), Ok(vec![whole.clone()]), "{shape}");
    }
    let marked = [b"\xef\xbb\xbf".as_slice(), SOUND.as_bytes()].concat();
    assert_eq!(register::read_any(&marked, now()), Ok(vec![whole.clone()]));

    let mut other = hit.clone();
    other["_source"]["Vrvirksomhed"]["cvrNummer"] = json!(24_256_790);
    for shape in [
        json!({ "hits": { "hits": [hit, other] } }),
        json!({ "total": 2, "hits": [hit, other] }),
        json!([hit, other]),
    ] {
        let both = read_any(&shape).unwrap();
        assert_eq!(
            both.iter().map(|o| o.cvr.as_u32()).collect::<Vec<_>>(),
            [13_748_136, 24_256_790]
        );
    }

    other["_source"]["Vrvirksomhed"]["cvrNummer"] = json!(12_345_678);
    for (shape, trouble) in [
        (json!({ "hits": { "hits": [hit, other] } }), Error::Nonsense),
        (json!({ "hits": { "total": 0, "hits": [] } }), Error::Unknown),
        (json!({ "timed_out": true, "hits": { "hits": [] } }), Error::Down),
        (json!({ "_source": {} }), Error::Nonsense),
        (json!({ "_source": { "Vrdeltagerperson": { "enhedsNummer": 1 } } }), Error::Nonsense),
        (json!({}), Error::Nonsense),
        (json!({ "total": 0, "hits": [] }), Error::Unknown),
        (json!({ "hits": [hit, other] }), Error::Nonsense),
        (json!({ "hits": [hit, null] }), Error::Nonsense),
        // Nobody can say which of them was meant, or how each was asked for.
        (json!([answer]), Error::Nonsense),
        (json!([answer["hits"]]), Error::Nonsense),
        (json!([[hit]]), Error::Nonsense),
        (json!([]), Error::Nonsense),
        (json!([null]), Error::Nonsense),
        (json!([{}]), Error::Nonsense),
        (json!([hit, other]), Error::Nonsense),
        (json!([hit, null]), Error::Nonsense),
        (json!([hit, hit["_source"]["Vrvirksomhed"]]), Error::Nonsense),
    ] {
        assert_eq!(read_any(&shape), Err(trouble), "{shape}");
    }
}

/// Databases and spreadsheets through which an answer has gone make texts of numbers.
#[test]
fn whole_numbers_may_be_written_as_texts_of_digits() {
    fn written(value: &mut Value) {
        match value {
            Value::Number(number) => *value = number.to_string().into(),
            Value::Array(items) => items.iter_mut().for_each(written),
            Value::Object(members) => members.values_mut().for_each(written),
            _ => {}
        }
    }
    let mut answer = sound();
    written(&mut answer);
    assert_ne!(answer, sound());
    assert_eq!(read_value(&answer), read_value(&sound()));
    assert_eq!(
        read_any(answer.to_string().as_bytes(), now()),
        Ok(vec![read_value(&sound()).unwrap()])
    );
}
