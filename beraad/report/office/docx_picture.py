"""A picture in a line of a Word document."""

from __future__ import annotations

from beraad.report.house.style import Logo
from beraad.report.markup import Markup, element
from beraad.report.office.docx_parts import LOGO_RELATION
from beraad.report.office.logo import NAMES, size

_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_UNITS = 360_000
"""In a centimetre."""


def picture(logo: Logo) -> Markup:
    """The logo, with what it shows in words."""
    across, down = (str(round(part * _UNITS)) for part in size(logo))
    named = {"id": "1", "name": NAMES[logo.kind], "descr": logo.alternative}
    extent = {"cx": across, "cy": down}
    shape = element(
        "pic:spPr",
        element(
            "a:xfrm",
            element("a:off", attributes={"x": "0", "y": "0"}),
            element("a:ext", attributes=extent),
        ),
        element("a:prstGeom", element("a:avLst"), attributes={"prst": "rect"}),
    )
    drawn = element(
        "pic:pic",
        element("pic:nvPicPr", element("pic:cNvPr", attributes=named), element("pic:cNvPicPr")),
        element(
            "pic:blipFill",
            element("a:blip", attributes={"r:embed": LOGO_RELATION}),
            element("a:stretch", element("a:fillRect")),
        ),
        shape,
        attributes={"xmlns:pic": f"{_DRAWING}/picture"},
    )
    data = element("a:graphicData", drawn, attributes={"uri": f"{_DRAWING}/picture"})
    inline = element(
        "wp:inline",
        element("wp:extent", attributes=extent),
        element("wp:docPr", attributes=named),
        element("a:graphic", data, attributes={"xmlns:a": f"{_DRAWING}/main"}),
        attributes={
            "xmlns:wp": f"{_DRAWING}/wordprocessingDrawing",
            **dict.fromkeys(("distT", "distB", "distL", "distR"), "0"),
        },
    )
    return element("w:r", element("w:drawing", inline))
