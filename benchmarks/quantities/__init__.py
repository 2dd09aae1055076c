"""Quantities: NewsQuant and the gold claims."""
