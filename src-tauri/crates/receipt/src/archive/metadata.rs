//! What the file says of itself, twice and in step: in the information dictionary, which old
//! readers show, and as XMP, which archives read (ISO 19005-3, §6.6). Facts of our own are
//! announced by an extension schema.

use super::Inside;
use crate::Error;
use crate::document::Document;
use crate::wording::Wording;
use domain::Language;
use lopdf::{Dictionary, Object, ObjectId, Stream, text_string};
use std::fmt::Write as _;

/// Whose facts of our own a file tells: what kind of file it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Schema {
    title: &'static str,
    /// The name of the facts, which no other file has.
    pub(crate) namespace: &'static str,
}

/// A receipt's.
pub(crate) const RECEIPT: Schema =
    Schema { title: "Receipt of Tilslut", namespace: "urn:tilslut:receipt:1#" };
/// A record's.
pub(crate) const RECORD: Schema =
    Schema { title: "Record of Tilslut", namespace: "urn:tilslut:record:1#" };

const CREATOR: &str = "Tilslut";
const PRODUCER: &str = "Tilslut, printpdf";

/// A fact of our own: its name, its value, and what it means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Property {
    pub(crate) name: &'static str,
    pub(crate) value: String,
    pub(crate) meaning: &'static str,
}

/// Writes both; gives the place of the XMP.
pub(super) fn describe(
    file: &mut lopdf::Document,
    document: &Document,
    wording: &Wording,
    inside: &Inside<'_>,
) -> Result<ObjectId, Error> {
    let date = Object::string_literal(document.made.as_str());
    let about = Dictionary::from_iter([
        ("Title", text_string(&document.title)),
        ("Subject", text_string(&document.subject)),
        ("Creator", text_string(CREATOR)),
        ("Producer", text_string(PRODUCER)),
        ("CreationDate", date.clone()),
        ("ModDate", date),
    ]);
    let place =
        file.trailer.get(b"Info").and_then(Object::as_reference).map_err(|_| Error::NotMade)?;
    file.set_object(place, about);
    let packet = packet(document, wording.language(), inside.schema, &inside.properties);
    let dictionary =
        Dictionary::from_iter([("Type", Object::from("Metadata")), ("Subtype", "XML".into())]);
    // Uncompressed, so that an archive finds it without knowing PDF.
    Ok(file.add_object(Stream::new(dictionary, packet.into_bytes()).with_compression(false)))
}

/// BCP 47.
pub(crate) fn language(language: Language) -> &'static str {
    match language {
        Language::Danish => "da-DK",
        Language::English => "en",
    }
}

fn packet(
    document: &Document,
    spoken: Language,
    own_schema: Schema,
    properties: &[Property],
) -> String {
    let (title, subject) = (escaped(&document.title), escaped(&document.subject));
    let (made, language) = (iso(&document.made), language(spoken));
    let mut own = String::new();
    for property in properties {
        let _ = write!(
            own,
            "\n   <tilslut:{0}>{1}</tilslut:{0}>",
            property.name,
            escaped(&property.value)
        );
    }
    let schema = extension(own_schema, properties);
    let namespace = if properties.is_empty() {
        String::new()
    } else {
        format!(" xmlns:tilslut=\"{}\"", own_schema.namespace)
    };
    format!(
        r#"<?xpacket begin="{bom}" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
 <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
  <rdf:Description rdf:about=""
    xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
    xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"{namespace}
    xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
    xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
   <dc:format>application/pdf</dc:format>
   <dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
   <dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
   <dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
   <xmp:CreatorTool>{CREATOR}</xmp:CreatorTool>
   <xmp:CreateDate>{made}</xmp:CreateDate>
   <xmp:ModifyDate>{made}</xmp:ModifyDate>
   <pdf:Producer>{PRODUCER}</pdf:Producer>
   <pdfaid:part>3</pdfaid:part>
   <pdfaid:conformance>A</pdfaid:conformance>
   <pdfuaid:part>1</pdfuaid:part>{own}
   <pdfaExtension:schemas><rdf:Bag>
{schema}   </rdf:Bag></pdfaExtension:schemas>
  </rdf:Description>
 </rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"#,
        bom = '\u{feff}'
    )
}

/// Announces the facts that PDF/A does not know by itself.
fn extension(own_schema: Schema, properties: &[Property]) -> String {
    let mut schemas = schema(
        "PDF/UA identification",
        "http://www.aiim.org/pdfua/ns/id/",
        "pdfuaid",
        &[("part", "Integer", "Part of ISO 14289")],
    );
    if !properties.is_empty() {
        let own: Vec<_> =
            properties.iter().map(|property| (property.name, "Text", property.meaning)).collect();
        schemas.push_str(&schema(own_schema.title, own_schema.namespace, "tilslut", &own));
    }
    schemas
}

fn schema(title: &str, namespace: &str, prefix: &str, properties: &[(&str, &str, &str)]) -> String {
    let mut text = format!(
        "    <rdf:li rdf:parseType=\"Resource\"><pdfaSchema:schema>{title}</pdfaSchema:schema>\
         <pdfaSchema:namespaceURI>{namespace}</pdfaSchema:namespaceURI><pdfaSchema:prefix>{prefix}</pdfaSchema:prefix>\
         <pdfaSchema:property><rdf:Seq>\n"
    );
    for (name, value, meaning) in properties {
        let _ = writeln!(
            text,
            "     <rdf:li rdf:parseType=\"Resource\"><pdfaProperty:name>{name}</pdfaProperty:name>\
             <pdfaProperty:valueType>{value}</pdfaProperty:valueType><pdfaProperty:category>external</pdfaProperty:category>\
             <pdfaProperty:description>{}</pdfaProperty:description></rdf:li>",
            escaped(meaning)
        );
    }
    text.push_str("    </rdf:Seq></pdfaSchema:property></rdf:li>\n");
    text
}

/// Text inside XML; what XML cannot hold at all becomes the sign for that.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\u{9}' | '\u{a}' | '\u{d}' => escaped.push(' '),
            '\u{0}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => escaped.push('\u{fffd}'),
            c => escaped.push(c),
        }
    }
    escaped
}

/// A date of ISO 32000-1, §7.9.4, as ISO 8601: "2026-11-24T13:49:00Z", or the day alone.
fn iso(date: &str) -> String {
    let digits: String = date.chars().filter(char::is_ascii_digit).collect();
    let part = |from: usize, to: usize| digits.get(from..to).unwrap_or_default();
    let day = format!("{}-{}-{}", part(0, 4), part(4, 6), part(6, 8));
    if digits.len() < 14 {
        return day;
    }
    format!("{day}T{}:{}:{}Z", part(8, 10), part(10, 12), part(12, 14))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_as_exact_as_they_are_known() {
        assert_eq!(iso("D:20261124134900Z"), "2026-11-24T13:49:00Z");
        assert_eq!(iso("D:20261122"), "2026-11-22");
    }

    #[test]
    fn no_text_can_leave_its_place() {
        assert_eq!(
            escaped("<A & \"B\">\u{0}\n\u{ffff}ø"),
            "&lt;A &amp; &quot;B&quot;&gt;\u{fffd} \u{fffd}ø"
        );
    }
}
