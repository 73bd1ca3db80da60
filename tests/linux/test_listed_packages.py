from __future__ import annotations

import hashlib
import shutil
import subprocess
import tomllib
from datetime import date

import pytest

from tools import versions

MINISIGN = shutil.which("minisign")


@pytest.fixture
def packages(tmp_path):
    paths = [tmp_path / name for name in ("beraad-9.8-draagbaar.zip", "beraad_9.8_amd64.deb")]
    for path in paths:
        path.write_bytes(path.name.encode())
    return paths


def test_it_says_of_every_package_what_it_is(packages):
    told = tomllib.loads(versions.listed("9.8", reversed(packages), 1_790_000_000))

    assert told == {
        "versie": "9.8",
        "gemaakt": date(2026, 9, 21),
        "sha256": {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in packages},
    }


def test_without_every_package_there_is_none(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(versions, "BUILD", tmp_path)
    monkeypatch.setattr(versions, "FILE", tmp_path / "versies.toml")

    assert versions.main() == 1
    assert "Nog niet gebouwd" in capsys.readouterr().out
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(MINISIGN is None, reason="minisign is er niet")
def test_a_changed_list_is_not_what_was_signed(tmp_path, packages):
    public, secret = tmp_path / "beraad.pub", tmp_path / "proef.key"
    listed = tmp_path / "versies.toml"
    listed.write_text(versions.listed("9.8", packages, 1_790_000_000), encoding="utf-8")

    def ask(*arguments):
        command = [MINISIGN, *map(str, arguments)]
        return subprocess.run(command, capture_output=True, check=False, timeout=50).returncode

    assert ask("-G", "-W", "-p", public, "-s", secret) == 0
    assert ask("-S", "-s", secret, "-m", listed) == 0
    assert ask("-V", "-p", public, "-m", listed) == 0

    listed.write_text(listed.read_text().replace("9.8", "9.9"), encoding="utf-8")

    assert ask("-V", "-p", public, "-m", listed) != 0
