from __future__ import annotations

import json
from pathlib import Path

import pytest

from beraad.privacy.find import FindKind
from beraad.privacy.finding.finding import candidates, find
from beraad.privacy.signs.known.known_names import KnownNames

CORPUS = Path(__file__).parents[1] / "corpus"
SOFT = {"LEEFTIJD", "QUASI"}
KNOWN = KnownNames.named(year=2026)


def found(text: str) -> list[str]:
    return [one.text for one in find(text, KNOWN) if not one.asks]


def asked(text: str) -> list[str]:
    return [one.text for one in find(text, KNOWN) if one.asks]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Toen kwam Tsegay binnen.", ["Tsegay"]),
        ("Mevrouw van der Zwaag belt.", ["van der Zwaag"]),
        ("mevrouw ouahbi belt", ["ouahbi"]),
        ("De zaak van R. de Graaf-Demir.", ["R. de Graaf-Demir"]),
        (
            "Zij woont aan de Jan van Galenstraat 12-2 in Assen.",
            ["Jan van Galenstraat 12-2", "Assen"],
        ),
        ("Hij zit op basisschool De Klimop.", ["De Klimop"]),
        ("Op 3 juni 2024 kwam zij langs.", ["3 juni 2024"]),
        ("Zaaknummer 2024-00123 is dicht.", ["2024-00123"]),
        ("kenteken XX-123-X", ["XX-123-X"]),
        ("Roos zegt niets.", ["Roos"]),
        ("Meneer Storm klaagt. Toch heeft Storm gelijk.", ["Storm", "Storm"]),
        ("Haar man heet Mehari. mehari slaapt slecht.", ["Mehari", "mehari"]),
        ("Ik sprak Mustafa. Mustfa was boos.", ["Mustafa", "Mustfa"]),
        ("Dat moet zo zijn, Robbert vindt van niet.", ["Robbert"]),
        ("Zij leert op het Graafschap College.", ["Graafschap College"]),
        ("Stuur het naar Postbus 411.", ["Postbus 411"]),
        ("Sinds tweede kerstdag 2020 is hij weg.", ["tweede kerstdag 2020"]),
        ("De buren van Achter de Hoven 3 klagen.", ["Achter de Hoven 3"]),
        ("In de nacht van 3 op 4 oktober.", ["3 op 4 oktober"]),
        ("Dossier 4471-B is zoek.", ["4471-B"]),
        ("Jan Willem de Haan tekent niet.", ["Jan Willem de Haan"]),
        ("FATIMA WIL NIET PRATEN", ["FATIMA"]),
        ("Ik zag dat Berg Demir kwam.", ["Berg Demir"]),
    ],
)
def test_a_name_is_found(text: str, names: list[str]) -> None:
    assert found(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "Artikel 18 van de Participatiewet en de Awb.",
        "Team Jongeren, het UWV en de Belastingdienst.",
        "A. Voorschot in de zoekperiode",
        "Volgens Kant en Levinas telt de ander.",
        "Vrijheid, Zorg en Trouw zijn waarden.",
        "Per 1 januari 2025 geldt een nieuwe regel tot 18 jaar.",
        "de storm is voorbij en de roos bloeit",
        "Mark de zinnen die wringen.",
    ],
)
def test_an_ordinary_text_stays(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "traits"),
    [
        ("Zij is 34 en zwanger.", ["34", "zwanger"]),
        ("Hij is de enige imam van het dorp.", ["de enige imam van het dorp"]),
        ("Een schuld van € 17.384,22.", ["€ 17.384,22"]),
        ("De 16-jarige zoon.", ["16-jarige"]),
    ],
)
def test_a_trait_only_asks(text: str, traits: list[str]) -> None:
    assert asked(text) == traits
    assert found(text) == []


def test_a_name_in_one_field_is_found_in_another() -> None:
    # GIVEN a name that only its form of address betrays
    texts = ["Mevrouw Linde belt.", "Dan komt Linde langs."]
    # WHEN both are one document
    by_text = candidates(texts, KNOWN)
    # THEN both mentions are the same person
    keys = {one.key for finds in by_text.values() for one in finds if one.kind is FindKind.PERSON}
    assert keys == {"name:linde"}


def test_a_part_of_a_name_is_the_same_person() -> None:
    finds = find("Ik sprak Kibrom Weldu. Daarna belde Weldu en vroeg Kibrom om hulp.", KNOWN)
    assert {one.key for one in finds} == {"name:kibrom weldu"}
    assert len(finds) == 3


def test_the_corpus_leaks_little_and_its_traps_stay() -> None:
    lines = (CORPUS / "build.jsonl").read_text(encoding="utf-8").splitlines()
    spans = leaked = traps = touched = 0
    for row in map(json.loads, lines):
        taken = {
            i for one in find(row["text"], KNOWN) if not one.asks for i in range(one.start, one.end)
        }
        gold = [s for s in row["spans"] if s["label"] not in SOFT | {"OPTIONEEL"}]
        spans += len(gold)
        leaked += sum(not taken & set(range(s["start"], s["end"])) for s in gold)
        if not row["spans"]:
            traps += 1
            touched += bool(taken)
    assert spans > 300
    assert traps > 40
    assert leaked / spans <= 0.03
    assert touched / traps <= 0.05
