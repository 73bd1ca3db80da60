"""Numbers that are written in words: "vierendertig", "nul zes twaalf"."""

from __future__ import annotations

_SMALL = (
    "nul", "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf",
    "twaalf", "dertien", "veertien", "vijftien", "zestien", "zeventien", "achttien", "negentien",
)  # fmt: skip
_TENS = ("twintig", "dertig", "veertig", "vijftig", "zestig", "zeventig", "tachtig", "negentig")

_BELOW_A_HUNDRED = (
    {word: number for number, word in enumerate(_SMALL)}
    | {word: 10 * place for place, word in enumerate(_TENS, start=2)}
    | {
        f"{unit}en{ten}": 10 * place + number
        for place, ten in enumerate(_TENS, start=2)
        for number, unit in enumerate(_SMALL[1:10], start=1)
    }
)
_VALUES = (
    _BELOW_A_HUNDRED
    | {"honderd": 100}
    | {
        f"honderd{link}{word}": 100 + number
        for link in ("", "en")
        for word, number in _BELOW_A_HUNDRED.items()
        if number
    }
)

NUMBER = (
    rf"(?:(?:honderd(?:en)?)?(?:(?:(?:{'|'.join(_SMALL[1:10])})en)?(?:{'|'.join(_TENS)})"
    rf"|{'|'.join(reversed(_SMALL))})|honderd)"
)
"""A number below two hundred in one word, in comparable form; the longest that can be read."""


YEAR = rf"(?:negentien|tweeduizend)(?:honderd)?(?:en)?(?:{NUMBER})?(?![a-z])"
"""A year in one word: "negentiennegentig", "tweeduizendzesentwintig"."""

_CENTURIES = {"negentien": 1900, "tweeduizend": 2000}
_MOST_DIGITS = 9
"""More digits are no count of anything, and Python refuses to read thousands of them."""


def number_of(text: str) -> int | None:
    """The number that is written here in digits or in one word; None when there is none."""
    if text.isdecimal():
        return int(text) if len(text) <= _MOST_DIGITS else None
    return _VALUES.get(text)


def year_of(text: str) -> int | None:
    """The year that is written here in one word; None when there is none."""
    for word, century in _CENTURIES.items():
        if text.startswith(word):
            rest = text.removeprefix(word).removeprefix("honderd")
            number = number_of(rest) or number_of(rest.removeprefix("en"))
            return century + (number or 0)
    return None
