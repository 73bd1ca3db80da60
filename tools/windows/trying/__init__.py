"""Tries the packages under wine, as an ordinary user. What wine itself lacks stays in here."""
