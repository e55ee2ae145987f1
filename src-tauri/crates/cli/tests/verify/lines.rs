//! Many bundles at once: of a folder, and one a line.

use crate::program::run_with;
use crate::{VECTORS, vector, verify};
use serde_json::Value;

#[test]
fn a_folder_and_a_list_of_lines_give_one_result_each_in_their_order() {
    let answer = verify(&["--json", VECTORS]);
    let files: Vec<String> =
        answer.lines().iter().map(|line| line["file"].as_str().unwrap().to_owned()).collect();
    let names: Vec<&str> =
        files.iter().map(|file| file.rsplit_once(['/', '\\']).unwrap().1).collect();
    let expected = [
        "changed",
        "hand-over",
        "level-a-es256",
        "level-a-rs256",
        "level-b-clock",
        "level-b-es256",
        "level-b-live",
        "level-b-rs256",
        "level-c",
        "level-d",
    ];
    assert_eq!(names, expected.map(|name| format!("{name}.json")));
    assert_eq!(answer.code, Some(1));

    let bundles = ["level-b-rs256.json", "level-c.json", "level-b-es256.json"]
        .map(|name| std::fs::read_to_string(vector(name)).unwrap());
    let mut lines = String::new();
    for number in 0..2500 {
        lines += &format!("{}\n{}", bundles[number % 3], if number % 100 == 0 { "\n" } else { "" });
    }
    let answer = run_with(&["verify", "--json", "--lines", "--allow", "C", "-"], lines.as_bytes());
    let levels: Vec<String> =
        answer.lines().iter().map(|line| line["level"].as_str().unwrap().to_owned()).collect();
    let expected: Vec<&str> = (0..2500).map(|number| ["B", "C", "B"][number % 3]).collect();
    assert_eq!(levels, expected);
    assert_eq!((answer.code, &answer.lines()[1]["line"]), (Some(0), &Value::from(3)));

    let torn = format!("{}\nnot a bundle\n{}\n", bundles[0], bundles[2]);
    let answer = run_with(&["verify", "--json", "--lines", "-"], torn.as_bytes());
    assert_eq!((answer.code, answer.lines().len()), (Some(3), 3));
    assert_eq!(
        (&answer.lines()[1]["problem"], &answer.lines()[1]["line"]),
        (&Value::from("unreadable"), &Value::from(2))
    );
    assert!(answer.err.contains("-, linje 2: "), "{answer:?}");
}

#[test]
fn a_line_that_is_too_long_is_named_and_the_next_one_is_read() {
    let bundle = std::fs::read_to_string(vector("level-b-rs256.json")).unwrap();
    let bundle = bundle.trim_end();
    let limit = 2 << 20;
    let padded = |length: usize| format!("{bundle}{}", " ".repeat(length - bundle.len()));
    let long = "x".repeat(3 * limit);
    let lines = [
        padded(limit),
        padded(limit + 1),
        bundle.to_owned(),
        long,
        bundle.to_owned(),
        padded(limit + 2),
    ]
    .join("\n");
    for end in ["", "\n"] {
        let answer =
            run_with(&["verify", "--json", "--lines", "-"], format!("{lines}{end}").as_bytes());
        let told: Vec<(Value, Value, Value)> = answer
            .lines()
            .iter()
            .map(|line| (line["line"].clone(), line["level"].clone(), line["problem"].clone()))
            .collect();
        let (read, refused) = (
            |line: u64| (line.into(), "B".into(), Value::Null),
            |line: u64| (line.into(), Value::Null, "line-too-long".into()),
        );
        assert_eq!(told, [read(1), refused(2), read(3), refused(4), read(5), refused(6)]);
        assert_eq!(answer.code, Some(3));
        assert!(answer.err.contains("-, linje 4: Linjen er længere end 2 MB"), "{}", answer.err);
    }
}

#[test]
fn lines_are_read_one_after_the_other_in_whatever_encoding() {
    let bundle = std::fs::read_to_string(vector("level-b-rs256.json")).unwrap();
    let text = format!("\u{feff}{bundle}\n\n{bundle}\n");
    let wide: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("lines.jsonl");
    std::fs::write(&path, &wide).unwrap();
    let answer = verify(&["--json", "--lines", path.to_str().unwrap(), path.to_str().unwrap()]);
    let numbers: Vec<Value> = answer.lines().iter().map(|line| line["line"].clone()).collect();
    assert_eq!(
        (answer.code, numbers),
        (Some(0), [1, 3, 1, 3].map(Value::from).to_vec()),
        "{}",
        answer.err
    );
    // A damaged letter ends it, after what stands before it.
    let damaged = [&wide[..], &0xD800_u16.to_le_bytes(), &[b'\n', 0][..]].concat();
    let answer = run_with(&["verify", "--json", "--lines", "-"], &damaged);
    assert_eq!((answer.code, answer.lines().len()), (Some(3), 2), "{}", answer.err);
    let missing = verify(&["--json", "--lines", path.to_str().unwrap(), "no such file"]);
    assert_eq!(
        (missing.code, missing.out.as_str()),
        (Some(3), ""),
        "a name that stands for nothing is told before anything is read"
    );
}
