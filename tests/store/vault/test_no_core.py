from __future__ import annotations

import sys

import pytest

from tests.store.support import run_python

UNLOCKING = """
import resource, sys
from pathlib import Path
from beraad.store.vault.opening import set_up
set_up(Path(sys.argv[1]), "molen fiets kaart appel")
print(resource.getrlimit(resource.RLIMIT_CORE))
import ctypes
print(ctypes.CDLL(None).prctl(3, 0, 0, 0, 0))
"""
"""3 is PR_GET_DUMPABLE."""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux can be asked")
def test_who_has_unlocked_leaves_no_core_and_shows_no_memory(tmp_path):
    assert run_python(UNLOCKING, tmp_path).split() == ["(0,", "0)", "0"]
