"""What the gespreksleider does with the group's screen: keys, choices, and what it shows now."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from beraad.errors import Solvable
from beraad.group.bounds import WAITING, is_long
from beraad.group.compose import view_of
from beraad.group.state import SHOW_LABELS, GroupState, Show
from beraad.group.time import time_left
from beraad.group.typing import in_a_word
from beraad.group.view import GroupView
from beraad.records import Session
from beraad.ui.announce import announce
from beraad.ui.beamer.projector import Place, Projector
from beraad.ui.beamer.screens import Screens
from beraad.ui.beamer.window import GroupWindow
from beraad.ui.group.composing import Composer
from beraad.ui.rondes.clock import Clock
from beraad.ui.rondes.reveal import Reveal
from beraad.ui.settings import Settings
from beraad.ui.theme.look import Look
from beraad.ui.theme.palette import Palette, ThemeChoice, palette_for
from beraad.ui.theme.scale import GROUP_TEXT_SIZES, stepped
from beraad.ui.workspace import Workspace

_UNPLUGGED, _MIRRORED, _SHARED = "los", "spiegelt", "laptop in beeld"
_EXPOSED = Solvable(
    "De groep kan zien wat op je laptop staat, ook je notities.",
    kept="Er is niets veranderd.",
    way_out="Laat het beeld uitbreiden in plaats van spiegelen, met Windows+P of bij de "
    "beeldscherminstellingen. Of wissel van scherm met Ctrl+Shift+B.",
)
_ELSEWHERE = {Place.OFF: "uit", Place.UNPLUGGED: "beamer losgekoppeld"}
_IN_FRONT = "Het groepsscherm staat voor Beraad. Esc haalt het weg."
_KEYS_BACK = "De toetsen gaan weer naar Beraad. Deze toets niet: typ hem nog eens."
_NOT_TYPED = "Dit is het groepsscherm, hier typ je niets. Esc haalt het weg en brengt je terug."
_NOTHING_TO_HOLD = "Het groepsscherm is uit. Er valt niets te bevriezen."
_COVERED = "De groep ziet je laptop niet meer."
_IS_OFF = "Het groepsscherm is uit."
_AT_END = {
    True: "Het groepsscherm staat al onderaan.",
    False: "Het groepsscherm staat al bovenaan.",
}
_TURNED = {True: "Groepsscherm: verder naar onder.", False: "Groepsscherm: terug naar boven."}
_A_PAGE = 0.8
_SETTLED = 1200
"""Milliseconds that windows and screens take to find their place: what is so then, is so."""

_AFTER_A_KEY = 150
"""Milliseconds after the last key before the group sees it."""

_IN_A_WORD = 800
"""Milliseconds more while a word is not finished: half a name is not known to be one."""


class GroupScreen(QObject):
    """Brings the open beraad to the group's window, a little later than it is typed.

    `told` says on the laptop how the screen stands, and in one word what to mind. `exposed` brings
    a Solvable when the group sees the laptop itself, also when all windows found their place, and
    `covered` the same when that is over.
    """

    told = Signal(str, str)
    exposed = Signal(object)
    covered = Signal(object)

    def __init__(
        self,
        workspace: Workspace,
        clock: Clock,
        reveal: Reveal,
        *,
        laptop: QWidget,
        look: Look,
        settings: Settings,
        screens: Screens | None = None,
    ) -> None:
        super().__init__(laptop)
        self._workspace = workspace
        self._clock = clock
        self._reveal = reveal
        self._laptop = laptop
        self._look = look
        self._settings = settings
        self._shown: Session | None = None
        self._patient = False
        self._exposed = False
        self.state = GroupState()
        self.window = GroupWindow()
        self.projector = Projector(self.window, laptop, screens or Screens(self))
        self._alarm = QTimer(self)
        self._alarm.setSingleShot(True)
        self._alarm.timeout.connect(self._on_settled)
        self._composer = Composer(self, lambda: workspace.lexicon)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._on_quiet)
        self._shortcuts = [*self._keys(laptop), *self._keys(self.window)]
        self._connect()
        self.dress()

    def _connect(self) -> None:
        self._workspace.session_changed.connect(self._on_session)
        self._clock.ticked.connect(self._show_time)
        self._composer.composed.connect(self._on_composed)
        self._reveal.changed.connect(self._on_revealed)
        self._look.changed.connect(self.dress)
        self.projector.moved.connect(self._on_moved)
        self.window.not_for_group.connect(self._on_not_for_group)
        for keys in ("Ctrl++", "Ctrl+=", "Ctrl+Shift++", "Ctrl+Shift+="):
            self._key(self.window, keys, lambda: self.step_text_size(1))
        for keys in ("Ctrl+-", "Ctrl+Shift+-", "Ctrl+Shift+_"):
            self._key(self.window, keys, lambda: self.step_text_size(-1))

    def _keys(self, owner: QWidget) -> list[QShortcut]:
        return [
            self._key(owner, keys, action)
            for keys, action in (
                ("Ctrl+B", self.toggle),
                ("Ctrl+Shift+B", self.projector.swap),
                ("Ctrl+.", self.toggle_blank),
                ("Ctrl+,", self.toggle_frozen),
                ("Ctrl+Shift+PgDown", lambda: self._turn(_A_PAGE)),
                ("Ctrl+Shift+PgUp", lambda: self._turn(-_A_PAGE)),
            )
        ]

    @staticmethod
    def _key(owner: QWidget, keys: str, action: Callable[[], object]) -> QShortcut:
        shortcut = QShortcut(QKeySequence(keys), owner)
        shortcut.activated.connect(action)
        # One key may write two of the signs that mean the same, as + and = on many keyboards.
        shortcut.activatedAmbiguously.connect(action)
        return shortcut

    @property
    def session(self) -> Session:
        """The beraad as it is now."""
        return self._workspace.editor.session

    @property
    def can_freeze(self) -> bool:
        """Whether there is anything to hold, or to let go."""
        return self.projector.is_on or self.state.frozen

    @property
    def theme(self) -> ThemeChoice:
        """The colours that were chosen; SYSTEM follows the laptop."""
        return self._settings.group_theme

    @property
    def palette(self) -> Palette:
        """The colours in force on the group's screen."""
        if self.theme is ThemeChoice.SYSTEM:
            return self._look.palette
        return palette_for(self.theme, system_is_dark=False)

    @Slot()
    def toggle(self) -> None:
        """Switch the group's screen on or off."""
        if self.projector.place is Place.OFF:
            self._show_now()
            self.projector.switch_on()
            if self.projector.covers_laptop:
                announce(self.window, _IN_FRONT)
        else:
            self.projector.switch_off()

    @Slot()
    def _on_not_for_group(self) -> None:
        """Who types for the beraad and does not see that the group's window has the keys."""
        if self.projector.place is Place.BEAMER:
            self._laptop.activateWindow()
            announce(self._laptop, _KEYS_BACK)
        else:
            # Not by itself: the group may be looking at this very screen.
            announce(self.window, _NOT_TYPED)

    @Slot()
    def toggle_blank(self) -> None:
        """Make the screen black, or show again what it showed."""
        self._become(replace(self.state, blank=not self.state.blank))
        self.window.set_blank(blank=self.state.blank)

    @Slot()
    def toggle_frozen(self) -> None:
        """Hold the screen as it is, or let it follow again; what nobody sees is not held."""
        if self.can_freeze:
            self._become(replace(self.state, frozen=not self.state.frozen))
        else:
            announce(self._laptop, _NOTHING_TO_HOLD)

    def show(self, show: Show) -> None:
        """Let the group see this; the screen goes on when it was off."""
        self._become(replace(self.state, show=show))
        if self.projector.place is Place.OFF:
            self.toggle()

    def ask(self, question: str) -> None:
        """Put this question of the ronde on the screen."""
        self._become(replace(self.state, question=question, show=Show.RONDE))

    def step_text_size(self, step: int) -> None:
        """Make text on the screen one size larger (1) or smaller (-1)."""
        percent = self._settings.group_percent
        self._settings.group_percent = stepped(percent, GROUP_TEXT_SIZES, step)
        self.dress()

    def choose_theme(self, theme: ThemeChoice) -> None:
        """Use these colours on the screen."""
        self._settings.group_theme = theme
        self.dress()

    def close(self) -> None:
        """Take the window away for good: the beraad is left."""
        self._timer.stop()
        self._alarm.stop()
        self.projector.switch_off()
        for shortcut in self._shortcuts:
            shortcut.setEnabled(False)
            shortcut.deleteLater()
        self.window.deleteLater()
        self.deleteLater()

    def tell(self) -> None:
        """Tell how the screen stands, for the laptop."""
        place = self.projector.place
        standing = _ELSEWHERE.get(place, SHOW_LABELS[self.state.show])
        seen = self._how_laptop_is_seen()
        held = ["zwart"] * self.state.blank + ["bevroren"] * self.state.frozen
        signs = [*seen, *[_UNPLUGGED] * (place is Place.UNPLUGGED)]
        if self.projector.is_on:
            signs += held
        self._reveal.put_on(_why_not_seen(self.projector, self.state))
        self.told.emit(", ".join([standing, *seen, *held]), signs[0] if signs else "")
        if seen and not self._exposed and not self._alarm.isActive():
            self._alarm.start(_SETTLED)
        if not seen:
            self._alarm.stop()
        if self._exposed and not seen:
            self._exposed = False
            self.covered.emit(_EXPOSED)
            announce(self._laptop, _COVERED)

    @Slot()
    def _on_settled(self) -> None:
        """A swap shows the laptop for a moment; only what stays so is an alarm."""
        if self._how_laptop_is_seen():
            self._exposed = True
            self.exposed.emit(_EXPOSED)

    def _turn(self, pages: float) -> None:
        """Turn the group's page, and say so on the laptop, where it is not seen."""
        down = pages > 0
        if not self.projector.is_on:
            announce(self._laptop, _IS_OFF)
        else:
            turned = self.window.scroll_pages(pages)
            announce(self._laptop, _TURNED[down] if turned else _AT_END[down])

    def _how_laptop_is_seen(self) -> list[str]:
        if self.projector.is_mirrored:
            return [_MIRRORED]
        return [_SHARED] if self.projector.is_shared else []

    def _become(self, state: GroupState) -> None:
        if state != self.state:
            self.state = state
            self._show_now()
            self.tell()

    @Slot(object)
    def _on_session(self, session: Session) -> None:
        if self.projector.place is Place.OFF:
            return
        elsewhere = self._shown is None or self._shown.progress != session.progress
        self._patient = False
        self._timer.start(0 if elsewhere else _AFTER_A_KEY)

    @Slot()
    def _on_quiet(self) -> None:
        unfinished = self._shown is not None and in_a_word(self._shown, self.session)
        if unfinished and not self._patient:
            self._patient = True
            self._timer.start(_IN_A_WORD)
            return
        if not self.state.frozen:
            self._shown = self.session
            self._composer.ask(self._shown, self.state)

    @Slot(object)
    def _on_composed(self, view: GroupView) -> None:
        self.window.show_view(view)
        self._show_time()

    @Slot()
    def _on_revealed(self) -> None:
        self._become(replace(self.state, revealed=self._reveal.ids))

    @Slot()
    def _on_moved(self) -> None:
        self.tell()

    @Slot()
    def dress(self) -> None:
        """Put the colours and text size that were chosen on the group's window."""
        self.window.set_look(self.palette, percent=self._settings.group_percent)

    def _show_now(self) -> None:
        if self.state.frozen:
            self._composer.forget(self.session, self.state)
            return
        self._shown = self.session
        if is_long(self._shown, self.state):
            # What stands there now may be just what the group should see no longer.
            self.window.show_view(WAITING)
            self._composer.ask_anew(self._shown, self.state)
        else:
            self._composer.forget(self._shown, self.state)
            self.window.show_view(view_of(self._shown, self.state, self._workspace.lexicon))
        self._show_time()

    @Slot()
    def _show_time(self) -> None:
        if self.state.frozen:
            return
        pace = self._clock.plan().pace
        used = self._clock.runs or pace.spent > 0
        nothing = "geen klok" if self.state.show is Show.CLOCK else ""
        left = time_left(pace.left) if used else nothing
        writing = self._clock.writing_left if self.state.show is Show.RONDE else 0
        if self._clock.runs and writing > 0:
            left = f"stil schrijven · {time_left(writing)}"
        self.window.show_time(left)


def _why_not_seen(projector: Projector, state: GroupState) -> str:
    """Why the group does not see what it may see now, in a word; empty when it does."""
    if not projector.is_on:
        return "uit"
    return "zwart" if state.blank else "bevroren" if state.frozen else ""
