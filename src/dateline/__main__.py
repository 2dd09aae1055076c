"""`python -m dateline`: the command line where its script is not on the path."""

from __future__ import annotations

from dateline.app.cli import main

if __name__ == "__main__":  # worker processes import it too
    main()
