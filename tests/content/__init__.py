"""The shipped banks: what they must hold, how little they give away, and what readers made of them."""
