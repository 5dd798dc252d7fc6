"""`python -m benchmarks.faults [GROUP …] [--count N]`: all groups, or those named.

Ends with 1 when an acknowledged answer was lost, or a fault was not told as it should.
"""

import argparse
import sys
import tempfile
from pathlib import Path

from benchmarks import table
from benchmarks.faults import (
    altering,
    caching,
    clocks,
    corrupting,
    killing,
    locks,
    short_writes,
    window,
    writing,
)

_GROUPS = {
    "kills": killing.measure,
    "writes": writing.measure,
    "corruptions": corrupting.measure,
    "alterations": altering.measure,
    "cache": caching.measure,
    "short": short_writes.measure,
    "clocks": clocks.measure,
    "locks": locks.measure,
    "window": window.measure,
}


def main() -> int:
    """Run in a folder on the disk one stands on."""
    parser = argparse.ArgumentParser("benchmarks.faults", description=__doc__)
    parser.add_argument("groups", nargs="*", metavar="GROUP", help=", ".join(_GROUPS))
    parser.add_argument(
        "--count", type=int, default=1000, help="kills, corruptions, or writes to fail at most"
    )
    told = parser.parse_args()
    wanted = told.groups or list(_GROUPS)
    if unknown := [name for name in wanted if name not in _GROUPS]:
        parser.error(f"no such group: {', '.join(unknown)}")
    missed = 0
    for name in wanted:
        with tempfile.TemporaryDirectory(prefix=".faults-", dir=Path.cwd()) as folder:
            for title, lines in _GROUPS[name](Path(folder), told.count):
                table.show(title, lines)
                missed += sum(not line.is_met for line in lines)
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
