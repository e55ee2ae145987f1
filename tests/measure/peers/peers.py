"""Makes the pages of a receipt with other programs, so that the time for ours says something on any machine.

The words come out of our own PDF, by its structure tree (`pdfinfo -struct-text`), so each peer sets the same headings,
paragraphs and tables, with the same typeface, the same two attachments, on A4. Prints one line for each peer: its name,
the samples in milliseconds apart by commas, the size of its file in bytes and its peak memory in bytes, apart by tabs.

    python peers.py RECEIPT.pdf FONTS SAMPLES
"""

import io
import re
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

BLOCKS = {"H1", "H2", "H3", "P", "LI", "TR"}
CELLS = {"TH", "TD"}


def blocks(pdf):
    """The receipt as a list of (kind, text) and ("TR", [text, …]), in reading order."""
    tree = subprocess.run(["pdfinfo", "-struct-text", pdf], check=True, capture_output=True, text=True).stdout
    found, cell = [], False
    for line in tree.splitlines():
        text = re.fullmatch(r'\s*"(.*)"', line)
        if text and found:
            kind, words = found[-1]
            if kind == "TR" and cell:
                words[-1] += text[1]
            elif kind != "TR":
                found[-1] = (kind, words + text[1])
            continue
        name = re.match(r"\s*(\w+)", line)
        if name and name[1] in BLOCKS:
            found.append((name[1], [] if name[1] == "TR" else ""))
            cell = False
        elif name and name[1] in CELLS and found and found[-1][0] == "TR":
            found[-1][1].append("")
            cell = True
    kept = [(kind, words) for kind, words in found if words]
    assert len(kept) > 20, "the receipt has a structure tree with its words"
    return kept


def escaped(text):
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def html(content, fonts):
    """The same content as a page for WeasyPrint and Chromium."""
    tags = {"H1": "h1", "H2": "h2", "H3": "h3", "P": "p", "LI": "p"}
    style = "".join(
        f"@font-face{{font-family:Plex;font-weight:{weight};src:url('{(fonts / name).as_uri()}')}}"
        for weight, name in [(400, "IBMPlexSans-Regular.ttf"), (600, "IBMPlexSans-SemiBold.ttf")]
    )
    style += "@page{size:A4;margin:18mm}body{font:10pt/1.4 Plex;color:#1f1b1f}h1{font-size:19pt}h2,h3{font-size:11.5pt}"
    style += "table{width:100%;border-collapse:collapse}td{border-bottom:.5pt solid #857d84;vertical-align:top;padding:2pt}"
    body, table = [], False
    for kind, words in content:
        if (kind == "TR") != table:
            body.append("<table>" if kind == "TR" else "</table>")
            table = kind == "TR"
        if kind == "TR":
            body.append("<tr>" + "".join(f"<td>{escaped(word)}</td>" for word in words) + "</tr>")
        else:
            body.append(f"<{tags[kind]}>{escaped(words)}</{tags[kind]}>")
    return f"<!doctype html><html lang='da'><head><meta charset='utf-8'><style>{style}</style></head><body>{''.join(body)}</body></html>"


def weasyprint(content, fonts, attachments):
    import weasyprint

    page, configuration = html(content, fonts), weasyprint.text.fonts.FontConfiguration()

    def make():
        # Each is read once only.
        enclosed = [weasyprint.Attachment(string=data, name=name) for name, data in attachments]
        return weasyprint.HTML(string=page).write_pdf(
            font_config=configuration, attachments=enclosed, pdf_tags=True, pdf_variant="pdf/a-3a"
        )

    return make


