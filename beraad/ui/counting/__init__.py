"""Overzicht and Patronen: what several teams saw, in numbers that point to nobody."""
