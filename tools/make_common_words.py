"""Make the list of how common words are from wordfreq; see beraad/assets/namen/BRONNEN.md.

python tools/make_common_words.py WORDFREQ: the folder in which the wheel of wordfreq was unpacked.
Needs msgpack, which Beraad itself does not use.
"""

from __future__ import annotations

import gzip
import importlib
import sys
from itertools import count
from pathlib import Path

from beraad.privacy.dutch.lexicon import shipped
from beraad.privacy.dutch.naming import words_of

TARGET = Path(__file__).parents[1] / "beraad" / "assets" / "namen" / "gangbaar.txt.gz"
STEPS = (380, 430, 480, 530, 580, 640)
"""Centibels below "every word" up to which a word is as common as its line says."""


def main(wordfreq: Path) -> None:
    """Write the words in lines, the commonest first; a word that is a name only is left out."""
    packed = gzip.decompress((wordfreq / "wordfreq/data/large_nl.msgpack.gz").read_bytes())
    levels = importlib.import_module("msgpack").unpackb(packed, raw=False)[1:]
    lexicon, seen = shipped(), set[str]()
    lines = list[list[str]]([[] for _ in STEPS])
    for level, words in zip(count(), levels, strict=False):
        step = next((place for place, most in enumerate(STEPS) if level <= most), None)
        if step is None:
            break
        for written in words:
            core = "".join(words_of(written))
            plain = lexicon.is_word(core) or not lexicon.is_listed(core)
            if plain and core.isascii() and core.isalpha() and len(core) > 1 and core not in seen:
                seen.add(core)
                lines[step].append(core)
    text = "\n".join(" ".join(sorted(line)) for line in lines)
    packed = gzip.compress(text.encode("ascii"), compresslevel=9, mtime=0)
    TARGET.write_bytes(packed)
    sys.stdout.write(f"{[len(line) for line in lines]} woorden, {len(packed)} bytes\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
