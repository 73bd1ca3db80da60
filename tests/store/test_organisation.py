from __future__ import annotations

import os
import re
import stat
import tomllib
from pathlib import Path

import pytest

from beraad.store.organisation import (
    _KNOWN,
    FILE_NAME,
    FIXABLE,
    MOST_BYTES,
    NOBODY,
    is_trusted,
    read_organisation,
)
from beraad.ui.settings import Settings, _Choice

WHOLE = """vast = ["kluis/minuten"]

[kluis]
minuten = 5

[luisterhulp]
tips = false

[weergave]
spelling = true

[standaard]
"eerste lezer" = "de inbrenger"
bewaren = 12

[verslag]
vormen = ["pdf", "odt", "mdto.xml"]
"""


@pytest.fixture
def path(tmp_path):
    return tmp_path / FILE_NAME


def reading(path, text):
    path.write_text(text, encoding="utf-8")
    path.chmod(0o644)
    return read_organisation([path])


def test_without_a_file_nobody_chose_anything(path):
    assert read_organisation([path]) is NOBODY


def test_what_was_chosen_is_written_as_settings_are(path):
    told = reading(path, WHOLE)

    assert told.problem is None
    assert told.fixed == {"kluis/minuten"}
    assert told.values == {
        "kluis/minuten": "5",
        "luisterhulp/tips": "uit",
        "weergave/spelling": "ja",
        "standaard/eerste lezer": "de inbrenger",
        "standaard/bewaren": "12",
        "verslag/vormen": "pdf odt mdto.xml",
    }


def test_the_first_file_that_is_there_counts(path, tmp_path):
    reading(path, "[kluis]\nminuten = 5\n")
    other = tmp_path / "elders.toml"
    reading(other, "[kluis]\nminuten = 30\n")

    told = read_organisation([tmp_path / "weg.toml", other, path])

    assert told.values == {"kluis/minuten": "30"}


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("[kluis]\n\n?", "geen TOML, zie regel 3"),
        ("[kluis", "geen TOML, zie"),
        ("kluis = {", "geen TOML, zie"),
        ("a = " + "[" * 9000, "geen TOML"),
        ("kluis = 5", "“kluis” hoort in een [groep] te staan"),
        ("[kluis]\nminuten = '5'", "“kluis/minuten” hoort een heel getal te zijn"),
        ("[kluis]\nminuten = 7.5", "“kluis/minuten” hoort een heel getal te zijn"),
        ("[kluis]\nminuten = true", "“kluis/minuten” hoort een heel getal te zijn"),
        ("[kluis]\nminuten = 99999999999999999999", "er staat een getal in dat veel te groot is"),
        (f"[kluis]\nminuten = {'9' * 5000}", "er staat een getal in dat veel te groot is"),
        (f"[kluis]\nminuten = 0x{'f' * 9000}", "er staat een getal in dat veel te groot is"),
        ("[kluis]\n'nu niet' = true", "“kluis/nu niet” kan een organisatie niet kiezen"),
        ("[beraden]\nmap = '/ergens'", "“beraden/map” kan een organisatie niet kiezen"),
        ("[weergave]\nspelling = 'ja'", "“weergave/spelling” hoort true of false te zijn"),
        ("[reservekopie]\nmap = 'hier'", "“reservekopie/map” hoort een volledig pad te zijn"),
        (
            "[standaard]\nteam = ''",
            "“standaard/team” hoort een tekst van 1 tot en met",
        ),
        (
            f"[standaard]\nteam = '{'x' * 2001}'",
            "“standaard/team” hoort een tekst van 1 tot en met",
        ),
        (
            "[standaard]\nteam = {a = 1}",
            "“standaard/team” hoort een tekst van 1 tot en met",
        ),
        ("[verslag]\nvormen = 'pdf'", "hoort een lijst met één of meer vormen"),
        ("[verslag]\nvormen = []", "hoort een lijst met één of meer vormen"),
        ("[verslag]\nvormen = ['']", "hoort een lijst met één of meer vormen"),
        (
            "[verslag]\nvormen = ['pdf odt']",
            "hoort een lijst met één of meer vormen",
        ),
        (
            "[verslag]\nvormen = [['pdf']]",
            "hoort een lijst met één of meer vormen",
        ),
        (
            "[gemeente]\nadres = 'postgresql://laptop:geheim@register.invalid/beraad'",
            "“gemeente/adres” hoort een adres zonder wachtwoord te zijn",
        ),
        ("vast = 5", "vast is geen lijst"),
        (
            "vast = ['weergave/tekst']\n[weergave]\ntekst = 150",
            "“weergave/tekst” kan niet vast, wel gemeente/adres, gemeente/certificaat, ",
        ),
        ("vast = [['a']]", "kan niet vast"),
        ("vast = ['kluis/minuten']", "“kluis/minuten” is vast en staat er niet"),
    ],
)
def test_one_thing_that_cannot_be_makes_that_nothing_holds(path, text, why):
    told = reading(path, text)

    assert (dict(told.values), told.fixed) == ({}, frozenset())
    assert why in told.problem.happened
    assert told.problem.happened.startswith("De instellingen van je organisatie gelden niet: ")
    assert "geheim" not in str(told.problem)
    assert len(str(told.problem).splitlines()) == 1


