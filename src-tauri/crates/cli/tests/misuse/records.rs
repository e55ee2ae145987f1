//! What people and programs do to records. A record is signed by nobody, so whoever makes everything
//! anew makes another record; what they cannot do is change a part and have it pass.

#[allow(dead_code)]
#[path = "../../../receipt/tests/receipts/guided.rs"]
mod guided;

use super::{Situation, drawn, enclosed, forged, reworded, saved, told};
use domain::verification::{Conclusion, Pages, PagesDoubt, Refused};
use domain::{Environment, Language};
use guided::{GuidedCase, receipt_mail};
use lopdf::Document;
use receipt::record::{FormatWord, Hash, ListingWord, SignatureStated};

const MAIL: &str = "tilslut-mail-1.eml";
const DATA: &str = "tilslut-record.json";

fn practice() -> GuidedCase {
    GuidedCase::usual(Environment::Practice, Language::Danish)
}

pub fn genuine() -> Vec<u8> {
    practice().pdf()
}

fn changed_data(case: &GuidedCase, from: &str, to: &str) -> Vec<u8> {
    let json = String::from_utf8(case.data().to_json()).unwrap();
    assert!(json.contains(from), "{from}");
    json.replace(from, to).into_bytes()
}

/// Takes a file out of those that are inside, by its name.
fn without(file: &mut Document, name: &str) {
    let names = file.catalog().unwrap().get(b"Names").unwrap().as_dict().unwrap();
    let mut names = names.clone();
    let files = names.get_mut(b"EmbeddedFiles").unwrap().as_dict_mut().unwrap();
    let list = files.get_mut(b"Names").unwrap().as_array_mut().unwrap();
    let place = list.iter().position(|it| it.as_str().is_ok_and(|it| it == name.as_bytes()));
    list.drain(place.unwrap()..place.unwrap() + 2);
    file.catalog_mut().unwrap().set("Names", names);
}

