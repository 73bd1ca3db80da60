"""Names that nobody announced: by capitals, by what stands around them, by lists."""
