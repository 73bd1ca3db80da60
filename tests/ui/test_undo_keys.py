"""Where the cursor goes when something was taken back."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLineEdit, QWidget

from beraad.records.anatomy import Address, place_of
from beraad.ui.widgets.fields import PLACE
from beraad.ui.widgets.parts import column
from beraad.ui.widgets.undo_keys import bring_in_sight
from tests.editing.support import blank


@pytest.fixture
def screen(qtbot):
    made = QWidget()
    inside = column(made)
    qtbot.addWidget(made)
    line, rows = QLineEdit(), QWidget()
    rows.setObjectName("list-values")
    column(rows)
    inside.addWidget(line)
    inside.addWidget(rows)
    with qtbot.waitExposed(made):
        made.show()
    line.setFocus()
    return made


def test_a_list_that_became_empty_gets_no_cursor(screen):
    assert bring_in_sight(screen, Address("values", "name", "weg"), blank())

    assert screen.findChild(QLineEdit).hasFocus()


def test_a_list_with_rows_gets_it_in_its_first_row(screen):
    rows = screen.findChild(QWidget, "list-values")
    row = QLineEdit()
    rows.layout().addWidget(row)
    row.show()

    assert bring_in_sight(screen, Address("values", "name", "weg"), blank())

    assert row.hasFocus()


def test_a_field_that_went_with_what_was_taken_back_gets_no_cursor(screen):
    field = QLineEdit()
    field.setProperty(PLACE, place_of(Address("case", "friction")))
    screen.layout().addWidget(field)
    field.hide()

    assert bring_in_sight(screen, Address("case", "friction"), blank())

    assert screen.findChild(QLineEdit).hasFocus()
    field.show()
    assert not field.hasFocus()
