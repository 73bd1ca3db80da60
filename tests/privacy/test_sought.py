"""A pattern that is tried only at its sign finds what it would find without one."""

import importlib
import json
import pkgutil
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import beraad.privacy.signs
from beraad.privacy.finding.finding import find
from beraad.privacy.finding.rehearsal import rehearse
from beraad.privacy.signs.known.known_names import KnownNames
from beraad.privacy.text.page import lay_out
from beraad.privacy.text.sought import Sought, letters_of, sought

_CORPUS = Path(__file__).parent / "corpus"
_PIECES = (
    "12 34 56 789", "06-12345678", "(020) 123 45 67", "+31 6 1234 5678", "0049 170 1234567",
    "111222333", "1112.22.333", "12-AB-34", "AB-123-C", "99XXX9", "AB12CD", "B-XY 1234",
    "NL91 ABNA 0417 1643 00", "DE89370400440532013000", "rekening 1234567", "€ 1.234,50",
    "eur 345", "1200 euro", "3-4-1987", "12 maart 2024", "eenentwintig mei", "3 op drie maart",
    "kerst '23", "tweede pinksterdag, van 2021", "geb. 03/04/87", "jarig op 3 mei", "1234 AB 12",
    "Dorpsstraat 12", "kerkweg nr. 3", "laan van de vrede 7", "woont op beukenhof drie",
    "Aan de Wetering 8", "De Wilde de Boer 4", "postbus 12", "FC Emmen", "j.p.", "J. P. d.V",
    "AB", "dr. A.", "jan-piet@voorbeeld.nl", "jan apenstaart voorbeeld punt nl",
    "info (at) iets.nl", "www.iets.nl", "https://a.b/c", "sub.domein.org/x", "@handle_1",
    "insta: naam.1", "account = a_b9", "V e l d m a n", "Linde-\nman", "datGreetjezijn", "abc123",
    "x_y", "O592 33 14 8O", "l0 l1 22", "nul zes twaalf vierendertig 5 zes",
    "een, twee, drie, vier", "van 1956", "in '81", "12.345.678", "zaaknr. 2024-12345",
    "AB/2024/123", "12.34.56.78", "a1:b2:c3:d4:e5:f6", "AB1234567", "C12345678",
    "de enige bakker van Ons Dorp", "moeder van vijf kinderen", "alleenstaande vader",
    "naam: den akker, j.", "school\tde kring", "| de kring |", "zit nu op de kring",
    "Zat op De Kring. ", "\n",
    "juf an van de kring", "in de wijk de bloem", "uit de flat ", "hoi lente, ", "js: ", "p-h: ",
    "ab + ", "buurman op 43a", "op nummer 4 bis", "via bewind op maat bv", "adres: de hof 12 b",
    "bsn 123456782", "tel. 12345678", "kenteken XX-99-99", " ", "\n", ", ", "-", "'", ".", "(",
    ")", "é", "\ufffc",
)  # fmt: skip
"""What the signs look for, whole and in parts, so that they stand against each other."""


def every() -> dict[str, Sought]:
    """The patterns with a sign of all rooms of signs, by name."""
    found: dict[str, Sought] = {}
    for module in pkgutil.walk_packages(beraad.privacy.signs.__path__, "beraad.privacy.signs."):
        for name, one in vars(importlib.import_module(module.name)).items():
            if isinstance(one, Sought):
                found[f"{module.name.removeprefix('beraad.privacy.signs.')}.{name}"] = one
    return found


EVERY = every()
TEXTS = [
    json.loads(line)["text"]
    for name in ("build", "examples")
    for line in (_CORPUS / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
]


def spans(matches):
    return [match.span() for match in matches]


def at_every_start(one, text):
    """The match at each place, one after another."""
    return [match.span() for place in range(len(text)) if (match := one.pattern.match(text, place))]


def test_there_are_patterns_to_compare():
    assert len(EVERY) > 40


@pytest.mark.parametrize("name", EVERY)
def test_it_finds_the_same_in_the_corpus(name):
    one, page = EVERY[name], lay_out("\n".join(TEXTS), 2026)
    for text in (page.lower, page.cased):
        assert spans(one.finditer(text)) == spans(one.pattern.finditer(text))


@given(st.lists(st.sampled_from(_PIECES) | st.text(max_size=4), max_size=7), st.booleans())
def test_it_finds_the_same_in_whatever_stands_against_it(pieces, apart):
    page = lay_out((" " if apart else "").join(pieces), 2026)
    for name, one in EVERY.items():
        for text in (page.lower, page.cased):
            assert spans(one.finditer(text)) == spans(one.pattern.finditer(text)), name


@given(st.lists(st.sampled_from(_PIECES) | st.text(max_size=4), max_size=7))
def test_every_start_is_every_start(pieces):
    page = lay_out("".join(pieces), 2026)
    for name, one in EVERY.items():
        if one.back is not None:
            assert spans(one.every(page.lower)) == at_every_start(one, page.lower), name


def test_a_sign_inside_another_hides_nothing():
    nested = sought("b?aab", "aa", back=1)
    assert spans(nested.finditer("aaab")) == [(1, 4)]


def test_only_what_may_stand_between_is_reached_over():
    one = sought("x?[a-z]*[0-9]", "[0-9]", back=5, over="a-z")
    assert spans(one.finditer("ab cd1")) == [(3, 6)]


def test_after_a_rehearsal_no_text_needs_a_pattern_that_is_still_to_be_made(monkeypatch):
    for one in EVERY.values():
        for remembered in ("pattern", "sign"):
            monkeypatch.delitem(vars(one), remembered, raising=False)
    rehearse()
    ours = {written for one in EVERY.values() for written in (one.written, one.told_by)}
    made = set()
    make = re.compile
    monkeypatch.setattr(re, "compile", lambda *asked: made.add(asked[0]) or make(*asked))

    assert find("\n".join((*_PIECES, *TEXTS[:60])), KnownNames.named())

    assert ours.isdisjoint(made)


@pytest.mark.parametrize(
    ("sign", "letters"),
    [
        ("tel", {"tel"}),
        ("bank|bond", {"bank", "bond"}),
        (r"(?:bank|bond)(?:en|s)?", {"bank", "bond"}),
        (r"[a-z]+ (?P<who>heer|dame)", {"heer", "dame"}),
        (r"[|;]", {"|", ";"}),
        (r"[0-2](?<![0-9].)", {"0", "1", "2"}),
        (r" ?\+", {"+"}),
        (r"\(\*|x{2,3}yz", {"(*", "yz"}),
        (r"a? van (?=de)", {"van"}),
        (r"(?:a|[bc])?[)|]|d", {")", "|", "d"}),
        (r"(?<=heer )\d", set()),
        (r"[^a-z]|bank", set()),
        (r"[\t;]", set()),
        (r"(?:bank)?|bond", set()),
        (r"b*o{0,2}", set()),
        (" ", set()),
    ],
)
def test_letters_stand_wherever_a_sign_is(sign, letters):
    assert set(letters_of(sign)) == letters


def test_a_pattern_that_is_made_later_is_sought_in_what_was_read_before():
    text = "zo ver als de zebra loopt"
    assert spans(sought("giraffe", "giraffe").finditer(text)) == []

    later = sought("zebra", "zebra")

    assert spans(later.finditer(text)) == [(14, 19)]


def test_letters_of_a_text_without_any_space_are_seen():
    one = sought(r"(?<=[0-9])euro", "euro", back=0)
    text = "a1" * 5_000 + "euro" + "b" * 5_000

    assert spans(one.finditer(text)) == [(10_000, 10_004)]
