"""Reading the verslag, deciding what is taken out, and exporting it."""
