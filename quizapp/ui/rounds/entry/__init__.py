"""How the room’s answers are entered."""
