"""Papers under exam conditions."""
