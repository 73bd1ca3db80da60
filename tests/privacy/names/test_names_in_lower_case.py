from __future__ import annotations

import pytest

from beraad.privacy.finding.finding import find
from beraad.privacy.signs.known.known_names import KnownNames
from beraad.privacy.text.page import lay_out

KNOWN = KnownNames.named(year=2026)


def found(text: str) -> list[str]:
    return [one.text for one in find(text, KNOWN) if not one.asks]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("gisteren belde tlaytmass opnieuw naar ons", ["tlaytmass"]),
        ("de oom, bas hooiveld, wil niet praten", ["bas hooiveld"]),
        ("volgens l. van houten is het klaar", ["l. van houten"]),
        ("mw 't hart heeft haar sleutels terug", ["t hart"]),
        ("mulder maakt zich daar zorgen over", ["mulder"]),
        ("van es vindt dat niet eerlijk", ["es"]),
        ("ook lente (6) was er gisteren bij", ["lente"]),
        ("fatma en karen komen samen langs", ["fatma", "karen"]),
        ("de moeder van ayoub a. heeft gebeld", ["ayoub a"]),
        ("haar broer is verhuisd naar assen", ["assen"]),
        ("er was brand in de kastanjelaan vannacht", ["kastanjelaan"]),
        ("zijn vrouw werkt bij garage brink", ["brink"]),
        ("wij bezochten woonzorgcentrum avondrood", ["avondrood"]),
        ("het adres is de wieken 24, boven de winkel", ["wieken 24"]),
        ("ze zit op het cartesius lyceum", ["cartesius lyceum"]),
    ],
)
def test_a_name_without_a_capital_is_found(text: str, names: list[str]) -> None:
    assert found(text) == names


@pytest.mark.parametrize(
    "said",
    ["", "[09:41] ", "09:41 ", "[1-2-26] ", "[24-11-2026 09:41:22] ", "24-11-2026 09:41 - "],
)
def test_what_somebody_writes_in_a_chat_without_capitals_is_read_so(said: str) -> None:
    line = f"{said}Wil: ok vraag jij dag?"
    page = lay_out(line, 2026)

    assert page.is_quiet(page.lower.index("vraag"))
    assert not page.is_quiet(page.lower.index("wil"))


@pytest.mark.parametrize("said", ["[09:41] Wil: ok vraag jij Dag?", "besproken: Wil: ok vraag jij"])
def test_what_is_written_with_capitals_is_not(said: str) -> None:
    page = lay_out(said, 2026)

    assert not page.is_quiet(page.lower.index("vraag"))


@pytest.mark.parametrize(
    "text",
    [
        "we moeten daarbij inkomenn en vermogen meetellen",
        "de laagdrempeligheid van het ombudsloket valt tegen",
        "dat kan leiden tot meer schuld en meer stress",
        "er is een winkel in de winkelstraat gesloten",
        "de stichting helpt mensen met schulden",
        "mevrouw belt elke dag en meneer later ook",
        "we discuss the employment phase of this session",
        "zelfregie",
        "in de wijk kent iedereen elkaar",
        "voor de wijk en van de wijk",
        "de winkel om de hoek geeft geen krediet",
    ],
)
def test_ordinary_dutch_without_capitals_stays(text: str) -> None:
    assert found(text) == []
