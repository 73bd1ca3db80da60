"""When a leerverslag may enter the register, and whether what stands there still says the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from beraad.errors import Solvable
from beraad.lessons.approver import refused
from beraad.lessons.own_team import named
from beraad.lessons.risks import replaced, risks
from beraad.privacy.clean import clean
from beraad.privacy.dutch.lexicon import Lexicon
from beraad.privacy.finding.finding import find
from beraad.privacy.leaving.lesson import CleanedLesson, clean_lesson
from beraad.privacy.review.survey import Finding
from beraad.privacy.signs.known.known_names import KnownNames
from beraad.publishing.layers import PUBLICATIONS, waits
from beraad.publishing.versions import standing, version
from beraad.records import Layer, Lesson, RegisteredLesson, Session, Version
from beraad.report.edition import Edition

_NEEDED = (
    ("title", "een titel"),
    ("value_conflict", "welke waarden botsen"),
    ("lesson", "de les"),
)


class Approved(NamedTuple):
    """A leerverslag on its way into the register, and the version that the beraad keeps of it."""

    lesson: RegisteredLesson
    version: Version


def missing(
    session: Session, found: Iterable[Finding], lexicon: Lexicon | None = None
) -> Iterator[str]:
    """What has to be done before anybody can approve; each a short Dutch sentence.

    `found` are the finds that stand in the leerverslag.
    """
    lesson, found = session.lesson, tuple(found)
    lacking = [words for field, words in _NEEDED if not getattr(lesson, field).strip()]
    if lacking:
        yield f"Er ontbreekt nog: {', '.join(lacking)}."
    waiting = sum(map(waits, found))
    if waiting:
        places = "Eén plek" if waiting == 1 else f"{waiting} plekken"
        yield f"{places} in de tekst wacht{'' if waiting == 1 else 'en'} op een besluit."
    yield from risks(session, clean(session, lexicon), found)
    yield from replaced(lesson, clean_lesson(session, lexicon).content)
    yield from named(session, lexicon)
    if not (lesson.general_words and lesson.no_local_detail and lesson.nobody_recognised):
        yield "Vink de drie vragen aan als je ze hebt nagegaan."
    if not lesson.approved_by.strip():
        yield "Wie keurt goed? Vul een rol in."
    elif no_other := refused(session):
        yield no_other
    elif _names_somebody(session, lexicon):
        yield "Bij wie goedkeurt hoort een rol te staan, geen naam."


def approved(session: Session, lexicon: Lexicon | None = None, *, today: date) -> Approved:
    """The leerverslag as it enters the register, approved today, under an identity by chance.

    Raises Solvable for an oefening, which never stands among real ones, and when something is
    still open.
    """
    if session.is_practice:
        raise Solvable(
            "Een leerverslag uit een oefening komt niet in het register.",
            kept="Je oefening is bewaard.",
            way_out="Je kunt het wel nalezen en als PDF bekijken.",
        )
    if undone := " ".join(missing(session, _found(session, lexicon), lexicon)):
        raise Solvable("Goedkeuren kan nog niet.", kept="Je tekst is bewaard.", way_out=undone)
    cleaned = clean_lesson(session, lexicon)
    content = replace(cleaned.content, approved_on=today)
    document = PUBLICATIONS[Layer.LEARNING].compose(
        replace(session, lesson=replace(session.lesson, approved_on=today)), lexicon
    )
    now = standing(document, session.versions, Layer.LEARNING)
    mark = Edition(number=now.number, final=True, made_on=today, changed=now.changed)
    kept = version(mark, document, Layer.LEARNING)
    return Approved(RegisteredLesson(id=kept.id, content=content, season=cleaned.season), kept)


def stands(cleaned: CleanedLesson, kept: RegisteredLesson) -> bool:
    """Whether what was approved is what the leerverslag says now."""
    return _said(cleaned.content) == _said(kept.content)


def _said(content: Lesson) -> Lesson:
    """The words alone: ticking a box again, or another day, is no other leerverslag."""
    return replace(
        content,
        general_words=True,
        no_local_detail=True,
        nobody_recognised=True,
        approved_by="",
        approved_on=None,
    )


def _found(session: Session, lexicon: Lexicon | None) -> tuple[Finding, ...]:
    return PUBLICATIONS[Layer.LEARNING].findings(session, lexicon)


def _names_somebody(session: Session, lexicon: Lexicon | None) -> bool:
    return bool(find(session.lesson.approved_by, KnownNames.of(session), lexicon))
