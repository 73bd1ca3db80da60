"""Practising: invented cases that fill every ronde, and playing one through the real editor."""
