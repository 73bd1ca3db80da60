"""Where everything lies: while building, and in the folder that is built."""

from __future__ import annotations

from pathlib import Path

from tools.locking.places import ROOT

HERE = Path(__file__).parent
BUILD = ROOT / "build" / "windows"

PROGRAM = "Beraad"
"""The folder that is built; in it everything has the place it has on a laptop."""

PYTHON = "python"
"""Python as python.org made it; only the list of folders to import from is ours."""

APP = "app"
"""What Python imports: the packages of PyPI and Beraad itself."""

LICENCES = "licenties"
SBOM = "beraad.cdx.json"
PARTS = "beraad/onderdelen.json"
"""The parts with their licences, as Beraad shows them; in what Python imports from."""

PORTABLE = "draagbaar.txt"
"""Its presence makes Beraad keep everything beside itself; see `beraad.store.own_folders`."""


def in_order(folder: Path) -> list[Path]:
    """Every file in a folder, in the same order on every computer."""
    found = (path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    return sorted(found, key=lambda path: path.relative_to(folder).as_posix())
