"""What Drafter itself wrote: a Word file says so inside, of other files a mark in the user's cache remembers."""

from __future__ import annotations

import contextlib
from pathlib import Path

from drafter import library

WORD = ".docx"


def untouched(path: str) -> bool:
    """Whether a file is exactly as Drafter last wrote it, so that nobody's work is in it. False in doubt."""
    if path.lower().endswith(WORD):
        from drafter.word.digest import untouched as untouched_in_word

        return untouched_in_word(path)
    try:
        mark = _mark(Path(path).read_bytes())
    except OSError:
        return False
    return mark is not None and mark.exists()


def remember(path: str, data: bytes) -> None:
    """Note that ``data`` is Drafter's own. Where the cache cannot be written, a later run asks before it overwrites."""
    if path.lower().endswith(WORD):
        return
    mark = _mark(data)
    if mark is not None:
        with contextlib.suppress(OSError):
            mark.parent.mkdir(exist_ok=True)
            mark.touch()


def _mark(data: bytes) -> Path | None:
    """An empty file named after the data's digest; the same wherever a draft is moved to."""
    import hashlib

    cache = library.cache_folder()
    return Path(cache, "written", hashlib.sha256(data).hexdigest()) if cache else None
