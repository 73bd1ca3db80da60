"""How much of what identifies somebody the finder misses, counted as a judge of other tools would.

Only letters and digits count. A span leaks when one of its words is not taken out completely;
function words identify nobody, unless the span has no others. OPTIONEEL may go or stay.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from beraad.privacy.find import Find

Finder = Callable[[str, Sequence[str]], Iterable[Find]]

_OPTIONAL = "OPTIONEEL"
_SOFT = frozenset({"LEEFTIJD", "QUASI"})
_FUNCTION = frozenset(
    {
        "van", "von", "v", "vd", "de", "der", "den", "des", "d", "het", "t", "s", "op", "in", "aan",
        "ten", "ter", "te", "la", "le", "du", "el", "al", "en", "met", "of", "bij", "om", "nr",
        "nummer", "een", "jl", "uit", "naar", "na", "werd", "die", "dat", "voor", "tot",
    }
)  # fmt: skip
_WORD = re.compile(r"[^\W_]+")


def rows_of(path: Path, *, lower: bool = False) -> list[dict[str, Any]]:
    """The texts of a corpus with their gold spans; `lower` writes them without capitals."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return [row | {"text": _lower(row["text"])} for row in rows] if lower else rows


def shares(rows: Sequence[Mapping[str, Any]], finder: Finder) -> dict[str, float]:
    """Percentages: leaks of all and of names, precision, masked traps, and traits pointed out."""
    spans = leaks = names = name_leaks = taken = right = traps = masked = traits = seen = 0
    for row in rows:
        text, gold = row["text"], [one for one in row["spans"] if one["label"] != _OPTIONAL]
        finds = list(finder(text, row.get("known", ())))
        out = _places((find.start, find.end) for find in finds if not find.asks)
        pointed = out | _places((find.start, find.end) for find in finds)
        must = _places((one["start"], one["end"]) for one in gold)
        may = _places((one["start"], one["end"]) for one in row["spans"])
        letters = {place for place in out if text[place].isalnum()} - (may - must)
        taken += len(letters)
        right += len(letters & must)
        traps += not gold
        masked += not gold and bool(letters)
        for one in gold:
            if one["label"] in _SOFT:
                traits += 1
                seen += not pointed.isdisjoint(range(one["start"], one["end"]))
                continue
            leaked = _leaks(text, one, out)
            spans += 1
            leaks += leaked
            names += one["label"] == "PERSOON"
            name_leaks += leaked and one["label"] == "PERSOON"
    return {
        "leak": _percent(leaks, spans),
        "names": _percent(name_leaks, names),
        "precision": _percent(right, taken),
        "traps": _percent(masked, traps),
        "traits": _percent(seen, traits),
    }


def _leaks(text: str, span: Mapping[str, Any], out: set[int]) -> bool:
    words = list(_WORD.finditer(text, span["start"], span["end"]))
    telling = [word for word in words if word[0].lower() not in _FUNCTION] or words
    return any(not out.issuperset(range(*word.span())) for word in telling)


def _places(spans: Iterable[tuple[int, int]]) -> set[int]:
    return {place for start, end in spans for place in range(start, end)}


def _lower(text: str) -> str:
    return "".join(sign.lower() if len(sign.lower()) == 1 else sign for sign in text)


def _percent(part: int, whole: int) -> float:
    return 100 * part / whole if whole else 0.0
