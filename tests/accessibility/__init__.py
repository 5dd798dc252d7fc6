"""The program as a screen reader finds it, over the accessibility bus of a Linux desktop."""
