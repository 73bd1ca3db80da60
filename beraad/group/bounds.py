"""How much of what was said stands on the group's screen at once."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import replace
from typing import assert_never

from beraad.group.nearby import nearby
from beraad.group.state import GroupState
from beraad.group.view import Act, Block, GroupView, Horns, Line, MoralQuestion, Offer, Passage, Row
from beraad.records import Session
from beraad.records.anatomy import addressed_texts

MORE = "… er staat meer in het beraad"
WAITING = GroupView(step="Groepsscherm", question="Een ogenblik …")
"""Stands there while a long beraad is being read."""

_AT_ONCE = 20_000
"""Signs near the screen that are read between two keys."""

_SIGNS, _LINES = 4000, 60
"""Of one text: some three screens full, that can still be laid out between two keys."""

_ALL_SIGNS, _ALL_BLOCKS = 24_000, 250
"""Of one view; a talk of three hours stays far below."""

_HEADING = 1200
"""Signs of what stands at the top and does not grow."""

_HARMS = 40
_BLOCK = 40
"""What a block costs besides its signs."""

_NEAR = 80
"""Signs in which a better place to cut is looked for."""

_JOINERS = "\u200d\ufe0f"


def is_long(session: Session, state: GroupState) -> bool:
    """Whether reading what comes near the screen would make somebody wait."""
    near = nearby(session, state)
    return sum(len(text) for _, text in addressed_texts(near)) > _AT_ONCE


def bounded(view: GroupView) -> GroupView:
    """Return the newest of a view, as far as it can be shown; says so when there is more."""
    blocks = _newest(view.blocks)
    return replace(
        view,
        question=_start(view.question),
        moral_question=_question(view.moral_question),
        blocks=blocks if blocks == view.blocks else (Passage(title=MORE, text=""), *blocks),
    )


def _newest(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    kept: list[Block] = []
    room = _ALL_SIGNS
    for block in reversed(blocks):
        shown = _short(block)
        room -= _BLOCK + sum(map(len, _texts(shown)))
        if kept and (room < 0 or len(kept) == _ALL_BLOCKS):
            kept.extend(_head_above(kept[-1], blocks))
            break
        kept.append(shown)
    return tuple(reversed(kept))


def _head_above(first: Block, blocks: Iterable[Block]) -> list[Row]:
    """The head of the table that the first block belongs to, when it is no head itself."""
    if not isinstance(first, Row) or first.head:
        return []
    rows = (each for each in blocks if isinstance(each, Row) and each.head)
    return [row for row in rows if row.table is first.table][:1]


def _short(block: Block) -> Block:
    match block:
        case Passage():
            return replace(block, text=_end(block.text))
        case Line():
            return replace(block, mark=_start(block.mark), text=_end(block.text))
        case Offer():
            return replace(block, lines=tuple(map(_begun, block.lines)))
        case Horns():
            return replace(block, acts=tuple(map(_act, block.acts)))
        case Row():
            cells = (_end(cell) if isinstance(cell, str) else cell for cell in block.cells)
            chosen = _begun(block.chosen) if block.chosen else None
            return replace(block, cells=tuple(cells), chosen=chosen)
        case _:
            assert_never(block)


def _act(act: Act) -> Act:
    return replace(act, text=_end(act.text), harms=tuple(map(_start, act.harms[-_HARMS:])))


def _question(shown: MoralQuestion | None) -> MoralQuestion | None:
    if shown is None:
        return None
    return MoralQuestion(text=_start(shown.text), options=tuple(map(_begun, shown.options)))


def _begun(line: Line) -> Line:
    return replace(line, text=_start(line.text))


def _texts(block: Block) -> list[str]:
    match block:
        case Passage():
            return [block.title, block.text]
        case Line():
            return [block.mark, block.text]
        case Offer():
            options = [text for line in block.lines for text in (line.mark, line.text)]
            return [block.title, *options, *block.starters]
        case Horns():
            return [text for act in block.acts for text in (act.text, *act.harms)]
        case Row():
            chosen = [block.chosen.text] if block.chosen else []
            return [*(cell for cell in block.cells if isinstance(cell, str)), *chosen]
        case _:
            assert_never(block)


def _end(text: str) -> str:
    """The last of a text: where one writes."""
    lines = text.rsplit("\n", _LINES)
    short = "\n".join(lines[-_LINES:]) if len(lines) > _LINES else text
    if len(short) > _SIGNS:
        short = short[_whole(short, len(short) - _SIGNS) :]
    return text if short == text else f"… {short.lstrip()}"


def _start(text: str) -> str:
    """The first of a text."""
    lines = text.split("\n", _LINES)
    short = "\n".join(lines[:_LINES]) if len(lines) > _LINES else text
    if len(short) > _HEADING:
        short = short[: _whole(short, _HEADING - _NEAR)]
    return text if short == text else f"{short.rstrip()} …"


def _whole(text: str, place: int) -> int:
    """A place from here on where no word is cut, or else no sign that belongs together."""
    space = next((at for at in range(place, place + _NEAR) if text[at].isspace()), None)
    if space is not None:
        return space
    return next((at for at in range(place, place + _NEAR) if _begins(text, at)), place)


def _begins(text: str, place: int) -> bool:
    joined = text[place] in _JOINERS or text[place - 1] in _JOINERS
    return not joined and not unicodedata.combining(text[place])
