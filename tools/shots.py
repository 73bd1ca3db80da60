"""Writes a picture of every screen of Beraad, in every theme, text size and width of the window.

    make shots                                          all of them, in build/shots
    make shots ARGS='--only ronde-4'                    one screen in every look
    make shots ARGS='--only "ronde-4-donker-200-1366"'  one picture
    make shots ARGS='--docs'                            the pictures in docs/beelden

A picture is called screen-theme-textsize-width.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from itertools import groupby, product
from pathlib import Path

from PySide6.QtCore import QEvent, QSize
from PySide6.QtWidgets import QApplication

from beraad.ui.settings import Settings
from beraad.ui.theme.palette import ThemeChoice
from tools.invented.folders import fill
from tools.pictures import picture, put_away_others, with_few_colours, write
from tools.scenes import SCENES, Before, Scene, begin, end
from tools.stage import application, open_window

ROOT = Path(__file__).resolve().parent.parent
SHOTS = ROOT / "build" / "shots"
DOCUMENTS = ROOT / "docs" / "beelden"


@dataclass(frozen=True, slots=True)
class Look:
    """How the window looks; `percent` is the size of the text."""

    theme: ThemeChoice
    percent: int
    width: int
    height: int

    def __str__(self) -> str:
        return f"{self.theme}-{self.percent}-{self.width}"


_THEMES = (ThemeChoice.LIGHT, ThemeChoice.DARK, ThemeChoice.CONTRAST)
_HALF_A_SCREEN = (683, 384)

LOOKS = (
    *(
        Look(theme, percent, width, height)
        for theme, percent, (width, height) in product(
            _THEMES, (100, 200), ((1366, 768), (1920, 1080))
        )
    ),
    *(Look(theme, 200, *_HALF_A_SCREEN) for theme in _THEMES),
)
IN_DOCUMENTS = (
    "start",
    "oefenen",
    "zo-kan-het-ook",
    "meekijken",
    "terugkijken",
    "zo-liep-de-tijd",
    "casus-maken",
    "opening",
    *(f"ronde-{number}" for number in range(1, 9)),
    "verslag",
    "document-maken",
    "beamer-4",
    "formulieren",
    "signaal",
    "leerverslag",
    "lessen",
)


@dataclass(frozen=True, slots=True)
class Shot:
    """One picture to take; a small one travels with the documents."""

    scene: Scene
    look: Look
    path: Path
    small: bool = False


def main(arguments: Sequence[str] | None = None) -> int:
    """Take the pictures that were asked for; returns the exit code."""
    asked = _parser().parse_args(arguments)
    shots = tuple(for_documents() if asked.docs else all_shots(asked.uit))
    wanted = [shot for shot in shots if _is_wanted(shot, asked.only)]
    if not wanted:
        sys.stderr.write(f"Zo'n beeld is er niet: {' '.join(asked.only)}\n")
        return 2
    for number, (shot, size) in enumerate(taken(application(), wanted), start=1):
        print(f"{number:3} van {len(wanted)}  {shot.path.name}{_remark(shot.look, size)}")
    return 0


def all_shots(folder: Path) -> Iterator[Shot]:
    """Every screen in every look."""
    for look, scene in product(LOOKS, SCENES):
        yield Shot(scene, look, folder / f"{scene.name}-{look}.png")


def for_documents() -> Iterator[Shot]:
    """The screens that the README and the handleiding show."""
    for scene in SCENES:
        if scene.name in IN_DOCUMENTS:
            yield Shot(scene, LOOKS[0], DOCUMENTS / f"{scene.name}.png", small=True)


def taken(app: QApplication, shots: Iterable[Shot]) -> Iterator[tuple[Shot, QSize]]:
    """Take each picture and tell how large it became; one window for those that begin alike."""
    for (look, before), alike in groupby(shots, key=lambda shot: (shot.look, shot.scene.before)):
        with tempfile.TemporaryDirectory() as home:
            yield from _take(app, Path(home), look, before, alike)


def _take(
    app: QApplication, home: Path, look: Look, before: Before, shots: Iterable[Shot]
) -> Iterator[tuple[Shot, QSize]]:
    settings = Settings(home / "instellingen.ini")
    settings.theme, settings.percent = look.theme, look.percent
    settings.export_folder = home / "Documenten"
    if before.is_in_a_full_folder:
        fill(home / "beraden")
    window = open_window(app, home / "beraden", config=home)
    window.show()
    window.activateWindow()
    picture(app, window)
    begin(window, before)
    picture(app, window)
    for shot in shots:
        shot.scene.go(window)
        app.processEvents()
        subject = shot.scene.window(window) if shot.scene.window else window
        subject.resize(look.width, look.height)
        image = picture(app, subject, alone=subject is not window)
        write(with_few_colours(image) if shot.small else image, shot.path)
        put_away_others(window)
        yield shot, image.size()
    end(window)
    app.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def _remark(look: Look, size: QSize) -> str:
    if (size.width(), size.height()) == (look.width, look.height):
        return ""
    return f"  past niet in het venster: {size.width()} × {size.height()}"


def _is_wanted(shot: Shot, patterns: Sequence[str]) -> bool:
    names = (shot.scene.name, shot.path.stem)
    return not patterns or any(fnmatchcase(name, wish) for name in names for wish in patterns)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        description="Maakt van elk scherm van Beraad een plaatje, in elke weergave."
    )
    parser.add_argument(
        "--only",
        action="append",
        default=[],
        metavar="NAAM",
        help="alleen dit scherm of dit plaatje; mag vaker, en met * erin",
    )
    parser.add_argument("--docs", action="store_true", help="vernieuw de plaatjes in docs/beelden")
    parser.add_argument(
        "--uit", type=Path, default=SHOTS, metavar="MAP", help="waar de plaatjes komen"
    )
    return parser


if __name__ == "__main__":
    sys.exit(main())
