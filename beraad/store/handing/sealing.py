"""Sealing with age (https://age-encryption.org/v1): to words that are told, or to a public key."""

from __future__ import annotations

import re
from typing import Any

from beraad.errors import Solvable

SEALED = b"age-encryption.org/v1\n"
"""How every sealed file begins."""

_BY_WORDS = b"-> scrypt "
_PUBLIC = "age1"
_DOES_NOT_FIT = ("Decryption failed", "No matching keys found")
"""What age says of other words and of another key; anything else is damage."""

_TOO_SLOW = "Excessive work"
"""How age begins when it would take very long here; it measures that each time, by the clock."""

_TRIES = 5
"""How often it may measure: a laptop that is busy for a moment seems slow."""


def seal(content: bytes, *, words: str = "", recipient: str = "") -> bytes:
    """Seal for whoever knows these words, or else for whom this public key is.

    Raises Solvable when the key is none.
    """
    age = _age()
    if words:
        return age.passphrase.encrypt(content, as_secret(words))
    try:
        to = age.x25519.Recipient.from_str(recipient.strip())
    except age.RecipientError:
        raise Solvable(
            f"Dit is geen publieke sleutel. Die begint met {_PUBLIC} en heeft 62 tekens.",
            kept="Er is niets gemaakt.",
            way_out="Vraag je collega om de hele regel, of gebruik zes woorden.",
        ) from None
    return age.encrypt(content, [to])


def unseal(content: bytes, *, words: str = "", identity: str = "") -> bytes:
    """What was sealed. Raises Solvable when words or key do not fit, or it is damaged."""
    age = _age()
    if not content.startswith(SEALED):
        raise _damaged()
    try:
        if is_by_words(content):
            return _by_words(content, as_secret(words))
        keys = [_identity(line) for line in identity.splitlines() if _is_key(line)]
        return age.decrypt(content, keys)
    except age.DecryptError as error:
        if str(error) in _DOES_NOT_FIT:
            raise _does_not_fit(by_words=is_by_words(content)) from None
        raise _damaged() from None


def _by_words(content: bytes, secret: str) -> bytes:
    age = _age()
    for _ in range(_TRIES):
        try:
            opened: bytes = age.passphrase.decrypt(content, secret)
        except age.DecryptError as error:
            if not str(error).startswith(_TOO_SLOW):
                raise
        else:
            return opened
    raise Solvable(
        "Dit bestand openen kost deze computer nu te veel tijd.",
        kept="Er is niets geopend.",
        way_out="Sluit andere programma’s en probeer het opnieuw. Blijft het zo, vraag dan om een "
        "bestand voor jouw sleutel.",
    )


def is_by_words(content: bytes) -> bool:
    """Whether words open it, and no key does."""
    return content.startswith(SEALED + _BY_WORDS)


def as_secret(words: str) -> str:
    """Words as they are sealed with: small letters, one hyphen between them.

    Whatever other signs stand between them make no difference.
    """
    return "-".join(re.findall(r"\w+", words.casefold()))


def _age() -> Any:
    """Loaded when somebody hands over or opens a file; it says nothing about its types."""
    import pyrage  # pyright: ignore[reportMissingTypeStubs]

    return pyrage


def _is_key(line: str) -> bool:
    return bool(line.strip()) and not line.lstrip().startswith("#")


def _identity(line: str) -> object:
    age = _age()
    try:
        return age.x25519.Identity.from_str(line.strip())
    except age.IdentityError:
        raise Solvable(
            "In het sleutelbestand staat geen sleutel van age.",
            kept="Er is niets geopend.",
            way_out="Kies het bestand dat age-keygen voor je maakte.",
        ) from None


def _does_not_fit(*, by_words: bool) -> Solvable:
    what = "Deze woorden openen het bestand niet" if by_words else "Deze sleutel past er niet op"
    return Solvable(
        f"{what}.",
        kept="Er is niets veranderd.",
        way_out="Vraag ze nog eens na. Hoofdletters, streepjes en komma’s maken niet uit."
        if by_words
        else "Vraag voor welke sleutel het is gemaakt.",
    )


def _damaged() -> Solvable:
    return Solvable(
        "Dit bestand is beschadigd, of het is niet in zijn geheel overgekomen.",
        kept="Er is niets geopend.",
        way_out="Vraag om het bestand opnieuw te sturen.",
    )
