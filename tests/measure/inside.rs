//! What needs no window: one durable save, one receipt, one verification. Sample and floor take
//! turns, so that whatever else the machine does is in both.

use crate::row::{Row, Samples};
use domain::case::{Accepted, Approved, Case, Delivery, Level, Stage};
use domain::{Environment, Language, Timestamp};
use evidence::{Outcome, anchors};
use jsonwebtoken::jwk::{Jwk, JwkSet};
use jsonwebtoken::{Algorithm, DecodingKey, EncodingKey, crypto};
use printpdf::{
    Mm, Op, ParsedFont, PdfDocument, PdfFont, PdfFontHandle, PdfPage, PdfSaveOptions, Pt, TextItem,
};
use std::fs::{self, OpenOptions};
use std::hint::black_box;
use std::io::Write;
use std::path::Path;
use std::time::Instant;
use vault::testing::MemoryKeyStore;
use vault::{Opening, Vault};

const SAVES: usize = 200;
const RECEIPTS: usize = 100;
const VERIFICATIONS: usize = 300;

/// Runs both in turns, first a few times unmeasured.
pub fn in_turns(
    times: usize,
    mut ours: impl FnMut(),
    mut floor: impl FnMut(),
) -> (Samples, Samples) {
    let mut samples = (Samples::default(), Samples::default());
    for turn in 0..times + 10 {
        let began = Instant::now();
        ours();
        let half = Instant::now();
        floor();
        let end = Instant::now();
        if turn >= 10 {
            samples.0.time(half - began);
            samples.1.time(end - half);
        }
    }
    samples
}

/// One durable save of this approved case.
pub fn save(folder: &Path, case: &Case) -> Row {
    let home = folder.join("save");
    let Opening::Open(mut vault) =
        Vault::open(&home, Environment::Practice, &MemoryKeyStore::new())
    else {
        panic!("a new vault")
    };
    // Two versions of different length: the database skips pages that stay the same.
    let mut versions = [case.clone(), renamed(case)].into_iter().cycle();
    let mut save = || {
        let case =
            Case { changed: Timestamp::now(), ..versions.next().expect("they are repeated") };
        vault.save(&case).expect("the case can be saved");
    };
    save();
    let log = || {
        fs::metadata(home.join("tilslut-practice.db-wal")).expect("the database keeps a log").len()
    };
    let before = log();
    save();
    let written = usize::try_from(log() - before).expect("a few pages");
    assert!(written > 0, "a save writes");

    let bytes = vec![0xa5; written];
    let mut file = OpenOptions::new()
        .create_new(true)
        .append(true)
        .open(folder.join("floor"))
        .expect("the floor's file is new");
    let floor = || {
        file.write_all(&bytes).expect("the floor can be written");
        file.sync_data().expect("the floor can be made durable");
    };
    let (ours, floor) = in_turns(SAVES, save, floor);
    Row {
        what: format!("One durable save of an approved case ({written} bytes to the log)"),
        unit: "ms",
        samples: ours,
        beside: Some(("the same bytes appended to a file, with `fdatasync`", floor)),
        bar: None,
    }
}

/// The case with another title of the representative, as if it had been corrected.
fn renamed(case: &Case) -> Case {
    let mut case = case.clone();
    let Stage::Approved(approved) = &mut case.stage else { panic!("the case is approved") };
    approved.connection.representative.title.push_str(" og medejer");
    case
}

