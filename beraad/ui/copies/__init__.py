"""Backups in the window: made beside it, and put back on a screen of their own."""
