"""The whole program where the system is not as most are: another locale, no home folder."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from beraad.store.session_file import SessionFile
from tests.journeys.passer_by import WORDS

ROOT = Path(__file__).parents[2]


def passed_by(*arguments, without=(), **settings):
    kept = {name: value for name, value in os.environ.items() if name not in without}
    return subprocess.run(
        [sys.executable, "-m", "tests.journeys.passer_by", *arguments],
        cwd=ROOT,
        env={**kept, "QT_QPA_PLATFORM": "offscreen", **settings},
        capture_output=True,
        timeout=120,
        check=False,
    )


def complaints(done):
    """What was written beside the answer, but for what Qt has to say about the stage it is on."""
    lines = done.stderr.decode().splitlines()
    return [line for line in lines if line != "Beraad: QtWarningMsg default"]


def words_in(folder):
    (path,) = folder.glob("*.beraad")
    with SessionFile.open(path) as file:
        return file.session.case.situation


@pytest.mark.skipif(os.name != "posix", reason="zo kiest alleen POSIX een taal")
@pytest.mark.parametrize("locale", ["C", "POSIX", "nl_NL.ISO-8859-1", "tr_TR.UTF-8"])
def test_the_window_works_in_any_locale(tmp_path, locale):
    folder = tmp_path / "beraden van Chloë"

    done = passed_by(
        "--sessions",
        str(folder),
        HOME=str(tmp_path),
        LC_ALL=locale,
        LANG=locale,
        PYTHONUTF8="0",
        PYTHONCOERCECLOCALE="0",
        without=("XDG_CONFIG_HOME", "XDG_DATA_HOME"),
    )

    assert done.returncode == 0
    assert complaints(done) == []
    assert words_in(folder) == WORDS


@pytest.mark.skipif(os.name != "posix", reason="HOME bestaat alleen hier")
def test_the_window_works_without_a_home_in_the_environment(tmp_path):
    folder = tmp_path / "beraden"

    done = passed_by("--sessions", str(folder), without=("HOME",), XDG_CONFIG_HOME=str(tmp_path))

    assert done.returncode == 0
    assert complaints(done) == []
    assert words_in(folder) == WORDS


@pytest.mark.parametrize("named", [True, False])
def test_who_has_no_folder_at_all_names_one_and_keeps_settings_there(tmp_path, named):
    code = (
        "import platformdirs, runpy, sys\n"
        "def nowhere(*_, **__): raise RuntimeError('Could not determine home directory.')\n"
        "platformdirs.user_config_path = platformdirs.user_data_path = nowhere\n"
        "runpy.run_module('tests.journeys.passer_by', run_name='__main__', alter_sys=True)\n"
    )
    asked = ["--sessions", str(tmp_path)] if named else []

    done = subprocess.run(
        [sys.executable, "-c", code, *asked],
        cwd=ROOT,
        env={
            **{k: v for k, v in os.environ.items() if k not in {"HOME", "BERAAD_SESSIONS"}},
            "QT_QPA_PLATFORM": "offscreen",
        },
        capture_output=True,
        timeout=120,
        check=False,
    )

    if named:
        assert done.returncode == 0
        assert complaints(done) == []
        assert words_in(tmp_path) == WORDS
        assert (tmp_path / "instellingen.ini").exists()
    else:
        assert done.returncode == 1
        assert "Je eigen map is niet bekend op deze computer." in done.stderr.decode()
