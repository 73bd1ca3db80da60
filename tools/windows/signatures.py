"""Who signed the binaries of Python, up to a root that is written down here.

The network is not asked: whether a certificate was withdrawn is not known. The time of signing is
taken from the certificate, which python.org gets for a few days.
"""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, pkcs7

from tools.windows.libraries import is_binary

TOOL = "osslsigncode"

SIGNER = "Python Software Foundation"

_ROOTS = {
    "5367f20c7ade0e2bca790915056d086b720c33c1fa2a2661acf787e3292e1270",
    "552f7bdcf1a7af9e6ce672017f4f12abf77240c78e761ac203d1d9d20ac89988",
}
"""SHA-256 of the roots: Microsoft Identity Verification 2020 and DigiCert Trusted Root G4."""

OF_MICROSOFT = frozenset({"vcruntime140.dll", "vcruntime140_1.dll"})
"""Microsoft signed these and leaves its root out; they are held by the hash of the whole alone."""

_HEAD, _FIRST = "Signer's certificate:", "Subject: "


def unsigned(python: Path) -> list[str]:
    """What is wrong with the signatures in this folder, a line for each; nothing when right."""
    return [
        f"{path.name}: {fault}"
        for path in sorted(python.iterdir())
        if is_binary(path) and path.name not in OF_MICROSOFT
        for fault in _faults(path)
    ]


def _faults(path: Path) -> Iterator[str]:
    with tempfile.TemporaryDirectory() as folder:
        chain, root = Path(folder) / "chain.pem", Path(folder) / "root.pem"
        _ask("extract-signature", "-pem", "-in", str(path), "-out", str(chain))
        if not chain.exists():
            yield "is niet ondertekend"
            return
        certificates = pkcs7.load_pem_pkcs7_certificates(chain.read_bytes())
        roots = [one for one in certificates if one.fingerprint(SHA256()).hex() in _ROOTS]
        signers = [one for one in certificates if _organisation(one.subject) == SIGNER]
        if not roots or not signers:
            yield "is niet ondertekend door de PSF, of onder een onbekende wortel"
            return
        root.write_bytes(roots[0].public_bytes(Encoding.PEM))
        done = _ask(
            *("verify", "-ignore-timestamp", "-ignore-cdp", "-ignore-crl"),
            *("-time", str(_in_force(signers[0])), "-CAfile", str(root), "-in", str(path)),
        )
        # A certificate that lies beside it says nothing: this is the one that signed.
        subject = done.stdout.partition(_HEAD)[2].partition(_FIRST)[2].splitlines()[:1]
        if done.returncode or f"/O={SIGNER}/" not in "".join(subject):
            yield "de handtekening klopt niet"


def _organisation(name: x509.Name) -> str:
    found = name.get_attributes_for_oid(x509.NameOID.ORGANIZATION_NAME)
    return str(found[0].value) if found else ""


def _in_force(certificate: x509.Certificate) -> int:
    begin, end = certificate.not_valid_before_utc, certificate.not_valid_after_utc
    return int((begin.timestamp() + end.timestamp()) / 2)


def _ask(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([TOOL, *arguments], capture_output=True, text=True, check=False)
