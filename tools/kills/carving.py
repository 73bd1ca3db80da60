"""Looking for words in whatever is left on disk: as it lies there, and under every key there is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from cryptography.hazmat.primitives.ciphers.modes import CBC

_PAGE, _RESERVED, _VECTOR = 4096, 80, 16
"""Bytes of a page of SQLCipher, those that it keeps for itself, and the vector at their begin."""

_HEAD, _FRAME = 32, 24
"""Bytes before the frames of a log, and before each page in it."""

_NAME = 16
"""Bytes of the first page that are not encrypted."""


def readable(folder: Path, mark: str) -> list[Path]:
    """The files below a folder in which a word can be read without any key."""
    return [path for path, content in _files(folder) if _holds(content, mark)]


def under_keys(folder: Path, mark: str, secrets: Iterable[bytes]) -> list[Path]:
    """The files below a folder in which a word stands for who has these keys.

    Every page of every file is opened, also one that is free, of a log or cut off.
    """
    keys = tuple(secrets)
    return [
        path
        for path, content in _files(folder)
        if any(_holds(page, mark) for key in keys for page in _pages(content, key))
    ]


def _pages(content: bytes, key: bytes) -> Iterator[bytes]:
    file = range(0, len(content), _PAGE)
    log = range(_HEAD + _FRAME, len(content), _PAGE + _FRAME)
    for begins in (*file, *log):
        page = content[begins : begins + _PAGE]
        if len(page) == _PAGE:
            yield _opened(page, key, begin=0)
            if begins in {0, _HEAD + _FRAME}:
                yield _opened(page, key, begin=_NAME)


def _opened(page: bytes, key: bytes, *, begin: int) -> bytes:
    ends = _PAGE - _RESERVED
    reading = Cipher(AES(key), CBC(page[ends : ends + _VECTOR])).decryptor()
    return reading.update(page[begin:ends])


def _holds(content: bytes, mark: str) -> bool:
    return any(mark.encode(form) in content for form in ("utf-8", "utf-16-le", "utf-16-be"))


def _files(folder: Path) -> Iterator[tuple[Path, bytes]]:
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not path.is_symlink():
            with suppress(OSError):
                yield path, path.read_bytes()
