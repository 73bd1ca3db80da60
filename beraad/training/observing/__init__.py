"""Looking along with who practises, and looking back; only beside oefeningen."""
