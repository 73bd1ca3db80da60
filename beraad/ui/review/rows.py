"""Findings as they are shown: in which order, where they stand, and between which words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from beraad.phases.place_labels import ronde_label
from beraad.privacy.find import FindKind
from beraad.privacy.review.ranking import ranked
from beraad.privacy.review.survey import Finding, Place
from beraad.records import Session
from beraad.records.anatomy import read
from beraad.ui.review.finding_list import Row, is_decided

GROUPS: Mapping[str, frozenset[FindKind]] = {
    "Namen": frozenset({FindKind.PARTICIPANT, FindKind.KNOWN_WORD, FindKind.PERSON}),
    "Plaatsen": frozenset(
        {
            FindKind.ADDRESS,
            FindKind.POSTCODE,
            FindKind.PLACE,
            FindKind.NEIGHBOURHOOD,
            FindKind.ORGANISATION,
            FindKind.SCHOOL,
        }
    ),
    "Nummers": frozenset(
        {
            FindKind.BSN,
            FindKind.IBAN,
            FindKind.PHONE,
            FindKind.EMAIL,
            FindKind.URL,
            FindKind.HANDLE,
            FindKind.LICENCE_PLATE,
            FindKind.CASE_NUMBER,
        }
    ),
    "Bijzonder": frozenset({FindKind.DETAIL, FindKind.AGE, FindKind.DATE, FindKind.BIRTH_DATE}),
}
"""What one can look at alone."""

_AROUND = 44


def rows_of(session: Session, findings: Iterable[Finding]) -> tuple[Row, ...]:
    """What is still open, worst first, and then what is decided."""
    order = ranked(findings)
    return tuple(_row(session, finding) for finding in sorted(order, key=is_decided))


def _row(session: Session, finding: Finding) -> Row:
    rondes = dict.fromkeys(ronde_label(session, place.address) for place in finding.places)
    first, *others = rondes
    numbers = [other.removeprefix("ronde ") for other in others]
    return Row(
        finding=finding,
        where=", ".join([first, *numbers]),
        context=_context(session, finding.places[0]),
    )


def _context(session: Session, place: Place) -> str:
    """The words around a mention; empty when it stands alone."""
    text = read(session, place.address)
    before, after = text[: place.start], text[place.end :]
    if not before.strip() and not after.strip(" ."):
        return ""
    found = " ".join(text[place.start : place.end].split())
    return f"{_end_of(before)}“{found}”{_start_of(after)}"


def _end_of(text: str) -> str:
    if len(text) <= _AROUND:
        return " ".join(text.split()) + " " * text[-1:].isspace()
    _, _, words = text[-_AROUND:].partition(" ")
    return f"… {' '.join(words.split())}" + " " * text[-1:].isspace()


def _start_of(text: str) -> str:
    if len(text) <= _AROUND:
        return " " * text[:1].isspace() + " ".join(text.split())
    words, _, _ = text[:_AROUND].rpartition(" ")
    return " " * text[:1].isspace() + f"{' '.join(words.split())} …"
