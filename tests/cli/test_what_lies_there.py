"""A command says what lies in the place of its file, and never that nothing is there."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from beraad.cli import main
from tests.odd_files import ODD, circle, endless, folder, listening, pipe

pytestmark = pytest.mark.skipif(os.name != "posix", reason="these do not exist there")

_ABSENT = ("is er niet", "bestaat niet", "er niet (meer)", "er niet meer")
_SAYS = {
    pipe: "doorgeefbuis",
    endless: "apparaat",
    folder: "map",
    circle: "zichzelf",
    listening: "socket",
}

_TAKE_A_FILE = (
    "herstel {}",
    "wis {}",
    "overdragen {} --naar {}.age",
    "openen {}",
    "verslag {} --vorm md",
    "controleer {}",
    "cursus controleer {}",
    "cursus open {}",
)


@pytest.fixture(autouse=True)
def _nobody_types(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    words = tmp_path / "woorden"
    words.write_text("een twee drie vier vijf zes", "utf-8")
    monkeypatch.setenv("BERAAD_WOORDEN_BESTAND", str(words))


def place_for(command: str, folder: Path) -> Path:
    """Where the file would be, in a folder with beraden."""
    (folder / "b").mkdir()
    return folder / "b" / ("iets.cursus" if "cursus" in command else "iets.beraad")


def said_by(command: str, path: Path, capsys: pytest.CaptureFixture[str]) -> str:
    try:
        code = main(["--sessions", str(path.parent), *command.format(path, path).split()])
    except SystemExit as end:
        code = end.code
    told = capsys.readouterr()
    assert code != 0, told
    return told.out + told.err


@pytest.mark.parametrize("command", _TAKE_A_FILE)
@pytest.mark.parametrize("odd", list(_SAYS), ids=lambda make: make.__name__)
def test_it_is_said_what_lies_there(
    command: str,
    odd: Callable[[Path], None],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    if odd is folder and command.startswith("herstel"):
        pytest.skip("een map met reservekopieën mag")
    path = place_for(command, tmp_path)
    odd(path)

    told = said_by(command, path, capsys)

    assert not [word for word in _ABSENT if word in told], told
    assert _SAYS[odd] in told


@pytest.mark.parametrize("command", _TAKE_A_FILE)
def test_of_nothing_it_is_said_that_it_is_not_there(
    command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told = said_by(command, place_for(command, tmp_path), capsys)
    assert [word for word in _ABSENT if word in told], told


@pytest.mark.parametrize("command", ["lijst", "reservekopie", "zoek-betrokkene Naam"])
@pytest.mark.parametrize("odd", [pipe, listening, endless], ids=lambda make: make.__name__)
def test_a_folder_with_beraden_that_is_none_is_said_to_be_that(
    command: str, odd: Callable[[Path], None], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "beraden"
    odd(path)
    code = main([*command.split(), "--sessions", str(path)])
    told = capsys.readouterr()
    assert code != 0
    assert _SAYS[odd] in told.out + told.err


def test_every_odd_thing_is_asked_about() -> None:
    assert {each.__name__ for each in _SAYS} | {"huge"} == set(ODD)