def reportlab(content, fonts, _attachments):
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.lib.units import mm
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.platypus import Paragraph, SimpleDocTemplate, Table, TableStyle

    pdfmetrics.registerFont(TTFont("Plex", str(fonts / "IBMPlexSans-Regular.ttf")))
    pdfmetrics.registerFont(TTFont("PlexSB", str(fonts / "IBMPlexSans-SemiBold.ttf")))
    text = ParagraphStyle("text", fontName="Plex", fontSize=10, leading=14)
    styles = {kind: ParagraphStyle(kind, parent=text, fontName="PlexSB", fontSize=11.5) for kind in ("H2", "H3")}
    styles |= {"P": text, "LI": text, "H1": ParagraphStyle("H1", parent=text, fontName="PlexSB", fontSize=19, leading=23)}
    ruled = TableStyle([("LINEBELOW", (0, 0), (-1, -1), 0.5, "#857d84"), ("VALIGN", (0, 0), (-1, -1), "TOP")])

    def make():
        story = []
        for kind, words in content:
            if kind == "TR":
                cells = [Paragraph(escaped(word), text) for word in words]
                story.append(Table([cells], colWidths=[174 * mm / len(cells)] * len(cells), style=ruled))
            else:
                story.append(Paragraph(escaped(words), styles[kind]))
        out = io.BytesIO()
        SimpleDocTemplate(out, pagesize=A4, leftMargin=18 * mm, rightMargin=18 * mm, invariant=1).build(story)
        return out.getvalue()

    return make


def typst(content, fonts, attachments):
    import typst

    def quoted(word):
        return '"' + word.replace("\\", "\\\\").replace('"', '\\"') + '"'

    lines = ['#set page(paper: "a4", margin: 18mm)', '#set text(font: "IBM Plex Sans", size: 10pt, lang: "da")']
    lines += [f'#pdf.attach("{name}", mime-type: "application/json", relationship: "source", description: "{name}")' for name, _ in attachments]
    for kind, words in content:
        if kind == "TR":
            cells = ", ".join(f"text({quoted(word)})" for word in words)
            lines.append(f"#table(columns: {len(words)}, stroke: (bottom: 0.5pt), {cells})")
        elif kind in ("P", "LI"):
            lines.append(f"#par(text({quoted(words)}))")
        else:
            lines.append(f"#heading(level: {kind[1]}, text({quoted(words)}))")
    folder = Path(tempfile.mkdtemp())
    for name, data in attachments:
        (folder / name).write_bytes(data)
    source = folder / "receipt.typ"
    compiler = typst.Compiler(font_paths=[str(fonts)], root=str(folder))
    turn = iter(range(1_000_000))

    def make():
        # Another number each time: it would answer from memory otherwise, and each receipt is another one.
        source.write_text("\n".join([*lines, f"#par(text(\"{next(turn)}\"))"]), encoding="utf-8")
        return compiler.compile(input=str(source), format="pdf", pdf_standards=["a-3a"])

    return make


def chromium(content, fonts, _attachments):
    folder = Path(tempfile.mkdtemp())
    (folder / "receipt.html").write_text(html(content, fonts), encoding="utf-8")
    out = folder / "receipt.pdf"
    command = ["chromium", "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder / 'profile'}"]
    command += ["--no-pdf-header-footer", f"--print-to-pdf={out}", (folder / "receipt.html").as_uri()]

    def make():
        subprocess.run(command, check=True, capture_output=True)
        return out.read_bytes()

    return make


PEERS = {"ReportLab": reportlab, "WeasyPrint": weasyprint, "Typst": typst, "Chromium": chromium}


def measure(name, content, fonts, attachments, samples):
    make = PEERS[name](content, fonts, attachments)
    for _ in range(3):
        pdf = make()
    taken = []
    for _ in range(samples if name != "Chromium" else min(samples, 10)):
        began = time.perf_counter()
        pdf = make()
        taken.append((time.perf_counter() - began) * 1000)
    assert pdf.startswith(b"%PDF"), name
    whose = resource.RUSAGE_CHILDREN if name == "Chromium" else resource.RUSAGE_SELF
    peak = resource.getrusage(whose).ru_maxrss * 1024
    print(name, ",".join(f"{milliseconds:.4f}" for milliseconds in taken), len(pdf), peak, sep="\t", flush=True)


def main():
    pdf, fonts, samples = sys.argv[1], Path(sys.argv[2]).resolve(), int(sys.argv[3])
    if len(sys.argv) > 4:
        detached = tempfile.mkdtemp()
        subprocess.run(["pdfdetach", "-saveall", "-o", detached, pdf], check=True)
        attachments = [(file.name, file.read_bytes()) for file in sorted(Path(detached).iterdir())]
        measure(sys.argv[4], blocks(pdf), fonts, attachments, samples)
        return
    # Each in a process of its own, so that each peak of memory is its own.
    for name in PEERS:
        subprocess.run([sys.executable, __file__, pdf, str(fonts), str(samples), name], check=True)


if __name__ == "__main__":
    main()
