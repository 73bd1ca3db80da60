"""Whether a verslag ties what one participant said together, by what it says anew.

Lists keep apart what one person said as long as several people come into them at once. Who holds
two versions sees what came and what went in between; when that is at most two lines in each list,
it is most likely of one person or of two, and who knows these two can tell whose is what. Any
version that was given out may be the other one, not only the latest.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from beraad.phases.wording import option_mark
from beraad.privacy.clean import CleanedSession
from beraad.publishing.versions import Standing, parts_of
from beraad.records import Version
from beraad.report.blocks import Document, Heading
from beraad.report.compose.weighing import AFTER, CHOSEN, LISTS, TITLE, TOGETHER, VALUES
from beraad.report.plain import plain_text

_NUMBERED = re.compile(r"(\[[^\W\d_]+) \d{1,3}(?=\])")
_FEWEST = 2
"""Lists in which something changed tie something; lines in one list alone tie nothing."""

_MARKS = {option_mark(letter): letter for letter in map(chr, range(ord("A"), ord("Z") + 1))}
"""How a letter of an option is said."""

_BETWEEN = " · "
"""What stands between the options on one line."""

_FEW = 2
"""Of so many people every line can be guessed by who knows them."""

ONLY_ONE = "Er is maar één afweging. Alles in dat deel van het verslag komt van dezelfde deelnemer."
ONLY_TWO = "Er zijn maar twee afwegingen. Aan de woorden is te raden wat van wie komt."
_FIRST_AGREE = "Vraag het aan {whom}: mag het zo naar buiten, ook in het volledige verslag?"


@dataclass(frozen=True, slots=True)
class _Tie:
    """What shows what one or two wrote.

    Attributes:
        version: the version beside which it shows; None when this document shows it alone.
        people: of how many at most.
        placed: it shows what somebody chose, by where a value stood.
    """

    version: Version | None
    people: int
    placed: bool = False


def tied(document: Document, now: Standing) -> bool:
    """Whether this verslag, or it beside any earlier version, shows what one or two wrote."""
    return _tie(document, now) is not None


def joined(document: Document, now: Standing) -> bool:
    """Whether this verslag beside any earlier version shows what one or two wrote.

    Also when they agreed to that before: it must not promise the opposite.
    """
    source = document.source
    if not now.earlier or not isinstance(source, CleanedSession) or source.stands_whole:
        return False
    after = _parts(document, plain_text(document))
    return any(
        _beside_each_other(version, _parts(document, version.text), after, source)
        for version in now.earlier
    )


def _tie(document: Document, now: Standing) -> _Tie | None:
    source = document.source
    if not isinstance(source, CleanedSession) or source.stands_whole:
        return None
    after = _parts(document, plain_text(document))
    versions = [(version, _parts(document, version.text)) for version in now.earlier]
    if any(_weighed(before) == _weighed(after) for _, before in versions):
        return None
    found = (_beside_each_other(version, before, after, source) for version, before in versions)
    alone = _beside_each_other(None, _parts(document, ""), after, source)
    return next(filter(None, found), None) if versions else alone


def _beside_each_other(
    version: Version | None,
    before: Mapping[str, str],
    after: Mapping[str, str],
    source: CleanedSession,
) -> _Tie | None:
    """What one version beside this document shows of one or two."""
    was_whole = TOGETHER in before.get(TITLE, "")
    came = [_new(before, after, title, was_whole=was_whole) for title in LISTS]
    went = [] if was_whole else [_new(after, before, title) for title in LISTS]
    chosen = _chosen_anew(before, after, source, was_whole=was_whole)
    if len(source.considerations) <= _FEW and any((chosen, *came, *went)):
        return _Tie(version, len(source.considerations))
    if not was_whole and _is_placed_anew(before, after):
        return _Tie(version, 1, placed=True)
    few = tuple(filter(None, (_people((chosen, *came)), _people(went))))
    return _Tie(version, min(few)) if few else None


def _chosen_anew(
    before: Mapping[str, str],
    after: Mapping[str, str],
    source: CleanedSession,
    *,
    was_whole: bool,
) -> set[str]:
    """The values that are new, or stand with another choice than they did."""
    values = {" ".join(one.value.split()) for one in source.considerations} - {""}
    if was_whole:
        return {value for value in values & _beside(after) if value not in before[TITLE]}
    return (values & _beside(after)) - _beside(before)


def _weighed(parts: Mapping[str, str]) -> list[list[str]]:
    """Everything in a version that people weighed."""
    return [list(_told(parts.get(title, ""))) for title in (TITLE, VALUES, *LISTS)]


def why(document: Document, now: Standing) -> str:
    """What to tell when it is tied, in Dutch."""
    source = document.source
    count = len(source.considerations) if isinstance(source, CleanedSession) else 0
    if count <= _FEW:
        return ONLY_TWO if count > 1 else ONLY_ONE
    tie = _tie(document, now)
    if tie is None or tie.version is None:
        return ONLY_ONE
    beside = f"Naast {'versie' if tie.version.final else 'concept'} {tie.version.number} is te zien"
    if tie.placed:
        return f"{beside} wat iemand koos: een keuze kwam of ging samen met een regel."
    if tie.people == 1:
        return f"{beside} wat één deelnemer schreef: in elke lijst is hooguit één regel veranderd."
    return (
        f"{beside} wat één of twee deelnemers schreven: in elke lijst zijn hooguit twee regels "
        "veranderd. Aan de woorden is te raden wat van wie komt."
    )


def first_agree(document: Document, now: Standing) -> str:
    """Who has to be asked for what, in Dutch.

    The short verslag tells less than the whole one, and a version is of the whole: a yes is asked
    for what tells most.
    """
    source = document.source
    count = len(source.considerations) if isinstance(source, CleanedSession) else 0
    tie = _tie(document, now)
    people = min(count, tie.people) if tie else count
    whom = "degene van wie dit is" if people <= 1 else "beide deelnemers van wie dit kan zijn"
    return _FIRST_AGREE.format(whom=whom)


def weighed(document: Document) -> tuple[str, ...]:
    """What was weighed, as this document says it: a yes holds for that, and nothing else."""
    lines = _weighed(_parts(document, plain_text(document)))
    return tuple("\n".join(part) for part in lines)


def _parts(document: Document, text: str) -> Mapping[str, str]:
    """The parts of a text that says what this document says, or said it earlier."""
    return parts_of(text, (*_titles(document), TITLE, VALUES, *LISTS, *AFTER))


def _is_placed_anew(before: Mapping[str, str], after: Mapping[str, str]) -> bool:
    """Whether a choice came or went together with a line: then that line says who chose it."""
    then, today = map(_chosen, (before, after))
    if not then or then == today:
        return False
    lists = (VALUES, *LISTS) if VALUES in before else LISTS
    return any(_lines(before, title) != _lines(after, title) for title in lists)


def _chosen(parts: Mapping[str, str]) -> frozenset[str]:
    """The options that were chosen; an earlier version may have had a line for each."""
    lines = [*_told(parts.get(TITLE, ""))]
    head = f"{CHOSEN}: "
    named = next((line.removeprefix(head) for line in lines if line.startswith(head)), "")
    said = named.split(_BETWEEN) if named else lines
    return frozenset(
        letter for one in said for mark, letter in _MARKS.items() if one.startswith(f"{mark} ")
    )


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


def _new(
    before: Mapping[str, str], after: Mapping[str, str], title: str, *, was_whole: bool = False
) -> set[str]:
    """The lines of a list that were not there; what stood whole held a line after its label."""
    new = _lines(after, title) - {title}
    if was_whole:
        return {line for line in new if line not in before[TITLE]}
    return new - _lines(before, title)


def _lines(parts: Mapping[str, str], title: str) -> set[str]:
    return set(_told(parts.get(title, "")))


def _told(text: str) -> Iterator[str]:
    """The lines; the number of somebody taken out is another one as soon as somebody comes in."""
    return (_NUMBERED.sub(r"\1", line) for line in text.splitlines() if line)
