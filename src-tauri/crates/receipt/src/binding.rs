//! From laid-out pages to the file, the same for every document: head and foot, the letters that are
//! used, the PDF, and the archive's form of it. Pages are set as airy as they may be.

use crate::archive::Inside;
use crate::document::Document;
use crate::flow::{Density, Flow};
use crate::structure::Sheets;
use crate::typeface::Typeface;
use crate::wording::Wording;
use crate::{Error, archive, letters, page_chrome, writer};
use domain::{Environment, Language};
use jiff::civil::Date;

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

/// What is the same of every document that is made on a day and holds nothing for machines: in which
/// language and environment, what it says of itself, and how its pages are bound.
pub(crate) struct Frame {
    pub(crate) environment: Environment,
    pub(crate) language: Language,
    /// The day it is made, in Denmark.
    pub(crate) on: Date,
    /// The file's name without its ending.
    pub(crate) title: String,
    /// The key of what it is, in a few words.
    pub(crate) subject: &'static str,
    /// The key of what it is not.
    pub(crate) foot: &'static str,
}

impl Frame {
    /// The file: the head as `running` says it, and the pages as `lay` lays them, in the first of
    /// the arrangements that fits one page.
    pub(crate) fn fill<T>(
        self,
        arrangements: impl IntoIterator<Item = (Density, T)>,
        running: impl FnOnce(&mut Wording) -> String,
        mut lay: impl FnMut(&mut Flow, &mut Wording, T),
    ) -> Result<Vec<u8>, Error> {
        let typeface = Typeface::load()?;
        let mut wording = Wording::new(self.language, self.environment, typeface)?;
        let pages = first_that_fits(typeface, arrangements, |flow, arrangement| {
            lay(flow, &mut wording, arrangement);
        });
        let document = Document {
            title: self.title,
            subject: wording.here(self.subject),
            running: running(&mut wording),
            foot: wording.here(self.foot),
            made: self.on.strftime("D:%Y%m%d").to_string(),
        };
        document.bind(pages, typeface, &wording)
    }
}

/// Airy where that fits one page, else tight.
pub(crate) const AIRY_OR_TIGHT: [(Density, ()); 2] = [(Density::Airy, ()), (Density::Tight, ())];

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
