"""Who is called by a verb or another small word: the verb stays, the name goes or is asked."""

from __future__ import annotations

import pytest

from beraad.privacy.clean import clean
from beraad.privacy.review.survey import survey
from tests.privacy.invented import beraad

VERB = (
    "Ik ben bang.",
    "Ben ik dan een slechte zoon?",
    "En wie er thuis is, ben je dan alleen?",
    "Dat ben ik, en wie ben jij?",
    "Ik weet niet of ik er ben.",
    "Waar ik mee bezig ben, is dit. Ik zorg dat ik erbij ben.",
    "ik ben moe en wie ben je dan",
    "BEN IK DAN GEK?",
)
NAME = (
    "Ik sprak Ben gisteren.",
    "Met Ben gebeld.",
    "Ben zet hem uit huis.",
    "Ben vindt dat lastig.",
    "Ben belde.",
    "Ben was er ook.",
)
DOUBTFUL = (
    "Volgens ben klopt dat.",
    "Toen kwam ben binnen.",
    "ik bel ben morgen",
    "Ben schenkt thee.",
    "Ben en de buurvrouw belden.",
    "Ben niet thuis geweest.",
)


def cleaned(text: str, *names: str, cautious: bool = False) -> str:
    return clean(beraad(text, names=names), cautious=cautious).case.situation


@pytest.mark.parametrize("text", VERB)
@pytest.mark.parametrize("cautious", [False, True])
def test_a_verb_stays_where_a_participant_is_called_so(text: str, *, cautious: bool) -> None:
    assert not survey(beraad(text, names=("Ben Terpstra",))).open
    assert cleaned(text, "Ben Terpstra", cautious=cautious) == text


@pytest.mark.parametrize("text", NAME)
def test_a_participant_goes_where_a_name_stands(text: str) -> None:
    told = cleaned(text, "Ben Terpstra")
    assert "Ben" not in told
    assert "deelnemer" in told


@pytest.mark.parametrize("text", DOUBTFUL)
def test_where_both_can_stand_a_person_is_asked(text: str) -> None:
    assert survey(beraad(text, names=("Ben Terpstra",))).open
    assert cleaned(text, "Ben Terpstra") == text


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("Mag", "Hij mag dat niet, en zij mag het wel."),
        ("Do", "We spreken elkaar do om tien uur, en elke do daarna."),
        ("Wil", "Hij wil dat niet."),
        ("Lot", "Zo is het lot van dat gezin."),
        ("Storm", "Er was een storm."),
        ("Mei", "Dat was in mei."),
    ],
)
def test_the_sentences_with_the_word_stay_and_those_with_the_name_go(
    name: str, sentence: str
) -> None:
    participant = f"{name} Terpstra"
    assert cleaned(sentence, participant) == sentence
    for told in (f"Ik sprak {name} gisteren.", f"{name} belde.", f"Er is met {name} gepraat."):
        assert name not in cleaned(told, participant)
