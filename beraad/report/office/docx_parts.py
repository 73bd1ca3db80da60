"""The parts of a Word file that are the same for every document."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from beraad.report.house.style import Logo
from beraad.report.markup import Markup, element, joined
from beraad.report.office.logo import NAMES
from beraad.report.office.looks import FONT, INSTEAD

_OPEN = "http://schemas.openxmlformats.org/officeDocument/2006"
_OFFICE = f"{_OPEN}/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_CUSTOM = "application/vnd.openxmlformats-officedocument"
_PROPERTY = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
"""The format that every property of a user has."""

WORD = {
    "xmlns:w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "xmlns:r": _OFFICE,
}


def declared(name: str, *inside: str, names: Mapping[str, str]) -> Markup:
    """The root of a part of the file."""
    declaration = Markup('<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n')
    return joined(declaration, element(name, *inside, attributes=names))


def _relations(targets: Mapping[str, str]) -> Markup:
    """Each target by its kind; their ids are rId1, rId2 and so on."""
    return declared(
        "Relationships",
        *(
            element(
                "Relationship", attributes={"Id": f"rId{number}", "Type": kind, "Target": target}
            )
            for number, (target, kind) in enumerate(targets.items(), start=1)
        ),
        names={"xmlns": f"{_PACKAGE}/relationships"},
    )


PACKAGE_RELATIONS = _relations(
    {
        "word/document.xml": f"{_OFFICE}/officeDocument",
        "docProps/core.xml": f"{_PACKAGE}/relationships/metadata/core-properties",
        "docProps/custom.xml": f"{_OFFICE}/custom-properties",
    }
)
LOGO_RELATION = "rId6"
"""By which the text knows its logo."""


def document_relations(logo: Logo | None) -> Markup:
    """What belongs to the text: how it looks, its foot, and the logo when there is one."""
    parts = ("styles", "numbering", "settings")
    targets = {f"{part}.xml": f"{_OFFICE}/{part}" for part in parts}
    targets |= {"footer1.xml": f"{_OFFICE}/footer", "fontTable.xml": f"{_OFFICE}/fontTable"}
    if logo:
        targets[f"media/{NAMES[logo.kind]}"] = f"{_OFFICE}/image"
    return _relations(targets)


CONTENT_TYPES = declared(
    "Types",
    element(
        "Default",
        attributes={
            "Extension": "rels",
            "ContentType": "application/vnd.openxmlformats-package.relationships+xml",
        },
    ),
    *(
        element("Default", attributes={"Extension": name, "ContentType": f"image/{name}"})
        for name in ("png", "jpeg")
    ),
    *(
        element("Override", attributes={"PartName": part, "ContentType": kind})
        for part, kind in {
            "/word/document.xml": f"{_KIND}.document.main+xml",
            "/word/styles.xml": f"{_KIND}.styles+xml",
            "/word/numbering.xml": f"{_KIND}.numbering+xml",
            "/word/settings.xml": f"{_KIND}.settings+xml",
            "/word/footer1.xml": f"{_KIND}.footer+xml",
            "/word/fontTable.xml": f"{_KIND}.fontTable+xml",
            "/docProps/custom.xml": f"{_CUSTOM}.custom-properties+xml",
            "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
        }.items()
    ),
    names={"xmlns": f"{_PACKAGE}/content-types"},
)


def settings(language: str) -> Markup:
    """The language of the document, and the version of Word it is meant for."""
    mode = {
        "w:name": "compatibilityMode",
        "w:uri": "http://schemas.microsoft.com/office/word",
        "w:val": "15",
    }
    return declared(
        "w:settings",
        element("w:removePersonalInformation"),
        element("w:compat", element("w:compatSetting", attributes=mode)),
        element("w:themeFontLang", attributes={"w:val": language}),
        names=WORD,
    )


def fonts() -> Markup:
    """Which letter stands in the place of ours where that is not installed."""
    ours = element(
        "w:font",
        element("w:altName", attributes={"w:val": INSTEAD}),
        element("w:family", attributes={"w:val": "swiss"}),
        element("w:pitch", attributes={"w:val": "variable"}),
        attributes={"w:name": FONT},
    )
    return declared("w:fonts", ours, names=WORD)


def properties(said: Iterable[tuple[str, str]]) -> Markup:
    """The properties that a records system reads, each with its value."""
    return declared(
        "Properties",
        *(
            element(
                "property",
                element("vt:lpwstr", value),
                attributes={"fmtid": _PROPERTY, "pid": str(number), "name": name},
            )
            for number, (name, value) in enumerate(said, start=2)
        ),
        names={
            "xmlns": f"{_OPEN}/custom-properties",
            "xmlns:vt": f"{_OPEN}/docPropsVTypes",
        },
    )


def numbering() -> Markup:
    """One list with bullets."""
    level = element(
        "w:lvl",
        element("w:start", attributes={"w:val": "1"}),
        element("w:numFmt", attributes={"w:val": "bullet"}),
        element("w:lvlText", attributes={"w:val": "•"}),
        element("w:lvlJc", attributes={"w:val": "left"}),
        element("w:pPr", element("w:ind", attributes={"w:left": "320", "w:hanging": "240"})),
        attributes={"w:ilvl": "0"},
    )
    points = element(
        "w:abstractNum",
        element("w:multiLevelType", attributes={"w:val": "singleLevel"}),
        level,
        attributes={"w:abstractNumId": "0"},
    )
    used = element(
        "w:num",
        element("w:abstractNumId", attributes={"w:val": "0"}),
        attributes={"w:numId": "1"},
    )
    return declared("w:numbering", points, used, names=WORD)
