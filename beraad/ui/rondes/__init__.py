"""The opening and the eight rondes on the laptop of the gespreksleider."""
