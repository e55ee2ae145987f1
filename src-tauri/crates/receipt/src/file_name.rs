//! What the file is called: found again by date, organisation and number, and good on every system.

use crate::Receipt;
use crate::wording::danish_time;
use domain::Environment;
use texts::Texts;

/// Leaves room for the rest of the name within the 143 bytes that the narrowest file systems in use allow.
const NAME_BYTES: usize = 70;

/// The name of the file, such as "PRØVE 2026-11-22 Nordlys ApS CVR 12345674 kvittering.pdf". The date is the day of the
/// approval in Denmark, so a receipt made again has the same name.
pub fn file_name(receipt: &Receipt<'_>) -> String {
    let at = receipt.verdict.approved_at.unwrap_or(receipt.evidence.approved_at);
    let zone = danish_time().unwrap_or(jiff::tz::TimeZone::UTC);
    let organisation = &receipt.connection.organisation;
    let parts = [
        if receipt.environment == Environment::Practice { "PRØVE".to_owned() } else { String::new() },
        at.to_zoned(zone).date().to_string(),
        tame(&organisation.name),
        format!("CVR {}", organisation.cvr),
        Texts::new(receipt.language).get("receipt-file-word"),
    ];
    let kept: Vec<_> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    format!("{}.pdf", kept.join(" "))
}

/// The name with letters, figures and the few signs that every system takes; the rest becomes spaces, folded.
fn tame(name: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    let harmless = |c: char| if c.is_alphanumeric() || "&-_.,'()+".contains(c) { c } else { ' ' };
    let spaced: String = name.nfc().map(harmless).collect();
    let mut kept = String::new();
    for c in spaced.split_whitespace().collect::<Vec<_>>().join(" ").chars() {
        if kept.len() + c.len_utf8() > NAME_BYTES {
            break;
        }
        kept.push(c);
    }
    kept.trim_matches(|c: char| c == ' ' || c == '.').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_kept_as_far_as_every_system_takes_it() {
        for (name, kept) in [
            ("Nordlys Tømrer & Snedker ApS", "Nordlys Tømrer & Snedker ApS"),
            ("A/S \"x\" <y>|z?*: \\ ..", "A S x y z"),
            ("../../etc/passwd", "etc passwd"),
            ("\u{202e}fdp.exe\u{7}", "fdp.exe"),
            ("Vejle Å\u{308}", "Vejle Å\u{308}"),
            ("", ""),
            ("株式会社", "株式会社"),
        ] {
            assert_eq!(tame(name), kept.trim_end_matches('\u{308}'), "{name}");
        }
        assert_eq!(tame(&"æ".repeat(200)).len(), NAME_BYTES);
    }
}
