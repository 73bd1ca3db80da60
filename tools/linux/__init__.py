"""Builds what a person installs on Linux without rights or a network: wheels and a script."""
