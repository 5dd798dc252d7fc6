"""Product or Service? A quiz on one distinction that explains every answer."""

__version__ = "0.1.0"
