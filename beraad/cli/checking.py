"""`beraad controleer`: tell what in a text may identify somebody."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Iterator
from io import BytesIO
from pathlib import Path
from typing import cast

from beraad.errors import Solvable
from beraad.privacy.find import find
from beraad.privacy.finds import KIND_LABELS, Find, FindKind
from beraad.privacy.known import KnownNames
from beraad.privacy.lexicon import Lexicon, shipped
from beraad.privacy.own_words import with_own_words

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

_Say = Callable[[str], None]


def check(file: Path | None, folder: Path, say: _Say, *, as_json: bool) -> int:
    """Read a text, tell what was found, and return 1 if that is anything.

    With JSON lines the answer says it all, and the return is 0.
    """
    text = _read(file)
    lexicon, refused = with_own_words(shipped(), folder)
    for one in refused:
        sys.stderr.write(f"{one}\n")
    return _check_lines(text, lexicon, say) if as_json else _check_text(text, lexicon, say)


def _read(file: Path | None) -> str:
    """The text of a file, or of standard input; raises Solvable when it cannot be read."""
    try:
        data = file.read_bytes() if file else cast("BytesIO", sys.stdin.buffer).read()
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        happened = "Deze tekst is niet te lezen: het is geen UTF-8."
    except OSError as error:
        happened = f"Het bestand is niet te lezen ({error.strerror})."
    raise Solvable(
        happened, kept="Er is niets veranderd.", way_out="Geef een tekst- of Markdownbestand."
    )


def _check_text(text: str, lexicon: Lexicon, say: _Say) -> int:
    found = find(text, KnownNames.named(), lexicon)
    line, counted = 1, 0
    for one in found:
        line += text.count("\n", counted, one.start)
        counted = one.start
        why = f"{KIND_LABELS[one.kind]}, {one.reason}"
        say(f"regel {line}: {_shown(one.text)} — {why}; {_instead(one)}")
    if not found:
        say("Er is niets gevonden dat naar iemand wijst. Lees zelf ook na.")
    return int(bool(found))


def _instead(found: Find) -> str:
    """What could stand there: first what happens when nobody decides otherwise."""
    general = f"algemener: {found.generalised}" if found.generalised else ""
    out = f"vervangen door: {found.suggestion}"
    return general or out if found.asks else " of ".join(filter(None, (out, general)))


def _shown(text: str) -> str:
    return " ".join(text.split())


def _check_lines(text: str, lexicon: Lexicon, say: _Say) -> int:
    for number, row in _rows(text.split("\n")):
        known = KnownNames.named(cast("list[str]", row.get("known") or []))
        try:
            found = find(str(row["text"]), known, lexicon)
            identity = row["id"]
        except KeyError as missing:
            raise _refused(number, f"het veld {missing} ontbreekt") from None
        answer = {
            "id": identity,
            "spans": [_span(one) for one in found if not one.asks],
            "review": [_span(one) for one in found if one.asks],
        }
        say(json.dumps(answer, ensure_ascii=False))
    return 0


def _rows(lines: Iterable[str]) -> Iterator[tuple[int, dict[str, object]]]:
    for number, line in enumerate(lines, start=1):
        if line.strip():
            try:
                row = json.loads(line)
            except json.JSONDecodeError:
                raise _refused(number, "dit is geen JSON") from None
            if not isinstance(row, dict):
                raise _refused(number, "dit is geen object")
            yield number, cast("dict[str, object]", row)


def _refused(number: int, why: str) -> Solvable:
    return Solvable(
        f"Regel {number} is niet te lezen: {why}.",
        way_out='Geef op elke regel {"id": …, "text": …}.',
    )


def _span(find: Find) -> dict[str, object]:
    return {"start": find.start, "end": find.end, "label": LABELS[find.kind]}
