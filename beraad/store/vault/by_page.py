"""Which key a file is under when its own name for it is damaged: the check of its first page says.

SQLCipher puts a checksum at the end of each page, made with the key and with the first bytes of
the file as they were when it was written (https://www.zetetic.net/sqlcipher/design/). The ring has
both.
"""

from __future__ import annotations

import hmac
from collections.abc import Iterable, Mapping
from contextlib import suppress
from hashlib import pbkdf2_hmac
from pathlib import Path

from beraad.store.keys import Key
from beraad.store.vault.form import Entry
from beraad.untrusted import begin_of

_PAGE, _NAME, _CHECK = 4096, 16, 64
_OTHER_SALT = 0x3A
"""What the salt of the checksum differs in from that of the file."""

_ROUNDS, _SIZE = 2, 32
_FIRST_PAGE = (1).to_bytes(4, "little")


def key_by_page(path: Path, entries: Mapping[bytes, Entry]) -> Key | None:
    """The one of these keys under which a file was written, whatever its first bytes say.

    Reads the file itself, so that locks of this process on it go: only for a file whose name for
    its key is not known, which nobody could have opened.
    """
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


def _checksum(said: bytes, key: Key) -> bytes:
    salt = bytes(byte ^ _OTHER_SALT for byte in key.name)
    secret = pbkdf2_hmac("sha512", key.secret, salt, _ROUNDS, _SIZE)
    return hmac.digest(secret, said, "sha512")
