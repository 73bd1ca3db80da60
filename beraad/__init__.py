"""Beraad: begeleidt een moreel beraad van eerste klik tot verslag."""

__version__ = "0.1.0"
