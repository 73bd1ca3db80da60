"""Names and words that this beraad itself knows."""
