"""Over Beraad: which version this is, from when, and whose parts are in it under which licence.

A package brings a list of its parts along; elsewhere the installed packages say it themselves.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date, timedelta
from html import escape
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path

from beraad import __version__
from beraad.phases.dates import full_date

TITLE = "Over Beraad"

PACKAGES = (
    "annotated-types",
    "cffi",
    "charset-normalizer",
    "cryptography",
    "lxml",
    "markdown",
    "packaging",
    "pikepdf",
    "pillow",
    "platformdirs",
    "psycopg",
    "psycopg-binary",
    "pycparser",
    "pydantic",
    "pydantic-core",
    "pyenchant",
    "pyrage",
    "pyside6-essentials",
    "python-stdnum",
    "reportlab",
    "segno",
    "shiboken6",
    "sqlalchemy",
    "sqlcipher3",
    "sqlmodel",
    "typing-extensions",
    "typing-inspection",
    "tzdata",
)
"""Every package that Beraad may bring along; not each is needed on every system."""

_LIST = Path(__file__).parents[2] / "onderdelen.json"
_OLD = timedelta(days=183)
_LONGEST = 60
_FIELDS = ("License-Expression", "License")
_CLASS = "License :: OSI Approved :: "


@dataclass(frozen=True, slots=True)
class Component:
    """A part of others.

    Attributes:
        inside: what of others again lies in it.
    """

    name: str
    version: str
    licence: str
    inside: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Edition:
    """What this copy of Beraad is; `made` only for a package."""

    version: str
    made: date | None
    components: tuple[Component, ...]


def edition(listed: Path = _LIST) -> Edition:
    """What the package says of itself, or else what is installed here."""
    if not listed.exists():
        return Edition(__version__, None, tuple(_installed()))
    told = json.loads(listed.read_text(encoding="utf-8"))
    return Edition(
        told["versie"],
        date.fromisoformat(told["gemaakt"]),
        tuple(
            Component(each["naam"], each["versie"], each["licentie"], tuple(each["met"]))
            for each in told["onderdelen"]
        ),
    )


def is_old(made: date, today: date) -> bool:
    """Whether it is time to ask for a newer version; Beraad itself never looks for one."""
    return today - made > _OLD


def page(of: Edition, today: date, *, anchor: str) -> str:
    """The chapter of the help, in HTML."""
    when = ""
    if of.made is not None:
        when = f"<p>Deze versie is van {full_date(of.made)}."
        if is_old(of.made, today):
            when += " Dat is meer dan zes maanden geleden: vraag of er een nieuwe is."
        when += " Beraad zoekt zelf nooit naar een nieuwe versie.</p>"
    rows = "".join(map(_row, of.components))
    heading = f'<h2><a name="{anchor}"></a>{TITLE}</h2>'
    ours = (
        f"<p>Beraad {escape(of.version)}, onder de EUPL 1.2. Het lettertype Inter valt onder de "
        "SIL Open Font License 1.1; de iconen zijn van Lucide (ISC).</p>"
    )
    theirs = f"<p>Deze onderdelen zijn van anderen:</p><table>{rows}</table>"
    return f"{heading}{ours}{when}{theirs}"


def _row(component: Component) -> str:
    name = f"{component.name} {component.version}"
    inside = f" met {', '.join(component.inside)}" if component.inside else ""
    return (
        f"<tr><td><b>{escape(name)}</b>{escape(inside)}</td>"
        f"<td>{escape(component.licence)}</td></tr>"
    )


def _installed() -> list[Component]:
    found: list[Component] = []
    for name in PACKAGES:
        try:
            told = metadata(name)
        except PackageNotFoundError:
            continue
        licence = next(filter(None, (_named(told[each]) for each in _FIELDS if each in told)), "")
        classes = (str(each) for each in told.get_all("Classifier") or ())
        by_class = next((each for each in classes if each.startswith(_CLASS)), "")
        found.append(
            Component(
                told["Name"],
                told["Version"],
                licence or by_class.removeprefix(_CLASS) or "zie het pakket",
            )
        )
    return found


def _named(licence: str) -> str:
    """Some packages put the whole text of their licence where its name belongs."""
    line = licence.strip()
    return line if "\n" not in line and len(line) <= _LONGEST else ""
