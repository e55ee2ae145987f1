"""Makes the certificates, statuses and keys of this folder: an authority as a broker's and a time-stamping service's certificates come
from, made with OpenSSL (through `cryptography`), so that what reads them is not tested against itself. The keys sign nothing anywhere.

    python3 make.py
"""

from datetime import datetime, timedelta, timezone

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.x509 import ocsp
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID, ObjectIdentifier

IAT = datetime.fromtimestamp(1_795_000_000, timezone.utc)
FROM, UNTIL = datetime(2021, 1, 1, tzinfo=timezone.utc), datetime(2041, 1, 1, tzinfo=timezone.utc)
DER = serialization.Encoding.DER


def rsa_key(bits=2048):
    return rsa.generate_private_key(65537, bits)


def ec_key(curve=ec.SECP256R1):
    return ec.generate_private_key(curve())


def name(common, organisation="Prøvebroker A/S", identifier="NTRDK-13748136"):
    parts = [(NameOID.COUNTRY_NAME, "DK"), (NameOID.ORGANIZATION_NAME, organisation)]
    parts += [(ObjectIdentifier("2.5.4.97"), identifier), (NameOID.COMMON_NAME, common)]
    return x509.Name([x509.NameAttribute(part, value) for part, value in parts])


def usage(sign=False, certify=False, encipher=False):
    return x509.KeyUsage(sign, False, encipher, False, False, certify, certify, False, False)


def certificate(subject, key, issuer, issuer_key, extensions, since=FROM, until=UNTIL, pss=False):
    builder = x509.CertificateBuilder().subject_name(subject).issuer_name(issuer).public_key(key.public_key())
    builder = builder.serial_number(x509.random_serial_number()).not_valid_before(since).not_valid_after(until)
    for extension, critical in extensions:
        builder = builder.add_extension(extension, critical)
    more = {"rsa_padding": padding.PSS(padding.MGF1(hashes.SHA256()), hashes.SHA256.digest_size)} if pss else {}
    return builder.sign(issuer_key, hashes.SHA256(), **more)


def keep(file, certificate):
    with open(f"{file}.der", "wb") as out:
        out.write(certificate.public_bytes(DER))
    return certificate


def keep_key(file, key):
    pem = key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    with open(f"{file}.pem", "wb") as out:
        out.write(pem)
    return key


def authority(depth):
    return [(x509.BasicConstraints(True, depth), True), (usage(certify=True), True)]


SIGNS = [(usage(sign=True), True)]

root_key, issuing_key, p384_key, other_key = rsa_key(3072), rsa_key(), ec_key(ec.SECP384R1), rsa_key()
root_name, issuing_name = name("Prøverod", "Prøvestaten"), name("Prøveudsteder 1", "Prøvestaten")
root = keep("root", certificate(root_name, root_key, root_name, root_key, authority(1)))
issuing = keep("issuing", certificate(issuing_name, issuing_key, root_name, root_key, authority(0)))
# The same names on other keys: nothing but a signature tells them apart.
other_root = keep("other-root", certificate(root_name, other_key, root_name, other_key, authority(1)))
p384_name = name("Prøveudsteder 2", "Prøvestaten")
p384 = keep("issuing-p384", certificate(p384_name, p384_key, root_name, root_key, authority(0), pss=True))

# One broker's certificates: over a P-256 key and an RSA key, and what may be wrong with them.
ec_leaf_key, rsa_leaf_key = keep_key("broker-ec", ec_key()), keep_key("broker-rsa", rsa_key())
broker = name("Prøvebroker langtidsbevis")


def leaf(file, key=ec_leaf_key, subject=broker, issuer=issuing_name, issuer_key=issuing_key, extensions=SIGNS, **more):
    return keep(file, certificate(subject, key, issuer, issuer_key, extensions, **more))


