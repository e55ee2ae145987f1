"""Asks independent readers what they make of our files. One process for many files: starting them costs more than asking.

check FOLDER              each PDF against PDF/A-3a and PDF/UA-1, and as a screen reader would meet it
scan FOLDER               the bar codes in each picture
compare FOLDER APPROVED   the share of each picture that is not as approved
approve FOLDER APPROVED   approves the pictures, kept small: 16 shades are enough

Each answers with one JSON object: file name -> findings, texts, or a share.
"""

import json
import sys
from pathlib import Path


def check(folder):
    import outloud
    import page

    found = {}
    for file in sorted(Path(folder).glob("*.pdf")):
        findings = []
        for profile in (page.ValidationProfile.PDF_A_3A, page.ValidationProfile.PDF_UA_1):
            try:
                failures = page.validate_pdf(str(file), profile=profile).failures
            except page.PageError as error:
                findings.append([str(profile), "unreadable", str(error), ""])
                continue
            findings += [[str(profile), f.rule_id, f.message, str(f.object_id)] for f in failures]
        heard = outloud.check(str(file))
        if heard.error:
            findings.append(["outloud", "unreadable", heard.error, ""])
        findings += [["outloud", f.rule, f.message, str(f.evidence)] for f in heard.findings]
        found[file.stem] = findings
    return found


def scan(folder):
    import zxingcpp
    from PIL import Image

    return {
        file.stem: [code.text for code in zxingcpp.read_barcodes(Image.open(file))]
        for file in sorted(Path(folder).glob("*.png"))
    }


def compare(folder, approved):
    from PIL import Image, ImageChops

    shares = {}
    for file in sorted(Path(folder).glob("*.png")):
        wanted = Path(approved) / file.name
        if not wanted.exists():
            shares[file.stem] = 1.0
            continue
        ours, theirs = (Image.open(picture).convert("L") for picture in (file, wanted))
        if ours.size != theirs.size:
            shares[file.stem] = 1.0
            continue
        # Edges of letters differ by a shade from one version of a renderer to the next.
        counts = ImageChops.difference(ours, theirs).histogram()
        shares[file.stem] = sum(counts[96:]) / sum(counts)
    return shares


def approve(folder, approved):
    from PIL import Image

    for file in Path(folder).glob("*.png"):
        picture = Image.open(file).convert("L").point(lambda shade: shade // 17 * 17)
        picture.quantize(16).save(Path(approved) / file.name, optimize=True)
    return compare(folder, approved)


json.dump(globals()[sys.argv[1]](*sys.argv[2:]), sys.stdout)
