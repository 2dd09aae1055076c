"""How long coding takes."""
