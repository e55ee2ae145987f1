//! Makes streams smaller (ISO 32000-1, §7.4.4). A receipt has a dozen of them, most of them small,
//! and setting up the compressor takes longer than pressing one, so there is one compressor for a
//! document.

use crate::Error;
use flate2::Compression;
use flate2::write::ZlibEncoder;
use lopdf::{Object, Stream};
use std::io::Write as _;

/// Below this, naming the filter takes more than pressing saves.
const WORTH: usize = 64;

/// The compressor of a document.
pub(super) struct Press(ZlibEncoder<Vec<u8>>);

impl Press {
    /// For pages, which differ from document to document: nearly as small as can be, in half the
    /// time.
    pub(super) fn quick() -> Self {
        Self(ZlibEncoder::new(Vec::new(), Compression::new(4)))
    }

    /// For what is pressed once in a process.
    pub(super) fn hard() -> Self {
        Self(ZlibEncoder::new(Vec::new(), Compression::best()))
    }

    /// Presses a stream, unless it is so already, must not be, or would not become smaller.
    pub(super) fn stream(&mut self, stream: &mut Stream) -> Result<(), Error> {
        if !stream.allows_compression || stream.dict.has(b"Filter") || stream.content.len() < WORTH
        {
            return Ok(());
        }
        let pressed = self.bytes(&stream.content)?;
        if pressed.len() < stream.content.len() {
            stream.dict.set("Filter", Object::from("FlateDecode"));
            stream.set_content(pressed);
        }
        Ok(())
    }

    fn bytes(&mut self, bytes: &[u8]) -> Result<Vec<u8>, Error> {
        self.0.write_all(bytes).map_err(|_| Error::NotMade)?;
        self.0.reset(Vec::new()).map_err(|_| Error::NotMade)
    }
}
