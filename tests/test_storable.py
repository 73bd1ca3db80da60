from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beraad.storable import storable


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("gewone tekst", "gewone tekst"),
        ("1\r\n2\r3\v4\f5\u20286\u20297\x858", "1\n2\n3\n4\n5\n6\n7\n8"),
        ("tab\tblijft", "tab\tblijft"),
        ("nul\x00teken", "nul\ufffdteken"),
        ("escape\x1b[31m", "escape\ufffd[31m"),
        ("los\ud800surrogaat", "los\ufffdsurrogaat"),
        ("geen\U0001ffffteken\ufdd0", "geen\ufffdteken\ufffd"),
    ],
)
def test_what_cannot_be_kept_stays_visible(typed, kept):
    assert storable(typed) == kept


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("mevrouw \u202enesnaJ\u202c belt", "mevrouw nesnaJ belt"),
        ("\u2066Demir\u2069 en \u202aC:\\map", "Demir en C:\\map"),
        ("Jan\u200bs\u00aden \ufeffbelt\u2060", "Jansen belt"),
        ("Ja\u200dns\u200cen, Nguy\u1ec5\u200dn", "Jansen, Nguy\u1ec5n"),
        ("\u200fJan\u200fsen\u200e", "Jansen"),
        ("stil\U000e0041\U000e0042\u3164", "stil"),
    ],
)
def test_what_nobody_sees_and_may_deceive_goes(typed, kept):
    assert storable(typed) == kept


@pytest.mark.parametrize(
    "typed",
    [
        "👩‍👩‍👧 ❤️‍🔥 👩🏽‍🏫",
        "🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
        "مرحبا שלום בן־דוד שָׁלוֹם",
        "می‌خواهم علی‌رضا",
        "می‌",
        "שלום!\u200f (Jan)\u200e",
        "क्‍ष नमस्ते",
        "naïve façade Łukasz Nguyễn e\u0301",
    ],
)
def test_what_a_script_needs_stays(typed):
    assert storable(typed) == typed


HIDDEN = "\u200b\u200c\u200d\u200e\u200f\u061c\u202a\u202e\u2066\u2069\xad\ufeff\U000e0041"


@given(st.text(alphabet=st.sampled_from(HIDDEN + "aZ1 é-اشא👩🏴\ufe0f\u0301")))
def test_no_letter_is_lost_and_no_order_is_forced(typed):
    kept = storable(typed)

    assert [sign for sign in kept if sign not in HIDDEN] == [s for s in typed if s not in HIDDEN]
    assert not set(kept) & set("\u202a\u202e\u2066\u2069\u200b\xad\ufeff")
    assert storable(kept) == kept


@given(st.text(alphabet=st.sampled_from(HIDDEN), min_size=1))
def test_nothing_hides_inside_a_latin_word(hidden):
    assert storable(f"Jan{hidden}sen שלום") == "Jansen שלום"


@given(st.text(alphabet=st.characters(exclude_categories=())))
def test_what_comes_out_can_be_stored_and_stays_so(typed):
    kept = storable(typed)

    kept.encode("utf-8")
    assert "\x00" not in kept
    assert storable(kept) == kept
