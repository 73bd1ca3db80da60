"""What of an oefencasus may go out: only a case that was read can be given on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from beraad import untrusted
from beraad.errors import Solvable
from beraad.phases.data_file import DataFile, open_data
from beraad.phases.parts import part_name
from beraad.privacy.dutch.lexicon import Lexicon
from beraad.privacy.find import KIND_LABELS, Find
from beraad.privacy.leaving.loose import found_in
from beraad.records.anatomy import addressed_texts
from beraad.training.made_up import Asked
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


def leaving_case(
    case: PracticeCase, lexicon: Lexicon | None = None, *, today: date, is_made_up: bool = False
) -> LeavingCase:
    """Read everything that goes along with a case.

    Raises Solvable for what surely points to somebody in what a trainer wrote; and Asked for what
    may, until somebody said that it `is_made_up`. Both name the place and the kind, never the text.
    """
    file = open_data(case.path)
    told = weighed((*_texts(case), *remarks(file)), lexicon, today=today)
    if told.sure:
        raise Solvable(
            f"In deze casus staat iets dat naar een mens wijst: {told.sure}.",
            kept="Er is niets geschreven.",
            way_out="Haal het daar weg, of schrijf iets algemeners. Geef de casus dan mee.",
        )
    if told.asked and not is_made_up:
        raise Asked(told.asked, "Is het verzonnen?", way_out="Is het echt, verander het dan eerst.")
    return LeavingCase(seal=_SEAL, name=called_after(case.title), text=file.text)


@dataclass(frozen=True, slots=True)
class Weighed:
    """Places where somebody may be found, in words; empty when there are none.

    Attributes:
        sure: what surely points to somebody, where it can be changed.
        asked: what a person has to look at.
    """

    sure: str
    asked: str


def weighed(
    texts: Iterable[tuple[str, str, bool]], lexicon: Lexicon | None = None, *, today: date
) -> Weighed:
    """Read texts as one document; each with its place, and whether it may still be changed."""
    placed = tuple(texts)
    found = found_in([text for _, text, _ in placed], lexicon, on=today)
    sure: list[str] = []
    asked: list[str] = []
    for where, text, may_change in placed:
        for one in found.get(text, ()):
            if may_change:
                (asked if one.asks else sure).append(_told(where, one))
            elif not one.asks:  # What only asks was decided when it was kept.
                asked.append(_told(where, one))
    return Weighed(sure=_listed(sure), asked=_listed(asked))


def remarks(file: DataFile) -> Iterator[tuple[str, str, bool]]:
    """What stands in a file only for who opens it, as texts to be weighed."""
    for text in file.comments():
        yield f"een opmerking achter # in {untrusted.shown(file.name)}", text, True


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
