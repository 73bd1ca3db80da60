"""After every place was decided, whatever was decided: out it goes, or the word and the way on."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from beraad.errors import Solvable
from beraad.phases.place_labels import place_label
from beraad.privacy.finding.outgoing import stands_in
from beraad.privacy.review.survey import survey
from beraad.publishing.layers import PUBLICATIONS
from beraad.publishing.making import Wish, as_given_out, making, require_ready, write
from beraad.records import CaseAccount, Decision, Layer, Moment, SignalContent, Verdict, new_id
from beraad.records.anatomy import addressed_texts
from beraad.report.formats import Format
from beraad.report.house.style import OURS
from beraad.training.practice import load, practice_cases
from tests.builders import HELD_ON, NOW, a_lesson, empty_session, filled_session

TODAY = date(2026, 11, 28)
SENTENCES = (
    "Hij slaapt bij familie of een vriend.",
    "Krijgt dagbesteding Wmo + vervoer, en vanuit de Wmo een tillift.",
    "Houdt duiven (120) op zolder; de duiven zijn zijn leven.",
    "mw. de Wit woont in Ommen, aan het molenpad 12.",
    "Wit brood was op. In ommen is geen winkel.",
    "Op 12 maart belde Bas Bos met 06-12345678.",
    "Het bos is dichtbij, zei Bas. Bos zelf zweeg.",
    "Zestien jaar is zij, en haar broer van 9 slaapt slecht.",
    "School De Regenboog belde; de regenboog stond boven het dorp.",
    "Zijn mail is bas.bos@voorbeeld.nl, zijn site www.basbos.nl.",
    "Postcode 1234 AB; er waren 1234 absurde brieven.",
    "BSN 123456782 stond op de brief van 123456782 woorden.",
    "Jan-Willem v.d. Berg kwam langs, Jan Willem bleef.",
    "",
)
FREE = ("iemand", "een ander", "[weg]", "de Wit", "Ommen", "bij een vriend", "duiven")
texts = st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=4).map(" ".join)


@st.composite
def beraden(draw):
    """A beraad of sentences that once stopped an export, in every layer."""
    return replace(
        empty_session(),
        case=CaseAccount(situation=f"Er was iets. {draw(texts)}", friction=draw(texts)),
        timeline=(Moment(id=new_id(), when="toen", what=draw(texts)),),
        signal=SignalContent(what=f"Het duurt lang. {draw(texts)}", bottleneck=draw(texts)),
        lesson=a_lesson(situation=draw(texts)),
    )


def everything(session):
    found = survey(session)
    return (*found.open, *found.findings)


def with_decision(session, finding, verdict, instead=""):
    reason = "algemeen bekend" if verdict is Verdict.KEEP else ""
    made = Decision(
        id=new_id(), key=finding.key, verdict=verdict, replacement=instead, reason=reason
    )
    others = tuple(one for one in session.decisions if one.key != finding.key)
    return replace(session, decisions=(*others, made))


def decided(session, choose):
    """The beraad after somebody chose about every place, also about what was taken out anyway."""
    for finding in everything(session):
        verdict, instead = choose(finding)
        session = with_decision(session, finding, verdict, instead)
    for _ in range(10):
        still_open = survey(session).open
        if not still_open:
            return session
        for finding in still_open:
            session = with_decision(session, finding, Verdict.KEEP)
    raise AssertionError([finding.text for finding in survey(session).open])


def made(session, layer):
    """As it is when the one participant whose words can be told apart agrees."""
    wish = Wish(layer=layer, tied_agreed=True)
    return making(session, None, wish, today=TODAY, house=OURS)


def refusal(session, layer):
    """Why it may not go out; None when it may."""
    try:
        require_ready(made(session, layer))
    except Solvable as told:
        return told
    return None


def followed(session, layer):
    """The beraad after doing what the refusals say: each names words and where they stand."""
    written = (address for address, _ in addressed_texts(session))
    here = {place_label(session, each) for each in written if stands_in(layer, each)}
    for _ in range(20):
        told = refusal(session, layer)
        if told is None:
            return session
        named = made(session, layer).removed.left_in(made(session, layer).document)
        assert f"“{named[0].word}”" in told.happened
        assert named[0].places
        assert named[0].places[0] in told.happened
        assert {place for left in named for place in left.places} <= here
        assert "Laten staan" in told.way_out
        words = {left.word for left in named if f"“{left.word}”" in told.happened}
        for finding in everything(session):
            if finding.text in words:
                session = with_decision(session, finding, Verdict.KEEP)
    raise AssertionError(refusal(session, layer))


def choices(finding):
    words = (finding.generalised, *FREE) if finding.generalised else FREE
    return st.one_of(
        st.just((Verdict.KEEP, "")),
        st.just((Verdict.REPLACE, "")),
        st.sampled_from(words).map(lambda text: (Verdict.REPLACE, text)),
    )


@given(beraden(), st.sampled_from(Layer), st.data())
@settings(max_examples=60, deadline=None)
def test_whatever_was_decided_it_goes_out_or_says_which_word_and_what_to_do(session, layer, data):
    session = decided(session, lambda finding: data.draw(choices(finding)))
    form = data.draw(st.sampled_from(PUBLICATIONS[layer].formats))

    session = followed(session, layer)

    with TemporaryDirectory() as folder:
        assert write(made(session, layer), [form], Path(folder)).paths


@pytest.mark.parametrize("verdict", Verdict)
@pytest.mark.parametrize("case", practice_cases(), ids=lambda case: case.name)
def test_a_whole_beraad_of_which_everything_was_decided_alike_goes_out(case, verdict, tmp_path):
    session = decided(load(case, now=NOW, held_on=HELD_ON), lambda _: (verdict, ""))
    session = replace(session, lesson=a_lesson())
    for layer, publication in PUBLICATIONS.items():
        assert write(made(session, layer), publication.formats, tmp_path).paths


def test_the_sentences_that_stopped_it_go_out_without_anything_to_follow():
    for sentence in SENTENCES[:3]:
        session = replace(filled_session(), case=CaseAccount(situation=sentence))
        session = decided(session, lambda finding: (Verdict.REPLACE, finding.generalised))
        require_ready(made(session, Layer.WORK))


@pytest.mark.parametrize("team", ["Team Wilgenhof", "Team Kompas"])
def test_what_else_is_called_as_the_team_goes_and_the_team_stays(team, tmp_path):
    told = "Zij woont aan de Wilgenhof 12. Meneer Kompas belde vanaf Wilgenhof."
    session = filled_session()
    opening = replace(session.opening, team=team)
    session = replace(session, opening=opening, case=CaseAccount(situation=told))
    made = as_given_out(session, None, Layer.WORK, house=OURS)
    proven = write(made, [Format.MARKDOWN], tmp_path, replace=False)

    text = proven.paths[0].read_text(encoding="utf-8")

    assert team in text
    assert text.count("Wilgenhof") + text.count("Kompas") == text.count(team)


NAMED = (
    ("Wil", "Roos", "Bas"),
    ("Dag", "Mei", "Bos"),
    ("De Wit", "de Groot", "van Dijk"),
    ("Moet", "Kan", "Zal"),
)
"""Participants who are called as words that stand in every text."""


def with_enter(session):
    """The beraad after somebody did what was proposed, place after place."""
    while asked := survey(session).open:
        for finding in asked:
            session = with_decision(session, finding, Verdict.REPLACE, finding.generalised)
    return session


@pytest.mark.parametrize("names", NAMED)
@pytest.mark.parametrize("case", practice_cases(), ids=lambda case: case.name)
def test_who_is_called_as_a_word_stops_nothing_after_enter_everywhere(case, names):
    session = load(case, now=NOW, held_on=HELD_ON)
    called = (
        replace(person, name=name)
        for person, name in zip(session.participants, names, strict=False)
    )
    people = (*called, *session.participants[len(names) :])
    session = with_enter(replace(session, participants=people))

    for layer in Layer:
        require_ready(made(session, layer))


def test_a_name_that_is_a_word_is_still_looked_for_with_its_capital():
    """What got through to the document as a name stops it, also after Enter everywhere."""
    session = filled_session()
    named = replace(session.participants[0], name="Wil")
    told = CaseAccount(situation="Gisteren belde Wil. Hij wil niet mee, en zij wil het ook niet.")
    session = with_enter(replace(session, participants=(named,), case=told))
    document = made(session, Layer.WORK).document
    slipped = replace(document, title=f"{document.title} van Wil")

    removed = made(session, Layer.WORK).removed
    assert removed.left_in(document) == ()
    assert [left.word for left in removed.left_in(slipped)] == ["Wil"]
