//! A person with a browser: opens the link, and does what the test says with what comes back.

use identity::Browser;
use std::future::Future;
use std::pin::Pin;
use std::sync::{LazyLock, Mutex};
use tokio::task::JoinHandle;
use url::Url;

/// A page that the browser got.
#[derive(Debug, Clone)]
pub struct Got {
    pub status: u16,
    pub headers: Vec<(String, String)>,
    pub body: String,
}

impl Got {
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(found, _)| found == name).map(|(_, value)| value.as_str())
    }
}

type Story = Pin<Box<dyn Future<Output = Vec<Got>> + Send>>;

/// A browser that plays a story with each link that it is given.
pub struct Playing {
    story: Box<dyn Fn(String) -> Story + Send + Sync>,
    running: Mutex<Option<JoinHandle<Vec<Got>>>>,
}

impl Playing {
    pub fn new<F: Future<Output = Vec<Got>> + Send + 'static>(
        story: impl Fn(String) -> F + Send + Sync + 'static,
    ) -> Self {
        Self { story: Box::new(move |link| Box::pin(story(link))), running: Mutex::new(None) }
    }

    /// Everything that the browser got.
    pub async fn got(&self) -> Vec<Got> {
        let running = self.running.lock().unwrap().take();
        running.expect("the browser was opened").await.unwrap()
    }

    pub fn was_opened(&self) -> bool {
        self.running.lock().unwrap().is_some()
    }
}

impl Browser for Playing {
    fn open(&self, link: &str) -> std::io::Result<()> {
        *self.running.lock().unwrap() = Some(tokio::spawn((self.story)(link.to_owned())));
        Ok(())
    }
}

/// A machine without a browser.
pub struct NoBrowser;

impl Browser for NoBrowser {
    fn open(&self, _: &str) -> std::io::Result<()> {
        Err(std::io::ErrorKind::NotFound.into())
    }
}

/// Made once, because reading the system's certificates takes its time; it keeps no connection from
/// one test to the next.
pub fn client() -> reqwest::Client {
    static CLIENT: LazyLock<reqwest::Client> = LazyLock::new(|| {
        reqwest::Client::builder()
            .redirect(reqwest::redirect::Policy::none())
            .no_proxy()
            .pool_max_idle_per_host(0)
            .build()
            .unwrap()
    });
    CLIENT.clone()
}

/// Logs in at the broker as somebody and says where it sends the browser back to.
pub async fn log_in_as(link: &str, person: &str, act: &str) -> Url {
    let list = form(Url::parse(link).unwrap()).await;
    let text = client()
        .post(list.clone())
        .form(&[("person", person)])
        .send()
        .await
        .unwrap()
        .text()
        .await
        .unwrap();
    let answer = client()
        .post(list.join(&action(&text)).unwrap())
        .form(&[("act", act)])
        .send()
        .await
        .unwrap();
    let mut back = Url::parse(answer.headers()["location"].to_str().unwrap()).unwrap();
    // A browser keeps it to itself.
    back.set_fragment(None);
    back
}

/// Logs in at the broker as somebody who chooses an organisation to act for, and says where it
/// sends the browser back to.
pub async fn act_for(link: &str, person: &str, cvr: &str) -> Url {
    let list = form(Url::parse(link).unwrap()).await;
    let organisations = client()
        .post(list.clone())
        .form(&[("person", person)])
        .send()
        .await
        .unwrap()
        .text()
        .await
        .unwrap();
    assert!(organisations.contains(cvr), "{organisations}");
    let answer = client()
        .post(list.join(&action(&organisations)).unwrap())
        .form(&[("cvr", cvr)])
        .send()
        .await
        .unwrap();
    Url::parse(answer.headers()["location"].to_str().unwrap()).unwrap()
}

/// Logs in at the broker and says where it sends the browser back to.
pub async fn log_in(link: &str) -> Url {
    log_in_as(link, "mette", "approve").await
}

/// Chooses a person at the broker and does not answer the text.
pub async fn press_silent(link: &str) {
    let list = form(Url::parse(link).unwrap()).await;
    let text = client()
        .post(list.clone())
        .form(&[("person", "mette")])
        .send()
        .await
        .unwrap()
        .text()
        .await
        .unwrap();
    let last = client()
        .post(list.join(&action(&text)).unwrap())
        .form(&[("act", "silent")])
        .send()
        .await
        .unwrap();
    assert_eq!(last.status(), 200);
}

/// Where the form of this page posts to.
async fn form(page: Url) -> Url {
    let html = client().get(page.clone()).send().await.unwrap().text().await.unwrap();
    page.join(&action(&html)).unwrap()
}

/// What the page says of its form.
fn action(page: &str) -> String {
    let after = page.split_once("action=\"").unwrap_or_else(|| panic!("no form: {page}")).1;
    after.split_once('"').unwrap().0.to_owned()
}

/// Fetches one page.
pub async fn get(address: Url) -> Got {
    got(client().get(address)).await
}

pub async fn got(request: reqwest::RequestBuilder) -> Got {
    let answer = request.send().await.unwrap();
    let headers = answer
        .headers()
        .iter()
        .map(|(name, value)| (name.to_string(), value.to_str().unwrap().to_owned()))
        .collect();
    Got { status: answer.status().as_u16(), headers, body: answer.text().await.unwrap() }
}

/// Follows the callback to the result page, as a browser does.
pub async fn come_back(callback: Url) -> Vec<Got> {
    let first = get(callback.clone()).await;
    let next =
        callback.join(first.header("location").expect("the callback is redirected")).unwrap();
    let last = get(next).await;
    vec![first, last]
}

/// The whole login of an honest person.
pub async fn straight(link: String) -> Vec<Got> {
    come_back(log_in(&link).await).await
}
