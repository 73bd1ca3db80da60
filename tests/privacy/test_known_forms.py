"""Laws: a known name does not survive in another spelling, and nothing else is touched."""

from __future__ import annotations

import unicodedata

from hypothesis import given, settings
from hypothesis import strategies as st

from beraad.privacy.dutch.folding import fold
from beraad.privacy.finding.finding import find
from beraad.privacy.instead.replacing import put
from beraad.privacy.signs.known.known_names import KnownNames

NAMES = ("Renée", "Çelik", "Yıldırım", "O'Brien", "Noël", "Kowalczyk", "Łukasz", "Hülya")
KNOWN = KnownNames.named(NAMES, year=2026)
FORMS = st.sampled_from(
    [
        str,
        str.upper,
        str.lower,
        str.title,
        lambda name: unicodedata.normalize("NFD", name),
        lambda name: fold(name).cased,
        lambda name: name.replace("'", "’"),
        lambda name: f"{name}'s",
        lambda name: f"{name}’s",
        "\u200b".join,
        lambda name: f"“{name}”",
        lambda name: f"*{name}*",
    ]
)
CONTEXTS = st.sampled_from(["{}", "Wij zagen {} gisteren.", "({})", "met {}, en", "{}\n", "-{}-"])


@given(st.sampled_from(NAMES), FORMS, FORMS, CONTEXTS)
@settings(max_examples=400, deadline=None)
def test_a_known_name_survives_in_no_form(name, form, other, context):
    text = context.format(other(form(name)))
    left = fold(put(text, find(text, KNOWN), lambda found: "[weg]")).lower.replace("'", "")
    assert fold(name).lower.replace("'", "") not in left


@given(st.text(max_size=80), st.sampled_from(NAMES))
@settings(max_examples=200, deadline=None)
def test_no_find_cuts_a_sign_in_two(text, name):
    text = f"{text} {name}\u0301 {text}"
    for found in find(text, KNOWN):
        assert text[found.start : found.end] == found.text
        behind = text[found.end : found.end + 1]
        assert not behind or not unicodedata.category(behind).startswith("M")
