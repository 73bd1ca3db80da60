"""A text laid ready to be read, the same whatever its capitals, marks and length."""
