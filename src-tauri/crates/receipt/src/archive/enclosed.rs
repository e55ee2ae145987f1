//! Files inside the file, each with what it is and what it has to do with the pages (ISO 19005-3,
//! §6.8).

use lopdf::{Dictionary, Document, Object, Stream, text_string};

/// A file to put inside.
#[derive(Debug)]
pub(crate) struct Enclosed<'a> {
    /// In the letters that every reader takes for a file's name.
    pub(crate) name: String,
    pub(crate) description: String,
    /// Its media type.
    pub(crate) media: &'static str,
    pub(crate) bytes: &'a [u8],
    pub(crate) relation: Relation,
}

/// What a file has to do with the pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Relation {
    /// The pages were made from it.
    Source,
    /// It holds what the pages say, for machines.
    Data,
    /// It stands beside what the pages say.
    Supplement,
}

/// The catalogue's two ways to the files.
pub(super) struct Files {
    pub(super) names: Dictionary,
    pub(super) associated: Vec<Object>,
}

/// Puts the files inside, in the order of their names, as the tree of names wants them.
pub(super) fn enclose(file: &mut Document, files: &[Enclosed<'_>], made: &str) -> Option<Files> {
    let mut sorted: Vec<_> = files.iter().collect();
    sorted.sort_by(|one, next| one.name.cmp(&next.name));
    let mut names = Vec::new();
    let mut associated = Vec::new();
    for enclosed in sorted {
        let specification = file_specification(file, enclosed, made);
        names.extend([Object::string_literal(enclosed.name.as_str()), specification.clone()]);
        associated.push(specification);
    }
    (!associated.is_empty()).then(|| Files {
        names: Dictionary::from_iter([("Names", Object::Array(names))]),
        associated,
    })
}

fn file_specification(file: &mut Document, enclosed: &Enclosed<'_>, made: &str) -> Object {
    let date = Object::string_literal(made);
    let size = i64::try_from(enclosed.bytes.len()).unwrap_or(i64::MAX);
    let about = Dictionary::from_iter([
        ("CreationDate", date.clone()),
        ("ModDate", date),
        ("Size", Object::Integer(size)),
    ]);
    let dictionary = Dictionary::from_iter([
        ("Type", Object::from("EmbeddedFile")),
        ("Subtype", Object::from(enclosed.media)),
        ("Params", about.into()),
    ]);
    let stream = file.add_object(Stream::new(dictionary, enclosed.bytes.to_vec()));
    let both = Dictionary::from_iter([("F", Object::from(stream)), ("UF", stream.into())]);
    let relation = match enclosed.relation {
        Relation::Source => "Source",
        Relation::Data => "Data",
        Relation::Supplement => "Supplement",
    };
    let specification = Dictionary::from_iter([
        ("Type", Object::from("Filespec")),
        ("F", Object::string_literal(enclosed.name.as_str())),
        ("UF", text_string(&enclosed.name)),
        ("Desc", text_string(&enclosed.description)),
        ("AFRelationship", relation.into()),
        ("EF", both.into()),
    ]);
    file.add_object(specification).into()
}
