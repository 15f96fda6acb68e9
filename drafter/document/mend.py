"""Edits made in the text of a file that is text: plain, Markdown, HTML."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter import mending
from drafter.document.source_lines import split

if TYPE_CHECKING:
    from collections.abc import Iterable

    from drafter.problems import Edit


def mend(text: str, edits: Iterable[Edit]) -> tuple[str, tuple[Edit, ...]]:
    """The text with the edits made, and those that could not be: ``old`` does not stand there, or edits overlap.

    Lines are counted as manuscripts count theirs; line ends stay as they are.
    """
    return mending.mend(text, split(text), edits)
