//! A case as somebody wrote it, made fit to be read: in whichever encoding, and without the texts
//! that look like a CPR number. Those are left out and named, and the rest of the case goes on:
//! nobody's work is lost for ten digits in the wrong place.

use crate::CaseFile;
use crate::case::read;
use crate::error::{Position, Unreadable};
use crate::{LIMIT, object::Object};
use domain::cpr::looks_like_cpr;
use domain::encoding;
use std::borrow::Cow;
use std::ops::Range;

/// More than any case has by mistake; beyond, the file is refused.
const MOST: usize = 100;

/// The bytes of a case, and what was left out of them.
pub struct Written<'a> {
    json: Cow<'a, [u8]>,
    left_out: Vec<String>,
}

impl<'a> Written<'a> {
    /// The text of the bytes.
    ///
    /// # Errors
    /// [`Unreadable::TooLarge`], [`Unreadable::NotText`].
    pub fn of(bytes: &'a [u8]) -> Result<Self, Unreadable> {
        if bytes.len() > LIMIT {
            return Err(Unreadable::TooLarge);
        }
        let json = match encoding::text(bytes).map_err(Unreadable::NotText)? {
            Cow::Borrowed(text) => Cow::Borrowed(text.as_bytes()),
            Cow::Owned(text) => Cow::Owned(text.into_bytes()),
        };
        Ok(Self { json, left_out: Vec::new() })
    }

    /// Reads the case. What looks like a CPR number is left out; [`Written::left_out`] names it.
    ///
    /// # Errors
    /// As [`read`]; [`Unreadable::Cpr`] only where it cannot be left out.
    pub fn read(&mut self) -> Result<CaseFile<'_>, Unreadable> {
        // Nearly every case is read as it lies there, and once.
        if let Cow::Borrowed(json) = self.json {
            match read(json) {
                Err(Unreadable::Cpr { .. }) => {}
                other => return other,
            }
        }
        let mut json = self.json.to_vec();
        while let Err(error) =
            serde_json::from_slice::<Object<CaseFile<'_>>>(&json).map_err(|_| Unreadable::of(&json))
        {
            let Unreadable::Cpr { member, place } = &error else { return Err(error) };
            let value = value_before(&json, *place).filter(|_| self.left_out.len() < MOST);
            // The same length, so that every place that is told later is where it is in the file.
            let Some(value) = value.and_then(|value| json.get_mut(value)) else {
                return Err(error);
            };
            value.fill(b' ');
            if let Some(nothing) = value.get_mut(..4) {
                nothing.copy_from_slice(b"null");
            }
            self.left_out.push(member.clone());
        }
        self.json = Cow::Owned(json);
        read(&self.json)
    }

    /// The members that were left out, e.g. `representative.title`, in the order of the file.
    pub fn left_out(&self) -> &[String] {
        &self.left_out
    }
}

/// The text or the number that ends where reading stopped.
fn value_before(json: &[u8], place: Position) -> Option<Range<usize>> {
    let lines = json.split_inclusive(|byte| *byte == b'\n');
    let end = lines.take(place.line.checked_sub(1)?).map(<[u8]>::len).sum::<usize>() + place.column;
    let before = json.get(..end)?;
    let start = match before.last()? {
        b'"' => {
            let opens = |at: &usize| {
                let escapes =
                    before.iter().take(*at).rev().take_while(|byte| **byte == b'\\').count();
                before.get(*at) == Some(&b'"') && escapes.is_multiple_of(2)
            };
            (0..end.checked_sub(1)?).rev().find(opens)?
        }
        _ => end - before.iter().rev().take_while(|byte| byte.is_ascii_digit()).count(),
    };
    let value = json.get(start..end)?;
    let text = match value {
        [b'"', ..] => serde_json::from_slice::<String>(value).ok()?,
        digits => String::from_utf8(digits.to_vec()).ok()?,
    };
    looks_like_cpr(&text).then_some(start..end)
}
