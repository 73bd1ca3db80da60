"""The inbrenger agrees with what they read: what is changed later takes the yes away."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from beraad.editing.agreement import with_agreement_to_what_was_read
from beraad.editing.editor import SessionEditor
from beraad.privacy.finding.outgoing import REPORT_SECTIONS
from beraad.records import PhaseKey
from beraad.records.anatomy import Address, text_fields
from tests.builders import filled_session
from tests.editing.support import Clock

_NOT_READ = {"review"}


def agreed():
    session = filled_session()
    yes = replace(
        session.conclusion, case_owner_agrees=True, case_owner_agreed_on=date(2026, 11, 20)
    )
    return replace(session, conclusion=yes)


def an_editor():
    return SessionEditor(agreed(), now=Clock())


@pytest.mark.parametrize("section", sorted(REPORT_SECTIONS - _NOT_READ))
def test_whatever_changes_in_the_verslag_has_to_be_read_again(section):
    before = agreed()
    found = getattr(before, section)
    several = isinstance(found, tuple)
    if several and not found:
        pytest.skip("nothing of this kind in the beraad")
    record = found[0] if several else found
    changed = replace(record, **{text_fields(type(record))[0]: "iets anders"})
    after = replace(before, **{section: (changed, *found[1:]) if several else changed})

    lapsed = with_agreement_to_what_was_read(before, after).conclusion

    assert not lapsed.case_owner_agrees
    assert lapsed.case_owner_agreed_on is None


def test_the_yes_itself_and_what_stays_here_change_nothing():
    editor = an_editor()

    editor.edit(Address("conclusion", "case_owner_agreed_on"), date(2026, 11, 21))
    editor.write_note(PhaseKey.CASE, "Voor mij alleen.")
    editor.spend(PhaseKey.CASE, 60)

    assert editor.session.conclusion.case_owner_agrees


def test_undo_brings_back_what_was_agreed_with_and_shows_the_words():
    editor = an_editor()
    editor.edit(Address("dialogue", "shared"), "Iets anders.")
    assert not editor.session.conclusion.case_owner_agrees

    undone = editor.undo()

    assert editor.session.conclusion.case_owner_agrees
    assert undone.address == Address("dialogue", "shared")


def test_who_read_it_again_can_say_yes_again():
    editor = an_editor()
    editor.edit(Address("dialogue", "shared"), "Iets anders.")
    editor.edit(Address("conclusion", "case_owner_agrees"), value=True)

    assert editor.session.conclusion.case_owner_agrees
