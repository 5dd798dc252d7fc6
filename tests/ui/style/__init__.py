"""Colours, fonts, icons and marks."""
