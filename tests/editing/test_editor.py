from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beraad.records import Layer, PhaseKey, Stakeholder, Version, new_id
from beraad.records.anatomy import Address
from tests.editing.support import Clock, editor, furnished

SITUATION = Address("case", "situation")
HOT_MOMENT = Address("case", "hot_moment")
QUESTION = Address("dilemma", "moral_question")


def test_listeners_hear_of_a_real_change_only():
    subject = editor()
    heard = []
    subject.on_change(heard.append)

    subject.edit(SITUATION, "Er was eens")
    subject.edit(SITUATION, "Er was eens")

    assert [session.case.situation for session in heard] == ["Er was eens"]


def test_typing_on_in_one_field_is_undone_at_once():
    clock = Clock()
    subject = editor(clock=clock)
    for text in ("E", "Er", "Er was"):
        subject.edit(SITUATION, text)
        clock.forward(milliseconds=300)

    subject.undo()

    assert subject.session.case.situation == ""
    assert not subject.can_undo


def test_a_pause_or_another_field_starts_a_new_step():
    clock = Clock()
    subject = editor(clock=clock)
    subject.edit(SITUATION, "een")
    clock.forward(seconds=5)
    subject.edit(SITUATION, "een twee")
    subject.edit(HOT_MOMENT, "toen")
    subject.edit(SITUATION, "een twee drie")

    seen = []
    while subject.can_undo:
        subject.undo()
        seen.append((subject.session.case.situation, subject.session.case.hot_moment))

    assert seen == [("een twee", "toen"), ("een twee", ""), ("een", ""), ("", "")]


def test_undo_tells_where_the_edit_was_made():
    subject = editor()
    subject.go_to(PhaseKey.CASE)
    subject.edit(SITUATION, "x")
    subject.go_to(PhaseKey.DIALOGUE)

    assert subject.undo().phase is PhaseKey.CASE
    assert subject.session.progress.phase is PhaseKey.DIALOGUE
    assert subject.redo().phase is PhaseKey.CASE
    assert subject.session.case.situation == "x"


def test_undo_gives_back_everything_that_hung_on_what_was_removed():
    start = furnished()
    subject = editor(start)

    subject.remove("stakeholders", start.stakeholders[0].id)
    subject.undo()

    assert subject.session == start


def test_a_new_edit_ends_what_could_be_redone():
    subject = editor()
    subject.edit(SITUATION, "een")
    subject.undo()
    subject.edit(HOT_MOMENT, "twee")

    assert subject.redo() is None
    assert subject.session.case.situation == ""


def test_clock_time_and_place_are_not_undone():
    subject = editor()
    subject.edit(SITUATION, "een")
    subject.go_to(PhaseKey.CASE)
    subject.spend(PhaseKey.CASE, 90)

    subject.undo()

    assert subject.session.seconds_in(PhaseKey.CASE) == 90
    assert subject.session.progress.phase is PhaseKey.CASE


def test_shifted_minutes_are_not_undone_and_leave_the_clock_alone():
    subject = editor()
    subject.spend(PhaseKey.CASE, 90)
    subject.edit(SITUATION, "een")

    subject.shift_time({PhaseKey.CASE: -2, PhaseKey.DIALOGUE: 1})
    subject.undo()

    session = subject.session
    assert [session.shift_of(key) for key in (PhaseKey.CASE, PhaseKey.DIALOGUE)] == [-2, 1]
    assert session.seconds_in(PhaseKey.CASE) == 90
    assert not subject.can_undo


def test_a_shift_that_changes_nothing_tells_nobody():
    subject = editor()
    told = []
    subject.on_change(told.append)

    subject.shift_time({PhaseKey.CASE: 0})

    assert told == []


def test_the_first_wording_is_drafted_freely_and_later_ones_are_kept():
    clock = Clock()
    subject = editor(clock=clock)
    subject.go_to(PhaseKey.DILEMMA)
    subject.edit(QUESTION, "Mag ik")
    subject.edit(QUESTION, "Mag ik helpen?")
    assert subject.session.wordings == ()

    subject.go_to(PhaseKey.CLARIFICATION)
    subject.go_to(PhaseKey.DILEMMA)
    subject.edit(QUESTION, "Moet ik helpen?")
    subject.edit(QUESTION, "Moet ik nu helpen?")

    [kept] = subject.session.wordings
    assert kept.moral_question == "Mag ik helpen?"
    assert kept.replaced_at == clock.at
    assert subject.session.dilemma.moral_question == "Moet ik nu helpen?"


def worked_with(question="Mag ik helpen?", option_a="Ik help", option_b=""):
    """A dilemma that the group has worked with, opened again in ronde 2."""
    start = furnished()
    subject = editor(start)
    subject.go_to(PhaseKey.DILEMMA)
    subject.edit(QUESTION, question)
    subject.edit(Address("options", "text", start.option_a.id), option_a)
    subject.edit(Address("options", "text", start.option_b.id), option_b)
    subject.go_to(PhaseKey.CLARIFICATION)
    subject.go_to(PhaseKey.DILEMMA)
    assert subject.session.wordings == ()
    return subject


@pytest.mark.parametrize("typed", ["Mag ik helpen", "mag ik helpen?", " Mag  ik helpen?!"])
def test_other_signs_are_no_other_wording(typed):
    subject = worked_with()

    subject.edit(QUESTION, typed)

    assert subject.session.wordings == ()
    assert subject.session.dilemma.settled


