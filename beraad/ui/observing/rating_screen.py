"""Learning to look with others: a scripted beraad, what one saw in it, and what others saw."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QPushButton, QWidget

from beraad.errors import Solvable
from beraad.phases.behaviours import Label, behaviours_in
from beraad.phases.course import Course
from beraad.phases.parts import part_name
from beraad.records import PhaseKey
from beraad.training.observing.rating import SUFFIX, Rating, side_by_side
from beraad.training.observing.scripted import Scripted, scripted
from beraad.ui.announce import announce
from beraad.ui.observing.behaviour_rows import BehaviourRows
from beraad.ui.observing.beside_key import AgreementCard, OwnLabelsCard, SlipsCard
from beraad.ui.observing.noting import Noting
from beraad.ui.observing.others_card import OthersCard
from beraad.ui.observing.playing import Playing
from beraad.ui.outside_vault import say_outside
from beraad.ui.showing_in_system import show_in_system
from beraad.ui.theme.look import Look
from beraad.ui.widgets.banner import Banner
from beraad.ui.widgets.digit_row import digit_meant
from beraad.ui.widgets.dropped import accept_copy, dropped_file
from beraad.ui.widgets.flow import FlowLayout
from beraad.ui.widgets.folder_dialog import ask_file
from beraad.ui.widgets.line_at_hand import LineAtHand
from beraad.ui.widgets.made_files import made_told
from beraad.ui.widgets.page_over_bar import PageOverBar
from beraad.ui.widgets.parts import (
    bar_row,
    button,
    clear,
    column,
    label,
    title_above,
    title_row,
    way_back,
)
from beraad.ui.widgets.screen import Screen
from beraad.ui.widgets.scroll import centred
from beraad.ui.widgets.way_out import leave_by_esc

_WIDEST = 1000
_SAYS = (
    "Drie gespeelde stukken beraad, waarin expres iets misgaat. Kijk eerst alleen, en zeg wat je "
    "zag. Leg het daarna naast dat van anderen: wat zag jij, wat een ander niet zag?"
)


class RatingScreen(Screen):
    """Nobody is judged: what raters saw otherwise is what they talk about."""

    back_wished = Signal()

    def __init__(
        self,
        folder: Path,
        look: Look,
        export_folder: Path,
        *,
        now: Callable[[], datetime],
        outside_vault: str = "",
    ) -> None:
        """`outside_vault` says that it lies outside the vault, where there is one."""
        super().__init__()
        self.setObjectName("screen")
        self.setWindowTitle("Samen leren kijken")
        self.setAcceptDrops(True)
        self._folder = folder
        self._look = look
        self._export_folder = export_folder
        self._rating: Rating | None = None
        self._playing: Playing | None = None
        self._rows: dict[PhaseKey, BehaviourRows] = {}
        self.banner = Banner()
        self._saved = label(role="small")
        self._noting = Noting(self, self.banner, now=now, told=self._saved.setText)
        self._noting.leave_wished.connect(self.back_wished)
        middle = QWidget()
        inside = column(middle, spacing=12)
        inside.addWidget(title_row("Samen leren kijken", is_practice=True))
        inside.addWidget(label(_SAYS, role="muted"))
        say_outside(outside_vault, inside)
        inside.addWidget(self._pieces())
        self._body = column(spacing=12)
        inside.addLayout(self._body)
        self._others = column(spacing=12)
        inside.addLayout(self._others)
        inside.addStretch(1)
        outside = column(self)
        outside.addWidget(self.banner)
        page = centred(middle, widest=look.scale.px(_WIDEST))
        outside.addWidget(PageOverBar(page, self._bar()), 1)
        leave_by_esc(self, self.back_wished)
        self.show_piece(scripted()[0])

    def take_focus(self) -> None:
        """Put the focus where one goes on."""
        if self._playing is not None:
            self._playing.take_focus()
        else:
            self._open.setFocus()

    def hand_over(self) -> Solvable | None:
        """Keep what was noted, and say nothing more by itself."""
        if self._playing is not None:
            self._playing.pause()
        return self._noting.hand_over()

    def show_piece(self, piece: Scripted) -> None:
        """Play this one, or show what was noted about it."""
        if self.hand_over() is not None:
            return
        self._buttons[piece.name].setChecked(True)
        try:
            self._rating = Rating.of(self._folder, piece)
        except Solvable as problem:
            self._rating = None
            self.banner.show_problem(problem)
        self._show()

    def bring(self, path: Path) -> None:
        """Lay what another rater saw beside one's own. One's own comes first."""
        if self._rating is None or not self._rating.is_done:
            self.banner.ask(
                "Eerst jij: leg je eigen blad naast de sleutel. Daarna dat van anderen."
            )
            return
        try:
            found = Rating.open(path)
        except Solvable as problem:
            self.banner.show_problem(problem)
            return
        if found.identity == self._rating.identity:
            self.banner.ask("Dit is je eigen blad. Open dat van een ander.")
            return
        try:
            of = self._rating
            if found.piece.name != of.piece.name:
                of = Rating.of(self._folder, found.piece)
        except Solvable as problem:
            self.banner.show_problem(problem)
            return
        known = next((each for each in of.others if each.identity == found.identity), None)
        if known is not None and (told := _already(known, found)):
            self.banner.ask(told)
            return
        self.banner.hide()  # What was said of another sheet.
        if not self._noting.keep(f"blad van {found.identity}", partial(of.bring, found)):
            return
        self._show()
        if found.piece.name != self._rating.piece.name:
            self.banner.ask(f"Dit blad gaat over {found.piece.title}. Kies dat hierboven.")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, playing = event.text().upper(), self._playing
        if playing is not None and not playing.is_over and key == "P":
            playing.toggle()
        elif playing is not None and key == "N":
            playing.say_next()
        elif playing is not None and key == "H":
            playing.mark_last()
        elif not self._choose(digit_meant(event)):
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        path = dropped_file(event.mimeData())
        if path is not None and path.suffix.lower() == SUFFIX:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = dropped_file(event.mimeData())
        if path is not None:
            accept_copy(event)
            self.bring(path)

    def _pieces(self) -> QWidget:
        box = QWidget()
        box.setAccessibleName("Stukken")
        flow = FlowLayout(spacing=4)
        box.setLayout(flow)
        group = QButtonGroup(box)
        self._buttons: dict[str, QPushButton] = {}
        for piece in scripted():
            made = button(piece.title, kind="segment", name=f"piece-{piece.name}")
            made.setToolTip(piece.summary)
            made.setCheckable(True)
            made.clicked.connect(partial(self.show_piece, piece))
            group.addButton(made)
            flow.addWidget(made)
            self._buttons[piece.name] = made
        return box

    def _bar(self) -> QFrame:
        bar, inside = bar_row()
        inside.addWidget(way_back("← Oefenen", self.back_wished))
        inside.addStretch(1)
        inside.addWidget(self._saved)
        inside.addStretch(1)
        self._again = button("Kijk opnieuw", name="look-again")
        self._again.clicked.connect(self._on_again)
        self._give = button("Geef mee", name="give-rating")
        self._give.clicked.connect(self._on_give)
        self._open = button("Open een blad van een ander …", kind="primary", name="open-rating")
        self._open.clicked.connect(self._on_open)
        self._finish = button("Leg naast de sleutel", kind="primary", name="finish-rating")
        self._finish.clicked.connect(self._on_finish)
        for each in (self._again, self._give, self._open, self._finish):
            inside.addWidget(each)
        return bar

    def _show(self) -> None:
        clear(self._body)
        clear(self._others)
        self._playing, self._rows = None, {}
        rating = self._rating
        done = rating is not None and rating.is_done
        for each in (self._again, self._give, self._open):
            each.setVisible(done)
        self._finish.setVisible(not done)
        self._finish.setEnabled(False)
        self._finish.setToolTip("Kijk eerst, en zeg dan wat je zag")
        if rating is None:
            return
        self._put(label(rating.piece.summary))
        others = rating.others
        if done:
            self._show_done(rating, others)
        else:
            self._show_open(rating)
        if others:
            card = OthersCard(others)
            card.away_wished.connect(self._on_sheet_away)
            self._others.addWidget(card)
            card.show()

    def _show_open(self, rating: Rating) -> None:
        begun = bool(rating.labels or rating.noticed)
        self._playing = Playing(
            rating.piece,
            noticed=rating.noticed,
            spoken=len(rating.piece.lines) if begun else 0,
            scale=self._look.scale.px(100) / 100,
        )
        self._playing.marked.connect(self._on_marked)
        self._playing.ended.connect(self._on_ended)
        self._put(self._playing)
        if begun:
            self._ask(rating)

    def _show_done(self, rating: Rating, others: tuple[Rating, ...]) -> None:
        if others:
            self._put(AgreementCard(side_by_side(rating.piece, [rating, *others]), self._look))
        self._put(SlipsCard(rating))
        if not others:
            self._put(OwnLabelsCard(rating))

    def _ask(self, rating: Rating) -> None:
        self._put(title_above("Wat zag je?"))
        for phase in rating.piece.phases:
            self._put(label(part_name(Course(), phase), role="strong"))
            labels: Mapping[str, Label] = {
                key: label for (where, key), label in rating.labels.items() if where is phase
            }
            rows = BehaviourRows(
                behaviours_in(phase), labels, self._look, with_keys=phase is rating.piece.phases[0]
            )
            rows.labelled.connect(partial(self._on_label, phase))
            for before in tuple(self._rows.values())[-1:]:
                before.passed.connect(rows.take_focus)
            self._rows[phase] = rows
            self._put(rows)
        self._offer_finish(rating)

    def _put(self, widget: QWidget) -> None:
        self._body.addWidget(widget)
        widget.show()

    def _choose(self, digit: str) -> bool:
        at_hand = (rows for rows in self._rows.values() if rows.has_focus)
        return bool(digit) and any(rows.choose(int(digit)) for rows in at_hand)

    def _on_marked(self, number: int, noticed: bool) -> None:  # noqa: FBT001
        if self._rating is not None:
            deed = partial(self._rating.notice, number, noticed=noticed)
            self._noting.keep(f"zin {number}", deed)
            announce(self, "Gemerkt" if noticed else "Niet meer gemerkt")

    def _on_label(self, phase: PhaseKey, key: str, label: Label | None) -> None:
        if self._rating is not None:
            self._noting.keep(f"{phase} {key}", partial(self._rating.label, phase, key, label))
            self._offer_finish(self._rating)

    def _offer_finish(self, rating: Rating) -> None:
        self._finish.setEnabled(bool(rating.labels))
        self._finish.setToolTip("" if rating.labels else "Zeg eerst wat je zag")

    @Slot()
    def _on_ended(self) -> None:
        if self._rating is not None and not self._rows:
            self._ask(self._rating)
            # What had the focus is gone; here one goes on, and here a key counts.
            next(iter(self._rows.values())).take_focus()
            announce(self, "Het stuk is afgelopen. Zeg wat je zag.")

    @Slot()
    def _on_finish(self) -> None:
        """Lay it beside the key; where something was left open that is asked first."""
        rating = self._rating
        if rating is None:
            return
        if not rating.left_open:
            self._lay_beside_key()
            return
        whole = len(rating.piece.items)
        told = (
            f"Je liet {rating.left_open} van de {whole} gedragingen open. Ligt je blad naast de "
            "sleutel, dan vul je niets meer aan."
        )
        self.banner.ask(told, way_out="Leg toch naast de sleutel", deed=self._lay_beside_key)

    def _lay_beside_key(self) -> None:
        rating = self._rating
        self.banner.hide()
        if rating is not None and self._noting.keep("klaar", rating.finish):
            self._show()
            self.take_focus()

    def _on_sheet_away(self, other: Rating, number: int) -> None:
        """Take the sheet of another away; it can be put back as long as that is offered."""
        rating = self._rating
        if rating is None or not self._noting.keep("blad weg", partial(rating.let_go_of, other)):
            return
        at_hand = LineAtHand(self)
        self._show()
        at_hand.go_on(self, or_else=self.take_focus)
        back = partial(self._bring_back, rating, other)
        self.banner.offer(f"Blad {number} is weg.", way_out="Zet terug", deed=back)

    def _bring_back(self, rating: Rating, other: Rating) -> None:
        self.banner.hide()
        self._noting.keep("blad weg", partial(rating.bring, other))
        self._show()
        self.take_focus()

    @Slot()
    def _on_again(self) -> None:
        told = (
            "Kijk je opnieuw? Wat je bij dit stuk invulde, gaat hier dan weg. Een blad dat je "
            "meegaf, blijft liggen waar je het neerzette."
        )
        if self._rating is not None and self._rating.others:
            told = f"{told} De bladen van anderen blijven liggen."
        self.banner.ask(told, way_out="Ja, kijk opnieuw", deed=self._begin_anew)

    def _begin_anew(self) -> None:
        rating = self._rating
        if rating is None:
            return
        others = rating.others
        if self._noting.keep("opnieuw", rating.begin_anew):
            self.show_piece(rating.piece)
            if self._rating is not None:
                for each in others:
                    deed = partial(self._rating.bring, each)
                    self._noting.keep(f"blad van {each.identity}", deed)
                self._show()
            self.take_focus()

    @Slot()
    def _on_give(self) -> None:
        if self._rating is None:
            return
        try:
            path = self._rating.write_copy(self._export_folder)
        except Solvable as problem:
            self.banner.show_problem(problem)
            return
        told = f"{made_told((path,), verb='Klaar om mee te geven')}."
        self.banner.offer(told, way_out="Open map", deed=self._open_folder)

    def _open_folder(self) -> None:
        show_in_system(self._export_folder, self.banner)

    @Slot()
    def _on_open(self) -> None:
        kinds = f"Bladen (*{SUFFIX})"
        chosen = ask_file(self, "Welk blad?", str(self._export_folder), kinds)
        if chosen:
            self.bring(Path(chosen))


def _already(known: Rating, found: Rating) -> str:
    """Why a sheet that lies there stays as it is; empty when the one that was found is newer."""
    if found.lacks(known):
        return "Je hebt dit blad al, met meer erop. Dat blijft ernaast staan."
    alike = (found.labels, found.noticed) == (known.labels, known.noticed)
    return "Dit blad ligt er al naast, en is niet veranderd." if alike else ""
