//! Documents that a person attaches to a case, and the overview of a board that the register does
//! not know.
//!
//! Which documents a case needs is a matter of the rules ([`crate::rules`]); here is what the
//! person has done about it. The bytes of a document are kept beside the case, encrypted like it;
//! the case only knows their hash.

use jiff::Timestamp;

/// Names a document on this machine: 32 hexadecimal digits, made once at random, while it is
/// attached to a draft; later [`Enclosed::id`].
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct DocumentId(pub String);

/// What kind of file a document is, told by its first bytes and never by its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum MediaType {
    /// Portable Document Format (ISO 32000).
    Pdf,
    /// JPEG (ITU-T T.81).
    Jpeg,
    /// Portable Network Graphics (ISO/IEC 15948).
    Png,
}

/// A file that the person has attached as one of the documents that are needed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attached {
    /// Its name on this machine.
    pub id: DocumentId,
    /// Which of the needed documents it is: an id of the rules, e.g. `identity`.
    pub kind: String,
    /// The name of the file as the person had it, without its folder.
    pub name: String,
    /// What it is.
    pub media: MediaType,
    /// Its size in bytes.
    pub size: u64,
    /// SHA-256 of its bytes.
    pub sha256: [u8; 32],
    /// When it was attached.
    pub at: Timestamp,
    /// What the person has confirmed about it: ids of the rules' points.
    pub confirmed: Vec<String>,
}

/// A document as the approval names it: what was enclosed, told by its hash.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Enclosed {
    /// Which of the needed documents it is: an id of the rules.
    pub kind: String,
    /// The name of the file.
    pub name: String,
    /// SHA-256 of its bytes.
    pub sha256: [u8; 32],
}

/// A member of the board, for the board overview (bestyrelsesoversigt) of an organisation whose
/// board is not in CVR.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct BoardMember {
    /// Full name, as typed.
    pub name: String,
    /// The member's function, as typed: "Formand", "Kasserer".
    pub function: String,
}

impl MediaType {
    /// What the bytes are; none when they are nothing that can be attached.
    pub fn of(bytes: &[u8]) -> Option<Self> {
        match bytes {
            // Readers take a PDF whose header stands within its first kilobyte (ISO 32000-1, annex
            // H, note 13).
            _ if bytes.get(..1024).unwrap_or(bytes).windows(5).any(|five| five == b"%PDF-") => {
                Some(Self::Pdf)
            }
            [0xFF, 0xD8, 0xFF, ..] => Some(Self::Jpeg),
            [0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1A, b'\n', ..] => Some(Self::Png),
            _ => None,
        }
    }

    /// The media type as HTTP names it (RFC 2046).
    pub fn name(self) -> &'static str {
        match self {
            Self::Pdf => "application/pdf",
            Self::Jpeg => "image/jpeg",
            Self::Png => "image/png",
        }
    }
}

impl From<&Attached> for Enclosed {
    fn from(attached: &Attached) -> Self {
        Self { kind: attached.kind.clone(), name: attached.name.clone(), sha256: attached.sha256 }
    }
}

impl Enclosed {
    /// The name of the document on every machine that has the case: its hash in hexadecimal, 64
    /// digits and so never that of an attached one.
    pub fn id(&self) -> DocumentId {
        DocumentId(base16ct::lower::encode_string(&self.sha256))
    }
}

impl Attached {
    /// True when the person has confirmed the point with this id.
    pub fn confirms(&self, point: &str) -> bool {
        self.confirmed.iter().any(|confirmed| confirmed == point)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_what_its_bytes_say() {
        for (bytes, media) in [
            (&b"%PDF-1.7\n"[..], Some(MediaType::Pdf)),
            (b"\xEF\xBB\xBF%PDF-1.4", Some(MediaType::Pdf)),
            (b"\xFF\xD8\xFF\xE0\0\x10JFIF", Some(MediaType::Jpeg)),
            (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", Some(MediaType::Png)),
            (b"PK\x03\x04", None),
            (b"\xFF\xD8", None),
            (b"", None),
        ] {
            assert_eq!(MediaType::of(bytes), media, "{bytes:?}");
        }
        let late = [&[b' '; 2000][..], b"%PDF-1.7"].concat();
        assert_eq!(MediaType::of(&late), None);
    }
}
