//! A signer with the key that RFC 8463 publishes: the same mail is signed the same each time.

use mail_auth::AuthenticatedMessage;
use mail_auth::common::crypto::{Algorithm, Ed25519Key, SigningKey as _};
use mail_auth::common::headers::{HeaderStream, HeaderWriter as _, Writable, Writer};
use mail_auth::dkim::canonicalize::CanonicalHeaders;
use mail_auth::dkim::{Canonicalization, Signature};

/// The private half (RFC 8463 appendix A.1).
const SEED: [u8; 32] = [
    0x9d, 0x61, 0xb1, 0x9d, 0xef, 0xfd, 0x5a, 0x60, 0xba, 0x84, 0x4a, 0xf4, 0x92, 0xec, 0x2c, 0xc4,
    0x44, 0x49, 0xc5, 0x69, 0x7b, 0x32, 0x69, 0x19, 0x70, 0x3b, 0xac, 0x03, 0x1c, 0xae, 0x7f, 0x60,
];
const PUBLIC: [u8; 32] = [
    0xd7, 0x5a, 0x98, 0x01, 0x82, 0xb1, 0x0a, 0xb7, 0xd5, 0x4b, 0xfe, 0xd3, 0xc9, 0x64, 0x07, 0x3a,
    0x0e, 0xe1, 0x72, 0xf3, 0xda, 0xa6, 0x23, 0x25, 0xaf, 0x02, 0x1a, 0x68, 0xf7, 0x07, 0x51, 0x1a,
];

/// When everything is signed.
const SIGNED_AT: u64 = 1_795_530_000;

/// `football.example.com` with its key `brisbane`.
pub struct Signer(Signature);

impl Signer {
    pub fn of(fields: &[&str]) -> Self {
        Self(Signature {
            v: 1,
            a: Algorithm::Ed25519Sha256,
            d: "football.example.com".to_owned(),
            s: "brisbane".to_owned(),
            h: fields.iter().map(|field| (*field).to_owned()).collect(),
            t: SIGNED_AT,
            ..Signature::default()
        })
    }

    pub fn in_simple_form(mut self) -> Self {
        (self.0.ch, self.0.cb) = (Canonicalization::Simple, Canonicalization::Simple);
        self
    }

    pub fn for_seconds(mut self, seconds: u64) -> Self {
        self.0.x = SIGNED_AT + seconds;
        self
    }

    /// The mail with its signature before it.
    pub fn sign(&self, mail: &[u8]) -> Vec<u8> {
        self.signed(mail, 0)
    }

    /// The same, saying that it covers the body as it is now and nothing behind it.
    pub fn sign_length(&self, mail: &[u8]) -> Vec<u8> {
        let length = AuthenticatedMessage::parse(mail).unwrap().raw_body().len();
        self.signed(mail, length as u64)
    }

    fn signed(&self, mail: &[u8], length: u64) -> Vec<u8> {
        let key = Ed25519Key::from_seed_and_public_key(&SEED, &PUBLIC).unwrap();
        let message = AuthenticatedMessage::parse(mail).unwrap();
        let (_, headers, names, body) = self.0.canonicalize(Fields { message: &message, next: 0 });
        let mut signature = self.0.clone();
        signature.l = length;
        signature.bh = key.hash(body).as_ref().to_vec();
        signature.h = names;
        signature.b = key.sign(ToSign { headers, signature: &signature }).unwrap();
        [signature.to_header().as_bytes(), mail].concat()
    }
}

struct Fields<'m> {
    message: &'m AuthenticatedMessage<'m>,
    next: usize,
}

impl<'m> HeaderStream<'m> for Fields<'m> {
    fn next_header(&mut self) -> Option<(&'m [u8], &'m [u8])> {
        self.next += 1;
        self.message.headers.get(self.next - 1).copied()
    }

    fn body(&mut self) -> &'m [u8] {
        &self.message.raw_message[self.message.body_offset()..]
    }
}

struct ToSign<'s> {
    headers: CanonicalHeaders<'s>,
    signature: &'s Signature,
}

impl Writable for ToSign<'_> {
    fn write(self, writer: &mut impl Writer) {
        self.headers.write(writer);
        self.signature.write(writer, false);
    }
}
