//! `tilslut-cli backup`: a backup opens with what was written down for it, or it is said why not.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod program;

use domain::Environment::Practice;
use program::{run, run_with};
use std::fs;
use vault::testing::{MemoryKeyStore, cases};
use vault::{Opening, Secret, Vault};

#[test]
fn a_backup_is_verified_by_code_or_words_and_listed_without() {
    let (home, folder) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let store = MemoryKeyStore::new();
    let Opening::Open(mut vault) = Vault::open(home.path(), Practice, &store) else {
        panic!("not open")
    };
    cases().iter().for_each(|case| vault.save(case).unwrap());
    let code = vault.new_recovery_code().unwrap();
    vault.keep_recovery_code().unwrap();
    let now = "2026-11-29T14:05:12Z".parse().unwrap();
    let words = Secret::from(handover::spelled("Anker, æble, måge, hus, kat, sol").as_str());
    let job = vault.backup_for_move(words);
    let path = folder.path().join(job.file_name(now));
    job.run(&path, now, &mut |_| true).unwrap();
    let file = path.to_str().unwrap();

    let code_file = home.path().join("code.txt");
    fs::write(&code_file, format!("{code}\n")).unwrap();
    let by_code = ["backup", "verify", file, "--recovery-code-file", code_file.to_str().unwrap()];
    let answer = run(&[&by_code[..], &["--json"]].concat());
    assert_eq!((answer.code, answer.err.as_str()), (Some(0), ""));
    let json = answer.json();
    assert_eq!(json["type"], "tilslut/backup/v1");
    assert_eq!(
        (&json["environment"], &json["cases"], &json["unreadable"]),
        (&"practice".into(), &cases().len().into(), &0.into())
    );
    assert_eq!(json["made"], "2026-11-29T14:05:12Z");
    let by_words = ["backup", "verify", file, "--words-file", "-"];
    let answer = run_with(&by_words, "1. anker 2. aeble 3. maage 4. hus 5. kat 6. sol".as_bytes());
    assert_eq!((answer.code, answer.err.as_str()), (Some(0), ""));
    assert!(answer.out.contains("kan åbnes"), "{}", answer.out);

    let answer = run_with(&by_words, b"andre ord");
    assert_eq!((answer.code, answer.out.as_str()), (Some(1), ""));
    assert!(answer.err.contains("backup-code-wrong"), "{}", answer.err);
    assert_eq!(run(&["backup", "verify", file]).code, Some(2), "with nothing that opens it");
    assert_eq!(run(&["backup", "verify", "/nowhere", "--words-file", "-"]).code, Some(3));

    let listed = ["backup", "list", folder.path().to_str().unwrap(), "--json"];
    let answer = run(&listed);
    assert_eq!(answer.code, Some(0));
    let json = answer.json();
    assert_eq!(json["backups"].as_array().unwrap().len(), 1);
    assert_eq!(json["backups"][0]["opensWith"], serde_json::json!(["recovery-code", "words"]));

    let whole = fs::read(&path).unwrap();
    fs::write(&path, &whole[..whole.len() - 4096]).unwrap();
    let answer = run(&by_code);
    assert_eq!((answer.code, answer.out.as_str()), (Some(3), ""));
    assert!(answer.err.contains("backup-unreadable"), "{}", answer.err);
    let answer = run(&listed);
    assert_eq!(answer.code, Some(3));
    assert_eq!(answer.json()["unread"][0]["problem"], "backup-unreadable");
}
