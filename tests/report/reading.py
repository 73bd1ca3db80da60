"""Reading documents back the way a reader's program would."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass
from html.parser import HTMLParser
from io import BytesIO

import markdown
from pypdf import PdfReader

from beraad.report.proof import strays
from beraad.report.rereading import everything_in

INVISIBLE_FIELDS = {"week", "stem"}
"""Beside every identity: these name a file or a folder, and no reader."""


class _Reader(HTMLParser):
    def __init__(self):
        super().__init__()
        self.tags = set()
        self.attributes = []
        self.texts = []

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.attributes += attrs

    def handle_data(self, data):
        self.texts.append(data)


def read_markdown(text):
    """The tags, the attributes and the bare text that python-markdown makes of it."""
    reader = _Reader()
    reader.feed(markdown.markdown(text, extensions=["tables", "sane_lists"]))
    return reader.tags, reader.attributes, squeezed("".join(reader.texts))


def pdf_pages(data):
    return [page.extract_text() for page in PdfReader(BytesIO(data)).pages]


def squeezed(text):
    return re.sub(r"\s+", " ", text).strip()


def without_spaces(text):
    return re.sub(r"\s+", "", text)


def as_printed(text):
    """The parts of a text that a document must hold; its sentences may lend it a small letter."""
    return [part.casefold() for line in text.splitlines() if (part := squeezed(line).rstrip("."))]


def stray_places(path, data, words):
    """Where in a finished file, or in its name, one of these words is found."""
    found = strays(path.stem, everything_in(path.suffix, data), words)
    return tuple(dict.fromkeys(stray.place for stray in found))


def texts_in(record):
    """Every text of people in a record and in what hangs on it."""
    for field in fields(record):
        content = getattr(record, field.name)
        if field.name in INVISIBLE_FIELDS or field.type in ("Id", "Id | None"):
            continue
        for item in content if isinstance(content, tuple) else (content,):
            if is_dataclass(item):
                yield from texts_in(item)
            elif type(item) is str and item.strip():
                yield item
