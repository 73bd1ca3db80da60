"""What goes to the clipboard and comes from it: the only place that knows of mime data."""
