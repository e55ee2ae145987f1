//! A person at the broker's pages, in a browser of their own.

/// Opens the login link, chooses a practice person and presses a button. Answers with the text page
/// and the last page.
pub fn at_the_broker(link: &str, person: &str, act: &str) -> (String, String) {
    answer_at_the_broker(link, person, ("act", act))
}

/// Plays a practice person who presses this on the second page.
pub fn answer_at_the_broker(
    link: &str,
    person: &str,
    pressed: (&'static str, &str),
) -> (String, String) {
    let (link, person, pressed) =
        (link.to_owned(), person.to_owned(), (pressed.0, pressed.1.to_owned()));
    let browse = async move {
        let browser = reqwest::Client::new();
        let list = browser.get(&link).send().await.unwrap();
        let origin = list.url().clone();
        let action = origin.join(&action(&list.text().await.unwrap())).unwrap();
        let text = browser
            .post(action)
            .form(&[("person", person)])
            .send()
            .await
            .unwrap()
            .text()
            .await
            .unwrap();
        let answer = origin.join(&self::action(&text)).unwrap();
        let last =
            browser.post(answer).form(&[pressed]).send().await.unwrap().text().await.unwrap();
        (text, last)
    };
    tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(browse)
}

fn action(page: &str) -> String {
    let after = page.split_once("action=\"").expect("the page has a form").1;
    after.split_once('"').expect("the form's action ends").0.to_owned()
}

/// Where the broker sends the browser in the end.
pub fn redirect_of(link: &str) -> String {
    reqwest::Url::parse(link)
        .unwrap()
        .query_pairs()
        .find(|(name, _)| name == "redirect_uri")
        .unwrap()
        .1
        .into_owned()
}

/// What a page of somebody else could send to the waiting port: a callback that belongs to another
/// login.
pub fn callback_with_another_state(link: &str) -> reqwest::Response {
    let redirect = redirect_of(link);
    let call = async move {
        reqwest::get(format!("{redirect}?code=abc&state=another&iss=x")).await.unwrap()
    };
    tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(call)
}

/// Fetches a page: its status and its text.
pub fn fetch(address: &str) -> reqwest::Result<(u16, String)> {
    let call = async move {
        let answer = reqwest::get(address).await?;
        Ok((answer.status().as_u16(), answer.text().await?))
    };
    tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(call)
}
