from __future__ import annotations

from types import SimpleNamespace

from beraad.ui.taskbar import IDENTITY, name_ourselves


def test_on_windows_the_taskbar_hears_who_this_is():
    heard = []
    shell = SimpleNamespace(SetCurrentProcessExplicitAppUserModelID=heard.append)

    name_ourselves("win32", shell)

    assert [name.value for name in heard] == [IDENTITY]


def test_a_windows_that_does_not_know_the_question_is_left_alone():
    name_ourselves("win32", SimpleNamespace())


def test_elsewhere_nothing_is_said():
    shell = SimpleNamespace(SetCurrentProcessExplicitAppUserModelID=lambda _: 1 / 0)

    name_ourselves("linux", shell)
