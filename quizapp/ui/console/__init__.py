"""What the trainer sees of a round, and the keys that lead it."""
