//! Any case in any stage comes back as it was: half-typed values, what looks like a personal
//! number, letters that cannot be seen, and everything that hangs on an approval.

use super::*;
use crate::testing;
use domain::agreement::{AgreementEvent, Appointee, StatedEvent};
use domain::approver::{Approver, Authority, Explanation, LoginName, NameMatch};
use domain::case::{
    Approved, Approving, Basis, Belonging, Confirming, CopyOf, Delivery, Evidence, Found, Guided,
    HandOverFile, HandedOver, History, KeyName, Level, Listing, MailFormat, MailSignature,
    OfficialMail, Outcome, Reason, Received, ReporterLogin, ScreenId, SeenKey, SetUpTick, Stage,
    Stated, Visit,
};
use domain::connection::{Administrator, Connection, Reporter, Representative};
use domain::control_code::ControlCode;
use domain::documents::{DocumentId, Enclosed};
use domain::draft::{Draft, HandOverLogin, Role};
use domain::lookup::{Lookup, TypedOrganisation};
use domain::mail_draft::{MailTo, OpenedDraft, Recipient};
use domain::organisation::{LeftOut, Organisation, Part, WhyLeftOut};
use domain::outcome::ScreenNote;
use domain::terms::{OfficialText, TermsShown};
use drafts::{date, draft_of, moment, organisation};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

#[path = "../../../casefile/tests/drafts/mod.rs"]
mod drafts;

/// Texts that a file would refuse or change are among them.
fn text() -> BoxedStrategy<String> {
    prop_oneof![
        ".{0,20}",
        "[a-zæøå ]{0,30}",
        "\\PC{0,5}[0-3][0-9][01][0-9]{3}[- ]?[0-9]{4}",
        select(&["", " ", "\u{200b}", "a\u{202e}b", "null", "\"", "\\", "\u{0}"][..])
            .prop_map(str::to_owned),
    ]
    .boxed()
}

/// A snapshot whose number is its own, whatever was typed, and of which something was left out.
fn snapshot() -> BoxedStrategy<Organisation> {
    let left_out = (
        select(&[Part::Name, Part::Address, Part::Form, Part::Status, Part::Participants][..]),
        select(&[WhyLeftOut::Unreadable, WhyLeftOut::PersonalNumber][..]),
    );
    let left_out = vec(left_out.prop_map(|(part, why)| LeftOut { part, why }), 0..3);
    (organisation(text), left_out, option::of(text()))
        .prop_map(|(organisation, left_out, signing_rule)| Organisation {
            left_out,
            signing_rule,
            ..organisation
        })
        .boxed()
}

fn lookup() -> BoxedStrategy<Lookup> {
    prop_oneof![
        Just(Lookup::NotYet),
        (any::<u64>(), option::of(snapshot()))
            .prop_map(|(ask, known)| Lookup::Asked { ask, known: known.map(Box::new) }),
        snapshot().prop_map(|known| Lookup::Found(Box::new(known))),
        snapshot().prop_map(|known| Lookup::Typed(Box::new(known))),
        (select(Problem::ALL), moment()).prop_map(|(problem, at)| Lookup::Failed { problem, at }),
    ]
    .boxed()
}

fn draft() -> BoxedStrategy<Draft> {
    let typed = (any::<bool>(), text(), option::of(any::<u16>()), text(), text()).prop_map(
        |(counts, name, form_code, form, status)| TypedOrganisation {
            counts,
            name,
            form_code,
            form,
            status,
        },
    );
    let login = option::of((connection(), evidence())).prop_map(|login| {
        login.map(|(connection, evidence)| Box::new(HandOverLogin { connection, evidence }))
    });
    (draft_of(text), lookup(), vec(snapshot(), 0..3), typed, vec(text(), 3), login)
        .prop_map(|(mut draft, lookup, earlier, typed, ids, login)| {
            for (document, id) in draft.documents.iter_mut().zip(ids) {
                document.id = DocumentId(id);
            }
            Draft { lookup, earlier, typed, login, ..draft }
        })
        .boxed()
}

