"""Reads in a binary which libraries of others lie in it, and which version each says it is.

A library that was compiled in has no file of its own. Most of them carry their version as text,
for their own messages; that text is the sign. What says nothing is not in this table.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Sign:
    """A text by which a library tells its version.

    Attributes:
        mark: bytes that have to be there at all; looked for first.
        pattern: its first group is the version.
        unless: bytes of another library that carries the same text.
    """

    mark: bytes
    pattern: bytes
    unless: bytes = b""

    def told(self, content: bytes) -> set[str]:
        """The versions that a binary tells."""
        if self.mark not in content or (self.unless and self.unless in content):
            return set()
        return {_plain(found[1]) for found in re.finditer(self.pattern, content)}


def _wide(text: str) -> bytes:
    return text.encode("utf-16-le")


def _of_a_font(text: str) -> bytes:
    return text.encode("utf-16-be")


def _product(name: str) -> Sign:
    """What a library for Windows says in its properties."""
    version = _wide("ProductVersion") + rb"(?:\x00\x00)+((?:[\d.]\x00)+)"
    named = _wide("ProductName") + rb"(?:\x00\x00)+" + re.escape(_wide(name))
    return Sign(_wide(name), named + rb"[\x00-\xff]{0,16}?" + version)


_ZLIB_NG = b" zlib-ng "
_VERSION = rb"(\d+\.\d+(?:\.\d+)*)"

_SIGNS: Mapping[str, tuple[Sign, ...]] = MappingProxyType(
    {
        "Brotli": (Sign(b"libbrotli", rb"\x00libbrotli[^\x00]*\.so\.(\d+\.\d+\.\d+)\x00"),),
        "bzip2": (Sign(b"bzip2/libbzip2", rb"\x00(1\.\d+\.\d+), \d+-[A-Z][a-z]{2}-\d{4}"),),
        "Cyrus SASL": (Sign(b"Cyrus SASL", rb"Cyrus SASL\x00+" + _VERSION),),
        "expat": (Sign(b"expat_", rb"expat_" + _VERSION),),
        "HarfBuzz": (Sign(b"HB_FACE_LOADER", rb"invalid\x00+(\d+\.\d+\.\d+)\x00"),),
        "Inter": (Sign(_of_a_font("Inter"), _of_a_font("Version ") + rb"((?:\x00[\d.])+)"),),
        "keyutils": (Sign(b"keyutils-", rb"\x00keyutils-" + _VERSION + rb"\x00"),),
        "libjpeg-turbo": (Sign(b"libjpeg-turbo version ", rb"libjpeg-turbo version " + _VERSION),),
        "libpq": (_product("PostgreSQL"),),
        "libpng": (
            Sign(b"libpng version ", rb"libpng version " + _VERSION),
            Sign(b"libpng warning: %s", rb"libpng warning: %s\x00+(1\.\d+\.\d+)\x00"),
        ),
        "libtiff": (Sign(b"LIBTIFF, Version ", rb"LIBTIFF, Version " + _VERSION),),
        "libxml2": (Sign(b"xmlXPath", rb"\x00(2\d{4})(?:-[^\x00]{0,40})?\x00"),),
        "libxslt": (Sign(b"libxslt", rb"\x00(101\d{2})(?:-[^\x00]{0,40})?\x00"),),
        "MIT Kerberos": (Sign(b"KRB5_BRAND: krb5-", rb"KRB5_BRAND: krb5-" + _VERSION),),
        "mpdecimal": (
            Sign(b"mpdecimal-", rb"mpdecimal-" + _VERSION),
            Sign(b"__libmpdec_version__", rb"\(ss\)\x00+(\d+\.\d+\.\d+)\x00"),
        ),
        "OpenJPEG": (Sign(b"OpenJPEG version ", rb"Stream error!\n\x00+(\d+\.\d+\.\d+)\x00"),),
        "OpenSSL": (
            Sign(b"OpenSSL ", rb"OpenSSL (\d+\.\d+\.\d+[a-z]*) +\d+ [A-Z][a-z]{2} \d{4}"),
            Sign(
                b"ossl_provider_test_operation_bit",
                rb"ossl_provider_test_operation_bit\x00+(\d+\.\d+\.\d+)\x00",
            ),
        ),
        "PCRE2": (Sign(b"PCRE2_", rb"\x00(10\.\d+) \d{4}-\d\d-\d\d\x00"),),
        "qpdf": (Sign(b"show qpdf version", rb"\x00(1\d\.\d{1,2}\.\d{1,2})\x00"),),
        "Qt": (Sign(b"Qt 6.", rb"Qt (6\.\d+\.\d+) \("),),
        "SQLCipher": (Sign(b"SQLCIPHER", rb"\x00community\x00+(\d+\.\d+\.\d+)\x00"),),
        "SQLite": (Sign(b"SQLite format 3", rb"(?<![\d.])(3\.[2-9]\d\.\d{1,2})\x00"),),
        "Microsoft Visual C++ Runtime": (_product("Microsoft® Visual Studio®"),),
        "XZ Utils": (Sign(b"liblzma.so", rb"\x00(5\.\d+\.\d+)\x00"),),
        "zlib": (
            Sign(b"Mark Adler ", rb" (?:in|de)flate " + _VERSION + rb" Copyright", _ZLIB_NG),
            Sign(b"Z_TREES", _VERSION + rb"\x00+Z_TREES"),
        ),
        "zlib-ng": (Sign(_ZLIB_NG, rb" zlib-ng " + _VERSION),),
        "Zstandard": (Sign(b"zstd-", rb"/zstd-" + _VERSION + rb"/"),),
    }
)

LIBRARIES = frozenset(_SIGNS)
"""Every library that can be recognised."""


def found_in(content: bytes) -> Iterator[tuple[str, str]]:
    """Each library that a binary tells of, with a version; of a library the first sign counts."""
    for library, signs in _SIGNS.items():
        told = next(filter(None, (sign.told(content) for sign in signs)), set[str]())
        for version in sorted(told):
            yield library, version


def _plain(told: bytes) -> str:
    """The version as people write it: libxml2 and libxslt put two figures for each number."""
    text = told.replace(b"\0", b"").decode("ascii")
    if re.fullmatch(r"\d{5}", text):
        return ".".join(str(int(part)) for part in (text[0], text[1:3], text[3:]))
    return text
