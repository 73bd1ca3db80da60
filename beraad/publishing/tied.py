"""Whether a verslag ties what one participant said together, by what it says anew.

Lists keep apart what one person said as long as several people come into them at once. Who holds
two versions sees what came and what went in between; when that is at most two lines in each list,
it is most likely of one person or of two, and who knows these two can tell whose is what.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping

from beraad.privacy.clean import CleanedSession
from beraad.publishing.versions import Standing, parts_of
from beraad.report.blocks import Document, Heading
from beraad.report.compose.weighing import AFTER, LISTS, NO_CHOICE, TITLE, VALUES
from beraad.report.plain import plain_text

_NUMBERED = re.compile(r"(\[[^\W\d_]+) \d{1,3}(?=\])")
_FEWEST = 2
"""Lists in which something changed tie something; lines in one list alone tie nothing."""

_ABOVE_ROWS = 2
"""The title and a note stand above the choices with their values."""

_FEW = 2
"""Of so many people every line can be guessed by who knows them."""

ONLY_ONE = "Er is maar één afweging. Alles in dat deel van het verslag komt van dezelfde deelnemer."
ONLY_TWO = "Er zijn maar twee afwegingen. Aan de woorden is te raden wat van wie komt."
FIRST_AGREE = "Vraag het aan degene van wie dit is: mag het zo naar buiten?"


def tied(document: Document, now: Standing) -> bool:
    """Whether this verslag, or it beside its latest version, shows what one or two wrote."""
    return _shown(document, now) > 0


def _shown(document: Document, now: Standing) -> int:
    """Of how many people at most it shows what they wrote, from 1 to `_FEW`; 0 for more."""
    source = document.source
    if not isinstance(source, CleanedSession) or source.stands_whole:
        return 0
    before, after = _before_and_after(document, now)
    came = [_new(before, after, title) for title in LISTS]
    went = [_new(after, before, title) for title in LISTS]
    values = {" ".join(one.value.split()) for one in source.considerations}
    chosen = (values & _beside(after)) - _beside(before) - {""}
    if len(source.considerations) <= _FEW and any((chosen, *came, *went)):
        return len(source.considerations)
    if _is_placed_anew(before, after):
        return 1
    few = tuple(filter(None, (_people((chosen, *came)), _people(went))))
    return min(few, default=0)


def why(document: Document, now: Standing) -> str:
    """What to tell when it is tied, in Dutch."""
    source = document.source
    count = len(source.considerations) if isinstance(source, CleanedSession) else 0
    if count <= _FEW:
        return ONLY_TWO if count > 1 else ONLY_ONE
    if now.latest is None:
        return ONLY_ONE
    beside = f"Naast {'versie' if now.latest.final else 'concept'} {now.latest.number} is te zien"
    if _is_placed_anew(*_before_and_after(document, now)):
        return f"{beside} wat iemand aan tafel koos: waarden staan nu anders bij de keuzes."
    if _shown(document, now) == 1:
        return f"{beside} wat één deelnemer schreef: in elke lijst is hooguit één regel veranderd."
    return (
        f"{beside} wat één of twee deelnemers schreven: in elke lijst zijn hooguit twee regels "
        "veranderd. Aan de woorden is te raden wat van wie komt."
    )


def _before_and_after(
    document: Document, now: Standing
) -> tuple[Mapping[str, str], Mapping[str, str]]:
    """The parts of the latest version, and those of this document."""
    titles = (*_titles(document), TITLE, VALUES, *LISTS, *AFTER)
    before = parts_of(now.latest.text if now.latest else "", titles)
    return before, parts_of(plain_text(document), titles)


def _is_placed_anew(before: Mapping[str, str], after: Mapping[str, str]) -> bool:
    """Whether choices or values moved, while values stand with no choice.

    Whose those are can be read in ronde 4, or who chose something alone is known, so that the
    other version tells where one belongs. Where no value stands with a choice in either, only a
    line that came or went together with a choice says what somebody chose.
    """
    then, today = (tuple(_told(parts.get(TITLE, "")))[_ABOVE_ROWS:] for parts in (before, after))
    if not then or then == today:
        return False
    if VALUES in before and VALUES in after:
        lists = (VALUES, *LISTS)
        return any(_lines(before, title) != _lines(after, title) for title in lists)
    return NO_CHOICE in {*then, *today} or VALUES in before or VALUES in after


def _beside(parts: Mapping[str, str]) -> set[str]:
    """The lines with the values in them: under the choices, or in a list of their own."""
    return _lines(parts, TITLE) | _lines(parts, VALUES)


def _titles(document: Document) -> Iterator[str]:
    return (block.text for block in document.blocks if isinstance(block, Heading))


def _people(lists: Collection[Collection[str]]) -> int:
    """How many people at least wrote these lines; 0 when nothing is tied or they are many."""
    filled = [len(lines) for lines in lists if lines]
    most = max(filled, default=0)
    return most if len(filled) >= _FEWEST and most <= _FEW else 0


def _new(before: Mapping[str, str], after: Mapping[str, str], title: str) -> set[str]:
    return _lines(after, title) - _lines(before, title) - {title}


def _lines(parts: Mapping[str, str], title: str) -> set[str]:
    return set(_told(parts.get(title, "")))


def _told(text: str) -> Iterator[str]:
    """The lines; the number of somebody taken out is another one as soon as somebody comes in."""
    return (_NUMBERED.sub(r"\1", line) for line in text.splitlines() if line)
