"""Small files that ask a lot of whoever opens them, made while the tests run."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_HEAD = f'<w:document xmlns:w="{_WORD}"><w:body>'.encode()
_TAIL = b"</w:body></w:document>"
_BILLION = b"".join(
    b'<!ENTITY a%d "%s">' % (level, b"&a%d;" % (level - 1) * 10) for level in range(1, 10)
)
_PARTS = [(f"{number}.xml", b"<a/>") for number in range(2_000)]
_ELSEWHERE = b'<!DOCTYPE l [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>'


def zipped(*parts: tuple[str, bytes]) -> bytes:
    """An archive with these parts."""
    target = BytesIO()
    with ZipFile(target, "w", ZIP_DEFLATED, compresslevel=9) as archive:
        for name, content in parts:
            archive.writestr(name, content)
    return target.getvalue()


def docx(body: bytes = b"", *more: tuple[str, bytes]) -> bytes:
    """A Word file with this body."""
    styles = b'<w:styles xmlns:w="%s"/>' % _WORD.encode()
    document = ("word/document.xml", _HEAD + body + _TAIL)
    return zipped(document, ("word/styles.xml", styles), *more)


def odt(content: bytes, *more: tuple[str, bytes]) -> bytes:
    """An ODT file with this content."""
    return zipped(("content.xml", content), ("styles.xml", b"<x/>"), *more)


def pdf(
    content: bytes, *, filters: bytes = b"/FlateDecode", page: bytes = b"", kids: bytes = b"3 0 R"
) -> bytes:
    """A PDF with one page, on which this stream is drawn."""
    stream = b"<</Length %d/Filter%s>>stream\n%s\nendstream" % (len(content), filters, content)
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[%s]/Count 1>>" % kids,
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R/Resources<</Font<<>>>>%s>>"
        % page,
        stream,
    ]
    made, places = b"%PDF-1.7\n", list[int]()
    for number, written in enumerate(objects, start=1):
        places.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, written)
    rows = b"".join(b"%010d 00000 n \n" % place for place in places)
    table = b"xref\n0 5\n0000000000 65535 f \n%strailer<</Size 5/Root 1 0 R/Prev %d>>\n"
    return made + table % (rows, len(made)) + b"startxref\n%d\n%%%%EOF" % len(made)


def large(unit: bytes, size: int) -> bytes:
    """A unit packed many times, without holding it unpacked."""
    packer = zlib.compressobj(9)
    piece = unit * (1_000_000 // len(unit))
    return b"".join(packer.compress(piece) for _ in range(size // 1_000_000)) + packer.flush()


def _lying() -> bytes:
    """A part that says to be small and unpacks to more."""
    made = bytearray(docx(b" " * 3_000_000))
    size = len(_HEAD + b" " * 3_000_000 + _TAIL).to_bytes(4, "little")
    return bytes(made.replace(size, (100).to_bytes(4, "little")))


HOSTILE: Mapping[str, tuple[str, Callable[[], bytes]]] = {
    "xml of 60 MB": (".docx", lambda: docx(b" " * 60_000_000)),
    "one letter, many times": (".docx", lambda: docx(b"a" * 4_000_000)),
    "a picture of 60 MB": (".docx", lambda: docx(b"", ("word/media/x.png", b"\0" * 60_000_000))),
    "two thousand parts": (
        ".docx",
        lambda: docx(b"", *((f"{n}.xml", b"<a/>") for n in range(2000))),
    ),
    "many elements": (".docx", lambda: docx(b"".join(b"<a b='%d'/>" % n for n in range(310_000)))),
    "a size that lies": (".docx", _lying),
    "a part elsewhere": (".odt", lambda: odt(b"<x/>", ("../../weg.xml", b"<x/>"))),
    "deep xml": (".odt", lambda: odt(b"<x>" * 5_000 + b"</x>" * 5_000)),
    "a billion laughs": (".odt", lambda: odt(b"<!DOCTYPE l [%s]><x>&a9;</x>" % _BILLION)),
    "a file of the laptop": (".odt", lambda: odt(_ELSEWHERE)),
    "a table of contents that is no zip": (".odt", lambda: b"PK\x05\x06" + b"\xff" * 18),
    "opened and never closed": (".html", lambda: b"<style " * 60_000),
    "remarks without an end": (".html", lambda: b"<!--x>" * 100_000),
    "sections without an end": (".html", lambda: b"<![x" * 100_000 + b">"),
    "much text": (".html", lambda: b"<p>%s</p>" % (b"woord " * 300_000)),
    "no utf-8": (".html", lambda: "<p>één</p>".encode("utf-16")),
    "pdf of 100 MB": (".pdf", lambda: pdf(large(b" ", 100_000_000))),
    "packed twice": (
        ".pdf",
        lambda: pdf(zlib.compress(large(b" ", 100_000_000)), filters=b"[/FlateDecode/FlateDecode]"),
    ),
    "pages in a circle": (".pdf", lambda: pdf(zlib.compress(b"x"), kids=b"2 0 R")),
    "filters on filters": (
        ".pdf",
        lambda: pdf(zlib.compress(b"x"), filters=b"[%s]" % (b"/FlateDecode" * 200)),
    ),
    "a deep array": (".pdf", lambda: pdf(zlib.compress(b"x"), page=b"/X" + b"[" * 90_000)),
}
"""Files by what is wrong with them: their kind, and how they are made. Each is refused."""
