"""Drops what is no part of the paper (navigation, captions, a table of contents) and repairs characters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.recover import clean_doubts, clean_headers, clean_lines, clean_marks, clean_page, clean_repeats

if TYPE_CHECKING:
    from drafter.recover.model import Old

STEPS = (clean_lines.run, clean_page.run, clean_headers.run, clean_repeats.run, clean_marks.run, clean_doubts.run)


def run(old: Old) -> Old:
    """The document after this pass.

    What is dropped, and why, is in ``dropped``; what stands otherwise now, in ``changes``; what looks damaged and could
    not be mended, in ``doubts``. Blanks aside, every character is kept, dropped or changed. Where a page says when it
    was put up, ``/date`` is that day (``2026-02-08``), for papers that have none of their own.
    """
    for step in STEPS:
        old = step(old)
    return old
