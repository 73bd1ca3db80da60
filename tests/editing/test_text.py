from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beraad.editing.text import storable


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("gewone tekst", "gewone tekst"),
        ("1\r\n2\r3\v4\f5\u20286\u20297\x858", "1\n2\n3\n4\n5\n6\n7\n8"),
        ("tab\tblijft", "tab\tblijft"),
        ("nul\x00teken", "nul\ufffdteken"),
        ("escape\x1b[31m", "escape\ufffd[31m"),
        ("los\ud800surrogaat", "los\ufffdsurrogaat"),
        ("👩‍👩‍👧 مرحبا \u202eomgekeerd", "👩‍👩‍👧 مرحبا \u202eomgekeerd"),
    ],
)
def test_what_cannot_be_kept_stays_visible(typed, kept):
    assert storable(typed) == kept


@given(st.text(alphabet=st.characters(exclude_categories=())))
def test_what_comes_out_can_be_stored_and_stays_so(typed):
    kept = storable(typed)

    kept.encode("utf-8")
    assert "\x00" not in kept
    assert storable(kept) == kept
