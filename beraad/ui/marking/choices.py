"""What somebody can do about a mark while writing."""

from __future__ import annotations

from functools import partial

from PySide6.QtGui import QAction, QTextCursor
from PySide6.QtWidgets import QMenu

from beraad.editing.decisions import decided
from beraad.editing.editor import SessionEditor
from beraad.phases.wording import NO_NAME
from beraad.privacy.dutch.placeholders import is_bracketed
from beraad.privacy.review.marks import Mark
from beraad.records import KnownWord, Verdict, new_id
from beraad.ui.announce import announce
from beraad.ui.marking.field_marks import Placed
from beraad.ui.marking.wording import LEAVE, REPLACE_KEY, may_be_no_name, replacing
from beraad.ui.widgets.text_field import TextField

_NO_NAME = "geen naam"
_LEFT = "gekozen tijdens het schrijven"


def replace_words(editor: SessionEditor, field: TextField, placed: Placed) -> None:
    """Put the general words there instead: an edit of its own, that can be undone."""
    _remember(editor, placed.mark)
    editor.begin_step()
    cursor = QTextCursor(placed.cursor)
    cursor.setKeepPositionOnInsert(False)
    cursor.insertText(placed.mark.instead)
    field.setTextCursor(cursor)
    editor.begin_step()
    announce(field, f"Vervangen door {placed.mark.instead.strip('[]')}.")


def _remember(editor: SessionEditor, mark: Mark) -> None:
    """Keep which name got which number, so that the same person gets the same one everywhere."""
    name, instead = mark.find.text, mark.instead[0] + mark.instead[1:].lower()
    if mark.find.key.startswith("name:") and is_bracketed(instead):
        known = {one.word.casefold() for one in editor.session.known_words}
        if name.casefold() not in known:
            editor.add("known_words", KnownWord(id=new_id(), word=name, replacement=instead))


def keep_words(editor: SessionEditor, placed: Placed, *, reason: str) -> None:
    """Let these words stay wherever they stand; the review remembers it."""
    key = placed.mark.find.key
    editor.change(partial(decided, key=key, verdict=Verdict.KEEP, reason=reason))


def add_choices(menu: QMenu, editor: SessionEditor, field: TextField, placed: Placed) -> None:
    """Put the choices for a mark above the others in the menu of a field, which is not empty."""
    replace = partial(replace_words, editor, field, placed)
    choices = [(f"{replacing(placed.mark)}\t{REPLACE_KEY}", replace)]
    if may_be_no_name(placed.mark):
        choices.append((NO_NAME, partial(keep_words, editor, placed, reason=_NO_NAME)))
    choices.append((LEAVE, partial(keep_words, editor, placed, reason=_LEFT)))
    ours: list[QAction] = []
    for text, choose in choices:
        action = QAction(text.replace("&", "&&"), menu)
        action.triggered.connect(choose)
        ours.append(action)
    first = menu.actions()[0]
    menu.insertActions(first, ours)
    menu.insertSeparator(first)
