"""Streams that end where they seem to end."""

from __future__ import annotations

import re
from zlib import adler32

from pikepdf import Name, Pdf, Stream

_LINE_ENDS = b"\r\n"
_DOUBTFUL = re.compile(rb"(?<!<\?xpacket end=\"w\"\?>)[\r\n]\nendstream")


def settle_ends(pdf: Pdf) -> None:
    r"""Give every stream a last byte that is not taken for a part of the line end after it.

    Compressed data ends with the last byte of a checksum. When that happens to be that of a line
    end, a strict reader counts one byte less than the stream has, so something is added that
    changes the checksum and nothing else: an empty line, or behind the last table of a font a byte.
    """
    for found in pdf.objects:
        if isinstance(found, Stream) and found.get("/Type") != Name.Metadata:
            _settle(found)


def has_doubtful_end(data: bytes) -> bool:
    """Whether a packed stream in a finished file ends on a byte of a line end.

    What says of itself what the file is stands there as text, and is closed with a line of its own.
    """
    return bool(_DOUBTFUL.search(data))


def _settle(stream: Stream) -> None:
    data = stream.read_bytes()
    is_font = "/Length1" in stream
    settled = data
    while adler32(settled) & 0xFF in _LINE_ENDS:
        settled += b"\1" if is_font else b"\n"
    if settled is data:
        return
    stream.write(settled)
    if is_font:
        stream.Length1 = len(settled)
