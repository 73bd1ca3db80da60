"""`make versions`: which packages there are of this version, to be signed by who gives them out.

Writes build/versies.toml: the version, the day it was made, and the SHA-256 of every package that
lies in build. Beraad reads it nowhere, and asks nobody for it: it is for who downloads a package.
"""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

from tools.locking.places import ROOT, project
from tools.windows.__main__ import time_of_building

BUILD = ROOT / "build"
FILE = BUILD / "versies.toml"

_PACKAGES = (
    "windows/beraad-{version}-installeren.exe",
    "windows/beraad-{version}-draagbaar.zip",
    "linux/beraad-{version}-linux.tar.gz",
    "linux/beraad_{version}_amd64.deb",
)


def main() -> int:
    """Write the file of what lies in build."""
    version = str(project()["project"]["version"])
    named = [BUILD / name.format(version=version) for name in _PACKAGES]
    lacking = [path.name for path in named if not path.exists()]
    if lacking:
        print(f"Nog niet gebouwd: {', '.join(lacking)}. Geef make windows en make linux.")
        return 1
    FILE.write_text(listed(version, named, time_of_building()), encoding="utf-8")
    print(f"{FILE.relative_to(ROOT)}: onderteken het met minisign -Sm {FILE.relative_to(ROOT)}")
    return 0


def listed(version: str, packages: Iterable[Path], made: int) -> str:
    """What stands in the file; `made` is when, in seconds since 1970."""
    day = datetime.fromtimestamp(made, UTC).date()
    lines = [f'versie = "{version}"', f"gemaakt = {day.isoformat()}", "", "[sha256]"]
    lines += (
        f'"{path.name}" = "{hashlib.sha256(path.read_bytes()).hexdigest()}"'
        for path in sorted(packages, key=lambda path: path.name)
    )
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.exit(main())
