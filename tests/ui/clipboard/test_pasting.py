from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QToolTip

from beraad.ui.clipboard.pasted import NO_FILE
from beraad.ui.widgets.line_edit import LineEdit
from beraad.ui.widgets.text_field import TextField

PATH = "/home/jdevries/Dossier Fatima el Amrani.docx"


@pytest.fixture(params=[TextField, LineEdit])
def field(request, qtbot):
    made = request.param()
    qtbot.addWidget(made)
    made.resize(300, 40)
    with qtbot.waitExposed(made):
        made.show()
    made.setFocus()
    yield made
    QGuiApplication.clipboard().clear()
    QToolTip.hideText()


def text_of(field):
    return field.toPlainText() if isinstance(field, TextField) else field.text()


def a_file():
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(PATH)])
    data.setText(PATH)
    return data


def a_layout():
    data = QMimeData()
    data.setHtml("<p>De <b>termijn</b> is</p><p>te kort&nbsp;<img src='file:///x.png'></p>")
    return data


def drop(field, data):
    target = field.viewport() if isinstance(field, TextField) else field
    how = (Qt.DropAction.MoveAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier(0))
    entering = QDragEnterEvent(QPointF(5, 5).toPoint(), *how)
    QGuiApplication.sendEvent(target, entering)
    assert entering.isAccepted()
    dropped = QDropEvent(QPointF(5, 5), *how)
    QGuiApplication.sendEvent(target, dropped)
    return dropped.isAccepted()


def paste(field, qtbot, data):
    QGuiApplication.clipboard().setMimeData(data)
    qtbot.keyClick(field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def test_a_dropped_file_is_refused_with_a_word_and_left_where_it_is(field):
    was_taken = drop(field, a_file())

    assert text_of(field) == ""
    assert QToolTip.text() == NO_FILE
    assert not was_taken


def test_a_copied_file_is_refused_with_a_word(field, qtbot):
    paste(field, qtbot, a_file())

    assert text_of(field) == ""
    assert QToolTip.text() == NO_FILE


def test_a_layout_without_text_is_pasted_as_its_text(field, qtbot):
    paste(field, qtbot, a_layout())

    assert " ".join(text_of(field).replace("\ufffc", "").split()) == "De termijn is te kort"
    assert "<" not in text_of(field)


def test_a_layout_without_text_is_dropped_as_its_text(field):
    assert drop(field, a_layout())

    assert " ".join(text_of(field).replace("\ufffc", "").split()) == "De termijn is te kort"


def test_a_link_to_a_page_is_only_text(field, qtbot):
    data = QMimeData()
    data.setUrls([QUrl("https://voorbeeld.example/regeling")])
    data.setText("https://voorbeeld.example/regeling")

    paste(field, qtbot, data)

    assert text_of(field) == "https://voorbeeld.example/regeling"


def test_several_lines_become_one_in_a_line(qtbot):
    made = LineEdit()
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    data = QMimeData()
    data.setText("een\ntwee\r\ndrie")

    paste(made, qtbot, data)

    assert made.text() == "een twee drie"
