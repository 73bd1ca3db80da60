"""Builds what a person installs on Windows: a folder, that folder as a zip, and a setup."""
