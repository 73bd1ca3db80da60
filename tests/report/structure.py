"""Walking over the structure of a PDF the way a program that reads aloud does."""

from __future__ import annotations

import re
from io import BytesIO

import pikepdf

from beraad.report.pdf.tagging.fonts import letters

_INLINE = ("/Link", "/Span")
_SHAPES = re.compile("[◆●]\\s")


def opened(data):
    return pikepdf.open(BytesIO(data))


def walked(pdf):
    """Every element, from the root on, each before what stands in it."""
    yield from _below(pdf.Root.StructTreeRoot.K)


def read_aloud(pdf):
    """The text of every element that holds text itself, in reading order."""
    marks = [_marks(page) for page in pdf.pages]
    numbers = {page.objgen: number for number, page in enumerate(pdf.pages)}
    heard = []

    def read(element):
        """Read an element; what stands inside a sentence, such as a link, is a part of it."""
        if "/Alt" in element or "/ActualText" in element:
            heard.append(str(element.get("/Alt", element.get("/ActualText"))))
            return
        sentence = None
        for kid in _kids(element):
            if kid.get("/Type") == "/MCR":
                said = marks[numbers[kid.Pg.objgen]].pop(int(kid.MCID))
            elif kid.get("/S") in _INLINE:
                said = "".join(read_apart(kid))
            else:
                if kid.get("/Type") == "/StructElem":
                    read(kid)
                    sentence = None
                continue
            if sentence is None:
                heard.append("")
                sentence = len(heard) - 1
            heard[sentence] += said

    def read_apart(element):
        start = len(heard)
        read(element)
        said, heard[start:] = heard[start:], []
        return said

    read(pdf.Root.StructTreeRoot.K)
    return heard


def as_heard(text):
    """A text as a voice says it: the letter of an option without the shape before it."""
    return _SHAPES.sub("", text)


def _below(element):
    yield element
    for kid in _kids(element):
        if kid.get("/Type") == "/StructElem":
            yield from _below(kid)


def _kids(element):
    return list(element.get("/K", []))


def _marks(page):
    fonts = {str(name): letters(font) for name, font in page.Resources.Font.items()}
    texts, inside, font = {}, [], {}
    for operands, operator in pikepdf.parse_content_stream(page):
        match str(operator):
            case "BDC":
                inside.append(operands[1])
                if "/MCID" in operands[1]:
                    texts[operands[1].MCID] = ""
                elif "/ActualText" in operands[1]:
                    texts[inside[-2].MCID] += str(operands[1].ActualText)
            case "BMC":
                inside.append({})
            case "EMC":
                inside.pop()
            case "Tf":
                font = fonts[str(operands[0])]
            case "Tj" if inside and "/MCID" in inside[-1]:
                texts[inside[-1].MCID] += "".join(font[code] for code in bytes(operands[0]))
    return texts
