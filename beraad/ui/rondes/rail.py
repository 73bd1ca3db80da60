"""The rail: the clock, the rondes with their state and minutes, and ways out."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal, SignalInstance, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QVBoxLayout,
    QWidget,
)

from beraad.phases.course import Course
from beraad.phases.model import Phase, PhaseState
from beraad.phases.numbers import counted
from beraad.phases.open_ends import how_far
from beraad.phases.plan import PAUSE_BEFORE, plan_of
from beraad.records import PhaseKey, Session
from beraad.ui.outside_vault import IN_SHORT
from beraad.ui.rondes.clock_face import ClockFace
from beraad.ui.theme.look import INK_2
from beraad.ui.widgets.flow import FlowLayout
from beraad.ui.widgets.parts import button, chip, column, label, panel, row, set_look
from beraad.ui.widgets.reading_order import ALWAYS_A_STOP
from beraad.ui.widgets.scroll import scrolled

_STATES = {
    PhaseState.EMPTY: "leeg",
    PhaseState.BUSY: "bezig",
    PhaseState.COMPLETE: "rond",
}

_BESIDE_DISC = 34
"""Pixels from the edge to where the title of a ronde begins."""


class Rail(QFrame):
    """Shows where the talk is; every ronde is one click away, always."""

    phase_wished = Signal(object)
    start_wished = Signal()
    report_wished = Signal()
    signal_wished = Signal()
    forms_wished = Signal()
    settings_wished = Signal()
    comparing_wished = Signal()
    case_wished = Signal()
    looking_back_wished = Signal()

    def __init__(self, clock: ClockFace) -> None:
        super().__init__()
        self.setProperty("panel", "rail")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self._order: tuple[Phase, ...] = ()
        self._buttons: dict[PhaseKey, PhaseButton] = {}
        self._group = QButtonGroup(self)
        self._compact = self._practises = False
        self._face = clock
        inner = panel("rail-inner")
        outside = column(self)
        outside.addWidget(scrolled(inner))
        inside = self._inside = column(inner, spacing=2)
        inside.setContentsMargins(14, 16, 14, 14)
        inside.addLayout(self._top())
        self._title = label(role="strong")
        inside.addWidget(self._title)
        inside.addSpacing(8)
        inside.addWidget(clock)
        inside.addSpacing(8)
        self._opening = self._add(PhaseKey.OPENING, inside)
        self._rondes = column(spacing=2)
        self._pause = label(role="small")
        self._pause.setObjectName("pause")
        self._pause.setIndent(_BESIDE_DISC)
        inside.addLayout(self._rondes)
        inside.addStretch(1)
        self._comparing = _way("Zo kan het ook", "to-comparing-rail", self.comparing_wished)
        self._looking = _way("Terugkijken", "to-looking-rail", self.looking_back_wished)
        self._as_case = _way("Bewaar als casus", "to-case-rail", self.case_wished)
        report = _way("Verslag", "to-report-rail", self.report_wished)
        report.setToolTip("Verslag nalezen en doorgeven (Ctrl+E)")
        signal = _way("Signaal", "to-signal-rail", self.signal_wished)
        self._forms = _way("Formulieren", "to-forms-rail", self.forms_wished)
        self._settings = _way("Instellingen", "to-settings-rail", self.settings_wished)
        only_in_practice = (self._comparing, self._looking, self._as_case)
        self._offered: set[QPushButton] = set()
        for way in only_in_practice:
            way.hide()
        for way in (*only_in_practice, report, signal, self._forms, self._settings):
            out = row()
            out.addWidget(way)
            out.addStretch(1)
            inside.addLayout(out)

    def _top(self) -> QVBoxLayout:
        """The way back, and that this is an oefening where it is one."""
        inside = column(spacing=2)
        self._home = button("← Beraden", kind="link", name="to-start", described="Naar de beraden")
        self._home.setToolTip("Naar de beraden (Ctrl+O)")
        self._home.clicked.connect(self.start_wished)
        top = FlowLayout(spacing=4)
        top.addWidget(self._home)
        self._practice = chip("oefening", "other")
        top.addWidget(self._practice)
        self._outside = label(role="small")
        self._outside.setObjectName("outside-vault-rail")
        inside.addLayout(top)
        inside.addWidget(self._outside)
        return inside

    def offer_comparing(self) -> None:
        """Offer to look back, and to lay what was written beside the case of this oefening."""
        self._offer(self._comparing, self._looking)

    def offer_keeping_as_case(self) -> None:
        """Offer, as long as it is an oefening, to make an oefencasus of what a group invented."""
        self._offer(self._as_case)

    def _offer(self, *ways: QPushButton) -> None:
        self._offered |= set(ways)
        self._show_offered()

    def _show_offered(self) -> None:
        for way in self._offered:
            way.setVisible(self._practises)

    def say_outside(self, outside: str) -> None:
        """Say of an oefening in short that it lies outside the vault; nothing where it does not."""
        self._outside.setText(IN_SHORT if outside else "")
        for told in (self._outside, self._practice):
            told.setToolTip(outside)
            told.setAccessibleDescription(outside)
        self._show_title()

    def set_compact(self, *, compact: bool) -> None:
        """Show numbers only, when the window is narrow for its text size."""
        if compact is self._compact:
            return
        self._compact = compact
        self._face.set_compact(compact=compact)
        for made in self._buttons.values():
            made.set_compact(compact=compact)
        self._home.setText("←" if compact else "← Beraden")
        set_look(self._practice, "tight", "true" if compact else "")
        self._comparing.setText("Ook" if compact else "Zo kan het ook")
        self._looking.setText("Zelf" if compact else "Terugkijken")
        self._as_case.setText("Casus" if compact else "Bewaar als casus")
        self._forms.setText("Papier" if compact else "Formulieren")
        self._settings.setText("Instel." if compact else "Instellingen")
        margin = 6 if compact else 14
        self._inside.setContentsMargins(margin, 16, margin, 14)
        self._show_title()

    def show_session(self, session: Session) -> None:
        """Show the rondes of this beraad with their state and minutes."""
        order = Course.of(session).rondes
        if order != self._order:
            self._rebuild(order)
        planned = plan_of(session)
        plan = {share.key: share.minutes for share in planned.shares}
        self._pause.setText(f"pauze, {planned.pause} min" if planned.pause else "")
        self._title.setText(session.opening.title)
        self._practises = session.is_practice
        self._practice.setVisible(session.is_practice)
        self._show_offered()
        self._show_title()
        self._opening.show_phase("Opening", "", plan[PhaseKey.OPENING], PhaseState.EMPTY)
        for number, phase in enumerate(order, start=1):
            self._buttons[phase.key].show_phase(
                phase.short_title, str(number), plan[phase.key], how_far(phase, session)
            )
        self._buttons[session.progress.phase].setChecked(True)

    def take_focus(self) -> None:
        """Put the focus on the ronde at hand."""
        for made in self._buttons.values():
            if made.isChecked():
                made.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_title(self) -> None:
        self._pause.setVisible(bool(self._pause.text()) and not self._compact)
        outside = self._practises and bool(self._outside.text())
        self._outside.setVisible(outside and not self._compact)
        self._title.setVisible(bool(self._title.text().strip()) and not self._compact)

    def _rebuild(self, order: tuple[Phase, ...]) -> None:
        self._order = order
        for phase in order:
            made = self._buttons.get(phase.key) or self._add(phase.key, self._rondes)
            self._rondes.removeWidget(made)
            if phase.key is PAUSE_BEFORE:
                self._rondes.removeWidget(self._pause)
                self._rondes.addWidget(self._pause)
            self._rondes.addWidget(made)

    def _add(self, key: PhaseKey, layout: object) -> PhaseButton:
        made = PhaseButton(key)
        made.setObjectName(f"phase-{key.value}")
        made.clicked.connect(self._on_clicked)
        self._group.addButton(made)
        self._buttons[key] = made
        layout.addWidget(made)  # type: ignore[attr-defined]
        return made

    @Slot()
    def _on_clicked(self) -> None:
        wished = self.sender()
        if isinstance(wished, PhaseButton):
            self.phase_wished.emit(wished.key)


def _way(text: str, name: str, wished: SignalInstance) -> QPushButton:
    """A way out of the talk, called the same when it is shown shorter."""
    made = button(text, kind="link", name=name)
    made.setAccessibleName(text)
    made.clicked.connect(wished)
    return made


class PhaseButton(QPushButton):
    """One ronde: a numbered disc that fills, its title, and its minutes."""

    def __init__(self, key: PhaseKey, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key = key
        self._title = ""
        self._number = ""
        self._minutes = 0
        self._state = PhaseState.EMPTY
        self._compact = False
        self.setProperty("kind", "phase")
        self.setProperty(ALWAYS_A_STOP, True)
        self.setCheckable(True)
        self.setAutoExclusive(True)  # The group does that already; it makes it a radio button.
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_compact(self, *, compact: bool) -> None:
        """Show the disc alone."""
        self._compact = compact
        self.setToolTip(self._title if compact else "")
        self.updateGeometry()
        self.update()

    def show_phase(self, title: str, number: str, minutes: int, state: PhaseState) -> None:
        """Show this ronde; a screen reader hears the same."""
        if (title, number, minutes, state) == self._shown():
            return
        self._title, self._number = title, number
        self._minutes, self._state = minutes, state
        name = f"Ronde {number}: {title}" if number else title
        self.setAccessibleName(f"{name}, {counted(minutes, 'minuut', 'minuten')}, {_STATES[state]}")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        line = self.fontMetrics().lineSpacing()
        wide = line * (2 if self._compact else 8)
        return QSize(wide, self.heightForWidth(max(wide, self.width())))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        line = self.fontMetrics().lineSpacing()
        return line + line * (1 if self._compact else self._lines(width))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        self.style().drawControl(QStyle.ControlElement.CE_PushButton, option, painter, self)
        line = self.fontMetrics().lineSpacing()
        disc = QRectF(8, (self.height() - line * 1.2) / 2, line * 1.2, line * 1.2)
        if self._compact:
            disc.moveCenter(QRectF(self.rect()).center())
        if self._number or self._compact:
            self._paint_disc(painter, disc)
        if self._compact:
            return
        colours = self.palette()
        ink = colours.color(QPalette.ColorRole.Text if self.isChecked() else INK_2)
        painter.setPen(ink)
        minutes = f"{self._minutes}"
        width = self._minutes_width()
        title = QRectF(
            disc.right() + 10, 0, self.width() - disc.right() - 18 - width, self.height()
        )
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(title, int(middle | Qt.TextFlag.TextWordWrap), self._title)
        beside = QRectF(self.width() - width - 8, 0, width, self.height())
        painter.drawText(beside, int(middle | Qt.AlignmentFlag.AlignRight), minutes)

    def _paint_disc(self, painter: QPainter, disc: QRectF) -> None:
        colours = self.palette()
        accent = colours.color(QPalette.ColorRole.Highlight)
        complete = self._state is PhaseState.COMPLETE
        busy = self._state is PhaseState.BUSY
        edge = (
            accent
            if complete or busy or self.isChecked()
            else colours.color(QPalette.ColorRole.Dark)
        )
        painter.setPen(QPen(edge, 1.4))
        painter.setBrush(accent if complete else colours.color(QPalette.ColorRole.Base))
        painter.drawEllipse(disc)
        if busy:
            painter.setBrush(accent)
            painter.drawPie(disc, 90 * 16, 180 * 16)
        font = painter.font()
        small = painter.font()
        small.setPixelSize(round(font.pixelSize() * 0.8))
        small.setBold(True)
        painter.setFont(small)
        if complete:
            painter.setPen(colours.color(QPalette.ColorRole.HighlightedText))
            painter.drawText(disc, int(Qt.AlignmentFlag.AlignCenter), "✓")
        elif not busy:
            painter.setPen(accent if self.isChecked() else colours.color(QPalette.ColorRole.Text))
            painter.drawText(disc, int(Qt.AlignmentFlag.AlignCenter), self._number or "0")
        painter.setFont(font)

    def _shown(self) -> tuple[str, str, int, PhaseState]:
        return self._title, self._number, self._minutes, self._state

    def _minutes_width(self) -> int:
        metrics = self.fontMetrics()
        return max(metrics.horizontalAdvance(text) for text in ("00", f"{self._minutes}"))

    def _lines(self, width: int) -> int:
        metrics = self.fontMetrics()
        taken = round(metrics.lineSpacing() * 1.2) + self._minutes_width() + 26
        return 1 if metrics.horizontalAdvance(self._title) <= width - taken else 2
