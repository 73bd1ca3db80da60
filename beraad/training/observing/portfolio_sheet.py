"""A portfolio on paper: its owner decides whether anybody sees it."""

from __future__ import annotations

from collections.abc import Iterator

from beraad.phases.course import Course
from beraad.phases.parts import part_name, part_short
from beraad.report.blocks import Cell, Furniture, Heading, Look, Paragraph, RowGroup, Run, Table
from beraad.report.forms.model import Form, FormBlock, Sheet
from beraad.report.house.style import OURS, House
from beraad.training.observing.portfolio import ATTEND_FIRST, LED, Entry, Portfolio, Setting
from beraad.training.observing.taking_along import TAKEAWAY
from beraad.training.weighing import Placed

LEARNED = "Wat ik leerde"
"""What the reflection is called, on paper and in the window."""

_NOWHERE = "de klok liep in geen ronde langer dan 20 seconden"
"""What is known of an oefening that was led and of which no ronde was kept."""


def portfolio_sheet(portfolio: Portfolio, house: House = OURS) -> Form:
    """Counts of what was attended and led, what was taken along, and the reflection."""
    return Form(
        source=None,
        title="Portfolio",
        subject="Portfolio van wie leert een moreel beraad te leiden",
        stem="portfolio",
        paper=Sheet.A4,
        furniture=Furniture(
            kicker="Leren leiden",
            standfirst="Van wie leert een moreel beraad te leiden. Het is geen beoordeling.",
            foot="Van echte beraden staan hier alleen de maand en de rondes.",
        ),
        sheets=(tuple(_blocks(portfolio)),),
        house=house,
    )


def texts_of(portfolio: Portfolio) -> Iterator[Placed]:
    """What its owner wrote, with its place."""
    yield Placed(f"“{LEARNED}”", portfolio.reflection)
    for each in portfolio.entries:
        taken = each.takeaway
        if taken is not None:
            texts = (taken.keep, taken.attempt, taken.when, taken.noticed_by)
            for asked, text in zip(TAKEAWAY.values(), texts, strict=True):
                where = f"“{asked.removesuffix('?')}” van {each.month_name}, onder Wijzig"
                yield Placed(where, text)


def counts(portfolio: Portfolio) -> tuple[tuple[str, str], ...]:
    """What there is of each, as a label and a number."""
    return (
        ("Echte beraden bijgewoond", _attended(portfolio.attended)),
        ("Oefeningen geleid", f"{portfolio.led(Setting.PRACTICE)}"),
        ("Echte beraden geleid", f"{portfolio.led(Setting.REAL)}"),
    )


def _attended(count: int) -> str:
    return (
        f"{count}"
        if count >= ATTEND_FIRST
        else f"{count} van de {ATTEND_FIRST} voordat je zelf leidt"
    )


def rondes_of(entry: Entry) -> str:
    """The rondes of an entry in words; those of a whole beraad are not named one by one."""
    course = Course()
    if not entry.phases:
        return _NOWHERE if entry.part in LED else "geen ronde geleid"
    if set(entry.phases) >= set(course.keys):
        return "alle rondes"
    return ", ".join(part_short(course, phase) for phase in entry.phases)


def _blocks(portfolio: Portfolio) -> Iterator[FormBlock]:
    for label, told in counts(portfolio):
        yield Paragraph((Run(f"{label}: ", Look.STRONG), Run(told)))
    yield Heading(1, "Beraden")
    if portfolio.entries:
        yield Table(
            ("Wanneer", "Wat", "Rondes"),
            tuple(_row(each) for each in portfolio.entries),
            (0.2, 0.34, 0.46),
        )
    else:
        yield Paragraph((Run("Nog geen."),))
    taken = [each for each in portfolio.entries if each.takeaway is not None]
    if taken:
        yield Heading(1, "Behoud en probeer")
        for each in taken:
            yield from _taken(each)
    if portfolio.reflection.strip():
        yield Heading(1, LEARNED)
        for text in portfolio.reflection.strip().split("\n"):
            if text.strip():
                yield Paragraph((Run(text.strip()),))


def _row(entry: Entry) -> RowGroup:
    month: Cell = ((Run(entry.month_name),),)
    what: Cell = ((Run(f"{entry.setting}, {entry.part}"),),)
    return RowGroup(month, ((what, ((Run(rondes_of(entry)),),)),))


def _taken(entry: Entry) -> Iterator[FormBlock]:
    takeaway = entry.takeaway
    if takeaway is None:
        return
    yield Heading(2, entry.month_name)
    yield Paragraph((Run("Behoud: ", Look.STRONG), Run(takeaway.keep)))
    yield Paragraph((Run("Probeer: ", Look.STRONG), Run(takeaway.attempt)))
    where = part_name(Course(), takeaway.phase)
    yield Paragraph((Run("Wanneer: ", Look.STRONG), Run(f"{takeaway.when} · {where}")))
    yield Paragraph((Run("Zo merk ik het: ", Look.STRONG), Run(takeaway.noticed_by)))
