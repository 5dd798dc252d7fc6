"""Controls that know no quiz: standard Qt widgets, dressed by the sheet; painted only where Qt has none."""
