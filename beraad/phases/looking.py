"""Looking for words in a beraad: where they stand, ronde by ronde.

An afweging is looked in only when it was revealed: before that nobody but its writer reads it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Final

from beraad.phases import opening
from beraad.phases.course import Course
from beraad.phases.folding import found_in, plain
from beraad.phases.phrasing import lower_first
from beraad.phases.place_labels import phase_at, what_at
from beraad.records import Id, PhaseKey, Session
from beraad.records.anatomy import Address, addressed_texts, record_at

_HIDDEN: Final = frozenset(
    {"wordings", "versions", "reactions", "known_words", "decisions", "review", "as_typed"}
)
"""What is no text of the talk, or stands on another screen."""

_ELSEWHERE: Final = {"signal": "Signaal", "lesson": "Leerverslag"}
"""What belongs to the beraad and to no ronde."""

_BESIDE: Final = {"parked": "geparkeerd", "private_notes": "notitie alleen voor jou"}
_BEFORE, _AFTER = 34, 70
MOST: Final = 400
"""Hits that are shown; who has more looks for something else."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """One place where the words stand.

    Attributes:
        phase: the ronde; None for what belongs to no ronde.
        ronde: that ronde in words, as it is numbered in this beraad.
        what: which of the things written down there it is.
        start: where in the text it begins, and `end` where it ends.
        before: the words before it on the same line, `found` itself, and those `after` it.
    """

    address: Address
    phase: PhaseKey | None
    ronde: str
    what: str
    start: int
    end: int
    before: str
    found: str
    after: str


def hits(
    session: Session, wanted: str, *, revealed: frozenset[Id] = frozenset()
) -> tuple[Hit, ...]:
    """Where these words stand, in the order of the rondes; capitals and accents make no odds."""
    sought = " ".join(plain(wanted).split())
    found = list(islice(_hits(session, sought, revealed), MOST)) if sought else []
    order = (PhaseKey.OPENING, *Course.of(session).keys, None)
    return tuple(sorted(found, key=lambda hit: order.index(hit.phase)))


def _hits(session: Session, sought: str, revealed: frozenset[Id]) -> Iterator[Hit]:
    for address, text in addressed_texts(session):
        if address.section in _HIDDEN:
            continue
        if address.section == "considerations" and address.item not in revealed:
            continue
        for start, end in found_in(text, sought):
            yield _hit(session, address, text, start, end)


def _hit(session: Session, address: Address, text: str, start: int, end: int) -> Hit:
    phase = _phase(session, address)
    line_start = text.rfind("\n", 0, start) + 1
    line_end = text.find("\n", end)
    before = text[max(line_start, start - _BEFORE) : start]
    after = text[end : min(line_end if line_end >= 0 else len(text), end + _AFTER)]
    if start - _BEFORE > line_start:
        before = f"…{before.partition(' ')[2]}"
    return Hit(
        address=address,
        phase=phase,
        ronde=_ELSEWHERE.get(address.section) or _ronde(session, phase),
        what=_what(session, address),
        start=start,
        end=end,
        before=before.lstrip(),
        found=text[start:end],
        after=after,
    )


def _what(session: Session, address: Address) -> str:
    if address.section == "opening":
        labels = {field.name: field.label for field in opening.ALL}
        label = labels.get(address.field, "").rstrip("?")
        return lower_first(label)
    return _BESIDE.get(address.section) or what_at(session, address)


def _phase(session: Session, address: Address) -> PhaseKey | None:
    if address.section in _ELSEWHERE:
        return None
    if address.section in _BESIDE:
        return record_at(session, address).phase
    return phase_at(session, address)


def _ronde(session: Session, phase: PhaseKey | None) -> str:
    if phase is None or phase is PhaseKey.OPENING:
        return "Opening"
    course = Course.of(session)
    return f"Ronde {course.number(phase)} · {course.ronde(phase).short_title}"
