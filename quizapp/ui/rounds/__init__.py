"""The pages around a round: plans, the check before it, running it, and what is taken home."""
