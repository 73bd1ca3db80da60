"""Structural signals: how they live from draft to answer."""
