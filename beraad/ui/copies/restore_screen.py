"""Putting a backup back: which moment, and what would be otherwise, before anything happens."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from beraad.errors import Solvable
from beraad.phases.dates import full_date
from beraad.phases.numbers import counted
from beraad.store.audit import DONE, FAILED, NOT_ALL
from beraad.store.copies.differing import Change, Difference, compare
from beraad.store.copies.folder import copies_folder, kept_files
from beraad.store.copies.laptops import own_place_among, places_in
from beraad.store.copies.moments import Moment, moments
from beraad.store.copies.restoring import Restored, note_restored, restore
from beraad.store.copies.unlisted import every_moment, gone_for_good, list_troubles, told_gone
from beraad.store.keys import is_vault, lent_for, take_all_back
from beraad.ui.announce import announce
from beraad.ui.beside.latest_wish import LatestWish
from beraad.ui.beside.one_at_a_time import OneAtATime
from beraad.ui.beside.task import Asker
from beraad.ui.copies.laptop_choice import LaptopChoice
from beraad.ui.copies.moment_list import MomentList
from beraad.ui.theme.icons import Icon, put_icon
from beraad.ui.theme.look import Look
from beraad.ui.vault.parts import add_field, add_trouble, card
from beraad.ui.vault.password_field import PasswordField
from beraad.ui.widgets.banner import Banner
from beraad.ui.widgets.breaking import may_break
from beraad.ui.widgets.folder_dialog import ask_folder
from beraad.ui.widgets.folding import Folding, folding, stand_beside
from beraad.ui.widgets.page_over_bar import PageOverBar
from beraad.ui.widgets.parts import (
    add_first,
    button,
    clear,
    column,
    label,
    panel,
    row,
    way_back,
)
from beraad.ui.widgets.screen import Screen
from beraad.ui.widgets.scroll import scrolled
from beraad.ui.widgets.way_out import leave_by_esc

if TYPE_CHECKING:
    from PySide6.QtWidgets import QPushButton

_MOST = 40
"""Lines of one kind that are shown; a backup can bring back hundreds."""

_GROUPS = (
    (Change.COMES_BACK, "Komt terug"),
    (Change.OTHER, "Wordt anders"),
    (Change.GOES_ASIDE, "Zit er niet in, gaat opzij"),
    (Change.LOCKED, "Is met andere sleutels versleuteld, blijft zoals het is"),
    (Change.ERASED, "Is hier gewist, komt niet terug"),
    (Change.DAMAGED, "Is in deze kopie beschadigd, blijft zoals het is"),
    (Change.LACKING, "Ontbreekt in deze kopie, blijft zoals het is"),
    (Change.IN_USE, "Nu open in een ander venster, blijft zoals het is"),
)
_NONE = (
    "Er is nog geen reservekopie. Beraad maakt er vanzelf een na elke dag waarop je iets schreef. "
    "Staat er een op een stick of een andere schijf? Kies dan “Kopie van elders …”."
)
_OTHER_WORDS = "Geef de wachtzin die bij die kopieën hoort, of de herstelsleutel van papier."
_THEN_OWN = "Wat je terugzet, gaat daarna open met jouw eigen wachtzin."
_THEN_THEIRS = "Deze map is nog leeg en wordt dezelfde kluis: ze gaat daarna open met die wachtzin."
_THEN_NOT = "Wil je ze hier terugzetten, zet dan eerst de kluis aan bij Instellingen."
_WORDS_FIRST = "Geef eerst de wachtzin van deze kopieën."
_WAITS = "Beraad vergelijkt …"
_NOTHING = "Er is niets dat anders wordt."
_WHICH = "Kies eerst van welke laptop."
_NONE_OF_THIS = "Van dit bestand staat hier geen reservekopie. Kijk bij alle bestanden, of elders."
_UNDO = "Maak ongedaan"
_STAY = frozenset(Change) - {Change.COMES_BACK, Change.OTHER, Change.GOES_ASIDE}


class RestoreScreen(Screen):
    """`restored` says that files changed; `back_wished` leads back."""

    back_wished = Signal()
    restored = Signal()

    def __init__(
        self, folder: Path, look: Look, *, now: Callable[[], datetime], only: str = ""
    ) -> None:
        """`only` is the name of the one file it is about; empty for all of them."""
        super().__init__()
        self.setObjectName("screen")
        self.setWindowTitle("Reservekopie terugzetten")
        self._folder = folder
        self._now = now
        self._only = only
        self._place = copies_folder(folder)
        self._moment: Moment | None = None
        self._found: tuple[Difference, ...] = ()
        self._aside: Moment | None = None
        self.banner = Banner()
        self.banner.way_out_chosen.connect(self._on_undo)
        self._comparing = LatestWish(self)
        self._comparing.done.connect(self._on_compared)
        self._comparing.failed.connect(self.banner.show_problem)
        self._restoring = OneAtATime(self)
        self._restoring.done.connect(self._on_restored)
        self._restoring.failed.connect(self._on_failed)
        self._opening = OneAtATime(self)
        self._opening.done.connect(self._on_opened)
        self._opening.failed.connect(self._on_wrong)
        self._list = MomentList()
        self._list.chosen.connect(self._on_chosen)
        self._rows: QVBoxLayout = column(spacing=10)
        self._head = label(role="small")
        self._head.setObjectName("told")
        outside = column(self)
        outside.addWidget(self.banner)
        outside.addWidget(PageOverBar(self._page(look), self._bar()), 1)
        leave_by_esc(self, self.leave)
        self._read()

    def take_focus(self) -> None:
        """Put the focus on the moments."""
        (self._list if self._list.model().rowCount() else self._home).setFocus()

    @Slot()
    def leave(self) -> None:
        """Go back; what is being put back is put back first."""
        self._let_go()
        self.back_wished.emit()

    @property
    def is_open(self) -> bool:
        """Whether these backups are read with words of their own."""
        return lent_for(self._place) is not None

    def shut(self) -> None:
        """Forget those words; nothing that they opened stays here."""
        self._let_go()
        self.banner.clear()
        self._aside = None
        self._read()

    def _let_go(self) -> None:
        self._comparing.forget()
        self._opening.settle()
        self._restoring.settle()
        self._words.empty()
        take_all_back()

    def _page(self, look: Look) -> QWidget:
        page = Folding()
        inside = row(page, spacing=0)
        rail = panel("rail")
        stand_beside(rail, least=look.scale.px(360))
        in_rail = column(rail, spacing=8)
        in_rail.setContentsMargins(24, 24, 24, 16)
        in_rail.addWidget(label("Reservekopie terugzetten", role="title"))
        what = "Kies een moment. Je ziet wat er dan anders is, voordat er iets gebeurt."
        in_rail.addWidget(label(what, role="muted"))
        in_rail.addWidget(self._list, 1)
        self._instead_of_list = QWidget()  # Else the texts would part to fill the height.
        self._instead_of_list.hide()
        in_rail.addWidget(self._instead_of_list, 1)
        foot = row()
        self._where = label("op deze laptop", role="small")
        elsewhere = button("Kopie van elders …", kind="link", name="elsewhere")
        elsewhere.clicked.connect(self._on_elsewhere)
        foot.addWidget(self._where, 1)
        foot.addWidget(elsewhere)
        in_rail.addWidget(folding(foot))
        canvas = QWidget()
        canvas.setObjectName("canvas")
        in_canvas = column(canvas, spacing=10)
        in_canvas.setContentsMargins(32, 28, 32, 24)
        self._lock = self._lock_card()
        self._narrowed = self._narrow()
        self._lists = label(role="strong")
        self._lists.setObjectName("lists")
        self._laptops = LaptopChoice()
        self._laptops.chosen.connect(self._on_laptop)
        in_canvas.addWidget(self._narrowed)
        in_canvas.addWidget(self._laptops)
        in_canvas.addWidget(self._lists)
        in_canvas.addWidget(self._lock)
        in_canvas.addWidget(self._head)
        in_canvas.addWidget(label("Dit is er anders dan nu", role="heading"))
        in_canvas.addLayout(self._rows)
        in_canvas.addStretch(1)
        inside.addWidget(rail)
        inside.addWidget(scrolled(canvas), 1)
        return page

    def _narrow(self) -> QWidget:
        """Say that it is about one file, with the way to all of them."""
        made = Folding()
        made.setProperty("panel", "hint")
        inside = row(made, spacing=12)
        inside.setContentsMargins(16, 10, 16, 10)
        told = f"Je ziet alleen wat er met {self._only} gebeurt. De andere bestanden blijven zoals "
        inside.addWidget(label(may_break(f"{told}ze zijn.")), 1)
        every = button("Toon alle bestanden", kind="link", name="every")
        every.clicked.connect(self._on_every)
        inside.addWidget(every)
        if not self._only:
            made.hide()
        return made

    @Slot()
    def _on_every(self) -> None:
        self._only = ""
        self._narrowed.hide()
        self._read()
        self.take_focus()

    def _lock_card(self) -> QWidget:
        """Asked when copies are under other keys than those of this folder."""
        made, inside = card("Deze kopieën zijn van een andere kluis", "")
        self._asked = label(role="muted")
        inside.addWidget(self._asked)
        self._words = PasswordField("copies-password")
        add_field(inside, "Wachtzin of herstelsleutel van die kopieën", self._words)
        self._wrong = add_trouble(inside)
        on = button("Open de kopieën", name="open-copies")
        inside.addWidget(on, 0, Qt.AlignmentFlag.AlignLeft)
        on.clicked.connect(self._on_words)
        self._words.entered.connect(self._on_words)
        made.hide()
        return made

    def _ask_words(self, *, wanted: bool) -> None:
        """Ask for the words of these copies: the cursor is there as soon as that is asked."""
        was_asked = not self._lock.isHidden()
        self._lock.setVisible(wanted)
        if wanted and not was_asked:
            self._asked.setText(f"{_OTHER_WORDS} {_what_then(self._folder)}")
            self._wrong.hide()
            self._words.setFocus()

    @Slot()
    def _on_words(self) -> None:
        if self._moment is not None and self._words.line.text() and not self._opening.runs:
            self._wrong.hide()
            said = self._words.take()
            place, folder, now = self._moment.folder, self._folder, self._now()
            self._opening.start(lambda _asker: _open_copies(place, folder, said, now))

    @Slot(object)
    def _on_opened(self, _answer: object) -> None:
        if self._moment is not None:
            self._on_chosen(self._moment)
            self._list.setFocus()

    @Slot(object)
    def _on_wrong(self, problem: Solvable) -> None:
        self._wrong.setText(f"{problem.happened} {problem.way_out}".strip())
        self._wrong.show()
        announce(self, problem.happened)
        self._words.setFocus()

    def _bar(self) -> QWidget:
        bar = panel("bar")
        inside = row(bar, spacing=12)
        inside.setContentsMargins(20, 8, 20, 8)
        self._home = way_back("← Beraden", self.leave)
        self._do: QPushButton = button("Zet deze kopie terug", kind="primary", name="restore")
        self._do.clicked.connect(self._on_all)
        self._why_not = label(role="small")
        self._why_not.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        inside.addWidget(self._home)
        inside.addWidget(self._why_not, 1)
        inside.addWidget(self._do)
        return bar

    def _offer(self, why_not: str = "") -> None:
        """Let it be put back, or say beside the button why it cannot."""
        self._do.setEnabled(not why_not)
        self._do.setAccessibleDescription(why_not)
        self._why_not.setText(why_not)

    def _read(self) -> None:
        known = moments(self._place)
        there = every_moment(self._place, known)
        self._tell_lists(known, there)
        found = tuple(each for each in there if not self._only or self._holds(each))
        if not found:
            self._moment = None
            self._lock.hide()
            self._list.hide()
            self._instead_of_list.show()
            clear(self._rows)
            self._head.setText("")
            told = _NONE_OF_THIS if there else _NONE if self._laptops.isHidden() else _WHICH
            self._offer(told if told == _WHICH else "Er is hier geen kopie.")
            self._rows.addWidget(label(told, role="muted"))
        else:
            self._instead_of_list.hide()
            self._list.show()
        self._list.show_moments(found, today=self._now().astimezone().date())

    def _tell_lists(self, known: tuple[Moment, ...], there: tuple[Moment, ...]) -> None:
        """Say what the lists cannot tell, and which files are lost together with their copy."""
        told = list_troubles(self._place, known, there)
        lost = (told_gone(name) for name in gone_for_good(there, self._folder))
        self._lists.setText(may_break("\n".join(str(each) for each in (*told, *lost))))
        self._lists.setVisible(bool(self._lists.text()))

    def _holds(self, moment: Moment) -> bool:
        return any(item.name == self._only for item in moment.items)

    @Slot(object)
    def _on_chosen(self, moment: Moment) -> None:
        self._moment = moment
        self._offer(_WAITS)
        self._head.setText(_WAITS)
        clear(self._rows)
        self._comparing.wish(partial(_compare, moment, self._folder, self._only))

    @Slot(object)
    def _on_compared(self, found: tuple[Difference, ...]) -> None:
        if self._moment is None:
            return
        locked = tuple(each for each in found if each.change is Change.LOCKED)
        found = locked or found  # The rest is compared once they can be read.
        self._found = found
        clear(self._rows)
        self._ask_words(wanted=bool(locked))
        at = self._moment.at.astimezone()
        self._head.setText(f"Kopie van {full_date(at.date())}, {at:%H:%M}")
        some = False
        for change, title in _GROUPS:
            mine = [each for each in found if each.change is change]
            if mine:
                some = some or change not in _STAY
                self._rows.addWidget(self._group(title, mine))
        same = sum(each.change is Change.SAME for each in found)
        if same:
            self._rows.addWidget(label(_same(same), role="muted"))
        if some:
            self._rows.addWidget(_promise())
        self._offer("" if some else _WORDS_FIRST if locked else _NOTHING)
        announce(
            self,
            _WORDS_FIRST
            if locked
            else "Er is niets anders."
            if not some
            else f"{len(found) - same} anders",
        )

    def _group(self, title: str, mine: list[Difference]) -> QWidget:
        box = QWidget()
        inside = column(box, spacing=2)
        count = "1 bestand" if len(mine) == 1 else f"{len(mine)} bestanden"
        inside.addWidget(label(f"{title} · {count}", role="strong", heads=True))
        add_first(inside, mine, self._line, most=_MOST)
        return box

    def _line(self, each: Difference) -> QWidget:
        line = Folding()
        line.setProperty("panel", "row")
        inside = row(line, spacing=16)
        inside.setContentsMargins(0, 8, 0, 8)
        inside.addWidget(label(may_break(each.title or each.name), role="strong"), 3)
        now = may_break(f"nu: {each.now or 'niet hier'}")
        inside.addWidget(label(now, role="small"), 2)
        then = each.then or ("bestond nog niet" if each.item is None else "gelijk")
        rows = f" · {', '.join(each.rows)}" if each.rows else ""
        inside.addWidget(label(may_break(f"in de kopie: {then}{rows}"), role="small"), 3)
        if each.change not in _STAY:
            only = button(
                "Alleen dit", kind="link", described=f"Alleen dit: {each.title or each.name}"
            )
            only.clicked.connect(partial(self._put_back, (each,)))
            inside.addWidget(only)
        return line

    @Slot()
    def _on_all(self) -> None:
        self._put_back(self._found)

    def _put_back(self, wanted: Iterable[Difference], *_: object) -> None:
        if self._moment is not None:
            self._home.setFocus()  # What was pressed leaves; nothing that undoes it comes instead.
            self._offer("Beraad zet de kopie terug …")
            work = partial(_restore, self._moment, tuple(wanted), self._folder, self._now())
            self._restoring.start(work)

    @Slot(object)
    def _on_restored(self, restored: Restored) -> None:
        self._aside = restored.aside
        self.restored.emit()
        result = DONE if not restored.refused else NOT_ALL if restored.names else FAILED
        note_restored(self._folder, restored, result=result, now=self._now())
        if restored.refused:
            self.banner.show_problems(restored.refused)
        else:
            number = len(restored.names)
            files = "1 bestand is" if number == 1 else f"{number} bestanden zijn"
            told = f"{files} nu als in de kopie."
            if aside := len(restored.went_aside):
                told = f"{told} {counted(aside, 'bestand ging', 'bestanden gingen')} opzij."
            way_out = ""
            if self._aside is not None:
                told = f"{told} Wat er stond ligt opzij, minstens 30 dagen."
                way_out = _UNDO
            self.banner.show_message(told, way_out=way_out)
        self._read()

    @Slot(object)
    def _on_failed(self, problem: Solvable) -> None:
        self.banner.show_problem(problem)
        self._offer()

    @Slot()
    def _on_undo(self) -> None:
        """Put back what made way just now."""
        aside, self._aside = self._aside, None
        self._home.setFocus()
        self.banner.hide()
        if aside is not None:
            self._restoring.start(partial(_undo, aside, self._folder, self._now()))

    @Slot()
    def _on_elsewhere(self) -> None:
        chosen = ask_folder(self, "In welke map staan de reservekopieën?")
        if not chosen:
            return
        places = places_in(Path(chosen))
        own = own_place_among(places, self._folder)
        self._laptops.show_places(places, own=own)
        self._read_in(own or Path(chosen))
        if own is None and places:
            self._laptops.take_focus()

    @Slot(object)
    def _on_laptop(self, place: Path) -> None:
        self._read_in(place)

    def _read_in(self, place: Path) -> None:
        self._place = place
        self._where.setText(f"in {place.name or place}")
        self._where.setToolTip(str(place))
        self._read()
        self.take_focus()


def _compare(moment: Moment, folder: Path, only: str, asker: Asker) -> tuple[Difference, ...]:
    found = compare(moment, folder, unwanted=asker.unwanted)
    return tuple(each for each in found if not only or each.name == only)


def _open_copies(place: Path, folder: Path, said: str, now: datetime) -> None:
    """Read backups of another vault with its own words. Raises Solvable."""
    from beraad.store.vault.borrowing import borrow
    from beraad.store.vault.opening import open_kept
    from beraad.store.vault.patience import tried

    borrow(place, folder, tried(folder, lambda: open_kept(place, said), now=now, typed=said))


def _restore(
    moment: Moment, wanted: tuple[Difference, ...], folder: Path, now: datetime, asker: Asker
) -> Restored:
    return restore(moment, wanted, folder, now=now, tell=asker.tell)


def _undo(aside: Moment, folder: Path, now: datetime, asker: Asker) -> Restored:
    there = {item.name for item in aside.items}
    wanted = tuple(each for each in compare(aside, folder) if each.name in there)
    return restore(aside, wanted, folder, now=now, tell=asker.tell)


def _what_then(folder: Path) -> str:
    """With what words it opens, once it is put back in this folder."""
    if is_vault(folder):
        return _THEN_OWN
    return _THEN_NOT if kept_files(folder) else _THEN_THEIRS


def _same(number: int) -> str:
    return "1 bestand is gelijk." if number == 1 else f"{number} bestanden zijn gelijk."


def _promise() -> QWidget:
    box = panel("good")
    inside = row(box, spacing=12)
    inside.setContentsMargins(16, 12, 16, 12)
    drawing = label(wrap=False)
    put_icon(drawing, Icon.PRIVATE)
    inside.addWidget(drawing)
    text = (
        "Wat je nu hebt, gaat niet weg. Het komt apart te staan, als “opzij”. Daar blijft het "
        "minstens 30 dagen, en je kunt het op dezelfde manier terugzetten."
    )
    inside.addWidget(label(text), 1)
    return box
