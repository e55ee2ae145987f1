//! Reads a receipt back: what is inside it, and whether it is as it was made. The file may come
//! from anybody, so nothing in it is believed and all of it is bounded. What it says is judged
//! elsewhere, by `evidence::verify` and by the chain.

use crate::archive::{RECEIPT, RECORD, is_whole, language};
use crate::chain::{Link, LinkHash as _, NO_NUMBER, unhex};
use crate::record::{MAILS_LIMIT, RECORD_NAME};
use domain::case::CaseId;
use domain::{Environment, Language};
use lopdf::{Dictionary, Document, LoadOptions, Object, Stream};
use sha2::{Digest as _, Sha256};
use std::panic::{AssertUnwindSafe, catch_unwind};

/// The name of the evidence bundle inside a receipt.
pub const EVIDENCE_NAME: &str = "tilslut-evidence.json";
/// The name of the case inside a receipt.
pub const CASE_NAME: &str = "tilslut-case.json";
/// The name of what a receipt states beside its evidence.
pub const STATEMENT_NAME: &str = "tilslut-receipt.json";

/// A receipt has some 50 kB. A record has its mails inside, and they are all that is large in it.
const FILE_LIMIT: usize = MAILS_LIMIT + (8 << 20);
/// No other file inside a receipt or a record is larger unpacked.
const STREAM_LIMIT: usize = 2 << 20;
/// Nor is what says how the file is put together, which is unpacked before anything is known of
/// it...
const OBJECTS_LIMIT: usize = 512 << 10;
/// ...as many times as this at most.
const STREAMS_LIMIT: usize = 400;

/// How a PDF begins...
const HEADER: &[u8] = b"%PDF-";
/// ...and within how many bytes.
const HEADER_WITHIN: usize = 1024;
/// How it ends...
const END: &[u8] = b"%%EOF";
/// ...and how much may stand behind that before readers look for the end in vain.
const BEHIND_END: usize = 1024;
/// What a reader would take for another end, or for more of the file.
const MORE: [&[u8]; 4] = [b"xref", b"trailer", b"endobj", b"stream"];

/// What is inside a receipt. That it is there says nothing yet of whether it is true.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contents {
    /// The evidence bundle, byte for byte. Its hash is the one in `link`.
    pub bundle: Vec<u8>,
    /// The case as documented JSON, byte for byte. Outside the proof: only the bundle is evidence.
    pub case: Vec<u8>,
    /// What the receipt states beside its evidence, byte for byte; none in receipts of before there
    /// were statements. Outside the proof, as the case is.
    pub statement: Option<Vec<u8>>,
    /// The receipt's place in the chain of its machine; none of one without a number.
    pub link: Option<Link>,
    /// The case that the receipt is about, as it says of itself.
    pub case_id: CaseId,
    /// The language that it is written in.
    pub language: Language,
    /// Practice or live, as the receipt says of itself.
    pub environment: Environment,
    /// True when not one byte of the PDF, from its header to its end, is other than it was made.
    /// Whoever knows how can make a changed file look whole, so this tells accidents and careless
    /// edits, never forgers.
    pub whole: bool,
}

/// What is inside a record. That it is there says nothing yet of whether it is true.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecordContents {
    /// What the record says, byte for byte.
    pub record: Vec<u8>,
    /// Every other file inside, by name.
    pub files: Vec<(String, Vec<u8>)>,
    /// What the file says of itself beside that; none when it does not any more, or contradicts
    /// itself.
    pub told: Option<RecordMetadata>,
    /// What the file says of itself is not about this data.
    pub contradicts: bool,
}

/// What the file of a record says of itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecordMetadata {
    /// The record's place in the chain of its machine.
    pub link: Link,
    /// The language that it is written in.
    pub language: Language,
    /// Practice or live.
    pub environment: Environment,
    /// The edition of its pages.
    pub edition: u32,
    /// As [`Contents::whole`].
    pub whole: bool,
}

/// Why a file cannot be read as a receipt.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotAReceipt {
    /// Larger than any receipt: choose another file.
    #[error("the file is larger than any receipt")]
    TooLarge,
    /// Not a PDF, or a damaged one: get the file again.
    #[error("the file cannot be read as a PDF")]
    Unreadable,
    /// A PDF, but no receipt of Tilslut's: choose another file.
    #[error("the PDF is no receipt of Tilslut's")]
    Foreign,
    /// A receipt of Tilslut's that was changed after it was made: its parts are missing or
    /// contradict each other.
    #[error("the receipt was changed after it was made")]
    Changed,
}

