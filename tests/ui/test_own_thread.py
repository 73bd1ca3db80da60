"""Modules of the window are loaded in its own thread, a few milliseconds at a time."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from functools import cache
from pathlib import Path

import pytest

from beraad.ui import loading
from beraad.ui.loading import in_order, is_of_the_window
from beraad.ui.warming import _NEXT
from tools.own_thread import LoadedBesideTheWindowError, watch

_STARTED = """
import sys
from pathlib import Path
from tools.own_thread import watch
watch()
from tools.stage import application, open_window
app = application()
window = open_window(app, Path(sys.argv[1]), config=Path(sys.argv[1]) / "instellingen")
window.show()
while window._warming.runs or not window._warming.has_begun:
    app.processEvents()
from beraad.ui.warming import _NEXT
print(sorted(set(_NEXT) - set(sys.modules)))
"""

_ONE_A_TURN = """
import sys
from importlib import import_module
from beraad.ui.warming import _NEXT, in_order, is_of_the_window
def here():
    return {name for name in sys.modules if is_of_the_window(name)}
import beraad.ui.main_window
for module in in_order(_NEXT):
    before = here()
    import_module(module)
    if more := here() - before - {module}:
        print(module, sorted(more))
"""


def said_by(code, *arguments, home=None):
    environment = {**os.environ}
    if home is not None:  # What lies in the home of whoever runs this is not looked at.
        environment |= {"HOME": str(home), "XDG_DATA_HOME": str(home)}
    command = [sys.executable, "-c", code, *map(str, arguments)]
    return subprocess.run(
        command, capture_output=True, text=True, check=False, timeout=100, env=environment
    )


def test_what_the_next_screen_needs_is_loaded_in_the_windows_own_thread(tmp_path):
    done = said_by(_STARTED, tmp_path, home=tmp_path)

    assert (done.stdout.strip(), done.stderr) == ("[]", "")


@pytest.mark.parametrize("heavy", ["sqlalchemy", "beraad.report", "beraad.privacy.finding"])
def test_signals_do_not_wait_for_what_is_only_needed_to_hand_them_on(heavy):
    done = said_by(
        "import sys, beraad.ui.signals.register_screen\n"
        f"print([each for each in sys.modules if each.startswith({heavy!r})][:3])"
    )

    assert (done.stdout.strip(), done.stderr) == ("[]", "")


def test_no_module_of_the_window_loads_another_when_its_turn_comes():
    done = said_by(_ONE_A_TURN)

    assert (done.stdout, done.stderr) == ("", "")


def test_each_module_stands_behind_what_it_imports():
    modules = in_order(["beraad.ui.review.screen"])

    assert len(set(modules)) == len(modules)
    assert modules.index("beraad.ui") < modules.index("beraad.ui.review.rows")
    assert modules.index("beraad.ui.review.rows") < modules.index("beraad.ui.review.screen")
    assert "beraad.records" in modules
    assert not is_of_the_window("beraad.records")
    assert all(map(is_of_the_window, _NEXT[2:4]))


def test_a_class_is_no_module_where_small_and_large_letters_are_the_same(monkeypatch):
    def lies_there(path):
        others = (each.name.casefold() for each in path.parent.glob("*"))
        return path.name.casefold() in others

    monkeypatch.setattr(Path, "is_file", lies_there)
    monkeypatch.setattr(Path, "exists", lies_there)
    monkeypatch.setattr(loading, "_source", cache(loading._source.__wrapped__))

    modules = in_order(["beraad.ui.main_window", "beraad.phases.rondes"])

    assert "beraad.records" in modules
    assert [each for each in modules if each != each.casefold()] == []


def test_what_is_needed_for_types_only_or_later_is_not_loaded_ahead():
    assert "beraad.report.pdf" not in in_order(["beraad.ui.documents"])


def test_another_thread_is_refused_a_module_of_the_window():
    watch()
    seen = []

    def load():
        with pytest.raises(LoadedBesideTheWindowError, match=r"beraad\.ui\.nowhere"):
            import beraad.ui.nowhere  # noqa: F401
        seen.append(True)

    thread = threading.Thread(target=load)
    thread.start()
    thread.join()
    assert seen
