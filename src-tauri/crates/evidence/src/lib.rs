//! What is signed and how anyone can check it: the approval request, its canonical form, the claim
//! that a login commits to, the bundle that is kept, and its verification. Pure: no network, no
//! clock, no files (DESIGN §3).
//!
//! # Flow
//! A whole [`domain::connection::Connection`] becomes an [`ApprovalRequest`];
//! [`Commitment::generate`] makes a one-time key and the nonce that binds key and request to a
//! login; [`Commitment::seal`] turns the answer of the login into a [`Bundle`]; [`verify()`] tells
//! years later what the bundle proves, from nothing but the bundle and the trust anchors.
//!
//! In reading order: [`purpose`], [`request`], [`claim`], [`commitment`], [`bundle`], [`anchors`],
//! [`verdict`], [`verify`](mod@verify).
//!
//! The code that verifies shares nothing with the code that signs except the reading of JSON, its
//! canonical form and the schema of the request: signatures are made with one library and checked
//! with another, and the verifier takes the bundle apart by itself.

pub mod anchors;
pub mod bundle;
pub mod certificate;
pub mod claim;
pub mod commitment;
pub mod json;
mod members;
mod one_time_key;
pub mod purpose;
#[cfg(feature = "second")]
pub mod reference_verifier;
mod report;
pub mod request;
mod signature;
mod status;
mod terms;
mod time_stamp;
mod token;
mod tokens;
pub mod trust;
pub mod verdict;
pub mod verify;
mod wire;

pub use anchors::{
    Anchor, AnchoredKey, AuthorityForm, AuthorityPlace, ClaimPlace, Claims, Protection, TokenKind,
    TrustAnchors,
};
pub use bundle::{Bundle, Login, NotABundle, Unsealed};
pub use certificate::{CertificateAnchor, NotAnAnchor};
pub use commitment::Commitment;
pub use one_time_key::NoRandomness;
pub use purpose::Purpose;
pub use request::{ApprovalRequest, NotARequest};
pub use trust::NotTrust;
pub use verdict::{Authority, Check, CheckId, Downgrade, Outcome, Reason, Time, Verdict};
pub use verify::{verify, verify_for};
