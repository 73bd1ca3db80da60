"""Files in a file, always in the same bytes: no clock, no system and no user in it."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

_DAY_ONE = (1980, 1, 1, 0, 0, 0)


def zipped(parts: Mapping[str, str | bytes], *, plain: frozenset[str] = frozenset()) -> bytes:
    """The parts as a zip file in this order; those in `plain` are not compressed."""
    target = BytesIO()
    with ZipFile(target, "w") as archive:
        for name, part in parts.items():
            info = ZipInfo(name, _DAY_ONE)
            info.create_system = 0
            info.compress_type = ZIP_STORED if name in plain else ZIP_DEFLATED
            archive.writestr(info, part if isinstance(part, bytes) else part.encode())
    return target.getvalue()
