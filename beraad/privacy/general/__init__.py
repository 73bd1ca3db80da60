"""What says something less exactly, in words that fit where the exact thing stands."""
