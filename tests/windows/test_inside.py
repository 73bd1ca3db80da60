"""What lies inside the binaries of a package, and in which version."""

from __future__ import annotations

import json
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

import pytest
from packaging.utils import canonicalize_name

from beraad.ui.help.about import PACKAGES
from tools.windows import inside
from tools.windows.inside import (
    Inside,
    Unlisted,
    inside_of,
    is_compiled,
    looked_into,
    told_by_makers,
    was_looked_at,
)
from tools.windows.licences import write_licences
from tools.windows.part import Part, look_into
from tools.windows.places import APP, LICENCES, PARTS, SBOM
from tools.windows.sbom import bill
from tools.windows.signs import LIBRARIES, found_in

MADE = 1_790_000_000
ROOT = Path(__file__).parents[2]


def properties(name, version):
    """What Windows shows of a library, as it lies in the file."""
    told = f"ProductName\0{name}\0\x32\x07\x01ProductVersion\0{version}\0"
    return f"\0FileVersion\0{told}\0".encode("utf-16-le")


TOLD = [
    ("Brotli", "1.2.0", b"\0libbrotlidec-7e5462ba.so.1.2.0\0$ORIGIN\0"),
    ("bzip2", "1.0.8", b"bug in bzip2/libbzip2, %s\0\x001.0.8, 13-Jul-2019\0"),
    ("Cyrus SASL", "2.1.26", b"\0Cyrus SASL\x002.1.26\0"),
    ("expat", "2.6.4", b"\0expat_CAPI\0\0expat_2.6.4\0"),
    ("HarfBuzz", "14.5.0", b"\0invalid\x0014.5.0\0C\0HB_FACE_LOADER\0"),
    ("Inter", "4.001", "Inter Version 4.001;git".encode("utf-16-be")),
    ("keyutils", "1.5.8", b"\0keyutils-1.5.8\0"),
    ("libjpeg-turbo", "3.2.0", b"libjpeg-turbo version 3.2.0 (build 20261016)\0"),
    ("libpng", "1.6.59", b"\0 libpng version 1.6.59\n\0"),
    ("libpng", "1.6.58", b"libpng warning: %s\0\x001.6.58\0UTF-8\0"),
    ("libpq", "18.4", properties("PostgreSQL", "18.4")),
    ("libtiff", "4.7.2", b"LIBTIFF, Version 4.7.2\nCopyright\0"),
    ("libxml2", "2.14.6", b"xmlXPathInit\0\x0021406-GITv2.14.6\0"),
    ("libxslt", "1.1.43", b"node libxslt\0\x0010143\0\0"),
    (
        "Microsoft Visual C++ Runtime",
        "14.42.34226.3",
        properties("Microsoft® Visual Studio®", "14.42.34226.3"),
    ),
    ("MIT Kerberos", "1.22.2", b"KRB5_BRAND: krb5-1.22.2-final 1.22.2 20260129\0"),
    ("mpdecimal", "4.0.0", b"externals\\mpdecimal-4.0.0\\libmpdec\\context.c\0"),
    ("mpdecimal", "2.5.1", b"__libmpdec_version__\0(ss)\0\0\x002.5.1\0Number\0"),
    ("OpenJPEG", "2.5.4", b"Stream error!\n\0\x002.5.4\0Created by OpenJPEG version \0"),
    ("OpenSSL", "3.0.15", b"\0OpenSSL 3.0.15 3 Sep 2024\0"),
    ("OpenSSL", "1.1.1w", b"\0OpenSSL 1.1.1w  11 Sep 2023\0"),
    ("OpenSSL", "3.6.4", b"ossl_provider_test_operation_bit\0\0\x003.6.4\0"),
    ("PCRE2", "10.49", b"bad PCRE2_EXTRA\0\x0010.49 2026-09-28\0"),
    ("qpdf", "12.4.2", b"show qpdf version\0 prior to 11.9.0\0\x0012.4.2\0"),
    ("Qt", "6.11.3", b"Qt 6.11.3 (x86_64-little_endian-llp64 shared\0"),
    ("SQLCipher", "4.19.0", b"SQLCIPHER_MUTEX\0community\0\x004.19.0\0%s %s\0"),
    ("SQLite", "3.53.4", b"SQLite format 3\0@@@3.53.4\0module for Python 3.13.2\0"),
    ("XZ Utils", "5.8.4", b"\x005.8.4\0Option\0liblzma.so.5\0"),
    ("zlib", "1.3.2", b" inflate 1.3.2 Copyright 1995-2026 Mark Adler \0"),
    ("zlib", "1.3.1", b"HACL\0\x001.3.1\0\0Z_TREES\0"),
    (
        "zlib-ng",
        "2.3.3",
        b" zlib-ng 2.3.3\0 deflate 1.3.1 Copyright 1995-2024 Jean-loup Gailly and Mark Adler \0",
    ),
    ("Zstandard", "1.5.7", b"/project/build/zstd-1.5.7/lib//dictBuilder/divsufsort.c\0"),
]


