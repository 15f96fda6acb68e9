"""Finds traditional characters. Which are is known to Python's codecs: in Big5 and not in GB 2312."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from drafter.check.finding import Finding
from drafter.check.lists import entries

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.check.view import View

MOST = 12
_RARE = re.compile("[\u4e00-\u9fff]")


def find(view: View) -> Iterator[Finding]:
    """Each run of traditional characters; one finding for the document where there are many."""
    traditional = _traditional(view.text)
    if not traditional:
        return
    runs = list(re.finditer(f"[{traditional}]+", view.text))
    if len(runs) > MOST:
        yield Finding(*runs[0].span(), {"count": sum(len(run[0]) for run in runs)}, "throughout")
        return
    yield from (Finding(*run.span()) for run in runs if not view.opaque.touches(*run.span()))


def _traditional(text: str) -> str:
    """The traditional characters of a text, each once."""
    known = entries("both_scripts")
    return "".join(char for char in set(_RARE.findall(text)) if _is_traditional(char) and char not in known)


def _is_traditional(char: str) -> bool:
    return _has("big5", char) and not _has("gb2312", char)


def _has(encoding: str, char: str) -> bool:
    try:
        char.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True
