"""The rules of the quiz: frozen values and free functions, no clock, no files, no screen."""
