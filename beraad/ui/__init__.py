"""Everything with a window. Qt is known here and in `beraad.app`, and nowhere else."""
