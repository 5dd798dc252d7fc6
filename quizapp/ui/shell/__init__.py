"""The window, where one can go, and what runs in the background."""
