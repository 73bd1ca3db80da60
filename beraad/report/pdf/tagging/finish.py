"""The last hand: from a marked PDF to one that keeps PDF/UA-1 and PDF/A-2a."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from pathlib import Path

from pikepdf import Array, Dictionary, Name, Object, ObjectStreamMode, Pdf, Stream, String

from beraad.report.pdf.tagging.fonts import mend_maps
from beraad.report.pdf.tagging.lettering import Lettering
from beraad.report.pdf.tagging.metadata import packet
from beraad.report.pdf.tagging.streams import has_doubtful_end, settle_ends
from beraad.report.pdf.tagging.structure import write_structure
from beraad.report.pdf.tagging.tags import Structure

_MOST_PADDING = 50
"""Empty objects that may be added; one in a hundred files needs a single one."""

_SRGB = Path(__file__).parent / "srgb.icc"
"""Made by Little CMS, which gives it away freely; the date in its header is emptied."""


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What the file says of itself.

    Attributes:
        language: as in "nl-NL".
        dated: the day it carries as made and as changed.
        filed: further properties, each with its value.
    """

    title: str
    subject: str = ""
    language: str
    producer: str = ""
    dated: date
    filed: tuple[tuple[str, str], ...] = ()


def accessible(
    data: bytes,
    structure: Structure,
    about: About,
    lettering: Callable[[], Lettering] | None = None,
) -> bytes:
    """The PDF with its structure, its properties and its colour space; same input, same bytes.

    `lettering` is asked only when something can be filled in. Raises pikepdf.PdfError when `data`
    is no PDF, and ValueError when there is a field without lettering.
    """
    with Pdf.open(BytesIO(data)) as pdf:
        write_structure(pdf, structure, lettering)
        _describe(pdf, about)
        _say_colours(pdf)
        mend_maps(pdf)
        settle_ends(pdf)
        return _saved(pdf)


def _saved(pdf: Pdf) -> bytes:
    """The file with its objects packed in streams, which halves it.

    Those streams are made while the file is written, so `settle_ends` cannot mend them. When one
    ends on what may be taken for a line end, an empty object divides them anew.
    """
    padding: list[Object] = []
    while True:
        target = BytesIO()
        pdf.save(
            target,
            min_version="1.7",
            deterministic_id=True,
            object_stream_mode=ObjectStreamMode.generate,
        )
        data = target.getvalue()
        if len(padding) >= _MOST_PADDING or not has_doubtful_end(data):
            return data
        padding.append(pdf.make_indirect(Dictionary()))
        pdf.Root.Padding = Array(padding)


def _describe(pdf: Pdf, about: About) -> None:
    day = String(f"D:{about.dated:%Y%m%d}000000Z")
    pdf.trailer.Info = pdf.make_indirect(
        Dictionary(
            Title=String(about.title),
            Subject=String(about.subject),
            Creator=String(about.producer),
            Producer=String(about.producer),
            CreationDate=day,
            ModDate=day,
        )
    )
    told = packet(
        title=about.title,
        subject=about.subject,
        language=about.language,
        producer=about.producer,
        dated=about.dated,
        filed=about.filed,
    )
    pdf.Root.Metadata = pdf.make_indirect(Stream(pdf, told, Type=Name.Metadata, Subtype=Name.XML))
    pdf.Root.Lang = String(about.language)
    pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)


def _say_colours(pdf: Pdf) -> None:
    profile = pdf.make_indirect(Stream(pdf, _SRGB.read_bytes(), N=3))
    pdf.Root.OutputIntents = Array(
        [
            Dictionary(
                Type=Name.OutputIntent,
                S=Name.GTS_PDFA1,
                OutputConditionIdentifier=String("sRGB"),
                Info=String("sRGB IEC61966-2.1"),
                DestOutputProfile=profile,
            )
        ]
    )
