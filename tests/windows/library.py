"""A library for Windows, as small as one can be."""

from __future__ import annotations

import struct


def a_library(*asked):
    """A library of 64 bits that asks for these, with one section and nothing else."""
    start, offset = 0x1000, 0x200
    table = bytearray(20 * (len(asked) + 1))
    names = bytearray()
    for number, name in enumerate(asked):
        struct.pack_into("<I", table, 20 * number + 12, start + len(table) + len(names))
        names += name.encode() + b"\0"
    section = bytes(table + names)
    optional = bytearray(240)
    struct.pack_into("<H", optional, 0, 0x20B)
    struct.pack_into("<I", optional, 108, 16)
    struct.pack_into("<I", optional, 112 + 8, start)
    header = b"PE\0\0" + struct.pack("<HH12xHH", 0x8664, 1, len(optional), 0) + bytes(optional)
    header += struct.pack("<8s4I16x", b".idata", len(section), start, len(section), offset)
    begin = b"MZ".ljust(0x3C, b"\0") + struct.pack("<I", 0x40) + header
    return begin.ljust(offset, b"\0") + section
