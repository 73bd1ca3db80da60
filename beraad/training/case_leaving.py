"""What of an oefencasus may go out: only a case that was read can be given on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache, partial

from beraad import untrusted
from beraad.phases.data_file import DataFile, open_data
from beraad.phases.parts import part_name
from beraad.phases.place_labels import place_label
from beraad.privacy.dutch.lexicon import Lexicon
from beraad.records import Session
from beraad.records.anatomy import Address, addressed_texts
from beraad.training.by_line import LinesOfTexts
from beraad.training.case_writing import ABOUT
from beraad.training.naming import called_after
from beraad.training.practice import PracticeCase, at_any_moment, practice_cases
from beraad.training.weighing import SEAL, Asked, Leaving, Placed, refuse_numbers, weighed


@dataclass(frozen=True, slots=True, kw_only=True)
class LeavingCase(Leaving):
    """A case that was read, and is nobody's story as far as that can be told.

    Only `leaving_case` makes one.

    Attributes:
        name: what its file is called, without suffix.
        text: the file itself.
    """

    name: str
    text: str


def leaving_case(
    case: PracticeCase,
    lexicon: Lexicon | None = None,
    *,
    today: date,
    is_made_up: bool = False,
    by_line: bool = False,
) -> LeavingCase:
    """Read everything that goes along with a case.

    Raises Solvable for a number of somebody in what a trainer wrote; and Asked for what may point
    to somebody, until a person said that it `is_made_up`. Both name the place and the kind, never
    the text; `by_line` the line in its file too, for who has only that.
    """
    file = open_data(case.path)
    lines = LinesOfTexts(file)
    texts = (_on_line(each, lines) if by_line else each for each in _texts(case))
    told = weighed((*texts, *remarks(file)), lexicon, today=today, ours=_ours())
    refuse_numbers(told, way_out="Geef de casus dan mee.")
    if told.asked and not is_made_up:
        raise Asked(told.asked, "Is het verzonnen?", way_out="Is het echt, verander het dan eerst.")
    return LeavingCase(seal=SEAL, name=called_after(case.title), text=file.text)


def _on_line(placed: Placed, lines: LinesOfTexts) -> Placed:
    return replace(placed, begins=partial(lines.of, placed.text), is_joined=True)


def remarks(file: DataFile) -> Iterator[Placed]:
    """What stands in a file only for who opens it."""
    for line, text in file.comments_by_line():
        where = f"een opmerking achter # in {untrusted.shown(file.name)}"
        yield Placed(where, text, begins=partial(int, line))


@lru_cache(maxsize=1)
def _ours() -> frozenset[str]:
    """Every text of the cases that ship, and what Beraad itself writes behind a #."""
    cases = practice_cases()
    texts = (each.text for case in cases for each in _texts(case))
    said = (each.text for case in cases for each in remarks(open_data(case.path)))
    return frozenset((*texts, *said, *DataFile("", ABOUT).comments()))


def _texts(case: PracticeCase) -> Iterator[Placed]:
    """Each text with its place in words."""
    yield Placed("titel", case.title, is_decided=True)
    yield from texts_of_trainer(case)
    session = at_any_moment(case)
    for address, text in addressed_texts(session):
        yield Placed(_place(session, address), text, is_decided=True)


def texts_of_trainer(case: PracticeCase) -> Iterator[Placed]:
    """What a trainer wrote beside the beraad of a case, with its place in words."""
    yield Placed("samenvatting", case.summary)
    yield Placed("leerdoel", case.aim)
    coaching = case.coaching
    for one in coaching.rounds:
        name = part_name(case.course, one.phase)
        yield Placed(f"{name}, leerdoel", one.aim)
        yield Placed(f"{name}, valkuil", one.pitfall)
        yield Placed(f"{name}, modelvraag", one.question)
    for number, role in enumerate(coaching.roles, start=1):
        for text in (role.name, role.knows, role.when_asked, role.says):
            yield Placed(f"rollenkaart {number}", text)
    for seen in coaching.seen:
        name = f"voorbeeld, {part_name(case.course, seen.place)}"
        for text in (*seen.heard, *(moment.what for moment in seen.moments)):
            yield Placed(name, text)
    taken = coaching.takeaway
    if taken is not None:
        for text in (taken.keep, taken.attempt, taken.when, taken.noticed_by):
            yield Placed("behoud en probeer", text)


def _place(session: Session, address: Address) -> str:
    try:
        return place_label(session, address)
    except KeyError:
        return "naast de rondes"
