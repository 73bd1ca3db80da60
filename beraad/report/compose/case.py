"""Ronde 1 and 3: what happened, and what was asked about it."""

from __future__ import annotations

from collections.abc import Iterator

from beraad.phases.course import Course
from beraad.privacy.clean import CleanedSession
from beraad.records import Clarification, Moment
from beraad.report.blocks import Block, Cell, Look, Paragraph, Run, Text
from beraad.report.compose.parts import (
    Blocks,
    bullets,
    cell,
    detailed,
    facts,
    one_line,
    prose,
    quote,
    section,
    words,
)


def case(cleaned: CleanedSession) -> Blocks:
    """The case in general words."""
    account = cleaned.case
    return section(
        Course(setting=cleaned.setting).subject,
        (
            *prose(account.situation),
            *section("In de tijd", _timeline(cleaned.timeline), level=2),
            *quote("Het kernmoment", account.hot_moment),
            *facts(
                ("Wat er wringt", account.friction),
                ("Wat er al gedaan is", account.done_so_far),
                ("Wie formeel beslist", account.decides_formally),
                ("Termijn", account.deadline),
            ),
        ),
    )


def clarification(cleaned: CleanedSession) -> Blocks:
    """Questions with their answers, and what still has to be found out."""
    answered = [line for line in cleaned.clarifications if not _is_open(line)]
    still_open = [line for line in cleaned.clarifications if _is_open(line)]
    return section(
        "Verheldering",
        (
            *(block for line in answered for block in _exchange(line)),
            *facts(("De bedoeling van de regel", cleaned.case.rule_purpose)),
            *section("Nog uit te zoeken", bullets(map(_open_point, still_open)), level=2),
        ),
    )


def _timeline(moments: tuple[Moment, ...]) -> Blocks:
    """Moments by time; one without a time of its own joins the one before it."""
    rows: list[tuple[str, Cell]] = []
    for moment in moments:
        when, what = one_line(moment.when), cell(moment.what)
        if when or not rows:
            rows.append((when, what))
        else:
            rows[-1] = (rows[-1][0], (*rows[-1][1], *what))
    untimed = [what for when, what in rows if not when]
    timed = [(when, what or ((Run("…", Look.MUTED),),)) for when, what in rows if when]
    return (*(Paragraph(line) for what in untimed for line in what), *facts(*timed))


def _exchange(line: Clarification) -> Iterator[Block]:
    answer = prose(line.answer)
    if question := words(line.question, Look.STRONG):
        yield Paragraph(question, leads=bool(answer))
    yield from answer


def _is_open(line: Clarification) -> bool:
    return line.open_point or bool(line.find_out_by.strip() or line.find_out_when.strip())


def _open_point(line: Clarification) -> Text:
    return detailed(
        words(line.question),
        ("wat we al weten", line.answer),
        ("wie", line.find_out_by),
        ("wanneer", line.find_out_when),
    )
