"""The coder against the gold reports."""
