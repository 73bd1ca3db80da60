"""What is known of Dutch: words, names, abbreviations, and how numbers are spelled."""
