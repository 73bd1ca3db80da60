"""What is seen of a folder that is locked: a place for the words that open it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QWidget

from beraad.errors import Solvable
from beraad.ui.announce import announce
from beraad.ui.beside.one_at_a_time import OneAtATime
from beraad.ui.theme.icons import Icon, Role, app_icon, put_icon
from beraad.ui.theme.look import Look
from beraad.ui.vault.parts import add_field, add_trouble, card, length_of
from beraad.ui.vault.password_field import PasswordField
from beraad.ui.widgets.folder_dialog import ask_folder
from beraad.ui.widgets.folding import Folding
from beraad.ui.widgets.parts import button, column, label, panel, row, title_above
from beraad.ui.widgets.scroll import scrolled

if TYPE_CHECKING:
    from beraad.store.vault.opening import OtherVault
    from beraad.ui.desk import Desk

_WIDTH = 520
"""Pixels at 100 % that the cards are wide."""

_EDGE = 24
_SIGN = 36


class UnlockScreen(QWidget):
    """Unlocks the folder of the desk by its password, or by the key on paper and a new password.

    `unlocked` says that it worked; `put_back` is whether the keys had gone and came from a copy.
    Nothing of what was typed stays here.
    """

    unlocked = Signal()
    practice_wished = Signal()
    help_wished = Signal()
    settings_wished = Signal()
    other_folder_wished = Signal()

    def __init__(self, desk: Desk, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("screen")
        self.setWindowTitle("Vergrendeld")
        self._desk = desk
        self._look = look
        self._work = OneAtATime(self)
        self._work.done.connect(self._on_done)
        self._work.failed.connect(self._on_failed)
        self._then: Callable[[], object] = self.unlocked.emit
        self._source: Path | None = None
        self._other: Path | None = None
        self.put_back = False
        self._trouble = QLabel()
        self._said = ""
        self._has_to_wait = False
        self._waiting = QTimer(self)
        self._waiting.setSingleShot(True)
        self._waiting.timeout.connect(self._may_try)
        canvas = QWidget()
        canvas.setObjectName("canvas")
        self._area = scrolled(canvas)
        column(self).addWidget(self._area)
        outside = column(canvas, margins=_EDGE, spacing=16)
        outside.addWidget(self._doors(), 0, Qt.AlignmentFlag.AlignRight)
        self._middle = QWidget()
        inside = column(self._middle, spacing=16)
        inside.addWidget(self._brand())
        self._lost = self._lost_card()
        inside.addWidget(self._lost)
        self._other_vault = self._other_card()
        inside.addWidget(self._other_vault)
        self._password = self._password_card()
        self._paper = self._paper_card()
        self._renewal = self._renewal_card()
        for each in (self._password, self._paper, self._renewal, self._other_ways()):
            inside.addWidget(each)
        inside.addWidget(self._place())
        inside.addSpacing(24)
        inside.addWidget(
            label(
                "Je wachtzin staat nergens opgeschreven. Ook de makers van Beraad hebben hem niet.",
                role="small",
            )
        )
        across = row()
        across.addStretch(1)
        across.addWidget(self._middle)
        across.addStretch(1)
        outside.addLayout(across)
        outside.addStretch(1)
        look.changed.connect(self._fit)
        self._fit()
        self._turn_to(self._password)

    def take_focus(self) -> None:
        """Put the cursor where one types."""
        fields = {
            self._password: self._words,
            self._paper: self._groups,
            self._renewal: self._new_words,
        }
        fields[self._in_sight].setFocus()

    def tell_wish(self, told: str) -> None:
        """Say what comes after unlocking, to who wished something that is shown to nobody else."""
        self._wish.setText(told)
        self._wish.setVisible(bool(told))
        if told:
            announce(self, told)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._where.setText(_shown(self._desk.folder))
        self._show_lost()
        if not self._waiting.isActive():
            for trouble in (self._wrong, self._wrong_paper, self._wrong_new):
                trouble.hide()  # Of before it was locked again.
        self.take_focus()

    def _doors(self) -> QWidget:
        doors = Folding()
        inside = row(doors, spacing=12)
        for text, name, sign, wish in (
            ("Instellingen", "settings", Icon.SETTINGS, self.settings_wished),
            ("Hulp F1", "help", Icon.HELP, self.help_wished),
        ):
            made = button(text, kind="link", name=name)
            put_icon(made, sign, Role.Link)
            made.clicked.connect(wish)
            inside.addWidget(made)
        return doors

    @staticmethod
    def _brand() -> QWidget:
        brand = QWidget()
        inside = row(brand, spacing=12)
        mark = label(wrap=False)
        mark.setPixmap(app_icon().pixmap(_SIGN, _SIGN))
        inside.addWidget(mark)
        inside.addWidget(label("Beraad", role="title", wrap=False), 1)
        return brand

    def _lost_card(self) -> QFrame:
        """Said when the keys are gone: where a copy is, and how it comes back."""
        made, inside = card("De sleutels van deze map zijn weg", "")
        self._lost_text = label(role="strong")
        inside.addWidget(self._lost_text)
        self._source_text = label(role="small")
        inside.addWidget(self._source_text)
        elsewhere = button("Sleutels van elders …", name="keys-elsewhere")
        elsewhere.clicked.connect(self._on_elsewhere)
        inside.addWidget(elsewhere, 0, Qt.AlignmentFlag.AlignLeft)
        return made

    def _show_lost(self) -> None:
        problem = self._desk.keys_trouble
        self._lost.setVisible(problem is not None)
        if problem is None:
            if self._source != self._other:
                self._source = None
            return
        self.put_back = True
        self._lost_text.setText(f"{problem.happened} {problem.kept}\n{problem.way_out}")
        self._source_text.setVisible(self._source is not None)
        if self._source is not None:
            self._source_text.setText(f"Gekozen: {self._source}. Geef de wachtzin van die kopie.")

    @Slot()
    def _on_elsewhere(self) -> None:
        chosen = ask_folder(self, "In welke map staan de reservekopieën?")
        if chosen:
            self._source = Path(chosen)
            self._show_lost()
            self.take_focus()

    def _other_card(self) -> QFrame:
        """Said when what was given opens another vault, whose keys lie here too."""
        made, inside = card("Dit hoort bij een andere kluis", "")
        self._other_text = label(role="strong")
        inside.addWidget(self._other_text)
        self._take_other = button("Werk verder met die sleutels", name="take-other-keys")
        self._take_other.clicked.connect(self._on_other)
        inside.addWidget(self._take_other, 0, Qt.AlignmentFlag.AlignLeft)
        made.hide()
        return made

    def _offer_other(self, problem: OtherVault) -> None:
        self._other = problem.ring
        self._other_text.setText(problem.happened)
        self._take_other.show()
        self._other_vault.show()

    @Slot()
    def _on_other(self) -> None:
        """From here on what is given is for that vault; its keys come in the place of these."""
        self._source = self._other
        self._other_text.setText(
            "Geef hieronder nog een keer wat bij die kluis hoort. De sleutels van nu blijven opzij "
            "bewaard."
        )
        self._take_other.hide()
        self._trouble.hide()
        self.take_focus()

    def _forget_other(self) -> None:
        self._source = self._other = None
        self._other_vault.hide()

    def _password_card(self) -> QFrame:
        made, inside = card(
            "Deze map is vergrendeld", "Je beraden zijn pas te lezen met jouw wachtzin."
        )
        self._wish = label(role="strong")
        self._wish.hide()
        inside.addWidget(self._wish)
        self._words = PasswordField("password")
        add_field(inside, "Wachtzin", self._words)
        inside.addWidget(
            label("Meestal zijn het vier woorden, met een spatie ertussen.", role="small")
        )
        self._wrong = add_trouble(inside)
        self._open = button("Ontgrendelen", kind="primary", name="unlock")
        inside.addWidget(self._open)
        self._open.clicked.connect(self._on_password)
        self._words.entered.connect(self._on_password)
        return made

    def _paper_card(self) -> QFrame:
        made, inside = card(
            "Wachtzin kwijt",
            "Typ de acht groepen over van het papier. Daarna kies je een nieuwe wachtzin.",
        )
        self._groups = PasswordField("recovery-key", shown=True)
        add_field(inside, "Herstelsleutel", self._groups)
        inside.addWidget(
            label(
                "Spaties en hoofdletters maken niet uit. De sleutel van je gemeente kan hier ook.",
                role="small",
            )
        )
        self._wrong_paper = add_trouble(inside)
        ways = row(spacing=12)
        on = self._use_paper = button("Verder", kind="primary", name="use-paper")
        back = button("Terug", name="back-to-password")
        ways.addWidget(on)
        ways.addWidget(back)
        ways.addStretch(1)
        inside.addLayout(ways)
        on.clicked.connect(self._on_paper)
        self._groups.entered.connect(self._on_paper)
        back.clicked.connect(self._on_back)
        return made

    def _renewal_card(self) -> QFrame:
        made, inside = card(
            "Kies een nieuwe wachtzin",
            "De herstelsleutel past. Dit zijn vier woorden om te onthouden; je eigen woorden "
            "mogen ook. Het papier blijft geldig.",
        )
        self._new_words = PasswordField("new-password", shown=True)
        add_field(inside, "Nieuwe wachtzin", self._new_words)
        self._length = label(role="small")
        inside.addWidget(self._length)
        self._new_words.line.textChanged.connect(self._show_length)
        self._new_again = PasswordField("new-password-again")
        add_field(inside, "Nog een keer, zonder te kijken", self._new_again)
        self._wrong_new = add_trouble(inside)
        take = button("Neem deze wachtzin", kind="primary", name="take-password")
        inside.addWidget(take)
        take.clicked.connect(self._on_new)
        self._new_words.entered.connect(self._new_again.setFocus)
        self._new_again.entered.connect(self._on_new)
        return made

    def _other_ways(self) -> QFrame:
        self._others = panel("card")
        inside = column(self._others, spacing=12)
        inside.setContentsMargins(28, 18, 28, 18)
        lost = button("Herstelsleutel invullen", name="paper")
        lost.clicked.connect(self._on_lost)
        practise = button("Naar oefenen", name="practice")
        practise.clicked.connect(self.practice_wished)
        inside.addWidget(
            _way(Icon.PRIVATE, "Wachtzin kwijt?", "Gebruik de herstelsleutel op papier.", lost)
        )
        inside.addWidget(panel("line"))
        inside.addWidget(
            _way(Icon.PRACTICE, "Oefenen", "Verzonnen casussen, zonder wachtzin.", practise)
        )
        return self._others

    def _place(self) -> QWidget:
        place = Folding()
        inside = row(place)
        self._where = label(role="small")
        inside.addWidget(self._where, 1)
        other = button("Andere map …", kind="link", name="other-folder")
        other.clicked.connect(self.other_folder_wished)
        inside.addWidget(other)
        return place

    @property
    def _may_begin(self) -> bool:
        return not self._work.runs and not self._waiting.isActive()

    @Slot()
    def _on_password(self) -> None:
        if not self._may_begin or not self._words.line.text():
            return
        from beraad.store.vault.opening import is_like_a_key

        said = self._words.take()
        if is_like_a_key(said):
            self._go_on_with_key(said)
            return
        self._said = said
        self._begin(self._wrong, lambda: self._unlock(said), self.unlocked.emit)

    def _go_on_with_key(self, said: str) -> None:
        """What was typed is what stands on paper: go on where that is asked for."""
        self._groups.line.setText(said)
        self._turn_to(self._paper)
        announce(self, "Dit is een herstelsleutel.")
        self._on_paper()

    def _unlock(self, said: str) -> None:
        """Runs beside the window."""
        if self._source is None:
            self._desk.unlock(said)
        else:
            self._desk.bring_keys(self._source, said, stays_locked=False)

    def _try_key(self, said: str) -> None:
        """Runs beside the window."""
        if self._source is None:
            self._desk.try_key(said)
        else:
            self._desk.bring_keys(self._source, said, stays_locked=True)

    @Slot()
    def _on_lost(self) -> None:
        self._turn_to(self._paper)

    @Slot()
    def _on_back(self) -> None:
        self._groups.empty()
        self._turn_to(self._password)

    @Slot()
    def _on_paper(self) -> None:
        if self._may_begin:
            said = self._groups.line.text()  # It stays, to find a typing error in it.
            self._begin(self._wrong_paper, lambda: self._try_key(said), self._renew)

    @Slot()
    def _on_new(self) -> None:
        if self._work.runs:
            return
        if self._new_again.line.text().split() != self._new_words.line.text().split():
            said = "De tweede keer staat er iets anders."
            self._wrong_new.setText(said)
            self._wrong_new.show()
            announce(self, said)
            self._new_again.setFocus()
        else:
            key, said = self._groups.line.text(), self._new_words.line.text()
            self._begin(self._wrong_new, lambda: self._desk.renew_password(key, said), self._finish)

    def _begin(
        self, trouble: QLabel, work: Callable[[], object], then: Callable[[], object]
    ) -> None:
        self._trouble, self._then = trouble, then
        trouble.hide()
        self._open.setText("Even geduld …")
        self._work.start(lambda _asker: work())

    @Slot(object)
    def _on_done(self, _answer: object) -> None:
        self._said = ""
        self._open.setText("Ontgrendelen")
        if self._then != self._renew:
            self._forget_other()
        self._then()

    @Slot(object)
    def _on_failed(self, problem: Solvable) -> None:
        from beraad.store.vault.opening import OtherVault
        from beraad.store.vault.paper import resembles_recovery_key

        self._open.setText("Ontgrendelen")
        typed, self._said = self._said, ""
        if self._trouble is self._wrong and resembles_recovery_key(typed):
            self._trouble.hide()
            self._go_on_with_key(typed)
            return
        said = f"{problem.happened} {problem.way_out}".strip()
        if isinstance(problem, OtherVault):
            self._offer_other(problem)
            said = "Dit past niet op de sleutels van deze map."
        seconds = self._desk.seconds_to_wait()
        if seconds:
            from beraad.store.vault.patience import in_words

            said = f"{problem.happened} Wacht {in_words(seconds)} en probeer het nog eens."
            self._has_to_wait = True
            self._let_try(wanted=False)
            self._waiting.start(seconds * 1000)
        self._trouble.setText(said)
        self._trouble.show()
        announce(self, said)
        self.take_focus()

    @Slot()
    def _may_try(self) -> None:
        if self._has_to_wait:
            self._has_to_wait = False
            self._trouble.setText("Je kunt het nu weer proberen.")
        self._let_try(wanted=True)
        self.take_focus()

    def _let_try(self, *, wanted: bool) -> None:
        for each in (self._open, self._use_paper):
            each.setEnabled(wanted)

    def _renew(self) -> None:
        self._show_lost()
        from beraad.store.vault.phrases import proposed

        self._new_words.line.setText(proposed())
        self._turn_to(self._renewal)
        self._new_words.line.selectAll()  # Who types words of their own writes over the proposal.

    def _finish(self) -> None:
        self._new_words.empty()
        self._new_again.empty()
        self._groups.empty()
        self._turn_to(self._password)
        self.unlocked.emit()

    def _turn_to(self, which: QFrame) -> None:
        self._in_sight = which
        for each in (self._password, self._paper, self._renewal):
            each.setVisible(each is which)
        self._others.setVisible(which is self._password)
        if self.isVisible():
            self.take_focus()

    @Slot(str)
    def _show_length(self, text: str) -> None:
        self._length.setText(length_of(text))

    @Slot()
    def _fit(self) -> None:
        bar = self._area.verticalScrollBar().sizeHint().width()
        room = self.width() - 2 * _EDGE - bar
        self._middle.setFixedWidth(max(1, min(self._look.scale.px(_WIDTH), room)))


def _way(sign: Icon, title: str, under: str, way: QPushButton) -> QWidget:
    across = Folding()
    inside = row(across, spacing=14)
    drawing = label(wrap=False)
    put_icon(drawing, sign, Role.Link)
    texts = column(spacing=2)
    texts.addWidget(title_above(title))
    texts.addWidget(label(under, role="small"))
    inside.addWidget(drawing)
    inside.addLayout(texts, 1)
    inside.addWidget(way)
    return across


def _shown(folder: Path) -> str:
    """The last parts of the path: enough to know which folder it is."""
    return " › ".join(folder.absolute().parts[-2:])
