from __future__ import annotations

import hashlib
import io
import os
import shutil
import subprocess
import sys
import tarfile
from pathlib import Path

import pytest

from tests.setup.support import Index
from tools.linux.__main__ import archive, contents, places
from tools.locking.pins import Pin
from tools.windows.fetching import pins

MADE = 1_790_000_000
PATH = f"{Path(sys._base_executable).parent}:/usr/bin:/bin"
"""The Python that runs this, and nothing else that a developer has."""

pytestmark = pytest.mark.skipif(os.name != "posix", reason="het is een script voor Linux")


@pytest.fixture
def files(tmp_path):
    """A package with two wheels that hold nothing: ours and one that it needs."""
    index = Index(tmp_path / "index")
    index.add("beraad", "9.8")
    needed = index.add("needed", "1.2")
    wheels = {path.name: path.read_bytes() for path in index.folder.rglob("*.whl")}
    return contents(wheels, [(Pin("needed", "1.2", None, (needed,)),)])


@pytest.fixture
def package(tmp_path, files):
    with tarfile.open(fileobj=io.BytesIO(archive("beraad-9.8-linux", files, MADE))) as whole:
        whole.extractall(tmp_path / "pakket met een spatie", filter="data")
    return tmp_path / "pakket met een spatie" / "beraad-9.8-linux"


@pytest.fixture
def home(tmp_path):
    folder = tmp_path / "huis van Zoë"
    own = folder / ".local" / "share" / "beraad" / "sessions" / "beraad-2026-W01-een.beraad"
    own.parent.mkdir(parents=True)
    own.write_text("van de gebruiker", encoding="utf-8")
    return folder


def install(package, home, *arguments):
    return subprocess.run(
        [str(package / "installeren.sh"), *arguments],
        env={"HOME": str(home), "PATH": PATH, "LANG": "C.UTF-8"},
        capture_output=True,
        text=True,
        check=False,
        timeout=100,
    )


def what_is_there(home):
    return sorted(str(path.relative_to(home)) for path in home.rglob("*") if path.is_file())


def test_two_archives_of_the_same_files_are_the_same_bytes(files):
    again = dict(reversed(files.items()))

    assert archive("beraad", files, MADE) == archive("beraad", again, MADE)


def test_every_file_can_be_checked(files):
    told = dict(
        reversed(line.split("  ")) for line in files["controle.sha256"].decode().splitlines()
    )

    assert told == {
        name: hashlib.sha256(content).hexdigest()
        for name, content in files.items()
        if name != "controle.sha256"
    }


def test_it_is_for_every_python_and_only_for_linux():
    assert [place.python for place in places()] == ["3.11", "3.12", "3.13"]
    for place in places():
        names = {pin.name for pin in pins(place)}
        assert names >= {"pyside6-essentials", "pyenchant", "psycopg-binary"}


@pytest.mark.skipif(shutil.which("sha256sum") is None, reason="sha256sum is er niet")
def test_it_comes_for_one_user_and_goes_without_a_trace(package, home):
    before = what_is_there(home)

    done = install(package, home)

    assert done.returncode == 0, done.stderr
    assert "Klaar" in done.stdout
    starter = home / ".local" / "bin" / "beraad"
    assert os.access(starter, os.X_OK)
    told = (home / ".local/share/applications/beraad.desktop").read_text(encoding="utf-8")
    assert f'Exec="{starter}" %f' in told.splitlines()
    ours = home / ".local/share/beraad-programma"
    assert list(ours.glob("lib/python3*/site-packages/beraad-9.8.dist-info"))

    (ours / "van de vorige versie").touch()
    assert install(package, home).returncode == 0
    assert not (ours / "van de vorige versie").exists()

    gone = install(package, home, "--verwijder")
    assert gone.returncode == 0
    of_the_desktop = ("/mime/", "/mimeinfo.cache")
    left = [path for path in what_is_there(home) if not any(map(path.__contains__, of_the_desktop))]
    assert left == before


def test_a_file_that_was_changed_is_refused_and_nothing_comes(package, home):
    before = what_is_there(home)
    wheel = next((package / "wheels").iterdir())
    wheel.write_bytes(wheel.read_bytes() + b"boos")

    done = install(package, home)

    assert done.returncode == 1
    assert "niet wat het hoort te zijn" in done.stderr
    assert what_is_there(home) == before


def test_whoever_asks_something_else_is_told_how(package, home):
    done = install(package, home, "--weg")

    assert done.returncode == 1
    assert "--verwijder" in done.stderr


def test_the_commands_come_from_the_folder_of_the_tool():
    script = Path(__file__).parents[2] / "tools" / "linux" / "installeren.sh"

    assert script.stat().st_mode & 0o111
