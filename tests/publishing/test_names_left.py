"""When somebody left the name of a participant, nothing says that no name stands there."""

from __future__ import annotations

from dataclasses import replace

from beraad.privacy.clean import clean
from beraad.privacy.review.survey import survey
from beraad.publishing.proving import Checked
from beraad.publishing.removed import Removed
from beraad.records import Layer, Participant, new_id
from beraad.report.compose.about import told_whose
from beraad.report.compose.standing import declaration
from tests.builders import filled_session
from tests.privacy.invented import keep


def left():
    session = filled_session()
    mark = Participant(id=new_id(), role="consulent", name="Mark Gulden")
    session = replace(
        session,
        participants=(*session.participants, mark),
        case=replace(session.case, situation="mark zet zijn naam eronder"),
    )
    key = next(one.key for one in survey(session).open if one.text == "mark")
    return session, replace(session, decisions=(*session.decisions, keep(key)))


def test_the_verslag_says_that_a_name_was_left():
    before, after = left()

    assert "Namen staan hier niet in" not in told_whose(clean(after))
    assert "bleef bij het nalezen staan" in told_whose(clean(after))
    assert "bleef bij het nalezen staan" in declaration(clean(after))
    assert "bleef bij het nalezen staan" not in told_whose(clean(before))
    assert "bleef bij het nalezen staan" not in declaration(clean(before))


def test_what_was_checked_names_what_was_left():
    _, after = left()
    kept = Removed(session=after, lexicon=None, layer=Layer.WORK).kept

    assert kept == ("mark",)
    assert Checked(words=2, kept=kept).sentence == (
        "Gecontroleerd: geen van de 2 weggehaalde woorden staat erin. “mark” bleef bij het nalezen "
        "staan, en staat er dus nog in."
    )
    assert Checked(words=2, kept=("mark", "roos")).sentence.endswith(
        "“mark” en “roos” bleven bij het nalezen staan, en staan er dus nog in."
    )