/// Its receipt, from what is stored.
pub fn receipt(case: &Case, approved: &Approved) -> Row {
    let accepted: Option<&Accepted> = match &approved.delivery {
        Delivery::Accepted(accepted) => Some(accepted),
        _ => None,
    };
    // As the shell makes it: verified first, from nothing but what was stored.
    let ours = || {
        let verdict =
            evidence::verify(&approved.evidence.bundle, &anchors::practice(), Timestamp::now());
        let case_json = casefile::approved(&approved.connection, Environment::Practice)
            .expect("the case can be written");
        let bundle_sha256 = receipt::sha256(&approved.evidence.bundle);
        let link =
            receipt::Link { number: 1, previous: None, case: case.id.clone(), bundle_sha256 };
        let receipt = receipt::Receipt {
            environment: Environment::Practice,
            language: Language::Danish,
            case: &case.id,
            connection: &approved.connection,
            evidence: &approved.evidence,
            approver: Some(&approved.approver),
            discarded_approvals: &case.discarded_approvals,
            verdict: &verdict,
            delivery: accepted
                .map_or(receipt::Delivered::NotConfirmed, receipt::Delivered::Accepted),
            made: receipt::Made::At(
                accepted.map_or(approved.evidence.approved_at, |accepted| accepted.at),
            ),
            bundle: &approved.evidence.bundle,
            case_json: case_json.as_bytes(),
            link: Some(&link),
        };
        let pdf = receipt::pdf(&receipt).expect("the receipt can be made");
        assert!(black_box(pdf).starts_with(b"%PDF"));
    };
    let fonts = [
        &include_bytes!("../../src-tauri/crates/receipt/fonts/IBMPlexSans-Regular.ttf")[..],
        &include_bytes!("../../src-tauri/crates/receipt/fonts/IBMPlexSans-SemiBold.ttf")[..],
    ]
    .map(|bytes| ParsedFont::from_bytes(bytes, 0, &mut Vec::new()).expect("the font can be read"));
    let (ours, peer) =
        in_turns(RECEIPTS, ours, || assert!(black_box(one_word(&fonts)).starts_with(b"%PDF")));
    Row {
        what: "Receipt (PDF), from the stored case".to_owned(),
        unit: "ms",
        samples: ours,
        beside: Some(("one word in each of the two fonts, by the PDF library alone", peer)),
        bar: None,
    }
}

fn one_word(fonts: &[ParsedFont]) -> Vec<u8> {
    let mut document = PdfDocument::new("one word");
    let mut operations = Vec::new();
    for font in fonts {
        let id = document.add_font(&PdfFont::new(font.clone()).parsed_font);
        operations.extend([
            Op::StartTextSection,
            Op::SetFont { font: PdfFontHandle::External(id), size: Pt(10.0) },
            Op::ShowText { items: vec![TextItem::Text("Tilslut".to_owned())] },
            Op::EndTextSection,
        ]);
    }
    document.pages = vec![PdfPage::new(Mm(210.0), Mm(297.0), operations)];
    document.save(&PdfSaveOptions::default(), &mut Vec::new())
}

/// Its evidence, verified.
pub fn verification(approved: &Approved) -> Row {
    let bundle = &approved.evidence.bundle;
    let trusted = anchors::practice();
    let ours = || {
        let verdict = evidence::verify(bundle, &trusted, Timestamp::now());
        assert_eq!(black_box(verdict).outcome, Outcome::Level(Level::B));
    };

    let members: serde_json::Value = serde_json::from_slice(bundle).expect("a bundle is JSON");
    let (signed, signature) = members["idToken"]
        .as_str()
        .and_then(|token| token.rsplit_once('.'))
        .expect("a signed token");
    let keys: JwkSet = serde_json::from_value(members["jwks"].clone()).expect("a key set");
    let issuer = DecodingKey::from_jwk(&keys.keys[0]).expect("the issuer's key");
    let one_time =
        EncodingKey::from_ec_pem(include_bytes!("../../src-tauri/crates/practice/keys/es256.pem"))
            .expect("a P-256 key");
    let public = Jwk::from_encoding_key(&one_time, Algorithm::ES256)
        .and_then(|jwk| DecodingKey::from_jwk(&jwk))
        .expect("its public half");
    let seal = crypto::sign(bundle, &one_time, Algorithm::ES256).expect("a signature");
    let floor = || {
        let rsa = crypto::verify(signature, signed.as_bytes(), &issuer, Algorithm::RS256);
        let p256 = [(); 2].map(|()| crypto::verify(&seal, bundle, &public, Algorithm::ES256));
        assert!(matches!((rsa, p256), (Ok(true), [Ok(true), Ok(true)])));
    };
    let (ours, floor) = in_turns(VERIFICATIONS, ours, floor);
    Row {
        what: "Verification of the evidence".to_owned(),
        unit: "ms",
        samples: ours,
        beside: Some(("its signatures alone: one RSA-2048, two P-256", floor)),
        bar: None,
    }
}
