"""What the trainer sees and presses."""
