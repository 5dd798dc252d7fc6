"""Small programs that are started and measured; each does one thing and ends."""
