"""Reads labelled texts that were marked while they were written: `[[Fatima|PERSOON]] belde`.

One text follows another behind a line `=== genre`. What a label must not hold is put outside it,
and a name that is marked in one place of a text is marked wherever the text has it, as the texts of
the corpus are: `python -m tools.gate.inline teksten.txt uit.jsonl --merk x`.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterator
from dataclasses import asdict, replace
from operator import attrgetter
from pathlib import Path

from beraad.privacy.dutch.lexicon import Lexicon, shipped
from beraad.privacy.dutch.vocabulary import (
    ORGANISATION_TRIGGERS,
    PARTICLES,
    RELATIONS,
    SCHOOL_TRIGGERS,
    TITLES,
)
from beraad.privacy.text.words import stem
from tools.gate.grammar import Marked, Span

_HEAD = re.compile(r"^=== *(.+)$", re.MULTILINE)
_MARK = re.compile(r"\[\[([^\[\]|]*)\|([A-Z]+)\]\]")
_FIRST_WORD = re.compile(r"([^\W\d_]+\.?)(\s+)(?=\w)")
_OUTSIDE = {
    "PERSOON": TITLES | RELATIONS,
    "ORGANISATIE": ORGANISATION_TRIGGERS | SCHOOL_TRIGGERS,
}
_EVERYWHERE = frozenset({"PERSOON", "ORGANISATIE", "PLAATS", "ADRES"})
_SHORTEST = 4


def inline(text: str) -> Marked:
    """The text without its marks, and what they were on."""
    plain, spans, end = "", list[Span](), 0
    for mark in _MARK.finditer(text):
        plain += text[end : mark.start()]
        spans.append(Span(len(plain), len(plain) + len(mark[1]), mark[2]))
        plain += mark[1]
        end = mark.end()
    return Marked(plain + text[end:], tuple(spans))


def read(path: Path) -> Iterator[tuple[str, Marked]]:
    """Yield the texts of a file, each behind its genre."""
    parts = _HEAD.split(path.read_text(encoding="utf-8"))
    for genre, text in zip(parts[1::2], parts[2::2], strict=True):
        if text.strip():
            yield genre.strip(), inline(text.strip())


def mended(marked: Marked, lexicon: Lexicon) -> Marked:
    """The same text, marked as the texts of the corpus are."""
    spans = [_without_kind(marked.text, span) for span in marked.spans]
    again = _again(marked.text, spans, lexicon)
    return Marked(marked.text, tuple(sorted([*spans, *again], key=attrgetter("start"))))


def _without_kind(text: str, span: Span) -> Span:
    """The span without a form of address or a kind in small letters before the name itself."""
    outside = _OUTSIDE.get(span.label, frozenset())
    while (first := _FIRST_WORD.match(text, span.start, span.end)) and (
        first[1].islower() and stem(first[1].rstrip(".")) in outside
    ):
        span = replace(span, start=first.end())
    return span


def _again(text: str, spans: list[Span], lexicon: Lexicon) -> Iterator[Span]:
    """Yield the places of a name that is marked elsewhere in this text, when it is no word."""
    taken = [(span.start, span.end) for span in spans]
    named = {text[span.start : span.end]: span.label for span in spans if span.label in _EVERYWHERE}
    for name in sorted(named, key=len, reverse=True):
        cores = [stem(one) for one in name.lower().split()]
        plain = all(core in PARTICLES or lexicon.is_word(core) for core in cores)
        if len(name) < _SHORTEST or (plain and name.islower()):
            continue
        for place in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text):
            if all(place.end() <= start or place.start() >= end for start, end in taken):
                taken.append(place.span())
                yield Span(*place.span(), named[name])


def main() -> None:
    """Write the texts of a file in the form of the corpus."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("teksten", type=Path)
    parser.add_argument("uit", type=Path)
    parser.add_argument("--merk", default="t", help="waar de naam van een tekst mee begint")
    asked = parser.parse_args()
    rows = list[str]()
    changed = 0
    for number, (genre, marked) in enumerate(read(asked.teksten), 1):
        mended_text = mended(marked, shipped())
        changed += len(set(mended_text.spans) - set(marked.spans))
        row = {
            "id": f"{asked.merk}{number:03}",
            "text": mended_text.text,
            "spans": [asdict(one) for one in mended_text.spans],
            "note": genre,
        }
        rows.append(json.dumps(row, ensure_ascii=False))
    asked.uit.write_text("\n".join(rows) + "\n", encoding="utf-8")
    print(f"{len(rows)} teksten, {changed} merken hersteld of erbij")


if __name__ == "__main__":
    main()