/// As it was parsed from a draft, and as another program may have put it into a hand-over file:
/// no administrator need be the representative, and any of them may.
fn connection() -> BoxedStrategy<Connection> {
    let sample = testing::cases().iter().find_map(Case::connection).cloned().expect("a sample");
    let Representative { name, email, .. } = sample.representative;
    let born = sample.administrators.first().expect("never empty").born;
    let administrators = {
        let (name, email) = (name.clone(), email.clone());
        vec(any::<bool>(), 1..4).prop_map(move |each| {
            let administrator = |is_representative| Administrator {
                name: name.clone(),
                email: email.clone(),
                born,
                is_representative,
            };
            each.into_iter().map(administrator).collect::<Vec<_>>()
        })
    };
    let official =
        (moment(), text()).prop_map(|(opened, address)| OfficialText { opened, address });
    let terms = (text(), date(), option::of(moment()), option::of(official)).prop_map(
        |(title, published, summary_shown, official)| TermsShown {
            title,
            published,
            summary_shown,
            official,
        },
    );
    let enclosed = (text(), text(), any::<[u8; 32]>()).prop_map(|(kind, name, sha256)| Enclosed {
        kind,
        name,
        sha256,
    });
    let reporter = option::of(option::of(text()));
    (snapshot(), text(), administrators, terms, reporter, vec(enclosed, 0..3))
        .prop_map(move |(organisation, title, administrators, terms, reporter, enclosed)| {
            Connection {
                organisation,
                representative: Representative { name: name.clone(), title, email: email.clone() },
                administrators,
                terms,
                reporter: reporter.map(|organisation| Reporter {
                    name: name.clone(),
                    organisation,
                    email: email.clone(),
                }),
                enclosed,
            }
        })
        .boxed()
}

fn evidence() -> BoxedStrategy<Evidence> {
    let approver = prop_oneof![
        text().prop_map(LoginName::Given),
        Just(LoginName::Protected),
        Just(LoginName::NotGiven)
    ];
    (
        vec(any::<u8>(), 0..40),
        select(&[Level::A, Level::B, Level::C, Level::D][..]),
        approver,
        moment(),
        any::<[u8; 32]>(),
        authority(),
        option::of(any::<i64>()),
    )
        .prop_map(|(bundle, level, approver, approved_at, hash, authority, clock_offset)| {
            let control_code = ControlCode::from_hash(&hash);
            Evidence { bundle, level, approver, approved_at, control_code, authority, clock_offset }
        })
        .boxed()
}

fn authority() -> impl Strategy<Value = Authority> {
    select(&[Authority::Untold, Authority::Confirmed, Authority::Other][..])
}

fn approver() -> BoxedStrategy<Approver> {
    let found = prop_oneof![
        Just(NameMatch::Same),
        Just(NameMatch::Spelled),
        text().prop_map(|name| NameMatch::OtherCandidate { name }),
        Just(NameMatch::NotListed),
        Just(NameMatch::NotTold),
        Just(NameMatch::NoName),
    ];
    let explanation = option::of(select(&[Explanation::SamePerson, Explanation::MayRepresent][..]));
    (found, authority(), explanation)
        .prop_map(|(found, authority, explanation)| Approver { found, authority, explanation })
        .boxed()
}

fn received() -> BoxedStrategy<Received> {
    let login = option::of(prop_oneof![
        Just(ReporterLogin::Unproven),
        evidence().prop_map(|evidence| ReporterLogin::Proven(Box::new(evidence))),
    ]);
    (connection(), moment(), draft_of(text), login)
        .prop_map(|(connection, handed_over, answers, login)| Received {
            connection,
            handed_over,
            terms: answers.terms,
            login,
        })
        .boxed()
}

fn basis() -> BoxedStrategy<Basis> {
    prop_oneof![
        draft().prop_map(|draft| Basis::Own(Box::new(draft))),
        received().prop_map(|received| Basis::HandedOver(Box::new(received))),
    ]
    .boxed()
}

fn file() -> impl Strategy<Value = HandOverFile> {
    (text(), vec(text().prop_map(domain::Secret::new), 0..6))
        .prop_map(|(path, words)| HandOverFile { path, words })
}

fn delivery() -> impl Strategy<Value = Delivery> {
    let sent = testing::cases()
        .into_iter()
        .filter_map(|case| match case.stage {
            Stage::Approved(approved) => Some(approved.delivery),
            _ => None,
        })
        .collect::<Vec<_>>();
    select(sent)
}

