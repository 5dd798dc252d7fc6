"""What the room sees of a round: one picture at a time, and the screen it is on."""
