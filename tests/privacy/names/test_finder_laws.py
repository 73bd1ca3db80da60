from __future__ import annotations

from dataclasses import replace

from hypothesis import example, given, settings
from hypothesis import strategies as st

from beraad.privacy.finding.finding import find
from beraad.privacy.review.gate import Gate
from beraad.privacy.signs.known.known_names import KnownNames
from beraad.records import Decision, Id, Verdict
from tests.builders import empty_session

KNOWN = KnownNames.named(["Carla Mulder"], year=2026)
PIECES = st.sampled_from(
    [
        "Mevrouw",
        "Demir",
        "zegt",
        "dat",
        "Carla",
        "van",
        "der",
        "Berg",
        "in",
        "Zwolle",
        "woont",
        "Storm",
        "Roos",
        "is",
        "34",
        "jaar",
        "en",
        "de",
        "zoon",
        "Yusuf",
        "Kerkstraat 5",
        ".",
        ",",
        "\n",
        "3 juni 2024",
        "(44)",
        "mevr.",
        "K.",
        "é́",
        "👩‍👧",
        "fatima",
        "X",
        "basisschool De Ster",
        "-",
        "’s",
        "BSN 111222333",
    ]
)
TEXTS = st.lists(PIECES, max_size=14).map(" ".join) | st.text(max_size=60)


def cleaned(text: str) -> str:
    session = empty_session()
    session = replace(session, case=replace(session.case, situation=text))
    return Gate.of(session).cleaned(text)


@given(TEXTS)
@settings(max_examples=150, deadline=None)
def test_finds_are_exact_and_apart(text: str) -> None:
    end = 0
    for one in find(text, KNOWN):
        assert one.start >= end
        assert text[one.start : one.end] == one.text
        end = one.end


@given(TEXTS)
@example("de A. 111222333")
@example("3 juni 2024 K. Mevrouw")
@example("Kerkstraat 5 K. Mevrouw")
@example("Mevrouw Mevrouw - Berg")
@example("in Stichting X (44)")
@example("Storm Kerkstraat 5 Demir belt")
@example("in Berg dat Berg Demir")
@settings(max_examples=100, deadline=None)
def test_cleaning_again_changes_nothing(text: str) -> None:
    once = cleaned(text)
    assert cleaned(once) == once


@given(TEXTS, st.data())
@settings(max_examples=60, deadline=None)
def test_a_decision_changes_no_other_find(text: str, data: st.DataObject) -> None:
    session = empty_session()
    session = replace(session, case=replace(session.case, situation=text))
    gate = Gate.of(session)
    finds = gate.in_force(text) if text else ()
    if not finds:
        return
    chosen = data.draw(st.sampled_from(finds))
    decision = Decision(id=Id("1"), key=chosen.key, verdict=Verdict.REPLACE, replacement="iemand")
    after = Gate.of(replace(session, decisions=(decision,)))
    for one in finds:
        if chosen.key not in {one.key, one.identity}:
            assert after.replacement(one) == gate.replacement(one)
    assert after.in_force(text) == finds
