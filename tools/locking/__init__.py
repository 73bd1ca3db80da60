"""Whether the pins in requirements/ are complete, and what the index says about them."""
