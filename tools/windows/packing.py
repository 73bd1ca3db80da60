"""Makes one zip of a folder, with the same bytes every time."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

from tools.windows.places import in_order

_RIGHTS = 0o100644 << 16
_OF_UNIX = 3


def pack(folder: Path, target: Path, made: int, more: Mapping[str, bytes] | None = None) -> None:
    """Write the folder under its own name in a zip, with `more` files beside what is in it."""
    stamp = datetime.fromtimestamp(made, UTC).timetuple()[:6]
    files = {path.relative_to(folder).as_posix(): path for path in in_order(folder)}
    contents: dict[str, Path | bytes] = {**files, **(more or {})}
    with zipfile.ZipFile(target, "w") as packed:
        for name in sorted(contents):
            entry = zipfile.ZipInfo(f"{folder.name}/{name}", stamp)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = _RIGHTS
            entry.create_system = _OF_UNIX
            content = contents[name]
            data = content if isinstance(content, bytes) else content.read_bytes()
            packed.writestr(entry, data, compresslevel=9)
