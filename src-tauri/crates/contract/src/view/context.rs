//! What a page is made of, whatever page it is.

use crate::summary::ToSign;
use app::Open;
use app::model::Common;
use jiff::civil::Date;

/// What the view shows and the state does not hold.
#[derive(Debug, Clone)]
pub struct Shown<'a> {
    /// The number of the view.
    pub revision: u32,
    /// The version of the program.
    pub version: &'a str,
    /// The day in Denmark.
    pub today: Date,
    /// What would be signed, where the page that is open shows it and the case is whole.
    pub to_sign: Option<ToSign>,
}

/// What a page is made of, whatever page it is.
pub(super) struct Context<'a> {
    pub(super) common: &'a Common,
    pub(super) open: &'a Open,
    pub(super) shown: &'a Shown<'a>,
}
