"""Controls that know no quiz."""
