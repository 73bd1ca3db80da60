"""Teaches the tagger from our own labelled texts: `make train`.

Names in the labelled texts are replaced by others, half of the texts lose their capitals, and the
Dutch of this project, as it was kept once, teaches what is no name. It is taught a few times, each
with other names, and the weights are averaged. The same seed gives the same model, whatever else
the project says by then.
"""

from __future__ import annotations

import argparse
import gzip
import re
import sys
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import islice
from math import exp, sqrt
from pathlib import Path
from random import Random
from sys import intern

from beraad.assets import WORD_LISTS
from beraad.privacy.dutch.lexicon import Lexicon, shipped
from beraad.privacy.dutch.vocabulary import PARTICLES
from beraad.privacy.signs.learned.features import features
from beraad.privacy.signs.learned.model import Model
from beraad.privacy.signs.learned.standing import may_be_a_name
from beraad.privacy.signs.names.seed import Spot
from beraad.privacy.signs.names.tokens import tokens
from beraad.privacy.text.page import lay_out
from tools.gate import prose
from tools.gate.bench import labelled
from tools.gate.grammar import OPTIONAL, Genre, Marked, Span
from tools.gate.noise import NOISES, lower
from tools.gate.slots import Slots

ROOT = Path(__file__).parents[2]
CORPUS = ROOT / "tests" / "privacy" / "corpus"
LESSONS = Path(__file__).parent / "lessons"
KEPT = WORD_LISTS / "geleerd.txt.gz"
NAMES = frozenset({"PERSOON", "PLAATS", "WIJK", "ADRES", "ORGANISATIE", "SCHOOL"})
HELD_APART = ("nine_genres_4", "nine_genres_5")
"""Texts of another hand that are not taught and on which nothing was chosen, to measure on."""
_COPIES = 5
_PER_LESSON = 750
_ROUNDS = 2
_RATE = 0.05
"""A larger step learns single texts by heart: on texts held apart, what was left out doubled."""
_TIMES = 5
_SHRINK = 2e-6
_FEWEST = 2
"""In so many texts something must be seen; copies of a text with other names count as one."""
_SMALLEST = 0.08
_SETTLED = 0.002
"""An answer as near as this teaches nothing more."""
_BATCH_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Example:
    """What can be seen of one word, and whether it is part of a name.

    Attributes:
        text: which text it is in; a copy with other names is the same.
    """

    seen: tuple[str, ...]
    named: bool
    text: int


def examples(texts: Iterable[tuple[int, Marked]], lexicon: Lexicon) -> Iterator[Example]:
    """Yield every word of the texts that the tagger would look at."""
    for number, marked in texts:
        words = tokens(lay_out(marked.text, 2026))
        spans = iter([span for span in marked.spans if span.end > span.start])
        span = next(spans, None)
        for place, token in enumerate(words):
            while span and span.end <= token.start:
                span = next(spans, None)
            inside = span if span and span.start <= token.start else None
            if inside and inside.label == OPTIONAL:
                continue
            spot = Spot(words, place, lexicon)
            if may_be_a_name(spot):
                named = bool(inside and inside.label in NAMES)
                yield Example(tuple(map(intern, features(spot))), named, number)


def renamed(marked: Marked, slots: Slots, chance: Random) -> Marked:
    """The text with other names of the same build."""
    text, spans, end = "", list[Span](), 0
    for span in marked.spans:
        text += marked.text[end : span.start]
        written = marked.text[span.start : span.end]
        if span.label == "PERSOON":
            written = _other_name(written, slots, chance)
        elif span.label == "PLAATS" and chance.random() < 0.7:
            written = slots.fill("plaats", chance)[0]
        elif span.label in ("ORGANISATIE", "SCHOOL") and chance.random() < 0.5:
            written = slots.fill(span.label.lower(), chance)[0]
        spans.append(Span(len(text), len(text) + len(written), span.label))
        text += written
        end = span.end
    return Marked(text + marked.text[end:], tuple(spans))


def _other_name(written: str, slots: Slots, chance: Random) -> str:
    words = list(_BATCH_WORD.finditer(written))
    cores = [word for word in words if word[0].lower() not in PARTICLES and len(word[0]) > 1]
    for word in reversed(cores):
        single = len(cores) == 1 and chance.random() < 0.5
        given = word is cores[0] and (len(cores) > 1 or single)
        name = slots.name("given" if given else "surname", chance)
        name = name if word[0][0].isupper() else name.lower()
        written = written[: word.start()] + name + written[word.end() :]
    return written


def taught(chance: Random, without: Sequence[str] = ()) -> Iterator[tuple[int, Marked]]:
    """Yield every text to learn from with its number, but those of files that are held apart."""
    for number, versions in enumerate(_written(chance, without)):
        for marked in versions:
            yield number, marked


