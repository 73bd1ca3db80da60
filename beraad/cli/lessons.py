"""`beraad lessen`: which leerverslagen there are, and in which a word stands."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from beraad.cli.streams import complain
from beraad.publishing.registering import lessons_in
from beraad.store.lesson_index import FoundLesson, LessonIndex
from beraad.store.places import register_path


def list_lessons(folder: Path, words: Sequence[str], say: Callable[[str], None]) -> None:
    """Say which approved leerverslagen hold all these words; all of them without words.

    Raises Solvable when the register cannot be read.
    """
    lessons = lessons_in(register_path(folder, practice=False), tell=complain)
    if not lessons:
        say(f"In {folder} staan nog geen leerverslagen in het register.")
        return
    asked = " ".join(words)
    with LessonIndex(lessons) as index:
        found = index.find(asked)
    if not found:
        say(f"Niets gevonden voor: {_shown(asked)}. Zoek met minder woorden.")
    for one in found:
        _tell(one, say)


def _tell(found: FoundLesson, say: Callable[[str], None]) -> None:
    content = found.lesson.content
    say(_shown(f"{content.title} ({found.lesson.season})"))
    passage = "".join(f"[{one.text}]" if one.hit else one.text for one in found.passage)
    for label, text in (
        ("waarden", content.value_conflict),
        ("knelpunt", content.bottleneck),
        ("thema’s", ", ".join(content.theme_list)),
        ("gevonden", passage),
    ):
        if text:
            say(f"  {label}: {_shown(text)}")


def _shown(text: str) -> str:
    """The text on one line, without what could steer a terminal."""
    return " ".join("".join(char if char.isprintable() else " " for char in text).split())
