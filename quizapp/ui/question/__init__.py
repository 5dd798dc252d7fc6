"""What several screens show of a question; may know the domain."""
