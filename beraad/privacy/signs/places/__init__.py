"""Addresses, organisations and schools, found by what stands around their name."""