/// Reads a receipt. Any bytes are read without a panic, in bounded memory.
///
/// # Errors
/// [`NotAReceipt`] says whether it is the wrong file or a changed one.
pub fn read(pdf: &[u8]) -> Result<Contents, NotAReceipt> {
    if pdf.len() > FILE_LIMIT {
        return Err(NotAReceipt::TooLarge);
    }
    within_bounds(pdf, contents).unwrap_or(Err(NotAReceipt::Unreadable))
}

/// Reads a record, whatever another program has made of it since. None when the PDF carries no data
/// of one, or more than one could be meant. Any bytes are read without a panic, in bounded memory.
pub fn read_record(pdf: &[u8]) -> Option<RecordContents> {
    within_bounds(pdf, record_contents).flatten()
}

/// True when a PDF says that it is a record of Tilslut's.
pub(crate) fn says_record(pdf: &[u8]) -> bool {
    let says = |file: Document, _: &[u8]| {
        let packet = file.catalog().ok().and_then(|catalog| packet(&file, catalog));
        packet.is_some_and(|packet| packet.contains(RECORD.namespace))
    };
    within_bounds(pdf, says).unwrap_or(false)
}

/// The evidence that a PDF carries, byte for byte: a receipt, whatever another program has made of
/// it since, or any other PDF with one file of that name. None when there is none, or more than one
/// could be meant. Any bytes are read without a panic, in bounded memory.
pub fn evidence_in(pdf: &[u8]) -> Option<Vec<u8>> {
    match &mut within_bounds(pdf, |file, _| files_named(&file, EVIDENCE_NAME))?[..] {
        [only] => Some(std::mem::take(only)),
        _ => None,
    }
}

/// True when a PDF carries two different files of the evidence's name, or of a record's.
pub(crate) fn is_ambiguous(pdf: &[u8]) -> bool {
    let several = |file: Document, _: &[u8]| {
        [EVIDENCE_NAME, RECORD_NAME].iter().any(|name| files_named(&file, name).len() > 1)
    };
    within_bounds(pdf, several).unwrap_or(false)
}

/// The first byte of the header: readers take a PDF that begins within the file's first kilobyte
/// (ISO 32000-1, annex H, note 13). Mail gateways and web servers put a line, a byte order mark or
/// a blank before it; the places in the file count from the header.
fn header(file: &[u8]) -> Option<usize> {
    file.get(..HEADER_WITHIN)
        .unwrap_or(file)
        .windows(HEADER.len())
        .position(|begin| begin == HEADER)
}

/// True when the file is a PDF as readers take one, whatever its name is.
pub fn is_pdf(file: &[u8]) -> bool {
    header(file).is_some()
}

/// The file as readers take it, from its header to its end. A mail gateway leaves a line behind it
/// as it leaves one before it, and neither is any part of it.
pub(crate) fn body(file: &[u8]) -> Option<&[u8]> {
    let file = file.get(header(file)?..)?;
    let end = file.windows(END.len()).rposition(|word| word == END)? + END.len();
    file.get(..end)
}

/// True when what stands behind the end of the file may be more than a line that was left there: it
/// is longer than readers look, or a reader could take it for part of the file.
pub(crate) fn goes_on(file: &[u8]) -> bool {
    let Some(end) = file.windows(END.len()).rposition(|word| word == END) else { return false };
    let behind = file.get(end + END.len()..).unwrap_or_default();
    let holds = |word: &&[u8]| behind.windows(word.len()).any(|found| found == *word);
    behind.len() > BEHIND_END || MORE.iter().any(holds)
}

/// The parser of PDF is not ours: should a file find a panic in it, the file is what is wrong. None
/// when it cannot be read, or opens with a password alone.
pub(crate) fn within_bounds<T>(pdf: &[u8], read: impl FnOnce(Document, &[u8]) -> T) -> Option<T> {
    if pdf.len() > FILE_LIMIT {
        return None;
    }
    let pdf = body(pdf)?;
    if pdf.windows(9).filter(|word| word == b"endstream").count() > STREAMS_LIMIT {
        return None;
    }
    let options =
        LoadOptions { max_decompressed_size: Some(OBJECTS_LIMIT), ..LoadOptions::default() };
    let loaded = || {
        let file = Document::load_mem_with_options(pdf, options).ok()?;
        (!file.is_encrypted()).then(|| read(file, pdf))
    };
    catch_unwind(AssertUnwindSafe(loaded)).ok().flatten()
}

