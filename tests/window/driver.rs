//! Drives a page through WebDriver: the application's own window, or the browser that it opened.

use fantoccini::error::NewSessionError;
use fantoccini::wd::Capabilities;
use fantoccini::{Client, ClientBuilder, Locator};
use hyper_util::client::legacy::connect::HttpConnector;
use std::net::TcpListener;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// Longer than anything here may take; a test that reaches it has failed.
pub const PATIENCE: Duration = Duration::from_secs(30);

/// A driver program and its one session.
pub struct Driver {
    program: Child,
    pub page: Client,
}

impl Driver {
    /// Starts a driver program and opens a session with these capabilities.
    pub async fn start(mut program: Command, port: u16, capabilities: serde_json::Value) -> Self {
        let program = program
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("the driver is installed");
        let address = format!("http://127.0.0.1:{port}");
        let capabilities: Capabilities =
            capabilities.as_object().expect("capabilities are an object").clone();
        let deadline = Instant::now() + PATIENCE;
        loop {
            match ClientBuilder::new(HttpConnector::new())
                .capabilities(capabilities.clone())
                .connect(&address)
                .await
            {
                Ok(page) => return Self { program, page },
                // The program needs a moment before it listens; a session that it refuses is an
                // error at once.
                Err(NewSessionError::Lost(_) | NewSessionError::FailedC(_))
                    if Instant::now() < deadline =>
                {
                    tokio::time::sleep(Duration::from_millis(50)).await;
                }
                Err(why) => panic!("no session: {why}"),
            }
        }
    }

    /// Waits for an element and returns it.
    pub async fn find(&self, css: &str) -> fantoccini::elements::Element {
        match answered(css, self.page.wait().at_most(PATIENCE).for_element(Locator::Css(css))).await
        {
            Ok(element) => element,
            Err(why) => panic!("{css} never came: {why}\n{}", self.text().await),
        }
    }

    /// Waits for an element and brings it to the middle of the page: WebKit's driver scrolls an
    /// element only to the edge, where the action bar may cover it.
    async fn reach(&self, css: &str) -> fantoccini::elements::Element {
        let element = self.find(css).await;
        let scroll = "document.querySelector(arguments[0])?.scrollIntoView({ block: 'center' })";
        answered(css, self.page.execute(scroll, vec![css.into()]))
            .await
            .expect("the page can scroll");
        element
    }

    /// Waits for an element and clicks it where a person would: after it has been scrolled into
    /// view.
    pub async fn click(&self, css: &str) {
        let deadline = Instant::now() + PATIENCE;
        loop {
            let element = self.reach(css).await;
            match answered(css, element.click()).await {
                Ok(()) => return,
                // The page was drawn anew between finding and clicking.
                Err(_) if Instant::now() < deadline => {
                    tokio::time::sleep(Duration::from_millis(20)).await
                }
                Err(why) => panic!("{css} cannot be clicked: {why}"),
            }
        }
    }

    /// Types into the field with this id, in place of what is there.
    pub async fn fill(&self, id: &str, text: &str) {
        self.write(&format!("#{id}"), text).await;
    }

    /// Types into a field, in place of what is there.
    pub async fn write(&self, css: &str, text: &str) {
        let deadline = Instant::now() + PATIENCE;
        loop {
            let field = self.reach(css).await;
            match answered(css, field.clear()).await {
                Ok(()) => {
                    return answered(css, field.send_keys(text))
                        .await
                        .expect("the field takes keys");
                }
                // It is still on its way into the page, or the page was drawn anew.
                Err(_) if Instant::now() < deadline => {
                    tokio::time::sleep(Duration::from_millis(20)).await
                }
                Err(why) => panic!("{css} cannot be cleared: {why}"),
            }
        }
    }

    /// The text of an element that is waited for.
    pub async fn text_of(&self, css: &str) -> String {
        let element = self.find(css).await;
        answered(css, element.text()).await.expect("the element has a text")
    }

    /// Ticks a box or chooses a radio button by its label, as a person does: who sees that another
    /// answer has moved under the pointer, and nothing is chosen, chooses again.
    pub async fn tick(&self, id: &str) {
        let label = format!("label[for='{id}']");
        let unchosen = format!("input[type='radio'][id='{id}']:not(:checked)");
        let deadline = Instant::now() + PATIENCE;
        loop {
            self.click(&label).await;
            let wait = self.page.wait().at_most(Duration::from_secs(1));
            let gone = format!("html:not(:has({unchosen}))");
            if answered(id, wait.for_element(Locator::Css(&gone))).await.is_ok() {
                return;
            }
            assert!(Instant::now() < deadline, "{id} cannot be chosen");
        }
    }

    /// The text that a person reads.
    pub async fn text(&self) -> String {
        match answered("the page", self.page.find(Locator::Css("body"))).await {
            Ok(body) => answered("the text", body.text()).await.unwrap_or_default(),
            Err(_) => String::new(),
        }
    }

    /// Waits until a text stands on the page.
    pub async fn reads(&self, wanted: &str) {
        let deadline = Instant::now() + PATIENCE;
        loop {
            let text = self.text().await;
            if text.contains(wanted) {
                return;
            }
            assert!(Instant::now() < deadline, "»{wanted}« never came:\n{text}");
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    /// A picture of the page.
    pub async fn picture(&self, file: &Path) {
        let png = answered("a picture", self.page.screenshot())
            .await
            .expect("the page can be photographed");
        std::fs::write(file, png).expect("the picture is kept");
    }

    /// Kills what the program drives as a power cut would, and ends the program.
    pub fn kill(&mut self) {
        let driver = self.program.id().to_string();
        Command::new("pkill").args(["-KILL", "-P", &driver]).status().expect("pkill is installed");
        self.program.kill().ok();
        self.program.wait().ok();
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        self.kill();
    }
}

/// A driver that stops answering is a failure with a name, not a test that never ends.
async fn answered<T>(what: &str, answer: impl Future<Output = T>) -> T {
    match tokio::time::timeout(2 * PATIENCE, answer).await {
        Ok(answer) => answer,
        Err(_) => panic!("the driver does not answer about {what}"),
    }
}

/// A port that was free a moment ago.
pub fn free_port() -> u16 {
    TcpListener::bind(("127.0.0.1", 0))
        .and_then(|l| l.local_addr())
        .expect("loopback has a free port")
        .port()
}
