"""Shortening a text: what is no sentence is not taken for one, and what matters most is kept."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from beraad.privacy.clean import clean
from beraad.records import Agreement, Harm, Id, Stakeholder, Value
from beraad.report.blocks import Callout, OptionPair, Table
from beraad.report.compose import short_report, work_report
from beraad.report.compose.parts import brief, brief_name
from beraad.report.plain import line, plain_text
from beraad.training.practice import load, practice_cases
from tests.builders import HELD_ON, NOW, filled_session, settled
from tests.report.test_two_pages import saying

_LONG = (
    "Uitzoeken wat de verordening zegt over een voorschot aan wie nog geen adres heeft en "
    "dat opschrijven voor iedereen die hier vragen over krijgt"
)
_SIGNS = ("1. ", "2) ", "a) ", "A. ", "- ", "• ", "1.2. ", "iii. ")
_SHORTER = ("bijv.", "o.a.", "nr.", "dhr.", "mevr.", "d.w.z.", "i.v.m.", "art.", "ca.")


@pytest.mark.parametrize("sign", _SIGNS)
def test_the_sign_of_an_enumeration_is_no_sentence(sign):
    said = brief(f"{sign}{_LONG}", 60)

    assert said.startswith(f"{sign}Uitzoeken wat de verordening")
    assert len(said) > 45


@pytest.mark.parametrize("sign", ["2. ", "2) ", "b. ", "- ", "• "])
def test_the_sign_of_what_was_left_out_does_not_stay_behind(sign):
    first = "Wij bellen eerst de jongere."
    for limit in range(len(first), len(first) + 24):
        assert brief(f"{first} {sign}{_LONG}", limit).startswith(first.removesuffix("."))
        assert not brief(f"{first} {sign}{_LONG}", limit).endswith(f" {sign.strip()} …")


@pytest.mark.parametrize("short", _SHORTER)
def test_an_abbreviation_is_no_end_of_a_sentence(short):
    said = brief(f"Wij vragen {short} Het wijkteam: {_LONG}", 80)

    assert len(said) > 60


def test_a_sentence_that_says_next_to_nothing_is_not_all_that_is_left():
    assert len(brief(f"Nee. {_LONG}", 90)) > 60


def test_agreements_with_a_number_say_what_was_agreed():
    base = filled_session()
    made = tuple(
        Agreement(id=Id(f"a{n}"), what=f"{n}. {_LONG} {_LONG} {_LONG}", role="inbrenger")
        for n in range(1, 9)
    )
    cleaned = clean(settled(replace(base, agreements=made)))

    for text in (plain_text(short_report(cleaned)), box(work_report(cleaned))):
        assert "1. Uitzoeken wat de" in text
        assert "1. …" not in text


def box(document):
    found = next(block for block in document.blocks if isinstance(block, Callout))
    return plain_text(replace(document, blocks=(found,)))


def crowded():
    """A beraad with more than two pages hold."""
    base = saying(f"{_LONG}. " * 9)
    return settled(
        replace(
            base,
            dilemma=replace(base.dilemma, moral_question=f"Mogen wij {_LONG}, {_LONG} en {_LONG}?"),
            harms=tuple(
                Harm(id=Id(f"h{n}"), option_id=base.options[n % 2].id, text=f"schade {n}. {_LONG}")
                for n in range(10)
            ),
            stakeholders=(Stakeholder(id=Id("s"), name="de verhuurder"),),
            values=tuple(
                Value(id=Id(f"v{n}"), stakeholder_id=Id("s"), name=f"waarde {n}", core=True)
                for n in range(3)
            ),
            norms=(),
        )
    )


def test_whatever_else_is_cut_the_question_stays_whole():
    session = crowded()

    assert session.dilemma.moral_question in plain_text(short_report(clean(session)))


def test_in_short_says_the_whole_question_where_there_is_room():
    base = filled_session()
    question = f"Mogen wij {_LONG}, {_LONG}?"
    session = settled(replace(base, dilemma=replace(base.dilemma, moral_question=question)))

    assert question in box(work_report(clean(session)))


def test_whatever_else_is_cut_a_harm_of_each_option_and_two_values_stay():
    blocks = short_report(clean(crowded())).blocks
    pair = next(one for one in blocks if isinstance(one, OptionPair))
    values = next(one for one in blocks if isinstance(one, Table) and one.header[0] == "Waarde")

    for panel in (pair.left, pair.right):
        assert "schade" in line(panel.details[0])
    assert len(values.groups) >= 2


@pytest.mark.parametrize(
    ("name", "limit", "told"),
    [
        ("de verhuurder en andere schuldeisers", 28, "de verhuurder …"),
        ("inwoners die helemaal niets terugkregen", 26, "inwoners …"),
        ("de collega van terugvordering", 22, "de collega …"),
        ("klantmanager werk en inkomen bij de gemeente", 30, "klantmanager werk en inkomen …"),
        ("klantmanager", 12, "klantmanager"),
        ("schuldhulpverlener", 8, "schuldhulpverlener"),
        ("schuldhulpverlener bij de gemeente", 8, "schuldhulpverlener …"),
        ("juridisch kwaliteitsmedewerker", 20, "juridisch kwaliteitsmedewerker"),
        ("sociaal psychiatrisch verpleegkundige", 26, "sociaal psychiatrisch verpleegkundige"),
        ("senior medewerker terugvordering", 8, "senior medewerker …"),
        ("x" * 60, 8, "xxxxxxxx …"),
        ("ergotherapeut (gespecialiseerd in wonen)", 24, "ergotherapeut …"),
    ],
)
def test_a_name_is_not_cut_within_what_belongs_together(name, limit, told):
    assert brief_name(name, limit) == told


@pytest.mark.parametrize(
    ("text", "limit", "told"),
    [
        ("Zij belde met [kenmerk 3] over de huur en kwam terug.", 23, "Zij belde met …"),
        (
            "Zij belde met [kenmerk 3] over de huur en kwam terug.",
            26,
            "Zij belde met [kenmerk 3] …",
        ),
        ("Zij woont daar ([kenmerk 3], [plaats]) en dat telt.", 26, "Zij woont daar …"),
        ("[kenmerk 3] belde over de huur.", 9, "[kenmerk 3] …"),
        ("Zij zei [iets wat nooit sluit en maar doorgaat", 14, "Zij zei …"),
    ],
)
def test_of_a_placeholder_nothing_or_all_of_it_is_left(text, limit, told):
    assert brief(text, limit) == told


@pytest.mark.parametrize("case", practice_cases(), ids=lambda case: case.name)
def test_no_sentence_is_torn_and_no_role_is_cut_in_an_oefencasus(case):
    session = settled(load(case, now=NOW, held_on=HELD_ON))
    text = plain_text(short_report(clean(session)))

    cut = [found[1] for found in re.finditer(r"(\S) …$", text, re.MULTILINE)]
    assert set(cut) <= set(".?!”’")
    assert all(f"\n{one.role}\n" in text for one in clean(session).agreements)


def test_what_would_be_cut_gets_the_room_that_is_left():
    """Of one text more is said where another one is short."""
    base = filled_session()
    long = "Wij bellen eerst de jongere. Daarna bellen we de verhuurder. " * 7
    found = replace(base.conclusion, case_owner_takes=long)

    assert long.strip() in plain_text(short_report(clean(replace(base, conclusion=found))))
