"""House style: what a municipality puts on its documents."""
