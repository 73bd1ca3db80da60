from __future__ import annotations

from dataclasses import replace
from threading import Event

import pytest
from PySide6.QtCore import QObject

from beraad.privacy.text.progress import Stopped
from beraad.records import CaseAccount
from beraad.ui.beside.task import finish_all
from beraad.ui.review.findings_job import FindingsJob
from tests.editing.support import blank

LONG = "Er gebeurde die dag niet zo veel. " * 1500


def long_beraad(text=LONG):
    return replace(blank(), case=CaseAccount(situation=text))


@pytest.fixture
def job(qapp):
    """A job whose reading takes steps, and waits half-way until it is let go."""
    parent = QObject()
    go = Event()

    def findings(session, goes_on):
        for done in (10, 20, 30, 40):
            if not goes_on(done, 40):
                raise Stopped
            if done == 20:
                assert go.wait(10)
        return ("gevonden",)

    made = FindingsJob(findings, parent)
    made.go = go
    made.told, made.seen = [], []
    made.went_on.connect(made.told.append)
    made.read.connect(lambda session, found: made.seen.append((session, found)))
    yield made
    go.set()
    finish_all()
    parent.deleteLater()


def test_how_far_a_long_reading_is_is_told_on_the_way(job, qtbot):
    session = long_beraad()
    job.start(session)
    qtbot.waitUntil(lambda: job.told[-1:] == [50])

    job.go.set()

    qtbot.waitUntil(lambda: job.seen == [(session, ("gevonden",))])
    assert job.told == sorted(set(job.told))
    assert job.told[-1] == 100


def test_a_reading_that_nobody_wants_any_more_stops(job, qtbot):
    job.start(long_beraad())
    qtbot.waitUntil(lambda: job.told[-1:] == [50])

    job.stop()
    job.go.set()

    qtbot.waitUntil(lambda: not job.runs)
    assert job.seen == []
    assert job.told[-1] == 50


def test_a_beraad_that_changed_meanwhile_is_read_instead(job, qtbot):
    job.start(long_beraad())
    qtbot.waitUntil(lambda: job.told[-1:] == [50])
    changed = long_beraad(f"{LONG} Of toch wel.")

    job.start(changed)
    job.go.set()

    qtbot.waitUntil(lambda: job.seen == [(changed, ("gevonden",))])


def test_a_short_beraad_is_read_at_once(job):
    job.go.set()
    session = long_beraad("Er gebeurde iets.")

    job.start(session)

    assert job.seen == [(session, ("gevonden",))]
    assert not job.runs
