"""What the group sees: a view made for it, from a beraad that passed the gate."""
