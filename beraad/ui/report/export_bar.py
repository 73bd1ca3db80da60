"""Exporting: which formats, where to, and what was checked about the files."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame

from beraad.errors import Solvable
from beraad.privacy.clean import forbidden_words, leaks
from beraad.privacy.undecided import require_decided
from beraad.report.proving import Proven, export_proven
from beraad.ui.report.export_job import ExportJob
from beraad.ui.report.format_choice import FormatChoice
from beraad.ui.report.publication import Publication
from beraad.ui.settings import Settings
from beraad.ui.widgets.banner import Banner
from beraad.ui.widgets.parts import button, column, row, set_look
from beraad.ui.workspace import Workspace


class ExportBar(QFrame):
    """Writes nothing while a place is open, and tells afterwards what was looked for."""

    back_wished = Signal()
    register_wished = Signal()
    open_places_wished = Signal()

    def __init__(
        self, workspace: Workspace, settings: Settings, publication: Publication, banner: Banner
    ) -> None:
        super().__init__()
        self.setProperty("panel", "bar")
        self._workspace = workspace
        self._settings = settings
        self._publication = publication
        self._banner = banner
        self._job = ExportJob(self)
        self._job.done.connect(self._on_done)
        self._job.failed.connect(self._on_failed)
        self._job.cancelled.connect(self._on_cancelled)
        inside = row(self, spacing=14)
        inside.setContentsMargins(20, 6, 20, 6)
        back = button("← Terug", kind="link", name="back")
        back.setProperty("tone", "plain")
        back.clicked.connect(self.go_back)
        inside.addWidget(back)
        self._choice = FormatChoice(publication.formats, settings)
        middle = column()
        middle.addStretch(1)
        middle.addWidget(self._choice)
        middle.addStretch(1)
        inside.addLayout(middle, 1)
        self._cancel = button("Stoppen", name="cancel")
        self._cancel.clicked.connect(self._job.cancel)
        self._cancel.hide()
        inside.addWidget(self._cancel)
        if publication.registers and not workspace.editor.session.is_practice:
            register = button("In het register zetten", name="register")
            register.clicked.connect(self.register_wished)
            inside.addWidget(register)
        self._export = button("", name="export")
        self._export.clicked.connect(self.export)
        inside.addWidget(self._export)

    def take_focus(self) -> None:
        """Be ready for a key."""
        self._export.setFocus()

    def show_open(self, count: int) -> None:
        """Tell on the button how many places stand in the way."""
        places = "1 plek" if count == 1 else f"{count} plekken"
        self._export.setText(f"Exporteren: nog {places}" if count else "Exporteren")
        set_look(self._export, "kind", "" if count else "primary")

    @Slot()
    def go_back(self) -> None:
        """Leave; an export that is still under way then writes nothing."""
        self._job.cancel()
        self.back_wished.emit()

    @Slot()
    def export(self) -> None:
        """Write the chosen formats; nothing is overwritten, and nothing while a place is open."""
        formats = self._choice.chosen
        if self._job.runs:
            return
        if not formats:
            self._banner.show_problem(
                Solvable("Er is nog geen vorm gekozen.", way_out="Kies PDF of Markdown.")
            )
            return
        self._workspace.keep()
        session = self._workspace.editor.session
        document = self._publication.compose(session)
        try:
            require_decided(document.source)
        except Solvable as problem:
            self._banner.show_problem(problem)
            self.open_places_wished.emit()
            return
        self._export.setEnabled(False)
        self._cancel.show()
        self._job.start(
            partial(
                export_proven,
                document,
                formats,
                self._settings.export_folder,
                leaks=partial(leaks, session=session),
                words=forbidden_words(session),
            )
        )

    @Slot(object)
    def _on_done(self, proven: Proven) -> None:
        self._rest()
        names = ", ".join(path.name for path in proven.result.paths)
        text = f"Geschreven: {names}. {proven.checked.sentence}"
        if proven.result.unprintable:
            signs = " ".join(proven.result.unprintable[:8])
            text += f" Niet in het lettertype, in de PDF een hokje: {signs}."
        self._banner.show_message(text, way_out="Open map")

    @Slot(object)
    def _on_failed(self, problem: Solvable) -> None:
        self._rest()
        self._banner.show_problem(problem)

    @Slot()
    def _on_cancelled(self) -> None:
        self._rest()
        self._banner.show_message("Gestopt. Er is niets geschreven.")

    def _rest(self) -> None:
        self._export.setEnabled(True)
        self._cancel.hide()
