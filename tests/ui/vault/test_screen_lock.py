"""Windows and macOS are asked whether the screen is locked; here both are played."""

from __future__ import annotations

import struct
from ctypes import c_void_p, cast, create_string_buffer

import pytest

from beraad.ui.vault import screen_lock
from beraad.ui.vault.screen_lock import lock_asker
from beraad.ui.vault.system import SystemLock


class Function:
    """What ctypes finds in a library: it can be called and told what it takes."""

    def __init__(self, does):
        self.does = does
        self.argtypes = self.restype = None

    def __call__(self, *arguments):
        assert self.argtypes is not None, "called before ctypes knows what it takes"
        assert len(arguments) == len(self.argtypes)
        return self.does(*arguments)


class Windows:
    """The one question to wtsapi32, answered as the documentation says it is laid out."""

    def __init__(self, answer):
        self.memory = create_string_buffer(answer or b"", len(answer or b""))
        self.answer = answer
        self.freed = 0
        self.WTSQuerySessionInformationW = Function(self.ask)
        self.WTSFreeMemory = Function(self.free)

    def ask(self, server, session, kind, answer, size):
        assert (server, session, kind) == (None, 0xFFFFFFFF, 25)
        if self.answer is None:
            return False
        answer._obj.value = cast(self.memory, c_void_p).value
        size._obj.value = len(self.answer)
        return True

    def free(self, place):
        assert place.value == cast(self.memory, c_void_p).value
        self.freed += 1


def info(flags, *, level=1):
    """WTSINFOEXW: a level, and eight bytes further on session, state, flags and more."""
    return struct.pack("<IIIIi", level, 0, 3, 0, flags) + bytes(200)


@pytest.mark.parametrize(
    ("answer", "locked"),
    [
        (info(0), True),
        (info(1), False),
        (info(-1), False),
        (info(0, level=2), False),
        (b"", False),
        (info(0)[:19], False),
        (None, False),
    ],
)
def test_windows_says_whether_it_is_locked(monkeypatch, answer, locked):
    library = Windows(answer)
    monkeypatch.setattr(screen_lock.ctypes, "WinDLL", lambda _: library, raising=False)
    ask = lock_asker("win32")
    assert ask is not None
    assert (ask(), ask()) == (locked, locked)
    assert library.freed == (0 if answer is None else 2)


class Macos:
    """CoreGraphics and CoreFoundation in one."""

    def __init__(self, said):
        self.said = said
        self.released = 0
        self.CGSessionCopyCurrentDictionary = Function(lambda: 0 if said is None else 7)
        self.CFStringCreateWithCString = Function(lambda _, text, kind: (text, kind))
        self.CFDictionaryGetValue = Function(self.value)
        self.CFBooleanGetValue = Function(lambda found: found == 9)
        self.CFRelease = Function(self.release)

    def value(self, dictionary, name):
        assert (dictionary, name) == (7, (b"CGSSessionScreenIsLocked", 0x08000100))
        return self.said

    def release(self, thing):
        assert thing == 7
        self.released += 1


@pytest.mark.parametrize(("said", "locked"), [(9, True), (8, False), (0, False), (None, False)])
def test_macos_says_whether_it_is_locked(monkeypatch, said, locked):
    library = Macos(said)
    monkeypatch.setattr(screen_lock.ctypes, "CDLL", lambda _: library)
    ask = lock_asker("darwin")
    assert ask is not None
    assert ask() is locked
    assert library.released == (said is not None)


def test_elsewhere_and_without_the_library_nothing_is_asked(monkeypatch):
    assert lock_asker("linux") is None
    assert lock_asker("win32") is None  # There is no such library here.

    def missing(_name):
        raise OSError

    monkeypatch.setattr(screen_lock.ctypes, "CDLL", missing)
    assert lock_asker("darwin") is None


def test_a_screen_that_is_locked_locks_the_folder_once(qapp):
    locked = [False]
    system = SystemLock(clock=lambda: 1000.0, ask=lambda: locked[0])
    system.listen()
    heard = []
    system.begun.connect(lambda: heard.append(True))
    for now in (False, True, True, False, False, True):
        locked[0] = now
        system.look()
    assert len(heard) == 2
