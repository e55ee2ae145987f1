//! The short proof as a picture that a telephone reads.

mod mask;

use crate::Error;
use crate::page::{BLACK, Item};
use qrcode::canvas::Canvas;
use qrcode::{Color, EcLevel, bits, ec};

/// The white edge that every reader needs around the code, in modules (ISO/IEC 18004).
const QUIET: f32 = 4.0;

/// Which modules are dark, row by row.
#[derive(Debug)]
pub(crate) struct Code {
    /// Runs of dark modules: column, row and length.
    dark: Vec<[u16; 3]>,
    /// Modules on a side.
    count: u16,
}

/// The code of a text. Up to 15 % of it may be lost.
pub(crate) fn code(text: &str) -> Result<Code, Error> {
    let (modules, width) = modules(text)?;
    let narrow = |number: usize| u16::try_from(number).map_err(|_| Error::NotMade);
    let mut dark = Vec::new();
    for (row, modules) in modules.chunks(width).enumerate() {
        let mut column = 0;
        for run in modules.chunk_by(|one, next| one == next) {
            if run.first() == Some(&Color::Dark) {
                dark.push([narrow(column)?, narrow(row)?, narrow(run.len())?]);
            }
            column += run.len();
        }
    }
    Ok(Code { dark, count: narrow(width)? })
}

/// The modules row by row, and how many are in a row.
fn modules(text: &str) -> Result<(Vec<Color>, usize), Error> {
    const LEVEL: EcLevel = EcLevel::M;
    let bits = bits::encode_auto(text.as_bytes(), LEVEL).map_err(|_| Error::NotMade)?;
    let version = bits.version();
    let (words, correction) =
        ec::construct_codewords(&bits.into_bytes(), version, LEVEL).map_err(|_| Error::NotMade)?;
    let mut canvas = Canvas::new(version, LEVEL);
    canvas.draw_all_functional_patterns();
    canvas.draw_data(&words, &correction);
    let width = usize::try_from(version.width()).map_err(|_| Error::NotMade)?;
    Ok((mask::best(&canvas, width), width))
}

impl Code {
    /// How much must stay white around a picture that is `side` points wide and high, in points.
    pub(crate) fn quiet(&self, side: f32) -> f32 {
        QUIET * side / f32::from(self.count)
    }

    /// The picture, `side` points wide and high.
    pub(crate) fn draw(&self, x: f32, y: f32, side: f32) -> impl Iterator<Item = Item> {
        let module = side / f32::from(self.count);
        self.dark.iter().map(move |run| {
            let [left, top, width] = run.map(|modules| module * f32::from(modules));
            // Rows overlap by a hair: where they only touch, screens show a light line.
            Item::Rectangle { x: x + left, y: y + top, width, height: module * 1.02, colour: BLACK }
        })
    }
}
