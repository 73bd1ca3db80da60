"""Names of people that nobody announced: by their capitals, by what stands before them, by lists."""
