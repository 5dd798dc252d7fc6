"""`python -m benchmarks [start|reading|answering|growth|reviews]`: all groups, or those named."""

import argparse
import tempfile
from pathlib import Path

from benchmarks import answering, growth, reading, reviews, start, table

_GROUPS = {
    "start": start.measure,
    "reading": reading.measure,
    "answering": answering.measure,
    "growth": growth.measure,
    "reviews": reviews.measure,
}


def main() -> None:
    """Measure in a folder on the disk one stands on: a folder in memory would make every commit free."""
    parser = argparse.ArgumentParser("benchmarks", description=__doc__)
    parser.add_argument("groups", nargs="*", metavar="GROUP", help=", ".join(_GROUPS))
    wanted = parser.parse_args().groups or list(_GROUPS)
    if unknown := [name for name in wanted if name not in _GROUPS]:
        parser.error(f"no such group: {', '.join(unknown)}")
    with tempfile.TemporaryDirectory(prefix=".benchmarks-", dir=Path.cwd()) as folder:
        for name in wanted:
            for title, lines in _GROUPS[name](Path(folder)):
                table.show(title, lines)


if __name__ == "__main__":
    main()
