"""Who is meant by what they are among those present, without a function, is asked about."""

from __future__ import annotations

import pytest

from beraad.privacy.instead.replacing import put
from beraad.privacy.review.gate import Gate
from tests.privacy.said_together import asked_of, said_together

HERE = ("jurist", "wijkagent", "klantmanager inkomen")

MEANT = (
    (
        "De meeste van ons behalve de jongste vonden dat ook wel.",
        "De meeste van ons op enkelen na vonden dat ook wel.",
    ),
    (
        "Dat durfde alleen degene die moet tekenen te zeggen.",
        "Dat durfde een deelnemer te zeggen.",
    ),
    ("Ik ben de jongste hier.", "Ik ben een deelnemer."),
    ("De collega in opleiding durfde niet.", "Een deelnemer durfde niet."),
    ("De oudste aan tafel dacht aan vroeger.", "Een deelnemer dacht aan vroeger."),
    ("De twee van buiten kozen B.", "Enkelen kozen B."),
    ("Wie in opdracht werkt koos B.", "Een deelnemer koos B."),
    ("Degene die tekent vindt dat te veel.", "Een deelnemer vindt dat te veel."),
    ("Onze langstzittende collega wist het al.", "Een deelnemer wist het al."),
    ("De collega van buiten zag dat anders.", "Een deelnemer zag dat anders."),
    ("Degene die de brief schreef wilde wachten.", "Een deelnemer wilde wachten."),
    ("Wie in dienst is koos anders.", "Een deelnemer koos anders."),
    ("Alleen wie moet tekenen vond het eng.", "Een deelnemer vond het eng."),
    ("De mensen van buiten vonden het te traag.", "Enkelen vonden het te traag."),
    ("Als jongste durfde ik niets te zeggen.", "Als deelnemer durfde ik niets te zeggen."),
    ("De man in het gezelschap was tegen.", "Een deelnemer was tegen."),
    ("Degene naast mij vond het spannend.", "Een deelnemer vond het spannend."),
    ("De nieuwkomer zei niets.", "Een deelnemer zei niets."),
    ("Wie haar het beste kent, wilde wachten.", "Een deelnemer wilde wachten."),
    ("De twee die thuis komen kozen ruilen.", "Enkelen kozen ruilen."),
    ("Iedereen wilde door, behalve de oudste.", "Iedereen wilde door, op enkelen na."),
)

OTHERS = (
    "De oudste van het gezin wilde weg.",
    "Wie tekent voor het plan?",
    "Degene die het plan schrijft, belt hem.",
    "De mensen van buiten de stad krijgen een brief.",
    "Zij is de oudste.",
    "Ik ben de contactpersoon.",
    "Wie wil wachten, wacht.",
    "Alle kinderen gaan mee, behalve de jongste.",
    "De collega van inkomen belt morgen.",
    "Degene die vorig jaar kwam was om hulp verlegen.",
    "Het werk van buiten lag stil.",
    "De nieuwe regel was streng.",
    "Degene die de sleutel heeft, doet open.",
    "Wie dat wil, kan blijven.",
    "De man van boven klopte aan.",
)


@pytest.mark.parametrize(
    "field", ["dialogue.shared", "look_back.check_out", "signal.sees_otherwise"]
)
@pytest.mark.parametrize(("text", "said"), MEANT)
def test_who_is_meant_is_asked(text: str, said: str, field: str) -> None:
    gate = Gate.of(said_together(text, field, HERE))

    assert any(gate.is_open(one) for one in gate.pointed_out(text))
    assert put(text, gate.pointed_out(text), gate.replacement) == said


@pytest.mark.parametrize("field", ["dialogue.shared", "conclusion.answer", "look_back.method"])
@pytest.mark.parametrize("text", OTHERS)
def test_who_is_somebody_else_is_left_alone(text: str, field: str) -> None:
    assert asked_of(text, field, HERE) == []
