"""What an organisation chose for all its laptops, in one file that its administrator puts there.

A choice of the user goes before it, but for what the organisation fixed. A file that says something
that cannot be counts for nothing at all: half a policy would look like a whole one.
"""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, cast

from platformdirs import site_config_path

from beraad import untrusted
from beraad.errors import Solvable

if TYPE_CHECKING:
    from tomllib import TOMLDecodeError

FILE_NAME = "organisatie.toml"

MOST_BYTES = 100_000
LONGEST_TEXT = 2_000
"""Signs in one text; the longest that stands ready is a paragraph."""

_FIXED = "vast"
_MOST_WORDS = 50
_ENORMOUS = 10**9
_TOO_LARGE = "er staat een getal in dat veel te groot is"


class _Form(Enum):
    """How a value is written in the file."""

    TEXT = "een tekst van 1 tot en met 2.000 tekens"
    NUMBER = "een heel getal"
    SWITCH = "true of false"
    LIST = "een lijst met één of meer vormen, elk apart,"
    PLACE = "een volledig pad"
    ADDRESS = "een adres zonder wachtwoord"


_SWITCHES = {"luisterhulp/tips": ("aan", "uit")}
_USUAL_SWITCH = ("ja", "nee")

_KNOWN: Mapping[str, _Form] = MappingProxyType(
    {
        "weergave/thema": _Form.TEXT,
        "weergave/tekst": _Form.NUMBER,
        "weergave/spelling": _Form.SWITCH,
        "weergave/onderstrepen": _Form.SWITCH,
        "groepsscherm/thema": _Form.TEXT,
        "groepsscherm/tekst": _Form.NUMBER,
        "luisterhulp/tips": _Form.SWITCH,
        "kluis/minuten": _Form.NUMBER,
        "reservekopie/map": _Form.PLACE,
        "gemeente/adres": _Form.ADDRESS,
        "gemeente/certificaat": _Form.PLACE,
        "gemeente/vanzelf": _Form.SWITCH,
        "verslag/lengte": _Form.TEXT,
        "verslag/vormen": _Form.LIST,
        "standaard/team": _Form.TEXT,
        "standaard/vertrouwelijkheid": _Form.TEXT,
        "standaard/verslag": _Form.TEXT,
        "standaard/eerste lezer": _Form.TEXT,
        "standaard/minuten": _Form.NUMBER,
        "standaard/bewaren": _Form.NUMBER,
    }
)
"""What may be given. The folder of the beraden is not here: they would seem gone."""

FIXABLE = frozenset(
    {
        "kluis/minuten",
        "reservekopie/map",
        "gemeente/adres",
        "gemeente/certificaat",
        "gemeente/vanzelf",
    }
)
"""What may be fixed: what is not about one beraad, and not about how somebody sees or writes."""


@dataclass(frozen=True, slots=True)
class Organisation:
    """What was chosen for everybody.

    Attributes:
        values: by the key of the setting, written as settings are.
        fixed: the keys that a user cannot choose otherwise.
        problem: why the file counts for nothing, if so.
    """

    values: Mapping[str, str] = field(default_factory=dict[str, str])
    fixed: frozenset[str] = frozenset()
    problem: Solvable | None = None


NOBODY = Organisation()
"""No organisation chose anything."""


class Impossible(ValueError):
    """What the file says cannot be; its text says what, in Dutch."""


def read_organisation(
    places: Iterable[Path] | None = None, trusted: Callable[[Path], bool] | None = None
) -> Organisation:
    """What the first file that is there says.

    `trusted` tells whether whoever owns a file may choose for this user.
    """
    for path in usual_places() if places is None else places:
        if os.path.lexists(path):
            return _read(path, trusted or is_trusted)
    return NOBODY


def refused(why: str) -> Organisation:
    """A file that counts for nothing."""
    problem = Solvable(
        f"De instellingen van je organisatie gelden niet: {why}.",
        kept="Beraad begint met je eigen instellingen.",
        way_out=f"Vraag je beheerder om {FILE_NAME} na te kijken.",
    )
    return Organisation(problem=problem)


def usual_places() -> tuple[Path, ...]:
    """Where an administrator can put the file; the first that is there counts."""
    if os.name != "nt":
        return (Path("/etc/beraad") / FILE_NAME,)
    for_all = site_config_path("Beraad", appauthor=False) / FILE_NAME
    beside = Path(sys.executable).parent.parent / FILE_NAME
    return (for_all, beside) if sys.executable else (for_all,)


