from __future__ import annotations

from pathlib import Path

import pytest

from tools.check_language import RULES, Said, everything, faults, in_program, read_rules

HERE = Path("beraad/nieuw.py")
BREATHLESS = "Dit is een zin die " + "en maar " * 12 + "doorgaat."


def told(text, path=HERE):
    return list(faults(Said(path, 1, text), read_rules(RULES)))


@pytest.mark.parametrize(
    "text",
    [
        "Wie stil is, overslaan.",
        "Er is een verschil. Wie anders koos, weegt mee.",
        "Dit gaan we opschalen.",
        "Het juiste antwoord staat hier.",
        "De waarnemer schrijft mee.",
        "Dat zijn foto's van het bord.",
        'Zeg dan "ik weet het niet" hardop.',
        BREATHLESS,
        "- **Kort.** " + BREATHLESS,
    ],
)
def test_what_reads_badly_is_told(text):
    assert len(told(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Wie wat zegt, blijft onder ons.",
        "Wie is er niet, maar wordt wel geraakt?",
        "Dat zijn foto’s van het bord. Zeg dan “ik weet het niet”.",
        "Een korte zin. " * 20,
        "- **Dit is een lange kop van een lijst met veel woorden erin.** " + "En dan " * 6 + "dit.",
    ],
)
def test_what_reads_well_is_left_alone(text):
    assert told(text) == []


def test_people_in_a_practice_case_talk_as_people_do():
    said = "Wie twijfelt, mag dat zeggen."

    assert told(said)
    assert not told(said, Path("sessions/practice/casus.toml"))


def test_one_word_with_a_straight_quote_is_read_too(tmp_path):
    module = tmp_path / "m.py"
    module.write_text('LABEL = "Thema\'s"\nOTHER = "ib\'er"\n')

    assert [said.text for said in in_program(module)] == ["Thema's"]


def test_of_a_module_the_words_for_users_are_read_and_no_docstring(tmp_path):
    module = tmp_path / "m.py"
    module.write_text(
        '"""Dit is een docstring, niet voor de gebruiker."""\n'
        'A = "Dit is de eerste zin."\n'
        'B = f"Dit is van {A} en niet anders."\n'
        'C = "This is the one that must stay out."\n'
    )

    assert [said.text for said in in_program(module)] == [
        "Dit is de eerste zin.",
        "Dit is van … en niet anders.",
    ]


def test_whatever_users_read_reads_well():
    rules = read_rules()
    texts = list(everything())

    assert len(texts) > 2000
    assert [(said, fault) for said in texts for fault in faults(said, rules)] == []
