"""The keys and the handleiding, inside the program."""
