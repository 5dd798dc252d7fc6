"""The window, and what runs behind it."""
