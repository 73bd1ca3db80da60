from __future__ import annotations

import hashlib
import shutil
import subprocess
import zipfile
from datetime import UTC, datetime, timedelta

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from tests.windows.library import a_library
from tools.windows.fetching import take_python
from tools.windows.signatures import OF_MICROSOFT, SIGNER, TOOL, unsigned

needs_the_tool = pytest.mark.skipif(shutil.which(TOOL) is None, reason=f"{TOOL} is er niet")


@pytest.fixture
def python(tmp_path):
    folder = tmp_path / "python"
    folder.mkdir()
    (folder / "python.exe").write_bytes(a_library("python3.dll").ljust(4096, b"\0"))
    (folder / "python313.zip").write_bytes(b"PK")
    return folder


def self_made(folder):
    """A certificate that says it is of the PSF, and its key, in files."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.ORGANIZATION_NAME, SIGNER)])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder(name, name, key.public_key(), 7)
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .sign(key, SHA256())
    )
    certificate, secret = folder / "certificate.pem", folder / "secret.pem"
    certificate.write_bytes(made.public_bytes(Encoding.PEM))
    secret.write_bytes(
        key.private_bytes(Encoding.PEM, PrivateFormat.TraditionalOpenSSL, NoEncryption())
    )
    return certificate, secret


@needs_the_tool
def test_a_program_that_nobody_signed_is_told(python):
    assert unsigned(python) == ["python.exe: is niet ondertekend"]


@needs_the_tool
def test_who_only_calls_itself_the_psf_is_not_believed(python, tmp_path):
    certificate, secret = self_made(tmp_path)
    bare = python / "python.exe"
    bare.rename(tmp_path / "bare.exe")
    command = [TOOL, "sign", "-certs", str(certificate), "-key", str(secret)]
    subprocess.run(
        [*command, "-in", str(tmp_path / "bare.exe"), "-out", str(bare)],
        check=True,
        capture_output=True,
    )

    (told,) = unsigned(python)

    assert "onbekende wortel" in told


@needs_the_tool
def test_of_two_files_only_the_hash_of_the_whole_counts(python):
    (python / "python.exe").unlink()
    for name in OF_MICROSOFT:
        (python / name).write_bytes(a_library())

    assert unsigned(python) == []


def test_a_python_of_another_hash_is_refused(tmp_path):
    archive = tmp_path / "python-embed.zip"
    with zipfile.ZipFile(archive, "w") as packed:
        packed.writestr("python.exe", b"MZ")
    digest = hashlib.sha256(archive.read_bytes()).hexdigest()

    taken = take_python(archive, digest.upper(), tmp_path)

    assert (taken.folder / "python.exe").read_bytes() == b"MZ"
    assert taken.digest == digest
    with pytest.raises(SystemExit, match="andere SHA-256"):
        take_python(archive, "0" * 64, tmp_path)