fn stage() -> BoxedStrategy<Stage> {
    let token = || text().prop_map(Token);
    let login = option::of(evidence().prop_map(Box::new));
    prop_oneof![
        2 => draft().prop_map(|draft| Stage::Drafting(Box::new(draft))),
        1 => (draft(), connection(), moment(), file(), login).prop_map(
            |(draft, connection, at, file, login)| {
                Stage::HandedOver(Box::new(HandedOver { draft, connection, at, file, login }))
            },
        ),
        1 => received().prop_map(|received| Stage::Reviewing(Box::new(received))),
        1 => (connection(), token(), moment(), basis(), option::of(file())).prop_map(
            |(connection, attempt, since, basis, hand_over)| {
                let approving = Approving { connection, attempt, since, basis, hand_over };
                Stage::Approving(Box::new(approving))
            },
        ),
        1 => (connection(), evidence(), approver(), token(), basis()).prop_map(
            |(connection, evidence, approver, delivery, basis)| {
                let confirming = Confirming { connection, evidence, approver, delivery, basis };
                Stage::Confirming(Box::new(confirming))
            },
        ),
        2 => guided().prop_map(|guided| Stage::Guided(Box::new(guided))),
        2 => (connection(), evidence(), approver(), delivery(), option::of(visit())).prop_map(
            |(connection, evidence, approver, delivery, visit)| {
                let approved = Approved { connection, evidence, approver, delivery, visit };
                Stage::Approved(Box::new(approved))
            },
        ),
    ]
    .boxed()
}

fn role() -> impl Strategy<Value = Role> {
    select(&[Role::Representative, Role::Reporter][..])
}

fn visit() -> impl Strategy<Value = Visit> {
    let screen = || text().prop_map(ScreenId);
    let seen = prop::collection::btree_set(screen(), 0..4);
    (moment(), screen(), seen).prop_map(|(since, screen, seen)| Visit { since, screen, seen })
}

fn guided() -> impl Strategy<Value = Guided> {
    (connection(), basis(), role(), visit(), 0usize..3).prop_map(
        |(connection, basis, role, visit, earlier)| Guided {
            connection,
            basis,
            role,
            visit,
            earlier,
        },
    )
}

fn outcome() -> BoxedStrategy<Outcome> {
    let reason = || {
        (option::of(text()), text())
            .prop_filter("a reason says something", |(rule, words)| {
                rule.is_some() || !words.is_empty()
            })
            .prop_map(|(rule, words)| Reason { rule, words })
    };
    prop_oneof![
        date().prop_map(|on| Outcome::Concluded { on }),
        date().prop_map(|on| Outcome::SentWithDocuments { on }),
        date().prop_map(|on| Outcome::SentToRepresentative { on }),
        (option::of(text().prop_map(ScreenId)), reason())
            .prop_map(|(screen, reason)| Outcome::Stopped { screen, reason }),
        (date(), reason()).prop_map(|(on, reason)| Outcome::Rejected { on, reason }),
        Just(Outcome::Withdrawn),
    ]
    .boxed()
}

fn mail() -> impl Strategy<Value = OfficialMail> {
    let signature = prop_oneof![
        (text(), select(&[Listing::Confirmed, Listing::Unconfirmed, Listing::Unlisted][..]))
            .prop_map(|(domain, listing)| MailSignature::Signed { domain, listing }),
        Just(MailSignature::Changed),
        Just(MailSignature::Missing),
        Just(MailSignature::KeyGone),
        Just(MailSignature::Expired),
        Just(MailSignature::NotChecked),
        Just(MailSignature::CannotBeJudged),
    ];
    let found = prop_oneof![text().prop_map(Found::Record), Just(Found::Gone)];
    let key = ("[a-z0-9.-]{0,9}", "[a-z0-9]{0,9}", moment(), found, any::<bool>()).prop_map(
        |(domain, selector, at, found, authenticated)| SeenKey {
            name: KeyName::new(&domain, &selector),
            at,
            found,
            authenticated,
        },
    );
    let format = select(&[MailFormat::Eml, MailFormat::Msg, MailFormat::Pdf][..]);
    let belonging = select(&[Belonging::Belongs, Belonging::Another, Belonging::Silent][..]);
    let file = (any::<[u8; 32]>(), text(), any::<u64>(), format);
    let times = (option::of(moment()), moment(), option::of(moment()));
    (file, times, belonging, signature, vec(key, 0..3)).prop_map(
        |((sha256, name, size, format), (sent, taken, removed), belonging, signature, keys)| {
            OfficialMail {
                sha256,
                name,
                size,
                format,
                sent,
                taken,
                belonging,
                signature,
                keys,
                removed,
            }
        },
    )
}

