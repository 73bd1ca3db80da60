"""The environment cannot lead a connection to another machine than the address names."""

from __future__ import annotations

import socket

import pytest

from beraad.errors import Solvable
from beraad.store.municipality.connecting import connected
from beraad.store.municipality.place import place_of
from tools.postgres import PASSWORD

_ELSEWHERE = "127.0.0.2"


@pytest.fixture
def elsewhere(database):
    """What another machine would be, at the same port; anybody who comes there waits in its row."""
    with socket.socket() as listening:
        listening.bind((_ELSEWHERE, database.server.port))
        listening.listen()
        listening.settimeout(0)
        yield listening


def came_to(listening):
    try:
        listening.accept()[0].close()
    except BlockingIOError:
        return False
    return True


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "socket"])
@pytest.mark.parametrize("way", ["PGHOSTADDR", "PGSERVICE"])
def test_it_goes_where_the_address_says(database, elsewhere, tmp_path, monkeypatch, host, way):
    url = database.url(database.login("een"), host=host)
    if way == "PGSERVICE":
        services = tmp_path / "pg_service.conf"
        services.write_text(f"[elders]\nhostaddr={_ELSEWHERE}\n", encoding="utf-8")
        monkeypatch.setenv("PGSERVICEFILE", str(services))
        monkeypatch.setenv("PGSERVICE", "elders")
    else:
        monkeypatch.setenv("PGHOSTADDR", _ELSEWHERE)
    if host == "socket":
        at = f"?host={database.server.sockets}"
        url = url.replace("socket", "") + at

    with connected(place_of(url), PASSWORD) as connection:
        assert connection.execute("SELECT 1").fetchone() == (1,)
    assert not came_to(elsewhere)


def test_a_name_that_nobody_knows_is_told_as_such():
    place = place_of("postgresql://een@bestaat-niet.invalid/beraad")

    with pytest.raises(Solvable, match="geen server te vinden") as told, connected(place, PASSWORD):
        pass
    assert "Controleer het adres" in told.value.way_out
