//! Erhvervsstyrelsen's system-to-system access to CVR (`domain.md` §6.1): the one source that tells
//! the management.

use crate::answer::Answer;
use crate::endpoint::{Endpoint, Patience};
use crate::read::{face, hits, parse, read_as};
use crate::secret::Credential;
use crate::{Error, Unconfigured};
use domain::cvr::CvrNumber;
use domain::organisation::{Organisation, Source, Status};
use domain::typed::fold;
use domain::{Timestamp, day_in_denmark};
use reqwest::RequestBuilder;
use serde_json::{Value, json};
use std::fmt;

/// How many hits a page of a search has.
const PAGE: usize = 20;

/// The longest name that is searched for, in characters.
const NAME_MAX: usize = 200;

/// What is read of an organisation, so that its history of employment and the like is not sent.
const READ: [&str; 10] = [
    "Vrvirksomhed.cvrNummer",
    "Vrvirksomhed.navne",
    "Vrvirksomhed.beliggenhedsadresse",
    "Vrvirksomhed.postadresse",
    "Vrvirksomhed.virksomhedsform",
    "Vrvirksomhed.virksomhedsstatus",
    "Vrvirksomhed.livsforloeb",
    "Vrvirksomhed.attributter",
    "Vrvirksomhed.deltagerRelation",
    "Vrvirksomhed.virksomhedMetadata",
];

/// What a list of hits shows.
const SHOWN: [&str; 5] = [
    "Vrvirksomhed.cvrNummer",
    "Vrvirksomhed.virksomhedMetadata.nyesteNavn",
    "Vrvirksomhed.virksomhedMetadata.nyesteBeliggenhedsadresse",
    "Vrvirksomhed.virksomhedMetadata.nyesteVirksomhedsform",
    "Vrvirksomhed.virksomhedMetadata.sammensatStatus",
];

/// Erhvervsstyrelsen's service, or anything that answers like it.
#[derive(Clone)]
pub struct Virk {
    line: Endpoint,
    credential: Option<Credential>,
    source: Source,
}

/// Whether a credential may travel where anybody on the way can read it. Erhvervsstyrelsen's
/// service has no other way (`domain.md` §6.1), so a person has to know and to say so.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum PlainHttp {
    /// Nobody accepted it: only `https`, and this machine's own loopback.
    #[default]
    Refused,
    /// A person read the warning and accepted it.
    Accepted,
}

/// One organisation that a search found, with what tells it from the others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// Its number.
    pub cvr: CvrNumber,
    /// Its current name.
    pub name: String,
    /// Its current address on one line; empty when the register keeps none.
    pub address: String,
    /// CVR's form code.
    pub form_code: u16,
    /// CVR's own description of the form.
    pub form: String,
    /// What the composite status means.
    pub status: Status,
    /// CVR's own text of it.
    pub status_text: String,
}

/// One page of a search.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SearchResults {
    /// The hits, best first. A hit that cannot be read is left out.
    pub hits: Vec<Hit>,
    /// Where the next page begins; none after the last one.
    pub after: Option<Continue>,
}

/// A place in the order of a search, as the register names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Continue(Value);

impl Virk {
    /// A register at an address such as `https://register.example`, without the path of the search,
    /// that asks for no credential. Without one, plain `http` is taken too: nothing that is sent is
    /// secret.
    pub fn new(base_url: &str) -> Result<Self, Unconfigured> {
        let line = Endpoint::new(base_url, Patience::default(), None)?
            .below("/cvr-permanent/virksomhed/_search");
        Ok(Self { line, credential: None, source: Source::Virk })
    }

    /// The pretend register of practice: what it tells is marked so.
    pub fn practice(base_url: &str) -> Result<Self, Unconfigured> {
        Ok(Self { source: Source::Practice, ..Self::new(base_url)? })
    }

    /// The same register, asked with the user's own credential (HTTP Basic). Where it would travel
    /// in the open and nobody accepted that, there is no register: [`Unconfigured::PlainHttp`].
    pub fn with_credential(
        self,
        credential: Credential,
        plain: PlainHttp,
    ) -> Result<Self, Unconfigured> {
        if self.line.is_open() && plain == PlainHttp::Refused {
            return Err(Unconfigured::PlainHttp);
        }
        Ok(Self { credential: Some(credential), ..self })
    }

    /// The same register with other limits than [`Patience::default`].
    pub fn with_patience(self, patience: Patience) -> Self {
        Self { line: self.line.with_patience(patience), ..self }
    }

    /// Whether what is sent can be read on the way, so that a person must be warned.
    pub fn is_open(&self) -> bool {
        self.line.is_open()
    }

    /// Who is named as the source of what it tells.
    pub fn source(&self) -> Source {
        self.source
    }

    /// Asks for the organisation with the number. `now` is kept as the time of the look-up.
    pub async fn look_up(&self, cvr: CvrNumber, now: Timestamp) -> Result<Organisation, Error> {
        let question = json!({ "_source": READ, "query": { "term": { "Vrvirksomhed.cvrNummer": cvr.as_u32() } } });
        let answer = self.line.in_time(self.line.ask(|| self.question(&question))).await?;
        read_as(self.source, &answer, cvr, now)
    }

