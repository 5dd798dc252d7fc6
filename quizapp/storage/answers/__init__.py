"""The file of answers: the only place that knows SQL."""
