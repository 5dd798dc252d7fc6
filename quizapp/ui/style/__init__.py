"""Colours, fonts, icons and marks: the only place with a colour or a font size."""