def test_words_that_came_back_were_no_other_wording():
    subject = worked_with()
    subject.edit(QUESTION, "Mag ik helpen? N")
    assert len(subject.session.wordings) == 1

    subject.edit(QUESTION, "Mag ik helpen? ")

    assert subject.session.wordings == ()
    subject.edit(QUESTION, "Mag ik nu helpen?")
    [kept] = subject.session.wordings
    assert kept.moral_question == "Mag ik helpen?"


def test_a_wording_of_which_somebody_wrote_why_it_changed_stays():
    subject = worked_with()
    subject.edit(QUESTION, "Moet ik helpen?")
    [kept] = subject.session.wordings
    subject.edit(Address("wordings", "reason", kept.id), "te ruim")

    subject.edit(QUESTION, "Mag ik helpen?")

    assert [each.reason for each in subject.session.wordings] == ["te ruim"]


def test_writing_down_what_was_still_empty_is_no_other_wording():
    subject = worked_with()
    other = Address("options", "text", subject.session.option_b.id)

    for typed in ("I", "Ik", "Ik wacht"):
        subject.edit(other, typed)
    assert subject.session.wordings == ()

    subject.edit(QUESTION, "Moet ik helpen?")
    [kept] = subject.session.wordings
    assert (kept.moral_question, kept.option_b) == ("Mag ik helpen?", "")


def test_undoing_what_made_another_wording_leaves_none():
    subject = worked_with()
    subject.edit(QUESTION, "Moet ik helpen?")

    subject.undo()

    assert subject.session.wordings == ()
    assert subject.session.dilemma.settled


def test_changing_a_or_b_keeps_the_wording_too_and_an_alternative_does_not():
    start = furnished()
    subject = editor(start)
    subject.go_to(PhaseKey.DILEMMA)
    subject.edit(QUESTION, "Mag ik?")
    subject.edit(Address("options", "text", start.option_b.id), "Ik zwijg")
    subject.go_to(PhaseKey.CASE)

    subject.edit(Address("options", "text", start.options[2].id), "anders")
    assert subject.session.wordings == ()
    subject.edit(Address("options", "text", start.option_b.id), "Ik wacht")
    assert len(subject.session.wordings) == 1


def test_a_note_and_an_afweging_begin_with_their_first_word():
    start = furnished()
    subject = editor(start)
    subject.write_note(PhaseKey.CASE, "let op")
    subject.write_note(PhaseKey.CASE, "let op hem")
    person = start.participants[0].id
    subject.weigh(person, "value", "rust")

    assert subject.session.note_of(PhaseKey.CASE).text == "let op hem"
    assert len(subject.session.private_notes) == 1
    assert subject.session.consideration_of(person).value == "rust"
    assert len(subject.session.considerations) == 1


commands = st.lists(
    st.sampled_from(["typ", "voeg toe", "haal weg", "verplaats", "ga"]), min_size=1, max_size=25
)


@given(commands)
def test_undoing_all_gives_the_beginning_and_redoing_all_the_end(steps):
    start = furnished()
    subject = editor(start)
    for number, step in enumerate(steps):
        people = subject.session.stakeholders
        match step:
            case "typ":
                subject.edit(SITUATION, f"tekst {number}")
            case "voeg toe":
                subject.add("stakeholders", Stakeholder(id=new_id(), name=str(number)))
            case "haal weg" if people:
                subject.remove("stakeholders", people[0].id)
            case "verplaats" if people:
                subject.move("stakeholders", people[-1].id, -1)
            case _:
                subject.go_to(PhaseKey.CASE)
    end = subject.session

    while subject.can_undo:
        subject.undo()
    assert subject.session.stakeholders == start.stakeholders
    assert subject.session.case == start.case
    assert subject.session.norms == start.norms

    while subject.can_redo:
        subject.redo()
    assert subject.session == end


def test_what_was_given_out_and_what_waits_for_a_button_outlive_an_undo():
    subject = editor()
    subject.edit(SITUATION, "Zij belde.")
    given = Version(
        id=new_id(), layer=Layer.WORK, number=1, made_on=date(2026, 11, 24), text="Zij belde."
    )
    subject.issue(given)
    subject.keep_draft("known word", "Zwaluw")

    subject.undo()
    assert subject.session.case.situation == ""
    assert subject.session.versions == (given,)
    assert subject.draft("known word") == "Zwaluw"

    subject.keep_draft("known word", "Zwaluwstraat")
    subject.redo()
    assert subject.session.case.situation == "Zij belde."
    assert subject.session.versions == (given,)
    assert subject.draft("known word") == "Zwaluwstraat"


def test_what_stands_in_the_register_is_not_undone():
    subject = editor()
    subject.edit(Address("lesson", "lesson"), "Spreek het vooraf af.")
    subject.approve_lesson(date(2026, 11, 24))
    subject.edit(Address("lesson", "lesson"), "Iets anders.")
    subject.approve_lesson(None)

    subject.undo()
    assert subject.session.lesson.lesson == "Spreek het vooraf af."
    assert subject.session.lesson.approved_on is None

    subject.approve_lesson(date(2026, 11, 25))
    subject.undo()
    subject.redo()
    assert subject.session.lesson.approved_on == date(2026, 11, 25)


def test_leaving_ronde_2_without_a_question_settles_nothing():
    subject = editor()
    subject.go_to(PhaseKey.DILEMMA)
    subject.go_to(PhaseKey.CLARIFICATION)
    subject.go_to(PhaseKey.DILEMMA)

    subject.edit(QUESTION, "Mag ik wachten?")

    assert not subject.session.dilemma.settled
    assert subject.session.wordings == ()
