"""A case of one's own, made fit to train with: aims, pitfalls, questions, minutes and roles."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from beraad.editing.text_steps import TextSteps
from beraad.errors import Solvable
from beraad.phases.parts import part_name
from beraad.records import PhaseKey
from beraad.training.case_form import ABOUT, OF_ROLE, OF_RONDE, CaseForm
from beraad.training.case_leaving import leaving_case
from beraad.training.coaching import Difficulty, Manner
from beraad.training.own_cases import give_on
from beraad.training.weighing import Asked
from beraad.ui.observing.noting import Noting
from beraad.ui.observing.takeaway_card import TakeawayCard
from beraad.ui.outside_vault import say_outside
from beraad.ui.showing_in_system import show_in_system
from beraad.ui.theme.look import Look
from beraad.ui.widgets.banner import Banner
from beraad.ui.widgets.below import below
from beraad.ui.widgets.choice_field import SegmentField
from beraad.ui.widgets.folding import Folding, stand_beside
from beraad.ui.widgets.in_sight import InSight
from beraad.ui.widgets.line_at_hand import LineAtHand
from beraad.ui.widgets.made_files import made_told
from beraad.ui.widgets.page_over_bar import PageOverBar
from beraad.ui.widgets.parts import (
    bar_row,
    button,
    clear,
    column,
    in_card,
    label,
    line,
    panel,
    row,
    title_above,
    title_row,
    way_back,
)
from beraad.ui.widgets.screen import Screen
from beraad.ui.widgets.scroll import centred
from beraad.ui.widgets.text_field import TextField
from beraad.ui.widgets.way_out import leave_by_esc

if TYPE_CHECKING:
    from beraad.privacy.dutch.lexicon import Lexicon

_WIDEST = 1260
_LEFT, _RIGHT = 520, 280
_ASKED = {
    "samenvatting": ("Samenvatting", "Eén regel over wat er gebeurt"),
    "leerdoel": ("Leerdoel", "Wat leert de gespreksleider hiervan?"),
    "valkuil": ("Valkuil die hier vaak komt", "Wat zegt of doet iemand?"),
    "modelvraag": ("Modelvraag, voor na afloop", "Zo kun je doorvragen"),
    "minuten": ("Minuten die dit deel duurde toen het goed liep", "bijvoorbeeld: 8"),
    "rol": ("Wie speel je?", "bijvoorbeeld: de leidinggevende"),
    "weet": ("Wat je weet", "Dit vertel je uit jezelf"),
    "bij_open_vraag": ("Wat je pas zegt als iemand er open naar vraagt", ""),
    "zegt": ("Een zin die erbij past", ""),
}
_EXAMPLE = (
    "Ook dit is verzonnen. Zo ziet een observator vooraf hoe een ingevuld blad eruitziet, en wat "
    "de gespreksleider daarna behoudt en probeert."
)
_REAL = "Gebruik geen echt verhaal, ook niet met andere namen."


class CaseFormScreen(Screen):
    """What is typed is kept at once; the case is written anew when this is left.

    `play_wished` carries the case, to play it as it is now; `example_wished` the observation that
    shows what one looks like.
    """

    back_wished = Signal()
    play_wished = Signal(object)
    example_wished = Signal(object)

    def __init__(
        self,
        form: CaseForm,
        look: Look,
        export_folder: Path,
        *,
        now: Callable[[], datetime],
        lexicon: Callable[[], Lexicon | None] = lambda: None,
        steps: dict[str, TextSteps] | None = None,
        outside_vault: str = "",
    ) -> None:
        """`steps` is what can be undone of when it was typed at before, in this run.

        `outside_vault` says that it lies outside the vault, where there is one.
        """
        super().__init__()
        self.setObjectName("screen")
        self.setWindowTitle("Casus voor wie traint")
        self._form = form
        self._look = look
        self._export_folder = export_folder
        self._now = now
        self._lexicon = lexicon
        self.banner = Banner()
        self._saved = label(role="small")
        self._noting = Noting(self, self.banner, now=now, told=self._on_saved, steps=steps)
        self._noting.leave_wished.connect(self.back_wished)
        self._first: TextField | None = None
        middle = QWidget()
        inside = column(middle, spacing=12)
        inside.addWidget(title_row(form.case.title, is_practice=True))
        inside.addWidget(
            label(
                "Het beraad zelf schreef je in de oefening. Hier staat wat een trainer erbij nodig "
                "heeft.",
                role="muted",
            )
        )
        say_outside(outside_vault, inside)
        inside.addWidget(self._page())
        outside = column(self)
        outside.addWidget(self.banner)
        page = centred(middle, widest=look.scale.px(_WIDEST))
        outside.addWidget(PageOverBar(page, self._bar()), 1)
        leave_by_esc(self, self.back_wished)
        self._show_roles()
        self._show_needed()

    def take_focus(self) -> None:
        """Put the cursor where filling in begins."""
        if self._first is not None:
            self._first.setFocus()

    def hand_over(self) -> Solvable | None:
        """Keep what was typed and write the case; what went wrong and was told, if anything."""
        problem = self._noting.hand_over()
        if problem is None and not self._noting.keep("casus", self._write):
            return self._noting.hand_over()
        return problem

    def _write(self) -> None:
        self._form.keep_case(today=self._now().astimezone().date())

    def _page(self) -> QWidget:
        beside = Folding()
        parts = row(beside, spacing=20)
        for made, least, share in (
            (self._filling(), _LEFT, 3),
            (self._told(), _RIGHT, 1),
        ):
            stand_beside(made, least=self._look.scale.px(least))
            parts.addWidget(made, share)
        return beside

    def _filling(self) -> QWidget:
        left = QWidget()
        filling = column(left, spacing=12)
        filling.addWidget(self._about())
        for phase in self._form.phases:
            filling.addWidget(self._ronde(phase))
        filling.addWidget(title_above("Rollenkaarten"))
        self._roles = column(spacing=12)
        filling.addLayout(self._roles)
        add = button("+ rol", name="add-role")
        add.setAccessibleName("Een rol erbij")
        add.clicked.connect(self._on_add_role)
        ways = row()
        ways.addWidget(add)
        ways.addStretch(1)
        filling.addLayout(ways)
        filling.addWidget(title_above("Als voorbeeld"))
        filling.addWidget(self._example())
        filling.addWidget(TakeawayCard(self._form.taken, self._noting))
        filling.addStretch(1)
        return left

    def _told(self) -> QWidget:
        right = QWidget()
        around = column(right, spacing=12)
        needed = panel("card")
        self._needed = in_card(needed, spacing=6)
        around.addWidget(needed)
        warned = panel("hint")
        telling = in_card(warned, spacing=6)
        telling.addWidget(title_above("Is dit verzonnen?"))
        telling.addWidget(label(_REAL))
        around.addWidget(warned)
        return InSight(right)

    def _about(self) -> QFrame:
        card = panel("card")
        inside = in_card(card, spacing=6)
        inside.addWidget(title_above("Over de casus"))
        for name in ABOUT:
            field = self._field(inside, "", name)
            self._first = self._first or field
        inside.addWidget(label("Hoe lastig is het om te leiden?", role="label"))
        asks = SegmentField(
            tuple((each, each.value) for each in Difficulty), name="Hoe lastig is het?"
        )
        asks.show_value(self._form.difficulty)
        asks.edited.connect(self._on_difficulty)
        inside.addWidget(asks)
        return card

    def _ronde(self, phase: PhaseKey) -> QFrame:
        card = panel("card")
        inside = in_card(card, spacing=6)
        name = part_name(self._form.case.course, phase)
        inside.addWidget(title_above(name))
        for asked in OF_RONDE:
            self._field(inside, phase, asked, about=name)
        return card

    def _example(self) -> QFrame:
        card = panel("card")
        inside = in_card(card, spacing=6)
        inside.addWidget(title_above("Een ingevulde observatie"))
        inside.addWidget(label(_EXAMPLE, role="muted"))
        inside.addWidget(label(_parts_told(self._form), role="small"))
        ways = row()
        fill = button("Vul de observatie in", name="fill-example")
        fill.clicked.connect(self._on_example)
        ways.addWidget(fill)
        ways.addStretch(1)
        inside.addLayout(ways)
        return card

    def _role(self, number: str) -> QFrame:
        card = panel("card")
        inside = in_card(card, spacing=6)
        for asked in OF_ROLE:
            self._field(inside, number, asked, about=number)
        inside.addWidget(label("Gedrag", role="label"))
        manner = SegmentField(tuple((each, each.value) for each in Manner), name="Gedrag")
        manner.show_value(self._form.manner(number))
        manner.edited.connect(partial(self._on_manner, number))
        inside.addWidget(manner)
        ways = row()
        ways.addStretch(1)
        away = button("Rol weghalen", kind="link", name="role-away")
        away.setAccessibleDescription(self._form.text(number, "rol"))
        away.clicked.connect(partial(self._on_role_away, number))
        ways.addWidget(away)
        inside.addLayout(ways)
        return card

    def _field(self, inside: QVBoxLayout, place: str, name: str, *, about: str = "") -> TextField:
        asked, hint = _ASKED[name]
        inside.addWidget(label(asked, role="label"))
        field = TextField(hint=hint)
        field.setObjectName(f"{place or 'case'}-{name}".replace(" ", "-"))
        field.setAccessibleName(f"{about}: {asked}" if about else asked)
        keep = partial(self._form.write, place, name)
        self._noting.add(f"{place} {name}", field, self._form.text(place, name), keep)
        inside.addWidget(field)
        return field

    def _bar(self) -> QFrame:
        bar, inside = bar_row()
        inside.addWidget(way_back("← Oefenen", self.back_wished))
        inside.addStretch(1)
        inside.addWidget(self._saved)
        inside.addStretch(1)
        give = button("Geef mee", name="give-case")
        give.clicked.connect(self._on_give)
        inside.addWidget(give)
        play = button("Speel deze casus", kind="primary", name="play-case")
        play.clicked.connect(self._on_play)
        inside.addWidget(play)
        return bar

    def _show_roles(self) -> None:
        clear(self._roles)
        for number in self._form.roles:
            made = self._role(number)
            self._roles.addWidget(made)
            made.show()

    def _show_needed(self) -> None:
        clear(self._needed)
        ends = self._form.open_ends()
        self._needed.addWidget(title_above("Nog nodig" if ends else "Alles is er"))
        for number, each in enumerate(ends or ("Deze casus kan mee in een cursus.",)):
            if number:
                self._needed.addWidget(line())
            self._needed.addWidget(label(each))

    def _on_saved(self, told: str) -> None:
        self._saved.setText(told)
        self._show_needed()

    @Slot(object)
    def _on_difficulty(self, difficulty: Difficulty) -> None:
        self._noting.keep("moeilijkheid", partial(self._form.set_difficulty, difficulty))

    def _on_manner(self, number: str, manner: Manner) -> None:
        self._noting.keep(f"{number} gedrag", partial(self._form.set_manner, number, manner))

    @Slot()
    def _on_add_role(self) -> None:
        if self._noting.keep("rol erbij", self._form.add_role):
            self._show_roles()
            self._focus_last_role()

    def _on_role_away(self, number: str) -> None:
        if self._noting.keep("rol weg", partial(self._form.take_role, number)):
            for name in OF_ROLE:
                self._noting.forget(f"{number} {name}", is_gone=True)
            at_hand = LineAtHand(self)
            self._show_roles()
            back = partial(self._put_back, number)
            self.banner.offer("De rol is weg.", way_out="Zet terug", deed=back)
            at_hand.go_on(self, or_else=self._focus_last_role)

    def _put_back(self, number: str) -> None:
        self._noting.keep("rol weg", partial(self._form.put_role, number))
        self._show_roles()
        self.banner.hide()
        self._focus_last_role()

    def _focus_last_role(self) -> None:
        count = self._roles.count()
        item = self._roles.itemAt(count - 1) if count else None
        card = item.widget() if item is not None else None
        field = next(below(card, TextField), None) if card is not None else self._first
        if field is not None:
            field.setFocus()

    @Slot()
    def _on_example(self) -> None:
        if self.hand_over() is None:
            self.example_wished.emit(self._form)

    @Slot()
    def _on_give(self) -> None:
        self._give(is_made_up=False)

    def _give(self, *, is_made_up: bool) -> None:
        """Give on what was read, and say what stays behind."""
        if self.hand_over() is not None:
            return
        today = self._now().astimezone().date()
        try:
            leaving = leaving_case(
                self._form.case, self._lexicon(), today=today, is_made_up=is_made_up
            )
            path = give_on(leaving, self._export_folder)
        except Asked as problem:
            said = partial(self._give, is_made_up=True)
            self.banner.ask_first(problem, way_out="Ja, geef mee", deed=said)
            return
        except Solvable as problem:
            self.banner.show_problem(problem)
            return
        left = " ".join(self._form.left_behind())
        stays = f" Dit bleef achter, want het is nog niet af. {left}" if left else ""
        told = f"{made_told((path,), verb='Klaar om mee te geven')}.{stays}"
        self.banner.offer(told, way_out="Open map", deed=self._open_folder)

    @Slot()
    def _on_play(self) -> None:
        if self.hand_over() is None:
            self.play_wished.emit(self._form.case)

    def _open_folder(self) -> None:
        show_in_system(self._export_folder, self.banner)


def _parts_told(form: CaseForm) -> str:
    count, whole = len(form.coaching.seen), len(form.example.shown.places)
    return f"Ingevuld: {count} van {whole} delen." if count else "Nog niets ingevuld."
