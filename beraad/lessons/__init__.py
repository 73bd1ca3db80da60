"""The leerverslag: from what was said to what others may learn, and its approval."""
