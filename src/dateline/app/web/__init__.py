"""The local web app: the page of a ledger that people work on, on this machine alone."""
