"""In which forms, and where to."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QWidget

from beraad.publishing.lengths import LENGTH_LABELS, Length
from beraad.report.formats import FORMAT_LABELS, Format
from beraad.ui.settings import Settings
from beraad.ui.widgets.choice_field import CheckField, SegmentField
from beraad.ui.widgets.flow import FlowLayout
from beraad.ui.widgets.folder_button import FolderButton
from beraad.ui.widgets.folding import folding
from beraad.ui.widgets.parts import column, label, row


class OutputCard(QWidget):
    """The forms that suit the document, the folder, and how the files will be called."""

    changed = Signal()

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._settings = settings
        self._boxes: dict[Format, QCheckBox] = {}
        inside = column(self, spacing=10)
        self._length = SegmentField(tuple(LENGTH_LABELS.items()), name="Lengte")
        self._length.setObjectName("length")
        self._length.show_value(settings.length)
        self._length.edited.connect(self._on_length)
        inside.addWidget(self._length)
        forms = FlowLayout(spacing=16)
        for form, text in FORMAT_LABELS.items():
            box = CheckField(text)
            box.setObjectName(f"format-{form.value}")
            box.setChecked(form.value in settings.formats)
            box.toggled.connect(self.changed)
            self._boxes[form] = box
            forms.addWidget(box)
        inside.addLayout(forms)
        where = row(spacing=6)
        where.addWidget(label("In de map", wrap=False))
        where.addWidget(
            FolderButton(
                settings,
                text="{}",
                described="Map voor het document",
                question="Waar komt het document?",
            )
        )
        where.addStretch(1)
        inside.addWidget(folding(where))
        self._names = label(role="muted")
        self._names.setObjectName("names")
        inside.addWidget(self._names)
        self._boxes_told = label(role="strong")
        self._boxes_told.setObjectName("boxes-told")
        self._boxes_told.hide()
        inside.addWidget(self._boxes_told)

    @property
    def length(self) -> Length:
        """How long the document is, where that can be chosen."""
        return self._settings.length

    @property
    def formats(self) -> tuple[Format, ...]:
        """The forms that are wanted."""
        return tuple(
            form for form, box in self._boxes.items() if not box.isHidden() and box.isChecked()
        )

    def offer(self, formats: Iterable[Format], *, lengths: bool) -> None:
        """Let only these forms be chosen, and whether its length can be."""
        self._length.setVisible(lengths)
        offered = set(formats)
        for form, box in self._boxes.items():
            box.setVisible(form in offered)

    def show_stem(self, stem: str) -> None:
        """Show how the files will be called."""
        names = ", ".join(f"{stem}.{form}" for form in self.formats)
        self._names.setText(names or "Kies ten minste één vorm.")

    def show_boxes(self, told: str) -> None:
        """Say what a PDF cannot show, before it is made; nothing where it shows everything."""
        if told != self._boxes_told.text():
            self._boxes_told.setText(told)
        self._boxes_told.setVisible(bool(told))

    @Slot(object)
    def _on_length(self, length: Length) -> None:
        self._settings.length = length
        self._length.show_value(length)
        self.changed.emit()
