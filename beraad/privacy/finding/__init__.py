"""From what all signs point at to one find per place."""
