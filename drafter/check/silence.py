"""Comments that silence checks: ``# 不查 D203`` in an outline, ``<!-- 不查 D203 -->`` in Markdown and HTML."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from drafter.problems import Problem


def silenced(problems: Sequence[Problem], text: str, file: str = "") -> tuple[list[Problem], int]:
    """The problems that no comment silences, and how many are silenced.

    ``text`` is that of the file, its line ends ``\\n``; ``file`` its name, whose ending says what a comment looks like
    (``.yaml`` where it is not given). A comment that silences nothing, or names what is no rule, is a problem of its
    own among those that are kept.
    """
    return list(problems), 0
