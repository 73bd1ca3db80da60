"""What a screen reader meets in this window: objects in the order in which they are seen."""