# --- what a binary tells ---------------------------------------------------------------------


@pytest.mark.parametrize(("library", "version", "content"), TOLD)
def test_a_binary_tells_which_library_is_in_it(library, version, content):
    assert list(found_in(b"MZ\0\0" + content + b"\0rest")) == [(library, version)]


def test_every_library_that_can_be_recognised_is_tried_here_and_is_listed():
    assert {library for library, _, _ in TOLD} == LIBRARIES
    assert inside._libraries().keys() >= LIBRARIES


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"needs OpenSSL 3.0.0 or newer; changed in libxml2 2.15.0\0",
        b"1.2.840.113549\0md4WithRSAEncryption\x003.13.2\0",
        b"SQLite format 3\0" + b"3.5.0\0" + b"13.45.3\0",
    ],
)
def test_words_about_a_library_are_no_version(content):
    assert list(found_in(content)) == []


def test_two_versions_in_one_binary_are_both_told():
    content = b"OpenSSL 3.0.15 3 Sep 2024\0OpenSSL 3.6.5 29 Sep 2026\0"

    assert list(found_in(content)) == [("OpenSSL", "3.0.15"), ("OpenSSL", "3.6.5")]


@pytest.mark.parametrize(
    ("path", "compiled"),
    [
        ("app/PIL/_imaging.cp313-win_amd64.pyd", True),
        ("a/pillow.libs/libtiff-20b7e810.so.6.3.0", True),
        ("python/LIBCRYPTO-3.DLL", True),
        ("app/lxml/etree.py", False),
        ("app/lxml/also.txt", False),
    ],
)
def test_what_was_compiled_is_looked_into(path, compiled):
    assert is_compiled(path) is compiled


# --- the list and the files together -----------------------------------------------------------

OPENSSL, FFI = Inside("OpenSSL", "Apache-2.0"), Inside("libffi", "MIT")
OLD, NEW = b"OpenSSL 3.0.15 3 Sep 2024\0", b"OpenSSL 3.6.5 29 Sep 2026\0"


def test_each_version_is_a_component_that_a_scanner_knows():
    binaries = {"b.dll": OLD, "a.dll": OLD, "c.dll": NEW}

    first, second = looked_into("iets", [OPENSSL], (), binaries)

    assert (first.version, first.places) == ("3.0.15", ("a.dll", "b.dll"))
    assert first.purl == "pkg:generic/openssl@3.0.15"
    assert first.cpe == "cpe:2.3:a:openssl:openssl:3.0.15:*:*:*:*:*:*:*"
    assert (second.version, second.places) == ("3.6.5", ("c.dll",))


def test_what_tells_no_version_is_listed_without():
    (only,) = looked_into("iets", [FFI], (), {"a.dll": b"libffi"})

    assert (only.version, only.purl, only.cpe) == ("", "pkg:generic/libffi", "")
    assert only.told == "libffi, versie onbekend"


def test_what_was_not_written_down_is_noticed():
    with pytest.raises(Unlisted, match="dat in iets ook OpenSSL zit"):
        looked_into("iets", [FFI], (), {"a.dll": OLD})


def test_a_package_with_binaries_that_nobody_looked_at_is_noticed():
    with pytest.raises(Unlisted, match="wat in iets zit"):
        looked_into("iets", (), (), {"a.dll": b"MZ"})
    assert looked_into("sqlalchemy", (), (), {"a.dll": b"MZ"}) == ()
    assert looked_into("iets", (), (), {}) == ()


LISTED = {
    "components": [
        {"name": "keyutils-libs", "version": "1.5.8-3.el7", "purl": "pkg:rpm/centos/k@1.5.8-3.el7"},
        {"name": "FreeType", "version": "2.14.3"},
        {"name": "syn", "version": "2.0.1", "purl": "pkg:cargo/syn@2.0.1", "licenses": []},
        {
            "name": "aes",
            "version": "0.8.3",
            "purl": "pkg:cargo/aes@0.8.3",
            "licenses": [{"expression": "MIT OR Apache-2.0"}],
        },
        {"name": "cc", "version": "1.4.0", "purl": "pkg:cargo/cc@1.4.0", "scope": "excluded"},
        {"name": "libimagequant", "version": "4.4.1"},
        {"name": "naamloos"},
    ]
}


