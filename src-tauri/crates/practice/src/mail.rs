//! The two e-mails that follow an accepted connection (`domain.md` §1.6). They are written, never
//! sent.

use domain::Timestamp;
use domain::connection::Connection;
use jiff::Span;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use serde::Serialize;
use texts::Texts;

/// How long the link of an administrator holds, from the day of the agreement (`domain.md` §1.5).
pub(crate) const LINK_HOLDS_DAYS: i32 = 60;

/// Danish time as rules, so that no time zone database is needed.
const DANISH_TIME: &str = "CET-1CEST,M3.5.0,M10.5.0/3";

/// An e-mail, as the answer to a delivery lists it.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Mail {
    kind: Kind,
    to: String,
    at: String,
    subject: String,
    body: String,
}

#[derive(Debug, Clone, Copy, Serialize)]
#[serde(rename_all = "camelCase")]
enum Kind {
    Receipt,
    SetUpLink,
}

/// The receipt to the representative and one link to each administrator.
pub(crate) fn written(
    texts: &Texts,
    connection: &Connection,
    case_number: &str,
    at: Timestamp,
) -> Vec<Mail> {
    let day = danish_day(at);
    let until = day.saturating_add(Span::new().days(LINK_HOLDS_DAYS));
    let names: Vec<&str> =
        connection.administrators.iter().map(|administrator| administrator.name.as_str()).collect();
    let (date, until, names) = (in_words(texts, day), in_words(texts, until), names.join(", "));
    let cvr = connection.organisation.cvr.in_pairs();
    let common = [
        ("organisation", connection.organisation.name.as_str()),
        ("cvr", cvr.as_str()),
        ("case", case_number),
        ("representative", connection.representative.name.as_str()),
        ("administrators", names.as_str()),
        ("date", date.as_str()),
        ("until", until.as_str()),
    ];
    let mail = |kind, to: &str, key: &str, own: &[(&str, &str)]| {
        let args = [&common[..], own].concat();
        let text = |part| texts.with(&format!("{key}-{part}"), &args);
        Mail {
            kind,
            to: to.to_owned(),
            at: at.to_string(),
            subject: text("subject"),
            body: text("body"),
        }
    };
    let representative = &connection.representative;
    let receipt = mail(
        Kind::Receipt,
        representative.email.as_str(),
        "mail-receipt",
        &[("name", representative.name.as_str())],
    );
    let links = connection.administrators.iter().enumerate().map(|(index, administrator)| {
        let link = format!("https://opsaetning.example/{}/{}", ascii(case_number), index + 1);
        mail(
            Kind::SetUpLink,
            administrator.email.as_str(),
            "mail-setup",
            &[("name", administrator.name.as_str()), ("link", &link)],
        )
    });
    std::iter::once(receipt).chain(links).collect()
}

/// The day in Denmark.
pub(crate) fn danish_day(at: Timestamp) -> Date {
    let zone = TimeZone::posix(DANISH_TIME).unwrap_or(TimeZone::UTC);
    at.to_zoned(zone).date()
}

pub(crate) fn in_words(texts: &Texts, date: Date) -> String {
    texts.day(date).replace('\u{a0}', " ")
}

/// A link holds no letter that a mail program would break it at.
fn ascii(case_number: &str) -> String {
    case_number.replace('Ø', "OE").to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::Language;
    use jiff::civil::date;

    #[test]
    fn the_day_is_the_danish_one_in_summer_and_in_winter() {
        for (at, day) in [
            ("2026-11-24T22:59:59Z", date(2026, 11, 24)),
            ("2026-11-24T23:00:00Z", date(2026, 11, 25)),
            ("2026-07-01T21:59:59Z", date(2026, 7, 1)),
            ("2026-07-01T22:00:00Z", date(2026, 7, 2)),
        ] {
            assert_eq!(danish_day(at.parse().unwrap()), day, "{at}");
        }
    }

    #[test]
    fn a_date_is_written_as_people_write_it() {
        for (language, text) in
            [(Language::Danish, "3. marts 2026"), (Language::English, "3 March 2026")]
        {
            assert_eq!(in_words(&Texts::new(language), date(2026, 3, 3)), text);
        }
    }
}