/// The files of this name that a PDF carries, each content once.
fn files_named(file: &Document, name: &str) -> Vec<Vec<u8>> {
    let named = |file: &&Dictionary| {
        [b"UF".as_slice(), b"F"]
            .iter()
            .any(|key| file.get(key).is_ok_and(|found| is_named(found, name)))
    };
    let specifications = file
        .objects
        .values()
        .filter_map(|object| object.as_dict().ok())
        .filter(|it| it.has(b"EF"))
        .filter(named);
    let mut found: Vec<Vec<u8>> = specifications
        .filter_map(|it| {
            let embedded = dictionary(file, it, b"EF")?;
            plain(stream(file, embedded, b"UF").or_else(|| stream(file, embedded, b"F"))?)
        })
        .collect();
    found.sort();
    found.dedup();
    found
}

/// PDF writes a name in one byte a letter, or in UTF-16 after a mark (ISO 32000-1 §7.9.2.2).
fn is_named(found: &Object, name: &str) -> bool {
    let wide: Vec<u8> =
        [0xFE, 0xFF].into_iter().chain(name.bytes().flat_map(|letter| [0, letter])).collect();
    found.as_str().is_ok_and(|found| found == name.as_bytes() || found == wide)
}

fn contents(file: Document, pdf: &[u8]) -> Result<Contents, NotAReceipt> {
    let catalog = file.catalog().map_err(|_| NotAReceipt::Unreadable)?;
    let packet = packet(&file, catalog).ok_or(NotAReceipt::Foreign)?;
    if !packet.contains(RECEIPT.namespace) {
        return Err(NotAReceipt::Foreign);
    }
    described(&file, catalog, &packet, pdf).ok_or(NotAReceipt::Changed)
}

/// The metadata.
fn packet(file: &Document, catalog: &Dictionary) -> Option<String> {
    let packet = stream(file, catalog, b"Metadata").and_then(plain)?;
    Some(String::from_utf8_lossy(&packet).into_owned())
}

fn record_contents(file: Document, pdf: &[u8]) -> Option<RecordContents> {
    let record = match &mut files_named(&file, RECORD_NAME)[..] {
        [only] => std::mem::take(only),
        _ => return None,
    };
    let catalog = file.catalog().ok()?;
    let packet = packet(&file, catalog).filter(|packet| packet.contains(RECORD.namespace));
    let told = packet.as_ref().and_then(|packet| {
        let place = place(catalog, packet)?;
        let fits = Sha256::digest(&record).as_slice() == place.link.bundle_sha256;
        let edition = property(packet, "edition")?.parse().ok()?;
        let Place { environment, language, link } = place;
        fits.then(|| RecordMetadata { link, language, environment, edition, whole: is_whole(pdf) })
    });
    let contradicts = packet.is_some() && told.is_none();
    Some(RecordContents { record, files: beside(&file, catalog), told, contradicts })
}

/// The files inside but the data, by their names in the tree of names. A name that is there twice
/// means nothing.
fn beside(file: &Document, catalog: &Dictionary) -> Vec<(String, Vec<u8>)> {
    let mut found: Vec<(String, Vec<u8>)> = Vec::new();
    let mut left = MAILS_LIMIT;
    for (name, specification) in all_enclosed(file, catalog).unwrap_or_default() {
        let bytes = dictionary(file, specification, b"EF")
            .and_then(|embedded| stream(file, embedded, b"F"))
            .and_then(|stream| stream.get_plain_content_with_limit(left).ok());
        if let Some(bytes) = bytes
            && name != RECORD_NAME
        {
            left = left.saturating_sub(bytes.len());
            found.push((name, bytes));
        }
    }
    let names: Vec<String> = found.iter().map(|(name, _)| name.clone()).collect();
    found.retain(|(name, _)| names.iter().filter(|other| *other == name).count() == 1);
    found
}

fn all_enclosed<'a>(
    file: &'a Document,
    catalog: &'a Dictionary,
) -> Option<Vec<(String, &'a Dictionary)>> {
    let names = dictionary(file, dictionary(file, catalog, b"Names")?, b"EmbeddedFiles")?;
    let names = follow(file, names.get(b"Names").ok()?)?.as_array().ok()?;
    let one = |pair: &'a [Object]| match pair {
        [name, value] => {
            let name = String::from_utf8(name.as_str().ok()?.to_vec()).ok()?;
            Some((name, follow(file, value)?.as_dict().ok()?))
        }
        _ => None,
    };
    Some(names.chunks_exact(2).filter_map(one).collect())
}

