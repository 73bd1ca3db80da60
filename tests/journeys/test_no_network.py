"""Without an address of a register nothing ever asks for the network: the system itself watches."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from tests.store.support import ROOT
from tools.no_network import DEATH, can_forbid

pytestmark = [
    pytest.mark.skipif(not can_forbid, reason="only this system can be told to watch"),
    pytest.mark.timeout(900),
]

A_WINDOW = "tests/journeys/test_first_click_to_verslag.py"


def ended(*arguments):
    """How a Python without the network ends, and what it said."""
    around = {"PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, *map(str, arguments)],
        cwd=ROOT,
        env=os.environ | around,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
        timeout=840,
    )
    return done.returncode, done.stdout.decode(errors="replace") + done.stderr.decode(
        errors="replace"
    )


def beraad(*arguments):
    said = [str(each) for each in arguments]
    begin = "from tools.no_network import forbid; forbid()"
    return "-c", f"{begin}\nfrom beraad.cli import main\nraise SystemExit(main({said}))"


def test_a_whole_demo_asks_for_no_network(tmp_path):
    code, told = ended(*beraad("demo", "--uit", tmp_path))

    assert code == 0, told
    assert any(tmp_path.rglob("*.pdf"))


def test_a_whole_beraad_in_the_window_asks_for_no_network():
    code, told = ended("-m", "pytest", "-q", "-p", "tools.no_network", "-p", "no:xdist", A_WINDOW)

    assert code == 0, told
    assert " passed" in told


@pytest.mark.parametrize("family", ["AF_INET", "AF_INET6"])
def test_who_asks_for_it_is_seen(family):
    begin = "import socket; from tools.no_network import forbid; forbid()"

    assert ended("-c", f"{begin}; socket.socket(socket.{family})")[0] == DEATH


def test_a_register_on_a_server_is_seen(tmp_path):
    address = "postgresql://laptop_01@127.0.0.1:1/beraad"
    password = tmp_path / "wachtwoord"
    password.write_text("x", encoding="utf-8")
    password.chmod(0o600)
    asks = beraad(
        "register", "samen", address, "--sessions", tmp_path, "--wachtwoordbestand", password
    )

    assert ended(*asks)[0] == DEATH
