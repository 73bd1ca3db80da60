from __future__ import annotations

import pytest

from tests.store.support import run_python

HEAVY = ("sqlmodel", "sqlalchemy", "pydantic")


@pytest.mark.parametrize(
    ("statement", "is_heavy"),
    [
        ("import beraad.store", False),
        ("import beraad.store.places", False),
        ("import beraad.store.catalog", False),
        ("import beraad.store.register_summary", False),
        ("import beraad.store.session_file", True),
    ],
)
def test_the_start_screen_does_not_wait_for_sqlmodel(statement, is_heavy):
    told = run_python(f"{statement}\nimport sys\nprint(any(n in sys.modules for n in {HEAVY}))")

    assert told.strip() == str(is_heavy)
