//! The profile file of the live environment, part by part. Each part works alone: what one lacks is
//! named, and the others are used.

use crate::broker_access::BrokerAccess;
use crate::desktop::UpdateSource;
use crate::register_access::RegisterAccess;
use delivery::Endpoint;
use domain::encoding;
use domain::profile::ProfileIncomplete;
use identity::BrokerProfile;
use register::RegisterProfile;
use std::path::Path;
use url::Url;
use vault::KeyStore;

/// A profile is a page or two.
const LARGEST: u64 = 1 << 20;

/// The services of a world; those that no profile names are done without.
#[derive(Default)]
pub struct Parts {
    /// Where organisations are looked up.
    pub register: RegisterAccess,
    /// Who tells who a person is.
    pub broker: Option<BrokerAccess>,
    /// Where approved cases go.
    pub receiver: Option<Endpoint>,
    /// Where newer versions come from.
    pub update: Option<UpdateSource>,
    /// The members that are missing or cannot be used; the file where it cannot be read.
    pub unusable: Vec<String>,
}

impl Parts {
    /// Reads a profile file, with what the key store holds for its services.
    pub fn read(file: &Path, store: &dyn KeyStore) -> Self {
        let name = file.display().to_string();
        let unreadable = |why: String| Self { unusable: vec![why], ..Self::default() };
        let Ok(bytes) = crate::files::read(file, LARGEST) else { return unreadable(name) };
        let text = match encoding::text(&bytes) {
            Ok(text) => text,
            Err(why) => return unreadable(format!("{name}: {why}")),
        };
        let settings: toml::Table = match text.parse() {
            Ok(settings) => settings,
            // Told with the line, by whichever part reads it first.
            Err(_) => match RegisterProfile::from_toml(&text) {
                Err(why) => return unreadable(why.places(&name).join(", ")),
                Ok(_) => return unreadable(name),
            },
        };
        let mut unusable = Vec::new();
        let has = |table: &str| settings.contains_key(table);
        let mut note = |why: ProfileIncomplete| unusable.extend(why.places(&name));
        let register = has("register").then(|| RegisterProfile::from_toml(&text));
        let broker = has("broker").then(|| BrokerProfile::from_toml(&text));
        let register = register.and_then(|read| read.map_err(&mut note).ok());
        let broker = broker.and_then(|read| read.map_err(&mut note).ok());
        let text_at =
            |table: &str, name: &str| settings.get(table)?.get(name)?.as_str().map(str::to_owned);
        let receiver = text_at("delivery", "url").and_then(|url| Endpoint::new(&url).ok());
        if has("delivery") && receiver.is_none() {
            unusable.push("delivery.url".to_owned());
        }
        let update = text_at("update", "url")
            .and_then(|url| Url::parse(&url).ok())
            .zip(text_at("update", "key"))
            .map(|(address, key)| UpdateSource { address, key });
        if has("update") && update.is_none() {
            unusable.extend(["update.url".to_owned(), "update.key".to_owned()]);
        }
        unusable.dedup();
        Self {
            register: register.map_or_else(RegisterAccess::default, |profile| {
                RegisterAccess::live(profile, store)
            }),
            broker: broker.map(|profile| BrokerAccess::new(profile, store)),
            receiver,
            update,
            unusable,
        }
    }
}
