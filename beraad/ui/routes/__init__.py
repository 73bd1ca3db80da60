"""The routekaart: where a signal can go, and how its answer comes back."""
