"""A file that is clicked in the file manager opens, after the password where there is one."""

from __future__ import annotations

import pyrage
import pytest

from beraad import cli
from beraad.store.handing.handing import hand_over
from beraad.store.session_file import SessionFile
from beraad.ui.handing.take_screen import TakeScreen
from beraad.ui.practising.choosing_screen import ChoosingScreen
from tests.conftest import NOW
from tests.store.support import a_session, with_title
from tests.ui.vault.test_locking import unlock_in


def test_a_beraad_of_the_folder_opens_after_the_password(locked, path, window_of, qtbot):
    window = window_of(locked)
    window.ways_in.wait_for_list(path)
    assert window.beraad is None
    unlock_in(window, qtbot)
    qtbot.waitUntil(lambda: window.beraad is not None)
    assert window.beraad.workspace.path == path


def test_a_beraad_from_elsewhere_becomes_a_copy_under_the_key(locked, window_of, qtbot, tmp_path):
    window = window_of(locked)
    elsewhere = tmp_path / "stick"
    elsewhere.mkdir()
    plain = elsewhere / "beraad-2026-W48-bbbbbbbb.beraad"
    SessionFile.create(plain, with_title(a_session(), "Zwaluwhof")).close()
    window.ways_in.open_file(plain)
    unlock_in(window, qtbot)
    qtbot.waitUntil(lambda: window.beraad is not None)
    here = window.beraad.workspace.path
    assert here.parent == locked
    window.show_start()
    assert b"Zwaluwhof" not in here.read_bytes()
    assert plain.exists()


def test_what_a_colleague_handed_over_is_offered_to_take_over(folder, path, window_of, tmp_path):
    key = pyrage.x25519.Identity.generate()
    handed = hand_over(
        [path], folder, tmp_path / "mee.beraad.age", recipient=str(key.to_public()), now=NOW
    )
    window = window_of(folder)
    window.ways_in.open_file(handed.path)
    assert isinstance(window._stack.current, TakeScreen)


@pytest.mark.parametrize("name", ["x.beraad", "x.BERAAD", "x.beraad.age", "les.cursus"])
def test_the_program_is_started_with_the_file(monkeypatch, tmp_path, name):
    asked = {}
    monkeypatch.setattr("beraad.app.run", lambda folder, **how: asked.update(how) or 0)
    monkeypatch.chdir(tmp_path)
    assert cli.main([name, "--sessions", str(tmp_path)]) == 0
    assert asked["opens"] == tmp_path / name
    assert cli.main(["--sessions", str(tmp_path)]) == 0
    assert asked["opens"] is None


@pytest.mark.parametrize(
    ("suffix", "told"),
    [
        ("observatie", "een observatie bij een oefening"),
        ("ijking", "een blad van Samen leren kijken"),
        ("portfolio", "een portfolio"),
        ("pols", "een pols van een team"),
    ],
)
def test_what_one_screen_opens_is_told_of_with_the_way_there(
    folder, window_of, qtbot, tmp_path, suffix, told
):
    path = tmp_path / f"mijn.{suffix}"
    path.write_text("{}")
    window = window_of(folder)
    window.ways_in.open_file(path)

    screen = window._stack.current
    assert isinstance(screen, ChoosingScreen)
    assert f"mijn.{suffix} is {told}" in screen.banner.accessibleName()

    window.ways_in.open_file(tmp_path / f"weg.{suffix}")
    assert f"weg.{suffix} is er niet" in window._stack.current.banner.accessibleName()
