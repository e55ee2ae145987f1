//! From laid-out pages to the file, the same for every document: head and foot, the letters that are
//! used, the PDF, and the archive's form of it. Pages are set as airy as they may be.

use crate::archive::Inside;
use crate::document::Document;
use crate::flow::{Density, Flow};
use crate::structure::Sheets;
use crate::typeface::Typeface;
use crate::wording::Wording;
use crate::{Error, archive, letters, page_chrome, writer};

impl Document {
    /// The file, from pages that hold nothing but the document's own words.
    pub(crate) fn bind(
        &self,
        sheets: Sheets,
        typeface: &Typeface,
        wording: &Wording,
    ) -> Result<Vec<u8>, Error> {
        self.bind_with(sheets, typeface, wording, &Inside::default())
    }

    /// [`Document::bind`], with what machines read inside.
    pub(crate) fn bind_with(
        &self,
        sheets: Sheets,
        typeface: &Typeface,
        wording: &Wording,
        inside: &Inside<'_>,
    ) -> Result<Vec<u8>, Error> {
        let sheets = page_chrome::dress(sheets, typeface, wording, self);
        let letters = letters::used(&sheets, typeface);
        let pages = writer::write(&sheets, &letters, typeface)?;
        archive::archive(pages, (&sheets, &letters), typeface, wording, self, inside)
    }
}

/// The pages of the first arrangement that fits one page, or of the last.
pub(crate) fn first_that_fits<T>(
    typeface: &'static Typeface,
    arrangements: impl IntoIterator<Item = (Density, T)>,
    mut lay: impl FnMut(&mut Flow, T),
) -> Sheets {
    let mut sheets = Sheets::new();
    for (density, arrangement) in arrangements {
        let mut flow = Flow::new(typeface, density);
        lay(&mut flow, arrangement);
        let fits = flow.fits_one_page();
        sheets = flow.finish();
        if fits {
            break;
        }
    }
    sheets
}
