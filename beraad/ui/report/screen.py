"""Reading before it goes out: left the document, right what is taken out, below the export."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QModelIndex, Qt, QTimer, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices, QKeySequence, QResizeEvent, QShortcut, QTextOption
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QFrame,
    QLineEdit,
    QListView,
    QTextEdit,
    QWidget,
)

from beraad.editing.decisions import decided
from beraad.errors import Solvable
from beraad.privacy.clean import forbidden_words, leaks
from beraad.privacy.survey import Finding, check_replacement
from beraad.records import KnownWord, Session, Verdict, new_id
from beraad.records.anatomy import addressed_texts
from beraad.report.blocks import Document
from beraad.report.export import ExportResult, Format, export, prove
from beraad.report.house.style import House
from beraad.ui.report.decision_card import DecisionCard
from beraad.ui.report.export_job import ExportJob
from beraad.ui.report.finding_list import FINDING, FindingDelegate, FindingModel, is_open
from beraad.ui.report.marks import selections
from beraad.ui.report.preview import preview
from beraad.ui.report.publication import Publication
from beraad.ui.settings import Settings
from beraad.ui.theme.look import Look
from beraad.ui.widgets.banner import Banner
from beraad.ui.widgets.parts import button, chip, column, label, panel, row
from beraad.ui.workspace import Workspace

FORMAT_LABELS = {
    Format.PDF: "PDF",
    Format.MARKDOWN: "Markdown",
    Format.HTML: "Webpagina",
    Format.ODT: "ODT",
    Format.DOCX: "Word",
    Format.JSON: "JSON",
}
_ON_REQUEST = {Format.HTML, Format.ODT, Format.DOCX}
"""Formats to go on working in or to publish; made only when somebody chooses them."""
_SHEET, _SIDE = 860, 400
_CALM = 250
"""Milliseconds without a change before the preview is made anew."""


class ReportScreen(QWidget):
    """Nothing leaves the program but through here; a person sees first what is taken out."""

    back_wished = Signal()
    register_wished = Signal()

    def __init__(
        self,
        workspace: Workspace,
        look: Look,
        settings: Settings,
        publication: Publication,
        *,
        house: Callable[[], House] = House,
    ) -> None:
        super().__init__()
        self.setObjectName("screen")
        self._workspace = workspace
        self._look = look
        self._settings = settings
        self._publication = publication
        self._house = house
        self._findings: tuple[Finding, ...] = ()
        self._job = ExportJob(self)
        self._job.done.connect(self._on_done)
        self._job.failed.connect(self._on_failed)
        self._job.cancelled.connect(self._on_cancelled)
        self._calm = QTimer(self)
        self._calm.setSingleShot(True)
        self._calm.setInterval(_CALM)
        self._calm.timeout.connect(self._show_document)
        self.banner = Banner()
        self.banner.way_out_chosen.connect(self._on_open_folder)
        across = row(spacing=0)
        across.addWidget(self._desk(), 1)
        across.addWidget(self._side())
        outside = column(self)
        outside.addWidget(self._head())
        outside.addWidget(self.banner)
        outside.addLayout(across, 1)
        outside.addWidget(self._bar())
        self._connect()
        self._show_session(workspace.editor.session)
        self._show_document()
        self._fit()

    def take_focus(self) -> None:
        """Put the focus on what has to be read."""
        (self._list if self._findings else self._export).setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _head(self) -> QFrame:
        head = panel("top")
        inside = row(head, spacing=16)
        inside.setContentsMargins(24, 14, 24, 14)
        inside.addWidget(label(self._publication.title, role="heading", wrap=False))
        self._about = label(role="small")
        inside.addWidget(self._about, 1)
        if self._workspace.editor.session.is_practice:
            inside.addWidget(chip("oefening", "other"))
        self._count = label(role="small", wrap=False)
        inside.addWidget(self._count)
        return head

    def _desk(self) -> QFrame:
        desk = panel("desk")
        inside = row(desk, spacing=0)
        inside.setContentsMargins(24, 22, 24, 0)
        self._page = QTextEdit()
        self._page.setReadOnly(True)
        self._page.setObjectName("preview")
        self._page.setAccessibleName("Zo komt het document eruit te zien")
        self._page.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByKeyboard
            | Qt.TextInteractionFlag.TextSelectableByMouse
        )
        self._page.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._page.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        inside.addStretch(1)
        inside.addWidget(self._page, 100)
        inside.addStretch(1)
        return desk

    def _side(self) -> QFrame:
        self._side_panel = panel("guide")
        inside = column(self._side_panel, spacing=10)
        inside.setContentsMargins(20, 20, 20, 14)
        inside.addWidget(label("Dit haalt Beraad weg", role="heading"))
        self._explain = label(role="muted")
        inside.addWidget(self._explain)
        self._card = DecisionCard()
        inside.addWidget(self._card)
        self._model = FindingModel()
        self._list = QListView()
        self._list.setObjectName("findings")
        self._list.setProperty("role", "list")
        self._list.setAccessibleName("Plekken die worden weggehaald")
        self._list.setModel(self._model)
        self._list.setItemDelegate(FindingDelegate(self._look, self._list))
        inside.addWidget(self._list, 1)
        self._word = QLineEdit()
        self._word.setObjectName("known-word")
        self._word.setAccessibleName("Nog een woord weghalen")
        self._word.setPlaceholderText("nog een woord weghalen …")
        add = button("Weghalen", name="add-known-word")
        add.clicked.connect(self._on_word)
        self._word.returnPressed.connect(self._on_word)
        beside = row(spacing=8)
        beside.addWidget(self._word, 1)
        beside.addWidget(add)
        inside.addLayout(beside)
        inside.addWidget(
            label(
                "Namen weghalen is niet genoeg. Lees zelf na: is de situatie uniek, staan er "
                "datums, bedragen of letterlijke citaten in?",
                role="small",
            )
        )
        return self._side_panel

    def _bar(self) -> QFrame:
        bar = panel("bar")
        inside = row(bar, spacing=14)
        inside.setContentsMargins(20, 6, 20, 6)
        back = button("← Terug", kind="link", name="back")
        back.setProperty("tone", "plain")
        back.clicked.connect(self.go_back)
        inside.addWidget(back)
        inside.addStretch(1)
        self._formats: dict[Format, QCheckBox] = {}
        for form in self._publication.formats:
            box = QCheckBox(FORMAT_LABELS[form])
            box.setObjectName(f"format-{form.value}")
            box.setChecked(form not in _ON_REQUEST)
            self._formats[form] = box
            inside.addWidget(box)
        self._folder = button("", kind="link", name="folder")
        self._folder.clicked.connect(self._on_folder)
        inside.addWidget(self._folder)
        self._cancel = button("Stoppen", name="cancel")
        self._cancel.clicked.connect(self._job.cancel)
        self._cancel.hide()
        inside.addWidget(self._cancel)
        if self._publication.registers and not self._workspace.editor.session.is_practice:
            register = button("In het register zetten", name="register")
            register.clicked.connect(self.register_wished)
            inside.addWidget(register)
        self._export = button("Exporteren", kind="primary", name="export")
        self._export.clicked.connect(self.export)
        inside.addWidget(self._export)
        self._show_folder()
        return bar

    def _connect(self) -> None:
        self._workspace.session_changed.connect(self._show_session)
        self._look.changed.connect(self._show_document)
        self._list.selectionModel().currentChanged.connect(self._on_current)
        self._card.removed.connect(self._on_removed)
        self._card.kept.connect(self._on_kept)
        self._card.replaced.connect(self._on_replaced)
        for keys, action in (
            ("Ctrl+Z", self._workspace.editor.undo),
            ("Ctrl+Shift+Z", self._workspace.editor.redo),
            ("Ctrl+S", self.export),
            ("Esc", self.go_back),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(action)
        for keys, action in (
            ("W", self._card.take_out),
            ("L", self._card.leave),
            ("A", self._card.write_other),
        ):
            shortcut = QShortcut(QKeySequence(keys), self._list)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(action)

    @Slot(object)
    def _show_session(self, session: Session) -> None:
        self._findings = self._publication.findings(session)
        self._about.setText(session.opening.title)
        places = sum(finding.mentions for finding in self._findings)
        words = "1 plek" if places == 1 else f"{places} plekken"
        waiting = sum(is_open(finding) for finding in self._findings)
        left = f" · over {waiting} beslis jij nog" if waiting else ""
        self._count.setText(f"{words} gevonden{left}" if places else "niets gevonden")
        self._explain.setText(
            "Kies een plek om te zien waarom. Eén besluit geldt voor alle plekken met dat woord."
            if self._findings
            else "Beraad vond geen namen of nummers. Zie je er zelf een? Vul het hieronder in."
        )
        self._model.show_findings(self._findings)
        if self._findings and not self._list.currentIndex().isValid():
            self._list.setCurrentIndex(self._model.index(0))
        self._show_current()
        self._calm.start()

    @Slot()
    def _show_document(self) -> None:
        document = self._publication.compose(self._workspace.editor.session)
        bar = self._page.verticalScrollBar()
        place = bar.value()
        made = preview(document, self._look.palette, self._look.scale)
        made.setParent(self._page)
        self._page.setDocument(made)
        self._mark_replacements()
        bar.setValue(place)

    def _mark_replacements(self) -> None:
        replaced = {find.replacement_in_force for find in self._findings}
        written = "\n".join(text for _, text in addressed_texts(self._workspace.editor.session))
        ours = [text for text in replaced if text and text.casefold() not in written.casefold()]
        self._page.setExtraSelections(selections(self._page.document(), ours, self._look.palette))

    @Slot(QModelIndex, QModelIndex)
    def _on_current(self, current: QModelIndex, before: QModelIndex) -> None:  # noqa: ARG002
        self._show_current()

    def _show_current(self) -> None:
        current = self._list.currentIndex()
        self._card.show_finding(current.data(FINDING) if current.isValid() else None)

    @Slot(str)
    def _on_removed(self, key: str) -> None:
        self._workspace.editor.change(partial(decided, key=key, verdict=Verdict.REPLACE))

    @Slot(str)
    def _on_kept(self, key: str) -> None:
        self._workspace.editor.change(partial(decided, key=key, verdict=Verdict.KEEP))

    @Slot(str, str)
    def _on_replaced(self, key: str, text: str) -> None:
        try:
            check_replacement(self._workspace.editor.session, text)
        except Solvable as problem:
            self._card.show_refusal(str(problem))
            return
        self._workspace.editor.change(
            partial(decided, key=key, verdict=Verdict.REPLACE, replacement=text)
        )

    @Slot()
    def _on_word(self) -> None:
        word = self._word.text().strip()
        if word:
            self._workspace.editor.add("known_words", KnownWord(id=new_id(), word=word))
            self._word.clear()

    @Slot()
    def _on_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(
            self, "Waar komt het document?", str(self._settings.export_folder)
        )
        if chosen:
            self._settings.export_folder = Path(chosen)
            self._show_folder()

    def _show_folder(self) -> None:
        folder = self._settings.export_folder
        self._folder.setText(f"naar {folder.name or folder}")
        self._folder.setToolTip(str(folder))
        self._folder.setAccessibleName(f"Map voor het document: {folder}")

    @Slot()
    def go_back(self) -> None:
        """Leave; an export that is still under way then writes nothing."""
        self._job.cancel()
        self.back_wished.emit()

    @Slot()
    def export(self) -> None:
        """Write the chosen formats; nothing is overwritten."""
        formats = tuple(form for form, box in self._formats.items() if box.isChecked())
        if self._job.runs:
            return
        if not formats:
            self.banner.show_problem(
                Solvable("Er is nog geen vorm gekozen.", way_out="Kies PDF of Markdown.")
            )
            return
        self._workspace.keep()
        session = self._workspace.editor.session
        document = self._dressed(session)
        self._export.setEnabled(False)
        self._cancel.show()
        self._job.start(
            partial(
                export,
                document,
                formats,
                self._settings.export_folder,
                leaks=partial(leaks, session=session),
            )
        )

    def _dressed(self, session: Session) -> Document:
        """The document as it goes out, in the house style of now."""
        return replace(self._publication.compose(session), house=self._house())

    @Slot(object)
    def _on_done(self, result: ExportResult) -> None:
        self._rest()
        session = self._workspace.editor.session
        words = forbidden_words(session)
        try:
            prove(self._dressed(session), result, words)
        except Solvable as problem:
            self.banner.show_problem(problem)
            return
        names = ", ".join(path.name for path in result.paths)
        text = f"Geschreven: {names}. {_checked(len(words))}"
        if result.unprintable:
            signs = " ".join(result.unprintable[:8])
            text += f" Niet in het lettertype, in de PDF een hokje: {signs}."
        self.banner.show_message(text, way_out="Open map")

    @Slot(object)
    def _on_failed(self, problem: Solvable) -> None:
        self._rest()
        self.banner.show_problem(problem)

    @Slot()
    def _on_cancelled(self) -> None:
        self._rest()
        self.banner.show_message("Gestopt. Er is niets geschreven.")

    def _rest(self) -> None:
        self._export.setEnabled(True)
        self._cancel.hide()

    @Slot()
    def _on_open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._settings.export_folder)))

    def _fit(self) -> None:
        scale = self._look.scale
        self._page.setMaximumWidth(scale.px(_SHEET))
        self._side_panel.setFixedWidth(min(scale.px(_SIDE), self.width() // 2))


def _checked(words: int) -> str:
    if not words:
        return "Er was niets weg te halen."
    return f"Gecontroleerd: 0 van {words} weggehaalde woorden gevonden."
