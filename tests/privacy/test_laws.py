from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from unittest.mock import patch

from hypothesis import example, given
from hypothesis import strategies as st

from beraad.privacy.clean import clean
from beraad.privacy.dutch.folding import fold
from beraad.privacy.finding.finding import find
from beraad.privacy.leaving.lesson import clean_lesson
from beraad.privacy.review.gate import Gate
from beraad.privacy.review.survey import survey
from beraad.privacy.signs.known.known_names import KnownNames
from beraad.records import (
    Consideration,
    Decision,
    Id,
    Lesson,
    ParkedItem,
    PhaseKey,
    PrivateNote,
    Verdict,
    Wording,
    new_id,
)
from tests.privacy.invented import HELD_ON, beraad

GIVEN_NAMES = ("Fatima", "Jan", "Ngozi", "Şükran", "José", "Łucja", "D'Arcy", "Jan-Willem", "Ben")
PARTICLES = ("", "", "el ", "van den ", "de ", "'t ")
SURNAMES = ("Amrani", "Şahin", "Núñez", "Okafor", "Boer", "Jansen-de Vries", "O'Brien", "Zwart")

names = st.builds(
    lambda given, particle, surname: f"{given} {particle}{surname}",
    st.sampled_from(GIVEN_NAMES),
    st.sampled_from(PARTICLES),
    st.sampled_from(SURNAMES),
)
APOSTROPHES = "'’‘ʼ`"
HYPHENS = "-‐‑–"
INVISIBLE = ("\u200b", "\u00ad", "\u200d", "\ufeff")


@st.composite
def written(draw: st.DrawFn, name: str) -> str:
    """One of the many ways in which a name is typed."""
    text = draw(st.sampled_from([name, *name.split(), name.rsplit(maxsplit=1)[-1]]))
    text = draw(st.sampled_from([str, str.lower, str.upper, str.title]))(text)
    text = unicodedata.normalize(draw(st.sampled_from(["NFC", "NFD"])), text)
    if draw(st.booleans()):
        text = "".join(
            letter
            for letter in unicodedata.normalize("NFD", text)
            if not unicodedata.combining(letter)
        )
    text = text.replace("'", draw(st.sampled_from(APOSTROPHES)))
    text = text.replace("-", draw(st.sampled_from(HYPHENS)))
    text = text.replace(" ", draw(st.sampled_from([" ", "\u00a0", "\n", "  "])))
    place = draw(st.integers(0, len(text)))
    return text[:place] + draw(st.sampled_from(["", "", *INVISIBLE])) + text[place:]


FILLING = (
    "de", "van", "ik ben", "boer", "casus", "belt over", "€ 1.250,00", "artikel 18", "BSN",
    "2015", "is", "geboren op", "(", ")", "@", "06", "tel", "[BSN 1]", "deelnemer 1", "1", "12",
    "345", "de inbrenger", "[persoon]", "A.", "F.", "s", "'s", "nl", ".", "?\n", "kenteken",
    "👩‍👩‍👧", "e\u0301", "\u0301", "شكرا",
)  # fmt: skip
NUMBERS = (
    "111222333", "111.222.333", "NL91 ABNA 0417 1643 00", "06-12345678", "1234 AB 12-3hs",
    "1234AB", "12-ABC-3", "3-4-1987", "geb. 3 april 1987", "iemand@voorbeeld.nl",
    "www.voorbeeld.nl/fatima", "@iemand", "+32 470 12 34 56", "123456789",
)  # fmt: skip


@st.composite
def documents(draw: st.DrawFn) -> tuple[tuple[str, ...], list[str]]:
    """Names of participants, and texts full of them and of numbers."""
    people = tuple(draw(st.lists(names, min_size=1, max_size=4, unique=True)))
    pieces = st.one_of(
        st.sampled_from(people).flatmap(written),
        st.sampled_from(FILLING),
        st.sampled_from(NUMBERS),
        st.text(max_size=5),
    )
    joints = st.sampled_from([" ", " ", " ", "", "-", ", ", "\n", ". ", "/"])
    texts = draw(
        st.lists(
            st.lists(st.tuples(pieces, joints), max_size=9).map(
                lambda parts: "".join(piece + joint for piece, joint in parts)
            ),
            min_size=3,
            max_size=3,
        )
    )
    return people, texts


def words(text: str) -> list[str]:
    return re.findall(r"[^\W\d_]+(?:'[^\W\d_]+)*", fold(text).lower)


EVERYDAY = frozenset({"boer", "zwart", "ben", "jan"})
"""Names that are words too ("jan" is a month): by themselves, without the context of a name, they
are only asked."""


def everyday(open_count: int) -> frozenset[str]:
    """What may be left of a name: an everyday word, as long as a place waits for a person."""
    return EVERYDAY if open_count else frozenset()


def identifying(people: tuple[str, ...]) -> set[str]:
    """The words that point to somebody on their own."""
    return {
        word.replace("'", "")
        for name in people
        for word in words(name)
        if word not in {"el", "van", "den", "de", "t"}
    }


@given(documents())
def test_finds_are_exact_in_order_and_apart(document):
    people, texts = document
    known = KnownNames.named(people, year=HELD_ON.year)
    for text in texts:
        end = 0
        for one in find(text, known):
            assert one.start >= end
            assert one.start < one.end
            assert text[one.start : one.end] == one.text
            assert one.key
            assert one.reason
            assert one.suggestion
            end = one.end


