from __future__ import annotations

from datetime import timedelta

import pytest

from beraad.store.copies.making import back_up
from tests.conftest import NOW
from tests.store.copies.support import keep, retitle
from tests.store.support import a_session, with_title


@pytest.fixture
def path(folder):
    """A beraad of which yesterday's backup has another title."""
    path = keep(folder, with_title(a_session(), "Eerste"))
    back_up(folder, now=NOW - timedelta(days=1))
    retitle(path, "Tweede")
    return path
