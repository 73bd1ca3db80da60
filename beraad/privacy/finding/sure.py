"""Known names, and numbers with a form of their own: read before everything else."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from beraad.privacy.dutch.placeholders import BLANK
from beraad.privacy.find import Find
from beraad.privacy.finding.overlap import settle
from beraad.privacy.signs.known.known_names import KnownNames
from beraad.privacy.signs.known.mentions import mentions
from beraad.privacy.signs.structured import structured
from beraad.privacy.text.page import lay_out
from beraad.privacy.text.stretches import Stretch

_TOUCHING_BEFORE = re.compile(r"\w[-/@]?$|\d[.,:/]$")
_TOUCHING_BEHIND = re.compile(r"[-/@+(]?\w|[.,:/]\d")
_MISREAD = re.compile(r"(?<![^\W_])(?=[OoIlSB\d]*\d)(?=\d*[OoIlSB])[OoIlSB\d]{2,}(?![^\W_])")
_DIGIT_BY_LETTER = re.compile(r"[0-9](?:(?<=[OoIlSB].)|[OoIlSB])")
_DIGITS = str.maketrans("OoIlSB", "001158")
_REACH = 2
_ROUNDS = 4


def sure_finds(text: str, known: KnownNames) -> tuple[Find, ...]:
    """Return what every finder points at; finds may overlap.

    What stands against another find may only show once that one is out of the way, as in
    "3-4-1987-111222333". So wherever finds touch something, the finders look again.
    """
    found: list[Find] = []
    rest = text
    for _ in range(_ROUNDS):
        new = _look(rest, known)
        found += new
        if not any(_touches(rest, one) for one in new):
            break
        rest = _without(rest, settle(rest, new))
    return tuple(found)


def sure_in(stretch: Stretch, known: KnownNames) -> tuple[Find, ...]:
    """Return what every finder points at that begins in this part of a text."""
    offset, around = stretch.around()
    found = sure_finds(around, known)
    if len(around) == len(stretch):
        return found
    moved = (replace(one, start=one.start + offset, end=one.end + offset) for one in found)
    return tuple(one for one in moved if stretch.begins(one))


def _look(text: str, known: KnownNames) -> Sequence[Find]:
    page = lay_out(text, known.year).without_tabs()
    return (*mentions(page, known), *structured(page), *_misread(text, known))


def _misread(text: str, known: KnownNames) -> Iterator[Find]:
    """Numbers in which a scanner took digits for letters: "O592 33 14 8O"."""
    if not _DIGIT_BY_LETTER.search(text):
        return
    meant = _MISREAD.sub(lambda word: word[0].translate(_DIGITS), text)
    if meant != text:
        for one in structured(lay_out(meant, known.year)):
            yield replace(one, text=text[one.start : one.end])


def _touches(text: str, one: Find) -> bool:
    """Whether a word or number stands so close that it may have been read as part of this."""
    before, behind = text[max(0, one.start - _REACH) : one.start], text[one.end : one.end + _REACH]
    return bool(_TOUCHING_BEFORE.search(before) or _TOUCHING_BEHIND.match(behind))


def _without(text: str, finds: Iterable[Find]) -> str:
    """A text of the same length in which the finds are blank."""
    pieces: list[str] = []
    end = 0
    for one in finds:
        pieces += [text[end : one.start], BLANK * len(one.text)]
        end = one.end
    return "".join([*pieces, text[end:]])
