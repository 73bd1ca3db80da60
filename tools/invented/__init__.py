"""Invented beraden and signals, for pictures and measurements. None of it happened to anyone."""