def test_where_a_file_says_nothing_the_list_of_its_makers_does():
    makers = tuple(told_by_makers(json.dumps(LISTED).encode()))
    known = [Inside("FreeType", "FTL"), Inside("keyutils", "LGPL-2.1-or-later")]

    found = looked_into("iets", known, makers, {"a.so": b"\x7fELF"})

    told = [(each.name, each.version) for each in found]
    assert told == [
        ("FreeType", "2.14.3"),
        ("keyutils", "1.5.8-3.el7"),
        ("syn", "2.0.1"),
        ("aes", "0.8.3"),
    ]
    assert found[1].purl == "pkg:rpm/centos/k@1.5.8-3.el7"
    assert [each.is_rust for each in found] == [False, False, True, True]
    assert found[-1].licence == "MIT OR Apache-2.0"


def test_of_pillow_every_library_for_pictures_is_named():
    assert {each.name for each in inside_of("pillow")} == {
        *("libjpeg-turbo", "libtiff", "OpenJPEG", "zlib-ng", "XZ Utils")
    }


def compiled_packages():
    """Every package of the package that has binaries here, with what it has of lists."""
    for name in PACKAGES:
        try:
            files = distribution(name).files or ()
        except PackageNotFoundError:
            continue
        if any(is_compiled(str(path)) for path in files):
            lists = [path for path in files if "/sboms/" in path.as_posix()]
            yield canonicalize_name(name), lists


def test_of_every_compiled_package_somebody_wrote_down_what_is_inside():
    """One that holds nothing stands in inside.toml with an empty list."""
    compiled = dict(compiled_packages())
    silent = [name for name in compiled if not was_looked_at(name)]

    assert {"pillow", "sqlalchemy", "pydantic-core"} <= compiled.keys()
    rust = [
        name
        for name in silent
        for path in compiled[name]
        if any(each.is_rust for each in told_by_makers(path.read_binary()))
    ]
    assert sorted(set(silent) - set(rust)) == []


# --- in the package ----------------------------------------------------------------------------


@pytest.fixture
def made(tmp_path):
    path = tmp_path / APP / "iets" / "kern.pyd"
    path.parent.mkdir(parents=True)
    path.write_bytes(OLD)
    rust = Inside("aes", "MIT", "0.8.3", "pkg:cargo/aes@0.8.3")
    part = Part(
        *("Iets", "1", "MIT", "pkg:pypi/iets@1"),
        inside=(OPENSSL, FFI),
        files=("app/iets/kern.pyd",),
        texts={"LICENSE": b"Permission"},
        makers=(rust,),
    )
    return tmp_path, look_into([part], tmp_path)


def test_the_sbom_says_which_version_lies_where(made):
    folder, parts = made
    (folder / SBOM).write_text(bill("1.2", parts, folder, MADE), encoding="utf-8")

    (part,) = json.loads((folder / SBOM).read_text(encoding="utf-8"))["components"]
    inner = {each["name"]: each for each in part["components"] if each["type"] == "library"}
    assert inner["OpenSSL"]["version"] == "3.0.15"
    assert inner["OpenSSL"]["purl"] == "pkg:generic/openssl@3.0.15"
    assert inner["OpenSSL"]["cpe"].startswith("cpe:2.3:a:openssl:openssl:3.0.15:")
    assert inner["OpenSSL"]["evidence"] == {"occurrences": [{"location": "app/iets/kern.pyd"}]}
    assert "version" not in inner["libffi"]
    assert inner["libffi"]["properties"] == [{"name": "beraad:versie", "value": "onbekend"}]
    assert inner["aes"]["purl"] == "pkg:cargo/aes@0.8.3"


def test_the_overview_and_the_window_say_which_version_too(made):
    folder, parts = made
    write_licences(folder, parts, "1.2", MADE)

    overview = (folder / LICENCES / "OVERZICHT.txt").read_text(encoding="utf-8")
    assert (
        "    met OpenSSL 3.0.15 (Apache-2.0)\n    met libffi, versie onbekend (MIT)\n" in overview
    )
    assert "    met aes 0.8.3 (MIT)\n" in overview
    (told,) = json.loads((folder / APP / PARTS).read_text(encoding="utf-8"))["onderdelen"]
    assert told["met"] == ["OpenSSL 3.0.15", "libffi, versie onbekend", "1 pakketten in Rust"]


def test_what_nobody_wrote_down_ends_the_build(made):
    folder, _ = made
    part = Part("Iets", "1", "MIT", "pkg:pypi/iets@1", files=("app/iets/kern.pyd",))

    with pytest.raises(SystemExit, match="op wat in iets zit"):
        look_into([part], folder)
