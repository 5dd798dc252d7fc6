"""What is projected."""
