"""The recovery key: what stands on paper, for when the password is forgotten."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, field
from hashlib import sha256

from beraad.errors import Solvable

_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
"""Thirty-two signs that are not taken for one another: without I, O, 0 and 1."""

_SECRET, _CHECK = 16, 4
_GROUP, _SIGNS = 4, 32
_FEWEST_GROUPS = 6
"""Groups by which somebody who mistyped some is still seen to have typed from the paper."""

_FEWEST_WITH_FIGURES = 3
"""The same, when one mixes letters and figures: words do not, and a number stands by itself."""

_PURPOSE = b"beraad herstelsleutel 1"


class NotARecoveryKey(Solvable):
    """What was typed is not a recovery key."""


@dataclass(frozen=True, slots=True)
class RecoveryKey:
    """128 random bits, written with a check of 32 bits as eight groups of four signs."""

    secret: bytes = field(repr=False)

    @property
    def groups(self) -> tuple[str, ...]:
        """The eight groups, as they stand on the paper."""
        number = int.from_bytes(self.secret + _check(self.secret))
        signs = "".join(_LETTERS[number >> 5 * place & 31] for place in reversed(range(_SIGNS)))
        return tuple(signs[begin : begin + _GROUP] for begin in range(0, _SIGNS, _GROUP))

    @property
    def written(self) -> str:
        """All of it on one line."""
        return " ".join(self.groups)


def new_recovery_key() -> RecoveryKey:
    """A key by chance."""
    return RecoveryKey(os.urandom(_SECRET))


def read_recovery_key(typed: str) -> RecoveryKey:
    """The key that was typed; capitals, spaces and dashes make no difference.

    Raises NotARecoveryKey when a sign is missing, too many or wrong.
    """
    signs = _signs_in(typed)
    odd = next((sign for sign in signs if sign not in _LETTERS), None)
    if odd is not None:
        raise NotARecoveryKey(
            f"Het teken {odd} komt in een herstelsleutel niet voor.",
            way_out="Kijk nog eens op het papier. De letters I en O en de cijfers 0 en 1 zitten "
            "er niet in.",
        )
    if len(signs) != _SIGNS:
        raise NotARecoveryKey(
            f"Een herstelsleutel heeft 32 tekens; dit zijn er {len(signs)}.",
            way_out="Typ alle acht groepen van vier over van het papier.",
        )
    number = 0
    for sign in signs:
        number = number << 5 | _LETTERS.index(sign)
    whole = number.to_bytes(_SECRET + _CHECK)
    secret, check = whole[:_SECRET], whole[_SECRET:]
    if check != _check(secret):
        raise NotARecoveryKey(
            "In deze herstelsleutel zit een typefout.",
            way_out="Vergelijk de groepen een voor een met het papier.",
        )
    return RecoveryKey(secret)


def is_mistyped(typed: str) -> bool:
    """Whether this is a whole recovery key of which a sign is wrong, as its check shows."""
    signs = _signs_in(typed)
    is_whole = len(signs) == _SIGNS and set(signs) <= set(_LETTERS)
    return is_whole and not is_like_a_recovery_key(typed)


def is_like_a_recovery_key(typed: str) -> bool:
    """Whether this can only be a recovery key, and no password."""
    try:
        read_recovery_key(typed)
    except NotARecoveryKey:
        return False
    return True


def resembles_recovery_key(typed: str) -> bool:
    """Whether somebody may have meant a recovery key, with a sign too few, too many or wrong.

    Six groups of four or more, or three of which one mixes letters and figures; or about so many
    signs with figures among them, or whole groups in capitals. A password can look like that too,
    so it is tried as one first.
    """
    groups = [group for group in re.split(r"[\s.,·–-]+", typed.strip()) if group]
    fours = sum(len(group) == _GROUP for group in groups)
    joined = "".join(groups)
    has_figures = any(sign.isdigit() for sign in joined)
    is_mixed = any(len(group) == _GROUP and _mixes(group) for group in groups)
    if fours >= (_FEWEST_WITH_FIGURES if is_mixed else _FEWEST_GROUPS) and fours >= len(groups) - 2:
        return True
    fewest = _FEWEST_WITH_FIGURES if has_figures else _FEWEST_GROUPS
    are_groups = len(joined) % _GROUP == 0 and len(joined) >= fewest * _GROUP
    if len(groups) == 1 and are_groups and has_figures and set(joined) <= set(_LETTERS):
        return True
    near = abs(len(joined) - _SIGNS) <= _GROUP and joined.isascii() and joined.isalnum()
    return near and has_figures and len(groups) <= _FEWEST_GROUPS


def _mixes(group: str) -> bool:
    return any(map(str.isdigit, group)) and any(map(str.isalpha, group))


def _signs_in(typed: str) -> list[str]:
    """What was typed as one writes a key: in capitals, without what stands between the groups."""
    return [sign for sign in typed.upper() if not sign.isspace() and sign not in "-–.·,"]


def _check(secret: bytes) -> bytes:
    return sha256(_PURPOSE + secret).digest()[:_CHECK]
