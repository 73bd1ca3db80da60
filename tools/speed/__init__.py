"""What `make bench` measures: each module but the last two is a program that tells what it took."""
