"""Locking and unlocking in the window."""
