"""Walking over the structure of a PDF the way a program that reads aloud does."""

from __future__ import annotations

from io import BytesIO

import pikepdf

from beraad.report.pdf.tagging.fonts import letters


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
    for element in walked(pdf):
        own = [kid for kid in _kids(element) if kid.get("/Type") == "/MCR"]
        if "/Alt" in element:
            heard.append(str(element.Alt))
        elif "/ActualText" in element:
            heard.append(str(element.ActualText))
        elif own:
            heard.append("".join(marks[numbers[kid.Pg.objgen]].pop(int(kid.MCID)) for kid in own))
    return heard


def _below(element):
    yield element
    for kid in _kids(element):
        if kid.get("/Type") == "/StructElem":
            yield from _below(kid)


def _kids(element):
    return list(element.get("/K", []))


def _marks(page):
    fonts = {str(name): letters(font) for name, font in page.Resources.Font.items()}
    texts, current, font = {}, None, {}
    for operands, operator in pikepdf.parse_content_stream(page):
        match str(operator):
            case "BDC":
                current = operands[1].get("/MCID")
                if current is not None:
                    texts[current] = ""
            case "EMC":
                current = None
            case "Tf":
                font = fonts[str(operands[0])]
            case "Tj" if current is not None:
                texts[current] += "".join(font[code] for code in bytes(operands[0]))
    return texts
