"""Reading a house style from a small file; whatever is wrong is told with its place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from os.path import lexists
from pathlib import Path
from typing import Any, cast

from beraad import untrusted
from beraad.assets import HOUSE
from beraad.errors import Solvable
from beraad.phases.data_file import open_data
from beraad.report.house.contrast import LEAST, contrast, tinted
from beraad.report.house.pictures import Unusable, logo
from beraad.report.house.style import OURS, House, Logo
from beraad.report.theme import Colour, Theme, Tint

_PAPER = "FFFFFF"
_COLOURS = ("accent", "keuze-a", "keuze-b")
_COLOUR = re.compile(r"#?([0-9A-Fa-f]{6})")
_LARGEST = 1_000_000
_LONGEST_NAME, _LONGEST_ALTERNATIVE = 80, 200


class _Fault(Exception):
    """What is wrong, and under which key."""

    def __init__(self, key: str, why: str) -> None:
        super().__init__(key, why)
        self.key = key
        self.why = why


def read_house(path: Path) -> House:
    """The house style in a file.

    Raises Solvable with the file, the key and the reason: a key or colour that is not understood,
    a colour that is hard to read on paper, a logo without words or that cannot be used.
    """
    unusable = f"De huisstijl in {path.name} is niet te gebruiken"
    try:
        return _house(open_data(path).table(), path.parent)
    except Solvable as problem:
        happened = f"{unusable}. {problem.happened}"
    except _Fault as fault:
        happened = f"{unusable}: bij {fault.key} staat iets dat niet kan: {fault.why}."
    raise Solvable(
        happened,
        kept="Beraad gebruikt de gewone stijl. Er is niets veranderd.",
        way_out=f"Verbeter {path.name}, of haal het bestand weg.",
    )


def house_for(folder: Path, chosen: Path | None = None) -> tuple[House, Solvable | None]:
    """The house style of a folder, or of the file that was chosen instead; and what is wrong.

    Without a file, and when it cannot be used, documents look like ours.
    """
    path = chosen or folder / HOUSE
    if chosen is None and not lexists(path):
        return OURS, None
    try:
        return read_house(path), None
    except Solvable as problem:
        return OURS, problem


def _house(said: Mapping[str, Any], folder: Path) -> House:
    _only("het bestand", said, ("naam", "kleuren", "logo"))
    colours = _table(said, "kleuren")
    _only("kleuren", colours, _COLOURS)
    picture = _table(said, "logo")
    return House(
        name=_line(said, "naam", "naam", _LONGEST_NAME),
        theme=_theme({key: _colour(colours, key) for key in _COLOURS if key in colours}),
        logo=_logo(picture, folder) if picture else None,
    )


def _theme(found: Mapping[str, Colour]) -> Theme:
    theme = Theme()
    if accent := found.get("accent"):
        theme = replace(theme, accent=accent)
    if first := found.get("keuze-a"):
        theme = replace(theme, option_a=Tint(first, tinted(first)))
    if second := found.get("keuze-b"):
        theme = replace(theme, option_b=Tint(second, tinted(second)))
    return theme


def _colour(said: Mapping[str, Any], key: str) -> Colour:
    place = f"kleuren.{key}"
    found = _COLOUR.fullmatch(str(said[key]))
    if found is None:
        raise _Fault(place, "een kleur is # met zes cijfers of letters, zoals #0E5E6F")
    colour = found[1].upper()
    behind = _PAPER if key == "accent" else tinted(colour)
    ratio = contrast(colour, behind)
    if ratio < LEAST:
        shown = f"{ratio:.1f}".replace(".", ",")
        raise _Fault(place, f"de kleur is te licht om te lezen ({shown} : 1; nodig is 4,5 : 1)")
    return colour


def _logo(said: Mapping[str, Any], folder: Path) -> Logo:
    _only("logo", said, ("bestand", "beschrijving"))
    name = _line(said, "bestand", "logo.bestand", _LONGEST_ALTERNATIVE)
    alternative = _line(said, "beschrijving", "logo.beschrijving", _LONGEST_ALTERNATIVE)
    if not name:
        raise _Fault("logo.bestand", "er staat geen bestand")
    if not alternative:
        raise _Fault("logo.beschrijving", "zeg in woorden wat het logo laat zien")
    try:
        return logo(untrusted.read_bytes(folder / name, most=_LARGEST), alternative)
    except OSError as error:
        raise _Fault("logo.bestand", error.strerror or "het is niet te lezen") from error
    except Unusable as error:
        raise _Fault("logo.bestand", str(error)) from error


def _table(said: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    found = said.get(key, {})
    if not isinstance(found, dict):
        raise _Fault(key, f"schrijf eerst [{key}] op een eigen regel")
    return cast("Mapping[str, Any]", found)


def _line(said: Mapping[str, Any], key: str, place: str, longest: int) -> str:
    found = said.get(key, "")
    if not isinstance(found, str):
        raise _Fault(place, "zet tekst tussen aanhalingstekens")
    text = " ".join(found.split())
    if len(text) > longest:
        raise _Fault(place, f"de tekst is langer dan {longest} tekens")
    return text


def _only(where: str, said: Mapping[str, Any], known: Iterable[str]) -> None:
    names = tuple(known)
    for key in said:
        if key not in names:
            raise _Fault(
                where, f"“{untrusted.shown(key)}” bestaat niet; kies uit {', '.join(names)}"
            )
