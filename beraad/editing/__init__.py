"""Changing a beraad: named operations on an immutable session, undo and redo, and autosave."""
