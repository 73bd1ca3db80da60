"""`python -m beraad`."""

from __future__ import annotations

import sys

from beraad.cli import main

sys.exit(main())
