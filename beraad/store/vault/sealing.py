"""Wrapping bytes so that they can only be read, and not be changed, with a secret.

What does so is loaded when it is needed first: to ask for a password nothing has to be opened.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from unicodedata import normalize

_KEY, _NONCE = 32, 12


class WrongSecret(Exception):
    """The secret does not fit, or what was sealed has been changed."""


@dataclass(frozen=True, slots=True)
class Slowness:
    """What a guess at a password costs.

    Attributes:
        memory: KiB.
        rounds: how often that memory is gone through.
        lanes: how many parts of it at once.
    """

    memory: int = 65536
    rounds: int = 3
    lanes: int = 4


_MOST = Slowness(memory=1 << 21, rounds=64, lanes=64)
"""More than any ring of ours asks: what a stranger wrote costs no more than this."""


def seal(content: bytes, secret: bytes, *, about: bytes) -> bytes:
    """AES-256-GCM with a nonce by chance, before it; `about` has to be the same at opening."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    nonce = os.urandom(_NONCE)
    return nonce + AESGCM(secret).encrypt(nonce, content, about)


def unseal(sealed: bytes, secret: bytes, *, about: bytes) -> bytes:
    """What was sealed. Raises WrongSecret."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    try:
        return AESGCM(secret).decrypt(sealed[:_NONCE], sealed[_NONCE:], about)
    except (InvalidTag, ValueError):
        raise WrongSecret from None


def of_password(password: str, salt: bytes, slowness: Slowness) -> bytes:
    """The secret that a password gives, by argon2id. Raises WrongSecret for what nobody asks."""
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

    too_much = (
        slowness.memory > _MOST.memory
        or slowness.rounds > _MOST.rounds
        or slowness.lanes > _MOST.lanes
    )
    try:
        if too_much:
            raise WrongSecret
        slow = Argon2id(
            salt=salt,
            length=_KEY,
            iterations=slowness.rounds,
            lanes=slowness.lanes,
            memory_cost=slowness.memory,
        )
        return slow.derive(_as_typed(password).encode("utf-8", "surrogatepass"))
    except (ValueError, MemoryError):
        raise WrongSecret from None


def of_secret(secret: bytes, salt: bytes, purpose: bytes) -> bytes:
    """The secret for one purpose that comes of a random one, by HKDF."""
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    return HKDF(algorithm=SHA256(), length=_KEY, salt=salt, info=purpose).derive(secret)


def _as_typed(password: str) -> str:
    """The same for each way to type it: spaces and how accents are composed do not count."""
    return normalize("NFC", " ".join(password.split()))
