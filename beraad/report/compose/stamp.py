"""Putting the version mark on a document: above the text, in the foot, and with what changed."""

from __future__ import annotations

from dataclasses import replace

from beraad.phases.phrasing import capital
from beraad.report.asking import REACTIONS
from beraad.report.blocks import Document, Furniture, Paragraph, Run
from beraad.report.compose.parts import Blocks, facts, section
from beraad.report.edition import Edition

_CONCEPT = (
    "Was je erbij? Lees of dit klopt en of jij herkenbaar bent. Vul je reactie hier in, op papier "
    "of in dit bestand, zonder namen, en geef haar aan de gespreksleider. De inbrenger leest mee "
    "en moet akkoord zijn voordat dit wordt vastgesteld."
)


def stamped(document: Document, edition: Edition | None) -> Document:
    """Return the document with its version mark; as it is when there is none."""
    if edition is None:
        return document
    version = () if document.is_short else _version(edition)
    return replace(
        document,
        stem=f"{document.stem} {edition.short}",
        furniture=_furniture(document.furniture, edition),
        blocks=(*document.blocks, *version, *_room(edition)),
        edition=edition,
    )


def _furniture(furniture: Furniture, edition: Edition) -> Furniture:
    kicker = " · ".join(part for part in (furniture.kicker, edition.short) if part)
    foot = " · ".join(part for part in (capital(edition.short), furniture.foot) if part)
    return replace(furniture, kicker=kicker, foot=foot)


def _version(edition: Edition) -> Blocks:
    changed = ", ".join(edition.changed)
    return section(
        "Versie",
        facts(("Stand", edition.full), ("Anders dan de vorige versie", changed)),
    )


def _room(edition: Edition) -> Blocks:
    if edition.final or not edition.room_for_reactions:
        return ()
    return section("Jouw reactie", (Paragraph((Run(_CONCEPT),), leads=True), REACTIONS))
