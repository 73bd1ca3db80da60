"""Every way out at once: every format, the register, its JSON, and what the group sees."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import product

import pytest

from beraad.errors import Solvable
from beraad.group.compose import view_of
from beraad.group.state import GroupState, Show
from beraad.privacy.clean import admitted, clean, clean_signal
from beraad.publishing.registering import registered
from beraad.records import (
    Consideration,
    Id,
    KnownWord,
    ParkedItem,
    Participant,
    PhaseKey,
    PrivateNote,
    Progress,
    SignalContent,
    Wording,
)
from beraad.report.compose import signal_report, work_report
from beraad.report.formats import Format, rendered
from beraad.report.json import render_signals
from tests.builders import NOW, filled_session, settled
from tests.report.reading import stray_places

MARKED = ("kaneelstok", "regenlaars", "Xandrine", "Quirinussen", "zeepkist", "moerbei", "kurkdroog")
UNDECIDED = "1234 euro"
PEOPLE = (
    Participant(id=Id("q1"), role="sluiswachter", name="Xandrine Quirinussen"),
    Participant(id=Id("q2"), role="consulent", name="Moerbei"),
)


def marked():
    """A beraad with a marker in everything that is nobody else's."""
    session = filled_session()
    options = [option.id for option in session.options]
    return replace(
        session,
        participants=PEOPLE,
        known_words=(KnownWord(id=Id("w"), word="zeepkist"),),
        case=replace(
            session.case, situation="Xandrine zag de zeepkist van mevrouw Quirinussen staan."
        ),
        signal=SignalContent(what="Volgens Quirinussen blijft elke zeepkist liggen.", wish="Rust."),
        parked=(ParkedItem(id=Id("p"), phase=PhaseKey.CASE, text="regenlaars"),),
        private_notes=(PrivateNote(id=Id("n"), phase=PhaseKey.CASE, text="kaneelstok"),),
        wordings=(
            Wording(
                id=Id("v"),
                replaced_at=NOW,
                moral_question="kurkdroog?",
                option_a="a",
                option_b="b",
                reason="kurkdroog",
            ),
        ),
        considerations=tuple(
            Consideration(id=Id(option), participant_id=person.id, choice_id=option, value=value)
            for person, option, value in zip(
                PEOPLE, options, ("rust van moerbei", "orde"), strict=False
            )
        ),
    )


SESSION = settled(marked())
DOCUMENTS = (work_report(clean(SESSION)), signal_report(clean_signal(SESSION)))


@pytest.mark.parametrize(
    ("document", "form"),
    [
        (document, form)
        for document, form in product(DOCUMENTS, Format)
        if document is DOCUMENTS[1] or form is not Format.JSON
    ],
)
def test_no_file_says_what_is_private(document, form, tmp_path):
    data = rendered(document, form)
    path = tmp_path / f"{document.stem}.{form}"

    assert stray_places(path, data, MARKED) == ()
    assert not any(word.casefold() in repr(document.blocks).casefold() for word in MARKED)


def test_who_chose_what_cannot_be_told_from_the_order(tmp_path):
    turned = replace(SESSION, considerations=SESSION.considerations[::-1])
    other = replace(SESSION, participants=SESSION.participants[::-1])

    for form in (Format.MARKDOWN, Format.HTML):
        first = rendered(DOCUMENTS[0], form)
        assert rendered(work_report(clean(turned)), form) == first
        assert rendered(work_report(clean(other)), form) == first


def test_the_register_and_its_json_say_nothing_private():
    signal = registered(clean_signal(SESSION), identity=SESSION.id, today=date(2026, 11, 22))
    told = repr(signal) + render_signals([admitted(signal)])

    assert not any(word.casefold() in told.casefold() for word in MARKED)


@pytest.mark.parametrize("show", Show)
@pytest.mark.parametrize("phase", PhaseKey)
def test_the_group_sees_nothing_private(show, phase):
    session = replace(
        SESSION,
        progress=Progress(phase=phase),
        case=replace(SESSION.case, hot_moment=f"Hij kreeg {UNDECIDED}."),
    )
    state = GroupState(show=show, revealed=frozenset(one.id for one in session.considerations))
    told = repr(view_of(session, state)).casefold()

    assert not any(word.casefold() in told for word in (*MARKED, UNDECIDED))
    assert "q1" not in told
    assert "sluiswachter" not in told


@pytest.mark.parametrize("form", Format)
def test_undecided_words_are_in_no_file(form):
    session = replace(SESSION, case=replace(SESSION.case, hot_moment=f"Hij kreeg {UNDECIDED}."))

    with pytest.raises(Solvable) as told:
        rendered(work_report(clean(session)), form)
    assert UNDECIDED not in str(told.value)
