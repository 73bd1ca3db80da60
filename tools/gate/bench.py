"""Measures the gate on texts that are made anew each time: `make finder SEED=…`.

The seed is told, so that a run can be repeated; rules are not to be written for what it prints.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from random import Random, SystemRandom

from beraad.privacy.finding.finding import find
from beraad.privacy.signs.known.known_names import KnownNames
from tools.gate.grammar import Genre, Marked, Span
from tools.gate.noise import NOISES, lower
from tools.gate.scoring import Count, count
from tools.gate.slots import Slots

GENRES = Path(__file__).parent / "genres"
_TEXTS = 150
_KNOWN = KnownNames.named(year=2026)


def generated(name: str, seed: int, texts: int = _TEXTS) -> tuple[Marked, ...]:
    """Texts of one genre."""
    chance = Random(f"{seed}/{name}")
    genre = Genre.read(GENRES / f"{name}.txt")
    return tuple(islice(genre.texts(chance, Slots.of().fill), texts))


def labelled(path: Path) -> tuple[Marked, ...]:
    """The texts of a file with one labelled text a line."""
    return rows(path.read_text(encoding="utf-8"))


def rows(written: str) -> tuple[Marked, ...]:
    """The texts that are written with one labelled text a line."""
    read = map(json.loads, filter(str.strip, written.split("\n")))
    return tuple(
        Marked(
            row["text"], tuple(Span(one["start"], one["end"], one["label"]) for one in row["spans"])
        )
        for row in read
    )


def counted(texts: Iterable[Marked]) -> Count:
    """What the gate does with these texts, each read by itself."""
    total = Count()
    for marked in texts:
        found = find(marked.text, _KNOWN)
        total.add(
            count(
                marked,
                [(one.start, one.end) for one in found if not one.asks],
                [(one.start, one.end) for one in found if one.asks],
            )
        )
    return total


def _sets(seed: int, files: Iterable[Path]) -> Iterator[tuple[str, tuple[Marked, ...]]]:
    for path in files:
        texts = labelled(path)
        yield path.stem, texts
        yield f"{path.stem}, zonder hoofdletters", tuple(map(lower, texts))
    if files:
        return
    everything: list[Marked] = []
    for path in sorted(GENRES.glob("*.txt")):
        texts = generated(path.stem, seed)
        everything += texts
        yield path.stem, texts
    chance = Random(seed)
    for name, noise in NOISES.items():
        yield f"alles, {name}", tuple(noise(marked, chance) for marked in everything)


def main() -> None:
    """Print the figures of every genre and every noise."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=SystemRandom().randrange(10**6))
    parser.add_argument(
        "files", nargs="*", type=Path, help="gemerkte teksten in plaats van gemaakte"
    )
    asked = parser.parse_args()
    if not asked.files:
        print(f"zaad {asked.seed}, {_TEXTS} teksten per soort")
    for name, texts in _sets(asked.seed, asked.files):
        print(f"{name:32} {counted(texts).line()}")


if __name__ == "__main__":
    main()
