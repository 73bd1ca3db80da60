"""Make the word lists of the gate from OpenTaal and Faker; see beraad/assets/namen/BRONNEN.md.

python tools/make_word_lists.py WDUTCH FAKER: the file usr/share/dict/dutch of the Debian package
wdutch, and the folder in which the wheel of Faker was unpacked.
"""

from __future__ import annotations

import gzip
import importlib
import re
import sys
from collections.abc import Iterable
from pathlib import Path

from beraad.privacy.dutch.naming import words_of

TARGET = Path(__file__).parents[1] / "beraad" / "assets" / "namen"
LOCALES = (
    "nl_NL", "nl_BE", "tr_TR", "fr_DZ", "pl_PL", "en_IN", "en_PK", "sw", "ha_NG", "de_DE", "fr_FR",
    "pt_PT", "es_ES", "it_IT", "ro_RO", "uk_UA",
)  # fmt: skip
_STREET = re.compile(r".+(?:straat|laan|weg|plein|kade|singel|gracht|steeg|dreef|dijk|pad|hof)")
_ROMAN = re.compile(r"[mdclxvi]+")
_DERIVED = ("s", "se", "er", "ers", "aar", "aars", "aren", "naar", "naars", "naren", "es", "n")
_CYRILLIC = {
    "а": "a", "б": "b", "в": "v", "г": "h", "ґ": "g", "д": "d", "е": "e", "ж": "zh", "з": "z",
    "и": "y", "і": "i", "ї": "yi", "й": "y", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o",
    "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f", "х": "kh", "ц": "ts", "ш": "sh",
    "щ": "shch", "ю": "yu", "я": "ya", "є": "ye", "ч": "ch", "ь": "", "ʼ": "", "’": "", "'": "",
}  # fmt: skip


def main(dictionary: Path, faker: Path) -> None:
    """Write the lists."""
    sys.path.insert(0, str(faker))
    written = dictionary.read_text(encoding="utf-8").split("\n")
    lower = {"".join(words_of(one)) for one in written if one.islower() and one.isalpha()}
    proper = {one for one in written if one[:1].isupper() and one.isalpha() and len(one) > 1}
    everything = set(written)
    given = {one for one in proper if {one + "s", one + "'s", one + "'"} & everything}
    faked_given, faked_surnames = set[str](), set[str]()
    for locale in LOCALES:
        provider = importlib.import_module(f"faker.providers.person.{locale}").Provider
        faked_given |= set(_values(provider, "first_name"))
        faked_surnames |= set(_values(provider, "last_name"))
    cities = importlib.import_module("faker.providers.address.nl_NL").Provider.cities
    _write("woorden", lower)
    _write("voornamen", _folded(faked_given) | _folded(one for one in given if one.istitle()))
    _write("achternamen", _folded(faked_surnames))
    _write("plaatsen", {" ".join(words_of(one)) for one in cities})
    _write("eigennamen", _folded(_names(proper)))


def _values(provider: type, prefix: str) -> Iterable[str]:
    for name in dir(provider):
        value = getattr(provider, name)
        if name.startswith(prefix) and isinstance(value, (list, tuple, dict)):
            yield from (_latin(str(one)) for one in value)


def _latin(name: str) -> str:
    return "".join(_CYRILLIC.get(letter, letter) for letter in name.lower())


def _names(proper: set[str]) -> Iterable[str]:
    """Capitalised words that are no street, numeral or form derived from another name."""
    for one in proper:
        low = one.lower()
        derived = any(low.endswith(ending) and one[: -len(ending)] in proper for ending in _DERIVED)
        adjective = low.endswith(("ische", "isch", "eens", "eense", "aans", "aanse", "ees", "ese"))
        if one.istitle() and not (
            derived or adjective or _STREET.fullmatch(low) or _ROMAN.fullmatch(low)
        ):
            yield one


def _folded(names: Iterable[str]) -> set[str]:
    """Single words in comparable form; what is more than one word gives its longest."""
    parts = (words_of(one) for one in names)
    return {max(words, key=len) for words in parts if words and max(map(len, words)) > 1}


def _write(name: str, words: set[str]) -> None:
    text = "\n".join(sorted(one for one in words if one and one.isascii()))
    packed = gzip.compress(text.encode(), compresslevel=9, mtime=0)
    (TARGET / f"{name}.txt.gz").write_bytes(packed)
    sys.stdout.write(f"{name}: {text.count(chr(10)) + 1} woorden, {len(packed)} bytes\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
