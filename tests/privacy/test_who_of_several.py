"""Two people of one name are two in what goes out; where nothing tells, nobody is taken for one."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from beraad.privacy.clean import clean
from beraad.privacy.find import Certainty
from beraad.privacy.review.survey import survey
from beraad.records import KnownWord, new_id
from tests.privacy.invented import beraad


def told(*texts: str, names: tuple[str, ...] = (), word: tuple[str, str] | None = None) -> str:
    session = beraad(*texts, names=names)
    known = (KnownWord(id=new_id(), word=word[0], replacement=word[1]),) if word else ()
    case = clean(replace(session, known_words=known)).case
    return " / ".join(filter(None, (case.situation, case.hot_moment, case.friction)))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Zoon, meneer De Wit, kwam. Mevrouw De Wit zei nee. Meneer De Wit ja.",
            "Zoon, meneer [persoon 1], kwam. Mevrouw [persoon 2] zei nee. Meneer [persoon 1] ja.",
        ),
        (
            "Gebeld met de heer El Amrani en mw. El Amrani.",
            "Gebeld met de heer [persoon 1] en mw. [persoon 2].",
        ),
        (
            "Mevrouw Jansen en haar zoon Jansen kwamen.",
            "Mevrouw [persoon 1] en haar zoon [persoon 2] kwamen.",
        ),
        (
            "Mevrouw Jansen belde. Haar zoon Tim Jansen kwam ook.",
            "Mevrouw [persoon 1] belde. Haar zoon [persoon 2] kwam ook.",
        ),
        (
            "Mw. Yilmaz en haar dochter Elif Yilmaz. Mw. Yilmaz wil, Elif niet.",
            "Mw. [persoon 1] en haar dochter [persoon 2]. Mw. [persoon 1] wil, [persoon 2] niet.",
        ),
        (
            "Vader Jansen, moeder Jansen en zoon Bram Jansen kwamen.",
            "Vader [persoon 1], moeder [persoon 2] en zoon [persoon 3] kwamen.",
        ),
        ("Opa Jansen en oma Jansen passen op.", "Opa [persoon 1] en oma [persoon 2] passen op."),
        (
            "Mevrouw A. de Wit belde. Mevrouw T. de Wit niet.",
            "Mevrouw [persoon 1] belde. Mevrouw [persoon 2] niet.",
        ),
        (
            "De oude mevrouw De Wit belde. De jonge mevrouw De Wit ook.",
            "De oude mevrouw [persoon 1] belde. De jonge mevrouw [persoon 2] ook.",
        ),
        (
            "Meneer De Wit en zijn zoon, meneer De Wit, kwamen samen.",
            "Meneer [persoon 1] en zijn zoon, meneer [persoon 2], kwamen samen.",
        ),
        (
            "De heer Jansen en mevrouw Jansen-de Boer kwamen. Meneer Jansen zweeg.",
            "De heer [persoon 1] en mevrouw [persoon 2] kwamen. Meneer [persoon 1] zweeg.",
        ),
    ],
)
def test_two_who_share_a_surname_are_two(text: str, said: str) -> None:
    assert told(text) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Tim de Wit woont bij Ada de Wit. Mevrouw De Wit belde. Tim is weg.",
            "[persoon 1] woont bij [persoon 2]. Mevrouw [persoon 2] belde. [persoon 1] is weg.",
        ),
        (
            "Sanne de Wit belt. Mevrouw De Wit zei nee. S. de Wit tekent.",
            "[persoon] belt. Mevrouw [persoon] zei nee. [persoon] tekent.",
        ),
        (
            "Robin Jansen belt. Meneer Jansen zei nee. Jansen tekent.",
            "[persoon] belt. Meneer [persoon] zei nee. [persoon] tekent.",
        ),
        (
            "Tim Jansen is er. Tims moeder belt. Mevrouw Jansens zoon is Tim.",
            "[persoon 1] is er. [persoon 1] moeder belt. Mevrouw [persoon 2] zoon is [persoon 1].",
        ),
        (
            "De oude mevrouw De Wit belde. Mevrouw De Wit zei niets.",
            "De oude mevrouw [persoon] belde. Mevrouw [persoon] zei niets.",
        ),
    ],
)
def test_one_person_is_one_by_first_name_title_and_initial(text: str, said: str) -> None:
    assert told(text) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Mevrouw Jansen belde en meneer Jansen ook. Jansen wil niet.",
            "Mevrouw [persoon 1] belde en meneer [persoon 2] ook. [naam] wil niet.",
        ),
        (
            "Tim Jansen woont bij Ada Jansen. De familie Jansen is groot.",
            "[persoon 1] woont bij [persoon 2]. De familie [naam] is groot.",
        ),
        (
            "Tim Jansen kwam. Tim Bakker ook. Tim zei niets.",
            "[persoon 1] kwam. [persoon 2] ook. [naam] zei niets.",
        ),
        (
            "Mevrouw Jansen belde huisarts Jansen.",
            "Mevrouw [persoon] belde huisarts [naam].",
        ),
        (
            "Robin Jansen en Kim Jansen kwamen. Meneer Jansen zei niets.",
            "[persoon 1] en [persoon 2] kwamen. Meneer [naam] zei niets.",
        ),
    ],
)
def test_where_nothing_tells_who_is_meant_it_is_a_name_and_nobody(text: str, said: str) -> None:
    assert told(text) == said


def test_the_reviewer_is_told_where_it_is_not_known_who_is_meant() -> None:
    findings = survey(beraad("Mevrouw Jansen belde. Meneer Jansen kwam. Jansen wil niet.")).findings
    (doubtful,) = [one for one in findings if one.mentions == 1 and one.suggestion == "[naam]"]
    assert doubtful.certainty is Certainty.POSSIBLE
    assert "meer mensen" in doubtful.reason


def test_they_are_two_across_the_fields_of_a_beraad() -> None:
    said = told("Mevrouw De Wit belde.", "Meneer De Wit huilde.", "Mevrouw De Wit wil door.")
    assert said == (
        "Mevrouw [persoon 1] belde. / Meneer [persoon 2] huilde. / Mevrouw [persoon 1] wil door."
    )


def test_an_added_name_is_not_said_of_somebody_with_another_form_of_address() -> None:
    said = told(
        "[persoon 1] belt. Mevrouw Hoekema zei nee. Meneer Hoekema niet.",
        word=("Trijntje Hoekema", "[persoon 1]"),
    )
    assert said == "[persoon 1] belt. [persoon 1] zei nee. Meneer [persoon 2] niet."


def test_a_participant_is_not_taken_for_a_client_of_the_same_surname() -> None:
    session = beraad("Mevrouw Hoekema zei nee.", names=("Jelle Hoekema",))
    (asked,) = survey(session).open
    assert asked.text == "Hoekema"
    assert asked.suggestion == "[persoon]"


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "mevrouw Jansen",
                "meneer Jansen",
                "Tim Jansen",
                "Ada Jansen",
                "familie Jansen",
                "Jansen",
            ]
        ),
        min_size=2,
        max_size=6,
    )
)
def test_nobody_has_the_number_of_another(called: list[str]) -> None:
    said = told(" ".join(f"Gisteren belde {one} met ons." for one in called))
    whose = [one.split("[")[1].split("]")[0] for one in said.split("Gisteren belde ")[1:]]
    by_name = dict(zip(called, whose, strict=True))
    assert "Jansen" not in said
    for one, other in (
        ("mevrouw", "meneer"),
        ("mevrouw", "Tim"),
        ("meneer", "Ada"),
        ("Tim", "Ada"),
    ):
        if {f"{one} Jansen", f"{other} Jansen"} <= by_name.keys():
            assert by_name[f"{one} Jansen"] != by_name[f"{other} Jansen"]
