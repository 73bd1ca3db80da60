"""The level of every title in a document: the document's own is 1, and no level is skipped."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from beraad.report.blocks import Block, Callout, Heading, Voices

_DEEPEST = 3


def levelled(blocks: Iterable[Block]) -> Iterator[tuple[Block, int]]:
    """Each block with the level of its title; 0 for a block without one."""
    current = 1
    for block in blocks:
        match block:
            case Heading(level=level):
                wanted = level + 1
            case Callout():
                wanted = 2
            case Voices():
                wanted = _DEEPEST
            case _:
                yield block, 0
                continue
        current = min(wanted, current + 1)
        yield block, current
