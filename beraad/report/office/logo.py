"""How large a logo stands above a text, in centimetres."""

from __future__ import annotations

from beraad.report.house.style import Logo, LogoKind

_HIGH, _WIDE = 1.2, 5.3

NAMES = {LogoKind.PNG: "logo.png", LogoKind.JPEG: "logo.jpeg"}
"""What the picture is called inside the file."""


def size(logo: Logo) -> tuple[float, float]:
    """Its width and height."""
    scale = min(_HIGH / logo.height, _WIDE / logo.width)
    return logo.width * scale, logo.height * scale