def is_trusted(path: Path) -> bool:
    """Whether the file is of the system or of this user, and nobody else can write in it.

    Anybody may make a folder where Windows keeps what is for all users. Raises OSError.
    """
    if os.name == "nt":
        from beraad.store.owner import is_of_system_or_user

        return is_of_system_or_user(path)
    found = path.stat()
    writable = found.st_mode & (stat.S_IWGRP | stat.S_IWOTH)
    return found.st_uid in {0, os.geteuid()} and not writable


def _read(path: Path, trusted: Callable[[Path], bool]) -> Organisation:
    import tomllib

    try:
        untrusted.require(path, most=MOST_BYTES)
        if not trusted(path):
            return refused("iemand anders dan je beheerder kan het bestand veranderen")
        return parse(tomllib.loads(untrusted.read_text(path, most=MOST_BYTES)))
    except OSError as error:
        why = error.strerror or "het is niet te lezen"
    except UnicodeDecodeError:
        why = "het is geen tekst in UTF-8"
    except tomllib.TOMLDecodeError as error:
        why = f"het is geen TOML, {_where(error)}"
    except RecursionError:
        why = "het is geen TOML"
    except Impossible as error:
        why = str(error)
    except ValueError:  # Python reads no number of thousands of figures.
        why = _TOO_LARGE
    return refused(why)


def parse(told: Mapping[str, object]) -> Organisation:
    """What the file says. Raises Impossible."""
    values: dict[str, str] = {}
    for section, inside in told.items():
        if section == _FIXED:
            continue
        if not isinstance(inside, dict):
            raise Impossible(f"{_shown(section)} hoort in een [groep] te staan")
        for name, value in cast("dict[str, object]", inside).items():
            key = f"{section}/{name}"
            if key not in _KNOWN:
                raise Impossible(f"{_shown(key)} kan een organisatie niet kiezen")
            values[key] = _written(key, value)
    return Organisation(values, _fixed(told.get(_FIXED, []), values))


def _fixed(told: object, values: Mapping[str, str]) -> frozenset[str]:
    if not isinstance(told, list):
        raise Impossible(f"{_FIXED} is geen lijst")
    keys = [str(key) for key in cast("list[object]", told)]
    for key in keys:
        if key not in FIXABLE:
            able = ", ".join(sorted(FIXABLE))
            raise Impossible(f"{_shown(key)} kan niet vast, wel {able}")
        if key not in values:
            raise Impossible(f"{_shown(key)} is vast en staat er niet")
    return frozenset(keys)


def _written(key: str, value: object) -> str:
    """The value as settings write it. Raises Impossible for one of another form."""
    form = _KNOWN[key]
    found: str | None = None
    if isinstance(value, bool):
        on, off = _SWITCHES.get(key, _USUAL_SWITCH)
        found = (on if value else off) if form is _Form.SWITCH else None
    elif isinstance(value, int):
        if abs(value) >= _ENORMOUS:
            raise Impossible(_TOO_LARGE)
        found = str(value) if form is _Form.NUMBER else None
    elif isinstance(value, list):
        words = [str(each) for each in cast("list[object]", value)]
        fits = all(map(_is_word, words)) and 0 < len(words) < _MOST_WORDS
        found = " ".join(words) if form is _Form.LIST and fits else None
    elif isinstance(value, str) and 0 < len(value) <= LONGEST_TEXT and "\0" not in value:
        found = value if _is_text_of(form, value) else None
    if found is None:
        raise Impossible(f"{_shown(key)} hoort {form.value} te zijn")
    return found


def _is_word(text: str) -> bool:
    return text.replace(".", "").isalnum()


def _is_text_of(form: _Form, text: str) -> bool:
    if form is _Form.PLACE:
        return Path(text).is_absolute()
    return form is _Form.TEXT or (form is _Form.ADDRESS and _is_address(text))


def _is_address(text: str) -> bool:
    from beraad.store.municipality.place import place_of

    try:
        place_of(text)
    except Solvable:
        return False
    return True


def _shown(said: object) -> str:
    return f"“{untrusted.shown(str(said))}”"


def _where(error: TOMLDecodeError) -> str:
    """The place in the file; the rest is English."""
    place = str(error).rpartition("(at ")[2].rstrip(")")
    line = place.removeprefix("line ").partition(",")[0]
    return f"zie regel {line}" if line.isdigit() else "zie het einde"
