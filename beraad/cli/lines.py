"""Texts and finds as JSON lines, for other programs: `beraad controleer --jsonl`."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from typing import Any, BinaryIO, cast

from beraad.cli.in_time import found_in_time
from beraad.errors import Solvable
from beraad.privacy.dutch.lexicon import Lexicon
from beraad.privacy.find import Find, FindKind
from beraad.privacy.signs.known.known_names import KnownNames
from beraad.report.inspecting.limits import LONGEST_TEXT, dutch

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
    FindKind.NUMBER: "ZAAKNUMMER",
    FindKind.ORGANISATION: "ORGANISATIE",
    FindKind.SCHOOL: "SCHOOL",
    FindKind.AGE: "LEEFTIJD",
    FindKind.DETAIL: "QUASI",
}
"""How kinds are called in the output for other programs."""

_LONGEST_LINE = 8 * LONGEST_TEXT
"""Bytes."""

_NOT_PRINTED = re.compile(
    "[\x7f-\x9f\xad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]"
)
"""What would steer a terminal, or cannot be written at all."""


def check_lines(lines: BinaryIO, lexicon: Lexicon, say: Callable[[str], None]) -> None:
    """Answer each line `{id, text, known}` with `{id, spans, review}`.

    `spans` is what is replaced unless a person decides otherwise, `review` is only pointed out.
    Raises Solvable at the first line that cannot be read.
    """
    for number, row in _rows(lines):
        found = found_in_time(_text(number, row), _known(number, row), lexicon)
        answer = {
            "id": row["id"],
            "spans": [_span(one) for one in found if not one.asks],
            "review": [_span(one) for one in found if one.asks],
        }
        say(_NOT_PRINTED.sub(_escaped, json.dumps(answer, ensure_ascii=False)))


def _rows(lines: BinaryIO) -> Iterator[tuple[int, dict[str, object]]]:
    for number, line in enumerate(iter(lambda: lines.readline(_LONGEST_LINE + 1), b""), start=1):
        if len(line) > _LONGEST_LINE:
            raise _refused(number, "de regel is te lang")
        if line.strip():
            yield number, _row(number, line)


def _row(number: int, line: bytes) -> dict[str, object]:
    try:
        row = json.loads(line.decode("utf-8-sig"), parse_constant=_no_number)
    except UnicodeDecodeError:
        raise _refused(number, "het is geen UTF-8") from None
    except (ValueError, RecursionError):
        raise _refused(number, "dit is geen JSON") from None
    if not isinstance(row, dict):
        raise _refused(number, "dit is geen object")
    if "id" not in row:
        raise _refused(number, "het veld 'id' ontbreekt")
    if isinstance(row["id"], dict | list):
        raise _refused(number, "het veld 'id' is geen tekst en geen getal")
    return cast("dict[str, object]", row)


def _no_number(_name: str) -> float:
    """NaN and Infinity are no JSON, though Python reads them."""
    raise ValueError


def _text(number: int, row: dict[str, object]) -> str:
    if "text" not in row:
        raise _refused(number, "het veld 'text' ontbreekt")
    text = row["text"]
    if not isinstance(text, str):
        raise _refused(number, "het veld 'text' is geen tekst")
    if len(text) > LONGEST_TEXT:
        raise _refused(number, f"de tekst heeft meer dan {dutch(LONGEST_TEXT)} tekens")
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


def _escaped(sign: re.Match[str]) -> str:
    """A sign as JSON writes what no terminal should obey; in pairs beyond the first plane."""
    return json.dumps(sign[0])[1:-1]


def _span(find: Find) -> dict[str, object]:
    return {"start": find.start, "end": find.end, "label": LABELS[find.kind]}
