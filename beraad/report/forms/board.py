"""The perspectievenbord: the table of ronde 4, large enough to stand around."""

from __future__ import annotations

from collections.abc import Iterator

from beraad.phases.phrasing import capital
from beraad.phases.wording import PLEA_LABELS, PRESENCE_LABELS, SOURCE_LABELS, option_mark
from beraad.privacy.clean import CleanedSession
from beraad.records import Plea, Presence
from beraad.report.blocks import Cell, Look, OptionPair, OptionPanel, RowGroup, Run
from beraad.report.compose.parts import cell, note, one_line
from beraad.report.forms.model import Beside, Board, Form, FormBlock, Sheet
from beraad.report.forms.parts import acts, furniture, question, stem
from beraad.report.forms.plan import Plan

_HEADER = ("Wie wordt geraakt", "Waarde", "Norm", "Pleit voor", "Van wie weten we dit")
_WIDTHS = (0.19, 0.19, 0.35, 0.11, 0.16)
_PLEAS = (option_mark("A"), option_mark("B"), PLEA_LABELS[Plea.BOTH])
_TICKS = ((), (), (), _PLEAS, tuple(SOURCE_LABELS.values()))
_EMPTY: tuple[Cell, ...] = ((), (), (), ())
_ROWS = 7
_ROWS_UNDER_A_QUESTION = 6
_HIGH = 54.0
_CHAIR = "Wie is er niet bij, en wordt wel geraakt?"
_FIRST, _FIRST_OF_POLICY = ("De inwoner", ""), ("Inwoners die dit raakt", "")


def board(cleaned: CleanedSession | None, plan: Plan) -> Form:
    """The table with the perspectives that are known, room for more, and the lege stoel."""
    first = _FIRST_OF_POLICY if plan.course.is_policy else _FIRST
    groups = tuple(_groups(cleaned, first))
    stressed = frozenset(number for number, (_, is_chair) in enumerate(groups) if is_chair)
    table = Board(
        _HEADER,
        tuple(group for group, _ in groups),
        _WIDTHS,
        _TICKS,
        _HIGH,
        stressed,
        grows_at=_before_the_chair(groups),
        blank=_group("", ""),
    )
    return Form(
        source=cleaned,
        title="Wat staat er voor wie op het spel?",
        subject="Perspectievenbord voor een moreel beraad",
        stem=stem(cleaned, "perspectievenbord"),
        paper=Sheet.BOARD,
        furniture=furniture(
            cleaned,
            standfirst="Een waarde is wat telt. Een norm is wat je dan hoort te doen. "
            "Schrijf geen namen op.",
            foot="Ronde 4 · Perspectieven, waarden en normen",
        ),
        sheets=((*_above(cleaned), table),),
    )


def _groups(
    cleaned: CleanedSession | None, first: tuple[str, str]
) -> Iterator[tuple[RowGroup, bool]]:
    """Each row with whether it is a lege stoel; there is always one."""
    known = list(_known(cleaned)) if cleaned else []
    wanted = _ROWS_UNDER_A_QUESTION if question(cleaned) else _ROWS
    if not known:
        known = [(_group(*first), False)]
    if not any(is_chair for _, is_chair in known):
        chair = _group(capital(PRESENCE_LABELS[Presence.EMPTY_CHAIR]), _CHAIR)
        blank = max(1, wanted - len(known) - 1)
        yield from known
        yield from [(_group("", ""), False)] * blank
        yield chair, True
        return
    yield from known
    yield from [(_group("", ""), False)] * max(1, wanted - len(known))


def _before_the_chair(groups: tuple[tuple[RowGroup, bool], ...]) -> int:
    """A lege stoel that we put there ourselves stays the last row."""
    return len(groups) - 1 if groups[-1][1] else len(groups)


def _known(cleaned: CleanedSession) -> Iterator[tuple[RowGroup, bool]]:
    for stakeholder in cleaned.stakeholders:
        if name := one_line(stakeholder.name):
            is_chair = stakeholder.presence is Presence.EMPTY_CHAIR
            below = PRESENCE_LABELS[stakeholder.presence] if is_chair else ""
            yield _group(name, below), is_chair


def _group(name: str, below: str) -> RowGroup:
    return RowGroup((*cell(name, Look.STRONG), *note(below)), (_EMPTY,))


def _above(cleaned: CleanedSession | None) -> tuple[FormBlock, ...]:
    """The question with A and B beside it, so that a norm can plead for one of them."""
    asked, known = question(cleaned), dict(acts(cleaned))
    if not (known.get("A") and known.get("B")):
        return asked
    left, right = (OptionPanel(letter, ((Run(known[letter]),),)) for letter in ("A", "B"))
    return (Beside(((0.45, asked), (0.55, (OptionPair(left, right),)))),)