@given(documents())
def test_no_find_cuts_a_character_in_two(document):
    people, texts = document
    known = KnownNames.named(people, year=HELD_ON.year)
    for text in texts:
        for one in find(text, known):
            for edge in (one.start, one.end):
                assert not unicodedata.category(text[edge : edge + 1] or " ").startswith("M")
            assert text[one.end : one.end + 1] != "\u200d"


@given(documents())
@example((("Jan Amrani",), ["", "", "Jan de "]))
def test_no_known_name_survives_in_any_form(document):
    people, texts = document
    cleaned = clean(beraad(*texts, names=people))
    case = cleaned.case
    left = {
        word.replace("'", "").removesuffix("s")
        for text in (case.situation, case.hot_moment, case.friction)
        for word in words(text)
    }
    assert left & identifying(people) <= everyday(cleaned.open_count)


@given(documents())
@example((("Jan Amrani",), ["", "", "jan "]))
def test_no_known_name_survives_in_a_leerverslag(document):
    people, texts = document
    title, situation, lesson = (*texts, "", "", "")[:3]
    written = Lesson(title=title, situation=situation, lesson=lesson, themes=", ".join(people))
    cleaned = clean_lesson(replace(beraad(names=people), lesson=written))
    content = cleaned.content
    left = {
        word.replace("'", "").removesuffix("s")
        for text in (content.title, content.situation, content.lesson, content.themes)
        for word in words(text)
    }
    assert left & identifying(people) <= everyday(cleaned.open_count)


@given(documents())
@example((("Fatima Amrani",), ["de F. Fatima Amrani 0:A", "B. Fatima Amrani 0:A", "F. Fatima"]))
@example((("Jan Boer",), ["Jan 2345678", "Jan12345678", "1234 Jan AB"]))
@example((("Jan Boer",), ["de A. 111222333", "3 juni 2024 K. Mevrouw", ""]))
@example(
    (
        ("Fatima Amrani",),
        ["", "", "A;A NL91 ABNA 0417 1643 00. Fatima Amrani :::Aæ, Fatima Amrani A "],
    )
)
def test_cleaning_twice_changes_nothing_more(document):
    people, texts = document
    session = beraad(*texts, names=people)
    with patch("beraad.privacy.clean.spoken", str):  # As Dutch, a number may seem to follow on it.
        once = clean(session).case
        twice = clean(replace(session, case=once)).case
    assert twice == once
    assert survey(replace(session, case=once)).findings == ()


@given(documents())
def test_the_original_stays_as_it_was(document):
    people, texts = document
    session = beraad(*texts, names=people)
    copy = beraad(*texts, names=people)
    clean(session)
    survey(session)
    made = {name: getattr(copy, name) for name in ("options", "signal_link")}
    assert replace(session, **made) == copy


@given(documents(), st.data())
def test_a_decision_changes_no_text_elsewhere(document, data):
    people, texts = document
    session = beraad(*texts, names=people)
    findings = survey(session).findings
    if not findings:
        return
    chosen = data.draw(st.sampled_from(findings))
    verdict = data.draw(st.sampled_from(Verdict))
    decision = Decision(
        id=new_id(), key=chosen.key, verdict=verdict, replacement="iemand uit de buurt"
    )
    decided = replace(session, decisions=(decision,))
    before = {finding.key: finding for finding in findings}
    for finding in survey(decided).findings:
        if finding.key in before and finding.decision is None:
            assert finding.replacement_in_force == before[finding.key].replacement_in_force


@given(documents())
def test_a_text_without_the_decided_find_stays_the_same(document):
    people, texts = document
    session = beraad(*texts, names=people)
    gate = Gate.of(session)
    for finding in survey(session).findings:
        kept = Gate.of(
            replace(
                session,
                decisions=(Decision(id=new_id(), key=finding.key, verdict=Verdict.KEEP),),
            )
        )
        for text, found in gate.found.items():
            if all(finding.key not in {one.key, one.identity} for one in found):
                assert kept.cleaned(text) == gate.cleaned(text)


@given(documents(), st.uuids())
def test_nothing_private_is_anywhere_in_what_goes_out(document, uuid):
    people, texts = document
    marker = f"geheim{uuid.hex}"
    session = beraad(*texts, names=(*people, marker), words=(f"woord{marker}",))
    phase = PhaseKey.CASE
    session = replace(
        session,
        parked=(ParkedItem(id=new_id(), phase=phase, text=marker),),
        private_notes=(PrivateNote(id=new_id(), phase=phase, text=marker),),
        decisions=(
            Decision(
                id=new_id(), key=marker, verdict=Verdict.KEEP, replacement=marker, reason=marker
            ),
        ),
        wordings=(
            Wording(
                id=new_id(),
                moral_question=marker,
                option_a=marker,
                option_b=marker,
                replaced_at=session.created_at,
                reason=marker,
            ),
        ),
        considerations=(
            Consideration(id=Id(marker), participant_id=Id(marker), value="rust"),
            Consideration(id=Id(marker), participant_id=Id(marker), abstains=True, value=marker),
        ),
        opening=replace(
            session.opening,
            purpose=marker,
            confidentiality=marker,
            report_content=marker,
            first_reader=marker,
        ),
    )
    out = repr(clean(session))
    assert marker not in out
    assert all(person.id not in out for person in session.participants)
    assert str(session.opening.held_on) not in out
    assert repr(session.opening.held_on) not in out
