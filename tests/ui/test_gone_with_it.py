"""What goes with a record that is removed is said, of every record alike."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLabel

from beraad.records import Option, Participant, PhaseKey, Progress, new_id
from beraad.ui.widgets.record_list import RecordList
from tests.editing.support import blank

PERSON, OTHER = (Participant(id=new_id(), role=role) for role in ("jurist", "consulent"))
CHOSEN, NOT_CHOSEN = (Option(id=new_id(), text=text) for text in ("Samen bellen", "Wachten"))
_AGAIN = "Koos iemand dit, dan kiest die opnieuw"


@pytest.fixture
def screen(screen_of):
    session = blank()
    return screen_of(
        replace(
            session,
            options=(*session.options, CHOSEN, NOT_CHOSEN),
            participants=(PERSON, OTHER),
            progress=Progress(phase=PhaseKey.ALTERNATIVES),
        )
    )


def removed(screen, section, item):
    """What is told when this record is removed."""
    rows = next(r for r in screen.findChildren(RecordList, f"list-{section}") if r.isVisible())
    rows._on_remove_wish(item)
    told = rows.findChild(QLabel, "told")
    assert told.isVisible()
    return told.text()


@pytest.mark.parametrize("option", [CHOSEN, NOT_CHOSEN])
def test_that_a_choice_goes_with_an_option_is_said_chosen_or_not(screen, option):
    screen._editor.weigh(PERSON.id, "choice_id", CHOSEN.id)

    assert removed(screen, "options", option.id) == f"Alternatief verwijderd. {_AGAIN} · Ctrl+Z"


def test_it_is_not_said_before_anybody_wrote(screen):
    assert removed(screen, "options", CHOSEN.id) == "Alternatief verwijderd · Ctrl+Z"


def test_what_comes_back_is_called_an_alternative(screen):
    removed(screen, "options", CHOSEN.id)

    screen.undo()

    rows = next(r for r in screen.findChildren(RecordList, "list-options") if r.isVisible())
    assert rows.findChild(QLabel, "told").text() == "Weer terug: alternatief “Samen bellen”."


def test_a_choice_comes_back_with_the_option(screen):
    screen._editor.weigh(PERSON.id, "choice_id", CHOSEN.id)
    removed(screen, "options", CHOSEN.id)
    assert screen._editor.session.consideration_of(PERSON.id).choice_id is None

    screen.undo()

    assert screen._editor.session.consideration_of(PERSON.id).choice_id == CHOSEN.id


@pytest.mark.parametrize("person", [PERSON, OTHER])
def test_that_an_afweging_goes_with_who_wrote_it_is_said_written_or_not(screen, person):
    screen._editor.weigh(PERSON.id, "choice_id", CHOSEN.id)
    screen.go_to(PhaseKey.OPENING)

    told = removed(screen, "participants", person.id)

    assert told == "Deelnemer verwijderd. Wat iemand hierbij afwoog, ging mee · Ctrl+Z"
