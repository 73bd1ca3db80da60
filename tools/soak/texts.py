"""Invented words to write. The same kind and number give the same text.

Every text carries a word of its own (`zwalk12`), so that a word that got lost is missed. What is
written where only the gespreksleider looks carries `stilgeheim12` instead.
"""

from __future__ import annotations

import re
from collections.abc import Callable

TOKEN = re.compile(r"(?:zwalk|stilgeheim)\d+q")
SECRET = re.compile(r"stilgeheim\d+q")

PEOPLE = (
    "Xandrine Quirinussen",
    "Fatima el Amrani",
    "Wouter Zevenhuizen",
    "Zoë Ypelaar",
    "Bartholomeus Duyvestein",
)
"""Names of participants; the last word of each is nobody's ordinary word."""

ROLES = ("consulent", "jurist", "wijkagent", "schuldhulpverlener", "teamleider")

KINDS: dict[str, Callable[[str], str]] = {
    "word": lambda token: token,
    "sentence": lambda token: f"Mag ik dat {token} wel doen? Eerst wachten we een week.",
    "lines": lambda token: f"eerste regel\n{token}\n\nlaatste regel",
    "emoji": lambda token: f"👩‍👩‍👧 {token} 🇳🇱 ✊🏽",
    "right-to-left": lambda token: f"שלום {token} مرحبا بالعالم",
    "combining": lambda token: f"e\u0301e\u0308n z\u0335\u0321\u034calgo {token} ñ",
    "markup": lambda token: f'<b>{token}</b> & "quotes" ]]> {{0}} %s \\n',
    "endless": lambda token: token + "aaaaabbbbb" * 400,
    "long": lambda token: f"{token} " + "Het is nog lang niet klaar met deze zaak. " * 480,
    "rows": lambda token: f"{token}\tjurist\r\nconsulent\tja\r\n\r\ntwee\t3,5\r\n",
    "odd": lambda token: f"a\x00b\u202e{token}\u2028c\ufffe\ud800d\x0b",
    "number": lambda token: str(len(token)),
    "numbers": lambda _: "3-4",
    "large": lambda _: "99999999999",
    "date": lambda _: "1-12-2026",
    "wrong date": lambda _: "29-2-2027",
    "spoken date": lambda _: "di 17 november",
    "list": lambda token: f"- {token}\n- twee\n1. drie",
}
"""How a text is made around its own word."""

TYPED = ("word", "word", "sentence", "sentence", "lines", "emoji", "right-to-left", "combining")
TYPED_IN_A_LINE = ("word", "word", "sentence", "number", "date", "wrong date", "spoken date")
PASTED = ("sentence", "lines", "emoji", "right-to-left", "markup", "endless", "long", "rows", "odd")


def text_of(kind: str, number: int, *, secret: bool = False) -> str:
    """The text of this kind with this number."""
    if kind == "person":
        return PEOPLE[number % len(PEOPLE)]
    if kind == "role":
        return ROLES[number % len(ROLES)]
    if kind == "about":
        return f"{PEOPLE[number % len(PEOPLE)]} zag zwalk{number}q liggen."
    word = "stilgeheim" if secret else "zwalk"
    return KINDS[kind](f"{word}{number}q")


def tokens_in(text: str) -> frozenset[str]:
    """The words of their own that stand in a text."""
    return frozenset(TOKEN.findall(text))
