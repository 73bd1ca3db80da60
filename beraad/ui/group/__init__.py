"""What the gespreksleider does with the group's screen; the window itself is in `ui/beamer`."""
