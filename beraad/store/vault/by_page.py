"""Which key a file is under when its own name for it is damaged: the check of its first page says.

SQLCipher puts a checksum at the end of each page, made with the key and with the first bytes of
the file as they were when it was written (https://www.zetetic.net/sqlcipher/design/). The ring has
both.
"""

from __future__ import annotations

import hmac
import sys
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from hashlib import pbkdf2_hmac
from pathlib import Path

from beraad.store.keys import PLAIN, Key
from beraad.store.vault.form import Entry
from beraad.untrusted import begin_of, opened

_PAGE, _NAME, _CHECK = 4096, 16, 64
_OTHER_SALT = 0x3A
"""What the salt of the checksum differs in from that of the file."""

_ROUNDS, _SIZE = 2, 32
_RESERVED, _VECTOR = 80, 16
"""What SQLCipher keeps at the end of a page: where its encryption began, and the checksum."""

_TRIED = 4
"""Pages of a file with an unknown name on which every key is tried."""

_FIRST_PAGE = (1).to_bytes(4, "little")


def key_by_page(path: Path, entries: Mapping[bytes, Entry]) -> Key | None:
    """The one of these keys under which a file was written, whatever its first bytes say."""
    page = b""
    with suppress(OSError):
        page = begin_of(path, _PAGE)
    return fitting(page, (Key(entry.secret, name) for name, entry in entries.items()))


def fitting(page: bytes, keys: Iterable[Key]) -> Key | None:
    """The key with which the checksum of a first page holds."""
    if len(page) != _PAGE:
        return None
    said, check = page[_NAME:-_CHECK] + _FIRST_PAGE, page[-_CHECK:]
    return next((key for key in keys if hmac.compare_digest(_checksum(said, key), check)), None)


def opened_pages(pages: Sequence[bytes], entries: Mapping[bytes, Entry]) -> list[bytes | None]:
    """The pages of a file as they are without a key; None for each that is damaged.

    Its key is the one under which some page is whole, whichever that is.
    """
    keys = {name: Key(entry.secret, name) for name, entry in entries.items()}
    named = keys.get(pages[0][:_NAME]) if pages else None
    for key in (named, *keys.values()):
        secret = None if key is None else _secret_of(key)
        if key is not None and secret is not None:
            tried = pages if key is named else pages[:_TRIED]
            if any(_is_whole(page, number, secret) for number, page in enumerate(tried, start=1)):
                return [
                    _opened(page, number, key) if _is_whole(page, number, secret) else None
                    for number, page in enumerate(pages, start=1)
                ]
    return [None] * len(pages)


def holds_only(pages: Sequence[bytes], name: bytes, entries: Mapping[bytes, Entry]) -> bool:
    """Whether some page is whole under the key of this name, and none under another.

    Without that key nobody reads what was under it; then only the others count.
    """
    secrets = {each: _secret_of(Key(entry.secret, each)) for each, entry in entries.items()}
    mine = secrets.pop(name, None)
    rest = [
        (number, page)
        for number, page in enumerate(pages, start=1)
        if len(page) == _PAGE and (mine is None or not _is_whole(page, number, mine))
    ]
    if mine is not None and len(rest) == sum(len(page) == _PAGE for page in pages):
        return False
    return not any(
        _is_whole(page, number, secret)
        for number, page in rest
        if page.strip(b"\0")
        for secret in secrets.values()
    )


def pages_of(path: Path) -> list[bytes]:
    """The pages of a file; none of one that cannot be read."""
    with suppress(OSError), opened(path, most=sys.maxsize) as file:
        return list(iter(lambda: file.read(_PAGE), b""))
    return []


def _is_whole(page: bytes, number: int, secret: bytes) -> bool:
    said = page[_NAME if number == 1 else 0 : -_CHECK] + number.to_bytes(4, "little")
    return hmac.compare_digest(hmac.digest(secret, said, "sha512"), page[-_CHECK:])


def _opened(page: bytes, number: int, key: Key) -> bytes:
    from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

    begin = _NAME if number == 1 else 0
    vector = page[-_RESERVED : _VECTOR - _RESERVED]
    opening = Cipher(algorithms.AES(key.secret), modes.CBC(vector)).decryptor()
    content = opening.update(page[begin:-_RESERVED]) + opening.finalize()
    return (PLAIN if begin else b"") + content + bytes(_RESERVED)


def _checksum(said: bytes, key: Key) -> bytes:
    return hmac.digest(_secret_of(key), said, "sha512")


def _secret_of(key: Key) -> bytes:
    """What the checksums of the pages under a key are made with."""
    salt = bytes(byte ^ _OTHER_SALT for byte in key.name)
    return pbkdf2_hmac("sha512", key.secret, salt, _ROUNDS, _SIZE)
