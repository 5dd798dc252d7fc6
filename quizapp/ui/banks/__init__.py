"""Bank files: open, watch, repair."""
