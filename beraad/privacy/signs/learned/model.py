"""The weights that were learned, and how likely a name they make a word."""

from __future__ import annotations

import gzip
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from io import StringIO
from itertools import repeat
from math import exp

from beraad.assets import WORD_LISTS

_FILE = WORD_LISTS / "geleerd.txt.gz"
_HUNDREDTHS = 100
_FARTHEST = 30.0


@dataclass(frozen=True, slots=True)
class Model:
    """A weight for everything that can be seen of a word.

    Attributes:
        base: the weight that every word has.
    """

    base: float
    weights: Mapping[str, float]

    def likelihood(self, features: Iterable[str]) -> float:
        """How likely a name is, between 0 and 1, when this is what can be seen."""
        total = self.base + sum(map(self.weights.get, features, repeat(0.0)))
        return 1 / (1 + exp(-max(-_FARTHEST, min(_FARTHEST, total))))

    def strongest(self, features: Iterable[str]) -> str:
        """What speaks most for a name among these; empty when nothing does."""
        seen = [(self.weights.get(one, 0.0), one) for one in features]
        best = max(seen, default=(0.0, ""))
        return best[1] if best[0] > 0 else ""

    def written(self) -> str:
        """The model as the text of its file: a weight in hundredths and what it is of, by line."""
        lines = [f"{round(self.base * _HUNDREDTHS)}\t"]
        lines += [f"{round(w * _HUNDREDTHS)}\t{one}" for one, w in sorted(self.weights.items())]
        return "\n".join(lines)

    @classmethod
    def read(cls, text: str) -> Model:
        """The model in the text of a file.

        It stays as long as the program runs: a weight that many have is kept once, and line by line
        nothing is left between the words that stay.
        """
        weighs = _Weights()
        weights: dict[str, float] = {}
        for line in StringIO(text):
            weight, one = line.removesuffix("\n").split("\t")
            weights[one] = weighs[weight]
        return cls(weights.pop(""), weights)


class _Weights(dict[str, float]):
    """Weights by how they are written; there are far fewer than there are features."""

    def __missing__(self, hundredths: str) -> float:
        self[hundredths] = weight = int(hundredths) / _HUNDREDTHS
        return weight


@cache
def shipped() -> Model:
    """The model that comes with Beraad; read when it is first needed."""
    return Model.read(gzip.decompress(_FILE.read_bytes()).decode("utf-8"))
