"""Asking teams whether they see something, and answering that after a beraad."""
