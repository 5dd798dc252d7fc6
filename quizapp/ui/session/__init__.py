"""Answering questions, explanations, the summary."""
