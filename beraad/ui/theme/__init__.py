"""How Beraad looks: colours, type and space, all from here."""
