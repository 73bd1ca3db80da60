"""Writes a package of Debian: two archives in one, with the same bytes every time."""

from __future__ import annotations

import gzip
import hashlib
import io
import lzma
import tarfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

_HASHED_WITH = "md5"
"""What dpkg compares installed files with; it keeps nobody out, and the SBOM has better."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A file, or a link when `link` says where to."""

    content: bytes = b""
    mode: int = 0o644
    link: str = ""


def package(control: Mapping[str, Entry], files: Mapping[str, Entry], made: int) -> bytes:
    """The package: what dpkg has to know, and every file by its path without the first slash."""
    sums = {"md5sums": Entry(_sums(files).encode())}
    members = {
        "debian-binary": b"2.0\n",
        "control.tar.gz": gzip.compress(_tar({**control, **sums}, made), 9, mtime=made),
        "data.tar.xz": lzma.compress(_tar(files, made), preset=6),
    }
    return b"!<arch>\n" + b"".join(_member(*one, made) for one in members.items())


def size_in_kibibytes(files: Mapping[str, Entry]) -> int:
    """What it takes on a disk, as the policy of Debian counts it."""
    sizes = (1 if entry.link else -(-len(entry.content) // 1024) for entry in files.values())
    return sum(sizes) + len(_folders(files))


def _sums(files: Mapping[str, Entry]) -> str:
    return "".join(
        f"{hashlib.new(_HASHED_WITH, files[path].content, usedforsecurity=False).hexdigest()}"
        f"  {path}\n"
        for path in sorted(files)
        if not files[path].link
    )


def _folders(files: Mapping[str, Entry]) -> list[str]:
    """Every folder, the outer before the inner."""
    found = {str(parent) for path in files for parent in PurePosixPath(path).parents}
    return sorted(found - {"."})


def _tar(files: Mapping[str, Entry], made: int) -> bytes:
    written = io.BytesIO()
    with tarfile.open(fileobj=written, mode="w", format=tarfile.GNU_FORMAT) as archive:
        for path in ("", *_folders(files)):
            entry = _info(path, made, 0o755)
            entry.type = tarfile.DIRTYPE
            archive.addfile(entry)
        for path in sorted(files):
            entry = _info(path, made, files[path].mode)
            if files[path].link:
                entry.type, entry.linkname, entry.mode = tarfile.SYMTYPE, files[path].link, 0o777
                archive.addfile(entry)
            else:
                entry.size = len(files[path].content)
                archive.addfile(entry, io.BytesIO(files[path].content))
    return written.getvalue()


def _info(path: str, made: int, mode: int) -> tarfile.TarInfo:
    entry = tarfile.TarInfo(f"./{path}")
    entry.mtime, entry.mode = made, mode
    entry.uname = entry.gname = "root"
    return entry


def _member(name: str, content: bytes, made: int) -> bytes:
    head = f"{name:<16}{made:<12}{0:<6}{0:<6}{0o100644:<8o}{len(content):<10}`\n"
    return head.encode("ascii") + content + b"\n" * (len(content) % 2)
