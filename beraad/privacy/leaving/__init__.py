"""What may go out, and the proof that nothing else does."""
