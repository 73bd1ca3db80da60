"""A copy that broke off over another beraad begins as the one and holds the other: it stays."""

from __future__ import annotations

import os

import pytest

from beraad.cli import main
from beraad.store import keys
from beraad.store.vault.lifting import lift
from beraad.store.vault.opening import set_up
from beraad.store.wiping import reach, wipe_beraad
from tests.store.copies.support import NOON, backed_up, keep, title_of
from tests.store.support import a_session, rescue_only_in, with_situation, with_title


@pytest.fixture
def vault(tmp_path, monkeypatch):
    rescue_only_in(monkeypatch)
    monkeypatch.setattr(keys, "_open", {})
    set_up(tmp_path, "molen fiets kaart appel")
    assert all(each.problem is None for each in lift(tmp_path))
    return tmp_path


def a_beraad(folder, title):
    return keep(folder, with_situation(with_title(a_session(), title), f"{title} zegt dit. " * 900))


@pytest.mark.parametrize("name", ["{}-2.beraad", "kopie van iets.beraad"])
@pytest.mark.parametrize("cut", [16, 4096, 5 * 4096, 6000])
@pytest.mark.parametrize("rest", ["other", "noise"])
def test_what_holds_another_beraad_stays_and_is_named(vault, capsys, name, cut, rest):
    one, other = a_beraad(vault, "Een"), a_beraad(vault, "Twee")
    if rest == "noise" and cut != 16:
        pytest.skip("whole pages under its own key say whose it is")
    backed_up(vault)
    mixed = vault / name.format(other.stem)
    tail = other.read_bytes()[cut:] if rest == "other" else os.urandom(20_000)
    mixed.write_bytes(one.read_bytes()[:cut] + tail)
    content = mixed.read_bytes()
    found = reach(one, vault)
    assert mixed not in found.files
    assert mixed in (*found.unread, *found.unsure)
    assert main(["wis", str(one), "--sessions", str(vault)]) == 0
    assert str(mixed) in capsys.readouterr().out.partition("Dit blijft staan")[2]
    assert main(["wis", str(one), "--zeker", "--sessions", str(vault)]) == 0
    assert str(mixed) in capsys.readouterr().out.partition("Dit blijft staan")[2]
    assert mixed.read_bytes() == content
    assert title_of(other) == "Twee"
    assert not one.exists()


def test_a_damaged_copy_under_its_own_key_goes(vault):
    one = a_beraad(vault, "Een")
    content = one.read_bytes()
    torn, short = vault / "kopie.beraad", vault / "half.beraad"
    torn.write_bytes(content[:4096] + bytes(4096) + content[8192:])
    short.write_bytes(content[:9000])
    wipe_beraad(one, vault, role="ik", now=NOON)
    assert not torn.exists()
    assert not short.exists()
