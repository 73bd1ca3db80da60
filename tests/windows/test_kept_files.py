from __future__ import annotations

import ast
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from beraad.ui.hearing.readers import hear_announcements
from beraad.ui.vault.system import SystemLock
from tools.locking.pins import read_pins
from tools.windows.fetching import pins
from tools.windows.keeping import Rule, Rules, read_rules
from tools.windows.places import HERE

ROOT = Path(__file__).parents[2]
RULES = read_rules()


def qt_modules_asked_for():
    """The modules of Qt that something in Beraad imports, at the top or when it is needed."""
    found = set()
    for path in (ROOT / "beraad").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("PySide6"):
                whole = node.module.split(".")
                found |= {whole[1]} if whole[1:] else {one.name for one in node.names}
            elif isinstance(node, ast.Import):
                found |= {one.name.split(".")[1] for one in node.names if "PySide6." in one.name}
    return found


ONLY_ON_LINUX = {"QtDBus"}


def qt_modules_kept():
    return {
        Path(rule.path).stem
        for rule in RULES.qt
        if rule.path.endswith(".pyd") and "/" not in rule.path.removeprefix("PySide6/")
    }


def test_every_module_of_qt_that_a_screen_imports_is_kept_and_no_other():
    asked = qt_modules_asked_for()

    assert asked >= {"QtCore", "QtGui", "QtWidgets", "QtPrintSupport", "QtSvg"}
    assert qt_modules_kept() == asked - ONLY_ON_LINUX


@pytest.mark.parametrize("system", ["win32", "darwin"])
def test_what_is_only_on_linux_is_asked_for_nowhere_else(system, qapp, monkeypatch):
    for name in ONLY_ON_LINUX:
        monkeypatch.setitem(sys.modules, f"PySide6.{name}", None)
    monkeypatch.setattr(sys, "platform", system)

    assert hear_announcements()
    SystemLock(ask=lambda: False).listen()


@pytest.mark.parametrize(
    ("path", "kept"),
    [
        ("PySide6/Qt6Widgets.dll", True),
        ("PySide6/Qt6Quick.dll", False),
        ("PySide6/QtNetwork.pyd", False),
        ("PySide6/QtDBus.pyd", False),
        ("PySide6/opengl32sw.dll", False),
        ("PySide6/qml/QtQuick/qtquick2plugin.dll", False),
        ("PySide6/plugins/platforms/qwindows.dll", True),
        ("PySide6/plugins/tls/qopensslbackend.dll", False),
        ("PySide6/translations/qtbase_nl.qm", True),
        ("PySide6/translations/qtbase_de.qm", False),
        ("reportlab/fonts/VeraBd.ttf", False),
        ("reportlab/pdfgen/canvas.py", True),
        ("stdnum/iban.dat", True),
        ("stdnum/oui.dat", False),
        ("shiboken6/vcruntime140.dll", True),
        ("shiboken6/vcomp140.dll", False),
        ("cffi/api.py", False),
        ("_cffi_backend.cp313-win_amd64.pyd", True),
    ],
)
def test_what_goes_along(path, kept):
    assert RULES.kept(path) is kept


def test_every_line_says_why():
    every = (*RULES.qt, *RULES.leave)

    assert all(len(rule.why) > 8 for rule in every)
    assert len({rule.path for rule in every}) == len(every)


def test_nothing_of_beraad_itself_is_left_out():
    listed = subprocess.run(
        [shutil.which("git"), "ls-files", "beraad"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    ours = [
        *listed.stdout.split("\n")[:-1],
        *(
            f"beraad/training/practice/{path.name}"
            for path in (ROOT / "sessions/practice").iterdir()
        ),
        "beraad/ui/help/handleiding.md",
    ]

    assert len(ours) > 500
    assert [path for path in ours if not RULES.kept(path)] == []


def test_a_pattern_that_is_about_nothing_is_told():
    rules = Rules((Rule("PySide6/QtCore.pyd", "needed"),), (Rule("*.h", "for compilers"),))

    assert rules.idle(["PySide6/QtCore.pyd", "lxml/etree.h"]) == []
    assert rules.idle(["PySide6/QtGui.pyd"]) == ["PySide6/QtCore.pyd", "*.h"]


def test_what_is_fetched_is_what_windows_needs_and_each_by_its_hash():
    names = {pin.name for pin in pins()}

    assert names >= {"pyside6-essentials", "sqlcipher3", "psycopg-binary", "tzdata"}
    assert "pyenchant" not in names
    assert all(pin.hashes for pin in pins())


@pytest.mark.parametrize("name", ["python.txt", "setuptools.txt"])
def test_python_comes_by_one_hash(name):
    (pin,) = read_pins(HERE / name)

    assert len(pin.hashes) == 1
