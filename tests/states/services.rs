//! The services: nothing set up, what a profile decides, what opens a service, a profile that is
//! looked at, and one that cannot be read.

use super::fixture::{
    BrokerKey, BrokerState, CameFrom, Fixture, Offered, Phase, RegisterKey, RegisterState, Route,
    Services, ServicesPage, Update, case_id,
};
use domain::Secret;
use domain::contact::Contact;
use domain::organisation::Source;
use domain::problem::Problem;
use domain::profile::{
    PartAnswer, PartInForce, PartReading, ProfileReading, ProfileSource, Profiles, Service,
    ServicePart, UnreadProfile,
};
use std::collections::BTreeMap;

fn at(page: ServicesPage) -> Fixture {
    Fixture::at(Route::Services(page)).live()
}

fn services() -> Fixture {
    at(ServicesPage::default())
}

fn with(change: impl FnOnce(&mut Services)) -> Fixture {
    let mut fixture = services();
    change(&mut fixture.services);
    fixture
}

fn whole(register: Option<Source>, host: &str) -> PartReading {
    PartReading::Whole(Service { register, host: host.to_owned() })
}

fn lacks(missing: &[&str], unusable: &[&str]) -> PartReading {
    let owned = |fields: &[&str]| fields.iter().map(|field| (*field).to_owned()).collect();
    PartReading::Lacks { missing: owned(missing), unusable: owned(unusable) }
}

fn decides(
    services: &mut Services,
    part: ServicePart,
    (source, file): (ProfileSource, &str),
    reading: PartReading,
) {
    let by = Some((source, file.to_owned()));
    let in_force = PartInForce { by, reading, overruled: Vec::new() };
    services.profiles.parts.insert(part, in_force);
}

/// A register that a profile names, as the key store has what opens it.
fn register(source: Source, wants: RegisterKey, has_key: bool, in_the_open: bool) -> Fixture {
    with(|services| {
        services.register = RegisterState {
            source,
            wants: Some(wants),
            has_key,
            in_the_open,
            searches: source == Source::Virk,
        };
        let (by, host) = ((ProfileSource::Kept, "nordlys-profil.toml"), "cvr.example");
        decides(services, ServicePart::Register, by, whole(Some(source), host));
    })
}

fn broker(wants: BrokerKey, has_key: bool) -> Fixture {
    with(|services| {
        services.broker = BrokerState {
            host: Some("mitid.example.dk".into()),
            wants: Some(wants),
            has_key,
            lists_organisations: false,
        };
        let by = (ProfileSource::Named, "/home/mette/live.toml");
        decides(services, ServicePart::Broker, by, whole(None, "mitid.example.dk"));
    })
}

fn update(update: Update) -> Fixture {
    with(|services| {
        services.update = update;
        let by = (ProfileSource::Kept, "it.toml");
        decides(services, ServicePart::Update, by, whole(None, "opdatering.example"));
    })
}

/// Everything by whoever looks after the computer, who forgot something, and a profile of the
/// person's own behind it.
fn managed() -> Fixture {
    const FILE: &str = "/etc/tilslut/live.toml";
    let by = (ProfileSource::Managed, FILE);
    with(|services| {
        services.approves = true;
        services.delivers = true;
        services.register =
            RegisterState { source: Source::Datafordeler, has_key: true, ..services.register };
        services.broker.host = Some("mitid.example.dk".into());
        let host = "graphql.datafordeler.dk";
        decides(services, ServicePart::Register, by, whole(Some(Source::Datafordeler), host));
        decides(services, ServicePart::Broker, by, whole(None, "mitid.example.dk"));
        decides(services, ServicePart::Delivery, by, whole(None, "modtager.example"));
        decides(services, ServicePart::Update, by, lacks(&["update.key"], &["update.url"]));
        let own = (ProfileSource::Kept, "nordlys-profil.toml".to_owned());
        for part in [ServicePart::Register, ServicePart::Update] {
            let in_force = services.profiles.parts.get_mut(&part).expect("it is decided");
            in_force.overruled.push(own.clone());
        }
    })
}

fn allowed() -> Fixture {
    with(|services| {
        services.contact = Contact::parse("Kanariefugl ApS", "it@kanariefugl.example").ok();
        services.register = RegisterState { source: Source::Cvrapi, ..services.register };
    })
}

fn reading(parts: [PartReading; 4], unknown: &[&str]) -> ProfileReading {
    ProfileReading {
        file: "nordlys-profil.toml".into(),
        parts: ServicePart::ALL.into_iter().zip(parts).collect(),
        unknown: unknown.iter().map(|table| (*table).to_owned()).collect(),
    }
}

fn offered(reading: ProfileReading) -> Offered {
    Offered::new(reading, Secret::new(String::new()))
}

