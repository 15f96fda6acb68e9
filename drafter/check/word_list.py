"""Lists of wrong words: the one that comes with Drafter, and an office's own. A YAML list; keys in either language.

- wrong: 截止
  right: 截至
  context: ~\\d{4}年
  certainty: sure
  reason: 截止是到此为止，截至是到此时为止。
  since: 2020-01-01
"""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from drafter.outline.checking import Word
    from drafter.problems import Problem

BUILT_IN = Path(__file__).parent / "data" / "words.yaml"


@cache
def built_in() -> tuple[Word, ...]:
    """The entries of ``data/words.yaml``, read once; a test holds that nothing is wrong with them."""
    from drafter.outline.read_checking import sound_word_list

    return sound_word_list(str(BUILT_IN))


def read(path: str) -> tuple[tuple[Word, ...], tuple[Problem, ...]]:
    """The entries of a list, and what is wrong with the file; an entry that is wrong is left out."""
    try:
        found = os.stat(path)  # noqa: PTH116
    except (OSError, ValueError):
        return _read(path, 0, 0)
    return _read(path, found.st_mtime_ns, found.st_size)


@cache
def _read(path: str, _changed: int, _size: int) -> tuple[tuple[Word, ...], tuple[Problem, ...]]:
    """As ``read``, once for a file as it stands: many documents are checked by one list."""
    from drafter.outline.read_checking import word_list

    return word_list(path)
