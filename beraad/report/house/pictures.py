"""What a PNG or JPEG says of itself, read without decoding it."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from struct import unpack, unpack_from

from beraad.report.house.style import Logo, LogoKind

_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8\xff"
_WIDEST = 2_000
"""Pixels across or down: more is no logo, and costs memory to draw."""

_HEAD = 13
_PACKED_REMARKS = {b"zTXt", b"iTXt", b"iCCP"}
_LONGEST_REMARK = 10_000
"""Packed bytes; unpacked they can be a thousand times as much."""

_START_OF_SCAN = b"\xff\xda"
_MOST_SCANS = 40
"""A picture that comes in ten thousand rounds takes hours to draw; usual are ten."""

_EIGHT_BITS = 8
_FRAMES = {0xC0, 0xC1, 0xC2}
_GREY_OR_RGB = {1, 3}


class Unusable(ValueError):
    """A picture that cannot be a logo; the text says why, in Dutch."""


def logo(data: bytes, alternative: str) -> Logo:
    """The picture as a logo. Raises Unusable when it is broken, too large or of another kind."""
    if data.startswith(_PNG):
        kind, (width, height) = LogoKind.PNG, _png_size(data)
    elif data.startswith(_JPEG):
        kind, (width, height) = LogoKind.JPEG, _jpeg_size(data)
    else:
        raise Unusable("het is geen PNG en geen JPEG")
    if not (0 < width <= _WIDEST and 0 < height <= _WIDEST):
        raise Unusable(f"het is groter dan {_WIDEST} bij {_WIDEST} beeldpunten")
    return Logo(data=data, kind=kind, width=width, height=height, alternative=alternative)


def _png_size(data: bytes) -> tuple[int, int]:
    chunks = list(_png_chunks(data))
    named = dict(chunks)
    if len(named.get(b"IHDR", b"")) != _HEAD or b"IEND" not in named:
        raise Unusable("het bestand is beschadigd")
    if any(len(content) > _LONGEST_REMARK for name, content in chunks if name in _PACKED_REMARKS):
        raise Unusable("er zit te veel in dat geen beeld is")
    _inflate(b"".join(content for name, content in chunks if name == b"IDAT"))
    width, height, depth = unpack_from(">IIB", named[b"IHDR"])
    if depth > _EIGHT_BITS:
        raise Unusable("het heeft meer dan 8 bits per kleur")
    return width, height


def _png_chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    place = len(_PNG)
    while place < len(data):
        try:
            (length,) = unpack_from(">I", data, place)
            name, content = data[place + 4 : place + 8], data[place + 8 : place + 8 + length]
            (check,) = unpack_from(">I", data, place + 8 + length)
        except struct.error:
            raise Unusable("het bestand is beschadigd") from None
        if zlib.crc32(name + content) != check:
            raise Unusable("het bestand is beschadigd")
        yield name, content
        place += 12 + length


def _inflate(data: bytes) -> None:
    """See whether the points can be unpacked, without keeping more than the largest logo has."""
    unpacked = zlib.decompressobj()
    try:
        unpacked.decompress(data, 4 * (_WIDEST + 1) ** 2)
    except zlib.error:
        raise Unusable("het bestand is beschadigd") from None
    if not unpacked.eof:
        raise Unusable("het bestand is beschadigd")


def _jpeg_size(data: bytes) -> tuple[int, int]:
    place = 2
    if not data.rstrip(b"\0").endswith(b"\xff\xd9"):
        raise Unusable("het bestand is beschadigd")
    if data.count(_START_OF_SCAN) > _MOST_SCANS:
        raise Unusable("het komt in te veel rondes")
    while place + 9 < len(data) and data[place] == _JPEG[0]:
        kind, (length,) = data[place + 1], unpack(">H", data[place + 2 : place + 4])
        if kind in _FRAMES:
            depth, height, width, colours = unpack_from(">BHHB", data, place + 4)
            if depth != _EIGHT_BITS or colours not in _GREY_OR_RGB:
                raise Unusable("het is een JPEG voor de drukker (CMYK)")
            return width, height
        place += 2 + length
    raise Unusable("het bestand is beschadigd")
