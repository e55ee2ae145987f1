//! The screens of the practice site: plain forms under practice's band. They say which screen of the
//! official site they stand for, and look like none of them.

use super::Served;
use super::visit::{Fields, Role, Screen, Visit};
use crate::organisations::organisations;
use crate::pages::{escape, page_under};
use crate::persons::persons;
use crate::terms;
use crate::words::Words;
use axum::http::StatusCode;
use axum::response::Response;
use domain::Language;
use domain::rules::book;
use std::fmt::Write as _;

/// What every page of the site is not.
const BAND: Words =
    Words::new("Prøve: dette er ikke MitID Erhverv", "Practice: this is not MitID Erhverv");

/// Where a visit begins.
pub(crate) fn start(language: Language) -> Response {
    let said = |da, en| said(language, da, en);
    let body = format!(
        "<p>{lead}</p><p>{none}</p><form method=post><button class=yes name=lang value={tag}>{begin}</button></form>",
        lead = said(
            "Her kan du øve det forløb, som du gennemfører på mitid-erhverv.dk. Skærmene følger det, der er kendt om forløbet. Ordene og udseendet er prøvens egne.",
            "Here you can rehearse what you will do at mitid-erhverv.dk. The screens follow what is known of it. The words and the looks are practice’s own.",
        ),
        none = said(
            "Intet bliver sendt, og ingen bliver tilsluttet.",
            "Nothing is sent, and nobody is connected.",
        ),
        tag = tag(language),
        begin = said("Start tilslutning", "Start connection"),
    );
    let heading = Words::new("Tilslut din organisation", "Connect your organisation");
    page(StatusCode::OK, language, heading, &body)
}

/// The visit is over, or was never there.
pub(crate) fn over(language: Language, home: &str) -> Response {
    let said = |da, en| said(language, da, en);
    let body = format!(
        "<p>{}</p><p><a href=\"{home}\">{}</a></p>",
        said(
            "Der er gået for lang tid, eller Tilslut er startet igen.",
            "Too much time has passed, or Tilslut has been started again."
        ),
        said("Begynd forfra", "Begin again"),
    );
    let heading = Words::new("Dette forløb er slut", "This visit is over");
    page(StatusCode::GONE, language, heading, &body)
}

/// The screen that a visit has come to, with what was wrong in the last answer and what was typed
/// there.
pub(crate) fn screen(
    visit: &Visit,
    served: &Served,
    wrong: Option<Words>,
    typed: &Fields,
) -> Response {
    let screen = visit.screen();
    let language = visit.language;
    let mut body = String::new();
    if let Some(wrong) = wrong {
        let _ =
            write!(body, "<p role=alert class=wrong>{}</p>", escape(wrong.in_language(language)));
    }
    body.push_str(&match screen {
        Screen::LogIn => log_in(visit, typed),
        Screen::Organisation => organisation(visit, typed),
        Screen::Role => role(visit),
        Screen::Representative => representative(visit, typed),
        Screen::Documents => documents(visit, typed),
        Screen::Terms => accept_terms(visit),
        Screen::Administrators => administrators(visit, typed),
        Screen::Summary => summary(visit),
        Screen::Waiting => waiting(visit),
        Screen::UnderReview => under_review(visit),
        Screen::Concluded => concluded(visit, served),
        Screen::Rejected => rejected(visit, served),
    });
    if screen.can_go_back() {
        let back =
            format!("<button name=act value=back>{}</button>", said(language, "Tilbage", "Back"));
        body.push_str(&form(screen, &back));
    }
    let status = if wrong.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    page(status, language, screen.heading(visit.role), &body)
}

