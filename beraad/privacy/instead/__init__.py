"""What stands in the place of what is taken out."""