fn tick() -> impl Strategy<Value = SetUpTick> {
    let administrator = testing::cases()
        .iter()
        .find_map(Case::connection)
        .map(|connection| connection.representative.email.clone())
        .expect("a sample");
    (any::<bool>(), option::of(0usize..3), moment()).prop_map(move |(done, place, at)| SetUpTick {
        administrator: administrator.clone(),
        place,
        done,
        at,
    })
}

fn history() -> impl Strategy<Value = History> {
    let stated =
        || (outcome(), moment(), role()).prop_map(|(outcome, at, by)| Stated { outcome, at, by });
    let parts = prop::collection::btree_set(select(&domain::parts::Part::ALL[..]), 0..4);
    let copy_of = (text(), option::of(stated()), parts)
        .prop_map(|(case, stated, looked_at)| CopyOf { case: CaseId(case), stated, looked_at });
    let copied_as = option::of(text().prop_map(CaseId));
    let to = prop_oneof![
        (0usize..4).prop_map(Recipient::Administrator),
        Just(Recipient::Representative)
    ];
    let draft = (to, any::<bool>(), moment())
        .prop_map(|(to, reminder, at)| OpenedDraft { mail: MailTo { to, reminder }, at });
    let drafts = vec(draft, 0..3);
    let (mails, set_up) = (vec(mail(), 0..3), vec(tick(), 0..4));
    let stated = (vec(stated(), 0..4), 0usize..4);
    (stated, option::of(copy_of), copied_as, mails, set_up, drafts).prop_map(
        |((stated, before_approval), copy_of, copied_as, mails, set_up, drafts)| History {
            stated,
            before_approval,
            copy_of,
            copied_as,
            mails,
            set_up,
            drafts,
            ..History::default()
        },
    )
}

fn agreement() -> impl Strategy<Value = Vec<StatedEvent>> {
    let known = testing::cases().iter().find_map(Case::connection).cloned().expect("a sample");
    let (name, email) = (known.representative.name, known.representative.email);
    let who = select(vec![Appointee::OfCase(email), Appointee::Since(name.clone())]);
    let event = prop_oneof![
        (who.clone(), date()).prop_map(|(who, on)| AgreementEvent::AdministratorLeaves { who, on }),
        who.prop_map(|who| AgreementEvent::AdministratorStays { who }),
        Just(AgreementEvent::AdministratorAppointed { who: name }),
        date().prop_map(|on| AgreementEvent::Terminated { on }),
        Just(AgreementEvent::TerminationUndone),
        date().prop_map(|on| AgreementEvent::TermsAnnounced { on }),
        date().prop_map(|on| AgreementEvent::RegistrationRenewed { on }),
    ];
    vec((event, moment()).prop_map(|(event, at)| StatedEvent { event, at }), 0..4)
}

fn case() -> BoxedStrategy<Case> {
    let world = select(&[Environment::Practice, Environment::Live][..]);
    let problem = option::of(select(Problem::ALL));
    let note = (text(), text(), option::of(moment()), option::of(date())).prop_map(
        |(screen, text, at, guide)| ScreenNote { screen: ScreenId(screen), text, at, guide },
    );
    let history = (history(), agreement(), vec(note, 0..3))
        .prop_map(|(history, agreement, notes)| History { agreement, notes, ..history });
    (text(), world, moment(), moment(), stage(), problem, history)
        .prop_map(|(id, environment, created, changed, stage, problem, history)| Case {
            id: CaseId(id),
            environment,
            created,
            changed,
            stage,
            problem,
            discarded_approvals: vec![],
            history,
        })
        .boxed()
}

proptest! {
    #[test]
    fn any_case_in_any_stage_comes_back_as_it_was(case in case()) {
        let body = write(&case).expect("a case can be written");
        prop_assert_eq!(read(VERSION, &body), Ok(case));
    }
}
