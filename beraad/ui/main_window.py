"""The main window: a frame, one screen at a time, and its wiring."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from itertools import zip_longest
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, QTimer, Slot
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QKeyEvent,
    QKeySequence,
    QPaintEvent,
    QShortcut,
    QShowEvent,
)
from PySide6.QtWidgets import QMainWindow, QWidget

from beraad.defects import write_down
from beraad.editing.autosave import Failed
from beraad.errors import Solvable
from beraad.remembering import forget
from beraad.ui.announce import announce
from beraad.ui.beside.task import finish_all
from beraad.ui.clipboard.hints import forget_copied
from beraad.ui.coming_back import Place, PutBack, comes_back, place_of, written_in
from beraad.ui.copies.backing_up import BackingUp
from beraad.ui.desk import Desk
from beraad.ui.files_to_open import can_open
from beraad.ui.leaving import Leaving
from beraad.ui.municipality.meetings import WAITS, Meetings
from beraad.ui.practice_title import PracticeTitle
from beraad.ui.settings import Settings
from beraad.ui.spelling.speller import Speller
from beraad.ui.start.doing import LineDoing
from beraad.ui.start.folder import StartFolder
from beraad.ui.start.screen import StartScreen
from beraad.ui.theme.look import Look
from beraad.ui.trail import Trail
from beraad.ui.troubles import Troubles
from beraad.ui.vault.locking import Locking
from beraad.ui.vault.shutting import Shuts, open_among
from beraad.ui.warming import Warming
from beraad.ui.ways_from_start import WaysFromStart
from beraad.ui.ways_in import WaysIn
from beraad.ui.ways_to_keep import WaysToKeep
from beraad.ui.ways_to_vault import WaysToVault
from beraad.ui.widgets.dropped import accept_copy, dropped_file
from beraad.ui.widgets.own_keys import leads_off
from beraad.ui.widgets.page_stack import PageStack
from beraad.ui.widgets.parts import column
from beraad.ui.window_place import USUAL, WindowPlace

if TYPE_CHECKING:
    from beraad.publishing.meeting import Met
    from beraad.records import Id
    from beraad.training.exercise import Exercise
    from beraad.ui.documents import Documents
    from beraad.ui.open_beraad import OpenBeraad
    from beraad.ui.rondes.screen import SessionScreen
    from beraad.ui.vault.cover import Cover
    from beraad.ui.vault.system import SystemLock
    from beraad.ui.vault.unlock_screen import UnlockScreen
    from beraad.ui.workspace import Workspace


_REST = 150
"""Milliseconds in which the list can be painted before anything is loaded beside it."""

_WRITTEN_BACK = (
    "Iemand haalde de sleutels van deze map weg terwijl Beraad openstond. Ze zijn teruggezet. Maak "
    "een reservekopie als dit vaker gebeurt, en vraag wie er bij deze map kan."
)
_FIRST = "Ontgrendel eerst. Daarna kies je de reservekopie die je wilt terugzetten."
_PUT_BACK = "De sleutels van deze map waren weg. Ze zijn teruggezet uit de reservekopie."


class _Frame(QWidget):
    """What is in the window, which is as large as its user wants and never as what is in it.

    A row that folds where it does not fit asks for its whole width until it was given less.
    """

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)


class MainWindow(QMainWindow):
    """Opens one beraad after another and lets go of them; what happens on a screen is its own."""

    def __init__(
        self,
        desk: Desk,
        look: Look,
        settings: Settings,
        speller: Speller,
        *,
        offers_vault: bool = False,
    ) -> None:
        super().__init__()
        self.resize(USUAL)
        self.setAcceptDrops(True)
        self.place = WindowPlace(self, settings)
        self._desk = desk
        self._look = look
        self._settings = settings
        self.beraad: OpenBeraad | None = None
        self._warming, self._trail = Warming(self), Trail(self)
        self._painted = False
        self._speller = speller
        frame = _Frame(self)
        self._stack = PageStack(frame)
        self._start = StartScreen(look, self._stack)
        self._stack.add(self._start)
        self._inside = column(frame)
        self.title = PracticeTitle(
            self,
            stack=self._stack,
            inside=self._inside,
            opened=lambda: self._workspace and self._workspace.editor.session,
        )
        if not desk.is_locked:
            self._stack.turn_to(self._start)
        self._folder = StartFolder(self._start, desk, settings)
        self._backing_up = BackingUp(self, desk, settings)
        self._start.deed_wished.connect(self._backing_up.leave_off)  # Before what is wished.
        self._doing = LineDoing(self._start, desk)
        self._leaving = Leaving(self)
        self._troubles = Troubles(self, self._leaving)
        self.banner = self._troubles.banner
        self._meetings = Meetings(
            self,
            settings,
            register=lambda: desk.register,
            lexicon=desk.lexicon,
            locked=lambda: desk.is_locked,
        )
        self.ways = WaysFromStart(
            self,
            desk=desk,
            meetings=self._meetings,
            look=look,
            settings=settings,
            show=self._show,
            banner=self._start.banner,
        )
        self.keeping = WaysToKeep(self, desk=desk, look=look, settings=settings, show=self._show)
        self.vault = WaysToVault(self, desk=desk, look=look, settings=settings, show=self._show)
        self.ways_in = WaysIn(
            self,
            desk=desk,
            settings=settings,
            folder=self._folder,
            ways=self.ways,
            keeping=self.keeping,
            enter=self._enter,
        )
        self._inside.addWidget(self.banner)
        self._inside.addWidget(self._stack, 1)
        self.setCentralWidget(frame)
        self._unlocking: UnlockScreen | None = None
        self._left_at: Place | None = None
        self._wished: Callable[[], None] | None = None
        self._untold: Solvable | None = None
        self._not_met: Solvable | None = None
        self._warned_of_keys = False
        self._curtain: QWidget | None = None
        self._cover: Cover | None = None
        self._system: SystemLock | None = None
        self.locking = Locking(self, may=self._has_to_shut, busy=self._is_in_a_talk)
        self.locking.wait(settings.idle_minutes)
        self._connect()
        if desk.is_locked:
            self._show_locked()  # The first that is painted: nobody waits for a list to be hidden.
        elif offers_vault:
            self.vault.offer()

    def _connect(self) -> None:
        start, ways = self._start, self.ways
        self._meetings.met.connect(self._on_met)
        self._meetings.failed.connect(self._on_not_met)
        self._meetings.waits.connect(self._on_meeting_waits)
        self.title.anew_wished.connect(ways.begin_practice_anew)
        self._folder.practised.connect(self.title.follow_folder)
        start.new_wished.connect(self.new)
        start.open_wished.connect(self.open)
        start.practice_wished.connect(ways.show_practice)
        start.first_practice_wished.connect(ways.begin_first_practice)
        start.signals_wished.connect(ways.show_signals)
        start.lessons_wished.connect(ways.show_lessons)
        start.forms_wished.connect(ways.show_forms)
        start.help_wished.connect(ways.show_help)
        start.settings_wished.connect(self.show_settings)
        ways.start_wished.connect(self.show_start)
        ways.practice_wished.connect(self.practise)
        ways.signal_wished.connect(self._on_begun_signal)
        ways.empty_practice_wished.connect(self.ways_in.practise_empty)
        self._folder.bring_back_wished.connect(self.ways_in.bring_back)
        self._folder.restore_wished.connect(self.show_restore)
        start.restore_wished.connect(self.show_restore)
        self._connect_keeping()
        self._connect_keys()

    def _connect_keeping(self) -> None:
        start, keeping, vault = self._start, self.keeping, self.vault
        keeping.begun.connect(self._backing_up.leave_off)
        keeping.start_wished.connect(self.show_start)
        keeping.open_wished.connect(self.open)
        start.aside_wished.connect(keeping.show_aside)
        start.take_wished.connect(keeping.choose_to_take)
        start.give_all_wished.connect(keeping.show_give_all)
        start.seek_wished.connect(keeping.show_seek)
        start.log_wished.connect(keeping.show_log)
        start.elsewhere_wished.connect(self.ways_in.choose)
        vault.begun.connect(self._backing_up.leave_off)
        vault.start_wished.connect(self.show_start)
        vault.lock_wished.connect(self.locking.begin)
        vault.idle_chosen.connect(self.locking.wait)
        start.vault_wished.connect(vault.set_up)
        start.paper_wished.connect(vault.renew_paper)
        doing = self._doing
        doing.changed.connect(self._folder.read)
        doing.open_wished.connect(self.open)
        doing.again_wished.connect(self.ways_in.again)
        doing.practice_wished.connect(self.ways_in.offer_practice_copy)
        doing.restore_wished.connect(self.show_restore)
        doing.erase_wished.connect(keeping.show_term)
        doing.hand_over_wished.connect(keeping.show_give)
        self._folder.term_wished.connect(keeping.show_term)
        self._backing_up.failed.connect(start.banner.stand)
        self._backing_up.worked.connect(start.banner.solve)
        self._folder.leaving.connect(self._backing_up.leave_off)
        self._folder.leaving.connect(self._forget_where)
        self._folder.chosen.connect(self.show_start)
        self.locking.closing.connect(self._doing.keep_half_typed)
        self.locking.closing.connect(self._doing.forget)
        self.locking.ready.connect(self.lock)

    def _connect_keys(self) -> None:
        for keys, action in (
            ("F1", self._on_help_key),
            ("Ctrl+I", self.show_settings),
            ("Ctrl+N", self._on_new_key),
            ("Ctrl+O", self._on_list_key),
            ("Ctrl+R", self._on_signals_key),
            ("Ctrl+E", self._on_report_key),
            ("Ctrl++", self._on_larger),
            ("Ctrl+=", self._on_larger),
            ("Ctrl+-", self._on_smaller),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(action)

    @property
    def documents(self) -> Documents | None:
        """The ways to the documents of the open beraad."""
        return self.beraad and self.beraad.documents

    @property
    def is_unkept(self) -> bool:
        """Whether words were typed that could not be kept in the file of the open beraad."""
        return self._workspace is not None and isinstance(self._workspace.save_state, Failed)

    @Slot()
    def refresh_start(self) -> None:
        """Read again what lies in the folder, or ask for its password."""
        if self._desk.is_locked:
            self._show_locked()
        else:
            is_here = self._stack.current is self._start  # Another screen may work in the folder.
            if is_here:
                self._folder.read()
            if self._desk.has_vault:
                self._has_kept_keys()
                self._heed_system()
            if is_here:
                self._begin_at_start()
        QTimer.singleShot(_REST, self, self._warm_up)

    def _begin_at_start(self) -> None:
        if self._start.isVisible():
            self._start.take_focus()
        self._backing_up.wish()
        self.ways_in.open_waiting()

    @Slot()
    @Slot(str)
    def show_restore(self, only: str = "") -> None:
        """Put back a backup: of everything, or of one file; a folder that is locked is asked first.

        Behind the lock nothing of a beraad is shown, and nothing could be locked away again.
        """
        if self._desk.is_locked:
            self._wished = partial(self.show_restore, only)
            self._show_locked()
            return
        from beraad.store.keys import take_all_back
        from beraad.ui.copies.restore_screen import RestoreScreen

        if not self._leave(then=partial(self.show_restore, only)):
            return
        self._backing_up.leave_off()
        self._desk.look_at_broken_off()
        take_all_back()  # Backups of another vault ask for their own words each time.
        screen = RestoreScreen(self._desk.folder, self._look, now=self._desk.now, only=only)
        screen.restored.connect(self._folder.forget_trouble)
        screen.back_wished.connect(self.show_start)
        comes_back(screen, lambda _: self.show_restore(only))
        self._show(screen)
        screen.take_focus()

    @Slot()
    def new(self) -> None:
        """Begin a new beraad, with what one usually has."""
        self._enter(partial(self._desk.new, defaults=self._settings.defaults))

    @Slot(object)
    def open(self, path: Path) -> None:
        """Open a beraad where it was left."""
        self._enter(lambda: self._desk.open(path))

    @Slot(object, object)
    def _on_begun_signal(self, path: Path, signal_id: Id) -> None:
        """Go on with the signal that was begun or changed in a beraad."""
        self.open(path)
        if self.documents is not None:
            self.documents.show_signal(signal_id)

    @Slot(object)
    def practise(self, exercise: Exercise) -> None:
        """Open a copy of an oefencasus."""
        self._enter(lambda: self._desk.practise(exercise))

    @Slot()
    def show_start(self) -> None:
        """Go back to the beraden; the open one is kept and closed."""
        if self._leave(then=self.show_start):
            if not self._desk.is_locked:
                self._show(self._start)
            self.refresh_start()

    @Slot(str)
    def show_next_case(self, name: str) -> None:
        """Choose the oefencasus that comes after this one; the open beraad is kept and closed."""
        from beraad.training.practice import shelf

        if self._leave(then=partial(self.show_next_case, name)):
            self.ways.show_practice(shelf().after(name))

    @Slot()
    def lock(self) -> None:
        """Keep everything, let go of it, and forget the keys; what is shown goes with them.

        What cannot be kept is told, and then nothing is locked; it is out of sight all the same.
        """
        if not self._may_lock():
            self._shut_screens()
            return
        self._lift_cover()
        self._leaving.settle()
        self._curtain = self._curtain or self._curtain_wanted()
        if not self._has_kept_keys():
            self._cover_up(None)
            return
        is_kept, told = self._leaving.kept(self._stack.current)
        self._left_at = self._place_now()
        if not is_kept or not self._leave(then=self.lock):
            self._left_at = None
            self._cover_up(None if is_kept else told)
            return
        self._untold = told
        self.activateWindow()
        self._backing_up.leave_off()
        self._backing_up.look_anew()
        self._desk.lock()
        self._start.empty()
        forget()
        forget_copied()
        self._show_locked()
        announce(self, "Vergrendeld")

    @Slot()
    def show_settings(self) -> None:
        """Choose how Beraad looks, and what stands ready in a new beraad; then go on as before."""
        from beraad.ui.preferences.screen import SettingsScreen

        current = self._stack.current
        self._leaving.settle()
        if isinstance(current, SettingsScreen):
            return
        if not self._leaving.handed_over(current, then=self.show_settings):
            return
        screen = SettingsScreen(
            self._look,
            self._settings,
            self._speller,
            self._meetings,
            back="Beraden" if current is self._start else "Terug",
            now=self._desk.now,
            steps=self._desk.typed_steps("instellingen"),
            vault=partial(self.vault.card, is_busy=self.beraad is not None),
        )
        screen.back_wished.connect(self._on_settings_done)
        comes_back(screen, lambda _: self.show_settings())
        screen.restore_wished.connect(self.show_restore)
        if self.beraad is not None:
            screen.tips_wished.connect(self.beraad.screen.listening.switch_on)
            screen.group_changed.connect(self.beraad.group.dress)
        if self.beraad is None:
            self._trail.follow(current, screen)
        self._stack.show_over(screen)
        screen.take_focus()

    @Slot(object)
    def _on_met(self, met: Met) -> None:
        """Another screen that shows what came in tells it itself; in a beraad nothing is told."""
        self._solve_not_met()
        self._start.banner.solve(WAITS)
        if self._stack.current is self._start:
            self.refresh_start()
            if met.problems:
                self._start.banner.show_problems(met.problems)

    @Slot(object)
    def _on_not_met(self, problem: Solvable) -> None:
        if self._stack.current is self._start:
            self._solve_not_met()
            self._not_met = problem
            self._start.banner.stand(problem)

    @Slot()
    def _on_meeting_waits(self) -> None:
        from beraad.ui.municipality.asking import meet_now

        meet = partial(meet_now, self, self._meetings)
        self._start.banner.remind(WAITS.happened, way_out="Nu samenvoegen", deed=meet)

    def _solve_not_met(self) -> None:
        not_met, self._not_met = self._not_met, None
        if not_met is not None:
            self._start.banner.solve(not_met)

    @Slot()
    def keep(self) -> Path | None:
        """Keep what was written, now, and ask nothing: the system is about to stop us.

        Returns the rescue copy, when the file itself could not be kept and a copy could.
        """
        self._leaving.kept(self._stack.current)
        if self._workspace is None:
            return None
        self._settle_clock()
        return self._leaving.secure(self._workspace)

    @Slot()
    def on_focus_left(self) -> None:
        """Keep what was written when a field or the window is left."""
        if self._workspace is not None:
            self._workspace.keep_what_waits()

    def show_defect(self) -> None:
        """Show that something went wrong in the program itself, and what is kept."""
        self._troubles.show_defect()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # Without a window manager nobody else makes this the active window, and keys go nowhere.
        self.activateWindow()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self, self.refresh_start)
            QTimer.singleShot(0, self, self._tell_of_settings)
            QTimer.singleShot(_REST, self, self._meetings.at_begin)

    @Slot()
    def _tell_of_settings(self) -> None:
        """Tell over whatever screen comes first: what was put aside is told no second time."""
        if self._settings.problem is not None:
            self.banner.stand(self._settings.problem)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self.beraad is None and can_open(dropped_file(event.mimeData())):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = dropped_file(event.mimeData())
        if self.beraad is None and path is not None and can_open(path):
            accept_copy(event)
            self.ways_in.open_file(path)

    def closeEvent(self, event: QCloseEvent) -> None:
        event.ignore()
        self.place.remember()
        had_beraad = self.beraad is not None
        self._leaving.settle()
        if told := self._meetings.tell_of_address():
            self.banner.show_problem(told)
            return
        if not self._has_kept_keys() and not self._warned_of_keys:
            self._warned_of_keys = True  # Once: who closes again knows.
            return
        handed_over = self._leaving.handed_over(self._stack.current, then=self.close)
        if handed_over and self._leave(then=self.close):
            if had_beraad and self._troubles.has_left:
                self.show_start()
                return
            # Out of sight first: what is under way beside the window may take seconds to stop.
            self.hide()
            self._open_curtain()
            self._backing_up.leave_off()
            finish_all()
            self._meetings.at_end()
            event.accept()

    def _heed_system(self) -> None:
        """Lock when nobody does anything, and when the laptop sleeps or is locked itself."""
        self.locking.watch()
        if self._system is None:
            from beraad.ui.vault.system import SystemLock

            self._system = SystemLock(self)
            self._system.begun.connect(self.locking.begin)
            self._system.listen()

    def _has_kept_keys(self) -> bool:
        """Put the keys of the folder back where they were taken away; whether they lie there."""
        try:
            if self._desk.write_keys_back():
                self.banner.show_message(_WRITTEN_BACK)
        except Solvable as problem:
            self.banner.show_problem(problem)
            return False
        return True

    def _may_lock(self) -> bool:
        return self._desk.has_vault and not self._desk.is_locked

    def _has_to_shut(self) -> bool:
        return self._may_lock() or bool(self._open_screens())

    def _open_screens(self) -> tuple[Shuts, ...]:
        """Those that are open by words of their own, in a folder that is locked or no vault."""
        return open_among((self._stack.covered, self._stack.beneath, self._stack.current))

    def _shut_screens(self) -> None:
        """Shut those; one with words that cannot be kept is put out of sight."""
        self._lift_cover()
        self._leaving.settle()
        for screen in self._open_screens():
            if (told := screen.shut()) is not None:
                self._cover_up(told)
                return
            announce(self, "Vergrendeld")

    @Slot()
    def _forget_where(self) -> None:
        """Another folder comes: where one was in this one, and what was wished here, is over."""
        self._left_at = self._wished = None

    def _is_in_a_talk(self) -> bool:
        """Whether a ronde runs or the group looks at its screen."""
        beraad = self.beraad
        return beraad is not None and (beraad.screen.clock.runs or beraad.group.projector.is_on)

    def _place_now(self) -> Place:
        beraad = self.beraad
        return place_of(
            (self._stack.covered, self._stack.current),
            title=self._doing.take_half_typed(),
            seal=self._desk.sealed,
            path=None if beraad is None else beraad.workspace.path,
            phase=None if beraad is None else beraad.screen.phase,
            group=beraad is not None and beraad.group.projector.is_on,
        )

    def _curtain_wanted(self) -> QWidget | None:
        if self.beraad is None or not self.beraad.group.projector.is_on:
            return None
        from beraad.ui.vault.curtain import Curtain

        return Curtain(self.beraad.group.window)

    def _cover_up(self, told: Solvable | None) -> None:
        """Put what cannot be locked away yet out of sight."""
        if self._cover is None:
            from beraad.ui.vault.cover import Cover

            self._cover = Cover(self._look)
            self._cover.again_wished.connect(self.lock)
            self._cover.back_wished.connect(self._on_back_wished)
        self._cover.tell(told)
        self._stack.lay_over(self._cover)
        self._cover.take_focus()

    def _lift_cover(self) -> None:
        if self._cover is not None:
            self._stack.lift(self._cover)

    @Slot()
    def _on_back_wished(self) -> None:
        self._lift_cover()
        self._open_curtain()
        take_focus = getattr(self._stack.current, "take_focus", None)
        if take_focus is not None:
            take_focus()

    def _show_locked(self) -> None:
        """Show nothing but a place for the password."""
        if self._unlocking is None:
            from beraad.ui.vault.unlock_screen import UnlockScreen

            screen = self._unlocking = UnlockScreen(self._desk, self._look, self._stack)
            screen.unlocked.connect(self._on_unlocked)
            screen.practice_wished.connect(self.ways.show_practice)
            screen.help_wished.connect(self.ways.show_help)
            screen.settings_wished.connect(self.show_settings)
            screen.other_folder_wished.connect(self._folder.choose_other)
        if self._stack.current is not self._unlocking:
            self._show(self._unlocking)
        self._unlocking.tell_wish(_FIRST if self._wished else "")
        self._unlocking.take_focus()

    @Slot()
    def _on_unlocked(self) -> None:
        """Go back to where the folder was locked, and from there to what was wished meanwhile."""
        left, self._left_at = self._left_at, None
        wished, self._wished = self._wished, None
        self.show_start()
        if self._unlocking is not None and self._unlocking.put_back:
            self._unlocking.put_back = False
            self._start.banner.show_message(_PUT_BACK)
        self._meetings.at_begin()
        if left is not None:
            self._come_back(left)
        untold, self._untold = self._untold, None
        if untold is not None:
            banner = getattr(self._stack.current, "banner", None) or self.banner
            banner.stand(untold)
        self._open_curtain()
        if wished is not None:
            wished()

    def _come_back(self, left: Place) -> None:
        """Be where one was, with what stood there."""
        if left.path is not None:
            if not left.path.exists():
                return
            self.open(left.path)
            if self.beraad is None:
                return
            if left.phase is not None:
                self.beraad.screen.go_to(left.phase)
            if left.group:
                self.beraad.group.toggle()
        screens, title = written_in(self._desk.unsealed(left.sealed))
        for way, said in zip_longest(left.ways, screens, fillvalue=None):
            try:
                if way is not None:
                    way(self.beraad)
            except Solvable as problem:
                self.banner.show_problem(problem)
                return
            if said and self._stack.current is not None:
                PutBack(self._stack.current, said)
        self._doing.take_back(title)

    def _open_curtain(self) -> None:
        """Take away what the group saw meanwhile."""
        if self._curtain is not None:
            self._curtain.close()
            self._curtain.deleteLater()
            self._curtain = None

    @property
    def _workspace(self) -> Workspace | None:
        return self.beraad and self.beraad.workspace

    @property
    def _session(self) -> SessionScreen | None:
        return self.beraad and self.beraad.screen

    def _enter(self, make: Callable[[], Workspace]) -> OpenBeraad | None:
        """Open what is made, in the place of what is open; what was opened, if that worked."""
        from beraad.store.audit import Action, note
        from beraad.store.trouble import Damaged
        from beraad.ui.earlier import EarlierBeraden
        from beraad.ui.open_beraad import OpenBeraad

        again = partial(self._enter, make)
        # What is told once on this screen is read before anything opens behind it.
        if not self._leaving.handed_over(self._stack.current, then=again):
            return None
        if not self._leave(then=again):
            return None
        self._backing_up.leave_off()
        try:
            workspace = make()
        except Solvable as problem:
            self._show(self._start)
            if isinstance(problem, Damaged):
                self._folder.read()  # It is marked there.
            self._folder.show_trouble(problem)
            return None
        self._start.begin_with = None
        self._start.look_for_nothing()
        self._start.banner.give_way()
        self._folder.forget_trouble()
        self._troubles.follow(workspace)
        note(
            self._desk.folder,
            Action.OPENED,
            about=workspace.editor.session.id,
            now=self._desk.now(),
        )
        self.beraad = OpenBeraad(
            workspace,
            stack=self._stack,
            desk=self._desk,
            look=self._look,
            settings=self._settings,
            show=self._show,
            read_lesson=self.ways.read_lesson,
            troubles=self._troubles,
            earlier=EarlierBeraden(
                lambda: self._start.rows,
                besides=workspace.path,
                since=self._desk.since_last_time,
            ),
        )
        workspace.session_changed.connect(self.title.follow)
        self.beraad.settings_wished.connect(self.show_settings)
        self.beraad.start_wished.connect(self.show_start)
        self.beraad.again_wished.connect(self.practise)
        self.beraad.next_case_wished.connect(self.show_next_case)
        self._trail.forget()
        self.beraad.show_session()
        self._troubles.show_told(workspace)
        return self.beraad

    def _leave(self, *, then: Callable[[], object]) -> bool:
        """Let go of the open beraad; whether that worked.

        `then` is what was wished: done after all when the user goes on with a rescue copy.
        """
        if self._workspace is None:
            return True
        self._settle_clock()
        self._troubles.forget_left()
        if not self._leaving.let_go(self._workspace, with_copy=partial(self._abandon, then)):
            return False
        self._desk.remember(self._workspace)
        self._clear_away()
        return True

    def _abandon(self, then: Callable[[], object]) -> None:
        if self._workspace is not None:
            self._start.begin_with = self._workspace.rescued
            self._workspace.abandon()
            self._clear_away()
        then()

    def _clear_away(self) -> None:
        """Take away what showed the beraad that was let go of."""
        left, self.beraad = self.beraad, None
        self._troubles.let_go()
        if left is not None:
            left.close()
            self._stack.remove(left.screen)
        forget()

    def _settle_clock(self) -> None:
        if self._session is not None:
            try:
                self._session.clock.settle()
            except Exception as error:  # noqa: BLE001 - a clock is no reason to keep no words
                write_down(error)

    def _show(self, screen: QWidget) -> None:
        self._leaving.settle()
        if not self._leaving.handed_over(
            self._stack.current, then=partial(self._show_after_all, screen)
        ):
            return
        if self.beraad is None:
            self._trail.follow(self._stack.current, screen)
        if isinstance(screen, Shuts):
            self._heed_system()
        self._stack.show_only(
            screen, keeping=(self._start, self._session, self._unlocking, self._cover)
        )

    def _show_after_all(self, screen: QWidget) -> None:
        self._show(screen)
        take_focus = getattr(screen, "take_focus", None)
        if take_focus is not None and self._stack.current is screen:
            take_focus()

    @Slot()
    def _on_settings_done(self) -> None:
        covered = self._stack.covered
        if self.beraad is not None and covered is self.beraad.screen:
            self.beraad.show_session()
        elif covered is None or covered in {self._start, self._unlocking}:
            self.show_start()
        else:
            self._show(covered)
            (covered.focusWidget() or covered).setFocus()

    @Slot()
    def _on_help_key(self) -> None:
        """Show the help; in a ronde at the chapter about it."""
        if self._session is None or not self._session.isVisible():
            self.ways.show_help()
            return
        from beraad.ui.help.contents import chapter_about

        phase = self._session.phase
        self.ways.show_help_about(chapter_about(phase))

    @Slot()
    def _on_new_key(self) -> None:
        if self.beraad is None and self._may_go():
            self.new()

    @Slot()
    def _on_list_key(self) -> None:
        if self._may_go():
            self._start.look_for_nothing()
            self.show_start()

    @Slot()
    def _on_signals_key(self) -> None:
        """Show the register; the open beraad is kept and closed."""
        if self._may_go() and self._leave(then=self._on_signals_key):
            self.ways.show_signals()

    @Slot()
    def _on_report_key(self) -> None:
        """Read the verslag of the open beraad; who reads it already stays where they are."""
        from beraad.records import Layer
        from beraad.ui.review.screen import ReportScreen

        here = self._stack.current
        reads = isinstance(here, ReportScreen) and here.layer is Layer.WORK
        if self._may_go() and self.documents is not None and not reads:
            self.documents.show_report()

    def event(self, event: QEvent) -> bool:
        """Heed no key of the window while a participant writes, but for text size and locking."""
        if (
            event.type() is QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and self._is_handed_round
            and leads_off(event)
        ):
            event.accept()  # It is a key like any other now, and nobody has a use for it.
            return True
        return super().event(event)

    def _may_go(self) -> bool:
        """Whether a key may lead elsewhere: not past a question about locking."""
        from beraad.ui.vault.setup_screen import SetupScreen

        is_covered = self._cover is not None and self._stack.current is self._cover
        is_asked = is_covered or isinstance(self._stack.current, SetupScreen)
        return not self._desk.is_locked and not is_asked

    @property
    def _is_handed_round(self) -> bool:
        """Whether a participant has the laptop: only their own card is theirs."""
        if self.beraad is None:
            return False
        from beraad.ui.rondes.passing import PassingScreen

        return isinstance(self._stack.current, PassingScreen)

    def _step_text_size(self, step: int) -> None:
        self._look.step_text_size(step)
        self._settings.percent = self._look.percent
        announce(self, f"Tekst {self._look.percent} procent")

    @Slot()
    def _on_larger(self) -> None:
        self._step_text_size(1)

    @Slot()
    def _on_smaller(self) -> None:
        self._step_text_size(-1)

    @Slot()
    def _warm_up(self) -> None:
        """Load in the background what the next screen needs, once the list is there."""
        self._warming.begin(self._settings.export_folder)
