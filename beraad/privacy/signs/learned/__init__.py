"""What was learned from labelled texts: where a name stands, when no rule can tell."""
