"""What is asked or taken out because of what it is, whoever typed it: each with its brothers."""

from __future__ import annotations

import pytest

from beraad.privacy.dutch.lexicon import shipped
from beraad.privacy.finding.finding import find
from beraad.privacy.signs.known.known_names import KnownNames
from beraad.privacy.text.page import lay_out

KNOWN = KnownNames.named(year=2026)


def seen(text: str) -> str:
    """The text with a dot for each letter that is pointed out or goes."""
    letters = list(text)
    for one in find(text, KNOWN):
        letters[one.start : one.end] = "·" * (one.end - one.start)
    return "".join(letters)


@pytest.mark.parametrize(
    ("text", "gone"),
    [
        ("dossiernummer drie vier streepje zeven een een acht", "streepje"),
        ("zaaknummer c slash nul een slash drie acht acht", "slash"),
        ("kinderen: zion 2012, zoë 2015", "2015"),
        ("Minderjarige: Isra Bouchiba (2018).", "2018"),
        ("Kernteam Haagse Beemden, 5-11. Aanwezig: allen", "5-11"),
        ("zorgmelding: man ong. 45, vrouw +/- 40, twee kinderen", "45"),
        ("zorgmelding: man ong. 45, vrouw +/- 40, twee kinderen", "40"),
        ("leeftijden: 83 en 86", "86"),
        ("age (6) en wybren (9) slapen op een kamer", "9"),
        ("meike is 8,5 en zit bij mij in de klas", "8,5"),
        ("daar slaapt u met 5 en 3-jarige dochters", "5"),
        ("Cliënt: E.M. (Liesbeth) Tjin-Kon-Fat", "E.M"),
        ("bij haar moeder, mevrouw donkersloot-bril.", "donkersloot-bril"),
        ("Zij heet B. Bonte-Koe en blijft.", "Bonte-Koe"),
        ("Noor is opgehaald door opa Ben, niet door moeder", "Ben"),
        ("Dewi zegt niets. De Combinatie moet kiezen.", "Combinatie"),
        ("kerk is er ook bij, ds Klop. Bel terug", "Klop"),
        ("op het adres de gouden leeuw 113 staan zij", "gouden leeuw 113"),
        ("een brief van het cjib, 8 0045 2217 3391.", "8 0045 2217 3391"),
        ("m. van oers merkt op dat het niet kan", "m. van oers"),
        ("Adressen: Slikkade 40 t/m 52, op naam", "52"),
        ("signaal uit centrum-zuid", "centrum-zuid"),
        ("ik durfde boos te worden op mei en dat mocht", "mei"),
        ("dhr dag voor de vierde keer, boos", "dag"),
        ("wie gaat er mee? floor of wil, ik niet", "wil"),
        ("woningstichting thuis in de streek wil ontruimen", "thuis in de streek"),
        ("Geduld is 19 en zwanger.", "Geduld"),
        ("een jongen die ze de lange noemen", "de lange"),
        ("Kerkplein 1923 nr. 8", "Kerkplein 1923"),
    ],
)
def test_it_is_pointed_out(text: str, gone: str) -> None:
    assert gone in text
    assert gone not in seen(text)


@pytest.mark.parametrize(
    "text",
    [
        "De kans is 1/2, de uitslag 2-3.",
        "de stichting en de gemeente praten",
        "de vereniging is opgeheven",
        "In de Jeugdwet (2015) staat het.",
        "Punt (1) en punt (2) en punt (3).",
        "Notitie v0.7, subsidie 155.000",
        "Onderwerp: FW: RE: vergadering",
        "het verzoek kwam in mei, de hulp in juni",
        "Behandel gelijke gevallen gelijk.",
        "gooi niks weg zonder te vragen",
        "moe, opgelucht, een beetje bang",
        "niet elke avond hoeven rijden",
    ],
)
def test_it_stays_without_a_question(text: str) -> None:
    assert seen(text) == text


def test_a_sentence_in_capitals_is_read_as_one_without() -> None:
    text = "MOEDER HEEFT GISTEREN MET DE SCHOOL GEBELD OVER FATIMA"
    assert lay_out(text, 2026).cased == text.lower()
    assert seen(text) == text.replace("FATIMA", "······")


@pytest.mark.parametrize("text", ["TEAM WONEN", "zaak LEE 26/1093", "MEVR. DE WIT: ONTRUIMING"])
def test_a_few_capitals_are_no_sentence(text: str) -> None:
    assert lay_out(text, 2026).cased == text


def test_common_words_come_before_rare_ones() -> None:
    common = shipped().common
    assert common["de"] == 0
    assert common["de"] < common["koffie"] < common["discotheek"]
    assert "belhamel" not in common


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("de fontein houdt een plek vrij voor haar", "fontein"),
        ("ria van de snackbar (de hap) gaf hem eten", "hap"),
    ],
)
def test_a_word_with_its_article_is_asked_about_where_something_is_called_so(text, name):
    assert [one.asks for one in find(text, KNOWN) if one.text == name] == [True]


@pytest.mark.parametrize(
    ("text", "name", "asks"),
    [
        ("ouderling schaap komt morgen", "schaap", False),
        ("volgens vos is hij ziek", "vos", False),
        ("toen riep bever dat het mis was", "bever", True),
        ("omdat bloem haar kind weer alleen laat", "bloem", False),
        ("kinderne zijn weg", "kinderne", True),
    ],
)
def test_a_plain_word_only_goes_where_what_stands_around_it_tells_of_a_name(text, name, asks):
    assert [one.asks for one in find(text, KNOWN) if one.text == name] == [asks]


@pytest.mark.parametrize("name", ["donkersloot-bril", "schreuders-lust"])
def test_both_halves_of_a_surname_are_one_name(name):
    assert [one.text for one in find(f"zij sprak mevrouw {name}.", KNOWN)] == [name]
