"""Lists of wrong words: the one that comes with Drafter, and an office's own. A YAML list; keys in either language.

- wrong: 截止
  right: 截至
  context: 截止\\d{4}年
  certainty: sure
  reason: 截止是到此为止，截至是到此时为止。
  since: 2020-01-01
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from drafter.check.office import Word
    from drafter.problems import Problem


@cache
def built_in() -> tuple[Word, ...]:
    """The entries of ``data/words.yaml``, read once."""
    return ()


def read(path: str) -> tuple[tuple[Word, ...], tuple[Problem, ...]]:
    """The entries of a list, and what is wrong with the file; an entry that is wrong is left out."""
    return (), ()
