"""What `make bench` measures, each in a program of its own, and what it measures with."""
