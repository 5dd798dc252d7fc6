"""Reading and checking banks."""
