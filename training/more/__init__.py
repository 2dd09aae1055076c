"""Reports coded by us beyond gold: see README.md here."""
