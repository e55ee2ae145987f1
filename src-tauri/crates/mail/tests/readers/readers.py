"""Asks independent readers what they make of our files, and has them make some for us.

verify MAIL KEYS     each signature of a mail: true or false. KEYS is a JSON object: name in the DNS -> record
sign MAIL OPTIONS    the mail with a signature before it. OPTIONS is a JSON object: selector, domain, key (PEM or base64 of an Ed25519 seed),
                     canonical ("relaxed/simple"), algorithm, length, fields
calendar FILE        the events of a calendar file
mail FILE            what a draft says

Each but `sign` answers with JSON. Nothing is asked of the network.
"""

import json
import sys
from pathlib import Path


def verify(file, keys):
    import dkim

    mail, records = Path(file).read_bytes(), json.loads(keys)

    def record(name, timeout=5):
        return records.get(name.decode().rstrip("."), "").encode()

    count = sum(1 for name, _ in dkim.rfc822_parse(mail)[0] if name.lower() == b"dkim-signature")
    verdicts = []
    for index in range(count):
        try:
            verdicts.append(dkim.DKIM(mail).verify(index, dnsfunc=record))
        except dkim.DKIMException as error:
            verdicts.append(str(error))
    return verdicts


def sign(file, options):
    import dkim

    mail, asked = Path(file).read_bytes(), json.loads(options)
    canonical = tuple(part.encode() for part in asked.get("canonical", "relaxed/relaxed").split("/"))
    fields = asked.get("fields")
    signature = dkim.sign(
        mail,
        asked["selector"].encode(),
        asked["domain"].encode(),
        asked["key"].encode(),
        canonicalize=canonical,
        signature_algorithm=asked.get("algorithm", "rsa-sha256").encode(),
        include_headers=fields and [field.encode() for field in fields],
        length=asked.get("length", False),
    )
    sys.stdout.buffer.write(signature + mail)


def calendar(file):
    from icalendar import Calendar

    found = Calendar.from_ical(Path(file).read_bytes())
    events = []
    for event in found.walk("VEVENT"):
        alarms = [
            {
                "before": -int(alarm["TRIGGER"].dt.total_seconds()),
                "text": str(alarm["DESCRIPTION"]),
                "action": str(alarm["ACTION"]),
            }
            for alarm in event.walk("VALARM")
        ]
        events.append(
            {
                "uid": str(event["UID"]),
                "sequence": int(event["SEQUENCE"]),
                "stamp": event["DTSTAMP"].dt.isoformat(),
                "start": event["DTSTART"].dt.isoformat(),
                "end": event["DTEND"].dt.isoformat(),
                "title": str(event["SUMMARY"]),
                "text": str(event.get("DESCRIPTION", "")),
                "status": str(event.get("STATUS", "")),
                "errors": [str(error) for error in event.errors],
                "alarms": alarms,
            }
        )
    return {
        "version": str(found["VERSION"]),
        "method": str(found["METHOD"]),
        "errors": [str(error) for error in found.errors],
        "events": events,
    }


def mail(file):
    from email import message_from_bytes, policy

    found = message_from_bytes(Path(file).read_bytes(), policy=policy.default)
    return {
        "to": [[address.display_name, address.addr_spec] for address in found["To"].addresses],
        "from": found["From"] and str(found["From"]),
        "subject": str(found["Subject"]),
        "date": found["Date"].datetime.isoformat(),
        "unsent": str(found["X-Unsent"]),
        "text": found.get_body(("plain",)).get_content(),
        "attachments": [
            [part.get_filename(), part.get_content_type(), len(part.get_payload(decode=True))]
            for part in found.iter_attachments()
        ],
        "defects": [str(defect) for part in found.walk() for defect in part.defects],
    }


if __name__ == "__main__":
    task, *arguments = sys.argv[1:]
    answer = {"verify": verify, "sign": sign, "calendar": calendar, "mail": mail}[task](*arguments)
    if answer is not None:
        json.dump(answer, sys.stdout)
