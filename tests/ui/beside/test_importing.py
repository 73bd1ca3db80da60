"""A package and a part of it, asked for by two threads at once."""

from __future__ import annotations

import subprocess
import sys

_TWO_THREADS = """
import sys, threading
from importlib import import_module
from importlib.machinery import PathFinder, SourceFileLoader
sys.path.insert(0, sys.argv[1])
class Slowly(SourceFileLoader):
    def create_module(self, spec):
        if spec.name == "whole":
            other.start()
            wait_for_other()
class Finder:
    @staticmethod
    def find_spec(name, path=None, target=None):
        spec = PathFinder.find_spec(name, path, target)
        if spec and name.startswith("whole"):
            spec.loader = Slowly(name, spec.origin)
        return spec
sys.meta_path.insert(0, Finder)
wrong = []
def load(name):
    try:
        import_module(name)
    except BaseException as error:
        wrong.append(type(error).__name__)
def wait_for_other():
    # Until the other thread holds its part and waits for the whole, or may not begin.
    from importlib import _bootstrap
    for _ in range(200):
        if other.ident in _bootstrap._blocking_on:
            return
        other.join(0.005)
other = threading.Thread(target=load, args=("whole.part",))
from beraad.ui.beside.importing import load_one_at_a_time
load_one_at_a_time()
load_one_at_a_time()
load("whole")
other.join()
print(wrong, sys.modules["whole.part"].VALUE)
"""


def test_two_threads_never_wait_for_each_other(tmp_path):
    whole = tmp_path / "whole"
    whole.mkdir()
    (whole / "__init__.py").write_text("import whole.part", encoding="utf-8")
    (whole / "part.py").write_text("VALUE = 1", encoding="utf-8")

    command = [sys.executable, "-c", _TWO_THREADS, str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=True)

    assert done.stdout.strip() == "[] 1"
