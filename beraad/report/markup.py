"""Building HTML and XML in which text of people is never markup."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

from beraad.report.visible import visible


class Markup(str):
    """Text that is markup already, and needs no escaping any more."""

    __slots__ = ()


def element(name: str, *inside: str, attributes: Mapping[str, str] | None = None) -> Markup:
    """One element, always with its end tag; what stands inside is escaped unless it is Markup."""
    return Markup(f"<{name}{_said(attributes)}>{joined(*inside)}</{name}>")


def empty_element(name: str, *, attributes: Mapping[str, str]) -> Markup:
    """One element that holds nothing and has no end tag."""
    return Markup(f"<{name}{_said(attributes)}/>")


def joined(*parts: str) -> Markup:
    """Parts after each other, escaped unless they are Markup."""
    return Markup("".join(part if isinstance(part, Markup) else _escaped(part) for part in parts))


def _said(attributes: Mapping[str, str] | None) -> str:
    return "".join(f' {key}="{_escaped(value)}"' for key, value in (attributes or {}).items())


def _escaped(text: str) -> str:
    return escape(visible(text))
