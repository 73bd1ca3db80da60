"""What stands between a laptop and a server: cuts off, or speaks TLS as PostgreSQL does."""

from __future__ import annotations

import socket
import ssl
import threading
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Self

_TLS_ASKED = b"\x00\x00\x00\x08\x04\xd2\x16\x2f"
_PIECE = 512


class Gateway:
    """Hands bytes on to a port of this machine, until it has had enough of them.

    `enough` are the bytes of the server, or of the laptop, after which everything is cut off.
    """

    def __init__(
        self,
        port: int,
        *,
        tls: ssl.SSLContext | None = None,
        enough_down: int | None = None,
        enough_up: int | None = None,
    ) -> None:
        self._to = port
        self._tls = tls
        self._left: dict[str, int | None] = {"down": enough_down, "up": enough_up}
        self._open: list[socket.socket] = []
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.port = self._listening.getsockname()[1]
        self.seen_up = b""
        threading.Thread(target=self._listen, daemon=True).start()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._listening.close()
        self._cut()

    def _listen(self) -> None:
        with suppress(OSError):
            while True:
                laptop, _ = self._listening.accept()
                server = socket.create_connection(("127.0.0.1", self._to))
                self._open += [laptop, server]
                threading.Thread(target=self._serve, args=(laptop, server), daemon=True).start()

    def _serve(self, laptop: socket.socket, server: socket.socket) -> None:
        with suppress(OSError):
            if self._tls is not None:
                if laptop.recv(8) != _TLS_ASKED:
                    self._cut()
                    return
                laptop.sendall(b"S")
                laptop = self._tls.wrap_socket(laptop, server_side=True)
                self._open.append(laptop)
            back = threading.Thread(target=self._pump, args=(server, laptop, "down"), daemon=True)
            back.start()
            self._pump(laptop, server, "up")

    def _pump(self, begin: socket.socket, end: socket.socket, way: str) -> None:
        with suppress(OSError):
            while piece := begin.recv(_PIECE):
                if way == "up":
                    self.seen_up += piece
                left = self._left[way]
                if left is not None:
                    self._left[way] = left - len(piece)
                    if left - len(piece) < 0:
                        self._cut()
                        return
                end.sendall(piece)
        self._cut_one(begin, end)

    def _cut(self) -> None:
        for each in list(self._open):
            self._cut_one(each)

    @staticmethod
    def _cut_one(*ends: socket.socket) -> None:
        for each in ends:
            with suppress(OSError):
                each.shutdown(socket.SHUT_RDWR)
            each.close()


def certified(
    folder: Path, name: str, *, since: int = -1, until: int = 30
) -> tuple[ssl.SSLContext, Path]:
    """A context for a server with this name, and the file that it is trusted by.

    It is valid from `since` until `until`, in days from now.
    """
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec

    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, name)])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now + timedelta(days=since))
        .not_valid_after(now + timedelta(days=until))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(name)]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .sign(key, hashes.SHA256())
    )
    certificate, private = folder / f"{name}.crt", folder / f"{name}.key"
    certificate.write_bytes(made.public_bytes(serialization.Encoding.PEM))
    private.write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
    )
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, private)
    return context, certificate
