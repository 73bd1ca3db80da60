"""Beraden that go to somebody else: sealed in one file, and taken out of it."""