def test_a_file_that_is_none_is_told(path):
    path.mkdir()

    assert "het is een map" in read_organisation([path]).problem.happened


def test_a_file_of_anything_is_told(path):
    path.write_bytes(b"\xff\xfe\x00")
    assert "geen tekst in UTF-8" in read_organisation([path]).problem.happened

    path.write_bytes(b"#" * (MOST_BYTES + 1))
    assert "groter dan 0,1 MB" in read_organisation([path]).problem.happened


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="zo'n bestand is er daar niet")
def test_a_pipe_that_nobody_writes_to_is_not_waited_for(path):
    os.mkfifo(path)

    assert read_organisation([path]).problem is not None


def test_who_does_not_own_the_laptop_chooses_for_nobody(path):
    path.write_text(WHOLE, encoding="utf-8")

    told = read_organisation([path], trusted=lambda _: False)

    assert told.values == {}
    assert "iemand anders" in told.problem.happened


@pytest.mark.skipif(os.name == "nt", reason="rights are kept in another way there")
@pytest.mark.parametrize(("mode", "trusted"), [(0o644, True), (0o664, False), (0o646, False)])
def test_a_file_that_others_write_in_is_not_trusted(path, mode, trusted):
    path.touch()
    path.chmod(mode)

    assert is_trusted(path) is trusted


@pytest.mark.skipif(os.name == "nt", reason="rights are kept in another way there")
def test_a_file_of_another_user_is_not_trusted(path, monkeypatch):
    path.touch()
    found = path.stat()
    elsewhere = os.stat_result((stat.S_IFREG | 0o644, *found[1:4], 4711, *found[5:]))
    monkeypatch.setattr(Path, "stat", lambda _: elsewhere)
    monkeypatch.setattr(os, "geteuid", lambda: 4712)

    assert not is_trusted(path)


def test_every_key_is_a_setting_and_what_may_be_fixed_may_be_given():
    settings = {each.key for each in vars(Settings).values() if isinstance(each, _Choice)}

    assert settings > _KNOWN.keys() > FIXABLE


def test_the_example_for_administrators_is_one_that_works(path):
    page = (Path(__file__).parents[2] / "docs" / "beheer.md").read_text(encoding="utf-8")
    example = page.partition("```toml\n")[2].partition("```")[0]

    told = reading(path, example.replace("H:\\\\", "/H/"))

    assert told.problem is None
    assert told.fixed
    assert Settings(path.with_name("i.ini"), told).problem is None
    listed = {f"`{key}`" for key in _KNOWN}
    assert {key for key in listed if key not in page} == set()
    assert tomllib.loads(example)["vast"]


@pytest.mark.parametrize("key", sorted(_KNOWN))
def test_the_page_for_administrators_names_every_value_that_can_be(key):
    page = (Path(__file__).parents[2] / "docs" / "beheer.md").read_text(encoding="utf-8")
    (row,) = [line for line in page.splitlines() if line.startswith("|") and f"`{key}`" in line]
    (choice,) = [
        each for each in vars(Settings).values() if isinstance(each, _Choice) and each.key == key
    ]

    assert choice.possible() in re.sub('[`"]', "", row)
