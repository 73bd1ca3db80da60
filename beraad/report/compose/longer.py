"""More of single texts, where one measure for all of them leaves room on the paper."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from beraad.report.compose.parts import Blocks, brief, one_line
from beraad.report.compose.space import Sheets
from beraad.report.plain import block_paragraphs

_TIMES = (2.0, 1.5, 1.25)
"""How much longer a text is tried when there is no room for all of it."""

_LONGEST = 1200
"""Most characters of a text that gets more room by itself."""

_MOST_TRIED = 30
"""So many texts are tried; a page with more of them cut has no room for those either."""

_ENDS = frozenset(".!?…")


@dataclass(frozen=True, slots=True)
class Cuts:
    """Cuts texts, and knows which.

    Attributes:
        lengths: of single texts, how long they may be when that is more.
        made: what was shortened so far, with what is left of it.
    """

    lengths: Mapping[str, int]
    made: dict[str, str] = field(default_factory=dict[str, str])

    def brief(self, text: str, limit: int, shorten: Callable[[str, int], str] = brief) -> str:
        """A text on one line, shortened when it is longer."""
        whole = one_line(text)
        said = shorten(whole, max(limit, self.lengths.get(whole, 0)))
        if said != whole:
            self.made[whole] = said
        return said


class Shortened(Protocol):
    """Something made to a measure, that knows what it cut once its blocks were made."""

    @property
    def cuts(self) -> Cuts:
        """What was cut."""
        ...

    def blocks(self) -> Blocks:
        """What is made."""
        ...


def longer(
    made: Callable[[Mapping[str, int]], Shortened],
    lengths: Mapping[str, int],
    sheets: Sheets,
    *,
    torn_only: bool = False,
) -> Mapping[str, int]:
    """How long single texts may be that are cut, as far as the sheets have room for more of them.

    By their words alone, the shortest first, so that nobody's place can be told. With `torn_only`
    only those that end within a sentence.
    """
    short = made(lengths)
    shown = "\n".join(line for block in short.blocks() for line in block_paragraphs(block))
    cut = [
        (text, said)
        for text, said in short.cuts.made.items()
        if said in shown and (_is_torn(said) or not torn_only)
    ]
    for text, said in sorted(cut, key=lambda one: (len(one[0]), one))[:_MOST_TRIED]:
        for most in (len(text), *(round(len(said) * times) for times in _TIMES)):
            wider = {**lengths, text: most}
            if len(said) < most <= _LONGEST and sheets.hold(made(wider).blocks()):
                lengths = wider
                break
    return lengths


def _is_torn(said: str) -> bool:
    """Whether a text that was cut ends within a sentence."""
    return said.removesuffix("…").rstrip()[-1:] not in _ENDS
