"""What is promised about security, row by row, with what shows it."""
