"""The package of Debian: the program, and what the desktop and dpkg have to know."""

from __future__ import annotations

import gzip
import tomllib
from datetime import UTC, datetime
from email.utils import format_datetime
from pathlib import Path

from tools.linux.deb import Entry, package, size_in_kibibytes
from tools.linux.program import entries_of
from tools.locking.places import ROOT
from tools.windows.guide import for_administrators

HERE = Path(__file__).parent
_OF_DEBIAN = HERE / "of_debian"
_DOC = "usr/share/doc/beraad"


def debian_package(program: Path, version: str, made: int) -> bytes:
    """The package of a program that was built in a folder."""
    files = {**entries_of(program), **_for_the_desktop(), **_about(program, version, made)}
    needs = tomllib.loads((_OF_DEBIAN / "needs.toml").read_text(encoding="utf-8"))
    control = _text("control").format(
        version=version,
        size=size_in_kibibytes(files),
        depends=", ".join(needs["depends"]),
        recommends=", ".join(needs["recommends"]),
    )
    told = {
        "control": Entry(control.encode()),
        "postinst": Entry(_read("postinst"), 0o755),
        "prerm": Entry(_read("prerm"), 0o755),
    }
    return package(told, files, made)


def _for_the_desktop() -> dict[str, Entry]:
    icon = ROOT / "beraad" / "assets" / "icons" / "beraad.svg"
    return {
        "usr/bin/beraad": Entry(_read("beraad"), 0o755),
        "usr/share/applications/beraad.desktop": Entry((HERE / "beraad.desktop").read_bytes()),
        "usr/share/mime/packages/beraad.xml": Entry((HERE / "beraad.xml").read_bytes()),
        "usr/share/icons/hicolor/scalable/apps/beraad.svg": Entry(icon.read_bytes()),
    }


def _about(program: Path, version: str, made: int) -> dict[str, Entry]:
    overview = (program / "licenties" / "OVERZICHT.txt").read_text(encoding="utf-8")
    changes = _text("changelog").format(version=version, day=format_datetime(_at(made)))
    return {
        f"{_DOC}/copyright": Entry((_text("copyright") + overview).encode()),
        f"{_DOC}/changelog.gz": Entry(_packed(changes.encode())),
        f"{_DOC}/NIEUW.md": Entry((ROOT / "CHANGELOG.md").read_bytes()),
        f"{_DOC}/beheer.md": Entry(for_administrators()),
        f"{_DOC}/licenties": Entry(link="../../../lib/beraad/licenties"),
        "usr/share/lintian/overrides/beraad": Entry(_read("overrides")),
        "usr/share/man/man1/beraad.1.gz": Entry(_packed(_read("beraad.1"))),
    }


def _packed(content: bytes) -> bytes:
    return gzip.compress(content, 9, mtime=0)


def _at(made: int) -> datetime:
    return datetime.fromtimestamp(made, UTC)


def _text(name: str) -> str:
    return _read(name).decode()


def _read(name: str) -> bytes:
    return (_OF_DEBIAN / name).read_bytes()
