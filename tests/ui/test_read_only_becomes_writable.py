"""A beraad that could only be read is kept as soon as it may be written."""

from __future__ import annotations

import os
import shutil

import pytest
from PySide6.QtWidgets import QPushButton

from beraad.editing.autosave import Failed, Kept
from beraad.records.anatomy import Address
from beraad.store.places import session_path
from beraad.store.session_file import SessionFile
from tests.store.support import a_session, with_title

TITLE = Address("opening", "title")


@pytest.fixture
def path(folder):
    session = with_title(a_session(), "Voorschot of wachten?")
    path = session_path(folder, session)
    SessionFile.create(path, session).close()
    return path


@pytest.fixture
def may(monkeypatch):
    """Whether the folder may be written; root may always."""
    answer = {"may": False}
    real = os.access

    def asked(what, where):
        return answer["may"] if what == os.W_OK else real(where, what)

    monkeypatch.setattr("beraad.store.database.may", asked)
    return answer


def kept(path):
    with SessionFile.open(path) as file:
        return file.session.opening.title


def test_what_is_typed_is_kept_once_it_may_be(window, path, may):
    window.open(path)
    workspace = window._workspace
    workspace.editor.edit(TITLE, "Nieuw")
    assert isinstance(workspace.keep(), Failed)
    assert not workspace.may_write
    assert "Beraad probeert het steeds opnieuw" in window.banner.accessibleName()

    may["may"] = True
    assert isinstance(workspace.keep(), Kept)

    assert workspace.may_write
    assert not window.banner.isVisible()
    workspace.editor.edit(TITLE, "Nieuwer")
    window.show_start()
    assert window._workspace is None
    assert kept(path) == "Nieuwer"


def test_it_is_tried_again_without_anybody_doing_anything(window, path, may, qtbot, monkeypatch):
    monkeypatch.setattr("beraad.editing.autosave.RETRY_SECONDS", (0.05,))
    window.open(path)
    workspace = window._workspace
    workspace.editor.edit(TITLE, "Nieuw")
    qtbot.waitUntil(lambda: isinstance(workspace.save_state, Failed))

    may["may"] = True

    qtbot.waitUntil(lambda: isinstance(workspace.save_state, Kept))


def test_nobody_else_gets_in_once_it_is_written(window, path, may):
    window.open(path)
    may["may"] = True
    window._workspace.editor.edit(TITLE, "Nieuw")
    window._workspace.keep()

    with pytest.raises(Exception, match="al open"):
        SessionFile.open(path)


def test_what_another_wrote_meanwhile_is_not_written_over(window, path, may, tmp_path):
    window.open(path)
    workspace = window._workspace
    workspace.editor.edit(TITLE, "Van hier")
    may["may"] = True
    with SessionFile.open(path) as file:
        file.keep(with_title(file.session, "Van een ander"))

    state = workspace.keep()

    assert isinstance(state, Failed)
    assert "staat nu iets anders" in window.banner.accessibleName()
    assert workspace.editor.session.opening.title == "Van hier"
    assert kept(path) == "Van een ander"
    (tmp_path / "elders").mkdir()
    workspace.keep_elsewhere(tmp_path / "elders")
    assert workspace.may_write
    assert isinstance(workspace.save_state, Kept)


def test_while_another_window_has_it_that_is_what_is_said(window, path, may):
    window.open(path)
    may["may"] = True
    with SessionFile.open(path):
        window._workspace.editor.edit(TITLE, "Nieuw")
        window._workspace.keep()
        assert "al open" in window.banner.accessibleName()
    window._workspace.keep()
    assert not window.banner.isVisible()
    window.show_start()
    assert kept(path) == "Nieuw"


def test_what_was_set_aside_while_closing_is_told_after_it(window, path, tmp_path):
    window.open(path)
    window._workspace.editor.edit(TITLE, "Nieuw")
    window._workspace.keep()
    other = tmp_path / "ander"
    shutil.copyfile(path, other)
    path.unlink()
    shutil.copyfile(other, path)
    window._workspace.rescue()
    window._abandon(window.show_start)

    assert window._workspace is None
    assert "Wat je daarin schreef staat nog in" in window.banner.accessibleName()
    assert window.banner.isVisible()
    button = next(each for each in window.banner.findChildren(QPushButton) if each.text() == "×")
    button.click()
    assert not window.banner.isVisible()


def test_nothing_is_told_after_closing_when_nothing_was_set_aside(window, path):
    window.open(path)
    window._workspace.editor.edit(TITLE, "Nieuw")
    window.show_start()

    assert not window.banner.isVisible()
