"""What haste does to a text: no capitals, typing errors, a scanner's errors, letters apart."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from random import Random

from tools.gate.grammar import OPTIONAL, Marked, Span

_SCANNED = {"O": "0", "l": "1", "I": "l", "0": "O", "1": "l", "5": "S", "B": "8"}
_NEAR = dict(zip("abcdeghiklmnoprstuvw", "svxsrhjolknmiptdribe", strict=True))
"""The key beside each."""
_FEWEST = 5

Change = Callable[[str, Random], str]


def _swapped(word: str, chance: Random) -> str:
    at = chance.randint(1, len(word) - 2)
    return word[:at] + word[at + 1] + word[at] + word[at + 2 :]


def _left_out(word: str, chance: Random) -> str:
    at = chance.randint(1, len(word) - 1)
    return word[:at] + word[at + 1 :]


def _beside(word: str, chance: Random) -> str:
    at = chance.randint(1, len(word) - 1)
    return word[:at] + _NEAR.get(word[at], word[at]) + word[at + 1 :]


def _mistyped(text: str, chance: Random) -> str:
    words = text.split(" ")
    at = chance.randrange(len(words))
    if len(words[at]) >= _FEWEST and words[at].isalpha():
        words[at] = chance.choice((_swapped, _left_out, _beside))(words[at], chance)
    return " ".join(words)


def _scanned(text: str, chance: Random) -> str:
    places = [at for at, sign in enumerate(text) if sign in _SCANNED]
    for at in chance.sample(places, min(2, len(places))):
        text = text[:at] + _SCANNED[text[at]] + text[at + 1 :]
    return text


def _apart(text: str, _: Random) -> str:
    return " ".join(text) if text.isalpha() else text


def _broken(text: str, chance: Random) -> str:
    """A word broken off at the end of a line."""
    if len(text) < 2 * _FEWEST or not text.isalpha():
        return text
    at = chance.randint(4, len(text) - 4)
    return f"{text[:at]}-\n{text[at:]}"


def _everywhere(marked: Marked, change: Callable[[str], str]) -> Marked:
    """A change that leaves every sign in its place."""
    return Marked(change(marked.text), marked.spans)


def in_spans(marked: Marked, chance: Random, change: Change, share: float = 1.0) -> Marked:
    """The text with a change in some of what identifies."""
    text, spans, end = "", list[Span](), 0
    for span in marked.spans:
        text += marked.text[end : span.start]
        written = marked.text[span.start : span.end]
        if span.label != OPTIONAL and chance.random() < share:
            written = change(written, chance)
        spans.append(Span(len(text), len(text) + len(written), span.label))
        text += written
        end = span.end
    return Marked(text + marked.text[end:], tuple(spans))


def lower(marked: Marked) -> Marked:
    """The text without capitals, where that keeps every place."""
    return _everywhere(
        marked,
        lambda text: "".join(low if len(low := sign.lower()) == 1 else sign for sign in text),
    )


NOISES: Mapping[str, Callable[[Marked, Random], Marked]] = {
    "zoals het is": lambda marked, _: marked,
    "zonder hoofdletters": lambda marked, _: lower(marked),
    "tikfouten": lambda marked, chance: in_spans(marked, chance, _mistyped, 0.5),
    "gescand": lambda marked, chance: in_spans(marked, chance, _scanned, 0.5),
    "letters los of afgebroken": lambda marked, chance: in_spans(
        marked, chance, chance.choice((_apart, _broken)), 0.5
    ),
}
"""By name, in Dutch: what may be done to a text."""