impl Screen {
    /// Names the screen in its form, so that an answer to an earlier one is not taken for this one.
    pub(crate) fn id(self) -> &'static str {
        match self {
            Self::LogIn => "log-in",
            Self::Organisation => "organisation",
            Self::Role => "role",
            Self::Representative => "representative",
            Self::Documents => "documents",
            Self::Terms => "terms",
            Self::Administrators => "administrators",
            Self::Summary => "summary",
            Self::Waiting => "waiting",
            Self::UnderReview => "under-review",
            Self::Concluded => "concluded",
            Self::Rejected => "rejected",
        }
    }

    fn can_go_back(self) -> bool {
        !matches!(
            self,
            Self::LogIn | Self::Waiting | Self::UnderReview | Self::Concluded | Self::Rejected
        )
    }

    fn heading(self, role: Option<Role>) -> Words {
        match self {
            Self::LogIn => Words::new("Log ind", "Log in"),
            Self::Organisation => Words::new(
                "Vælg den organisation, du vil tilslutte",
                "Select the organisation you want to connect",
            ),
            Self::Role => Words::new(
                "Hvad er din rolle i organisationen?",
                "What is your role in the organisation?",
            ),
            Self::Representative => {
                Words::new("Hvem er ledelsesrepræsentant?", "Who is the management representative?")
            }
            Self::Documents => Words::new("Vedlæg dokumentation", "Enclose documentation"),
            Self::Terms => Words::new("Accepter vilkår", "Accept the terms"),
            Self::Administrators => Words::new(
                "Vælg organisationsadministratorer",
                "Select organisation administrators",
            ),
            Self::Summary if role == Some(Role::Reporter) => Words::new(
                "Send til ledelsesrepræsentanten",
                "Send to the management representative",
            ),
            Self::Summary => Words::new("Godkend og bekræft", "Approve and confirm"),
            Self::Waiting => Words::new(
                "Venter på ledelsesrepræsentanten",
                "Waiting for the management representative",
            ),
            Self::UnderReview => Words::new("Sagen bliver behandlet", "The case is being handled"),
            Self::Concluded => Words::new(
                "Tilslutningsaftalen er indgået",
                "The connection agreement is concluded",
            ),
            Self::Rejected => Words::new("Ansøgningen er afvist", "The application is rejected"),
        }
    }
}

fn log_in(visit: &Visit, typed: &Fields) -> String {
    let said = |da, en| said(visit.language, da, en);
    let mut body = format!(
        "<p>{}</p>",
        said(
            "På det rigtige sted logger du ind med dit private MitID. Her vælger du, hvem du er.",
            "At the real place you log in with your private MitID. Here you choose who you are.",
        )
    );
    if visit.is_prepared {
        let _ = write!(
            body,
            "<p>{} <b>{}</b>.</p>",
            said("Anmelderen har skrevet", "The reporter has named"),
            escape(visit.representative_name())
        );
    }
    // Whom the reporter has named need not be written again.
    let named = if visit.is_prepared { visit.representative_name() } else { "" };
    let prefilled = typed.get("name").map_or(named, String::as_str);
    let mut list = String::new();
    for person in persons() {
        let _ = write!(
            list,
            "<li><button name=person value=\"{}\">{}</button></li>",
            escape(person.id),
            escape(person.name)
        );
    }
    let other = format!(
        "{}<p><button class=yes>{}</button></p>",
        field("name", &said("Eller et andet navn", "Or another name"), prefilled),
        said("Log ind", "Log in")
    );
    body.push_str(&form(Screen::LogIn, &format!("<ul>{list}</ul>")));
    body.push_str(&form(Screen::LogIn, &other));
    body
}

fn organisation(visit: &Visit, typed: &Fields) -> String {
    let said = |da, en| said(visit.language, da, en);
    let who = visit.person.as_deref().unwrap_or_default();
    let mut list = String::new();
    for organisation in
        organisations().iter().filter(|known| known.signatories().any(|name| name == who))
    {
        let _ = write!(
            list,
            "<li><button name=cvr value=\"{cvr}\">{name}</button><p>CVR {cvr}</p></li>",
            cvr = organisation.cvr,
            name = escape(organisation.name)
        );
    }
    let typed = format!(
        "{}<p><button class=yes>{}</button></p>",
        field("cvr", &said("CVR-nummer", "CVR number"), text(typed, "cvr")),
        said("Næste", "Next")
    );
    form(Screen::Organisation, &format!("<ul>{list}</ul>")) + &form(Screen::Organisation, &typed)
}

fn role(visit: &Visit) -> String {
    let said = |da, en| said(visit.language, da, en);
    let inner = format!(
        "<ul><li><button name=role value=representative>{}</button><p>{}</p></li><li><button name=role value=reporter>{}</button><p>{}</p></li></ul>",
        said("Ledelsesrepræsentant", "Management representative"),
        said(
            "Du kan repræsentere organisationen og indgå aftalen.",
            "You can represent the organisation and make the agreement."
        ),
        said("Anmelder", "Reporter"),
        said(
            "Du forbereder, og ledelsesrepræsentanten godkender.",
            "You prepare, and the management representative approves."
        ),
    );
    form(Screen::Role, &inner)
}

