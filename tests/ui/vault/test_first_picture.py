"""What the field for the password needs before it is there."""

from __future__ import annotations

import subprocess
import sys

from beraad.store.vault.opening import lock, set_up

_UNTIL_THE_FIELD = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from beraad.app import build

app = QApplication([])
window = build(app, Path(sys.argv[1]), config=Path(sys.argv[1]) / "c")
window.show()
heavy = {"cryptography", "sqlcipher3", "sqlite3", "beraad.records", "beraad.phases.model"}
print(window._unlocking.isVisible(), sorted(heavy & set(sys.modules)))
"""


def test_the_field_for_the_password_needs_nothing_that_encrypts_and_no_beraad(tmp_path):
    set_up(tmp_path, "molen fiets kaart appel")
    lock(tmp_path)

    done = subprocess.run(
        [sys.executable, "-c", _UNTIL_THE_FIELD, str(tmp_path)],
        capture_output=True,
        text=True,
        check=True,
    )

    assert done.stdout.strip() == "True []"
