"""Approving the leerverslag of the open beraad: kept in its file first, then in the register."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from beraad.editing.autosave import Failed
from beraad.errors import Solvable
from beraad.publishing.approving import approved
from beraad.publishing.registering import put_lesson
from beraad.records import RegisteredLesson
from beraad.ui.workspace import Workspace


def approved_into(workspace: Workspace, register: Path, *, today: date) -> RegisteredLesson:
    """Put the leerverslag in the register under an identity that only this beraad knows.

    What is broken off halfway leaves at worst a version that stands nowhere. Raises Solvable when
    it may not enter, or cannot be kept or written; then nothing was approved.
    """
    editor = workspace.editor
    lesson, version = approved(editor.session, workspace.lexicon, today=today)
    editor.issue(version)
    state = workspace.keep()
    try:
        if isinstance(state, Failed):
            raise state.problem
        put_lesson(editor.session, lesson, register)
    except Solvable:
        editor.withdraw(version)
        workspace.keep()
        raise
    return lesson
