from __future__ import annotations

import pytest

from tests.store.support import rescue_only_in


@pytest.fixture(autouse=True)
def no_rescue_copies_of_the_machine(monkeypatch):
    """Whoever runs these tests may have rescue copies of their own."""
    rescue_only_in(monkeypatch)
