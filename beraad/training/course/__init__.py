"""A course in one file: its programme, its cases, and everything to print and to project."""
