"""Benchmarks of the link room."""
