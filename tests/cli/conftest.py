from __future__ import annotations

import pytest


@pytest.fixture(autouse=True)
def of_nobody(tmp_path_factory, monkeypatch):
    """What this user chose in the window of their own is nothing to a test."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path_factory.mktemp("config")))
