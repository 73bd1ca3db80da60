"""Under which identity the leerverslag of a beraad stands in the register.

Each approval gives it a new one by chance, kept with the approved version in the beraad's own file
and nowhere else: in the register nothing joins a leerverslag to a signal, a team or a week.
"""

from __future__ import annotations

from beraad.records import Id, Layer, Session


def identities(session: Session) -> frozenset[Id]:
    """Every identity that the leerverslag of this beraad has, or once had.

    Before identities were by chance it had that of the beraad itself.
    """
    approved = (one.id for one in session.versions if one.layer is Layer.LEARNING and one.final)
    return frozenset({session.id, *approved})
