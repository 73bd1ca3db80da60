"""How far words run on paper, and over how many lines, by the widths of their letters."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from beraad.remembering import of_a_beraad
from beraad.report.blocks import Look, Mark, Run, Text
from beraad.report.plain import line
from beraad.report.unbroken import unbroken

_RUNS = (
    ("ijl", 242), ("’‘", 261), ("I", 269), (" \u00a0", 281), ("!,.:·", 288), ("'", 300), (";", 302),
    ("`", 323), ("t", 327), ("|", 333), ("/\\", 360), ("()[]", 365), ("f", 370), ("r", 376),
    ("1", 407), ("{}", 426), ("“”", 440), ("_°", 456), ("-", 460), ('"', 466), ("^", 471),
    ("–", 500), ("*", 501), ("?", 511), ("s", 528), ("x", 546), ("k", 549), ("z", 552),
    ("avy•", 562), ("L", 565), ("7", 566), ("§", 568), ("Jc", 571), ("e", 583), ("F", 590),
    ("hnu", 591), ("5", 593), ("o", 600), ("E", 601), ("2", 610), ("bdpq", 612), ("g", 613),
    ("3", 618), ("8", 619), ("69", 620), ("Z", 629), ("0", 631), ("#", 633), ("P", 639),
    ("$S", 642), ("&R", 644), ("4T", 646), ("B", 654), ("+<=>~×≥", 662), ("€", 667), ("K", 672),
    ("Y", 679), ("X", 682), ("AV", 690), ("D", 722), ("C", 730), ("H", 743), ("U", 744), ("G", 746),
    ("N", 753), ("OQ", 765), ("w", 818), ("½", 847), ("…", 864), ("m", 876), ("M", 903), ("→", 954),
    ("@", 966), ("%", 982), ("W", 985), ("—", 1000),
)  # fmt: skip
"""Letters by their width, in thousandths of the size they are set in."""

_WIDTHS = {letter: width / 1000 for letters, width in _RUNS for letter in letters}
_WIDEST = 1.0
"""Of a letter that is not among them."""

_STRONGER = 1.04
"""How much further strong words run."""

_TORN = 0.6
"""What stays empty of a line in which a word is torn, because its next letter does not fit."""

_PARTS = re.compile(r" +|[^ /–—-]*[/–—-]+|[^ /–—-]+")
"""A line ends behind a space, a hyphen, a dash or a slash."""

_WORDS = re.compile(r"[^\s/–—-]+[/–—-]*")


@of_a_beraad
@lru_cache(maxsize=32_768)
def lines(text: Text, room: float, size: float) -> int:
    """Over how many lines a text runs that is set in this size, in a column of this width."""
    room /= size
    count, used, spaced = 0, 0.0, False
    for part, width in _words(text):
        if part == " ":
            spaced = True
            continue
        space = _WIDTHS[" "] if spaced and used else 0.0
        spaced = False
        if not used or used + space + width > room:
            full = int(width // (room - _TORN)) if width > room else 0
            count, used = count + 1 + full, width - full * (room - _TORN)
        else:
            used += space + width
    return count


def longest_word(texts: Iterable[Text], size: float) -> float:
    """How far the longest of their words runs that is never broken."""
    words = (word for text in texts for word in _WORDS.findall(line(text)))
    return max((_width(word) for word in words), default=0.0) * size


def _words(text: Text) -> Iterator[tuple[str, float]]:
    """What is not broken over lines, and how far it runs; a space between them."""
    held = 0.0
    for piece in unbroken(text):
        more = _STRONGER if isinstance(piece, Mark) or piece.look is Look.STRONG else 1.0
        for part in _PARTS.findall(_said(piece)):
            if part[0] != " ":
                held += _width(part) * more
            if held and part[-1] in " /–—-":
                yield "", held
                held = 0.0
            if part[0] == " ":
                yield " ", 0.0
    if held:
        yield "", held


def _said(piece: Run | Mark) -> str:
    said = line((piece,))
    return said.replace(" ", "\u00a0") if isinstance(piece, Mark) else said


def _width(word: str) -> float:
    return sum(map(_letter, word))


@cache
def _letter(letter: str) -> float:
    bare = letter if letter in _WIDTHS else unicodedata.normalize("NFKD", letter)[:1]
    return _WIDTHS.get(bare, _WIDEST)
