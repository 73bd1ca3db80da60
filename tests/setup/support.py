"""An index of our own: wheels with nothing in them but what they say they need."""

from __future__ import annotations

import hashlib
import zipfile
from pathlib import Path


class Index:
    """A folder that pip takes for a package index."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @property
    def url(self) -> str:
        return self.folder.as_uri()

    def add(self, name: str, version: str, needs=()) -> str:
        """Publish a release; returns the hash of its wheel."""
        stem = f"{name.replace('-', '_')}-{version}"
        shelf = self.folder / name
        shelf.mkdir(parents=True, exist_ok=True)
        wheel = shelf / f"{stem}-py3-none-any.whl"
        required = "".join(f"Requires-Dist: {need}\n" for need in needs)
        extras = "".join(
            f"Provides-Extra: {need.partition('extra == ')[2].strip(chr(34))}\n"
            for need in needs
            if "extra ==" in need
        )
        with zipfile.ZipFile(wheel, "w") as packed:
            info = f"{stem}.dist-info"
            packed.writestr(
                f"{info}/METADATA",
                f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n{required}{extras}",
            )
            packed.writestr(
                f"{info}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
            )
            packed.writestr(f"{info}/RECORD", "")
        links = "".join(f'<a href="{one.name}">{one.name}</a>\n' for one in shelf.glob("*.whl"))
        (shelf / "index.html").write_text(f"<!DOCTYPE html><body>{links}</body>", encoding="utf-8")
        return hashlib.sha256(wheel.read_bytes()).hexdigest()
