from __future__ import annotations

import gc
import logging
import os
import shutil
import signal
import sys
import threading
import warnings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_SCALE_FACTOR", "1")

from collections.abc import Generator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tests.sampling import Sample, seed_of_the_program
from tools.own_thread import watch

watch()

# A fifth of the time went to waiting for the disk. What is killed here is a program and never the
# machine, and for that files in memory are as real as those on a disk.
_IN_MEMORY, _ROOM = Path("/dev/shm"), 3 * 2**30  # noqa: S108
if os.access(_IN_MEMORY, os.W_OK) and shutil.disk_usage(_IN_MEMORY).free > _ROOM:
    os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(_IN_MEMORY))

# Speed is measured by `make bench`; a slow machine is no reason for a law to fail. `make test` says
# the same of the same code every time; `make laws` looks for what nobody saw yet.
_SLOW_IS_NO_FAULT = {"deadline": None, "suppress_health_check": [HealthCheck.too_slow]}
settings.register_profile("beraad", derandomize=True, **_SLOW_IS_NO_FAULT)
settings.register_profile("laws", print_blob=True, **_SLOW_IS_NO_FAULT)
settings.load_profile("beraad")


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers():
    """Three for two processors: half of the time a test waits, for a timer or the disk."""
    return int(os.environ.get("PYTEST_XDIST_AUTO_NUM_WORKERS") or (os.cpu_count() or 1) * 3 // 2)


def pytest_addoption(parser):
    parser.addoption(
        "--update-golden", action="store_true", help="write the golden files anew, to be reviewed"
    )
    parser.addoption("--whole", action="store_true", help="try everything where a sample will do")
    parser.addoption("--sample", default="", help="the seed of another sample", metavar="SEED")


def _sample_of(config):
    return Sample(config.option.sample or seed_of_the_program(), whole=config.option.whole)


def pytest_report_header(config):
    return f"steekproef: {_sample_of(config)}"


def pytest_collection_modifyitems(config, items):
    """Leave out what `walk(one_in=…)` says, but nothing with a parameter that is `always` tried."""
    sample, taken, left = _sample_of(config), [], []
    for item in items:
        mark = item.get_closest_marker("walk")
        how = mark.kwargs if mark else {}
        parts = item.callspec.id.split("-") if how else ()
        is_taken = (
            not how or how["always"] in parts or sample.takes(item.nodeid, one_in=how["one_in"])
        )
        (taken if is_taken else left).append(item)
    if left:
        config.hook.pytest_deselected(items=left)
        items[:] = taken


@pytest.fixture(scope="session")
def sample(pytestconfig):
    """Which part of what takes long is tried."""
    return _sample_of(pytestconfig)


NOW = datetime(2026, 11, 18, 13, 3, tzinfo=UTC)
TODAY = date(2026, 11, 18)


@pytest.fixture
def now():
    return lambda: NOW


def _if_there(widget, is_there):
    return widget if is_there(widget) else None


@pytest.fixture(autouse=True)
def garbage_waits_for_the_windows_own_thread(request, monkeypatch):
    """As in the program: nothing of Qt is thrown away by a thread beside the window.

    Nor what a test before left: threads of a test without a window throw away garbage too. And as
    in the program Qt itself deletes a screen: where the collector is the first to do so, a part of
    it may let go of the whole halfway, and the rest dies twice.
    """
    if "qapp" in request.fixturenames:
        from PySide6.QtCore import QCoreApplication, QEvent
        from pytestqt.qtbot import QtBot
        from shiboken6 import isValid

        from beraad.ui.collecting import collect

        alive = []
        add = QtBot.addWidget

        def stay(bot, widget, **how):
            alive.append(widget)
            add(bot, widget, **how)
            *_, (_, before) = request.node.qt_widgets
            request.node.qt_widgets[-1] = (partial(_if_there, widget, isValid), before)

        monkeypatch.setattr(QtBot, "addWidget", stay)
        gc.disable()
        yield
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        alive.clear()
        collect()
        return
    if not gc.isenabled():
        gc.collect()
        gc.enable()
    yield


@pytest.fixture
def open_to_all():
    """A system on which everybody may read and write what anybody makes."""
    before = os.umask(0o000)
    yield
    os.umask(before)


@pytest.fixture(autouse=True)
def hooks_stay(monkeypatch):
    """What the program takes over of Python is given back after each test."""
    monkeypatch.setattr(sys, "unraisablehook", sys.unraisablehook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    monkeypatch.setattr(warnings, "showwarning", warnings.showwarning)
    monkeypatch.setattr(logging, "lastResort", logging.lastResort)


@pytest.fixture(autouse=True)
def no_vault_stays_open():
    """What a test writes goes by no key of a test before it, in whatever order they come."""
    yield
    if keys := sys.modules.get("beraad.store.keys"):
        keys._open.clear()
        keys._lent.clear()
        keys._homes.clear()


@pytest.fixture
def soon_at_rest(monkeypatch):
    """The window gets ready for what comes next without waiting first."""
    from beraad.ui import main_window

    monkeypatch.setattr(main_window, "_REST", 0)


_DRAWN = {}


@pytest.fixture
def drawn_once(monkeypatch):
    """Draws a sheet that was drawn before no second time; what it looks like is asked elsewhere."""
    from beraad.report.pdf import forms

    draw = forms.render
    monkeypatch.setattr(
        forms, "render", lambda form: _DRAWN.get(form) or _DRAWN.setdefault(form, draw(form))
    )


@pytest.fixture
def full_disk():
    """A disk on which no file grows beyond so many bytes, within `with full_disk(20_000):`."""
    resource = pytest.importorskip("resource")

    @contextmanager
    def full(most: int) -> Generator[None]:
        usual = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        limits = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (most, limits[1]))
        try:
            yield
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, limits)
            signal.signal(signal.SIGXFSZ, usual)

    return full


@pytest.fixture(autouse=True)
def passwords_cost_little(monkeypatch):
    """A password costs nothing to try, and what a crash may leave behind stays as it was.

    One guess at the full price is two tenths of a second, and tests that stop a program wherever it
    is guess hundreds of times. A file says what it was made with, so both kinds go together.
    """
    from beraad.store.vault import form, sealing

    little = {"memory": 64, "rounds": 1, "lanes": 1}
    monkeypatch.setattr(form, "Slowness", lambda **said: sealing.Slowness(**{**little, **said}))
    monkeypatch.setattr("beraad.store.vault.opening.leave_no_core", lambda: None)


@pytest.fixture
def passwords_cost_all_they_do(passwords_cost_little, monkeypatch):
    """As in the program."""
    from beraad.store.vault import form, sealing

    monkeypatch.setattr(form, "Slowness", sealing.Slowness)


@pytest.fixture(scope="session")
def postgres():
    """A real server, started when the first test asks for it."""
    from tools.postgres import running

    with running() as server:
        yield server


@pytest.fixture
def database(postgres):
    """A database with a municipal register in it, and nobody."""
    from beraad.store.municipality.layout import prepare
    from beraad.store.municipality.place import place_of
    from tools.postgres import PASSWORD

    made = postgres.new_database()
    prepare(place_of(made.url()), PASSWORD)
    return made
