"""To a colleague or another laptop: giving beraden, and taking them over."""
