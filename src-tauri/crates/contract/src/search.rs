//! The register: which one is asked, what opens it, and looking for an organisation by its name, or
//! by what the broker says of the person.

use crate::names;
use crate::organisation::{SourceName, StatusName};
use crate::pieces::Login;
use app::model::{BrokerState, Open, RegisterState};
use app::route;
use domain::Language;
use domain::rules::book;
use serde::Serialize;

names! {
    /// What opens a register.
    RegisterKeyName = domain::keys::RegisterKey { Credential, Key }
}

/// The register that is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Register {
    /// Which it is.
    pub source: SourceName,
    /// What it has to be opened with, when it has to be.
    pub wants: Option<RegisterKeyName>,
    /// The key store holds that.
    pub has_key: bool,
    /// What is sent to it can be read on the way.
    pub in_the_open: bool,
    /// It can be searched by name.
    pub searches: bool,
}

/// A search, as far as it has come.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Search {
    /// What was looked for.
    pub words: String,
    /// The register has been asked and has not answered.
    pub asking: bool,
    /// What was found so far.
    pub hits: Vec<SearchHit>,
    /// There is more.
    pub more: bool,
    /// Why the register did not answer.
    pub problem: Option<String>,
}

/// An organisation that was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct SearchHit {
    /// The CVR number, eight digits.
    pub cvr: String,
    /// The same in pairs.
    pub shown: String,
    /// Name.
    pub name: String,
    /// The address in one line.
    pub address: String,
    /// CVR's own word for the form.
    pub form: String,
    /// What the status means for the connection.
    pub status: StatusName,
    /// The status in words; the register's own in quotation marks where Tilslut does not know it.
    pub status_text: String,
}

/// The organisations that the person may represent, as the broker tells them in a login.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(tag = "is", rename_all = "camelCase", rename_all_fields = "camelCase")]
#[expect(missing_docs, reason = "the line above each variant speaks for its fields")]
pub enum Listing {
    /// This broker does not tell.
    NotTold,
    /// It can be asked.
    Offered,
    /// The login is under way; its link is not there at once.
    UnderWay { login: Option<Login> },
    /// What it said: perhaps nothing.
    Listed { organisations: Vec<Represented> },
    /// The login ended without an answer.
    Failed { code: String },
}

/// An organisation that the person may represent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Represented {
    /// The CVR number, eight digits.
    pub cvr: String,
    /// The same in pairs.
    pub shown: String,
    /// Its name, where the broker tells it.
    pub name: Option<String>,
}

/// The organisations that the person may represent, for the page of the organisation.
pub fn listing(broker: &BrokerState, open: &Open, listing: Option<&route::Listing>) -> Listing {
    let represented = |it: &domain::organisation::Represented| Represented {
        cvr: it.cvr.to_string(),
        shown: it.cvr.in_pairs(),
        name: it.name.clone(),
    };
    match listing {
        _ if !broker.lists_organisations => Listing::NotTold,
        None => Listing::Offered,
        Some(route::Listing { outcome: None, attempt }) => Listing::UnderWay {
            login: open
                .login
                .as_ref()
                .filter(|login| login.attempt == *attempt)
                .and_then(Login::of),
        },
        Some(route::Listing { outcome: Some(Ok(all)), .. }) => {
            Listing::Listed { organisations: all.iter().map(represented).collect() }
        }
        Some(route::Listing { outcome: Some(Err(problem)), .. }) => {
            Listing::Failed { code: problem.code().to_owned() }
        }
    }
}

/// A search as the window shows it.
pub fn search(search: &route::Search, language: Language) -> Search {
    Search {
        words: search.words.clone(),
        asking: search.query.is_some(),
        hits: search.hits.iter().map(|found| hit(found, language)).collect(),
        more: search.more,
        problem: search.problem.map(|problem| problem.code().to_owned()),
    }
}

fn hit(hit: &route::SearchHit, language: Language) -> SearchHit {
    SearchHit {
        cvr: hit.cvr.to_string(),
        shown: hit.cvr.in_pairs(),
        name: hit.name.clone(),
        address: hit.address.clone(),
        form: hit.form.clone(),
        status: hit.status.into(),
        status_text: book().states.told(hit.status, &hit.status_text, language),
    }
}

/// The register as the window shows it.
pub fn register(state: RegisterState) -> Register {
    Register {
        source: state.source.into(),
        wants: state.wants.map(Into::into),
        has_key: state.has_key,
        in_the_open: state.in_the_open,
        searches: state.searches,
    }
}
