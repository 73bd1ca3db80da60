"""Killing Beraad at any moment of what it does with files, and looking at what is left."""
