"""The parts of a Word file that are the same for every document."""

from __future__ import annotations

from collections.abc import Mapping

from beraad.report.markup import Markup, element, joined

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml"
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
    }
)
DOCUMENT_RELATIONS = _relations(
    {f"{part}.xml": f"{_OFFICE}/{part}" for part in ("styles", "numbering", "settings")}
    | {"footer1.xml": f"{_OFFICE}/footer"}
)
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
        element("Override", attributes={"PartName": part, "ContentType": kind})
        for part, kind in {
            "/word/document.xml": f"{_KIND}.document.main+xml",
            "/word/styles.xml": f"{_KIND}.styles+xml",
            "/word/numbering.xml": f"{_KIND}.numbering+xml",
            "/word/settings.xml": f"{_KIND}.settings+xml",
            "/word/footer1.xml": f"{_KIND}.footer+xml",
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