fn representative(visit: &Visit, typed: &Fields) -> String {
    let said = |da, en| said(visit.language, da, en);
    let inner = format!(
        "{}{}{}<p><button class=yes>{}</button></p>",
        unconfirmed(visit.language),
        field("name", &said("Fulde navn", "Full name"), text(typed, "name")),
        field("email", &said("E-mail", "E-mail"), text(typed, "email")),
        said("Næste", "Next")
    );
    form(Screen::Representative, &inner)
}

fn documents(visit: &Visit, typed: &Fields) -> String {
    let said = |da, en| said(visit.language, da, en);
    let inner = format!(
        "{}<p>{}</p><p><label>{}<br><textarea name=documents rows=4 cols=48 required>{}</textarea></label></p><p><button class=yes>{}</button></p>",
        unconfirmed(visit.language),
        said(
            "Registret siger ikke, at ledelsesrepræsentanten kan repræsentere organisationen. På det rigtige sted vedlægger du filer. Prøven tager ingen: skriv deres navne.",
            "The register does not say that the management representative may represent the organisation. At the real place you enclose files. Practice takes none: write their names.",
        ),
        said("Dokumenter, ét på hver linje", "Documents, one on each line"),
        escape(text(typed, "documents")),
        said("Næste", "Next")
    );
    form(Screen::Documents, &inner)
}

fn accept_terms(visit: &Visit) -> String {
    let said = |da, en| said(visit.language, da, en);
    let inner = format!(
        "<p><a href=\"{}\" target=_blank rel=noopener>{}</a></p><p><label><input type=checkbox name=accept value=yes> {}</label></p><p><button class=yes>{}</button></p>",
        terms::PATH,
        said("Læs prøvens vilkår", "Read practice’s terms"),
        said("Jeg accepterer vilkårene", "I accept the terms"),
        said("Næste", "Next")
    );
    form(Screen::Terms, &inner)
}

fn administrators(visit: &Visit, typed: &Fields) -> String {
    let said = |da, en| said(visit.language, da, en);
    let add = format!(
        "{}{}{}<p><button name=act value=add>{}</button></p>",
        field("name", &said("Fulde navn", "Full name"), text(typed, "name")),
        field("email", &said("E-mail", "E-mail"), text(typed, "email")),
        field(
            "born",
            &said("Fødselsdato (dd-mm-åååå)", "Date of birth (dd-mm-yyyy)"),
            text(typed, "born")
        ),
        said("Tilføj", "Add"),
    );
    let mut body = form(Screen::Administrators, &add);
    let mut list = String::new();
    for (place, administrator) in visit.administrators.iter().enumerate() {
        let _ = write!(
            list,
            "<li>{}, {}, {} <button name=remove value={place}>{} {}</button></li>",
            escape(administrator.named.name.as_str()),
            escape(administrator.named.email.as_str()),
            administrator.born.date().strftime("%d-%m-%Y"),
            said("Fjern", "Remove"),
            escape(administrator.named.name.first()),
        );
    }
    if !list.is_empty() {
        body.push_str(&form(Screen::Administrators, &format!("<ul>{list}</ul>")));
    }
    let next = said("Næste", "Next");
    let next = format!("<p><button class=yes name=act value=next>{next}</button></p>");
    body.push_str(&form(Screen::Administrators, &next));
    body
}

fn summary(visit: &Visit) -> String {
    let said = |da, en| said(visit.language, da, en);
    let button = match visit.role {
        Some(Role::Reporter) => said("Send", "Send"),
        _ => said("Godkend og bekræft", "Approve and confirm"),
    };
    told(visit) + &form(Screen::Summary, &format!("<p><button class=yes>{button}</button></p>"))
}

fn waiting(visit: &Visit) -> String {
    let said = |da, en| said(visit.language, da, en);
    let go_on =
        said("Fortsæt som ledelsesrepræsentanten", "Go on as the management representative");
    format!(
        "<p>{}</p>{}{}",
        said(
            "Du kan ikke gøre mere som anmelder. I prøven kan du fortsætte som ledelsesrepræsentanten.",
            "You can do no more as reporter. In practice you can go on as the management representative.",
        ),
        told(visit),
        form(Screen::Waiting, &format!("<p><button class=yes>{go_on}</button></p>"))
    )
}

