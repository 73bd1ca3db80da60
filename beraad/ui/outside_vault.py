"""What is said of something that lies readable on the disk, while a vault is on."""

from __future__ import annotations


def lies_open(what: str, it: str) -> str:
    """That this lies outside the vault, and what that means; `it` is how one goes on about it."""
    return f"{what} ligt buiten de kluis: wie bij deze laptop kan, kan {it} lezen zonder wachtzin."
