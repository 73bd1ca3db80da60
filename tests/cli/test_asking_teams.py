from __future__ import annotations

import pytest

from beraad.cli import main
from beraad.publishing.asking import questions_in
from beraad.store.places import register_path


@pytest.fixture
def asked(tmp_path, capsys):
    def do(*words, folder="beleid"):
        code = main(["vraag", *words, "--sessions", str(tmp_path / folder)])
        said = capsys.readouterr()
        return code, said.out, said.err

    return do


def test_a_question_goes_round(asked, tmp_path):
    out = str(tmp_path / "uit")
    ask = ("stel", "Zien jullie te late brieven?", "--rol", "beleid", "--voor", "2099-01-15")
    code, said, _ = asked(*ask, "--uit", out)
    assert code == 0
    assert "Stuur dit naar de gespreksleiders" in said
    (file,) = (tmp_path / "uit").iterdir()
    for number in range(3):
        answer = ("antwoord", str(file), "--gezien", "3-5", "--op", f"2026-11-0{1 + number}")
        code, _, _ = asked(
            *answer, "--team", f"T{number}", "--uit", str(tmp_path / "terug"), folder=f"t{number}"
        )
        assert code == 0
    for back in (tmp_path / "terug").iterdir():
        assert asked("lees", str(back))[0] == 0

    code, said, _ = asked("toon")
    assert code == 0
    assert "Zien jullie te late brieven? Antwoord graag voor 15 januari 2099." in said
    assert "Gezien in ten minste 3 beraden van 3 teams. Per beraad: 3 tot 5 keer" in said
    alone = asked("toon", folder="t0")[1]
    assert "Gezien in enkele beraden." in alone
    assert "3 tot 5 keer" not in alone
    code, said, _ = asked("lees", str(back))
    assert code == 0
    assert said.startswith("Was al bekend, er is niets veranderd: een antwoord op")
    assert len(questions_in(register_path(tmp_path / "beleid", practice=False))) == 1


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("stel",), "ontbreekt nog iets: de vraag"),
        (("lees",), "ontbreekt nog iets: het bestand"),
        (("lees", "weg.json"), "niet overgenomen"),
        (("antwoord", "weg.json"), "Hoe vaak zien jullie dit?"),
        (("stel", "Ziet mevrouw Jansen dit?"), "iemand te herkennen"),
    ],
)
def test_what_is_missing_is_told(asked, words, why):
    code, _, said = asked(*words)
    assert code == 1
    assert why in said


def test_without_questions_it_is_told_how_to_ask_one(asked):
    code, said, _ = asked("toon")
    assert code == 0
    assert "nog geen vraag" in said
