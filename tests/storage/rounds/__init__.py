"""Rounds as rows, and names."""
