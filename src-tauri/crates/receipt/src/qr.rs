//! The short proof as a picture that a telephone reads.

use crate::Trouble;
use crate::page::{BLACK, Item};
use qrcode::{Color, EcLevel, QrCode};

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
pub(crate) fn code(text: &str) -> Result<Code, Trouble> {
    let code = QrCode::with_error_correction_level(text, EcLevel::M).map_err(|_| Trouble::NotMade)?;
    let narrow = |number: usize| u16::try_from(number).map_err(|_| Trouble::NotMade);
    let mut dark = Vec::new();
    for (row, modules) in code.to_colors().chunks(code.width()).enumerate() {
        let mut column = 0;
        for run in modules.chunk_by(|one, next| one == next) {
            if run.first() == Some(&Color::Dark) {
                dark.push([narrow(column)?, narrow(row)?, narrow(run.len())?]);
            }
            column += run.len();
        }
    }
    Ok(Code { dark, count: narrow(code.width())? })
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
