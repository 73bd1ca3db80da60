"""Handing over: one beraad, or everything for another laptop."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from datetime import datetime
from enum import StrEnum
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from beraad.errors import Solvable, ToldOnce
from beraad.store.handing.handing import ENDING, Handed, hand_over
from beraad.store.vault.phrases import proposed
from beraad.ui.announce import announce
from beraad.ui.beside.one_at_a_time import OneAtATime
from beraad.ui.beside.task import Asker
from beraad.ui.showing_in_system import show_in_system
from beraad.ui.theme.look import Look
from beraad.ui.widgets.banner import Banner
from beraad.ui.widgets.choice_field import SegmentField
from beraad.ui.widgets.folder_dialog import ask_folder
from beraad.ui.widgets.line_edit import LineEdit
from beraad.ui.widgets.made_files import made_told
from beraad.ui.widgets.parts import button, column, label, panel, row, way_to_start
from beraad.ui.widgets.screen import Screen
from beraad.ui.widgets.scroll import centred
from beraad.ui.widgets.shown_once import ShownOnce
from beraad.ui.widgets.way_out import leave_by_esc

_ONLY_NOW = ToldOnce(
    "Zijn de zes woorden doorgegeven? Je ziet ze alleen nu, en zonder die woorden gaat het bestand "
    "nooit meer open.",
    way_out="Geef ze eerst door. Daarna kun je weg.",
)

_BY_WORDS = (
    "Zeg deze zes woorden door de telefoon. Mail ze niet mee: je ziet ze alleen nu. Stuur het "
    "bestand, of neem het mee op een stick. Op de andere laptop: Meer, “Overnemen van een collega "
    "…”, en dan deze woorden."
)
_BY_KEY = (
    "Alleen wie bij die sleutel hoort, kan het openen. Stuur het bestand. Je collega kiest Meer, "
    "“Overnemen van een collega …”, en dan “Open met mijn eigen sleutel …”."
)
_WIDEST = 760
_WORDS = 6


class Secret(StrEnum):
    """By what the file opens."""

    WORDS = "words"
    KEY = "key"


_SECRETS = ((Secret.WORDS, "Zes woorden"), (Secret.KEY, "Sleutel van mijn collega"))


class GiveScreen(Screen):
    """`erase_wished` asks to erase the one beraad here, once it was handed over."""

    back_wished = Signal()
    erase_wished = Signal(object)

    def __init__(
        self,
        paths: Sequence[Path],
        folder: Path,
        look: Look,
        *,
        now: Callable[[], datetime],
        title: str,
    ) -> None:
        super().__init__()
        self.setObjectName("screen")
        self.setWindowTitle("Doorgeven")
        self._paths = tuple(paths)
        self._folder = folder
        self._now = now
        self._words = ""
        self._path = folder
        self._warned = False
        self._title = title
        self.banner = Banner()
        self._job = OneAtATime(self)
        self._job.done.connect(self._on_done)
        self._job.failed.connect(self._on_failed)
        self._job.stopped.connect(self._restore)
        outside = column(self)
        outside.addWidget(self.banner)
        outside.addWidget(centred(self._middle(), widest=look.scale.px(_WIDEST)), 1)
        leave_by_esc(self, self.leave)

    def take_focus(self) -> None:
        """Put the focus on how the file opens."""
        self._secret.take_focus()

    @Slot()
    def leave(self) -> None:
        """Go back. What is being made is broken off; if it is there after all, told first.

        Words that are on the screen are left only by who asks a second time.
        """
        if self.hand_over() is None:
            self._words = ""
            self.back_wished.emit()

    def hand_over(self) -> Solvable | None:
        """Break off what is being made; nobody leaves before they saw what opens a file."""
        if self._made_meanwhile():
            told = ToldOnce(
                "Het bestand was net klaar.", way_out="Lees hieronder hoe het opengaat."
            )
        elif self._words and not self._made.isHidden() and not self._warned:
            told = _ONLY_NOW
        else:
            return None
        self._warned = True
        self.banner.show_problem(told)
        return told

    def put_away(self) -> str:
        """The words and the rest of what is told once about the file that was made."""
        if self._made.isHidden():
            return ""
        code = self._code.text().removeprefix("Controle: ").partition(".")[0]
        return json.dumps([self._words, str(self._path), code, self._left.text()])

    def take_back(self, said: str) -> None:
        """Tell it again to who was locked out before the words were told by phone."""
        self._words, path, code, left = json.loads(said)
        self._show_made(Path(path), code, left)

    def _made_meanwhile(self) -> bool:
        if not self._job.runs:
            return False
        self._made.hide()
        self._job.settle()
        return not self._made.isHidden()

    def _middle(self) -> QWidget:
        middle = QWidget()
        inside = column(middle, spacing=12)
        way_to_start(inside, self.leave)
        inside.addWidget(label("Doorgeven", role="title"))
        inside.addWidget(label(self._title, role="heading"))
        what = (
            "Beraad maakt één bestand dat alleen opengaat met wat je hieronder kiest. Stuur het "
            "bestand gerust per mail of leg het op een stick."
        )
        inside.addWidget(label(what, role="muted"))
        self._secret = SegmentField(_SECRETS, name="Waarmee gaat het open?")
        self._secret.setObjectName("secret")
        self._secret.show_value(Secret.WORDS)
        self._secret.edited.connect(self._on_secret)
        inside.addWidget(self._secret)
        self._key = LineEdit()
        self._key.setObjectName("key")
        self._key.setAccessibleName("Publieke sleutel van je collega")
        self._key.setPlaceholderText("age1…")
        self._key.hide()
        inside.addWidget(self._key)
        self._do = button("Kies een map en maak het bestand …", kind="primary", name="make")
        self._do.clicked.connect(self._on_make)
        line = row()
        line.addWidget(self._do)
        line.addStretch(1)
        inside.addLayout(line)
        inside.addWidget(self._outcome())
        inside.addStretch(1)
        return middle

    def _outcome(self) -> QWidget:
        self._made = panel("card")
        inside = column(self._made, spacing=8)
        inside.setContentsMargins(22, 16, 22, 16)
        self._where = label(role="strong")
        self._told_words = ShownOnce(role="secret")
        self._told_words.setObjectName("words")
        self._how = label()
        self._code = ShownOnce(role="muted")
        self._code.setObjectName("code")
        self._left = label(role="strong")
        for each in (self._where, self._told_words, self._how, self._code, self._left):
            inside.addWidget(each)
        show = button("Open map", name="open-folder")
        show.clicked.connect(self._on_open_folder)
        self._wipe = button("Wis dit beraad hier …", name="wipe")
        self._wipe.clicked.connect(self._on_wipe)
        foot = row()
        foot.addWidget(show)
        foot.addWidget(self._wipe)
        foot.addStretch(1)
        inside.addLayout(foot)
        self._made.hide()
        return self._made

    @Slot(object)
    def _on_secret(self, secret: Secret) -> None:
        self._key.setVisible(secret is Secret.KEY)
        if secret is Secret.KEY:
            self._key.setFocus()
        else:
            self._key.clear()

    @Slot()
    def _on_make(self) -> None:
        key = self._key.text().strip()
        if self._key.isVisible() and not key:
            self.banner.show_problem(
                Solvable(
                    "Plak hier de publieke sleutel van je collega.", way_out="Of kies woorden."
                )
            )
            self.banner.goes_with(self._key.textChanged, self._secret.edited)
            self._key.setFocus()
            return
        chosen = ask_folder(self, "Waar komt het bestand?")
        if not chosen:
            return
        self.banner.hide()
        stem = self._paths[0].stem if len(self._paths) == 1 else "beraden"
        moment = f"{self._now().astimezone():%Y%m%d-%H%M%S}"
        target = Path(chosen) / f"{stem}-{moment}{ENDING}"
        self._words = "" if key else proposed(_WORDS)
        self._warned = False
        work = partial(_give, self._paths, self._folder, target, self._words, key, self._now())
        if self._job.start(work):
            self._do.setEnabled(False)
            self._do.setText("Beraad maakt het bestand …")

    @Slot(object)
    def _on_done(self, handed: Handed) -> None:
        self._restore()
        self._show_made(handed.path, handed.code, "\n".join(map(str, handed.left)))

    def _show_made(self, path: Path, code: str, left: str) -> None:
        """Show what was made; the focus goes to what has to be passed on."""
        self._path = path
        self._where.setText(f"{made_told((path,), verb='Gemaakt')}.")
        words = self._words.split()
        self._told_words.show_pieces(self._words, name="De zes woorden", pieces=words)
        self._how.setText(_BY_WORDS if words else _BY_KEY)
        self._code.show_pieces(
            f"Controle: {code}. Wie het opent ziet dezelfde acht tekens.",
            name="Controle, acht tekens",
            pieces=[sign for sign in code if sign.isalnum()],
        )
        self._left.setText(left)
        self._left.setVisible(bool(left))
        self._wipe.setVisible(len(self._paths) == 1)
        self._made.show()
        (self._told_words if words else self._code).setFocus()
        announce(self, f"{self._where.text()} {self._how.text()} {left}")

    @Slot(object)
    def _on_failed(self, problem: Solvable) -> None:
        self._restore()
        self.banner.show_problem(problem)

    @Slot()
    def _on_open_folder(self) -> None:
        show_in_system(self._path.parent, self.banner)

    @Slot()
    def _on_wipe(self) -> None:
        if self.hand_over() is None:
            self._words = ""
            self.erase_wished.emit(self._paths[0])

    @Slot()
    def _restore(self) -> None:
        self._do.setEnabled(True)
        self._do.setText("Kies een map en maak het bestand …")


def _give(
    paths: tuple[Path, ...],
    folder: Path,
    target: Path,
    words: str,
    key: str,
    now: datetime,
    asker: Asker,
) -> Handed | None:
    return hand_over(
        paths,
        folder,
        target,
        words=words,
        recipient=key,
        now=now,
        unwanted=asker.unwanted,
        tell=asker.tell,
    )
