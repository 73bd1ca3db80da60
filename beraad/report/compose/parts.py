"""Small builders: text of people into paragraphs, and parts that vanish when they are empty."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date
from itertools import takewhile
from typing import TypeAlias

from beraad.phases.phrasing import capital
from beraad.records import Agreement
from beraad.report.blocks import (
    Block,
    Bullets,
    Cell,
    Facts,
    Heading,
    Look,
    Mark,
    Paragraph,
    Quote,
    Run,
    Text,
)

Blocks: TypeAlias = tuple[Block, ...]

Shorten: TypeAlias = Callable[[str], str]
"""Makes a text as short as there is room for."""

_SENTENCE_END = re.compile(
    r"""[.!?…]['"’”)]*\s+(?=['"‘“(]*[A-Z]|(?:\d{1,2}[.)]|[a-z][.)]|[-–•*])\s)"""
)
_NO_END = re.compile(
    r"""(?:^|[\s('"‘“])(?:
        \d{1,2}(?:\.\d{1,2})*|[ivx]{1,4}|(?:[^\W\d_]\.)*[^\W\d_]
        |aant|afd|alg|art|bijv|blz|bv|ca|dhr|dr|drs|enz|evt|excl|fam|geb|incl|ing|inz|ir|jl|jr
        |lid|mevr|mr|mw|nl|nr|nrs|par|pag|prof|resp|sr|st|tel|vgl|vlg|vnl|zgn
    )\.\s+$""",
    re.IGNORECASE | re.VERBOSE,
)
"""A number or letter of an enumeration, or an abbreviation: no sentence ends there."""
_SIGN_LEFT = re.compile(r"(?:^|\s)(?:\d{1,2}[.)]|[^\W\d_][.)]|[-–•*])$")
"""The sign of an enumeration of which nothing is left."""
_LEAST_OF_IT = 1 / 3
"""Less than this of the room is no shortened text but the loss of one."""

_GOES_ON = frozenset({
    "die", "dat", "wie", "van", "voor", "bij", "en", "of", "in", "met", "op", "aan", "uit", "om",
    "te", "over", "tot", "door", "naar", "zonder", "de", "het", "een", "andere", "·",
})  # fmt: skip
"""Words of a name behind which more has to come, and which no shortened name ends with."""
_LEAST_OF_A_NAME = 3
_LONGEST_WHOLE = 48
"""A name up to its first noun is not cut unless that is longer."""

_SAYS_WHICH = re.compile(
    r"(?:^(?:de|het|een|onze|mijn|senior|junior|eerste|tweede|hoofd)|(?:isch|lijk|aal|eel|ief|end)e?"
    r"|(?<!kund)ige?)$",
    re.IGNORECASE,
)
"""Words before the noun of a name."""

_APART = " · "


def one_line(text: str) -> str:
    """The text with all white space made into single spaces."""
    return " ".join(text.split())


def words(text: str, look: Look = Look.PLAIN) -> Text:
    """A paragraph of a text on one line; nothing when there is no text."""
    said = one_line(text)
    return (Run(said, look),) if said else ()


def note(*parts: str) -> Cell:
    """A muted note of the words that are there; nothing when there are none."""
    said = _APART.join(part for part in map(one_line, parts) if part)
    return ((Run(said, Look.MUTED),),) if said else ()


def cell(text: str, look: Look = Look.PLAIN) -> Cell:
    """The paragraphs of a text; empty lines are left out."""
    return tuple(line for line in (words(line, look) for line in text.splitlines()) if line)


def labelled(label: str, text: Text, look: Look = Look.STRONG) -> Text:
    """Text after its label; nothing when there is no text."""
    colon = "" if label.endswith("?") else ":"
    return (Run(f"{label}{colon}", look), Run(" "), *text) if text else ()


def detailed(text: Text, *details: tuple[str, str]) -> Text:
    """Text with what hangs on it after a label each; what was left empty is not mentioned."""
    told = (labelled(capital(label), words(one), Look.MUTED) for label, one in details)
    return beside(text, *told)


