"""Papers in files."""
