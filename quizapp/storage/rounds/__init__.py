"""Rounds as rows of the file of answers, and the names of their voters."""
