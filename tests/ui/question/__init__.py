"""What several screens show of a question."""
