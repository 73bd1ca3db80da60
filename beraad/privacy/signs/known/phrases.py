"""Finds known names and words that are more than one word, as a whole."""

from __future__ import annotations

from collections.abc import Iterator

from beraad.privacy.signs.known.known_names import KnownNames
from beraad.privacy.signs.known.runs import Run
from beraad.privacy.signs.known.subjects import Subject
from beraad.privacy.text.words import Words, stem


def phrases(words: Words, known: KnownNames) -> Iterator[Run]:
    """Yield every place where all words of a name or phrase stand in order."""
    if not known.by_first:
        return
    begun_by = known.remembered(_begun_by)
    openings = {written: subjects for written in words.different if (subjects := begun_by[written])}
    if not openings:
        return
    for index in words.places(openings):
        for subject in openings[words.written(index)]:
            last = index + len(subject.parts.sequence) - 1
            if last < len(words) and _stands_at(words, index, subject):
                yield Run(
                    subject=subject,
                    first=index,
                    last=last,
                    start=words.start(index),
                    end=words.end(last),
                )


def _begun_by(written: str, known: KnownNames) -> tuple[Subject, ...]:
    """Whose whole name begins with a word."""
    return known.by_first.get(stem(written.casefold()), ())


def _stands_at(words: Words, index: int, subject: Subject) -> bool:
    sequence = subject.parts.sequence
    belong_together = words.same_name if subject.parts.given else words.same_phrase
    return all(words.stem(index + offset) == word for offset, word in enumerate(sequence)) and all(
        belong_together(index + offset) for offset in range(len(sequence) - 1)
    )
