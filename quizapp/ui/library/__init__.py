"""Library: questions, past sessions, terms and notes to look up."""
