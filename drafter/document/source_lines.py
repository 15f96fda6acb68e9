"""A text file's lines as an editor counts them."""

from __future__ import annotations

import re

_END = re.compile("\r\n|[\n\r\u2028\u2029]")


def split(text: str) -> tuple[str, ...]:
    """The lines of a text, each without its end; the last is "" where the text ends with a line's end."""
    return tuple(_END.split(text))


def shown(text: str) -> str:
    """The text with U+FFFD for every character that is broken, as many as before: it can be printed anywhere."""
    return re.sub("[\ud800-\udfff]", "\ufffd", text)
