"""One story as a unit of work."""
