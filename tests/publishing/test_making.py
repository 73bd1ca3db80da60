"""Why a document may not go out yet: one answer, in one order."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from beraad.errors import Solvable
from beraad.publishing.layers import PUBLICATIONS
from beraad.publishing.making import (
    Wish,
    as_given_out,
    making,
    require_ready,
    require_settled,
    write,
)
from beraad.records import Layer, Reaction, SignalContent, new_id
from beraad.report.house.style import OURS
from tests.builders import a_lesson, empty_session, filled_session

TODAY = date(2026, 12, 1)
OPEN = "Zij is 52 jaar."


def made(session, layer=Layer.WORK, **wish):
    return making(session, None, Wish(layer=layer, **wish), today=TODAY, house=OURS)


def given_out(session, layer=Layer.WORK, **wish):
    version = made(session, layer, **wish).as_version()
    return replace(session, versions=(*session.versions, version))


@pytest.mark.parametrize(
    ("layer", "why"),
    [
        (Layer.WORK, "nog niets opgeschreven"),
        (Layer.LEARNING, "nog geen leerverslag geschreven"),
        (Layer.SIGNAL, "nog geen signaal geschreven"),
    ],
)
def test_what_was_not_written_is_no_document_and_it_is_said_where_to_begin(layer, why):
    with pytest.raises(Solvable, match=why) as told:
        require_ready(made(empty_session(), layer))

    assert "beraad" in told.value.way_out


def test_without_a_form_there_is_nothing_to_make():
    with pytest.raises(Solvable, match="geen vorm"):
        require_settled(made(filled_session()), ())


def test_an_open_place_comes_before_what_is_lacking():
    session = filled_session()
    session = replace(session, case=replace(session.case, situation=OPEN))
    with pytest.raises(Solvable, match="nog open"):
        require_settled(made(session, final=True))


def test_what_is_lacking_stops_a_final_version_and_no_concept():
    waiting = Reaction(id=new_id(), role="jurist", text="Ik mis de termijn.")
    session = replace(filled_session(), reactions=(waiting,))

    require_ready(made(session))
    with pytest.raises(Solvable, match="vastgesteld") as told:
        require_ready(made(session, final=True))
    assert "reactie" in told.value.way_out


@pytest.mark.parametrize(
    ("layer", "opened"),
    [
        (Layer.WORK, {"case"}),
        (Layer.LEARNING, {"lesson"}),
        (Layer.SIGNAL, {"signal"}),
        (Layer.WORK, {"bottleneck"}),
        (Layer.SIGNAL, {"bottleneck"}),
        (Layer.SIGNAL, {"team"}),
        (Layer.WORK, {"team"}),
    ],
)
def test_what_is_counted_as_open_is_what_is_listed(layer, opened):
    session = replace(filled_session(), lesson=a_lesson())
    (where,) = opened
    match where:
        case "case":
            session = replace(session, case=replace(session.case, situation=OPEN))
        case "lesson":
            session = replace(session, lesson=a_lesson(situation=OPEN))
        case "signal":
            session = replace(session, signal=SignalContent(what=OPEN))
        case "bottleneck":
            session = replace(session, signal=replace(session.signal, bottleneck=OPEN))
        case _:
            session = replace(session, opening=replace(session.opening, team="Bakker"))
    for each, publication in PUBLICATIONS.items():
        listed = [one for one in publication.findings(session) if one.decision is None]
        waiting = [one for one in listed if one.replacement_in_force is None]
        assert len(waiting) == publication.compose(session, None).source.open_count
        if each is layer:
            assert waiting


def test_a_signal_has_no_version_and_the_others_have():
    session = replace(filled_session(), lesson=a_lesson())

    assert made(session, Layer.SIGNAL).mark is None
    assert made(session, Layer.SIGNAL).as_version() is None
    assert made(session, Layer.WORK).as_version().number == 1
    assert given_out(session).versions
    assert made(given_out(session)).as_version() is None


def test_room_for_reactions_is_for_a_concept_only():
    assert made(filled_session(), room_for_reactions=True).mark.room_for_reactions
    assert not made(filled_session(), room_for_reactions=True, final=True).mark.room_for_reactions


def test_who_keeps_no_versions_makes_what_was_given_out_and_nothing_that_departs_from_it():
    session = filled_session()
    final = given_out(session, final=True)
    changed = replace(final, case=replace(final.case, situation="Het ging anders."))

    assert as_given_out(session, None, Layer.WORK, house=OURS).mark is None
    assert as_given_out(final, None, Layer.WORK, house=OURS).mark.final
    require_ready(as_given_out(final, None, Layer.WORK, house=OURS))
    with pytest.raises(Solvable, match="vastgesteld als versie 1, en is daarna veranderd"):
        require_ready(as_given_out(changed, None, Layer.WORK, house=OURS))


def test_without_a_form_nothing_is_written(tmp_path):
    with pytest.raises(Solvable, match="geen vorm"):
        write(made(filled_session()), (), tmp_path)

    assert list(tmp_path.iterdir()) == []
