//! The tables of earlier layouts, made of those of today: what an earlier program would have left of
//! the same cases.

/// The SQL that takes the tables of today back to an earlier layout, from 1 on.
pub fn earlier_layout(layout: u32) -> String {
    let eighth = "DROP TABLE changes;";
    let seventh = format!(
        "{eighth} DROP TABLE saves; DROP TABLE marks; DROP TABLE bin; DROP TABLE tombstone_states;
        DROP TABLE tombstones; DROP TABLE gone_links;"
    );
    let sixth = format!(
        "{seventh} DROP TABLE revisions; DROP TABLE other_versions;
        DROP TABLE branch_record_documents; DROP TABLE branch_records; DROP TABLE branch_links;
        DROP TABLE branches;"
    );
    let records =
        format!("{sixth} DROP TABLE record_documents; DROP TABLE records; DROP INDEX chain_case;");
    let fifth = format!(
        "{records} ALTER TABLE summaries DROP COLUMN set_up; DROP INDEX deadlines_due;
        DROP TRIGGER summaries_gone; DROP TABLE unindexed;
        CREATE VIRTUAL TABLE earlier USING fts5 (words, detail = none, columnsize = 0,
            prefix = '1 2 3', tokenize = 'unicode61 remove_diacritics 2');
        INSERT INTO earlier (rowid, words) SELECT rowid, words FROM search;
        DROP TABLE search; ALTER TABLE earlier RENAME TO search;
        INSERT INTO search (search, rank) VALUES ('secure-delete', 1);
        CREATE TRIGGER summaries_gone AFTER DELETE ON summaries BEGIN
            DELETE FROM search WHERE rowid = old.number; END;
        CREATE INDEX deadlines_day ON deadlines (day) WHERE settled = 0;"
    );
    let third = format!(
        "{records} DROP TABLE deadlines; DROP TABLE summaries; DROP TABLE search;
        DROP TABLE unreadable; DROP TABLE unindexed;"
    );
    let second = format!("{third} DROP TABLE chain; DROP TABLE copies;");
    let tables = match layout {
        1 => format!("{second} DROP TABLE documents;"),
        2 => second,
        3 => third,
        4 => format!(
            "{fifth} ALTER TABLE summaries DROP COLUMN why_rule;
            ALTER TABLE summaries DROP COLUMN why_words;
            ALTER TABLE summaries DROP COLUMN stated_on;"
        ),
        5 => fifth,
        6 => sixth,
        7 => seventh,
        _ => eighth.to_owned(),
    };
    // All or nothing: a statement by itself is made durable by itself.
    format!("BEGIN; {tables} PRAGMA user_version = {layout}; COMMIT;")
}