fn under_review(visit: &Visit) -> String {
    let said = |da, en| said(visit.language, da, en);
    let mut list = String::new();
    for reason in &book().guide.reasons {
        let _ = write!(
            list,
            "<li><button name=rule value=\"{}\">{}</button></li>",
            escape(&reason.id),
            escape(reason.text(visit.language))
        );
    }
    let inner = format!(
        "<p>{}</p><p>{}</p><p><button class=yes name=accept value=yes>{}</button></p><h2>{}</h2><ul>{list}</ul>",
        said(
            "På det rigtige sted ser en medarbejder på dokumentationen. I prøven bestemmer du, hvordan det går. Lad siden stå, hvis du vil øve, at intet svar kommer.",
            "At the real place a member of staff looks at the documentation. In practice you decide how it goes. Leave the page if you want to rehearse that no answer comes.",
        ),
        said("Når du vælger, ligger e-mailen klar.", "When you choose, the e-mail is ready."),
        said("Dokumentationen er i orden", "The documentation is in order"),
        said("Eller afvis af en af disse grunde", "Or reject for one of these reasons"),
    );
    form(Screen::UnderReview, &inner)
}

fn concluded(visit: &Visit, served: &Served) -> String {
    let said = |da, en| said(visit.language, da, en);
    format!(
        "<p>{}</p><p><a href=\"{}\" download>{}</a></p><p>{}</p>{}",
        said(
            "I prøven er aftalen indgået. Prøven har skrevet den kvittering, som ledelsesrepræsentanten ellers får som e-mail.",
            "In practice the agreement is concluded. Practice has written the receipt that the management representative would get by e-mail.",
        ),
        served.mail,
        said("Hent e-mailen", "Get the e-mail"),
        said(
            "Gem den, og læg den ind i Tilslut. Hver administrator ville også få en e-mail med et link.",
            "Save it and add it in Tilslut. Each administrator would get an e-mail with a link too.",
        ),
        told(visit)
    )
}

fn rejected(visit: &Visit, served: &Served) -> String {
    let said = |da, en| said(visit.language, da, en);
    let why = visit
        .rejected_for()
        .and_then(|id| book().guide.reason(id))
        .map(|reason| escape(reason.text(visit.language)))
        .unwrap_or_default();
    format!(
        "<p><b>{why}</b></p><p>{}</p><p><a href=\"{}\" download>{}</a></p>",
        said(
            "En ny ansøgning begynder forfra. Tilslut har jeres svar endnu: brug sagen igen der.",
            "A new application begins from nothing. Tilslut still has your answers: use the case again there.",
        ),
        served.mail,
        said("Hent e-mailen", "Get the e-mail"),
    )
}

/// Everything that was answered.
fn told(visit: &Visit) -> String {
    let said = |da, en| said(visit.language, da, en);
    let mut rows = String::new();
    let mut row = |label: String, value: &str| {
        let _ = write!(rows, "<dt>{label}</dt><dd>{}</dd>", escape(value));
    };
    if let Some(organisation) = visit.organisation {
        row(said("Organisation", "Organisation"), organisation.name);
        row(said("CVR-nummer", "CVR number"), organisation.cvr);
    }
    row(said("Ledelsesrepræsentant", "Management representative"), visit.representative_name());
    for document in &visit.documents {
        row(said("Dokument", "Document"), document);
    }
    for administrator in &visit.administrators {
        row(
            said("Organisationsadministrator", "Organisation administrator"),
            &format!(
                "{}, {}",
                administrator.named.name.as_str(),
                administrator.named.email.as_str()
            ),
        );
    }
    format!("<dl>{rows}</dl>")
}

/// What is not known of the official screen is not pretended to be.
fn unconfirmed(language: Language) -> String {
    format!(
        "<p class=who>{}</p>",
        said(
            language,
            "Hvordan denne skærm ser ud på det rigtige sted, er ikke kendt.",
            "How this screen looks at the real place is not known.",
        )
    )
}

/// A form of its own for each act, so that Enter in a field presses the button beside it.
fn form(screen: Screen, inner: &str) -> String {
    format!("<form method=post><input type=hidden name=screen value={}>{inner}</form>", screen.id())
}

fn field(name: &str, label: &str, value: &str) -> String {
    format!(
        "<p><label>{label}<br><input name={name} autocomplete=off value=\"{}\" required></label></p>",
        escape(value)
    )
}

fn text<'f>(typed: &'f Fields, name: &str) -> &'f str {
    typed.get(name).map(String::as_str).unwrap_or_default()
}

fn said(language: Language, da: &'static str, en: &'static str) -> String {
    escape(Words::new(da, en).in_language(language))
}

fn tag(language: Language) -> &'static str {
    Words::new("da", "en").in_language(language)
}

fn page(status: StatusCode, language: Language, heading: Words, body: &str) -> Response {
    page_under(BAND, status, language, heading.in_language(language), body)
}
