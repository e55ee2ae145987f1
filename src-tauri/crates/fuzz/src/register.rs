//! A register's answer: whatever it is, it is read or refused, and what is read can be shown and
//! kept.

use domain::Timestamp;
use domain::cpr::looks_like_cpr;
use domain::organisation::{Organisation, ParticipantKind};

/// Any answer of the CVR service: no number is kept but in the name of an organisation, and nothing
/// is shown that is empty.
pub(crate) fn answer(bytes: &[u8]) {
    for organisation in ::register::read_any(bytes, Timestamp::UNIX_EPOCH).unwrap_or_default() {
        promise(&organisation);
    }
}

fn promise(organisation: &Organisation) {
    assert!(
        !organisation.name.is_empty() && !organisation.form.is_empty(),
        "a name or something in its place"
    );
    let rule = organisation.signing_rule.iter();
    let shown = organisation
        .address
        .iter()
        .chain([&organisation.form, &organisation.status_text])
        .chain(rule);
    assert!(!shown.into_iter().any(|text| looks_like_cpr(text)), "a number is left");
    for candidate in &organisation.candidates {
        let roles =
            candidate.roles.iter().flat_map(|role| [&role.relation, &role.body, &role.function]);
        assert!(!roles.into_iter().any(|text| looks_like_cpr(text)), "a number is left in a role");
        assert!(
            candidate.kind == ParticipantKind::Organisation || !looks_like_cpr(&candidate.name),
            "a number is left in a name"
        );
    }
}
