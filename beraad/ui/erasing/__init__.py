"""When the keep-until date has passed: look, keep longer, or erase."""
