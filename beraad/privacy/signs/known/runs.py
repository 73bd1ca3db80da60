"""How far a known name reaches around the word in which it was recognised."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass

from beraad.privacy.dutch.naming import full_particles
from beraad.privacy.dutch.vocabulary import PARTICLES, TITLES
from beraad.privacy.signs.known.initials import with_stop
from beraad.privacy.signs.known.recognising import How, Recognised
from beraad.privacy.signs.known.subjects import Subject
from beraad.privacy.text.words import POSSESSIVE, Words

_SMALL_WORDS = frozenset("uktnm")
"""Letters that are a word by themselves in notes: "kent u", "'t"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """The mention of one subject.

    Attributes:
        first: number of its first word.
        last: number of its last word.
        end: where it ends on the page.
        tail: what grammar wants behind the replacement.
    """

    subject: Subject
    first: int
    last: int
    start: int
    end: int
    tail: str = ""

    @property
    def length(self) -> int:
        """How many characters of the page it takes."""
        return self.end - self.start


def run(words: Words, index: int, seen: Recognised, subject: Subject) -> Run:
    """Return the whole mention of a subject of which the leftmost part is at this word."""
    if seen.how is How.GLUED:
        start = words.start(index)
        return Run(
            subject=subject,
            first=index,
            last=index,
            start=start + seen.begin,
            end=start + seen.end,
        )
    last, tail = _rightmost(words, index, seen, subject)
    first = _leftmost(words, index, seen.core, subject)
    end = words.end(last)
    if len(words.written(last)) == 1:
        end = with_stop(words.page.cased, end)
    return Run(
        subject=subject, first=first, last=last, start=words.start(first), end=end, tail=tail
    )


def _rightmost(words: Words, index: int, seen: Recognised, subject: Subject) -> tuple[int, str]:
    """The last word of the name, and the tail of a genitive."""
    used = {seen.core}
    last, genitive = index, seen.how is How.GENITIVE
    while not genitive:
        place = _past_particles(words, last, subject, used)
        if place is None:
            break
        core = words.stem(place)
        owner = core.removesuffix("s")
        if core in subject.parts.cores and core not in used:
            used.add(core)
        elif owner in subject.parts.cores and owner not in used:
            genitive = True
        elif not _is_initial_of_surname(words, place, seen.core, subject):
            break
        last = place
    if genitive:
        return last, POSSESSIVE
    return _with_partner_behind(words, last), ""


def _past_particles(words: Words, index: int, subject: Subject, used: Container[str]) -> int | None:
    """The next word that is not a tussenvoegsel of this name, if the name may go on there."""
    given_first = subject.parts.given in used
    while words.same_name(index) or (not given_first and _turned_round(words, index, subject)):
        index += 1
        if not _is_particle(words.stem(index), subject):
            return index
    return None


def _turned_round(words: Words, index: int, subject: Subject) -> bool:
    """Whether a comma stands between a surname and its first name: "Amrani, Fatima"."""
    return (
        index + 1 < len(words)
        and words.between(index) in {",", ", "}
        and bool(subject.parts.given)
        and words.stem(index + 1) == subject.parts.given
    )


def _is_initial_of_surname(words: Words, index: int, core: str, subject: Subject) -> bool:
    """Whether a first name is followed by the first letter of the surname: "Fatima A."."""
    letter = words.written(index)
    return (
        core == subject.parts.given
        and len(letter) == 1
        and letter.isalpha()
        and (_ends_with_a_stop(words, index) or _is_particle(words.stem(index - 1), subject))
        and any(form[-1:] == (letter.casefold(),) for form in subject.parts.initials)
    )


def _ends_with_a_stop(words: Words, index: int) -> bool:
    return words.page.lower[words.end(index) : words.end(index) + 1] == "."


def _leftmost(words: Words, index: int, core: str, subject: Subject) -> int:
    """The first word of the mention: a name joined by a hyphen, tussenvoegsels, initials, title."""
    first = _with_partner_before(words, index)
    if core == subject.parts.given:
        while _is_own_initial(words, first - 1, subject) and _stop_after(words, first - 1):
            first -= 1
    else:
        while words.same_name(first - 1) and _is_particle(words.stem(first - 1), subject):
            first -= 1
        while _is_initial_before(words, first - 1, subject):
            first -= 1
    return _with_title_before(words, first)


def _with_title_before(words: Words, first: int) -> int:
    """Include a form of address: "mevrouw", "dhr.", "de heer"."""
    before = first - 1
    joined = words.same_name(before) or _stop_after(words, before)
    if not joined or words.stem(before) not in TITLES:
        return first
    polite = words.stem(before) == "heer" and words.same_name(before - 1)
    return before - 1 if polite and words.stem(before - 1) == "de" else before


def _is_initial_before(words: Words, index: int, subject: Subject) -> bool:
    """Whether an initial stands before the surname; without a stop only if it is the right one."""
    if index < 0 or len(words.written(index)) != 1:
        return False
    own = _is_own_initial(words, index, subject)
    if not words.written(index).isupper():
        sure = _stop_after(words, index) or words.written(index) not in _SMALL_WORDS
        return own and sure and (words.same_name(index) or _stop_after(words, index))
    return (words.same_name(index) and own) or _stop_after(words, index)


def _is_own_initial(words: Words, index: int, subject: Subject) -> bool:
    """Whether this is the first letter of the whole name: "F. Fatima Amrani"."""
    if index < 0 or len(words.written(index)) != 1:
        return False
    return words.stem(index) == subject.parts.sequence[0][:1]


def _stop_after(words: Words, index: int) -> bool:
    """Whether only a full stop stands between this word and the next: "F. Amrani", "dhr. Vos"."""
    return 0 <= index < len(words) - 1 and words.between(index).rstrip(" \n") == "."


def _is_particle(word: str, subject: Subject) -> bool:
    return word in PARTICLES and subject.parts.particles.issuperset(full_particles(word))


def _with_partner_behind(words: Words, last: int) -> int:
    """Include the second half of a double name: "Jan-Willem", "Jansen-de Vries"."""
    if last + 1 >= len(words) or words.between(last) != "-":
        return last
    place = last + 1
    while words.stem(place) in PARTICLES and words.same_name(place):
        place += 1
    return place if words.capitalised(place) and len(words.written(place)) > 1 else last


def _with_partner_before(words: Words, first: int) -> int:
    """Include the first half of a double name: "Willem-Jan"."""
    before = first - 1
    joined = before >= 0 and words.between(before) == "-" and words.capitalised(before)
    return before if joined and len(words.written(before)) > 1 else first
