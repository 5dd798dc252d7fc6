"""Rounds: plan, check, run, wrap up."""