/// Every situation. A record proves no approval, so its exit code is 1 however sound it is.
pub fn situations() -> Vec<Situation> {
    let case = practice();
    let pdf = case.pdf();
    let own = |what, file, pages| Situation {
        what,
        file,
        evidence: Conclusion::OwnRecord,
        pages: Some(pages),
        refused: None,
        code: 1,
    };
    let changed =
        |what, file, pages| Situation { evidence: Conclusion::Changed, ..own(what, file, pages) };
    let refused = |what, file, why| Situation {
        what,
        file,
        evidence: Conclusion::NotOurs,
        pages: None,
        refused: Some(why),
        code: 3,
    };
    let of = |environment, language| GuidedCase::usual(environment, language).pdf();
    let other_mail = receipt_mail("96273118");

    // A forger who has the program: the data says something, and the pages are made of that.
    let mut other_key = case.facts();
    other_key.mails[0].keys[0].record = Some("v=DKIM1; k=rsa; p=AAAA".into());
    let other_key = case.pdf_of(&case.data_with(other_key), &case.mails);
    let unsigned = b"From: a@b.example\r\nSubject: x\r\n\r\nCVR 13748136\r\n".to_vec();
    let mut called_signed = case.facts();
    called_signed.mails[0].sha256 = Hash(receipt::sha256(&unsigned));
    called_signed.mails[0].size = u32::try_from(unsigned.len()).unwrap();
    called_signed.mails[0].sent = None;
    let called_signed = case.pdf_of(&case.data_with(called_signed), &[unsigned]);
    let mut of_another = case.facts();
    of_another.mails[0].sha256 = Hash(receipt::sha256(&other_mail));
    let of_another = case.pdf_of(&case.data_with(of_another), std::slice::from_ref(&other_mail));
    let mut called_pdf = case.facts();
    called_pdf.mails[0].format = FormatWord::Pdf;
    called_pdf.mails[0].file = "tilslut-mail-1.pdf".into();
    let called_pdf = case.pdf_of(&case.data_with(called_pdf), &case.mails);
    let mut confirmed = case.facts();
    confirmed.mails[0].signature = SignatureStated::Signed {
        domain: "mitid-erhverv.dk".into(),
        listing: ListingWord::Confirmed,
    };
    let confirmed = case.pdf_of(&case.data_with(confirmed), &case.mails);
    let mut another = case.facts();
    another.representative.name = "En Anden".into();
    let another = case.pdf_of(&case.data_with(another), &case.mails);

    vec![
        own("a record", pdf.clone(), Pages::AsMade),
        own("a record in English", of(Environment::Practice, Language::English), Pages::AsMade),
        own("a live record", of(Environment::Live, Language::Danish), Pages::AsMade),
        own(
            "a record without a mail",
            GuidedCase::without_mail(Environment::Live, Language::Danish).pdf(),
            Pages::AsMade,
        ),
        own("a record with a line behind the end", [&pdf, &b"\n"[..]].concat(), Pages::AsMade),
        own("a record saved by another program", saved(&pdf, |_| {}), Pages::ReSaved),
        own(
            "a record with something drawn on it",
            forged(&pdf, |file| drawn(file, b"1 g 60 500 300 20 re f\n")),
            Pages::CannotJudge(PagesDoubt::DrawnAnew),
        ),
        own("a record with another name on a page", forged(&pdf, reworded), Pages::Changed),
        own(
            "a record that says nothing of itself any more",
            saved(&pdf, |file| {
                file.catalog_mut().unwrap().remove(b"Metadata");
            }),
            Pages::Changed,
        ),
        own("everything of a record made anew", another, Pages::AsMade),
        changed(
            "a record with another mail in the place of its own",
            forged(&pdf, |file| enclosed(file, MAIL, &other_mail)),
            Pages::Changed,
        ),
        changed(
            "a record with a mail whose text was changed",
            forged(&pdf, |file| {
                let mail = String::from_utf8(case.mails[0].clone()).unwrap();
                enclosed(file, MAIL, mail.replace("er tilsluttet", "er afvist").as_bytes());
            }),
            Pages::Changed,
        ),
        changed(
            "a record without its mail",
            forged(&pdf, |file| without(file, MAIL)),
            Pages::Changed,
        ),
        changed(
            "a record with other data",
            forged(&pdf, |file| {
                enclosed(file, DATA, &changed_data(&case, "Mette Lindegaard Krogh", "En Anden"));
            }),
            Pages::Changed,
        ),
        changed(
            "a record with data that is none",
            forged(&pdf, |file| enclosed(file, DATA, b"{}")),
            Pages::Changed,
        ),
        changed(
            "a record with another outcome in its data",
            forged(&pdf, |file| {
                let other = changed_data(&case, "\"on\":\"2026-11-24\"", "\"on\":\"2026-11-20\"");
                enclosed(file, DATA, &other);
            }),
            Pages::Changed,
        ),
        changed(
            "a record with another number in the metadata",
            saved(&pdf, |file| told(file, "number>12<", "number>13<")),
            Pages::Changed,
        ),
        changed(
            "a record said to be live",
            forged(&pdf, |file| told(file, "environment>practice<", "environment>live<")),
            Pages::Changed,
        ),
        changed("a record with another key", other_key, Pages::AsMade),
        changed("a record that calls an unsigned mail signed", called_signed, Pages::AsMade),
        changed("a record with the mail of another organisation", of_another, Pages::AsMade),
        changed("a record that calls a mail a PDF", called_pdf, Pages::AsMade),
        changed("a record that names another domain as the signer", confirmed, Pages::AsMade),
        refused(
            "a record without its attachments",
            saved(&pdf, |file| {
                let catalog = file.catalog_mut().unwrap();
                catalog.remove(b"Names");
                catalog.remove(b"AF");
                file.prune_objects();
            }),
            Refused::AttachmentsLost,
        ),
        refused(
            "a record printed to a PDF",
            saved(&pdf, |file| {
                let catalog = file.catalog_mut().unwrap();
                for key in [&b"Names"[..], b"AF", b"Metadata"] {
                    catalog.remove(key);
                }
                file.prune_objects();
            }),
            Refused::Printed,
        ),
        refused("a record cut off", pdf[..pdf.len() / 2].to_vec(), Refused::CutOff),
    ]
}
