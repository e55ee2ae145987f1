"""Makes the certificates beside the keys of this folder: a pretended authority, what it certifies of the broker's key for long-lived tokens, and
who answers for it about that certificate. Made with OpenSSL (through `cryptography`), so that what reads them is not tested against itself. The
authority's own key is thrown away.

    python3 certificates.py
"""

from datetime import datetime, timezone

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID, ObjectIdentifier

# Longer than a real one: what was practised with should not run out.
FROM, UNTIL = datetime(2021, 1, 1, tzinfo=timezone.utc), datetime(2121, 1, 1, tzinfo=timezone.utc)


def name(common, organisation, identifier):
    parts = [(NameOID.COUNTRY_NAME, "DK"), (NameOID.ORGANIZATION_NAME, organisation)]
    parts += [(ObjectIdentifier("2.5.4.97"), identifier), (NameOID.COMMON_NAME, common)]
    return x509.Name([x509.NameAttribute(part, value) for part, value in parts])


def usage(sign=False, certify=False):
    return x509.KeyUsage(sign, False, False, False, False, certify, certify, False, False)


def certificate(file, subject, key, extensions):
    builder = x509.CertificateBuilder().subject_name(subject).issuer_name(authority).public_key(key)
    builder = builder.serial_number(x509.random_serial_number()).not_valid_before(FROM).not_valid_after(UNTIL)
    for extension, critical in extensions:
        builder = builder.add_extension(extension, critical)
    with open(f"{file}.crt.pem", "wb") as out:
        out.write(builder.sign(authority_key, hashes.SHA256()).public_bytes(serialization.Encoding.PEM))


authority_key, responder_key = rsa.generate_private_key(65537, 2048), ec.generate_private_key(ec.SECP256R1())
authority = name("Prøveudsteder", "Prøvestaten", "NTRDK-10150817")
certificate("authority", authority, authority_key.public_key(), [(x509.BasicConstraints(True, 0), True), (usage(certify=True), True)])

with open("transaction.pem", "rb") as pem:
    transaction_key = serialization.load_pem_private_key(pem.read(), None)
broker = name("Prøvebroker langtidsbevis", "Prøvebroker A/S", "NTRDK-13748136")
certificate("transaction", broker, transaction_key.public_key(), [(usage(sign=True), True)])

ANSWERS = [(usage(sign=True), True), (x509.ExtendedKeyUsage([ExtendedKeyUsageOID.OCSP_SIGNING]), False)]
certificate("responder", name("Prøvesvar", "Prøvestaten", "NTRDK-10150817"), responder_key.public_key(), ANSWERS)
with open("responder.pem", "wb") as out:
    out.write(responder_key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()))
