"""Plays in the real window with real keys and writes down, word for word, what Orca says.

    dbus-run-session -- .venv/bin/python -m tools.hear > gehoord.md         a short beraad
    dbus-run-session -- .venv/bin/python -m tools.hear eerste-start         choosing a password
    dbus-run-session -- .venv/bin/python -m tools.hear helemaal             from start to verslag
    dbus-run-session -- .venv/bin/python -m tools.hear wegen                by Tab and other ways
    dbus-run-session -- .venv/bin/python -m tools.hear register             signals, and counting
    dbus-run-session -- .venv/bin/python -m tools.hear schijf-vol --in MAP  a disk that runs full

MAP is a folder on a disk of about a megabyte, such as a tmpfs; it is filled and emptied again.

Needs an X server with a window manager (Xvfb and openbox will do), xdotool, the locale
nl_NL.UTF-8 and Orca. ORCA tells how to start another one, such as `chroot /elders orca`; HOME has
to be a folder that both can see. The words are those that Orca hands to the voice, from its own
log; it gets no voice, so that nothing has to be waited for. What is typed is not echoed.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shlex
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from textwrap import fill

from beraad.store.places import prepare
from beraad.store.vault.lifting import lift
from beraad.store.vault.opening import keep_paper, set_up
from beraad.store.vault.paper import new_recovery_key
from tools.invented import folders

ROOT = Path(__file__).resolve().parent.parent
FIRST, CALM, PATIENCE = 6.0, 2.5, 40.0
"""Seconds until the first word of a step, without a word after that, and in all."""

_WIDE = 118
_SAID = re.compile(r"SPEECH OUTPUT: '(.*?)'\s*(?:\{'|\{\}|None|<|$)", re.DOTALL)
_QUIET = dict.fromkeys(("enableKeyEcho", "enableEchoByWord", "enableEchoByCharacter"), False)


@dataclass(frozen=True, slots=True)
class Step:
    """Keys, or a text to type; `said` is how the document calls it."""

    keys: str = ""
    text: str = ""
    said: str = ""


def key(keys: str, said: str = "") -> Step:
    """A step of one or more keys, as xdotool calls them."""
    return Step(keys=keys, said=said or keys)


def text(words: str) -> Step:
    """A step of typing."""
    return Step(text=words, said=f"typ “{words}”")


WORDS = "molen fiets kaart appel"
UNLOCKING = (text(WORDS), key("Return", "Enter"))

FIRST_START_STEPS = (
    key("Tab"),
    key("shift+Tab", "Shift+Tab"),
    key("ctrl+a", "Ctrl+A"),
    text(WORDS),
    key("Return", "Enter"),
    text("molen fiets"),
    key("Return", "Enter"),
    text(" kaart appel"),
    key("Return", "Enter"),
    key("F2"),
    *(key("Tab") for _ in range(3)),
    key("Return", "Enter"),
    key("shift+Tab", "Shift+Tab"),
)

STEPS = (
    *UNLOCKING,
    key("ctrl+n", "Ctrl+N"),
    text("Voorschot op de huur"),
    *(key("Tab") for _ in range(6)),
    key("ctrl+1", "Ctrl+1"),
    text("Een gezin vraagt een voorschot."),
    key("ctrl+2", "Ctrl+2"),
    text("Hoe kan ik helpen?"),
    key("Tab"),
    text("helpen"),
    key("F2"),
    key("F9"),
    key("ctrl+4", "Ctrl+4"),
    key("Return", "Enter"),
    text("de moeder"),
    key("Escape Return", "Esc, Enter"),
    text("rust"),
    key("Escape Return", "Esc, Enter"),
    text("geef haar tijd"),
    key("Return", "Enter"),
    key("a", "A"),
    key("Down", "pijl omlaag"),
    key("ctrl+Return", "Ctrl+Enter"),
    text("het kind"),
    key("alt+Up", "Alt+pijl omhoog"),
    key("ctrl+m", "Ctrl+M"),
    key("Up", "pijl omhoog"),
    key("Return", "Enter"),
    key("ctrl+z", "Ctrl+Z"),
    key("ctrl+k", "Ctrl+K"),
    key("alt+equal", "Alt+plus"),
    key("ctrl+k", "Ctrl+K"),
    key("shift+F2", "Shift+F2"),
    key("ctrl+b", "Ctrl+B"),
    key("ctrl+b", "Ctrl+B"),
    key("ctrl+p", "Ctrl+P"),
    key("ctrl+6", "Ctrl+6"),
    key("ctrl+8", "Ctrl+8"),
    *(key("Tab") for _ in range(3)),
    key("ctrl+s", "Ctrl+S"),
    key("ctrl+plus", "Ctrl+plus"),
    key("ctrl+minus", "Ctrl+min"),
    key("ctrl+e", "Ctrl+E"),
    key("Escape", "Esc"),
    key("F1"),
    key("Down", "pijl omlaag"),
    key("Down", "pijl omlaag"),
    key("Escape", "Esc"),
    key("ctrl+1", "Ctrl+1"),
    text(" Mevrouw Bakker belde."),
    key("F8"),
    key("ctrl+g", "Ctrl+G"),
    key("ctrl+0", "Ctrl+0"),
    key("ctrl+Return", "Ctrl+Enter"),
    text("jurist"),
    key("Escape", "Esc"),
    key("ctrl+6", "Ctrl+6"),
    key("ctrl+Return", "Ctrl+Enter"),
    text("1b"),
    text("rust"),
    key("Escape Escape", "Esc, Esc"),
    *(key("Tab") for _ in range(3)),
    key("Return", "Enter"),
    key("Tab"),
    key("Return", "Enter"),
    key("ctrl+8", "Ctrl+8"),
    key("ctrl+7", "Ctrl+7"),
)


WAYS_STEPS = (
    *UNLOCKING,
    key("ctrl+n", "Ctrl+N"),
    text("Voorschot"),
    key("ctrl+6", "Ctrl+6"),
    key("Return", "Enter"),
    text("arts"),
    key("Escape Tab", "Esc, Tab"),
    key("Tab"),
    key("Tab"),
    key("ctrl+Return", "Ctrl+Enter"),
    text("jurist"),
    key("ctrl+2", "Ctrl+2"),
    key("Tab"),
    key("ctrl+4", "Ctrl+4"),
    key("Return", "Enter"),
    text("de moeder"),
    key("Escape Tab", "Esc, Tab"),
    text("rust"),
    key("Escape Tab", "Esc, Tab"),
    text("geef tijd"),
    key("Tab"),
    key("a", "A"),
    *(key("Tab") for _ in range(3)),
    key("x"),
    key("space", "spatie"),
    key("space", "spatie"),
    key("F1"),
    key("Escape", "Esc"),
    key("ctrl+6", "Ctrl+6"),
    key("Return", "Enter"),
    key("Tab"),
    key("space", "spatie"),
    key("ctrl+8", "Ctrl+8"),
    key("ctrl+e", "Ctrl+E"),
    key("Tab"),
    key("Escape", "Esc"),
    key("ctrl+r", "Ctrl+R"),
    key("Tab"),
    key("ctrl+o", "Ctrl+O"),
    key("Tab"),
    key("ctrl+f", "Ctrl+F"),
    text("zwembad"),
    key("Escape", "Esc"),
)

DOWN = key("ctrl+Next", "Ctrl+PageDown")
WHOLE_STEPS = (
    *UNLOCKING,
    key("ctrl+n", "Ctrl+N"),
    text("Voorschot op de huur"),
    key("ctrl+Return", "Ctrl+Enter"),
    text("klantmanager"),
    key("Escape Tab", "Esc, Tab"),
    key("Tab"),
    key("i", "I"),
    key("ctrl+Return", "Ctrl+Enter"),
    text("jurist"),
    key("Escape", "Esc"),
    key("F2"),
    DOWN,
    text("Mevrouw Bakker vraagt een voorschot. De huur is twee maanden te laat."),
    key("Return", "Enter"),
    text("Bij het derde gesprek."),
    DOWN,
    text("Mag ik een voorschot geven?"),
    key("Tab"),
    text("wachten"),
    key("Tab"),
    text("Ik wacht op de bank."),
    key("Tab"),
    text("rust"),
    key("Tab"),
    text("de inwoner"),
    key("Escape Tab", "Esc, Tab"),
    key("Tab"),
    key("Tab"),
    text("voorschieten"),
    key("Tab"),
    text("Ik geef een voorschot."),
    DOWN,
    key("Return", "Enter"),
    text("Kan het vandaag?"),
    key("Tab"),
    text("Ja."),
    DOWN,
    key("Return", "Enter"),
    text("de inwoner"),
    key("Escape Return", "Esc, Enter"),
    text("rust"),
    key("Escape Return", "Esc, Enter"),
    text("geef haar tijd"),
    key("Return", "Enter"),
    key("b", "B"),
    DOWN,
    key("Return", "Enter"),
    text("Ik bel eerst de verhuurder."),
    DOWN,
    key("ctrl+k", "Ctrl+K"),
    key("Return", "Enter"),
    key("Tab"),
    key("Tab"),
    key("space", "spatie"),
    key("Tab"),
    text("rust"),
    key("Escape Tab", "Esc, Tab"),
    text("de regel"),
    key("ctrl+Return", "Ctrl+Enter"),
    text("2b"),
    text("eerlijkheid"),
    key("Tab"),
    text("de buren"),
    key("Escape", "Esc"),
    *(key("Tab") for _ in range(4)),
    key("Return", "Enter"),
    DOWN,
    text("Wij kiezen B, om een andere reden."),
    key("F2"),
    DOWN,
    text("Voor nu een voorschot, met een afspraak."),
    *(key("Tab") for _ in range(3)),
    key("Return", "Enter"),
    text("de verhuurder bellen"),
    key("Tab"),
    text("klantmanager"),
    key("Escape Tab", "Esc, Tab"),
    text("morgen"),
    key("Tab"),
    key("F2"),
    key("ctrl+e", "Ctrl+E"),
    key("w", "W"),
    key("ctrl+s", "Ctrl+S"),
    *(key("Tab") for _ in range(3)),
    key("ctrl+s", "Ctrl+S"),
    key("Tab"),
    key("Escape", "Esc"),
)

TO_SIGNALS = (key("shift+Tab", "Shift+Tab"), key("Return", "Enter"))


def back_along(times: int) -> Iterator[Step]:
    """From the search field to a button above it, and pressing that."""
    yield key("ctrl+f", "Ctrl+F")
    yield key(" ".join(["shift+Tab"] * times), f"{times} keer Shift+Tab")
    yield key("Return", "Enter")


REGISTER_STEPS = (
    *UNLOCKING,
    *TO_SIGNALS,
    text("briefadres"),
    key("Escape", "Esc"),
    *(key("Tab") for _ in range(3)),
    key("Return", "Enter"),
    *(key("Tab") for _ in range(5)),
    key("Escape", "Esc"),
    key("Tab"),
    key("Tab"),
    key("Return", "Enter"),
    text("Wij vragen het na."),
    key("Tab"),
    key("Tab"),
    key("Escape", "Esc"),
    *back_along(1),
    *(key("Tab") for _ in range(3)),
    text("Wie geen postadres heeft, krijgt geen brief."),
    key("Escape", "Esc"),
    *back_along(6),
    key("Down", "pijl omlaag"),
    key("Down", "pijl omlaag"),
    key("Tab"),
    key("Tab"),
    key("Escape", "Esc"),
    *back_along(5),
    key("Tab"),
    key("Down", "pijl omlaag"),
    key("Escape", "Esc"),
    *back_along(4),
    key("Tab"),
    key("Down", "pijl omlaag"),
    key("Down", "pijl omlaag"),
    key("Escape", "Esc"),
)
FULL, ROOM = "de schijf loopt vol", "er is weer ruimte"
DISK_STEPS = (
    *UNLOCKING,
    key("ctrl+n", "Ctrl+N"),
    key("ctrl+1", "Ctrl+1"),
    text("Een gezin vraagt een voorschot."),
    Step(said=FULL),
    text(" Het komt niet rond."),
    key("Tab"),
    key("ctrl+s", "Ctrl+S"),
    Step(said=ROOM),
    key("ctrl+s", "Ctrl+S"),
)


FIRST_START = "eerste-start"
PLAYS = {
    "beraad": STEPS,
    FIRST_START: FIRST_START_STEPS,
    "helemaal": WHOLE_STEPS,
    "wegen": WAYS_STEPS,
    "register": REGISTER_STEPS,
    "schijf-vol": DISK_STEPS,
}


class Orca:
    """The screen reader without a voice, and what it said."""

    def __init__(self, home: Path, env: dict[str, str]) -> None:
        self._log = home / "orca.log"
        self._heard = 0
        settings = home / "orca"
        settings.mkdir()
        profile: dict[str, object] = {"profile": ["Default", "default"], "pronunciations": {}}
        (settings / "user-settings.conf").write_text(
            json.dumps(
                {
                    "general": {**_QUIET, "startingProfile": ["Default", "default"]},
                    "pronunciations": {},
                    "keybindings": {},
                    "profiles": {"default": {**profile, "keybindings": {}, **_QUIET}},
                }
            )
        )
        voiceless = home / "voiceless"
        voiceless.mkdir()
        (voiceless / "speechd.py").write_text("raise ImportError\n")
        command = shlex.split(os.environ.get("ORCA", "orca"))
        self._process = subprocess.Popen(
            [*command, "-r", "--debug-file", str(self._log), "-u", str(settings)],
            env={**env, "PYTHONPATH": str(voiceless)},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )

    def heard(self) -> list[str]:
        """What was said since the last time, when it has been calm for a while."""
        begin = last_word = time.monotonic()
        count = self._heard
        while time.monotonic() - begin < PATIENCE:
            said = len(self._all())
            if said != count:
                count, last_word = said, time.monotonic()
            if time.monotonic() - last_word > (CALM if count > self._heard else FIRST):
                break
            time.sleep(0.1)
        new, self._heard = self._all()[self._heard : count], count
        return new

    def stop(self) -> None:
        """End the screen reader."""
        self._process.terminate()
        self._process.wait()

    def _all(self) -> list[str]:
        if not self._log.exists():
            return []
        parts = re.split(r"\n(?=\d\d:\d\d:\d\d)", self._log.read_text(errors="replace"))
        found = (_SAID.search(part) for part in parts)
        return [" ".join(each.group(1).split()) for each in found if each]


def main() -> int:
    """Play; returns 1 when nothing was heard at all."""
    asked = _parser().parse_args()
    with tempfile.TemporaryDirectory(prefix="gehoord-") as folder:
        home = Path(folder)
        env = {
            **os.environ,
            **dict.fromkeys(("HOME", "XDG_CONFIG_HOME"), folder),
            **dict.fromkeys(("LANG", "LC_ALL"), "nl_NL.UTF-8"),
            "LANGUAGE": "nl",
            "QT_QPA_PLATFORM": "xcb",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        }
        place: Path = asked.place or home / "beraden"
        if asked.play == "register":
            folders.fill(place)
        if asked.play != FIRST_START:
            _put_under_a_password(place)
        orca = Orca(home, env)
        orca.heard()
        program = subprocess.Popen(
            [ROOT / ".venv" / "bin" / "python", "main.py", "--sessions", str(place)],
            cwd=ROOT,
            env=env,
        )
        try:
            return int(not any(list(_played(orca, PLAYS[asked.play], place))))
        finally:
            program.terminate()
            program.wait()
            orca.stop()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description="Schrijft op wat Orca zegt.")
    parser.add_argument("play", nargs="?", default="beraad", choices=PLAYS)
    parser.add_argument("--in", dest="place", type=Path, metavar="MAP")
    return parser


def _put_under_a_password(place: Path) -> None:
    """What is there is encrypted, as it is with anybody who used Beraad before."""
    prepare(place)
    keep_paper(set_up(place, WORDS), new_recovery_key(), tried=True)
    problems = [each.problem for each in lift(place) if each.problem is not None]
    if problems:
        raise problems[0]


def _played(orca: Orca, steps: Sequence[Step], place: Path) -> Iterator[bool]:
    said = _until_said(orca)
    _write("Beraad openen", said)
    yield bool(said)
    for step in steps:
        _do(step, place)
        said = orca.heard()
        _write(step.said, said)
        yield bool(said)


def _until_said(orca: Orca) -> list[str]:
    end = time.monotonic() + 2 * PATIENCE
    said: list[str] = []
    while not said and time.monotonic() < end:
        said = orca.heard()
    return said


def _do(step: Step, place: Path) -> None:
    if step.said in {FULL, ROOM}:
        _fill_up(place / "vol", full=step.said == FULL)
    if step.text:
        subprocess.run(["xdotool", "type", "--delay", "15", step.text], check=True)
    for name in step.keys.split():
        subprocess.run(["xdotool", "key", "--clearmodifiers", name], check=True)
        time.sleep(0.3)


def _fill_up(path: Path, *, full: bool) -> None:
    """Leave no room on this disk, or give it back."""
    if not full:
        path.unlink()
        return
    with path.open("wb", buffering=0) as file, suppress(OSError):
        while True:
            file.write(bytes(512))


def _write(what: str, said: list[str]) -> None:
    words = " / ".join(said) or "–"
    print(fill(f"- **{what}**: {words}", _WIDE, subsequent_indent="  "), flush=True)


if __name__ == "__main__":
    sys.exit(main())
