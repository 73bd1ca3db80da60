"""Plays a beraad again, edit by edit, the way a gespreksleider would write it down."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import MISSING, fields
from functools import partial
from itertools import pairwise
from typing import Any

from beraad.editing.editor import SessionEditor
from beraad.editing.operations import with_field
from beraad.editing.rewording import Worded, worded
from beraad.phases.course import Course
from beraad.records import Id, PhaseKey, Session
from beraad.records.anatomy import Address, single_sections
from beraad.training.reading import LINKS
from beraad.training.sections import LEFT_FOR_LATER, WRITTEN_IN

_YES = ("case_owner_agrees", "case_owner_agreed_on")
"""What the inbrenger says of the whole; what is written after it takes it back."""


def play(
    source: Session, editor: SessionEditor, *, before_phase: Callable[[PhaseKey], None]
) -> None:
    """Write a whole beraad into an editor that holds a blank one, ronde by ronde.

    Afterwards both say the same; only A and B keep the identity they had in the editor, and
    earlier wordings of the dilemma come about by changing it. `before_phase` is called before
    the opening and each ronde, in the order of this beraad.
    """
    player = _Player(source, editor)
    for phase in (PhaseKey.OPENING, *Course.of(source).keys):
        before_phase(phase)
        editor.go_to(phase)
        player.write(phase)
    player.agree()


class _Player:
    def __init__(self, source: Session, editor: SessionEditor) -> None:
        self._source = source
        self._editor = editor
        self._twins: dict[Id, Id] = {
            source.option_a.id: editor.session.option_a.id,
            source.option_b.id: editor.session.option_b.id,
        }

    def write(self, phase: PhaseKey) -> None:
        """Write down everything that belongs to one ronde."""
        if phase is PhaseKey.DILEMMA:
            self._find_words()
        for section in WRITTEN_IN[phase]:
            for record in self._due(section, phase):
                later = (
                    _YES if section == "conclusion" else LEFT_FOR_LATER.get((phase, section), ())
                )
                self._write_record(section, record, leaving_out=later)
        for item in self._source.parked:
            if item.phase is phase:
                self._write_record("parked", item)
        note = self._source.note_of(phase)
        if note is not None:
            self._editor.write_note(phase, note.text)

    def agree(self) -> None:
        """Let the inbrenger say yes, when all of it is there to be read."""
        conclusion = self._source.conclusion
        for name in _YES:
            self._editor.edit(Address("conclusion", name), getattr(conclusion, name))

    def _due(self, section: str, phase: PhaseKey) -> Iterator[Any]:
        """The records of a section that can be written by this ronde."""
        source = self._source
        if section in single_sections():
            yield getattr(source, section)
        elif phase is PhaseKey.DILEMMA:
            horns = {source.option_a.id, source.option_b.id}
            owner = "id" if section == "options" else "option_id"
            yield from (r for r in getattr(source, section) if getattr(r, owner) in horns)
        else:
            yield from getattr(source, section)

    def _find_words(self) -> None:
        """Come to the dilemma by way of its earlier wordings, each worked with for a while."""
        source, editor = self._source, self._editor
        wordings = [(w.moral_question, w.option_a, w.option_b) for w in source.wordings]
        last = worded(source)
        if wordings:
            editor.change(partial(_with_words, words=wordings[0]))
        for earlier, (_, later) in zip(source.wordings, pairwise([*wordings, last]), strict=True):
            editor.keep_wording()
            kept = editor.session.wordings[-1]
            editor.edit(Address("wordings", "reason", kept.id), earlier.reason)
            editor.change(partial(_with_words, words=later))

    def _write_record(
        self, section: str, record: Any, *, leaving_out: Collection[str] = ()
    ) -> None:
        """Make the editor's record say the same, adding it when it is not there yet."""
        values = {
            field.name: self._here(field.name, getattr(record, field.name))
            for field in fields(record)
            if field.name not in leaving_out
        }
        item = values.get("id")
        if item and all(there.id != item for there in getattr(self._editor.session, section)):
            needed = (field.name for field in fields(record) if field.default is MISSING)
            self._editor.add(section, type(record)(**{name: values[name] for name in needed}))
        for name, value in values.items():
            self._editor.edit(Address(section, name, item), value)

    def _here(self, name: str, value: Any) -> Any:
        """The value as the editor knows it: what points to A or B points to its own A or B."""
        return self._twins.get(value, value) if name == "id" or name in LINKS else value


def _with_words(session: Session, *, words: Worded) -> Session:
    """The session in which the dilemma is put like this, all at once."""
    question, option_a, option_b = words
    session = with_field(session, Address("dilemma", "moral_question"), question)
    session = with_field(session, Address("options", "text", session.option_a.id), option_a)
    return with_field(session, Address("options", "text", session.option_b.id), option_b)
