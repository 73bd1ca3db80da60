"""Installing gives the pins, also with the oldest pip and long after they were made."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import venv

import pytest
from packaging.markers import default_environment

from tests.setup.support import Index
from tools.locking.pins import REQUIREMENTS, read_needs, read_pins
from tools.locking.places import ROOT

INSTALL = ROOT / "tools" / "install_pins"


@pytest.fixture(scope="module")
def bare(tmp_path_factory):
    """An environment with the pip that comes with this Python, and nothing else."""
    folder = tmp_path_factory.mktemp("bare") / "env"
    venv.create(folder, with_pip=True, symlinks=os.name != "nt")
    return folder / ("Scripts" if os.name == "nt" else "bin") / "python"


@pytest.fixture(scope="module")
def later(tmp_path_factory):
    """An index of a later day: every pin, and a newer release of each with newer wishes."""
    folder = tmp_path_factory.mktemp("later")
    index = Index(folder / "index")
    needs = read_needs()
    lines = []
    for pin in read_pins(REQUIREMENTS / "dev.txt"):
        found = index.add(pin.name, pin.version, needs[pin.key])
        index.add(pin.name, f"{pin.version}.post9", ["something-that-did-not-exist-yet>=1"])
        marker = f" ; {pin.marker}" if pin.marker else ""
        lines.append(f"{pin.name}=={pin.version}{marker} --hash=sha256:{found}\n")
    (folder / "dev.txt").write_text("".join(lines), encoding="utf-8")
    return index, folder / "dev.txt"


def installed_by(python):
    listing = subprocess.run(
        [python, "-m", "pip", "list", "--format", "freeze", "--disable-pip-version-check"],
        capture_output=True,
        text=True,
        check=True,
    )
    return set(listing.stdout.split())


def install(python, index, requirements, **settings):
    """Set up as `make` does, from this index only."""
    # Nothing of this computer's pip may help or hinder.
    environment = {key: value for key, value in os.environ.items() if key[:4] != "PIP_"}
    return subprocess.run(
        [INSTALL, python, requirements],
        env=environment | {"PIP_INDEX_URL": index.url, "PIP_CONFIG_FILE": os.devnull} | settings,
        capture_output=True,
        text=True,
        check=False,
        timeout=100,
    )


@pytest.mark.skipif(os.name == "nt", reason="a shell script")
def test_installing_later_gives_the_pins(bare, later):
    index, requirements = later

    done = install(bare, index, requirements)

    assert done.returncode == 0, done.stderr
    wanted = {
        pin.key
        for pin in read_pins(REQUIREMENTS / "dev.txt")
        if pin.holds_in(default_environment())
    }
    assert wanted <= installed_by(bare)


@pytest.mark.skipif(os.name == "nt", reason="a shell script")
def test_a_file_that_is_not_the_pinned_one_is_refused(bare, tmp_path):
    index = Index(tmp_path / "index")
    index.add("changed", "1.0")
    requirements = tmp_path / "run.txt"
    requirements.write_text(f"changed==1.0 --hash=sha256:{'0' * 64}\n", encoding="utf-8")

    done = install(bare, index, requirements)

    assert done.returncode != 0
    assert "DO NOT MATCH THE HASHES" in done.stderr
    assert "changed==1.0" not in installed_by(bare)


@pytest.mark.skipif(os.name == "nt", reason="a shell script")
@pytest.mark.parametrize("told", ["environment", "file"])
def test_how_pip_is_set_on_a_computer_changes_nothing(bare, tmp_path, told):
    """Many offices set pip to install for one user, or into a folder of its own."""
    index = Index(tmp_path / "index")
    name = f"wanted-{told}"
    found = index.add(name, "1.0")
    requirements = tmp_path / "run.txt"
    requirements.write_text(f"{name}==1.0 --hash=sha256:{found}\n", encoding="utf-8")
    elsewhere = tmp_path / "elders"
    if told == "file":
        settings = tmp_path / "pip.conf"
        settings.write_text("[install]\nuser = true\n", encoding="utf-8")
        set_so = {"PIP_CONFIG_FILE": str(settings)}
    else:
        set_so = {"PIP_USER": "1", "PIP_TARGET": str(elsewhere)}

    done = install(bare, index, requirements, **set_so)

    assert done.returncode == 0, done.stderr
    assert f"{name}==1.0" in installed_by(bare)
    assert not elsewhere.exists()


@pytest.mark.skipif(os.name == "nt", reason="a shell script")
@pytest.mark.parametrize("wanted", ["demo", "test", "soak", "schedules", "kills"])
def test_a_folder_may_have_a_space_in_its_name(tmp_path, wanted):
    place = tmp_path / "een map"
    (place / "tools").mkdir(parents=True)
    (place / ".venv" / "bin").mkdir(parents=True)
    shutil.copy(ROOT / "Makefile", place)
    for script in (place / "tools" / "bootstrap", place / ".venv" / "bin" / "python"):
        script.write_text('#!/bin/sh\nprintf "%s|" "$PYTHONPATH" "$@"\n', encoding="utf-8")
        script.chmod(0o755)

    done = subprocess.run(
        [shutil.which("make") or "make", "-C", place, wanted],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )

    assert done.returncode == 0, done.stderr
    assert f"{place}|-m|" in done.stdout


def options(line):
    """What pip is told about how to install, without how much it says about it."""
    words = shlex.split(line.replace("\\", "/"))
    start = words.index("install") + 1
    return [
        word
        for word in words[start : words.index("-r")]
        if word not in {"--quiet", "--no-input", "--disable-pip-version-check"}
        and word not in {"--progress-bar", "off"}
    ]


def test_the_commands_for_windows_install_in_the_same_way():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    [windows] = re.findall(r"^ +(.*pip install .*)$", readme, re.MULTILINE)
    script = INSTALL.read_text(encoding="utf-8").replace("\\\n", " ")
    [ours] = re.findall(r"^exec (.*)$", script, re.MULTILINE)

    assert options(windows) == options(ours)
    assert "--no-deps" in options(ours)
    assert windows.endswith(r"requirements\run.txt")


def test_every_way_to_set_up_goes_by_the_one_command():
    for tool in ("bootstrap", "lock"):
        script = (ROOT / "tools" / tool).read_text(encoding="utf-8")
        assert "pip install" not in script
        assert "tools/install_pins" in script
