"""Benchmarks: each stage against its data in ../shared, by committed commands."""
