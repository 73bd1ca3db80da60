"""Who and what is known in a beraad, and what stands in the place of each."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from beraad.privacy.dutch.gender import Gender, gender_of
from beraad.privacy.dutch.naming import NameParts, name_parts, names_a_person, words_of
from beraad.privacy.dutch.placeholders import (
    CASE_OWNER,
    FACILITATOR,
    LEFT_OUT,
    NAME,
    PARTICIPANT,
    PERSON,
    bracketed,
)
from beraad.privacy.dutch.vocabulary import PARTICLES
from beraad.privacy.find import FindKind
from beraad.records import KnownWord, Part, Participant, Session

_OWN_WORDS: Mapping[Part, str] = {Part.CASE_OWNER: CASE_OWNER, Part.FACILITATOR: FACILITATOR}


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """Somebody, or something, that is known to be taken out.

    Attributes:
        suggestion: the replacement that every mention gets.
        chosen: a person added this word, so that every mention counts as meant.
        wished: that person also said what should stand there.
        gender: as whom somebody is spoken of, by form of address or first name; None when neither
            tells.
    """

    key: str
    kind: FindKind
    parts: NameParts
    suggestion: str
    chosen: bool = False
    wished: bool = False
    gender: Gender | None = None


def participants(session: Session) -> list[Subject]:
    """The named participants. Their numbers follow no order that can be seen elsewhere."""
    named = [person for person in session.participants if name_parts(person.name).sequence]
    shuffled = sorted(named, key=lambda person: _lot(session, person))
    parts = Counter(person.part for person in named)
    numbers: Counter[str] = Counter()
    subjects: list[Subject] = []
    for person in shuffled:
        word = _OWN_WORDS.get(person.part, PARTICIPANT)
        numbers[word] += 1
        alone = word != PARTICIPANT and parts[person.part] == 1
        subjects.append(
            Subject(
                key=f"participant:{person.id}",
                kind=FindKind.PARTICIPANT,
                parts=name_parts(person.name),
                suggestion=f"de {word}" if alone else f"{word} {numbers[word]}",
                gender=gender_of(person.name),
            )
        )
    return subjects


def _lot(session: Session, person: Participant) -> str:
    """A place in line that stays the same in this beraad and says nothing about the person."""
    return hashlib.sha256(f"{session.id}/{person.id}".encode()).hexdigest()


def added(word: KnownWord) -> Subject:
    """A word that the gespreksleider wants taken out; the name of a person also in parts."""
    person = names_a_person(word.word)
    parts = name_parts(word.word)
    if not person:
        sequence = words_of(word.word)
        single = len(sequence) == 1 and sequence[0] not in PARTICLES
        parts = NameParts(
            sequence=() if set(sequence) <= PARTICLES else sequence,
            cores=frozenset(sequence) if single else frozenset(),
            given="",
            particles=frozenset(),
            initials=frozenset(),
        )
    return Subject(
        key=f"word:{word.id}",
        kind=FindKind.KNOWN_WORD,
        parts=parts,
        suggestion=word.replacement.strip() or bracketed(_label(parts, person=person)),
        chosen=True,
        wished=bool(word.replacement.strip()),
        gender=gender_of(word.word) if person else None,
    )


def _label(parts: NameParts, *, person: bool) -> str:
    """A first name and a surname are a person; one name may also be that of a school or street."""
    if not person:
        return LEFT_OUT
    return PERSON if parts.given and len(parts.sequence) > 1 else NAME


def named(names: Iterable[str]) -> list[Subject]:
    """Participants of whom nothing but the name is known."""
    return [
        Subject(
            key=f"participant:{' '.join(words_of(name))}",
            kind=FindKind.PARTICIPANT,
            parts=name_parts(name),
            suggestion=f"{PARTICIPANT} {number}",
        )
        for number, name in enumerate(names, start=1)
    ]
