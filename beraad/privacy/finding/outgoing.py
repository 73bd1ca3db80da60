"""Which texts of a beraad may leave it at all, once they are cleaned."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby

from beraad.records import Consideration, Layer, Session
from beraad.records.anatomy import Address, addressed_texts

REPORT_SECTIONS = frozenset(
    {
        "opening",
        "told_answers",
        "earlier_agreements",
        "case",
        "timeline",
        "dilemma",
        "options",
        "harms",
        "clarifications",
        "stakeholders",
        "values",
        "norms",
        "considerations",
        "dialogue",
        "conclusion",
        "agreements",
        "look_back",
        "reactions",
        "review",
    }
)
"""The sections that a werkverslag is made of."""

SIGNAL_SECTIONS = frozenset({"signal"})
"""The sections that a structural signal is made of."""

LESSON_SECTIONS = frozenset({"lesson"})
"""The sections that a leerverslag is made of."""

KEPT_BACK = frozenset(
    {
        "participants",
        "signal_link",
        "other_signals",
        "versions",
        "wordings",
        "parked",
        "private_notes",
        "as_typed",
        "time_spent",
        "known_words",
        "decisions",
        "progress",
    }
)
"""The sections of which no text ever leaves the raw beraad."""

_OPENING_FIELDS = frozenset({"title", "team", "confidentiality", "report_content", "first_reader"})
_STAYS = frozenset({("told_answers", "team")})
"""Fields that stay behind though their section leaves: what the register calls the team."""

_BORROWED: Mapping[Layer, frozenset[Address]] = {
    Layer.WORK: frozenset({Address("signal", "bottleneck")}),
    Layer.LEARNING: frozenset(),
    Layer.SIGNAL: frozenset({Address("opening", "team")}),
}
"""What a document says besides its own sections."""
_SECTIONS: Mapping[Layer, frozenset[str]] = {
    Layer.WORK: REPORT_SECTIONS,
    Layer.LEARNING: LESSON_SECTIONS,
    Layer.SIGNAL: SIGNAL_SECTIONS,
}


def outgoing(session: Session) -> Iterator[tuple[Address, str]]:
    """Yield every text of the three documents, in the order of the rondes.

    Those of afwegingen come in the order of what they say, so that no number follows the people.
    """
    told = {consideration.id for consideration in told_considerations(session)}
    goes = (
        (address, text)
        for address, text in addressed_texts(session)
        if goes_out(address.section, address.field)
        and (address.section != "considerations" or address.item in told)
    )
    for section, passages in groupby(goes, lambda one: one[0].section):
        in_order = list(passages)
        if section == "considerations":
            in_order.sort(key=lambda one: (one[0].field, one[1]))
        yield from in_order


def goes_out(section: str, field: str) -> bool:
    """Whether what is written in this field is part of one of the three documents."""
    if section == "opening":
        return field in _OPENING_FIELDS
    if (section, field) in _STAYS:
        return False
    return section in REPORT_SECTIONS | SIGNAL_SECTIONS | LESSON_SECTIONS


def stands_in(layer: Layer, address: Address) -> bool:
    """Whether what is written here is part of this document: the one answer for everybody."""
    if address in _BORROWED[layer]:
        return True
    return address.section in _SECTIONS[layer] and goes_out(address.section, address.field)


def told_considerations(session: Session) -> tuple[Consideration, ...]:
    """The afwegingen that were given; who stays out of it is not in any document."""
    return tuple(
        one
        for one in session.considerations
        if not one.abstains and (one.choice_id or _says_something(one))
    )


def _says_something(one: Consideration) -> bool:
    return any((one.value, one.harm, one.limiting, one.needs, one.needs_from, one.virtue))
