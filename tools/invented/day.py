"""The day on which everything invented is looked at."""

from __future__ import annotations

from datetime import UTC, datetime

NOW = datetime(2026, 11, 18, 13, 3, tzinfo=UTC)
TODAY = NOW.date()
