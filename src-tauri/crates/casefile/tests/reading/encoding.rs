//! A case in the encoding of the program that saved it.

#[test]
fn a_case_is_read_in_the_encoding_that_it_was_saved_in() {
    let case = r#"{"type":"tilslut/case/v1","representative":{"name":"Søren Ærø"}}"#;
    let wide = |units: &mut dyn Iterator<Item = u16>, big: bool| {
        units
            .flat_map(|unit| if big { unit.to_be_bytes() } else { unit.to_le_bytes() })
            .collect::<Vec<u8>>()
    };
    let marked = |big| wide(&mut std::iter::once(0xFEFF).chain(case.encode_utf16()), big);
    let latin: Vec<u8> = case.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect();
    for bytes in [
        marked(true),
        marked(false),
        wide(&mut case.encode_utf16(), true),
        wide(&mut case.encode_utf16(), false),
        latin,
    ] {
        let mut written = casefile::Written::of(&bytes).unwrap();
        assert_eq!(written.read().unwrap().representative.name.as_str(), "Søren Ærø");
    }
    for bytes in [
        &b"\xFF\xFE\0\0"[..],
        b"{\"type\":\"S\xC3\xB8ren S\xF8ren\"}",
        b"{\0\"\0x",
        b"PK\x03\x04\xFF\x01",
    ] {
        assert_eq!(
            casefile::Written::of(bytes).map(|_| ()).unwrap_err().code(),
            "not-text",
            "{bytes:?}"
        );
    }
}
