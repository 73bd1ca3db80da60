"""A narrow column makes room for a word, or the row becomes a column; it breaks no word."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QScrollArea

from beraad.records.anatomy import addressed_texts
from beraad.ui.widgets.text_field import TextField
from tools.scenes import Before

LONG = "kwaliteitsmedewerker"
SETTLED = 30


def is_of_a_talk(scene):
    return scene.window is None and scene.name.startswith(("ronde", "opening"))


def broken_words(window):
    """Words with the end of a line in them."""
    for field in window.findChildren(TextField):
        block = field.document().firstBlock()
        while field.isVisible() and block.isValid():
            text, layout = block.text(), block.layout()
            for number in range(1, layout.lineCount()):
                place = layout.lineAt(number).textStart()
                if text[place - 1].isalnum() and text[place].isalnum():
                    yield field.objectName(), text
            block = block.next()


@pytest.mark.parametrize(
    ("percent", "size"),
    [(100, (1366, 768)), (130, (1366, 768)), (200, (1366, 768)), (200, (683, 384))],
)
def test_no_word_is_broken_in_a_narrow_column(visit, percent, size):
    faults, written = [], []

    def inspect(scene, window):
        editor = window.beraad.workspace.editor
        if not written:
            for address, text in tuple(addressed_texts(editor.session)):
                if text:
                    editor.edit(address, f"{text} {LONG}")
                    written.append(text)
        window.resize(*size)
        for _ in range(SETTLED):
            QApplication.processEvents()
        faults.extend(f"{scene.name}: {name}: {text}" for name, text in broken_words(window))
        faults.extend(
            f"{scene.name} scrolls sideways"
            for area in window.findChildren(QScrollArea)
            if area.isVisible() and area.horizontalScrollBar().maximum() > 0
        )

    visit(Before.WRITTEN_TALK, inspect, only=is_of_a_talk, percent=percent)

    assert written
    assert "\n".join(faults) == ""


def test_no_word_of_a_practice_case_is_broken(visit):
    """The only text of a field is then just as wide as the field asks for."""
    faults, seen = [], []

    def inspect(scene, window):
        window.resize(1366, 768)
        for _ in range(SETTLED):
            QApplication.processEvents()
        faults.extend(f"{scene.name}: {name}: {text}" for name, text in broken_words(window))
        seen.extend(
            field
            for field in window.findChildren(TextField)
            if field.isVisible() and field.toPlainText() == LONG
        )

    visit(Before.WRITTEN_TALK, inspect, only=is_of_a_talk)

    assert seen
    assert "\n".join(faults) == ""
