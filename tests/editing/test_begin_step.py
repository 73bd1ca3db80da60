from __future__ import annotations

from beraad.records.anatomy import Address
from tests.editing.support import editor

SITUATION = Address("case", "situation")


def test_typing_after_a_new_step_is_undone_by_itself():
    made = editor()
    made.edit(SITUATION, "Jan")
    made.begin_step()
    made.edit(SITUATION, "de inwoner")

    made.undo()
    assert made.session.case.situation == "Jan"
    made.undo()
    assert made.session.case.situation == ""


def test_a_new_step_by_itself_is_nothing_to_undo():
    made = editor()
    made.begin_step()

    assert not made.can_undo
