"""Spelling, with the dictionary of the system and a list of words of one's own."""
