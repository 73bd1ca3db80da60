"""What in a text may point to somebody: one drawer for each sort of sign."""
