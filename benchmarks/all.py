"""Runs every benchmark, one after the other, each in a process of its own.

usage: python -m benchmarks.all [NAME ...]
"""

from __future__ import annotations

import subprocess
import sys

BENCHMARKS = (
    "attribution",
    "quantities",
    "times",
    "places",
    "actors",
    "factuality",
    "events",
    "encoder",
    "linking",
    "speed",
)


def main() -> int:
    """Exit code 1 when a benchmark failed; the others are run all the same."""
    failed = []
    for name in sys.argv[1:] or BENCHMARKS:
        print(f"== {name}", flush=True)
        if subprocess.run([sys.executable, "-m", f"benchmarks.{name}.run"], check=False).returncode:
            failed.append(name)
    if failed:
        print("failed: " + ", ".join(failed))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
