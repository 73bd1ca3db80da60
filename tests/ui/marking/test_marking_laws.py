from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QTextCursor

from beraad.privacy.review.marks import read_marks
from beraad.records.anatomy import Address
from beraad.ui.marking.field_marks import FieldMarks
from beraad.ui.widgets.text_field import TextField
from tests.editing.support import blank, editor

SITUATION = Address("case", "situation")

pieces = st.sampled_from(
    (
        "Mevrouw Belkacem",
        " woont in Assen. ",
        "👩🏽‍⚖️ ",
        "\n",
        "BSN 999990019, ",
        "هي قالت ",
        "Zoë en Gyōző ",
        "43 jaar ",
    )
)
stories = st.lists(pieces, max_size=8).map("".join)


@pytest.fixture(scope="module")
def field(qapp):
    made = TextField()
    yield made
    made.deleteLater()


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(story=stories, places=st.tuples(st.integers(0, 200), st.integers(0, 200)))
def test_marking_changes_neither_text_nor_selection_nor_undo(field, story, places):
    written = editor(blank())
    written.edit(SITUATION, story)
    field.show_value(written.session.case.situation)
    told = []
    field.edited.connect(told.append)
    text = field.toPlainText()
    cursor = QTextCursor(field.document())
    last = field.document().characterCount() - 1
    cursor.setPosition(min(places[0], last))
    cursor.setPosition(min(places[1], last), QTextCursor.MoveMode.KeepAnchor)
    field.setTextCursor(cursor)
    before = (cursor.anchor(), cursor.position(), field.document().isModified())
    undo, session = written.can_undo, written.session

    found = read_marks(session, lambda: False).get(text, ())
    marks = FieldMarks(field)
    marks.show_marks(text, found, "#7d5200")
    marks.show_marks(text, (), "")
    marks.show_marks(text, found, "#7d5200")

    now = field.textCursor()
    assert (now.anchor(), now.position(), field.document().isModified()) == before
    assert field.toPlainText() == text
    assert told == []
    assert (written.can_undo, written.session) == (undo, session)
    assert not field.document().isUndoAvailable()
    assert [each.mark for each in marks.standing] == list(found)
    field.edited.disconnect(told.append)


@given(story=stories)
def test_marks_are_exactly_the_words_that_were_found(field, story):
    session = editor(blank())
    session.edit(SITUATION, story)
    field.show_value(session.session.case.situation)
    text = field.toPlainText()
    found = read_marks(session.session, lambda: False).get(text, ())

    marks = FieldMarks(field)
    marks.show_marks(text, found, "#7d5200")

    for mark in found:
        assert text[mark.find.start : mark.find.end] == mark.find.text
    shown = [placed.cursor.selectedText() for placed in marks.standing]
    assert [text.replace("\u2029", "\n") for text in shown] == [mark.find.text for mark in found]
