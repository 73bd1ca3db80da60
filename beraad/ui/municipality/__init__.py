"""The register of the municipality, in the window: meeting it beside the window, and its password.

Without an address nothing here makes a connection, or loads what would.
"""
