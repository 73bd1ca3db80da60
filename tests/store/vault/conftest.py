from __future__ import annotations

import pytest

from beraad.store.vault import form
from beraad.store.vault.sealing import Slowness
from tests.store.support import rescue_only_in


@pytest.fixture(autouse=True)
def passwords_cost_little(monkeypatch):
    """What a guess costs is measured by `make bench`; the files say what they were made with."""
    monkeypatch.setattr(form, "Slowness", lambda **said: Slowness(**{**_LITTLE, **said}))
    monkeypatch.setattr("beraad.store.vault.opening.leave_no_core", lambda: None)
    rescue_only_in(monkeypatch)


_LITTLE = {"memory": 64, "rounds": 1, "lanes": 1}
