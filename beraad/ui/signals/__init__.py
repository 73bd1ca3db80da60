"""Writing a structural signal, and the register of signals."""
