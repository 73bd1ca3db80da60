"""A walk through the real window that nobody scripted, and the laws that hold on the way."""
