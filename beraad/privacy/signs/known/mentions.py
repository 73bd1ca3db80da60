"""Finds known names and words: also in part, shortened, inflected and stuck to another word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from beraad.privacy.dutch.placeholders import ONE_OF_US, PERSON, bracketed
from beraad.privacy.dutch.vocabulary import ORDINARY_WORDS, PARTICLES
from beraad.privacy.find import Certainty, Find, FindKind
from beraad.privacy.signs.known.initials import initials
from beraad.privacy.signs.known.known_names import KnownNames
from beraad.privacy.signs.known.phrases import phrases
from beraad.privacy.signs.known.recognising import How, Recognised, recognise
from beraad.privacy.signs.known.runs import Run, run
from beraad.privacy.signs.known.spaced import spaced
from beraad.privacy.signs.known.subjects import Subject
from beraad.privacy.text.page import Page
from beraad.privacy.text.words import Words

_REASONS = {
    FindKind.PARTICIPANT: "naam van een deelnemer",
    FindKind.KNOWN_WORD: "toegevoegd woord",
}
_INITIALS = "initialen van een deelnemer"
_APART = "naam met de letters uit elkaar"
_ORDINARY = "ook een gewoon woord"
_GLUED = "naam vast aan een ander woord"
_SHARED = "naam van meer dan één deelnemer"


def mentions(page: Page, known: KnownNames) -> Iterator[Find]:
    """Yield every mention of what is known; they may overlap each other."""
    for start, end, subjects in initials(page, known):
        subject = _meant(subjects)
        yield _find(page, start, end, subject, certainty=Certainty.LIKELY, reason=_INITIALS)
    for start, end, subjects in spaced(page, known):
        subject = _meant(subjects)
        yield _find(page, start, end, subject, certainty=Certainty.LIKELY, reason=_APART)
    words = Words(page)
    for phrase in phrases(words, known):
        yield _find(page, phrase.start, phrase.end, phrase.subject, certainty=Certainty.CERTAIN)
    recognised_in = known.remembered(recognise)
    seen = {
        written: recognised for written in words.different if (recognised := recognised_in[written])
    }
    if not seen:
        return
    last = -1
    for index in words.places(seen):
        if index > last:
            recognised = seen[words.written(index)]
            runs = [run(words, index, recognised, subject) for subject in recognised.subjects]
            longest = max(runs, key=lambda one: one.length)
            ties = [one.subject for one in runs if one.length == longest.length]
            yield _mention(words, longest, recognised, _meant(ties, recognised.core))
            last = longest.last


def _mention(words: Words, found: Run, recognised: Recognised, subject: Subject) -> Find:
    """The find for a run, with a key of its own where a person may want to decide apart."""
    page = words.page
    text = page.cased[found.start : found.end]
    if recognised.how is How.GLUED:
        return _find(
            page,
            found.start,
            found.end,
            subject,
            certainty=Certainty.POSSIBLE,
            reason=_GLUED,
            apart=words.stem(found.first),
        )
    bare = text.islower() and _stands_alone(words, found, recognised.core)
    if bare and not subject.chosen and recognised.core in ORDINARY_WORDS:
        return _find(
            page,
            found.start,
            found.end,
            subject,
            certainty=Certainty.POSSIBLE,
            reason=_ORDINARY,
            apart=recognised.core,
        )
    sure = subject.chosen or not text.islower()
    certainty = Certainty.CERTAIN if sure else Certainty.LIKELY
    return _find(page, found.start, found.end, subject, certainty=certainty, tail=found.tail)


def _stands_alone(words: Words, found: Run, core: str) -> bool:
    """Whether nothing but a tussenvoegsel says that this word is a name: "de boer"."""
    *before, last = (words.stem(index) for index in range(found.first, found.last + 1))
    return last == core and len(before) <= 1 and PARTICLES.issuperset(before)


def _find(
    page: Page,
    start: int,
    end: int,
    subject: Subject,
    *,
    certainty: Certainty,
    reason: str = "",
    apart: str = "",
    tail: str = "",
) -> Find:
    shared = "+" in subject.key and subject.kind is FindKind.PARTICIPANT
    return page.mark(
        subject.kind,
        start,
        end,
        key=f"{subject.key}:{apart}" if apart else subject.key,
        certainty=certainty,
        reason=reason or (_SHARED if shared else _REASONS[subject.kind]),
        suggestion=subject.suggestion,
        identity=subject.key,
        tail=tail,
    )


def _meant(subjects: Sequence[Subject], core: str = "") -> Subject:
    """Who is meant: whoever somebody added this very word for, else a participant, else anyone."""
    for wanted in (
        [one for one in subjects if one.chosen and one.parts.sequence == (core,)],
        [one for one in subjects if one.wished],
        [one for one in subjects if not one.chosen],
    ):
        if wanted:
            return _together(wanted)
    return _together(subjects)


def _together(subjects: Sequence[Subject]) -> Subject:
    """One subject for a name that several have, so that nobody is taken for another."""
    first = subjects[0]
    if len(subjects) == 1 or (first.wished and len({one.suggestion for one in subjects}) == 1):
        return first
    return Subject(
        key="+".join(sorted(subject.key for subject in subjects)),
        kind=first.kind,
        parts=first.parts,
        suggestion=bracketed(PERSON) if first.chosen else ONE_OF_US,
        chosen=first.chosen,
    )
