"""Patterns that are only tried where they can match, so that a long text is read quickly."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import count

from beraad.privacy.dutch.remembering import Remembered
from beraad.privacy.text.branching import branching, branching_sign
from beraad.remembering import of_a_beraad

FIRST_DIGIT = "[0-9](?<![0-9].)"
"""The first digit of some; every other way of writing one was folded away."""

OR_FIRST_DIGIT = "|".join(f"{digit}(?<![0-9].)" for digit in "0123456789")
"""The same beside words, so that all begin with a letter or digit that is told."""


@dataclass(frozen=True)
class Sought:
    """A pattern, and a sign by which one can see at little cost where it may match.

    Attributes:
        written: the pattern as it is written; nothing is made of it before its sign was seen.
        told_by: the sign as it is written: it stands in every match, and is cheaper to look for.
        back: how far behind the beginning of a match its sign may stand; None for anywhere.
        over: what alone may stand between the two; None for anything.
        number: which of all patterns this is.
    """

    written: str
    told_by: str
    back: int | None
    over: re.Pattern[str] | None
    number: int

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The pattern itself."""
        return re.compile(branching(self.written))

    @cached_property
    def sign(self) -> re.Pattern[str]:
        """The sign itself."""
        return re.compile(branching_sign(_ways(self.told_by)))

    @cached_property
    def letters(self) -> tuple[str, ...]:
        """Letters of which some stand in a word of every match; empty when its sign has none."""
        return letters_of(self.told_by)

    @cached_property
    def _at_digits(self) -> bool:
        """Whether each match has its sign at the first of some digits."""
        return self.over is None and bool(_AT_A_DIGIT.match(self.told_by))

    def finditer(self, text: str) -> Iterable[re.Match[str]]:
        """Yield what the pattern alone would yield: every match, without overlap."""
        # Most patterns end here, for most texts: no further call is made for these.
        if self.number in _silent_in(text):
            return ()
        return self._found(text, overlapping=False)

    def every(self, text: str) -> Iterable[re.Match[str]]:
        """Yield the match at every start, so that one that is turned down hides none behind it."""
        if self.number in _silent_in(text):
            return ()
        return self._found(text, overlapping=True)

    def _found(self, text: str, *, overlapping: bool) -> Iterable[re.Match[str]]:
        if self._at_digits:
            places = first_digits(text)
            return self._from_places(places, text, overlapping=overlapping) if places else ()
        sign = self.sign.search(text)
        if sign is None:
            return ()
        if self.back is None and not overlapping:
            return self.pattern.finditer(text)
        return self._from(sign, text, overlapping=overlapping)

    def _from_places(
        self, places: Iterable[int], text: str, *, overlapping: bool
    ) -> Iterator[re.Match[str]]:
        match_at, back, place = self.pattern.match, self.back or 0, 0
        for here in places:
            place = max(place, here - back)
            while place <= here:
                match = match_at(text, place)
                if match:
                    yield match
                    place = place + 1 if overlapping else match.end()
                else:
                    place += 1

    def _from(
        self, first: re.Match[str], text: str, *, overlapping: bool
    ) -> Iterator[re.Match[str]]:
        match_at, next_sign = self.pattern.match, self.sign.search
        back, over, place = self.back or 0, self.over, 0
        sign: re.Match[str] | None = first
        while sign:
            here = sign.start()
            sign = next_sign(text, here + 1)
            place = max(place, here - back)
            if over and (between := over.search(text, place, here)):
                place = between.start()
            while place <= here:
                match = match_at(text, place)
                if match:
                    yield match
                place = match.end() if match and not overlapping else place + 1


_AT_A_DIGIT = re.compile(r"\[0-9\]\(\?<!")
"""A digit that is the first: every sign that says more is of such a place too."""
_PAGES = 8


@of_a_beraad
@lru_cache(maxsize=_PAGES)
def first_digits(text: str) -> tuple[int, ...]:
    """Where digits begin in a page; many patterns ask."""
    return tuple(match.start() for match in _FIRST.finditer(text))


_FIRST = re.compile(FIRST_DIGIT)


@of_a_beraad
@lru_cache(maxsize=_PAGES)
def _silent_in(text: str) -> frozenset[int]:
    """The numbers of the patterns of which no letters stand in this text.

    Letters are sought in each word by itself, so that a word which was seen before is not looked at
    again. A pattern that is made later is not among them.
    """
    made = len(_ALL)
    return _with_letters(made).difference(*map(_by_word(made).__getitem__, set(text.split())))


class _Told(Remembered[str, frozenset[int]]):
    """The numbers of the patterns that may match, by a word that stands in the text."""

    __slots__ = ()

    def __missing__(self, asked: str) -> frozenset[int]:
        if len(asked) > _LONGEST:
            return self._work_out(asked)
        return super().__missing__(asked)


_LONGEST = 40
"""No longer word is remembered: somebody may write without any space."""


@of_a_beraad
@lru_cache(maxsize=1)
def _by_word(made: int) -> _Told:
    pieces = _pieces(made)

    def told(word: str) -> frozenset[int]:
        found: set[int] = set()
        for place, letter in enumerate(word):
            for _, numbers in pieces.get(letter, ()):
                found |= numbers
            for some, numbers in pieces.get(word[place : place + 2], ()):
                if word.startswith(some, place):
                    found |= numbers
        return frozenset(found)

    return _Told(told)


