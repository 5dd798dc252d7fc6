"""How fast the program is, always measured beside a peer in the same run."""
