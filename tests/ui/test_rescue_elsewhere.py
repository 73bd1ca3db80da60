"""A rescue copy in another folder, told to who opens the beraad that it belongs to."""

from __future__ import annotations

import os
from dataclasses import replace

import pytest

from beraad.store.places import prepare, session_path
from beraad.store.rescue import rescue
from beraad.store.rescued import AS_TEXT
from beraad.store.session_file import SessionFile
from beraad.ui.desk import Desk
from tests.conftest import NOW
from tests.editing.support import blank


@pytest.fixture
def elsewhere(tmp_path):
    home = tmp_path / "stick"
    prepare(home)
    return home


@pytest.fixture
def session():
    return replace(blank(), opening=replace(blank().opening, title="Huisraad"))


@pytest.fixture
def opened(folder, elsewhere, session):
    """What is told when the beraad in the other folder is opened."""
    path = session_path(elsewhere, session)
    SessionFile.create(path, session).close()
    made = []

    def open_it(came_from=path):
        workspace = Desk(folder, now=lambda: NOW).open_from_elsewhere(came_from)
        made.append(workspace)
        return workspace.told

    yield open_it
    for workspace in made:
        workspace.close()


def test_it_is_told_where_it_lies_and_how_to_open_it(opened, elsewhere, session):
    copy = rescue(session, iter([elsewhere]))
    told = opened()

    assert copy.name in told.happened
    assert str(elsewhere) in told.kept
    assert "Open van elders" in told.way_out


def test_the_latest_of_them_is_told(opened, elsewhere, session):
    copy = rescue(session, iter([elsewhere]))
    text = elsewhere / f"oud-{session.id[:8]}{AS_TEXT}"
    text.write_text("woorden", encoding="utf-8")
    os.utime(text, (copy.stat().st_mtime + 60,) * 2)
    told = opened()

    assert text.name in told.happened
    assert "tekstprogramma" in told.way_out


def test_the_copy_of_another_beraad_is_not_told(opened, elsewhere):
    rescue(blank(), iter([elsewhere]))

    assert opened() is None


def test_the_copy_itself_is_opened_without_a_word_about_it(opened, elsewhere, session):
    copy = rescue(session, iter([elsewhere]))

    assert opened(copy) is None
