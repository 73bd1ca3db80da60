"""Reading a finished document back as a stranger would: what it is, and what it tells of itself."""

from __future__ import annotations

from beraad.report.inspecting.inspect import inspect, readable
from beraad.report.inspecting.model import Check, Inspection

__all__ = ["Check", "Inspection", "inspect", "readable"]
