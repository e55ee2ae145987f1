//! The pages of a draft: its tasks, its parts, all answers and every rule.

use super::fixture::{
    BrokerState, CasePage, Fixture, Listing, Login, LoginReason, OrganisationPage, QueryId, Route,
    SameOrganisation, Search, SearchHit, Services, case_id,
};
use super::sample::{
    self, REPORTER_CASE, ago, association, begun_draft, case, case_of, dissolving, empty_draft,
    jens, organisation, organisation_before, reporter_draft, soren, typed, whole_draft,
};
use domain::case::{Case, CaseId};
use domain::draft::{AdministratorAnswers, Draft, RepresentativeAnswers};
use domain::lookup::Lookup;
use domain::need::{Kind, NeedAnswers, People};
use domain::organisation::{
    Candidate, LeftOut, Organisation, Origins, Represented, Source, Status, WhyLeftOut,
};
use domain::parts::Part;
use domain::person::TypedDate;
use domain::problem::Problem;
use domain::summary::CaseState;
use domain::{Answer, Secret};

/// One person acts and signs alone: no connection is needed.
pub fn not_needed_draft() -> Draft {
    let need = NeedAnswers {
        people: Some(People::One),
        kind: Some(Kind::Company),
        signs_alone: Some(Answer::Yes),
        connected: None,
    };
    Draft { need, ..begun_draft() }
}

/// Connected already, as the person says.
pub fn connected_draft() -> Draft {
    let need = NeedAnswers { connected: Some(Answer::Yes), ..begun_draft().need };
    Draft { need, ..begun_draft() }
}

/// Blocked at MitID Erhverv, and nothing else answered.
pub fn impossible_draft() -> Draft {
    Draft { lookup: Lookup::Found(Box::new(dissolving())), ..begun_draft() }
}

/// Documents are asked for: the register does not know who manages it.
pub fn documented_draft() -> Draft {
    Draft { lookup: Lookup::Found(Box::new(association())), ..whole_draft() }
}

/// The organisation as somebody typed it.
pub fn typed_draft() -> Draft {
    let origins =
        Origins { name: Some(Source::Typed), form: Some(Source::Typed), ..Origins::default() };
    let organisation = Organisation {
        address: Vec::new(),
        status: Status::Uncertain,
        status_text: String::new(),
        candidates: Vec::new(),
        signing_rule: None,
        origins,
        ..organisation()
    };
    Draft { lookup: Lookup::Typed(Box::new(organisation)), typed: typed(), ..whole_draft() }
}

/// A register found the organisation, and tells neither its status nor who manages it; what is said
/// of the second.
fn not_told_draft(in_cvr: Option<Answer>) -> Draft {
    let told = Origins::all(Source::Cvrapi);
    let found = Organisation {
        status: Status::Uncertain,
        status_text: String::new(),
        candidates: Vec::new(),
        signing_rule: None,
        origins: Origins { status: None, candidates: None, signing_rule: None, ..told },
        ..organisation()
    };
    let representative = RepresentativeAnswers { in_cvr, ..sample::mette() };
    Draft { lookup: Lookup::Found(Box::new(found)), representative, ..whole_draft() }
}

/// There is another case of the same organisation.
fn another_case() -> Fixture {
    let other = SameOrganisation {
        case: CaseId("e".repeat(32)),
        state: CaseState::Rejected,
        changed: ago(60 * 24 * 9),
    };
    let others = Some((organisation().cvr, vec![other]));
    let page = OrganisationPage { others, ..OrganisationPage::default() };
    let route = Route::Case { id: case_id(), page: CasePage::Organisation(Box::new(page)) };
    Fixture { route, ..organisation_page(Lookup::Found(Box::new(organisation()))) }
}

/// The reporter's case.
pub fn reporters(draft: Draft) -> Case {
    case_of(REPORTER_CASE, draft, 3)
}

/// A login that has a link.
pub fn login(minutes_since: i64, minutes_left: i64) -> Login {
    Login {
        case: case_id(),
        attempt: sample::attempt(),
        reason: LoginReason::Case,
        link: Some(Secret::new("http://127.0.0.1:40123/mitid/authorize?x=1".into())),
        host: "127.0.0.1".into(),
        since: ago(minutes_since),
        until: ago(-minutes_left),
        browser_failed: false,
        other_answer: false,
        https: false,
        clock_behind: None,
    }
}

