"""Every word that stands on a form."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from beraad.phases.wording import option_mark
from beraad.report.blocks import Bullets, RowGroup
from beraad.report.forms.model import (
    Answers,
    Beside,
    Board,
    Card,
    Clock,
    Form,
    FormBlock,
    Parting,
    Pick,
    Points,
    Poster,
    Slide,
    Small,
    Step,
    Steps,
    Write,
)
from beraad.report.plain import block_paragraphs, cell_paragraphs


def paragraphs(form: Form) -> Iterator[str]:
    """The paragraphs of a form, from its title to its foot."""
    around = form.furniture
    opening = (around.notice, around.kicker, form.title, around.standfirst) if form.opened else ()
    yield from filter(None, opening)
    for blocks in form.sheets:
        yield from _said(blocks)
    if around.foot:
        yield around.foot


def _said(blocks: Iterable[FormBlock]) -> Iterator[str]:
    for block in blocks:
        yield from filter(None, _block(block))


def _block(block: FormBlock) -> Iterator[str]:  # noqa: C901, PLR0912 - each kind of block
    match block:
        case Write(label=label, hint=hint):
            yield from (label, hint)
        case Pick(label=label, options=options):
            yield label
            for letter, act in options:
                yield from (option_mark(letter) if letter else "", act)
        case Answers(label=label, offered=offered, apart=apart):
            yield from (label, *offered, apart)
        case Beside(parts=parts):
            for _, inside in parts:
                yield from _said(inside)
        case Card(title=title, aside=aside, blocks=inside):
            yield from (title, aside)
            yield from _said(inside)
        case Board():
            yield from _board(block)
        case Steps(steps=steps):
            for step in steps:
                yield from _step(step)
        case Points(items=items):
            yield from block_paragraphs(Bullets(items))
        case Small(text=text):
            yield text
        case Clock(at=at, below=below):
            yield from (at, *below)
        case Parting():
            return
        case Slide(place=place, title=title, lead=lead, points=points):
            yield from (place, title, lead, *points)
        case Poster(step=step, speaks=speaks, place=place):
            yield f"{step.number} {step.title}"
            yield from (step.minutes, step.question, step.goal, speaks, place)
        case _:
            yield from block_paragraphs(block)


def _board(board: Board) -> Iterator[str]:
    yield from board.header
    for group in board.groups:
        yield from _row_group(group, board.ticks)


def _row_group(group: RowGroup, ticks: tuple[tuple[str, ...], ...]) -> Iterator[str]:
    yield from cell_paragraphs(group.head)
    for row in group.rows:
        for cell, offered in zip(row, ticks[1:], strict=True):
            yield from cell_paragraphs(cell or ())
            yield from offered


def _step(step: Step) -> Iterator[str]:
    yield f"{step.number} {step.title}"
    yield from (step.question, step.minutes, step.stage)
