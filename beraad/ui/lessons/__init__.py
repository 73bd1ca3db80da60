"""Writing a leerverslag, approving it, and finding earlier ones."""
