"""dateline: reads war reports and writes a ledger of attributed claims."""

__version__ = "0.1.0"
