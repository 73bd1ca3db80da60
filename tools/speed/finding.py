"""The finder: what it misses of the example texts, how fast it reads, and what it needs."""

from __future__ import annotations

import gc
from pathlib import Path
from time import perf_counter, process_time

_CORPUS = Path(__file__).parents[2] / "tests" / "privacy" / "corpus"
_SIZE = 1_000_000
_LONG_ENOUGH = 1.5
"""Seconds of processor time."""
_SENTENCE = (
    "Volgens de slager belde mevrouw Demir (34) op 3 mei 2024 met 06-12345678 over BSN 123456782,"
    " Dorpsstraat 12, 1234 AB Assen, en over 1.250 euro."
)
"""Has something of most kinds, so that most of what has to be loaded is loaded for it."""
begun = perf_counter()

from beraad.privacy.finding.finding import find  # noqa: E402 - what it takes to import is measured
from beraad.privacy.signs.known.known_names import KnownNames  # noqa: E402

find(_SENTENCE, KnownNames.named())
first = (perf_counter() - begun) * 1000

from beraad.privacy.dutch.remembering import Remembered  # noqa: E402
from beraad.privacy.text.sought import make_ready  # noqa: E402
from beraad.remembering import forget  # noqa: E402
from tools.speed.counting import rows_of, shares  # noqa: E402
from tools.speed.telling import memory, tell  # noqa: E402

texts = [row["text"] for row in rows_of(_CORPUS / "build.jsonl")]
known = KnownNames.named(["Carla Mulder", "Joep van Es"])
make_ready()  # As the window does while somebody looks at the list; `first` is without.
find("\n".join(texts), KnownNames.named())  # Whatever is loaded or made once, by any of them.


def _forget_words() -> None:
    """Let the finder have seen no word yet."""
    forget()
    for each in gc.get_objects():
        if isinstance(each, Remembered):
            each.clear()


def _per_second(some: list[str]) -> float:
    """How many characters of new texts are read in a second: one time reads too few to tell."""
    taken = read = 0.0
    while taken < _LONG_ENOUGH:
        _forget_words()
        start = process_time()
        for text in some:
            find(text, known)
        taken += process_time() - start
        read += sum(map(len, some))
    return read / taken


def _shares(name: str, *, lower: bool) -> dict[str, float]:
    rows = rows_of(_CORPUS / f"{name}.jsonl", lower=lower)
    return shares(rows, lambda text, people: find(text, KnownNames.named(people)))


short = _per_second(texts)
together = "\n".join(texts)
start = process_time()
find((together * (_SIZE // len(together) + 1))[:_SIZE], known)
long = (process_time() - start) * 1000
figures = _shares("examples", lower=False)
tell(
    {
        "first": first,
        "short": short,
        "long": long,
        "memory": memory(),
        "lower": _shares("examples", lower=True)["leak"],
        **figures,
    }
)
