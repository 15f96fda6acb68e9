"""File names made from titles: the same name is good on Windows, Linux and macOS, and stays in its folder."""

from __future__ import annotations

import unicodedata

LONGEST = 225
"""Bytes of UTF-8: file systems stop at 255, and （二稿） or （备份） may have to fit in too."""

WIDE = str.maketrans({char: chr(ord(char) + 0xFEE0) for char in '/\\:*?"<>|'})
"""What Windows forbids, as the full-width character that looks the same."""

RESERVED = {"con", "prn", "aux", "nul", "conin$", "conout$"} | {
    f"{port}{number}" for port in ("com", "lpt") for number in "0123456789¹²³"
}


def file_name(title: str, label: str, suffix: str, other: str = "") -> str:
    """``题目（讲话稿）.docx`` from a title, the paper's name and a suffix; ``other`` names a file without a title.

    Characters that a file system forbids become their full-width twins, those nobody sees go, the title is cut where
    the name would be too long.
    """
    ending = f"（{_cut(_clean(label), LONGEST // 2)}）{suffix}"
    stem = _clean(title) or _clean(other) or "_"
    return _unreserved(_cut(stem, LONGEST - _size(ending)) + ending)


def tagged(name: str, tag: str) -> str:
    """A file name with ``（tag）`` before its suffix: 题目（讲话稿）（二稿）.docx."""
    stem, dot, suffix = name.rpartition(".")
    if not dot:
        stem, suffix = suffix, ""
    ending = f"（{_cut(_clean(tag), LONGEST // 2)}）{dot}{suffix}"
    return _cut(stem, 255 - _size(ending)) + ending


def same(name: str) -> str:
    """What two names have in common that a file system may take for the same: 总结A.docx, 总结a.docx."""
    return unicodedata.normalize("NFC", name).casefold()


def _clean(text: str) -> str:
    """``text`` without what cannot be in a name. Ends lose blanks, dots (Windows drops them) and hyphens."""
    one_line = " ".join(unicodedata.normalize("NFC", text).split())
    seen = "".join(char for char in one_line if unicodedata.category(char) not in ("Cc", "Cf", "Cs", "Zl", "Zp"))
    return seen.translate(WIDE).strip(" .~-")


def _unreserved(name: str) -> str:
    device = name.split(".")[0].strip().casefold()
    return f"_{name}" if device in RESERVED else name


def _cut(text: str, size: int) -> str:
    """As much of ``text`` as fits ``size`` bytes; a mark that combines stays with its letter."""
    if _size(text) <= size:
        return text
    kept = text.encode()[:size].decode(errors="ignore")
    while kept and unicodedata.combining(text[len(kept)]):
        kept = kept[:-1]
    return kept.rstrip(" .")


def _size(text: str) -> int:
    return len(text.encode())