@lru_cache(maxsize=1)
def _pieces(made: int) -> Mapping[str, tuple[tuple[str, frozenset[int]], ...]]:
    """Letters without a space, and the patterns that they tell of, by the first two."""
    told: defaultdict[str, set[int]] = defaultdict(set)
    for each in _ALL[:made]:
        for some in each.letters:
            told[some].add(each.number)
    found: defaultdict[str, list[tuple[str, frozenset[int]]]] = defaultdict(list)
    for some, numbers in told.items():
        found[some[:2]].append((some, frozenset(numbers)))
    return {letters: tuple(each) for letters, each in found.items()}


@lru_cache(maxsize=1)
def _with_letters(made: int) -> frozenset[int]:
    """The patterns of which letters stand within a word of each match."""
    return frozenset(each.number for each in _ALL[:made] if each.letters)


def letters_of(sign: str) -> tuple[str, ...]:
    """Letters of which some stand, without a space in between, wherever a sign is.

    Empty when nothing can be told by letters: some way in which it is written has none.
    """
    letters: set[str] = set()
    for way in _ways(sign):
        needed = (way,) if way.isalnum() else max(_needed(way), key=_telling, default=())
        if not needed:
            return ()
        letters |= {*needed}
    return tuple(sorted(letters))


def _telling(letters: tuple[str, ...]) -> tuple[int, int]:
    """How much is told by these: more by long ones, and by fewer."""
    return min(map(len, letters)), -len(letters)


def _needed(way: str) -> Iterator[tuple[str, ...]]:
    """Yield letters of which some stand wherever a way of writing is, as often as can be told."""
    run, place = "", 0
    while place < len(way):
        end = _end_of(way, place)
        often = _OFTEN.match(way, end)
        one, optional = way[place:end], bool(often and often[0][0] in "?*{")
        place = often.end() if often else end
        if _is_itself(one) and not optional:
            run += one[-1]
            if not often:
                continue
        if run:
            yield (run,)
            run = ""
        if optional:
            continue
        if one[0] == "[" and (signs := _signs_of(one)):
            yield signs
        elif (group := _GROUP.match(one)) and (inside := letters_of(one[group.end() : -1])):
            yield inside
    if run:
        yield (run,)


def _end_of(way: str, begin: int) -> int:
    """Where one sign, set or group ends that begins here."""
    if way[begin] == "\\":
        return begin + 2
    if way[begin] == "[":
        place = begin + 1
        while way[place] != "]":
            place += 1 + (way[place] == "\\")
        return place + 1
    if way[begin] == "(":
        place = begin + 1
        while way[place] != ")":
            place = _end_of(way, place)
        return place + 1
    return begin + 1


def _is_itself(one: str) -> bool:
    """Whether this is a letter or sign that stands for itself, and no space."""
    return not one.isspace() and (
        one not in ".^$" if len(one) == 1 else one[0] == "\\" and not one[1].isalnum()
    )


def _signs_of(one: str) -> tuple[str, ...]:
    """The signs of a set; none when there are many, or any but some."""
    found = _SET.fullmatch(one)
    if not found:
        return ()
    signs: set[str] = set()
    for first, last in _MEMBER.findall(found["signs"]):
        signs |= {chr(each) for each in range(ord(first[-1]), ord((last or first)[-1]) + 1)}
    return tuple(signs) if len(signs) <= _FEW and not any(map(str.isspace, signs)) else ()


def _ways(sign: str) -> Iterator[str]:
    """The alternatives of a pattern; those inside brackets belong to what they stand in."""
    if not _BRACKETS.search(sign):
        yield from sign.split("|")
        return
    begin = place = 0
    while place < len(sign):
        if sign[place] == "|":
            yield sign[begin:place]
            begin = place = place + 1
        else:
            place = _end_of(sign, place)
    yield sign[begin:]


_BRACKETS = re.compile(r"[(\[\\]")
_FEW = 26
_SET = re.compile(r"\[(?P<signs>(?:[^\\\]\[^]|\\[^\w\s])+)\]")
"""A set of signs that is not turned round, and names no kinds of signs."""
_MEMBER = re.compile(r"(\\.|[^\\])(?:-(\\.|[^\\]))?")
_GROUP = re.compile(r"\((?:\?:|\?P<\w+>)")
"""A group that stands there; not one that only looks what comes before or behind."""
_OFTEN = re.compile(r"[?*+]\??|\{\d*,?\d*\}\??")


def sought(pattern: str, sign: str, *, back: int | None = 0, over: str = "") -> Sought:
    """A pattern with the sign that stands at the beginning of each match, or a bit behind it.

    `over` holds the characters that may stand between the two.
    A sign is found quickest when it begins with letters or with one set of signs, so that whatever
    may not stand before it comes behind that: `[0-9](?<![0-9][0-9])`.
    """
    between = re.compile(rf"[{over}]*\Z") if over else None
    made = Sought(pattern, sign, back, between, next(_NUMBERS))
    _ALL.append(made)
    return made


def each_in(text: str, patterns: Iterable[Sought]) -> Iterator[re.Match[str]]:
    """Yield what each of these patterns matches in a text, one pattern after another."""
    silent = _silent_in(text)
    for pattern in [each for each in patterns if each.number not in silent]:
        yield from pattern.finditer(text)


def make_ready() -> None:
    """Make now what is otherwise made when its sign is first seen, of all that was written."""
    for each in _ALL:
        _ = each.sign, each.pattern
    _silent_in("")


_ALL: list[Sought] = []
_NUMBERS = count()
