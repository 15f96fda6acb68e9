"""What Drafter itself wrote where: a Word file says so inside; a note in the user's cache says it of every draft.

A note is lost with the cache. Then a Word file is still known for what it is, and any other is taken for somebody's
work.
"""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

from drafter import library

WORD = ".docx"


def untouched(path: str) -> bool:
    """Whether a file is exactly as Drafter last wrote it, so that nobody's work is in it. False in doubt."""
    if path.lower().endswith(WORD):
        from drafter.word.digest import untouched as untouched_in_word

        return untouched_in_word(path)
    try:
        return _read(path)[0] == _digest(Path(path).read_bytes())
    except OSError:
        return False


def source(path: str) -> str:
    """The outline that the draft at ``path`` was made of; "" where that is not known."""
    return _read(path)[1]


def remember(path: str, data: bytes, outline: str) -> None:
    """Note what was written and of which outline."""
    note = _note(path)
    if note is not None:
        with contextlib.suppress(OSError):
            note.parent.mkdir(exist_ok=True)
            note.write_text(f"{_digest(data)}\n{outline}", "utf-8", errors="surrogateescape")


def _read(path: str) -> tuple[str, str]:
    note = _note(path)
    try:
        text = note.read_text("utf-8", errors="surrogateescape") if note else ""
    except OSError:
        return "", ""
    digest, _, outline = text.partition("\n")
    return digest, outline


def _note(path: str) -> Path | None:
    cache = library.cache_folder()
    return Path(cache, "written", _digest(os.fsencode(os.path.realpath(path)))) if cache else None


def _digest(data: bytes) -> str:
    import hashlib

    return hashlib.sha256(data).hexdigest()
