"""Texts and finds as JSON lines, for other programs: `beraad controleer --jsonl`."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any, cast

from beraad.errors import Solvable
from beraad.privacy.dutch.lexicon import Lexicon
from beraad.privacy.find import Find, FindKind
from beraad.privacy.finding.finding import find
from beraad.privacy.signs.known.known_names import KnownNames

LABELS = {
    FindKind.PARTICIPANT: "PERSOON",
    FindKind.KNOWN_WORD: "PERSOON",
    FindKind.PERSON: "PERSOON",
    FindKind.BSN: "BSN",
    FindKind.IBAN: "IBAN",
    FindKind.PHONE: "TELEFOON",
    FindKind.EMAIL: "EMAIL",
    FindKind.URL: "URL",
    FindKind.HANDLE: "SOCIAL",
    FindKind.POSTCODE: "POSTCODE",
    FindKind.LICENCE_PLATE: "KENTEKEN",
    FindKind.BIRTH_DATE: "DATUM",
    FindKind.DATE: "DATUM",
    FindKind.ADDRESS: "ADRES",
    FindKind.PLACE: "PLAATS",
    FindKind.NEIGHBOURHOOD: "WIJK",
    FindKind.CASE_NUMBER: "ZAAKNUMMER",
    FindKind.ORGANISATION: "ORGANISATIE",
    FindKind.SCHOOL: "SCHOOL",
    FindKind.AGE: "LEEFTIJD",
    FindKind.DETAIL: "QUASI",
}
"""How kinds are called in the output for other programs."""


def check_lines(text: str, lexicon: Lexicon, say: Callable[[str], None]) -> None:
    """Answer each line `{id, text, known}` with `{id, spans, review}`.

    `spans` is what is replaced unless a person decides otherwise, `review` is only pointed out.
    Raises Solvable at the first line that cannot be read.
    """
    for number, row in _rows(text):
        found = find(_text(number, row), _known(number, row), lexicon)
        answer = {
            "id": row["id"],
            "spans": [_span(one) for one in found if not one.asks],
            "review": [_span(one) for one in found if one.asks],
        }
        say(json.dumps(answer, ensure_ascii=False))


def _rows(text: str) -> Iterator[tuple[int, dict[str, object]]]:
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            try:
                row = json.loads(line)
            except (json.JSONDecodeError, RecursionError):
                raise _refused(number, "dit is geen JSON") from None
            if not isinstance(row, dict):
                raise _refused(number, "dit is geen object")
            if "id" not in row:
                raise _refused(number, "het veld 'id' ontbreekt")
            yield number, cast("dict[str, object]", row)


def _text(number: int, row: dict[str, object]) -> str:
    if "text" not in row:
        raise _refused(number, "het veld 'text' ontbreekt")
    text = row["text"]
    if not isinstance(text, str):
        raise _refused(number, "het veld 'text' is geen tekst")
    return text


def _known(number: int, row: dict[str, object]) -> KnownNames:
    """The participants of this line. Names are compared, so a number is no name."""
    names: Any = row.get("known") or []
    if not isinstance(names, list) or not all(isinstance(name, str) for name in names):  # pyright: ignore[reportUnknownVariableType]
        raise _refused(number, "het veld 'known' is geen lijst met namen")
    return KnownNames.named(cast("list[str]", names))


def _refused(number: int, why: str) -> Solvable:
    return Solvable(
        f"Regel {number} is niet te lezen: {why}.",
        way_out='Geef op elke regel {"id": …, "text": …}.',
    )


def _span(find: Find) -> dict[str, object]:
    return {"start": find.start, "end": find.end, "label": LABELS[find.kind]}
