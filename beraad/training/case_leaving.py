"""What of an oefencasus may go out: only a case that was read can be given on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from beraad.errors import Solvable
from beraad.phases.data_file import open_data
from beraad.phases.parts import part_name
from beraad.privacy.dutch.lexicon import Lexicon
from beraad.privacy.find import KIND_LABELS, Find
from beraad.privacy.leaving.loose import found_in
from beraad.records.anatomy import addressed_texts
from beraad.training.naming import called_after
from beraad.training.practice import PracticeCase, at_any_moment

_TOLD = 4
_SEAL = object()


@dataclass(frozen=True, slots=True, kw_only=True)
class LeavingCase:
    """A case that was read, and is nobody's story as far as that can be told.

    Only `leaving_case` makes one.

    Attributes:
        name: what its file is called, without suffix.
        text: the file itself.
    """

    seal: object
    name: str
    text: str

    def __post_init__(self) -> None:
        if self.seal is not _SEAL:
            msg = "only what passed the gate is given on"
            raise TypeError(msg)


class Asked(Solvable):
    """Something in the case may point to somebody; a person has to say that it was made up."""


def leaving_case(
    case: PracticeCase, lexicon: Lexicon | None = None, *, today: date, is_made_up: bool = False
) -> LeavingCase:
    """Read everything that goes along with a case.

    Raises Solvable for what surely points to somebody in what a trainer wrote; and Asked for what
    may, until somebody said that it `is_made_up`. Both name the place and the kind, never the text.
    """
    texts = tuple(_texts(case))
    found = found_in([text for _, text, _ in texts], lexicon, on=today)
    sure: list[str] = []
    asked: list[str] = []
    for where, text, may_change in texts:
        for one in found.get(text, ()):
            if may_change:
                (asked if one.asks else sure).append(_told(where, one))
            elif not one.asks:  # What only asks was decided when the case was kept.
                asked.append(_told(where, one))
    if sure:
        raise Solvable(
            f"In deze casus staat iets dat naar een mens wijst: {_listed(sure)}.",
            kept="Er is niets geschreven.",
            way_out="Haal het daar weg, of schrijf iets algemeners. Geef de casus dan mee.",
        )
    if asked and not is_made_up:
        raise Asked(
            f"Dit wijst misschien naar een mens: {_listed(asked)}. Is het verzonnen?",
            kept="Er is nog niets geschreven.",
            way_out="Is het echt, verander het dan eerst.",
        )
    return LeavingCase(seal=_SEAL, name=called_after(case.title), text=open_data(case.path).text)


def _texts(case: PracticeCase) -> Iterator[tuple[str, str, bool]]:
    """Each text with its place in words, and whether it is a trainer who wrote it here."""
    yield "titel", case.title, False
    yield "samenvatting", case.summary, True
    yield "leerdoel", case.aim, True
    coaching = case.coaching
    for one in coaching.rounds:
        name = part_name(case.course, one.phase)
        yield f"{name}, leerdoel", one.aim, True
        yield f"{name}, valkuil", one.pitfall, True
        yield f"{name}, modelvraag", one.question, True
    for role in coaching.roles:
        for text in (role.name, role.knows, role.when_asked, role.says):
            yield "rollenkaarten", text, True
    for seen in coaching.seen:
        name = f"voorbeeld, {part_name(case.course, seen.place)}"
        for text in (*seen.heard, *(moment.what for moment in seen.moments)):
            yield name, text, True
    taken = coaching.takeaway
    if taken is not None:
        for text in (taken.keep, taken.attempt, taken.when, taken.noticed_by):
            yield "behoud en probeer", text, True
    for _, text in addressed_texts(at_any_moment(case)):
        yield "het beraad zelf", text, False


def _told(where: str, found: Find) -> str:
    return f"{where} ({KIND_LABELS[found.kind]})"


def _listed(places: list[str]) -> str:
    distinct = tuple(dict.fromkeys(places))
    more = f" en nog {len(distinct) - _TOLD}" if len(distinct) > _TOLD else ""
    return f"{'; '.join(distinct[:_TOLD])}{more}"
