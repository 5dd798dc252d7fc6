"""The file of answers."""