/// Two parts that can be taken, one that lacks something, one that is not named.
fn partly() -> Offered {
    offered(reading(
        [
            whole(Some(Source::Datafordeler), "graphql.datafordeler.dk"),
            lacks(&["broker.client-id"], &["broker.ports"]),
            PartReading::Unnamed,
            whole(None, "nordlystomrer.example"),
        ],
        &["leverring"],
    ))
}

fn offering(offered: Offered) -> Fixture {
    at(ServicesPage { offered: Some(Box::new(offered)), ..ServicesPage::default() })
}

fn answered() -> Fixture {
    let answers = BTreeMap::from([
        (ServicePart::Register, PartAnswer::Answers),
        (ServicePart::Broker, PartAnswer::Contradicts(vec!["issuer", "anchored"])),
        (ServicePart::Update, PartAnswer::Silent),
    ]);
    let whole_broker = whole(None, "mitid.example.dk");
    let mut offered = Offered { answers, ..partly() };
    offered.reading.parts.insert(ServicePart::Broker, whole_broker);
    offering(offered)
}

fn nothing_to_take() -> Fixture {
    let parts = [
        PartReading::Unreadable { line: 4 },
        PartReading::Unnamed,
        lacks(&[], &["delivery.url"]),
        whole(None, "opdatering.example"),
    ];
    let mut fixture = offering(offered(reading(parts, &[])));
    let by = (ProfileSource::Managed, "/etc/tilslut/live.toml");
    let update = whole(None, "it.example");
    decides(&mut fixture.services, ServicePart::Update, by, update);
    fixture
}

fn unread(source: ProfileSource, file: &str, problem: Problem, line: Option<usize>) -> Profiles {
    let unread = vec![UnreadProfile { source, file: file.to_owned(), problem, line }];
    Profiles { unread, ..Profiles::default() }
}

fn start_with(profiles: Profiles) -> Fixture {
    let fixture = Fixture::not_open(Phase::ProfileUnread).live();
    Fixture { services: Services { profiles, ..fixture.services }, ..fixture }
}

/// The states of these pages.
pub fn states() -> Vec<(&'static str, Fixture)> {
    let wrong = |problem, line| at(ServicesPage { line, ..ServicesPage::default() }).wrong(problem);
    let who = [("contact.who", Problem::ContactCharacters), ("contact.email", Problem::EmailAt)];
    let from = CameFrom { case: case_id(), organisation: true };
    vec![
        ("services", services()),
        ("services-from-case", at(ServicesPage { from: Some(from), ..ServicesPage::default() })),
        ("services-practice", Fixture::at(Route::Services(ServicesPage::default()))),
        ("services-managed", managed()),
        ("services-cvrapi", allowed()),
        ("services-cvrapi-wrong", services().wrong_at(&who)),
        ("services-register-key", register(Source::Datafordeler, RegisterKey::Key, false, false)),
        (
            "services-register-in-the-open",
            register(Source::Virk, RegisterKey::Credential, false, true),
        ),
        ("services-register-kept", register(Source::Virk, RegisterKey::Credential, true, true)),
        ("services-broker-secret", broker(BrokerKey::Secret, false)),
        (
            "services-broker-key-unusable",
            broker(BrokerKey::PrivateKey, false)
                .wrong_at(&[("broker.secret", Problem::CredentialUnusable)]),
        ),
        ("services-broker-key-kept", broker(BrokerKey::PrivateKey, true)),
        ("services-update-not-asked", update(Update::NotAsked)),
        ("services-update-asking", update(Update::Asking)),
        ("services-update-newest", update(Update::Newest)),
        ("services-update-newer", update(Update::Newer { version: "0.2.0".into() })),
        ("services-update-installing", update(Update::Installing)),
        ("services-update-failed", update(Update::Failed)),
        ("services-offered", offering(partly())),
        ("services-offered-asking", {
            let asking = Some(super::fixture::QueryId(1));
            offering(Offered { asking, ..partly() })
        }),
        ("services-offered-asked", answered()),
        ("services-offered-nothing", nothing_to_take()),
        ("services-dragging", at(ServicesPage { dragging: true, ..ServicesPage::default() })),
        ("services-too-large", wrong(Problem::ProfileTooLarge, None)),
        ("services-not-toml", wrong(Problem::ProfileNotToml, Some(7))),
        ("services-login", wrong(Problem::ServicesLogin, None)),
        (
            "services-unread",
            with(|services| {
                services.profiles = unread(ProfileSource::Kept, "", Problem::ProfileNewer, None);
            }),
        ),
        (
            "profile-unread",
            start_with(unread(
                ProfileSource::Named,
                "/home/mette/Dokumenter/nordlys-profil.toml",
                Problem::ProfileUnreadable,
                None,
            )),
        ),
        (
            "profile-unread-managed",
            start_with(unread(
                ProfileSource::Managed,
                "/etc/tilslut/live.toml",
                Problem::ProfileNotToml,
                Some(12),
            )),
        ),
    ]
}