ec_leaf = leaf("broker-ec", pss=True)
leaf("broker-rsa", key=rsa_leaf_key)
leaf("broker-ec-p384", issuer=p384_name, issuer_key=p384_key)
leaf("over", since=FROM, until=datetime(2022, 1, 1, tzinfo=timezone.utc))
leaf("another", subject=name("En anden", "En anden A/S", "NTRDK-10150817"))
leaf("encipher", extensions=[(usage(encipher=True), True)])
leaf("strange", extensions=SIGNS + [(x509.UnrecognizedExtension(ObjectIdentifier("1.2.3.4"), b"\x05\x00"), True)])
# Certified by the broker itself, which is no authority.
leaf("by-broker", issuer=broker, issuer_key=ec_leaf_key)
# Certified by an authority that only the issuing authority certified, deeper than it may.
deep_key, deep_name = rsa_key(), name("For dybt", "Prøvestaten")
keep("deep", certificate(deep_name, deep_key, issuing_name, issuing_key, authority(0)))
leaf("by-deep", issuer=deep_name, issuer_key=deep_key)

# Who answers for the issuing authority, and who only says so.
responder_key = ec_key()
ANSWERS = SIGNS + [(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.OCSP_SIGNING]), False)]
responder_name = name("Prøvesvar", "Prøvestaten")
responder = certificate(responder_name, responder_key, issuing_name, issuing_key, ANSWERS)
self_made = certificate(responder_name, responder_key, issuing_name, other_key, ANSWERS)
not_allowed = certificate(responder_name, responder_key, issuing_name, issuing_key, SIGNS)
retired = certificate(responder_name, responder_key, issuing_name, issuing_key, ANSWERS, until=datetime(2022, 1, 1, tzinfo=timezone.utc))


def status(file, state=ocsp.OCSPCertStatus.GOOD, about=ec_leaf, by=responder, key=responder_key, hash=hashes.SHA1(), since=None, made=IAT, until=None):
    builder = ocsp.OCSPResponseBuilder().add_response(
        cert=about, issuer=issuing, algorithm=hash, cert_status=state, this_update=made - timedelta(minutes=3),
        next_update=until, revocation_time=since, revocation_reason=None,
    ).responder_id(ocsp.OCSPResponderEncoding.HASH, by)
    if by is not issuing:
        builder = builder.certificates([by])
    with open(f"status-{file}.der", "wb") as out:
        out.write(builder.sign(key, hashes.SHA256()).public_bytes(DER))


status("good")
status("good-itself", by=issuing, key=issuing_key, hash=hashes.SHA256(), until=IAT + timedelta(days=1))
status("revoked", ocsp.OCSPCertStatus.REVOKED, since=IAT - timedelta(hours=1))
status("revoked-later", ocsp.OCSPCertStatus.REVOKED, since=IAT + timedelta(hours=1))
status("unknown", ocsp.OCSPCertStatus.UNKNOWN)
status("other", about=x509.load_der_x509_certificate(open("another.der", "rb").read()))
status("self-made", by=self_made)
status("not-allowed", by=not_allowed)
status("retired", by=retired)
with open("status-good.der", "rb") as good, open("status-changed.der", "wb") as out:
    whole = good.read()
    signature = ocsp.load_der_ocsp_response(whole).signature
    out.write(whole.replace(signature, signature[:-1] + bytes([signature[-1] ^ 1])))
status("old", made=IAT - timedelta(days=2))
status("ran-out", until=IAT - timedelta(minutes=1))
with open("status-later.der", "wb") as out:
    out.write(ocsp.OCSPResponseBuilder.build_unsuccessful(ocsp.OCSPResponseStatus.TRY_LATER).public_bytes(DER))

# A time-stamping authority, and certificates that are not for that.
stamper_key = keep_key("stamper", ec_key())
stamper_name = name("Prøvestempel", "Prøvestempel A/S", "NTRDK-10150817")
STAMPS = x509.ExtendedKeyUsage([ExtendedKeyUsageOID.TIME_STAMPING])
BOTH = x509.ExtendedKeyUsage([ExtendedKeyUsageOID.TIME_STAMPING, ExtendedKeyUsageOID.CODE_SIGNING])
leaf("stamper", stamper_key, stamper_name, extensions=SIGNS + [(STAMPS, True)])
leaf("stamper-not-critical", stamper_key, stamper_name, extensions=SIGNS + [(STAMPS, False)])
leaf("stamper-and-more", stamper_key, stamper_name, extensions=SIGNS + [(BOTH, True)])
leaf("stamper-for-all", stamper_key, stamper_name)