fn found() -> Vec<SearchHit> {
    [
        (
            "13748136",
            "Nordlys Tømrer & Snedker ApS",
            "Savværksvej 12, 5700 Svendborg",
            "Anpartsselskab",
            Status::Active,
            "NORMAL",
        ),
        (
            "94205360",
            "Nordlys Køkken & Bad ApS under konkurs",
            "Strandparken 66, 8300 Odder",
            "Anpartsselskab",
            Status::Dissolving,
            "UNDERKONKURS",
        ),
        ("95018238", "Planteskolen Nordlys", "", "Enkeltmandsvirksomhed", Status::Ceased, "OPHØRT"),
        (
            "99889500",
            "Foreningen Nordlysets Venner i Tranekær og omegn",
            "Botofte, 5953 Tranekær",
            "Forening",
            Status::Uncertain,
            "UDEN RETSVIRKNING",
        ),
    ]
    .map(|(number, name, address, form, status, status_text)| SearchHit {
        cvr: sample::cvr(number),
        name: name.into(),
        address: address.into(),
        form: form.into(),
        status,
        status_text: status_text.into(),
    })
    .to_vec()
}

fn part(draft: Draft, of: Part) -> Fixture {
    Fixture::part(case(draft), of)
}

fn organisation_page(lookup: Lookup) -> Fixture {
    part(Draft { lookup, ..begun_draft() }, Part::Organisation)
}

fn nothing_looked_up() -> Fixture {
    part(
        Draft { cvr: String::new(), lookup: Lookup::NotYet, role: None, ..begun_draft() },
        Part::Organisation,
    )
}

/// The page of the organisation before anything is looked up, with what only it has.
fn asking(page: OrganisationPage) -> Fixture {
    let route = Route::Case { id: case_id(), page: CasePage::Organisation(Box::new(page)) };
    Fixture { route, ..nothing_looked_up() }
}

fn searching(asks: bool, hits: Vec<SearchHit>, problem: Option<Problem>) -> Fixture {
    let more = hits.len() == 4;
    let query = asks.then_some(QueryId(2));
    let search =
        Search { words: "nordlys".into(), query, hits, last: Some(QueryId(1)), more, problem };
    asking(OrganisationPage { search: Some(search), ..OrganisationPage::default() })
}

/// The broker tells which organisations a person may represent.
fn lists(fixture: Fixture) -> Fixture {
    let broker = BrokerState { lists_organisations: true, ..BrokerState::default() };
    Fixture { services: Services { broker, ..fixture.services }, ..fixture }
}

fn listing(outcome: Option<Result<Vec<Represented>, Problem>>) -> Fixture {
    let login =
        outcome.is_none().then(|| Login { reason: LoginReason::ListOrganisations, ..login(1, 9) });
    let listing = Listing { attempt: sample::attempt(), outcome };
    lists(Fixture {
        login,
        ..asking(OrganisationPage { listing: Some(listing), ..OrganisationPage::default() })
    })
}

fn tasks(draft: Draft) -> Fixture {
    Fixture::of(CasePage::Tasks, case(draft))
}

/// The register says that somebody holds a role, and not who.
fn holder_not_named() -> Draft {
    let unnamed = Candidate { name: String::new(), ..organisation().candidates.remove(0) };
    let organisation = Organisation { candidates: vec![unnamed], ..organisation() };
    Draft { lookup: Lookup::Found(Box::new(organisation)), ..begun_draft() }
}

/// Much of what the register answered is not kept.
fn left_out() -> Vec<LeftOut> {
    use domain::organisation::Part;
    vec![
        LeftOut { part: Part::Address, why: WhyLeftOut::Unreadable },
        LeftOut { part: Part::Participants, why: WhyLeftOut::Unreadable },
        LeftOut { part: Part::SigningRule, why: WhyLeftOut::PersonalNumber },
    ]
}

/// One administrator of whom the rules have much to say.
fn troubled() -> AdministratorAnswers {
    AdministratorAnswers {
        email: "kontor@nordlystomrer.example".into(),
        has_cpr: Some(Answer::No),
        has_mitid: Some(Answer::Unknown),
        born: TypedDate { day: "1".into(), month: "6".into(), year: "2012".into() },
        ..soren()
    }
}

/// A draft that lacks much, as a reporter leaves it.
fn missing_draft() -> Draft {
    Draft {
        need: NeedAnswers::default(),
        lookup: Lookup::NotYet,
        representative: RepresentativeAnswers { email: String::new(), ..sample::mette() },
        administrators: Vec::new(),
        terms: Default::default(),
        ..reporter_draft()
    }
}

fn on_check(case: Case) -> Fixture {
    Fixture::of(CasePage::Check, case)
}

