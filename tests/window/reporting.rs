//! A reporter who is guided, in the real window and on the practice site in a real browser: what was
//! prepared is sent to the representative there, and the case waits for them, over a power cut, until
//! they have concluded it and the e-mail lies in the case.

use crate::answers::Answers;
use crate::concluding::record_is_saved;
use crate::installation::Installation;
use crate::site::Site;

/// By a reporter.
const REPORTED: Answers = Answers {
    reporter: Some(["Jens Aagaard Holm", "Holm & Bjerre Revision ApS", "jens@holmbjerre.example"]),
    ..Answers::NORDLYS
};

#[tokio::test]
async fn a_reporter_is_guided_and_the_case_waits_until_the_representative_has_concluded() {
    let installation = Installation::new("reporting").await;
    let session = &installation.session;
    let window = installation.open(&[]).await;
    window.begin_with(&REPORTED, "terms").await;
    window.act("openTerms").await;
    session.read_terms().await;
    window.go_on_to_check().await;
    window.picture("check");
    window.act("go-handOver").await;
    window.page("handOver").await;
    window.picture("hand-over");
    window.act("begin-guide").await;
    window.page("guide").await;

    window.screen("start").await;
    window.act("openSite").await;
    let site = Site::begin(session).await;
    site.log_in("Jens Aagaard Holm").await;
    window.act("screen-organisation").await;
    window.screen("organisation").await;
    site.organisation(&window.copied("cvr").await).await;
    window.act("next").await;
    window.screen("role").await;
    window.picture("guide-role");
    site.role("reporter").await;

    window.act("next").await;
    window.screen("representative").await;
    let name = window.copied("representativeName").await;
    let email = window.copied("representativeEmail").await;
    window.picture("guide-representative");
    site.representative(&name, &email).await;
    // The register says who represents it, and the terms are the representative's.
    site.is_at("administrators").await;
    window.act("screen-terms").await;
    window.screen("terms").await;
    window.picture("guide-terms");
    window.act("next").await;
    window.screen("administrators").await;
    let name = window.copied("administratorName").await;
    let email = window.copied("administratorEmail").await;
    let born = window.copied("administratorBorn").await;
    window.picture("guide-administrators");
    site.administrator(&name, &email, &born).await;
    site.next("administrators").await;
    site.picture(&installation.pictures().join("site-summary.png")).await;
    site.next("summary").await;
    site.is_at("waiting").await;
    site.picture(&installation.pictures().join("site-waiting.png")).await;
    window.act("finish").await;
    let sent = window.state("sentToRepresentative").await;
    window.picture("stated");

    // The representative concludes it, and hands the e-mail on to the reporter.
    site.next("waiting").await;
    site.log_in("Mette Lindegaard Krogh").await;
    site.accept_terms().await;
    site.reads("Søren Thorup Winther").await;
    site.next("summary").await;
    site.reads("Tilslutningsaftalen er indgået").await;
    let mail = site.download(session, "PROEVE kvittering.eml").await;
    drop(site);
    session.close_browser().await;

    let window = window.killed_and_opened().await;
    window.page("cases").await;
    window.picture("cases-waiting");
    window.open_case("awaitingRepresentative").await;
    window.page("stated").await;
    window.act("show-draft").await;
    window.page("mailDraft").await;
    window.says("mette@nordlystomrer.example").await;
    window.picture("mail-draft");
    window.act("go-cases").await;
    window.page("cases").await;
    window.act("go-followUp").await;
    window.page("followUp").await;
    let reminder = window.driver.find("li[data-kind='representativeReminder']").await;
    let day = reminder.attr("data-date").await.unwrap().expect("a day");
    assert!(day.parse::<jiff::civil::Date>().unwrap() > sent, "{day}");
    window.picture("follow-up");

    // The reporter states what the representative has said, and the e-mail proves it.
    window.open_case("awaitingRepresentative").await;
    window.page("stated").await;
    window.act("correct").await;
    let concluded = window.state("concluded").await;
    window.picture("stated-concluded");
    let window = window.closed_and_opened(session).await;
    window.page("cases").await;
    window.open_case("statedConcluded").await;
    window.drop_mail(&mail, "mail").await;
    window.driver.find("[data-part='proof']").await;
    window.picture("concluded");
    record_is_saved(&window, session, &installation.scratch().join("optegnelse.pdf"), &mail).await;
    window.act("go-cases").await;
    window.page("cases").await;
    window.driver.find("tr[data-state='concluded']").await;
    window.act("go-followUp").await;
    window.page("followUp").await;
    let until = concluded.saturating_add(jiff::Span::new().days(60));
    window.driver.find(&format!("li[data-kind='setUpLink'][data-date='{until}']")).await;
    let waits = "li[data-kind='representativeReminder']";
    let shown = window.driver.page.find_all(fantoccini::Locator::Css(waits)).await.unwrap();
    assert!(shown.is_empty(), "nobody is waited for any more");
    window.picture("follow-up-concluded");
}
