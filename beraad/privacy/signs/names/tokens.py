"""The words of a page with what stands before them."""

from __future__ import annotations

import re
from typing import NamedTuple

from beraad.privacy.dutch.naming import WORD
from beraad.privacy.dutch.placeholders import BLANK
from beraad.privacy.dutch.remembering import Remembered
from beraad.privacy.dutch.vocabulary import CUT_PARTICLES, PARTICLE_FORMS, TITLES
from beraad.privacy.text.page import Page
from beraad.privacy.text.words import POSSESSIVE, stem

_SENTENCE_END = re.compile(r"[.!?…]+[\"')\]]*\s|\n|\t|[:•*|>#]|^\s*-\s|[\s(][\"“„«']|\s[-]\s")
_ABBREVIATIONS = TITLES | frozenset(
    [
        "fam",
        "nr",
        "tel",
        "bijv",
        "o",
        "a",
        "t",
        "v",
        "b",
        "d",
        "i",
        "e",
        "st",
        "ca",
        "resp",
        "incl",
        "excl",
        "vgl",
    ]
)
_CUT_SHORT = frozenset({"mevr", "prof", "jkvr", "eerw"})
"""Longer forms of address that a full stop cuts short; elsewhere it ends a sentence."""
_CUT_GAPS = frozenset({"/", ".", ". ", "./"})
_BLANKS = re.compile(f"{BLANK}+")
_NAME_GAP = re.compile(r" ?['/]? ?|-| -|- ")
_INITIAL_GAP = re.compile(r"\.? ?[-']?")
_LONGEST_GAP = 40
_SHORT = 3
_OLDEST = 110
_HIGHEST_LINE = 99


class Token(NamedTuple):
    """One word.

    Attributes:
        core: the word as it is compared.
        start: where it starts on the page.
        end: where it ends, without a possessive ending.
        gap: what stands between the word before and this one.
        opens: whether it begins a sentence, a line or a quotation.
        capital: whether it begins with a capital.
        quiet: whether its whole line is written without capitals, or what is said in it.
    """

    written: str
    core: str
    start: int
    end: int
    gap: str
    opens: bool
    capital: bool
    quiet: bool

    @property
    def initial(self) -> bool:
        """Whether it is one capital letter."""
        return len(self.written) == 1 and self.capital

    @property
    def shouted(self) -> bool:
        """Whether it is written in capitals only."""
        return len(self.written) > 1 and self.written.isupper()

    @property
    def apart(self) -> bool:
        """Whether something that is replaced stands between this word and the one before."""
        return BLANK in self.gap

    @property
    def bracketed(self) -> bool:
        """Whether it is a number in brackets behind the word before: "Kees (44)"."""
        aged = self.core.isdecimal() and int(self.core) <= _OLDEST
        return aged and "(" in self.gap and not self.apart

    def ends_a_particle(self, before: Token) -> bool:
        """Whether this and the word before are one tussenvoegsel cut short: "v/d", "o.d."."""
        return before.core + self.core in CUT_PARTICLES and self.gap in _CUT_GAPS

    def joined(self, before: Token) -> bool:
        """Whether this word and the one before can be parts of one name."""
        if self.gap == " ":
            return True
        if self.ends_a_particle(before):
            return True
        short = len(before.core) == 1 or (
            len(before.core) <= _SHORT and (before.capital or before.core in _ABBREVIATIONS)
        )
        short = short or before.core in _CUT_SHORT or before.core in PARTICLE_FORMS
        return bool((_INITIAL_GAP if short else _NAME_GAP).fullmatch(self.gap))


def tokens(page: Page) -> tuple[Token, ...]:
    """Return the words of a page."""
    found: list[Token] = []
    before = line_end = 0
    quiet_from: int | None = None
    previous = ""
    cased = page.cased
    for match in WORD.finditer(cased):
        written = match[0]
        start = match.start()
        core, capital, length = _FORMS[written]
        if start >= line_end:
            newline = cased.find("\n", start)
            line_end = newline if newline >= 0 else len(cased)
            quiet_from = page.quiet_from(start)
        gap = cased[before:start]
        if gap == " " and previous:
            short = len(previous) == 1 or previous[0].isdecimal()
            opens = short and _numbers_a_line(found)
        else:
            gap = _shortened(gap)
            opens = _opens(gap, previous, written) and not _is_cut_short(found, gap)
        before = start + length
        quiet = quiet_from is not None and start >= quiet_from
        found.append(Token(written, core, start, before, gap, opens, capital, quiet))
        previous = written
    return tuple(found)


def _numbers_a_line(found: list[Token]) -> bool:
    """Whether the last word numbers a line, so that the next begins it: "1a Achternaam:"."""
    last = found[-1]
    if len(last.core) == 1 and not last.gap and not last.opens and len(found) > 1:
        last = found[-2]
    return last.opens and last.core.isdecimal() and int(last.core) <= _HIGHEST_LINE


def _is_cut_short(found: list[Token], gap: str) -> bool:
    """Whether the full stop is that of a tussenvoegsel: "v.h. Hof"."""
    return gap in (".", ". ") and len(found) > 1 and found[-1].ends_a_particle(found[-2])


def _form(written: str) -> tuple[str, bool, int]:
    """How a word is compared, whether it has a capital, and how long it is without an ending."""
    length = len(written.removesuffix(POSSESSIVE))
    return stem(written.lower()), written[0].isupper(), length


_FORMS = Remembered(_form)


def _shortened(gap: str) -> str:
    """What stands between two words, the middle left out when it is long.

    How long a replacement is never matters, so that a cleaned text reads like the original.
    """
    if BLANK in gap:
        gap = _BLANKS.sub(BLANK, gap)
    if len(gap) <= _LONGEST_GAP:
        return gap
    return gap[: _LONGEST_GAP // 2] + gap[-_LONGEST_GAP // 2 :]


def _opens(gap: str, previous: str, written: str) -> bool:
    if BLANK in gap:
        return bool(_SENTENCE_END.search(gap.rpartition(BLANK)[2]))
    if not previous:
        return True
    abbreviated = gap.startswith(".") and "\n" not in gap
    if gap.endswith(" '") and written.islower() and len(written) == 1:
        return False
    letter = len(previous) == 1 and (previous.isupper() or written.islower())
    if abbreviated and (letter or previous.lower() in _ABBREVIATIONS):
        return False
    return bool(_SENTENCE_END.search(gap))
