"""The facts of a document for a records system: MDTO 1.0.1 of the Nationaal Archief, as XML.

Only what Beraad knows; what a municipality decides, such as the category of its selectielijst, is
for its own records system to add.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from beraad.report.blocks import Document
from beraad.report.dating import day_of
from beraad.report.filing import filing
from beraad.report.markup import Markup, element, joined

_NAMESPACE = "https://www.nationaalarchief.nl/mdto"
_OURS = "Beraad"
_UNKNOWN = "Onbekend: hier hoort de gemeente"
_ACCESS = {
    "Vertrouwelijk": "Alleen voor wie bij het beraad was en voor wie zij samen kozen.",
    "Intern": "Voor gebruik binnen de gemeente.",
}


def render(document: Document) -> str:
    """The facts as one file that lies beside the document, ending with a line break."""
    said = element("informatieobject", *_facts(document))
    declared = Markup('<?xml version="1.0" encoding="UTF-8"?>\n')
    root = element("MDTO", said, attributes={"xmlns": _NAMESPACE})
    return f"{joined(declared, root)}\n"


def _facts(document: Document) -> Iterator[Markup]:
    """In the order that the schema demands."""
    facts = filing(document)
    made = document.edition.made_on if document.edition else day_of(document)
    yield element(
        "identificatie",
        element("identificatieKenmerk", document.stem),
        element("identificatieBron", _OURS),
    )
    yield element("naam", document.title)
    yield _term("aggregatieniveau", "Archiefstuk", "Begrippenlijst Aggregatieniveaus MDTO")
    yield _term("classificatie", facts.kind, "Documentsoorten van Beraad")
    if document.subject:
        yield element("omschrijving", document.subject)
    if facts.version:
        yield element("omschrijving", f"Versie: {facts.version}")
    yield element("taal", document.language)
    yield _made(made)
    yield _term("waardering", "Tijdelijk te bewaren", "Begrippenlijst Waarderingen MDTO", code="V")
    if facts.keep_until:
        ends = element("termijnEinddatum", facts.keep_until.isoformat())
        yield element("bewaartermijn", ends)
    yield element("archiefvormer", element("verwijzingNaam", document.house.name or _UNKNOWN))
    yield element(
        "beperkingGebruik",
        _term("beperkingGebruikType", facts.confidentiality, "Vertrouwelijkheid in Beraad"),
        element("beperkingGebruikNadereBeschrijving", _ACCESS[facts.confidentiality]),
    )


def _made(day: date) -> Markup:
    kind = _term("eventType", "Creatie", "Begrippenlijst EventTypeLijst MDTO")
    return element("event", kind, element("eventTijd", day.isoformat()))


def _term(name: str, label: str, listed: str, *, code: str = "") -> Markup:
    """A word from a list of words, with the name of that list."""
    return element(
        name,
        element("begripLabel", label),
        *([element("begripCode", code)] if code else []),
        element("begripBegrippenlijst", element("verwijzingNaam", listed)),
    )
