"""The group's window. It is given a view made for the group and knows nothing of a beraad."""
