"""Texts that nobody wrote down before, to measure the gate with and to teach its tagger."""