def beside(*texts: Text) -> Text:
    """Texts on one line, each kept apart from the one before it; an empty one is left out."""
    line: list[Run | Mark] = []
    for text in filter(None, texts):
        line += [Run(_APART), *text] if line else text
    return tuple(line)


def prose(text: str) -> Blocks:
    """The paragraphs of a text as blocks."""
    return tuple(Paragraph(line) for line in cell(text))


def quote(label: str, text: str, *, leads: bool = False) -> Blocks:
    """Words that stand apart, unless there are none."""
    paragraphs = cell(text)
    return (Quote(label, paragraphs, leads),) if paragraphs else ()


def bullets(items: Iterable[Text]) -> Blocks:
    """A list, unless there is nothing to list."""
    listed = tuple(item for item in items if item)
    return (Bullets(listed),) if listed else ()


def facts(*pairs: tuple[str, str | Cell]) -> Blocks:
    """Labels with what belongs to each; a label without content is left out."""
    rows = tuple(
        (label, content)
        for label, said in pairs
        if (content := cell(said) if isinstance(said, str) else said)
    )
    return (Facts(rows),) if rows else ()


def by_day(agreements: Iterable[Agreement]) -> tuple[Agreement, ...]:
    """The agreements that say something, by day; what has no day comes last."""
    said = (
        one
        for one in agreements
        if one.what.strip() or one.role.strip() or one.due or one.look_back
    )
    return tuple(sorted(said, key=lambda one: one.due or date.max))


def section(title: str, blocks: Iterable[Block], *, level: int = 1) -> Blocks:
    """A part with its heading, unless the part is empty."""
    content = tuple(blocks)
    return (Heading(level, title), *content) if content else ()


def brief(text: str, limit: int = 320) -> str:
    """The first sentences of a text; when more follows it ends in an ellipsis."""
    whole = one_line(text)
    if len(whole) <= limit:
        return whole
    ends = [
        end
        for found in _SENTENCE_END.finditer(whole, 0, limit)
        if (end := found.end()) >= limit * _LEAST_OF_IT and not _NO_END.search(whole, 0, end)
    ]
    words_that_fit = whole[: limit + 1].rsplit(" ", 1)[0][:limit]
    cut = _no_half_placeholder(whole, (whole[: ends[-1]] if ends else words_that_fit).rstrip())
    return f"{_SIGN_LEFT.sub('', cut).rstrip() or cut} …"


def _no_half_placeholder(whole: str, cut: str) -> str:
    """What is left without "[kenmerk" that lost its end, or with all of it when it comes first."""
    opened = cut.rfind("[")
    if opened <= cut.rfind("]"):
        return cut
    closed = whole.find("]", opened)
    if before := cut[:opened].rstrip(" ([“‘,;:"):
        return before
    return whole[: closed + 1] if closed >= 0 else cut


def brief_name(text: str, limit: int) -> str:
    """Who somebody is, or what a thing is called; when it is too long, without what follows.

    It is not cut within what belongs together: "de verhuurder …", not "de verhuurder en andere …".
    """
    whole = one_line(text)
    if len(whole) <= limit or _SENTENCE_END.search(whole):
        return brief(whole, limit)
    said = brief(whole, limit).removesuffix("…").split()
    follows = " ".join(whole.split()[len(said) : len(said) + 1])
    ends = [place for place, word in enumerate(said) if place and word in _GOES_ON]
    apart = follows in _GOES_ON or follows.startswith("(")
    kept = said if apart or not ends else said[: ends[-1]]
    while kept and kept[-1].strip(",(") in _GOES_ON:
        kept.pop()
    told = " ".join(kept).rstrip(" ,;:(")
    least = least_of_a_name(whole)
    if len(told) < len(least) <= _LONGEST_WHOLE:
        return least if least == whole else f"{least} …"
    return f"{told} …" if len(told) >= _LEAST_OF_A_NAME else brief(whole, limit)


def least_of_a_name(whole: str) -> str:
    """A name up to its first noun: "juridisch kwaliteitsmedewerker", and never "juridisch"."""
    told = whole.split()
    before = list(takewhile(_SAYS_WHICH.search, told))
    return " ".join(told[: len(before) + 1])
