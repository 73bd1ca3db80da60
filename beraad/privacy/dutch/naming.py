"""How a Dutch name is put together, and in which parts it may turn up in a text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import takewhile

from beraad.privacy.dutch.folding import fold
from beraad.privacy.dutch.vocabulary import (
    CALLED_PARTICLES,
    LEADING_PARTICLES,
    NOT_NAMES,
    ORDINARY_WORDS,
    ORGANISATION_ENDINGS,
    PARTICLE_FORMS,
    PARTICLES,
    TITLES,
)

WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*|\d+")
"""A word of letters, with the apostrophes inside it, or a number."""

_SHORTEST_JOINED = 5
_SHORTEST_AFTER_APOSTROPHE = 4
_MOST_PARTS_OF_A_PERSON = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class NameParts:
    """A name taken apart, in comparable form.

    Attributes:
        sequence: all its words in order, without forms of address.
        cores: the parts that point to this person on their own; never a tussenvoegsel.
        given: the first name; empty when only a surname is known.
        particles: its tussenvoegsels, each in full.
        initials: the ways in which it is shortened to first letters.
    """

    sequence: tuple[str, ...]
    cores: frozenset[str]
    given: str
    particles: frozenset[str]
    initials: frozenset[tuple[str, ...]]


def normal(word: str) -> str:
    """One spelling for a word with apostrophes inside: "o'brien" and "obrien" are the same."""
    return word.replace("'", "")


def full_particles(word: str) -> tuple[str, ...]:
    """What a tussenvoegsel stands for: "v" for "van", "vd" for "van de"."""
    return PARTICLE_FORMS.get(word, (word,))


def words_of(text: str) -> tuple[str, ...]:
    """The words of a text in comparable form."""
    return tuple(normal(word) for word in WORD.findall(fold(text).lower))


def pointing(words: Iterable[str]) -> tuple[str, ...]:
    """The words of a name that point to somebody; a tussenvoegsel does when it is all there is."""
    name = tuple(words)
    cores = tuple(word for word in name if word not in PARTICLES)
    return cores or tuple(word for word in name if word in CALLED_PARTICLES)


def name_parts(name: str) -> NameParts:
    """Take a name apart. A name without anything that points to somebody has no cores."""
    lower = fold(name).lower
    raw = [word for word in WORD.findall(lower) if word not in TITLES]
    sequence = tuple(map(normal, raw))
    if "".join(sequence) in NOT_NAMES:
        sequence = ()
    particles = _particle_flags(sequence)
    cores = [
        word
        for word, particle in zip(sequence, particles, strict=True)
        if not particle and len(word) > 1 and word not in NOT_NAMES
    ]
    given = _given(sequence, particles, surname_first="," in lower)
    return NameParts(
        sequence=sequence,
        cores=frozenset(cores) | _joined(lower, sequence, particles) | _after_apostrophe(raw),
        given=given if given in cores else "",
        particles=frozenset(
            full
            for word, particle in zip(sequence, particles, strict=True)
            if particle
            for full in full_particles(word)
        ),
        initials=_initials(sequence, particles),
    )


def names_a_person(text: str) -> bool:
    """Whether a word that somebody added reads as the name of a person, not of a place or team."""
    written = WORD.findall(fold(text).cased)
    parts = name_parts(text)
    cores = [word for word in written if normal(word.lower()) in parts.cores]
    return (
        0 < len(cores) <= _MOST_PARTS_OF_A_PERSON
        and all(word.isalpha() or "'" in word for word in written)
        and all(word[0].isupper() and word[1:].islower() for word in cores)
        and not any(core.endswith(ORGANISATION_ENDINGS) for core in parts.cores)
        and (len(cores) == 1 or not parts.cores & ORDINARY_WORDS or bool(parts.particles))
    )


def _particle_flags(sequence: Sequence[str]) -> list[bool]:
    """Which words are tussenvoegsels: only before another word, or when they are nothing else."""
    return [
        word in LEADING_PARTICLES or (word in PARTICLES and 0 < place < len(sequence) - 1)
        for place, word in enumerate(sequence)
    ]


def _given(sequence: Sequence[str], particles: Sequence[bool], *, surname_first: bool) -> str:
    """The first name, if the name has more than one word that is not a tussenvoegsel."""
    names = [word for word, flag in zip(sequence, particles, strict=True) if not flag]
    if len(names) == 1 and any(particles):
        return ""
    if surname_first:
        return names[-1] if names else ""
    return names[0] if names and not particles[0] else ""


def _joined(lower: str, sequence: Sequence[str], particles: Sequence[bool]) -> frozenset[str]:
    """Parts that people also write as one word: "elamrani", "janwillem"."""
    joined = {normal("".join(WORD.findall(part))) for part in lower.split() if "-" in part}
    for place, particle in enumerate(particles):
        if particle and (place == 0 or not particles[place - 1]):
            run = list(takewhile(lambda index: particles[index], range(place, len(sequence))))
            if run[-1] + 1 < len(sequence):
                joined.add("".join(sequence[place : run[-1] + 2]))
    return frozenset(word for word in joined if len(word) >= _SHORTEST_JOINED)


def _after_apostrophe(raw: Sequence[str]) -> frozenset[str]:
    """The main part of "o'brien" and "d'angelo", as some leave the first letter out."""
    return frozenset(
        part
        for word in raw
        for part in word.split("'")[1:]
        if len(part) >= _SHORTEST_AFTER_APOSTROPHE
    )


def _initials(sequence: Sequence[str], particles: Sequence[bool]) -> frozenset[tuple[str, ...]]:
    """First letters with and without tussenvoegsels; what is already initials counts as such."""
    letters = tuple(word[0] for word in sequence)
    names = tuple(letter for letter, flag in zip(letters, particles, strict=True) if not flag)
    ends = (names[0], names[-1]) if len(names) > 1 else ()
    alone = all(len(word) == 1 for word in sequence)
    return frozenset(form for form in (letters, names, ends) if len(form) > 1 or (form and alone))
