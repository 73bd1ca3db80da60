"""Earlier signals that look like the one that is being written, and why."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from beraad.records import Id, SignalContent, SignalLine
from beraad.signals.overview import key_of, says_the_same, telling_words

_MOST, _LEAST_WORDS = 3, 2
_SAID = 4
"""Words that are named as alike."""


class Alike(NamedTuple):
    """An earlier signal, and what is alike: a few Dutch words."""

    line: SignalLine
    why: str


def alike_signals(
    content: SignalContent,
    lines: Iterable[SignalLine],
    *,
    but: Id | None = None,
    unwanted: Callable[[], bool] = lambda: False,
) -> tuple[Alike, ...]:
    """The signals most like this one, the most alike first; never the one itself.

    Nothing when it became `unwanted` meanwhile.
    """
    key = key_of(content.bottleneck)
    words = telling_words(f"{content.bottleneck} {content.what} {content.wish}")
    titled = telling_words(content.bottleneck)
    if not key and len(words) < _LEAST_WORDS:
        return ()
    found: list[tuple[int, str, Alike]] = []
    for line in lines:
        if unwanted():
            return ()
        if line.id == but:
            continue
        if key and key_of(line.title) == key:
            found.append((-100, line.id, Alike(line, "zelfde knelpunt")))
            continue
        said = f"{line.title} {line.what} {line.ask}".casefold()
        shared = sorted(word for word in words if word in said)
        if len(shared) < _LEAST_WORDS:
            continue
        title = line.title.casefold()
        shorter = min(len(words), len(telling_words(said)))
        in_titles = any(word in title for word in titled)
        if says_the_same(len(shared), max(shorter, 1), in_titles=in_titles):
            why = f"zelfde woorden: {', '.join(shared[:_SAID])}"
            found.append((-len(shared), line.id, Alike(line, why)))
    found.sort(key=lambda one: one[:2])
    return tuple(alike for *_, alike in found[:_MOST])