/// The states of these pages.
pub fn states() -> Vec<(&'static str, Fixture)> {
    let id = case_id;
    let represented = |number: &str, name: Option<&str>| Represented {
        cvr: sample::cvr(number),
        name: name.map(str::to_owned),
    };
    let unsaved = Some((id(), Problem::DiskFull));
    let not_made = on_check(Case { problem: Some(Problem::LoginNotMade), ..case(whole_draft()) });
    let login_not_made = Fixture { login_code: Some("mitid_user_aborted_4711".into()), ..not_made };
    let refused = |draft| Case { problem: Some(Problem::LoginRefused), ..reporters(draft) };
    let half_typed = AdministratorAnswers {
        email: "soren@nordlystomrer".into(),
        born: TypedDate { day: "31".into(), month: "11".into(), year: "1987".into() },
        has_mitid: Some(Answer::Unknown),
        ..soren()
    };
    let not_listed = RepresentativeAnswers {
        name: "Mette Krogh".into(),
        has_mitid: Some(Answer::Unknown),
        ..sample::mette()
    };
    let not_in_register = RepresentativeAnswers {
        name: sample::STRANGER.into(),
        title: "Kasserer".into(),
        ..sample::mette()
    };
    let nobody = Draft {
        representative: RepresentativeAnswers {
            name: String::new(),
            email: "mette".into(),
            ..sample::mette()
        },
        administrators: vec![AdministratorAnswers { email: "mette".into(), ..soren() }],
        ..whole_draft()
    };
    vec![
        ("tasks-new", tasks(empty_draft())),
        (
            "tasks",
            tasks(Draft { administrators: vec![AdministratorAnswers::default()], ..begun_draft() }),
        ),
        ("tasks-unsaved", Fixture { unsaved, ..tasks(begun_draft()) }.wrong(Problem::DiskFull)),
        ("tasks-closing", Fixture { closing: true, ..tasks(begun_draft()) }),
        ("tasks-whole", tasks(whole_draft())),
        ("tasks-reporter", Fixture::of(CasePage::Tasks, reporters(reporter_draft()))),
        ("tasks-documents", tasks(documented_draft())),
        ("tasks-impossible", tasks(impossible_draft())),
        ("tasks-not-needed", tasks(not_needed_draft())),
        ("need", part(empty_draft(), Part::Need)),
        ("need-several-people", part(begun_draft(), Part::Need)),
        ("need-already", part(connected_draft(), Part::Need)),
        ("tasks-already", Fixture::of(CasePage::Tasks, case(connected_draft()))),
        ("need-not-needed", part(not_needed_draft(), Part::Need)),
        (
            "need-unanswered",
            part(empty_draft(), Part::Need).wrong_at(&[("need.people", Problem::AnswerMissing)]),
        ),
        ("organisation", nothing_looked_up()),
        ("organisation-asked", organisation_page(Lookup::Asked { ask: 1, known: None })),
        ("organisation-by-hand", organisation_page(Lookup::NotYet).live()),
        ("organisation-found", organisation_page(Lookup::Found(Box::new(organisation())))),
        (
            "organisation-changed",
            part(
                Draft { earlier: vec![organisation_before()], ..begun_draft() },
                Part::Organisation,
            ),
        ),
        ("organisation-dissolving", part(impossible_draft(), Part::Organisation)),
        (
            "organisation-left-out",
            organisation_page(Lookup::Found(Box::new(Organisation {
                left_out: left_out(),
                ..organisation()
            }))),
        ),
        ("organisation-holder-not-named", part(holder_not_named(), Part::Organisation)),
        (
            "organisation-reporter-remembered",
            Fixture {
                reporter: Some(jens()),
                ..Fixture::part(reporters(reporter_draft()), Part::Organisation)
            },
        ),
        ("organisation-typed", part(typed_draft(), Part::Organisation)),
        ("organisation-status-not-told", part(not_told_draft(None), Part::Organisation)),
        ("organisation-another-case", another_case()),
        ("representative-in-cvr", part(not_told_draft(None), Part::Representative)),
        ("representative-not-in-cvr", part(not_told_draft(Some(Answer::No)), Part::Representative)),
        (
            "organisation-failed",
            Fixture::part(
                reporters(Draft {
                    lookup: Lookup::Failed { problem: Problem::RegisterDown, at: ago(1) },
                    ..reporter_draft()
                }),
                Part::Organisation,
            ),
        ),
        (
            "organisation-wrong",
            part(
                Draft {
                    cvr: "1374813".into(),
                    lookup: Lookup::NotYet,
                    role: None,
                    ..begun_draft()
                },
                Part::Organisation,
            )
            .wrong_at(&[("cvr", Problem::CvrLength), ("role", Problem::RoleMissing)]),
        ),
        ("organisation-search-asking", searching(true, Vec::new(), None)),
        ("organisation-search-found", searching(false, found(), None)),
        ("organisation-search-none", searching(false, Vec::new(), None)),
        ("organisation-search-quota", searching(false, Vec::new(), Some(Problem::RegisterQuota))),
        ("organisation-search-more", searching(true, found(), None)),
        ("organisation-search-more-failed", searching(false, found(), Some(Problem::RegisterDown))),
        ("organisation-list-offered", lists(nothing_looked_up())),
        ("organisation-list-under-way", listing(None)),
        (
            "organisation-listed",
            listing(Some(Ok(vec![
                represented("13748136", Some("Nordlys Tømrer & Snedker ApS")),
                represented("95504183", None),
            ]))),
        ),
        ("organisation-listed-none", listing(Some(Ok(Vec::new())))),
        ("organisation-list-failed", listing(Some(Err(Problem::LoginRefused)))),
        ("representative", part(whole_draft(), Part::Representative)),
        ("representative-holder-not-named", part(holder_not_named(), Part::Representative)),
        ("representative-empty", part(begun_draft(), Part::Representative)),
        (
            "representative-not-listed",
            Fixture::part(
                reporters(Draft { representative: not_listed, ..reporter_draft() }),
                Part::Representative,
            ),
        ),
        (
            "representative-documents",
            part(Draft { representative: not_in_register, ..whole_draft() }, Part::Representative),
        ),
        (
            "representative-wrong",
            part(begun_draft(), Part::Representative).wrong_at(&[
                ("representative.name", Problem::NameMissing),
                ("representative.title", Problem::TitleMissing),
                ("representative.email", Problem::EmailMissing),
            ]),
        ),
        ("terms", part(begun_draft(), Part::Terms)),
        ("terms-read", part(whole_draft(), Part::Terms)),
        ("terms-reporter", Fixture::part(reporters(reporter_draft()), Part::Terms)),
        (
            "terms-unread",
            part(begun_draft(), Part::Terms).wrong_at(&[("terms.opened", Problem::TermsNotOpened)]),
        ),
        (
            "terms-unaccepted",
            part(Draft { terms: reporter_draft().terms, ..whole_draft() }, Part::Terms)
                .wrong_at(&[("terms.accepted", Problem::TermsNotAccepted)]),
        ),
        ("administrators-empty", part(begun_draft(), Part::Administrators)),
        ("administrators", part(whole_draft(), Part::Administrators)),
        (
            "administrators-wrong",
            part(Draft { administrators: vec![half_typed], ..whole_draft() }, Part::Administrators)
                .wrong_at(&[
                    ("administrators.0.email", Problem::EmailEnding),
                    ("administrators.0.born", Problem::BornNoSuchDay),
                ]),
        ),
        (
            "administrators-troubled",
            part(
                Draft {
                    administrators: vec![troubled()],
                    representative_is_administrator: false,
                    ..whole_draft()
                },
                Part::Administrators,
            ),
        ),
        (
            "administrators-elsewhere",
            part(nobody, Part::Administrators).wrong_at(&[
                ("representative.name", Problem::NameMissing),
                ("representative.email", Problem::EmailAt),
                ("administrators", Problem::TooMany),
                ("administrators.0.email", Problem::AdministratorTwice),
            ]),
        ),
        ("check", on_check(case(whole_draft()))),
        ("check-live", on_check(case(whole_draft())).live()),
        ("check-credential", on_check(case(whole_draft())).wrong(Problem::CredentialMissing)),
        ("check-login-not-made", login_not_made),
        ("check-documents", on_check(case(documented_draft()))),
        ("check-typed", on_check(case(typed_draft()))),
        ("check-impossible", on_check(case(impossible_draft()))),
        ("check-reporter", on_check(reporters(reporter_draft()))),
        ("check-missing", on_check(refused(missing_draft()))),
        ("rules", Fixture::of(CasePage::Rules, case(documented_draft()))),
        ("rules-empty", Fixture::of(CasePage::Rules, case(empty_draft()))),
        ("hand-over-live", Fixture::of(CasePage::HandOver, reporters(reporter_draft())).live()),
        ("hand-over", Fixture::of(CasePage::HandOver, reporters(reporter_draft()))),
    ]
}
