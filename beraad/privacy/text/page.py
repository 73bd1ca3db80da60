"""A text laid ready for the finders."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from beraad.privacy.dutch.folding import Folded, fold
from beraad.privacy.dutch.placeholders import BLANK, blank_own
from beraad.privacy.find import Certainty, Find, FindKind

_LOOK_BACK = 40
_CAPITALISED = re.compile(r"(?<![^\W_])[A-ZÀ-ÖØ-Þ](?![A-Z0-9])")
_SAID = re.compile(
    r"(?:[\W\d]{0,24}|(?:[^\n:]|(?<=\d):(?=\d)){0,12})(?<![^\W_])"
    r"[A-Z][^\W_]{0,15}(?: [A-Z][^\W_]*)?: (?P<words>.* .*)"
)
"""Who says something in a chat, and what: "[09:41] Wil: ok vraag jij dag?"."""
_MOSTLY = 0.5
_LINE_WITHOUT_SMALL = re.compile(r"^[^a-z\n]+$", re.MULTILINE)
_WORD_OF_CAPITALS = re.compile(r"[A-Z]{2,}")
_SENTENCE_OF_CAPITALS = 5
"""So many words in capitals only are a sentence in which a capital tells nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A text in its own and in its comparable form; our own replacements are blank in it.

    Attributes:
        laid: its comparable form before anything that was found was taken out of it.
        year: the year from which "ten years ago" is counted.
        start: where in the whole text this page begins; finds are told in that.
    """

    original: str
    folded: Folded
    year: int
    laid: Folded
    start: int = 0

    @property
    def lower(self) -> str:
        """The comparable text without capitals: what most finders read."""
        return self.folded.lower

    @property
    def cased(self) -> str:
        """The comparable text with its capitals."""
        return self.folded.cased

    def before(self, place: int) -> str:
        """The last of what stands before a place, without capitals."""
        return self.lower[max(0, place - _LOOK_BACK) : place]

    def is_quiet(self, place: int) -> bool:
        """Whether what stands here was written without capitals."""
        begins = self.quiet_from(place)
        return begins is not None and begins <= place

    def quiet_from(self, place: int) -> int | None:
        """Where on the line of this place begins what was written without capitals: the whole
        line, or what somebody says in a chat; None when it has capitals. Our own words count as
        capitals.
        """
        first, _ = self.folded.span(place, place + 1)
        begin = self.original.rfind("\n", 0, first) + 1
        end = self.original.find("\n", first)
        line = self.original[begin : end if end >= 0 else len(self.original)]
        if blank_own(line) != line:
            return None
        if line == line.lower() or _is_shouted(fold(line).cased) or _has_codes_only(line):
            return 0
        said = _SAID.match(line) if ": " in line else None
        if said is None or said["words"] != said["words"].lower():
            return None
        return place + max(0, begin + said.start("words") - first)

    def without_tabs(self) -> Page:
        """The page with a space for every tab, for what may stand across cells: an IBAN, a name."""
        if "\t" not in self.cased:
            return self
        cased, lower = (text.replace("\t", " ") for text in (self.cased, self.lower))
        return replace(self, folded=replace(self.folded, cased=cased, lower=lower))

    def without(self, finds: Iterable[Find]) -> Page:
        """The page with these finds blank, so that nobody finds anything in them again."""
        spans = tuple(self._apart(finds))
        if not spans:
            return self
        if self.laid.offsets:
            return replace(self, folded=_folded(_blanked(self.original, spans)))
        cased, lower = self.laid.cased, self.laid.lower
        return replace(self, folded=Folded(_blanked(cased, spans), _blanked(lower, spans)))

    def with_signs(self, places: Iterable[int], sign: str) -> Page:
        """The page with this sign for the character at each place, to be read as no letter."""
        cased, lower = list(self.cased), list(self.lower)
        for place in places:
            cased[place] = lower[place] = sign
        return replace(
            self, folded=replace(self.folded, cased="".join(cased), lower="".join(lower))
        )

    def _apart(self, finds: Iterable[Find]) -> Iterator[tuple[int, int]]:
        """Where finds stand on this page, in order and without overlap."""
        end = 0
        for find in sorted(finds, key=lambda find: find.start):
            last = min(find.end - self.start, len(self.original))
            if last > end:
                yield max(find.start - self.start, end), last
                end = last

    def mark(  # noqa: PLR0913 - a find has this many sides
        self,
        kind: FindKind,
        start: int,
        end: int,
        *,
        key: str,
        certainty: Certainty,
        reason: str,
        suggestion: str,
        generalised: str = "",
        identity: str = "",
        tail: str = "",
        asks: bool = False,
        everyday: bool = False,
    ) -> Find:
        """Return the find at `lower[start:end]`, in places of the original."""
        first, last = self.folded.span(start, end)
        return Find(
            kind=kind,
            start=first + self.start,
            end=last + self.start,
            text=self.original[first:last],
            key=key,
            identity=identity or key,
            certainty=certainty,
            reason=reason,
            suggestion=suggestion,
            generalised=generalised,
            tail=tail,
            asks=asks,
            everyday=everyday,
        )


def lay_out(text: str, year: int, *, start: int = 0) -> Page:
    """Return a text, or the part of one that begins at `start`, as a page."""
    folded = _folded(text)
    return Page(original=text, folded=folded, laid=folded, year=year, start=start)


def _folded(text: str) -> Folded:
    """A text in comparable form; a sentence in capitals only is read as one without any."""
    folded = fold(blank_own(text))
    cased = _LINE_WITHOUT_SMALL.sub(
        lambda line: line[0].lower() if _is_shouted(line[0]) else line[0], folded.cased
    )
    return folded if cased == folded.cased else replace(folded, cased=cased)


def _is_shouted(line: str) -> bool:
    """Whether a line in comparable form is a sentence in capitals only."""
    if not line.isupper():
        return False
    return len(_WORD_OF_CAPITALS.findall(line)) >= _SENTENCE_OF_CAPITALS


def _has_codes_only(line: str) -> bool:
    """Whether every capital here is in a code of capitals: "zaak LEE 26/1093 ligt in assen"."""
    small = sum(map(str.islower, line))
    return small > _MOSTLY * len(line) and not _CAPITALISED.search(line)


def _blanked(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """A text of the same length in which these places are blank."""
    pieces: list[str] = []
    end = 0
    for first, last in spans:
        pieces += [text[end:first], BLANK * (last - first)]
        end = last
    return "".join([*pieces, text[end:]])
