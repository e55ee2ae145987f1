//! The postal districts in which the practice organisations are.

use crate::entry::Post;

pub(super) const ODDER: Post =
    Post { number: 8300, district: "Odder", municipality_code: 727, municipality: "ODDER" };
pub(super) const TRANEKAER: Post =
    Post { number: 5953, district: "Tranekær", municipality_code: 482, municipality: "LANGELAND" };
pub(super) const LEMVIG: Post =
    Post { number: 7620, district: "Lemvig", municipality_code: 665, municipality: "LEMVIG" };
pub(super) const FAABORG: Post = Post {
    number: 5600,
    district: "Faaborg",
    municipality_code: 430,
    municipality: "FAABORG-MIDTFYN",
};
pub(super) const AEROESKOEBING: Post =
    Post { number: 5970, district: "Ærøskøbing", municipality_code: 492, municipality: "ÆRØ" };
pub(super) const SVANEKE: Post =
    Post { number: 3740, district: "Svaneke", municipality_code: 400, municipality: "BORNHOLM" };
pub(super) const NUUK: Post =
    Post { number: 3900, district: "Nuuk", municipality_code: 956, municipality: "SERMERSOOQ" };
