"""Fits the link room's weights."""