def _written(chance: Random, without: Sequence[str]) -> Iterator[Iterator[Marked]]:
    """Yield each text in all the ways it is taught."""
    slots = Slots.of()
    for path in sorted(CORPUS.rglob("*.jsonl")):
        if path.stem in without:
            continue
        for marked in labelled(path):
            yield _with_other_names(marked, slots, chance)
    for path in sorted(LESSONS.glob("*.txt")):
        for marked in islice(Genre.read(path).texts(chance, slots.fill), _PER_LESSON):
            other = NOISES["tikfouten"](marked, chance) if chance.random() < 0.1 else marked
            yield iter([lower(other) if chance.random() < 0.5 else other])
    for marked in prose.kept():
        yield iter([marked, lower(marked)])


def _with_other_names(marked: Marked, slots: Slots, chance: Random) -> Iterator[Marked]:
    yield marked
    yield lower(marked)
    for _ in range(_COPIES):
        other = renamed(marked, slots, chance)
        yield lower(other) if chance.random() < 0.5 else other


def learned(lessons: Sequence[Example], chance: Random) -> Model:
    """Logistic regression with a step of its own for each weight (AdaGrad)."""
    seen, last = Counter[str](), dict[str, int]()
    for example in lessons:
        for one in example.seen:
            if last.get(one) != example.text:
                seen[one] += 1
                last[one] = example.text
    names = [one for one, times in seen.items() if times >= _FEWEST]
    number = {one: place for place, one in enumerate(names)}
    read = [
        (example.named, array("l", [number[one] for one in example.seen if one in number]))
        for example in lessons
    ]
    weights, slopes = [0.0] * len(names), [1e-6] * len(names)
    base, slope = 0.0, 1e-6
    for _ in range(_ROUNDS):
        chance.shuffle(read)
        for named, known in read:
            total = base
            for one in known:
                total += weights[one]
            error = (1 / (1 + exp(-max(-30.0, min(30.0, total))))) - named
            if -_SETTLED < error < _SETTLED:
                continue
            slope += error * error
            base -= _RATE * error / sqrt(slope)
            for one in known:
                step = error + _SHRINK * weights[one]
                slopes[one] += step * step
                weights[one] -= _RATE * step / sqrt(slopes[one])
    return Model(base, dict(zip(names, weights, strict=True)))


def averaged(models: Sequence[Model]) -> Model:
    """One model between these, without the weights that hardly count.

    Each was taught with other names in the same texts, so that what they share is what holds.
    """
    sums = Counter[str]()
    for model in models:
        sums.update(model.weights)
    kept = {one: total / len(models) for one, total in sums.items()}
    base = sum(model.base for model in models) / len(models)
    return Model(base, {one: each for one, each in kept.items() if abs(each) >= _SMALLEST})


def weights_of(packed: bytes) -> str:
    """A fingerprint of the weights in a file; not every computer packs them alike."""
    return sha256(gzip.decompress(packed)).hexdigest()


def model_of(seeds: Iterable[int], without: Sequence[str]) -> Model:
    """The model that is learned, the average of one for each seed."""
    models: list[Model] = []
    for seed in seeds:
        chance = Random(seed)
        lessons = tuple(examples(taught(chance, without), shipped()))
        named = sum(example.named for example in lessons)
        print(f"zaad {seed}: {len(lessons)} woorden, waarvan {named} in een naam", flush=True)
        models.append(learned(lessons, chance))
    return averaged(models)


def main() -> None:
    """Teach, and keep the model beside the word lists; or only compare it with what is kept."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=20261128)
    parser.add_argument("--keren", type=int, default=_TIMES, help="zoveel zaden achter elkaar")
    parser.add_argument("--uit", type=Path, default=KEPT)
    parser.add_argument(
        "--zonder", nargs="*", default=HELD_APART, help="bestanden met teksten die apart blijven"
    )
    parser.add_argument(
        "--vergelijk", action="store_true", help="schrijf niets: is dit wat er al staat?"
    )
    asked = parser.parse_args()
    model = model_of(range(asked.seed, asked.seed + asked.keren), asked.zonder)
    packed = gzip.compress(model.written().encode("utf-8"), mtime=0)
    print(f"{len(model.weights)} gewichten, {len(packed) / 1024:.0f} kB")
    if asked.vergelijk:
        same = weights_of(packed) == weights_of(asked.uit.read_bytes())
        sys.exit(None if same else f"Dit zijn andere gewichten dan in {asked.uit.name}.")
    asked.uit.write_bytes(packed)


if __name__ == "__main__":
    main()
