"""Setting up the vault in the window, and changing who can open it."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum, auto
from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QPushButton, QWidget

from beraad.errors import Solvable
from beraad.store.vault.paper import (
    NotARecoveryKey,
    RecoveryKey,
    new_recovery_key,
    read_recovery_key,
)
from beraad.store.vault.phrases import proposed
from beraad.ui.announce import announce
from beraad.ui.beside.one_at_a_time import OneAtATime
from beraad.ui.theme.look import Look
from beraad.ui.vault.parts import add_field, add_trouble, card, length_of
from beraad.ui.vault.password_field import PasswordField
from beraad.ui.widgets.folding import folding
from beraad.ui.widgets.parts import button, column, label, row
from beraad.ui.widgets.scroll import scrolled
from beraad.ui.widgets.way_out import leave_by_esc

if TYPE_CHECKING:
    from beraad.ui.beside.task import Asker
    from beraad.ui.desk import Desk

_WIDTH = 620
_EDGE = 24
_IN_A_ROW, _BETWEEN = 4, 10


class Aim(Enum):
    """What somebody came for."""

    FIRST = auto()
    SET_UP = auto()
    PASSWORD = auto()
    PAPER = auto()


_TITLES = {
    Aim.FIRST: "Kies een wachtzin",
    Aim.SET_UP: "Kluis",
    Aim.PASSWORD: "Nieuwe wachtzin",
    Aim.PAPER: "Herstelsleutel",
}
_CHANGES = frozenset({Aim.PASSWORD, Aim.PAPER})
_PRESENT = "Zo kan niemand die bij een open laptop komt, jou buitensluiten. Weet je hem niet meer?"
_BY_PAPER = "Vergrendel dan met Ctrl+Shift+L en kies “Herstelsleutel invullen”."
_BY_PAPER_OR_MUNICIPALITY = f"{_BY_PAPER} De sleutel van je gemeente kan daar ook."
_BY_MUNICIPALITY = (
    "Je gemeente heeft een sleutel die deze map ook opent. Vraag wie die bewaart om te komen. "
    "Vergrendel dan met Ctrl+Shift+L en kies “Herstelsleutel invullen”: die sleutel kan daar ook."
)
_BY_HANDING_OVER = (
    "Vergrendel dan niet. Kies bij elk beraad “Doorgeven …”: het bestand gaat open met zes nieuwe "
    "woorden, in een map met een nieuwe kluis."
)
_AS_FILE = (
    "De herstelsleutel staat nu als bestand op deze laptop, en opent je beraden voor iedereen die "
    "dat bestand heeft. Druk het af en haal het daarna weg."
)
_COUNTS = "Deze sleutel geldt pas als je hem hier hebt overgetypt."
_ANOTHER_LATER = f"{_COUNTS} Kies je “Papier later”, dan krijg je straks een andere."
_VOID = (
    "Papier dat je al hebt, opent dan niets: straks krijg je een andere sleutel. Typ deze nu over. "
    "Of versnipper het papier, en druk nog eens op “Papier later”."
)
_ON = "De kluis is aan"
_WORDS_MEAN = "Dit zijn vier woorden om te onthouden; je eigen woorden mogen ook."
_NEW = (
    "Wat je in een beraad schrijft, gaat over mensen. Daarom staat het versleuteld op deze laptop, "
    f"en open je het met een wachtzin. {_WORDS_MEAN}"
)
_LYING = (
    "Je beraden zijn nu te lezen voor wie bij deze laptop kan. Met een wachtzin zijn ze "
    f"versleuteld. {_WORDS_MEAN}"
)
_USUAL = f"Hiermee open je voortaan je beraden. {_WORDS_MEAN}"


class SetupScreen(QWidget):
    """First the words, then the paper, then every file; nothing changes before the paper is tried.

    `done` says that it is over, `back_wished` that somebody thinks better of it. At the first start
    it may be `declined`, and while there is nothing to lose yet the paper may wait. Nothing of what
    was typed stays here.
    """

    done = Signal()
    back_wished = Signal()
    declined = Signal()

    def __init__(self, desk: Desk, look: Look, aim: Aim) -> None:
        super().__init__()
        self.setObjectName("screen")
        self.setWindowTitle(_TITLES[aim])
        self._desk = desk
        self._look = look
        self._aim = aim
        self._is_new = desk.is_empty
        self._key = new_recovery_key()
        self._password = ""
        self._is_printed = False
        self._work = OneAtATime(self)
        self._work.told.connect(self._on_told)
        self._work.done.connect(self._on_done)
        self._work.failed.connect(self._on_failed)
        canvas = QWidget()
        canvas.setObjectName("canvas")
        self._area = scrolled(canvas)
        column(self).addWidget(self._area)
        outside = column(canvas, margins=_EDGE, spacing=16)
        self._home = button("← Terug", kind="link", name="back")
        self._home.clicked.connect(self.go_back)
        self._may_go_back = aim is not Aim.FIRST
        outside.addWidget(self._home, 0, Qt.AlignmentFlag.AlignLeft)
        self._middle = QWidget()
        inside = column(self._middle, spacing=16)
        self._words_card = self._make_words()
        self._paper_card = self._make_paper()
        self._files_card = self._make_files()
        self._present_card = self._make_present()
        self._cards = (self._present_card, self._words_card, self._paper_card, self._files_card)
        for each in self._cards:
            inside.addWidget(each)
        across = row()
        across.addStretch(1)
        across.addWidget(self._middle)
        across.addStretch(1)
        outside.addLayout(across)
        outside.addStretch(1)
        look.changed.connect(self._fit)
        self._fit()
        leave_by_esc(self, self.go_back)
        self._turn_to(self._present_card if aim in _CHANGES else self._words_card)

    def take_focus(self) -> None:
        """Put the cursor where one goes on."""
        where = {
            self._present_card: self._present,
            self._words_card: self._words,
            self._paper_card: self._typed,
        }
        where.get(self._in_sight, self._ready).setFocus()

    @Slot()
    def go_back(self) -> None:
        """Leave, when nothing is under way."""
        if not self._work.runs:
            self._forget()
            self.back_wished.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _make_present(self) -> QFrame:
        made, inside = card("Eerst je huidige wachtzin", f"{_PRESENT} {self._without_it()}")
        self._present = PasswordField("present-password")
        add_field(inside, "Huidige wachtzin", self._present)
        self._present_trouble = add_trouble(inside)
        on = button("Verder", kind="primary", name="take-present")
        inside.addWidget(on, 0, Qt.AlignmentFlag.AlignLeft)
        on.clicked.connect(self._on_present)
        self._present.entered.connect(self._on_present)
        return made

    def _without_it(self) -> str:
        """What to do when one does not know it any more, by the other ways in there are."""
        if self._desk.lacks_paper:
            return _BY_MUNICIPALITY if self._desk.has_municipal_key else _BY_HANDING_OVER
        return _BY_PAPER_OR_MUNICIPALITY if self._desk.has_municipal_key else _BY_PAPER

    @Slot()
    def _on_present(self) -> None:
        if not self._work.runs and self._present.line.text():
            said = self._present.take()
            self._begin(self._present_trouble, lambda _: self._desk.check_password(said))

    def _make_words(self) -> QFrame:
        made, inside = card(
            "Kies een wachtzin",
            (_NEW if self._is_new else _LYING) if self._aim is Aim.FIRST else _USUAL,
        )
        self._words = PasswordField("new-password", shown=True)
        self._words.line.setText(proposed())
        add_field(inside, "Wachtzin", self._words)
        self._length = label(length_of(self._words.line.text()), role="small")
        inside.addWidget(self._length)
        self._words.line.textChanged.connect(self._on_words)
        self._again = PasswordField("again")
        add_field(inside, "Nog een keer, zonder te kijken", self._again)
        self._words_trouble = add_trouble(inside)
        ways = row(spacing=12)
        on = button("Verder", kind="primary", name="take-words")
        other = button("Andere woorden", name="other-words")
        ways.addWidget(on)
        ways.addWidget(other)
        ways.addStretch(1)
        if self._aim is Aim.FIRST:
            later = button("Nu niet", kind="link", name="not-now")
            later.clicked.connect(self._on_declined)
            ways.addWidget(later)
        inside.addWidget(folding(ways))
        on.clicked.connect(self._on_chosen)
        other.clicked.connect(self._on_other)
        self._words.entered.connect(self._again.setFocus)
        self._again.entered.connect(self._on_chosen)
        return made

    def _make_paper(self) -> QFrame:
        made, inside = card(
            "Schrijf je herstelsleutel op papier",
            "Hiermee open je jouw beraden als je de wachtzin kwijt bent. Zonder wachtzin en zonder "
            "dit papier kan niemand ze meer openen, ook de makers van Beraad niet.",
        )
        self._paper_inside = inside
        self._shown: list[QLabel] = []
        self._groups = QGridLayout()
        self._groups.setSpacing(_BETWEEN)
        for number, group in enumerate(self._key.groups):
            shown = label(group, role="title", wrap=False)
            shown.setObjectName("group")
            shown.setAccessibleName(f"Groep {number + 1}: {' '.join(group)}")
            self._shown.append(shown)
        inside.addLayout(self._groups)
        inside.addWidget(
            label("De letters I en O en de cijfers 0 en 1 zitten er niet in.", role="small")
        )
        inside.addWidget(
            label(
                "Bewaar het papier achter slot, niet bij de laptop, en maak er geen foto van.",
                role="muted",
            )
        )
        may_wait = self._aim is Aim.FIRST and self._is_new
        inside.addWidget(label(_ANOTHER_LATER if may_wait else _COUNTS, role="small"))
        on_paper = button("Afdrukken …", name="print-paper")
        on_paper.clicked.connect(self._on_print)
        inside.addWidget(on_paper, 0, Qt.AlignmentFlag.AlignLeft)
        self._typed = PasswordField("recovery-key", shown=True)
        add_field(inside, "Typ hem nu een keer over van het papier", self._typed)
        heard = ". ".join(each.accessibleName() for each in self._shown)
        self._typed.line.setAccessibleDescription(f"Dit schrijf je op. {heard}.")
        self._paper_trouble = add_trouble(inside)
        self._take_paper = button("Klopt, ga verder", kind="primary", name="take-paper")
        ways = row(spacing=12)
        ways.addWidget(self._take_paper)
        ways.addStretch(1)
        self._paper_later = button("Papier later", kind="link", name="paper-later")
        self._paper_later.setVisible(may_wait)
        self._paper_later.clicked.connect(self._on_paper_later)
        ways.addWidget(self._paper_later)
        inside.addWidget(folding(ways))
        self._take_paper.clicked.connect(self._on_paper)
        self._typed.entered.connect(self._on_paper)
        return made

    def _make_files(self) -> QFrame:
        made, inside = card(
            _ON,
            "Elk bestand wordt eerst gekopieerd en vergeleken. Sluit je Beraad, dan gaat het later "
            "verder.",
        )
        self._progress = label(role="strong")
        inside.addWidget(self._progress)
        self._rest = label(role="muted")
        inside.addWidget(self._rest)
        self._ready: QPushButton = button("Naar je beraden", kind="primary", name="ready")
        inside.addWidget(self._ready)
        self._ready.clicked.connect(self.done)
        return made

    @Slot()
    def _on_other(self) -> None:
        self._words.line.setText(proposed())
        self._words.line.selectAll()
        self._again.empty()

    @Slot(str)
    def _on_words(self, text: str) -> None:
        self._length.setText(length_of(text))

    @Slot()
    def _on_chosen(self) -> None:
        if self._work.runs:
            return
        chosen = self._words.line.text()
        if problem := _no_password(chosen):
            self._tell(self._words_trouble, f"{problem.happened} {problem.way_out}")
            self._words.setFocus()  # There it is to be mended, and not where it was typed again.
            self._words.line.selectAll()
        elif self._again.line.text().split() != chosen.split():
            self._tell(self._words_trouble, "De tweede keer staat er iets anders.")
            self._again.setFocus()
        elif self._aim is Aim.PASSWORD:
            self._begin(self._words_trouble, lambda _: self._desk.change_password(chosen))
        else:
            self._password = chosen
            self._turn_to(self._paper_card)

    @Slot()
    def _on_declined(self) -> None:
        if not self._work.runs:
            self._forget()
            self.declined.emit()

    @Slot()
    def _on_paper_later(self) -> None:
        """Nothing is lost with these words yet; the start screen asks for the paper until then."""
        if self._is_printed:
            self._is_printed = False  # Said once; who presses again knows it.
            self._tell(self._paper_trouble, _VOID)
        elif not self._work.runs:
            password = self._password
            self._begin(
                self._paper_trouble, lambda asker: self._set_up_and_lift(password, None, asker)
            )

    @Slot()
    def _on_print(self) -> None:
        from beraad.ui.vault.paper_page import print_paper

        self._is_printed = True
        where = print_paper(self._key, self._desk.folder, today=self._desk.today(), above=self)
        if where:
            self._tell(self._paper_trouble, f"{_AS_FILE} {where}")

    @Slot()
    def _on_paper(self) -> None:
        if self._work.runs:
            return
        try:
            fits = read_recovery_key(self._typed.line.text()) == self._key
        except NotARecoveryKey as problem:
            self._tell(self._paper_trouble, problem.happened)
            return
        if not fits:
            self._tell(self._paper_trouble, "Dit is een andere herstelsleutel dan hierboven.")
            return
        key, password = self._key, self._password
        if self._aim is Aim.PAPER:
            self._begin(self._paper_trouble, lambda _: self._desk.keep_paper(key))
        else:
            self._begin(
                self._paper_trouble, lambda asker: self._set_up_and_lift(password, key, asker)
            )

    def _set_up_and_lift(
        self, password: str, key: RecoveryKey | None, asker: Asker
    ) -> tuple[Solvable, ...]:
        """Runs beside the window."""
        self._desk.set_up_vault(password, key)
        return () if self._is_new else self._desk.lift(asker.tell, asker.unwanted)

    def _begin(self, trouble: QLabel, work: Callable[[Asker], object]) -> None:
        self._trouble = trouble
        trouble.hide()
        self.take_focus()  # Else Qt brings the cursor from what cannot be pressed now to a printer.
        self._take_paper.setEnabled(False)
        self._paper_later.setEnabled(False)
        self._home.setEnabled(False)
        self._work.start(work)

    @Slot(int)
    def _on_told(self, percent: int) -> None:
        if self._in_sight is not self._files_card:
            self._turn_to(self._files_card)
            self._ready.setEnabled(False)
        self._progress.setText(f"Bezig met versleutelen: {percent} %")

    @Slot(object)
    def _on_done(self, answer: object) -> None:
        if self._in_sight is self._present_card:
            self._let_go_on()
            self._turn_to(self._paper_card if self._aim is Aim.PAPER else self._words_card)
            return
        self._forget()
        if self._aim in _CHANGES or (self._aim is Aim.FIRST and self._is_new):
            self.done.emit()
            return
        problems = cast("tuple[Solvable, ...]", answer)
        self._turn_to(self._files_card)
        self._ready.setEnabled(True)
        self._progress.setText(
            "Al je beraden zijn versleuteld."
            if not problems
            else "Nog niet alles is versleuteld. De rest is te lezen zonder wachtzin."
        )
        self._rest.setText("\n".join(problem.happened for problem in problems))
        announce(self, self._progress.text())
        self.take_focus()

    @Slot(object)
    def _on_failed(self, problem: Solvable) -> None:
        self._let_go_on()
        if self._desk.has_vault and self._aim in {Aim.FIRST, Aim.SET_UP}:
            self._on_done((problem,))  # It is on; what was not lifted is next time.
        else:
            self._tell(self._trouble, f"{problem.happened} {problem.way_out}".strip())

    def _let_go_on(self) -> None:
        for each in (self._take_paper, self._paper_later, self._home):
            each.setEnabled(True)

    def _tell(self, trouble: QLabel, said: str) -> None:
        trouble.setText(said)
        trouble.show()
        QTimer.singleShot(0, trouble, partial(self._area.ensureWidgetVisible, trouble))
        announce(self, said)

    def _turn_to(self, which: QFrame) -> None:
        self._in_sight = which
        for each in self._cards:
            each.setVisible(each is which)
        self._home.setVisible(self._may_go_back and which is not self._files_card)
        later = {self._paper_card: _TITLES[Aim.PAPER], self._files_card: _ON}
        self.setWindowTitle(later.get(which, _TITLES[self._aim]))
        if self.isVisible():
            self.take_focus()

    def _forget(self) -> None:
        self._password = ""
        for field in (self._present, self._words, self._again, self._typed):
            field.empty()
        self._typed.line.setAccessibleDescription("")
        for shown in self._shown:
            shown.clear()
            shown.setAccessibleName("")

    @Slot()
    def _fit(self) -> None:
        bar = self._area.verticalScrollBar().sizeHint().width()
        room = self.width() - 2 * _EDGE - bar
        width = max(1, min(self._look.scale.px(_WIDTH), room))
        self._middle.setFixedWidth(width)
        around = self._paper_inside.contentsMargins()
        self._lay_groups(width - around.left() - around.right())

    def _lay_groups(self, width: int) -> None:
        """Four groups in a row, or two where large text leaves no room to read them whole."""
        widest = max(shown.sizeHint().width() for shown in self._shown) + _BETWEEN
        in_a_row = _IN_A_ROW if _IN_A_ROW * widest <= width else _IN_A_ROW // 2
        for number, shown in enumerate(self._shown):
            self._groups.addWidget(shown, number // in_a_row, number % in_a_row)


def _no_password(chosen: str) -> Solvable | None:
    from beraad.store.vault.opening import require_password

    try:
        require_password(chosen)
    except Solvable as problem:
        return problem
    return None
