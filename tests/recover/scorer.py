"""How well old documents are understood: ``python tests/recover/scorer.py [NAME…]`` prints the scores.

With ``--misses`` all that is missed, by category and line; with ``--floors`` what ``test_scores.py`` holds from now on.
"""

from __future__ import annotations

import sys

from scoring.floors import write_floors
from scoring.scores import CATEGORIES, cell, misses, rows


def main(wanted: list[str]) -> None:
    """Print the table, or what is missed."""
    if "--misses" in wanted:
        print("\n".join(misses()))
        return
    if "--floors" in wanted:
        write_floors()
        return
    print(f"{'':34}" + "".join(f"{short:>9}" for short in CATEGORIES.values()))
    for name, counts in rows():
        if not wanted or name in wanted:
            print(f"{name:34}" + "".join(f"{cell(counts, category):>9}" for category in CATEGORIES))


if __name__ == "__main__":
    main(sys.argv[1:])
