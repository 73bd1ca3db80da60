"""Opens Beraad from a checkout: `python main.py`. The beraden are kept in `sessions`."""

from __future__ import annotations

import sys
from pathlib import Path

from beraad.cli import main

if __name__ == "__main__":
    sys.exit(main(checkout=Path(__file__).resolve().parent))
