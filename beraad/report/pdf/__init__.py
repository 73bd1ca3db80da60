"""PDF, drawn with ReportLab in Inter: the boxes of a document on numbered pages."""

from __future__ import annotations

from beraad.report.pdf.render import render, unprintable

__all__ = ["render", "unprintable"]
