"""One beraad that may go: keep it longer, or erase it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QWidget

from beraad.editing.beginning import months_after
from beraad.errors import Solvable
from beraad.phases.dates import dated, iso_week, week_label
from beraad.publishing.lasting import Lasting
from beraad.store.catalog import CopyOf, Summary
from beraad.store.going_along import Along, told_of_more
from beraad.store.places import REMOVED
from beraad.store.removing import KEPT
from beraad.ui.announce import announce
from beraad.ui.beside.one_at_a_time import OneAtATime
from beraad.ui.beside.task import Asker
from beraad.ui.erasing.sure_foot import SureFoot
from beraad.ui.theme.look import Look
from beraad.ui.widgets.choice_field import SegmentField
from beraad.ui.widgets.folding import Folding
from beraad.ui.widgets.parts import (
    button,
    chip,
    column,
    goes_and_stays,
    label,
    row,
    signed_lines,
    told_in,
)
from beraad.ui.widgets.text_field import TextField


class Way(StrEnum):
    """What may become of it."""

    REMOVE = "remove"
    ALONE = "alone"
    PROLONG = "prolong"
    ERASE = "erase"


class Months(StrEnum):
    """How much longer."""

    ONE = "1"
    THREE = "3"
    SIX = "6"


class Why(StrEnum):
    """Why it is kept longer."""

    AGREEMENT = "een afspraak loopt nog"
    APPEAL = "bezwaar of beroep"
    OTHER = "anders"


_REMOVE = (Way.REMOVE, "Verwijderen")
_OF_REMOVED = ((Way.ALONE, "Alleen dit bestand"), (Way.ERASE, "Het hele beraad"))
_WAYS = ((Way.PROLONG, "Verlengen"), (Way.ERASE, "Wissen"))
_MONTHS = ((Months.ONE, "1 maand"), (Months.THREE, "3 maanden"), (Months.SIX, "6 maanden"))
_WHYS = tuple((why, why.value) for why in Why)
_LOOKS = "Beraad kijkt wat er bij dit beraad hoort …"
_ONLY_HERE = "Let op: in dit bestand staat misschien iets wat in de andere niet staat."
_GOES = (
    "alle rondes, notities en afwegingen",
    "de namen die je hebt ingevuld",
    "eerdere versies, ook om ongedaan te maken",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Going:
    """What erasing one beraad takes along.

    Attributes:
        copies: how many backups hold it.
        signals: what becomes of its signals.
        along: each other file of it.
        rings: the names of copies of the keys, which go along.
        stays: which files stay and may hold it, and why.
        papers: what lies beside an oefening, in words; empty when there is nothing.
        staying: what stays and may be about this oefening, in words; empty when there is nothing.
    """

    copies: int
    signals: Lasting
    along: tuple[Along, ...]
    rings: tuple[str, ...] = ()
    stays: tuple[str, ...] = ()
    papers: str = ""
    staying: str = ""


class TermCard(QFrame):
    """`prolonged` carries the day and the reason; `removed`, `erased_alone` and `look_wished` the
    file, and `erased` also which files were shown to go along.

    `typed` comes when the reason was changed by hand.

    `going` is asked beside the window, and only when somebody thinks of erasing: it reads
    everything that lies there. Without a `way` it is the mildest there is: a file that another of
    the list stands in for goes aside, alone, and one that lies aside is erased alone.
    """

    prolonged = Signal(object, object, str)
    removed = Signal(object)
    erased_alone = Signal(object)
    erased = Signal(object, object)
    look_wished = Signal(object)
    typed = Signal()

    def __init__(
        self,
        line: Summary,
        look: Look,
        *,
        today: date,
        out_of_reach: tuple[str, ...],
        going: Callable[[Asker], Going],
        way: Way | None = Way.PROLONG,
        reason: str = "",
    ) -> None:
        super().__init__()
        self.setProperty("panel", "card")
        self._line = line
        self._look = look
        self._today = today
        self._until = today
        self._out_of_reach = out_of_reach
        self._work = going
        self._going: Going | None = None
        self._asking = OneAtATime(self)
        self._asking.done.connect(self._on_going)
        self._asking.failed.connect(self._on_unknown)
        self._choice: SegmentField | None = None
        self._way: Way | None = None
        self._wants_focus = False
        title = line.title.strip() or "Zonder titel"
        self.setAccessibleName(title)
        inside = column(self, spacing=12)
        inside.setContentsMargins(22, 18, 22, 18)
        inside.addWidget(self._head(title))
        inside.addWidget(self._beside_ways())
        self._busy = label(_LOOKS, role="muted")
        self._busy.hide()
        inside.addWidget(self._busy)
        self._milder = QWidget()
        self._in_milder = column(self._milder)
        self._prolonging = self._prolong()
        self._erasing = QWidget()
        self._in_erasing = column(self._erasing)
        for each in (self._milder, self._prolonging, self._erasing):
            each.hide()
            inside.addWidget(each)
        inside.addStretch(1)
        self._on_months(Months.THREE)
        self._reason.show_value(reason)
        self._on_reason()
        if way is None:
            self._ask()
        else:
            self._put_ways(_WAYS, way)

    @property
    def path(self) -> Path:
        """The beraad that it is about."""
        return self._line.path

    @property
    def reason_field(self) -> TextField:
        """Where a reason of one's own is typed."""
        return self._reason

    @property
    def reason(self) -> str:
        """What somebody typed as a reason of their own, and did not use yet."""
        typed = self._reason.toPlainText().strip()
        return "" if typed in {*Why} else typed

    def take_focus(self) -> None:
        """Put the focus on the choice of what to do, or on looking while that is not known yet."""
        self._wants_focus = self._choice is None
        if self._choice is None:
            self._to_look.setFocus()
        else:
            self._choice.take_focus()

    def _head(self, title: str) -> QWidget:
        box = QWidget()
        inside = column(box, spacing=4)
        top = Folding()
        across = row(top)
        across.addWidget(label(title, role="heading"), 1)
        until = self._line.keep_until
        parts = [self._line.team, _week(self._line)]
        if until is not None:
            parts.append(f"bewaren tot {dated(until)}")
            days = (self._today - until).days
            if days > 0:
                told = "1 dag voorbij" if days == 1 else f"{days} dagen voorbij"
                across.addWidget(chip(told, "open"))
        inside.addWidget(top)
        under = " · ".join(part for part in parts if part)
        inside.addWidget(label(under, role="small"))
        return box

    def _beside_ways(self) -> QWidget:
        box = Folding()
        self._in_ways = row(box, spacing=12)
        self._to_look = button("Eerst bekijken", kind="link", name="look")
        self._to_look.clicked.connect(self._on_look)
        self._in_ways.addWidget(self._to_look)
        self._in_ways.addStretch(1)
        return box

    def _put_ways(self, ways: tuple[tuple[Way, str], ...], way: Way) -> None:
        """Offer what may become of it; with one way there is nothing to choose."""
        if len(ways) > 1:
            choice = self._choice = SegmentField(ways, name="Wat wil je doen?")
            choice.setObjectName("way")
            choice.show_value(way)
            choice.edited.connect(self._show_way)
            choice.setMinimumWidth(self._look.scale.px(110 * len(ways)))
            self._in_ways.insertWidget(0, choice)
        self._show_way(way)

    def _ask(self) -> None:
        if self._asking.start(self._work):
            self._busy.setText(_LOOKS)
            self._busy.show()

    @Slot(object)
    def _on_going(self, going: Going) -> None:
        self._busy.hide()
        self._going = going
        if self._choice is None:
            self._choose_mildest(tuple(each for each in going.along if each.is_listed))
        elif self._way is Way.ERASE:
            self._show_way(Way.ERASE)
        announce(self, "Beraad weet nu wat erbij hoort.")

    @Slot(object)
    def _on_unknown(self, problem: Solvable) -> None:
        """Nothing is erased of which nobody can say what goes along."""
        if self._choice is None:
            self._put_ways(_WAYS, Way.PROLONG)
        told = f"{problem.happened} {problem.way_out}".strip()
        self._busy.setText(told)
        self._busy.show()
        announce(self, told)

    def _choose_mildest(self, others: tuple[Along, ...]) -> None:
        lies_aside = self._line.path.parent.name == REMOVED
        if lies_aside and others:
            self._put_milder(self._alone(others))
            self._put_ways(_OF_REMOVED, Way.ALONE)
        elif lies_aside:
            self._put_ways(((Way.ERASE, "Wissen"),), Way.ERASE)
        elif others:
            stands_in = any(each.compared is not CopyOf.OLDER for each in others)
            self._put_milder(self._remove(others))
            self._put_ways((_REMOVE, *_WAYS), Way.REMOVE if stands_in else Way.ERASE)
        else:
            self._put_ways(_WAYS, Way.ERASE)
        if self._wants_focus and self._to_look.hasFocus():
            self.take_focus()

    def _put_milder(self, box: QWidget) -> None:
        self._in_milder.addWidget(box)
        box.show()

    def _alone(self, others: tuple[Along, ...]) -> QWidget:
        box = QWidget()
        inside = column(box, spacing=10)
        goes = signed_lines("Alleen dit wordt gewist", (self._line.path.name,), "×")
        stays = (*(each.told for each in others), "de reservekopieën van dit beraad")
        inside.addWidget(goes_and_stays(goes, signed_lines("Dit blijft", stays, "–")))
        if all(each.compared not in {CopyOf.SAME, CopyOf.FULLER} for each in others):
            inside.addWidget(told_in("danger", _ONLY_HERE))
        foot = SureFoot(
            "Ik heb gekeken. Dit bestand heeft niemand meer nodig.",
            "Wis dit bestand",
            ending="-alone",
        )
        foot.chosen.connect(self._on_erase_alone)
        inside.addWidget(foot)
        return box

    def _remove(self, others: tuple[Along, ...]) -> QWidget:
        box = QWidget()
        inside = column(box, spacing=10)
        inside.addWidget(signed_lines("Alleen dit bestand gaat weg", (self._line.path.name,), "×"))
        stays = tuple(each.told for each in others)
        inside.addWidget(signed_lines("Dit blijft in de lijst", stays, "–"))
        told = (
            "Het ligt daarna bij Meer, Archief en verwijderd, tot je het wist. "
            f"Na {KEPT.days} dagen staat erbij dat het weg kan."
        )
        inside.addWidget(label(told, role="small"))
        do_remove = button("Verwijder dit bestand", kind="primary", name="remove")
        do_remove.clicked.connect(self._on_remove)
        foot = row()
        foot.addStretch(1)
        foot.addWidget(do_remove)
        inside.addLayout(foot)
        return box

    def _prolong(self) -> QWidget:
        box = QWidget()
        inside = column(box, spacing=8)
        inside.addWidget(label("Hoe lang nog?", role="small"))
        months = SegmentField(_MONTHS, name="Hoe lang nog?")
        months.setObjectName("months")
        months.show_value(Months.THREE)
        months.edited.connect(self._on_months)
        inside.addWidget(months)
        self._then = label(role="muted")
        inside.addWidget(self._then)
        inside.addWidget(label("Waarom langer?", role="small"))
        whys = SegmentField(_WHYS, name="Waarom langer?")
        whys.setObjectName("why")
        whys.edited.connect(self._on_why)
        inside.addWidget(whys)
        self._reason = TextField(hint="in een paar woorden", single_line=False)
        self._reason.setObjectName("reason")
        self._reason.setAccessibleName("Waarom langer?")
        self._reason.edited.connect(self._on_reason)
        self._reason.edited.connect(self.typed)
        inside.addWidget(self._reason)
        told = "De reden staat straks bij je notities van ronde 8. Ze komt niet in het verslag."
        inside.addWidget(label(told, role="small"))
        self._do_prolong = button("Verleng", kind="primary", name="prolong")
        self._do_prolong.setEnabled(False)
        self._do_prolong.clicked.connect(self._on_prolong)
        foot = row()
        foot.addStretch(1)
        foot.addWidget(self._do_prolong)
        inside.addLayout(foot)
        return box

    def _erase(self, going: Going) -> QWidget:
        copies, signals, along = going.copies, going.signals, going.along
        box = QWidget()
        inside = column(box, spacing=10)
        number = "1 reservekopie" if copies == 1 else f"{copies} reservekopieën"
        goes = (*_GOES, f"{number} van dit beraad", *(each.told for each in along))
        goes = (*goes, *(f"kopie van de sleutels · {each}" for each in going.rings))
        if going.papers:
            goes = (*goes, f"wat bij deze oefening hoort: {going.papers}")
        if signals.goes:
            goes = (*goes, signals.goes)
        beyond = signed_lines("Dit hebben wij niet in de hand", self._out_of_reach, "–")
        inside.addWidget(goes_and_stays(signed_lines("Dit wordt gewist", goes, "×"), beyond))
        if more := told_of_more(along):
            inside.addWidget(told_in("danger", more))
        line = f"Eén regel: {_week(self._line)}, gewist op {dated(self._today)}"
        told = (
            f"Dit blijft. {line}, door de gespreksleider, met het nummer van het beraad en hoe "
            f"zijn bestand begon: daaraan kent Beraad een kopie die terugkomt. {signals.stays}"
        )
        inside.addWidget(told_in("hint", told.strip()))
        if signals.way_out:
            inside.addWidget(told_in("hint", signals.way_out))
        for told in filter(None, (*going.stays, going.staying)):
            inside.addWidget(told_in("hint", told))
        foot = SureFoot("Ik heb gekeken. Niemand heeft dit beraad nog nodig.", "Wis dit beraad")
        shown = frozenset(each.path for each in along)
        foot.chosen.connect(partial(self.erased.emit, self._line.path, shown))
        inside.addWidget(foot)
        return box

    @Slot(object)
    def _show_way(self, way: Way) -> None:
        self._way = way
        if way is Way.ERASE and self._going is None:
            self._ask()
        elif way is Way.ERASE and self._going is not None and not self._in_erasing.count():
            made = self._erase(self._going)
            self._in_erasing.addWidget(made)
            made.show()
        self._milder.setVisible(way in {Way.REMOVE, Way.ALONE})
        self._prolonging.setVisible(way is Way.PROLONG)
        self._erasing.setVisible(way is Way.ERASE)
        self._busy.setVisible(way is Way.ERASE and self._going is None)

    @Slot(object)
    def _on_months(self, months: Months) -> None:
        self._until = months_after(self._today, int(months))
        self._then.setText(f"Dan bewaar je het tot {dated(self._until)}")
        self._do_prolong.setText(f"Verleng tot {dated(self._until)}")

    @Slot(object)
    def _on_why(self, why: Why) -> None:
        if why is Why.OTHER:
            self._reason.setFocus()
        else:
            self._reason.show_value(why.value)
        self._on_reason()

    @Slot()
    def _on_reason(self, *_: object) -> None:
        self._do_prolong.setEnabled(bool(self._reason.toPlainText().strip()))

    @Slot()
    def _on_look(self) -> None:
        self.look_wished.emit(self._line.path)

    @Slot()
    def _on_prolong(self) -> None:
        self.prolonged.emit(self._line.path, self._until, self._reason.toPlainText())

    @Slot()
    def _on_remove(self) -> None:
        self.removed.emit(self._line.path)

    @Slot()
    def _on_erase_alone(self) -> None:
        self._milder.setEnabled(False)
        self.erased_alone.emit(self._line.path)


def _week(line: Summary) -> str:
    return week_label(iso_week(line.held_on))
