"""A file whose name holds half a sign, as an old archive of another system leaves."""

from __future__ import annotations

import os
import sys

import pytest

from beraad.errors import Solvable
from beraad.store.copies.differing import compare
from beraad.store.copies.restoring import restore
from beraad.store.handing.handing import everything, hand_over
from tests.store.copies.support import DAY, NOON, backed_up, keep, retitle, title_of
from tests.store.support import a_session, with_title

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="names of bytes are Linux'")


@pytest.fixture
def path(tmp_path):
    made = keep(tmp_path, with_title(a_session(), "Eerste"))
    os.link(os.fsencode(made), os.fsencode(tmp_path) + b"/caf\xe9.beraad")
    return made


def test_the_other_files_are_backed_up_and_it_is_told(tmp_path, path):
    made = backed_up(tmp_path)

    assert [item.name for item in made.moment.items] == [path.name]
    assert [missed.why for missed in made.missed] == [
        "In de naam caf?.beraad staat een teken dat niet te bewaren is."
    ]
    assert backed_up(tmp_path, day=1).moment is None


def test_it_stays_when_a_copy_is_put_back(tmp_path, path):
    moment = backed_up(tmp_path).moment
    path.unlink()
    keep(tmp_path, with_title(a_session(), "Nieuw"))

    restored = restore(moment, compare(moment, tmp_path), tmp_path, now=NOON + DAY)

    assert restored.refused == ()
    assert title_of(path) == "Eerste"
    assert os.path.exists(os.fsencode(tmp_path) + b"/caf\xe9.beraad")  # noqa: PTH110 - bytes
    retitle(path, "Nog te openen")


def test_the_other_files_are_handed_over_and_it_is_told(tmp_path, path):
    handed = hand_over(
        everything(tmp_path), tmp_path, tmp_path / "x.age", words="een twee drie", now=NOON
    )

    assert handed.files == (path,)
    assert [("teken dat niet te bewaren" in str(each)) for each in handed.left] == [True]


def test_handing_over_that_one_alone_says_why_not(tmp_path, path):
    (odd,) = (each for each in everything(tmp_path) if each != path)

    with pytest.raises(Solvable, match="teken dat niet te bewaren"):
        hand_over((odd,), tmp_path, tmp_path / "x.age", words="een twee drie", now=NOON)
