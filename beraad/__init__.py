"""Beraad: begeleidt een moreel beraad van eerste klik tot verslag."""

__version__ = "0.3.0"
