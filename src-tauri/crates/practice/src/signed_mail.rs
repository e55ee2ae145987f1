//! The signature (DKIM, RFC 6376) that practice puts on a mail, so that a person can rehearse what
//! is done with the official receipt.
//!
//! The key is published with the source, and its record is data: nobody's DNS is asked for it.
//! Whoever reads this can sign as practice, so the signature proves nothing, and the domain is one
//! that can never exist (RFC 2606).

use domain::Timestamp;
use mail_auth::AuthenticatedMessage;
use mail_auth::common::crypto::{Algorithm, RsaKey, Sha256, SigningKey as _};
use mail_auth::common::headers::{HeaderStream, HeaderWriter as _, Writable, Writer};
use mail_auth::dkim::Signature;
use mail_auth::dkim::canonicalize::CanonicalHeaders;
use rustls_pki_types::PrivateKeyDer;
use rustls_pki_types::pem::PemObject as _;
use std::io;

/// The domain that practice signs its mail with.
pub const MAIL_DOMAIN: &str = "mitid-erhverv.example";
/// Which of the domain's keys.
pub const MAIL_SELECTOR: &str = "proeve2026";
/// The record of the key, as it would stand in the DNS under `SELECTOR._domainkey.DOMAIN`.
pub const MAIL_KEY_RECORD: &str = include_str!("../keys/mail.record.txt");

const KEY: &[u8] = include_bytes!("../keys/mail.pem");

/// The fields that are signed: all that a person is shown, and those that decide what is shown.
const SIGNED: [&str; 8] = [
    "From",
    "To",
    "Subject",
    "Date",
    "Message-ID",
    "MIME-Version",
    "Content-Type",
    "Content-Transfer-Encoding",
];

/// The mail with practice's signature before it. Its lines must end as on the wire.
///
/// # Errors
/// When it is no mail that can be signed.
pub fn signed_mail(mail: &[u8], at: Timestamp) -> io::Result<Vec<u8>> {
    let odd = |error: mail_auth::Error| io::Error::other(error.to_string());
    let key = PrivateKeyDer::from_pem_slice(KEY).map_err(io::Error::other)?;
    let key = RsaKey::<Sha256>::from_key_der(key).map_err(odd)?;
    let message = AuthenticatedMessage::parse(mail).ok_or(io::ErrorKind::InvalidData)?;
    let template = Signature {
        v: 1,
        a: Algorithm::RsaSha256,
        d: MAIL_DOMAIN.to_owned(),
        s: MAIL_SELECTOR.to_owned(),
        h: SIGNED.map(str::to_owned).to_vec(),
        t: u64::try_from(at.as_second()).unwrap_or_default(),
        ..Signature::default()
    };
    let fields = Fields { message: &message, next: 0 };
    let (_, headers, names, body) = template.canonicalize(fields);
    let hash = key.hash(body);
    let mut signature = Signature { bh: hash.as_ref().to_vec(), h: names, ..template };
    signature.b = key.sign(ToSign { headers, signature: &signature }).map_err(odd)?;
    let mut signed = Vec::with_capacity(mail.len() + 1024);
    signature.write_header(&mut signed);
    signed.extend_from_slice(mail);
    Ok(signed)
}

/// The fields of a mail in their order, and then its body.
struct Fields<'m> {
    message: &'m AuthenticatedMessage<'m>,
    next: usize,
}

impl<'m> HeaderStream<'m> for Fields<'m> {
    fn next_header(&mut self) -> Option<(&'m [u8], &'m [u8])> {
        let field = self.message.headers.get(self.next).copied();
        self.next += 1;
        field
    }

    fn body(&mut self) -> &'m [u8] {
        let from = self.message.body_offset();
        self.message.raw_message.get(from..).unwrap_or_default()
    }
}

/// What the key signs: the fields, and the signature without itself.
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_mail_at_the_same_time_is_signed_the_same() {
        let mail = b"From: a@mitid-erhverv.example\r\nSubject: x\r\n\r\ny\r\n";
        let at = Timestamp::from_second(1_795_000_000).unwrap();
        let signed = signed_mail(mail, at).unwrap();
        assert_eq!(signed, signed_mail(mail, at).unwrap());
        assert!(signed.starts_with(b"DKIM-Signature: ") && signed.ends_with(mail));
        assert!(signed_mail(b"", at).is_err());
    }
}
