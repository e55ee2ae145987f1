//! What is typed of the main practice example.

use contract::answers::{Administrator, Administrators, AnswerName, Born, Organisation, RoleName};

/// The answers of the organisation page.
pub fn organisation(cvr: &str, role: Option<RoleName>) -> Organisation {
    Organisation {
        cvr: cvr.into(),
        by_hand: false,
        typed_name: String::new(),
        typed_form: None,
        typed_status: String::new(),
        role,
        reporter_name: "Jens Aagaard Kanariefugl".into(),
        reporter_organisation: "Holm & Bjerre Revision ApS".into(),
        reporter_email: "jens@kanariefugl.example".into(),
    }
}

/// Two administrators: the representative and another.
pub fn administrators() -> Administrators {
    Administrators {
        representative_too: true,
        representative_born: born(14, 3, 1981),
        representative_has_cpr: Some(AnswerName::Yes),
        others: vec![Administrator {
            name: "Søren Kanariefugl".into(),
            email: "soren@kanariefugl.example".into(),
            born: born(30, 11, 1987),
            has_cpr: Some(AnswerName::Yes),
            has_mitid: Some(AnswerName::Yes),
        }],
    }
}

/// A date as typed.
pub fn born(day: u8, month: u8, year: u16) -> Born {
    Born { day: day.to_string(), month: month.to_string(), year: year.to_string() }
}
