"""The ways from the start screen to what keeps, gives and erases beraden."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal, Slot

from beraad.ui.coming_back import Way, comes_back
from beraad.ui.ways import Ways
from beraad.ui.widgets.folder_dialog import ask_file


class WaysToKeep(Ways):
    """Shows one screen after the other; `start_wished` goes back, `open_wished` opens a beraad.

    `begun` says that one of them is about to work in the folder, so that nobody else does.
    """

    open_wished = Signal(object)
    begun = Signal()

    @Slot()
    def show_aside(self) -> None:
        """See what is out of the list: the archive, and what was thrown away."""
        from beraad.ui.start.aside_screen import AsideScreen

        self.begun.emit()
        screen = AsideScreen(self._desk.folder, self._look, now=self._desk.now)
        screen.back_wished.connect(self.start_wished)
        screen.open_wished.connect(self.open_wished)
        screen.erase_wished.connect(self.show_term)
        comes_back(screen, lambda _: self.show_aside())
        self._show(screen)
        screen.take_focus()

    @Slot()
    @Slot(object)
    def show_term(self, only: Path | None = None) -> None:
        """See which beraden are past their date, or erase one."""
        from beraad.ui.erasing.term_screen import TermScreen

        self.begun.emit()
        screen = TermScreen(
            self._desk.folder,
            self._look,
            now=self._desk.now,
            documents=(self._settings.export_folder,),
            only=only,
            steps=self._desk.typed_steps("bewaartermijn"),
        )
        screen.back_wished.connect(self.start_wished)
        screen.look_wished.connect(self.open_wished)
        screen.erased.connect(self._desk.forget)
        comes_back(screen, lambda _: self.show_term(only))
        self._show(screen)
        screen.take_focus()

    @Slot(object)
    def show_give(self, path: Path) -> None:
        """Hand one beraad over."""
        from beraad.store.catalog import Summary, look_at

        line = look_at(path)
        title = line.title.strip() if isinstance(line, Summary) else ""
        self._give((path,), title or path.name, again=lambda _: self.show_give(path))

    @Slot()
    def show_give_all(self) -> None:
        """Hand everything over, to another laptop."""
        from beraad.phases.numbers import counted
        from beraad.store.handing.handing import everything

        found = everything(self._desk.folder)
        number = len(found)
        title = f"Alles: {counted(number, 'bestand', 'bestanden')}, met het register"
        self._give(found, title, again=lambda _: self.show_give_all())

    def _give(self, paths: tuple[Path, ...], title: str, *, again: Way) -> None:
        from beraad.ui.handing.give_screen import GiveScreen

        self.begun.emit()
        screen = GiveScreen(paths, self._desk.folder, self._look, now=self._desk.now, title=title)
        screen.back_wished.connect(self.start_wished)
        screen.erase_wished.connect(self.show_term)
        comes_back(screen, again)
        self._show(screen)
        screen.take_focus()

    @Slot()
    def choose_to_take(self) -> None:
        """Choose a file that a colleague gave."""
        kinds = "Doorgegeven (*.age)"
        chosen = ask_file(self._window, "Welk bestand kreeg je?", "", kinds)
        if chosen:
            self.show_take(Path(chosen))

    def show_take(self, path: Path) -> None:
        """Take over what is in a file."""
        from beraad.ui.handing.take_screen import TakeScreen

        self.begun.emit()
        screen = TakeScreen(path, self._desk.folder, self._look, now=self._desk.now)
        screen.back_wished.connect(self.start_wished)
        screen.open_wished.connect(self.open_wished)
        comes_back(screen, lambda _: self.show_take(path))
        self._show(screen)
        screen.take_focus()

    @Slot()
    def show_seek(self) -> None:
        """Look for somebody in everything there is."""
        from beraad.ui.seeking.seek_screen import SeekScreen

        self.begun.emit()
        screen = SeekScreen(self._desk.folder, self._look, now=self._desk.now)
        screen.back_wished.connect(self.start_wished)
        comes_back(screen, lambda _: self.show_seek())
        self._show(screen)
        screen.take_focus()

    @Slot()
    def show_log(self) -> None:
        """See what was done."""
        from beraad.ui.seeking.log_screen import LogScreen

        screen = LogScreen(self._desk.folder, self._look)
        screen.back_wished.connect(self.start_wished)
        comes_back(screen, lambda _: self.show_log())
        self._show(screen)
        screen.take_focus()
