"""Papers under exam conditions: their presets, and what happened in them."""