    /// Searches for organisations whose current name has every word of `name`, one page at a time:
    /// the first, or the one that begins at `after`. A name without words finds nothing, and nobody
    /// is asked.
    pub async fn search(
        &self,
        name: &str,
        after: Option<&Continue>,
        now: Timestamp,
    ) -> Result<SearchResults, Error> {
        let name: String = fold(name).chars().take(NAME_MAX).collect();
        if !name.chars().any(char::is_alphanumeric) {
            return Ok(SearchResults::default());
        }
        let mut question = json!({
            "_source": SHOWN,
            "query": { "match": { "Vrvirksomhed.virksomhedMetadata.nyesteNavn.navn": { "query": name, "operator": "and" } } },
            "size": PAGE,
            // The number settles ties, so that no page repeats or leaves out a hit.
            "sort": [{ "_score": "desc" }, { "Vrvirksomhed.cvrNummer": "asc" }],
        });
        if let (Some(Continue(place)), Some(members)) = (after, question.as_object_mut()) {
            members.insert("search_after".to_owned(), place.clone());
        }
        let answer = self.line.in_time(self.line.ask(|| self.question(&question))).await?;
        found(&answer, now)
    }

    fn question(&self, question: &Value) -> RequestBuilder {
        let request = self.line.client().post(self.line.address()).json(question);
        match &self.credential {
            // In a header that is marked as sensitive, so that it is not shown where requests are.
            Some(credential) => request.basic_auth(credential.user(), Some(credential.password())),
            None => request,
        }
    }
}

/// Nothing of the address and the credential.
impl fmt::Debug for Virk {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Virk(…)")
    }
}

fn found(answer: &[u8], now: Timestamp) -> Result<SearchResults, Error> {
    let answer: Answer<'_> = parse(answer)?;
    let hits = match hits(&answer) {
        Err(Error::Unknown) => return Ok(SearchResults::default()),
        hits => hits?,
    };
    let full = hits.len() >= PAGE;
    let place = hits.last().map(|last| &last.sort).filter(|place| is_place(place));
    let after = place.filter(|_| full).map(|place| Continue(place.clone()));
    let shown = hits.iter().take(PAGE).filter_map(|hit| {
        let face = face(hit.source.get()?.company.get()?, day_in_denmark(now))?;
        Some(Hit {
            cvr: face.cvr,
            name: face.named(),
            form_code: face.form_code.unwrap_or_default(),
            form: face.form_text(),
            address: face.address.unwrap_or_default().join(", "),
            status: face.status,
            status_text: face.status_text.unwrap_or_default(),
        })
    });
    Ok(SearchResults { hits: shown.collect(), after })
}

/// Score and number, as this search sorts.
fn is_place(sort: &Value) -> bool {
    sort.as_array().is_some_and(|values| values.len() == 2 && values.iter().all(Value::is_number))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn credential() -> Credential {
        Credential::new("bruger".to_owned(), "hemmelig".to_owned()).unwrap()
    }

    #[test]
    fn an_address_is_taken_or_refused() {
        for sound in
            ["http://distribution.virk.dk", "https://a.example/prefix/", "http://[::1]:8080"]
        {
            assert!(Virk::new(sound).is_ok(), "{sound}");
        }
        for wrong in [
            "",
            "distribution.virk.dk",
            "ftp://a.example",
            "file:///etc/hosts",
            "http://a.example/?q=1",
            "http://a.example/#x",
            "http://",
            "https://bruger:hemmelig@a.example",
            "https://bruger@a.example",
        ] {
            assert_eq!(Virk::new(wrong).err(), Some(Unconfigured::Address), "{wrong}");
        }
    }

    #[test]
    fn the_path_of_the_search_is_appended_once() {
        for (base, search) in [
            ("http://a.example", "http://a.example/cvr-permanent/virksomhed/_search"),
            ("http://a.example/b/", "http://a.example/b/cvr-permanent/virksomhed/_search"),
        ] {
            assert_eq!(Virk::new(base).unwrap().line.address().as_str(), search);
        }
    }

    #[test]
    fn a_credential_travels_in_the_open_only_when_somebody_accepted_it() {
        for (address, plain, outcome) in [
            ("http://distribution.virk.dk", PlainHttp::Refused, Some(Unconfigured::PlainHttp)),
            ("http://127.0.0.1.example", PlainHttp::Refused, Some(Unconfigured::PlainHttp)),
            ("http://192.168.1.2", PlainHttp::Refused, Some(Unconfigured::PlainHttp)),
            ("http://distribution.virk.dk", PlainHttp::Accepted, None),
            ("https://a.example", PlainHttp::Refused, None),
            ("http://127.0.0.1:1", PlainHttp::Refused, None),
            ("http://[::1]:1", PlainHttp::Refused, None),
        ] {
            assert_eq!(
                Virk::new(address).unwrap().with_credential(credential(), plain).err(),
                outcome,
                "{address}"
            );
        }
    }

    #[test]
    fn the_credential_is_only_in_a_header_that_is_marked_sensitive() {
        let virk = Virk::new("https://a.example")
            .unwrap()
            .with_credential(credential(), PlainHttp::Refused)
            .unwrap();
        let request = virk.question(&json!({})).build().unwrap();
        let header = &request.headers()[reqwest::header::AUTHORIZATION];
        assert!(header.is_sensitive());
        assert_eq!(header, "Basic YnJ1Z2VyOmhlbW1lbGln");
        assert!(
            !format!("{virk:?} {request:?}").contains("YnJ1Z2VyOmhlbW1lbGln")
                && !request.url().as_str().contains("bruger")
        );
    }
}
