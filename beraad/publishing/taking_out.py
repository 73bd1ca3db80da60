"""Taking a word out of everything there is, when somebody asks for that (AVG 17).

A beraad is emptied where it lies. The register only grows, and others have it too: a step is put in
other words, and a signal whose text had the word is written anew under another identity while the
old one is erased. So the word goes everywhere at the next meeting, and the team keeps what it is
owed.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import fields, replace
from datetime import datetime
from pathlib import Path
from typing import Any, TypeVar

from beraad.privacy.leaving.later import mark_of
from beraad.records import Event, Id, RegisteredSignal, Step, new_id
from beraad.signals.events import EventKind, step_of
from beraad.store import seeking
from beraad.store.places import register_path
from beraad.store.register import Register
from beraad.store.seeking import GONE, Sought, spelled, texts_in

R = TypeVar("R")


def told_of_others(sought: Sought, folder: Path) -> str:
    """Where words of the register still stand after they were taken out here; empty for none."""
    register = register_path(folder, practice=False)
    if all(mention.path != register for mention in sought.mentions):
        return ""
    return (
        "Was het al doorgegeven, dan staat het woord nog op de server van de gemeente en op andere "
        "laptops. Voeg samen of wissel uit: dan gaat het daar ook weg, en bij anderen zodra zij "
        "dat doen."
    )


def take_out(
    folder: Path,
    sought: Sought,
    word: str,
    *,
    now: datetime,
    tell: Callable[[int], None] = lambda _: None,
) -> Sought:
    """Take the word out of every file in which it was found, and throw away their backups.

    Returns what a new search finds: nothing, but for files that are open or cannot be read. Raises
    Solvable when the register cannot be written.
    """
    register = register_path(folder, practice=False)
    if any(not each.is_copy and each.path == register for each in sought.mentions):
        take_out_of_register(register, word)
    return seeking.take_out(folder, sought, word, now=now, tell=tell)


def take_out_of_register(path: Path, word: str) -> None:
    """Take the word out of signals, steps, leerverslagen and what is being typed.

    A question to teams in which it stands goes as a whole. Raises Solvable when the register cannot
    be written.
    """
    pattern = spelled(word)
    with Register.open(path) as register:
        for entity, events in _holding(register, pattern).items():
            _take_out_of(register, entity, events, pattern)
        for about in register.drafted():
            texts = register.drafts(about)
            cleaned = {field: pattern.sub(GONE, text) for field, text in texts.items()}
            if cleaned != texts:
                register.draft(about, cleaned)
        for lesson in register.lessons():
            content = _without(lesson.content, pattern)
            if content != lesson.content:
                register.put_lesson(replace(lesson, content=content))


def _holding(register: Register, pattern: re.Pattern[str]) -> dict[Id, list[Event]]:
    found: dict[Id, list[Event]] = defaultdict(list)
    for kind in EventKind:
        for each in register.events(kind):
            if each.payload and any(map(pattern.search, texts_in(json.loads(each.payload)))):
                found[each.entity].append(each)
    return found


def _take_out_of(
    register: Register, entity: Id, events: list[Event], pattern: re.Pattern[str]
) -> None:
    signal = register.folded(entity).signal
    if signal is None:
        register.remove(entity)
    elif any(each.kind != EventKind.STEP for each in events):
        _write_anew(register, signal, pattern)
    else:
        touched = {step_of(each).id for each in events}
        for step in signal.steps:
            if step.id in touched:
                register.reword(entity, _reworded(step, pattern))


def _write_anew(register: Register, signal: RegisteredSignal, pattern: re.Pattern[str]) -> None:
    drafts = register.drafts(signal.id)
    anew = replace(
        _without(signal, pattern),
        id=new_id(),
        content=_without(signal.content, pattern),
        steps=tuple(_reworded(step, pattern) for step in signal.steps),
    )
    register.replace(signal.id, anew)
    register.draft(anew.id, drafts)


def _reworded(step: Step, pattern: re.Pattern[str]) -> Step:
    """A step without the word; who read it before read it so."""
    was_read = step.read == mark_of(step)
    without = _without(step, pattern)
    return replace(without, read=mark_of(without)) if was_read else without


def _without(record: R, pattern: re.Pattern[str]) -> R:
    changed = dict(_changed(record, pattern))
    return replace(record, **changed) if changed else record  # type: ignore[type-var]


def _changed(record: Any, pattern: re.Pattern[str]) -> Iterator[tuple[str, str]]:
    for field in fields(record):
        text = getattr(record, field.name)
        if type(text) is str and field.name != "id" and pattern.search(text):
            yield field.name, pattern.sub(GONE, text)