/// What the metadata says of environment, language and place in the chain.
struct Place {
    environment: Environment,
    language: Language,
    link: Link,
}

/// None when something is missing, or the link's own hash does not fit.
fn place(catalog: &Dictionary, packet: &str) -> Option<Place> {
    let environment = Environment::from_word(property(packet, "environment")?)?;
    let spoken = catalog.get(b"Lang").and_then(Object::as_str).ok()?;
    let language = [Language::Danish, Language::English]
        .into_iter()
        .find(|known| language(*known).as_bytes() == spoken)?;
    let number = property(packet, "number")?;
    let previous = match property(packet, "previous")? {
        "none" => None,
        hash => Some(unhex(hash)?),
    };
    let link = Link {
        number: number.parse().ok().filter(|read: &u64| read.to_string() == number)?,
        previous,
        case: CaseId(property(packet, "case")?.to_owned()),
        bundle_sha256: unhex(property(packet, "bundle")?)?,
    };
    let told: [u8; 32] = unhex(property(packet, "link")?)?;
    (link.hash() == told).then_some(Place { environment, language, link })
}

/// From here on the file says that it is ours, so whatever does not fit was changed.
fn described(file: &Document, catalog: &Dictionary, packet: &str, pdf: &[u8]) -> Option<Contents> {
    let Place { environment, language, link: place } = place(catalog, packet)?;
    let bundle = enclosed(file, catalog, EVIDENCE_NAME)?;
    let case = enclosed(file, catalog, CASE_NAME)?;
    // A file of before there were statements has none, and one that has two is no longer ours.
    let statement = match count(file, catalog, STATEMENT_NAME) {
        0 => None,
        _ => Some(enclosed(file, catalog, STATEMENT_NAME)?),
    };
    let fits = Sha256::digest(&bundle).as_slice() == place.bundle_sha256;
    let case_id = place.case.clone();
    let link = (place.number != NO_NUMBER).then_some(place);
    fits.then(|| Contents {
        bundle,
        case,
        statement,
        link,
        case_id,
        language,
        environment,
        whole: is_whole(pdf),
    })
}

/// A fact of ours, said once. None of them has a character that XML would write otherwise.
fn property<'a>(packet: &'a str, name: &str) -> Option<&'a str> {
    let (opens, closes) = (format!("<tilslut:{name}>"), format!("</tilslut:{name}>"));
    let (_, rest) = packet.split_once(&opens)?;
    let (value, rest) = rest.split_once(&closes)?;
    (!rest.contains(&opens) && !value.contains(['<', '&'])).then_some(value)
}

/// A file inside, by its name in the tree of names.
fn enclosed(file: &Document, catalog: &Dictionary, name: &str) -> Option<Vec<u8>> {
    let mut found = named(file, catalog, name)?;
    let specification = found.next()?;
    if found.next().is_some() {
        return None;
    }
    plain(stream(file, dictionary(file, specification, b"EF")?, b"F")?)
}

fn count(file: &Document, catalog: &Dictionary, name: &str) -> usize {
    named(file, catalog, name).map_or(0, Iterator::count)
}

fn named<'a>(
    file: &'a Document,
    catalog: &'a Dictionary,
    name: &'a str,
) -> Option<impl Iterator<Item = &'a Dictionary>> {
    let names = dictionary(file, dictionary(file, catalog, b"Names")?, b"EmbeddedFiles")?;
    let names = follow(file, names.get(b"Names").ok()?)?.as_array().ok()?;
    Some(names.chunks_exact(2).filter_map(move |pair| match pair {
        [key, value] if key.as_str().ok()? == name.as_bytes() => {
            follow(file, value)?.as_dict().ok()
        }
        _ => None,
    }))
}

fn follow<'a>(file: &'a Document, object: &'a Object) -> Option<&'a Object> {
    file.dereference(object).ok().map(|(_, object)| object)
}

fn dictionary<'a>(
    file: &'a Document,
    within: &'a Dictionary,
    key: &[u8],
) -> Option<&'a Dictionary> {
    follow(file, within.get(key).ok()?)?.as_dict().ok()
}

fn stream<'a>(file: &'a Document, within: &'a Dictionary, key: &[u8]) -> Option<&'a Stream> {
    follow(file, within.get(key).ok()?)?.as_stream().ok()
}

fn plain(stream: &Stream) -> Option<Vec<u8>> {
    stream.get_plain_content_with_limit(STREAM_LIMIT).ok()
}
